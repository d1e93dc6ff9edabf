// SPDX-License-Identifier: Apache-2.0
#include "app/services/ScheduleSetup.hpp"

#include "app/services/Booking.hpp"
#include "app/services/Common.hpp"

#include <algorithm>
#include <set>

namespace plumbline::app {

namespace {

constexpr std::size_t working_days = 5;
constexpr int days_ahead = 60;

WorkingHours usual_hours(UserId clinician, DaySpan open)
{
    WorkingHours::Details details;
    for (std::size_t day = 0; day < working_days; ++day)
        details.week[day] = {open};
    return WorkingHours::restore(clinician, std::move(details), 0);
}

template <class Port, class Record>
Result<void> kept_and_noted(Records& records, Context const& context, Port& port, Record const& record,
    std::string_view entity, std::int64_t id)
{
    if (auto allowed = permit(context.actor, Action::EditSchedule); !allowed)
        return allowed;
    if (auto kept = port.keep(record); !kept)
        return kept;
    audit(records, context, record.version() == 0 ? AuditEvent::Create : AuditEvent::Change, {entity, id});
    return {};
}

} // namespace

WorkingHours hours_of(Records const& records, UserId clinician)
{
    if (auto own = records.hours().of(clinician))
        return *std::move(own);
    return usual_hours(clinician, opening_hours(settings_of(records)));
}

std::vector<ClinicianRow> clinicians(Records const& records)
{
    std::vector<ClinicianRow> rows;
    for (User const& user : records.users().all())
        if (user.details().active && permitted(user.details().role, Action::EditNote))
            rows.push_back({user.id(), user.name_with_credentials()});
    std::ranges::sort(rows, {}, &ClinicianRow::name);
    return rows;
}

Result<std::vector<WorkingHours>> all_hours(Records const& records, Context const& context)
{
    if (auto allowed = permit(context.actor, Action::SeeSchedule); !allowed)
        return refuse(allowed.error());
    auto const own = records.hours().all();
    DaySpan const open = opening_hours(settings_of(records));
    std::vector<WorkingHours> everyone;
    for (ClinicianRow const& clinician : clinicians(records)) {
        auto const found = std::ranges::find(own, clinician.id, &WorkingHours::clinician);
        everyone.push_back(found == own.end() ? usual_hours(clinician.id, open) : *found);
    }
    return everyone;
}

Result<void> keep_hours(Records& records, Context const& context, WorkingHours const& hours)
{
    auto const checked = WorkingHours::create(hours.clinician(), hours.details(), hours.version());
    if (!checked)
        return refuse(checked.error());
    return kept_and_noted(records, context, records.hours(), *checked, "hours", hours.clinician().value());
}

Result<std::vector<Resource>> resources(Records const& records, Context const& context)
{
    if (auto allowed = permit(context.actor, Action::SeeSchedule); !allowed)
        return refuse(allowed.error());
    return records.resources().all();
}

Result<void> keep_resource(Records& records, Context const& context, Resource const& resource)
{
    // A denial first: who may not write is not told what is there.
    if (auto allowed = permit(context.actor, Action::EditSchedule); !allowed)
        return allowed;
    for (Resource const& other : records.resources().all())
        if (resource.details().active && other.details().active && other.id() != resource.id()
            && other.details().name == resource.details().name)
            return refuse(Refusal::Reason::Invalid, "name", tr_noop("Another one has this name already."));
    return kept_and_noted(records, context, records.resources(), resource, "resource", resource.id().value());
}

Stranded stranded_visits(Records const& records, Context const& context)
{
    std::map<UserId, WorkingHours> hours;
    for (WorkingHours const& one : records.hours().all())
        hours.emplace(one.clinician(), one);
    std::set<ResourceId> idle;
    for (Resource const& one : records.resources().all())
        if (!one.details().active)
            idle.insert(one.id());
    Stranded stranded;
    Date const today = context.today();
    for (Appointment const& one : records.appointments().between(today, plus_days(today, days_ahead), std::nullopt)) {
        auto const& details = one.details();
        bool const to_come =
            details.status == AppointmentStatus::Booked || details.status == AppointmentStatus::Confirmed;
        if (!to_come || one.end() <= context.clock->local_now())
            continue;
        auto const own = hours.find(details.clinician);
        if (own != hours.end() && !own->second.cover(details.start, details.length))
            ++stranded.outside_hours[details.clinician];
        for (ResourceId const id : details.resources)
            if (idle.contains(id))
                ++stranded.not_in_use[id];
    }
    return stranded;
}

Result<std::vector<AuthorizationRow>> authorizations(Records const& records, Context const& context, PatientId patient)
{
    if (auto allowed = permit(context.actor, Action::SeePatients); !allowed)
        return refuse(allowed.error());
    if (!records.patients().find(patient))
        return refuse_missing_patient();
    AuthorizationAlert const alert = authorization_alert(settings_of(records));
    std::vector<AuthorizationRow> rows;
    for (Authorization const& one : records.authorizations().of_patient(patient))
        rows.push_back({one, standing_of(one, records.agendas().use_of(one.id()), context.today(), alert)});
    return rows;
}

Result<void> keep_authorization(Records& records, Context const& context, Authorization const& authorization)
{
    if (auto allowed = permit(context.actor, Action::EditPatients); !allowed)
        return allowed;
    auto const& details = authorization.details();
    if (!records.patients().find(details.patient))
        return refuse_missing_patient();
    auto const episode = details.episode ? records.episodes().find(*details.episode) : std::nullopt;
    if (details.episode && (!episode || episode->patient() != details.patient))
        return refuse(Refusal::Reason::Invalid, "episode", tr_noop("This episode belongs to another patient."));
    if (auto kept = records.authorizations().keep(authorization); !kept)
        return kept;
    audit(records, context, authorization.version() == 0 ? AuditEvent::Create : AuditEvent::Change,
        {"authorization", authorization.id().value(), details.patient});
    return {};
}

} // namespace plumbline::app
