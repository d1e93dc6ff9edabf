// SPDX-License-Identifier: Apache-2.0
#include "app/services/ScheduleOpenings.hpp"

#include "app/services/Booking.hpp"
#include "app/services/Common.hpp"
#include "app/services/ScheduleSetup.hpp"

#include <algorithm>

namespace plumbline::app {

namespace {

constexpr int appointments_a_day = 50;

WaitlistRow row_of(Records const& records, WaitlistEntry const& entry)
{
    WaitlistRow row{entry};
    if (auto const patient = records.patients().find(entry.details().patient)) {
        auto const& contact = patient->details().contact;
        row.name = patient->name();
        row.phone = contact.mobile.empty() ? contact.phone : contact.mobile;
    }
    return row;
}

bool is_elsewhere(Records const& records, PatientId patient, Opening const& opening)
{
    for (Appointment const& one : records.appointments().of_patient(patient, day_of(opening.start), appointments_a_day))
        if (takes_time(one) && one.details().start < opening.start + opening.length && opening.start < one.end())
            return true;
    return false;
}

Result<WaitlistEntry> seen_entry(Records const& records, WaitlistEntryId id, int version)
{
    auto entry = records.waitlist().find(id);
    if (!entry)
        return refuse(Refusal::Reason::NotFound, "waitlist", tr_noop("Nobody waits under this entry any more."));
    if (auto current = still_current(entry->version(), version); !current)
        return refuse(current.error());
    return *std::move(entry);
}

} // namespace

Result<std::vector<Opening>> openings(Records const& records, Context const& context, OpeningsWish const& wish)
{
    if (auto allowed = permit(context.actor, Action::SeeSchedule); !allowed)
        return refuse(allowed.error());
    auto everyone = all_hours(records, context);
    if (!everyone)
        return refuse(everyone.error());
    std::vector<WorkingHours> chosen;
    if (wish.clinicians.empty())
        chosen = *std::move(everyone);
    for (UserId const id : wish.clinicians) // In the order asked for.
        for (WorkingHours const& hours : *everyone)
            if (hours.clinician() == id)
                chosen.push_back(hours);
    auto wanted = wish.wanted;
    wanted.patient = wish.patient;
    ClinicTime const now = context.clock->local_now();
    wanted.not_before = std::max(wanted.not_before.value_or(now), now);
    auto const booked =
        records.appointments().between(wanted.from, plus_days(wanted.from, std::max(wanted.days, 1) - 1));
    return find_openings(chosen, booked, wanted);
}

Result<std::vector<WaitlistRow>> waitlist(Records const& records, Context const& context)
{
    if (auto allowed = permit(context.actor, Action::SeeSchedule); !allowed)
        return refuse(allowed.error());
    std::vector<WaitlistRow> rows;
    for (WaitlistEntry const& entry : records.waitlist().all())
        rows.push_back(row_of(records, entry));
    std::ranges::stable_sort(rows, {}, [](WaitlistRow const& row) { return row.entry.details().priority; });
    return rows;
}

Result<std::vector<WaitlistRow>> waiting_for(
    Records const& records, Context const& context, Opening const& opening, std::size_t at_most)
{
    if (auto allowed = permit(context.actor, Action::SeeSchedule); !allowed)
        return refuse(allowed.error());
    auto waiting = records.waitlist().all();
    std::erase_if(waiting, [&](WaitlistEntry const& entry) {
        return !fits(entry, opening) || is_elsewhere(records, entry.details().patient, opening);
    });
    std::vector<WaitlistRow> rows;
    for (WaitlistEntry const& entry : who_fits(waiting, opening, at_most))
        rows.push_back(row_of(records, entry));
    return rows;
}

Result<ScheduleEdit> put_on_waitlist(Records& records, Context const& context, WaitlistEntry const& entry)
{
    if (auto allowed = permit(context.actor, Action::EditSchedule); !allowed)
        return refuse(allowed.error());
    if (!records.patients().find(entry.details().patient))
        return refuse_missing_patient();
    auto const before = entry.version() == 0 ? std::nullopt : records.waitlist().find(entry.id());
    if (auto kept = records.waitlist().keep(entry); !kept)
        return refuse(kept.error());
    audit(records, context, before ? AuditEvent::Change : AuditEvent::Create,
        {"waitlist", entry.id().value(), entry.details().patient});
    return ScheduleEdit{.words = {before ? tr_noop("Changed.") : tr_noop("Put on the waitlist.")},
        .waitlist = {{before, records.waitlist().find(entry.id())}}};
}

Result<ScheduleEdit> take_off_waitlist(Records& records, Context const& context, WaitlistEntryId id, int version)
{
    if (auto allowed = permit(context.actor, Action::EditSchedule); !allowed)
        return refuse(allowed.error());
    auto const entry = seen_entry(records, id, version);
    if (!entry)
        return refuse(entry.error());
    if (auto gone = records.waitlist().remove(id, version); !gone)
        return refuse(gone.error());
    audit(records, context, AuditEvent::Delete, {"waitlist", id.value(), entry->details().patient});
    return ScheduleEdit{.words = {tr_noop("Taken off the waitlist.")}, .waitlist = {{*entry, std::nullopt}}};
}

Result<ScheduleEdit> fill_from_waitlist(Records& records, Context const& context, WaitlistEntryId id, int version,
    AppointmentId as, Opening const& opening, Meant const& meant)
{
    if (auto allowed = permit(context.actor, Action::EditSchedule); !allowed)
        return refuse(allowed.error());
    auto const entry = seen_entry(records, id, version);
    if (!entry)
        return refuse(entry.error());
    auto const& wish = entry->details();
    auto const appointment = Appointment::create(as,
        {.patient = wish.patient,
            .episode = wish.episode,
            .clinician = opening.clinician,
            .start = opening.start,
            .length = wish.length,
            .type = wish.type,
            .arrived = {},
            .note = wish.note,
            .resources = opening.resources});
    if (!appointment)
        return refuse(appointment.error());
    auto edit = book(records, context, *appointment, meant);
    if (!edit)
        return edit;
    auto off = take_off_waitlist(records, context, id, version);
    if (!off)
        return off;
    edit->waitlist = std::move(off->waitlist);
    return edit;
}

} // namespace plumbline::app
