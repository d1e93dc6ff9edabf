// SPDX-License-Identifier: Apache-2.0
#include "tests/support/MemoryPorts.hpp"
#include "tests/support/MemoryTables.hpp"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

namespace plumbline::testing {
namespace {

std::vector<Appointment> by_start(std::vector<Appointment> found)
{
    std::ranges::sort(found, {}, [](auto const& one) { return std::pair{one.details().start, one.id()}; });
    return found;
}

/// Clashes between those that are kept together count where they end up.
Result<void> without_clash(std::map<AppointmentId, Appointment> const& table, std::span<Appointment const> wanted)
{
    for (Appointment const& one : wanted)
        for (auto const& [id, other] : table)
            if (auto const clash = clash_between(one, other))
                return refuse(refusal_of(*clash, other));
    return {};
}

template <class Table, class Id>
Result<void> remove_from(Table& table, Id id, int version)
{
    auto const found = table.find(id);
    if (found == table.end() || found->second.version() != version)
        return outdated();
    table.erase(found);
    return {};
}

bool is_within(Authorization::Details const& details, EpisodeId episode, Date day)
{
    return (!details.episode || *details.episode == episode) && (!details.from || *details.from <= day)
        && (!details.until || day <= *details.until);
}

bool counts(Visit const& visit)
{
    return visit.seal() || visit.total_minutes() > 0;
}

} // namespace

std::optional<Appointment> MemoryAppointments::find(AppointmentId id) const
{
    return find_in(all().appointments, id);
}

std::vector<Appointment> MemoryAppointments::between(Date from, Date to, std::optional<UserId> clinician) const
{
    return by_start(those_of(all().appointments, [&](Appointment const& one) {
        Date const day = day_of(one.details().start);
        return day >= from && day <= to && (!clinician || one.details().clinician == *clinician);
    }));
}

std::vector<Appointment> MemoryAppointments::of_patient(PatientId patient, Date from, int limit) const
{
    auto found = by_start(those_of(all().appointments, [&](Appointment const& one) {
        return one.details().patient == patient && day_of(one.details().start) >= from;
    }));
    cut(found, limit);
    return found;
}

std::vector<Appointment> MemoryAppointments::of_series(SeriesId series) const
{
    return by_start(
        those_of(all().appointments, [&](Appointment const& one) { return one.details().series == series; }));
}

std::vector<DayCount> MemoryAppointments::counts(Date from, Date to, std::optional<UserId> clinician) const
{
    std::vector<DayCount> days;
    for (Appointment const& one : between(from, to, clinician)) {
        Date const day = day_of(one.details().start);
        if (days.empty() || days.back().day != day)
            days.push_back({.day = day});
        count(days.back(), one.details().status, one.details().length);
    }
    return days;
}

std::vector<Appointment> MemoryAppointments::clashing(Appointment const& wanted) const
{
    return by_start(those_of(all().appointments, [&](Appointment const& one) { return clash(wanted, one); }));
}

Result<void> MemoryAppointments::keep(Appointment const& appointment)
{
    return keep_all(std::span{&appointment, 1});
}

Result<void> MemoryAppointments::keep_all(std::span<Appointment const> appointments)
{
    auto table = all().appointments;
    for (Appointment const& one : appointments)
        if (auto kept = keep_in(table, one); !kept)
            return kept;
    if (auto free = without_clash(table, appointments); !free)
        return free;
    all().appointments = std::move(table);
    return {};
}

Result<void> MemoryAppointments::remove(AppointmentId id, int version)
{
    for (auto const& [visit, one] : all().visits)
        if (one.details().appointment == id)
            return refuse(Refusal::Reason::Conflict, "appointment", tr_noop("A visit belongs to this appointment."));
    return remove_from(all().appointments, id, version);
}

std::optional<AppointmentSeries> MemorySeries::find(SeriesId id) const
{
    return find_in(all().series, id);
}

Result<void> MemorySeries::keep(AppointmentSeries const& series)
{
    return keep_in(all().series, series);
}

Result<void> MemorySeries::remove(SeriesId id, int version)
{
    for (auto const& [appointment, one] : all().appointments)
        if (one.details().series == id)
            return outdated();
    return remove_from(all().series, id, version);
}

std::optional<Resource> MemoryResources::find(ResourceId id) const
{
    return find_in(MemoryPort::all().resources, id);
}

std::vector<Resource> MemoryResources::all() const
{
    auto found = those_of(MemoryPort::all().resources, [](Resource const&) { return true; });
    std::ranges::sort(found, {}, [](Resource const& one) {
        return std::tuple{one.details().kind, one.details().name, one.id()};
    });
    return found;
}

Result<void> MemoryResources::keep(Resource const& resource)
{
    return keep_in(MemoryPort::all().resources, resource);
}

std::optional<WorkingHours> MemoryHours::of(UserId clinician) const
{
    return find_in(MemoryPort::all().hours, clinician);
}

std::vector<WorkingHours> MemoryHours::all() const
{
    return those_of(MemoryPort::all().hours, [](WorkingHours const&) { return true; });
}

Result<void> MemoryHours::keep(WorkingHours const& hours)
{
    auto& table = MemoryPort::all().hours;
    auto const found = table.find(hours.clinician());
    if ((found == table.end() ? 0 : found->second.version()) != hours.version())
        return outdated();
    table.insert_or_assign(
        hours.clinician(), WorkingHours::restore(hours.clinician(), hours.details(), hours.version() + 1));
    return {};
}

std::optional<WaitlistEntry> MemoryWaitlist::find(WaitlistEntryId id) const
{
    return find_in(MemoryPort::all().waitlist, id);
}

std::vector<WaitlistEntry> MemoryWaitlist::all() const
{
    auto found = those_of(MemoryPort::all().waitlist, [](WaitlistEntry const&) { return true; });
    std::ranges::sort(found, {}, [](auto const& one) { return std::pair{one.details().since, one.id()}; });
    return found;
}

Result<void> MemoryWaitlist::keep(WaitlistEntry const& entry)
{
    return keep_in(MemoryPort::all().waitlist, entry);
}

Result<void> MemoryWaitlist::remove(WaitlistEntryId id, int version)
{
    return remove_from(MemoryPort::all().waitlist, id, version);
}

std::optional<Authorization> MemoryAuthorizations::find(AuthorizationId id) const
{
    return find_in(all().authorizations, id);
}

std::vector<Authorization> MemoryAuthorizations::of_patient(PatientId patient) const
{
    return those_of(all().authorizations, [&](Authorization const& one) { return one.details().patient == patient; });
}

Result<void> MemoryAuthorizations::keep(Authorization const& authorization)
{
    if (auto kept = keep_in(all().authorizations, authorization); !kept)
        return kept;
    auto const patient = all().patients.find(PatientId{authorization.id().value()});
    if (patient != all().patients.end()) {
        auto details = patient->second.details();
        details.coverage.visits_authorized = authorization.details().visits;
        patient->second =
            Patient::restore(patient->first, patient->second.record_number(), details, patient->second.version() + 1);
    }
    return {};
}

Agenda MemoryAgendas::of_days(Date from, Date to, std::optional<UserId> clinician, Date today) const
{
    Agenda agenda;
    agenda.appointments = by_start(those_of(all().appointments, [&](Appointment const& one) {
        Date const day = day_of(one.details().start);
        return day >= from && day <= to && (!clinician || one.details().clinician == *clinician);
    }));
    for (Appointment const& one : agenda.appointments)
        describe(agenda, one, from, to, today);
    return agenda;
}

void MemoryAgendas::describe(Agenda& agenda, Appointment const& appointment, Date from, Date to, Date today) const
{
    auto const& details = appointment.details();
    Patient const& patient = all().patients.at(details.patient);
    auto const& contact = patient.details().contact;
    Agenda::Person person{.name = patient.name(),
        .phone = contact.mobile.empty() ? contact.phone : contact.mobile,
        .precautions = precautions_of(patient)};
    for (auto const& [id, visit] : all().visits) {
        Date const day = day_of(visit.details().start);
        if (visit.details().appointment == appointment.id())
            agenda.notes[appointment.id()] = {id, visit.seal().has_value()};
        if (visit.patient() == details.patient && day < from)
            person.last_visit = std::max(person.last_visit.value_or(day), day);
    }
    agenda.people[details.patient] = std::move(person);
    auto episode = details.episode;
    std::optional<Date> newest;
    for (auto const& [id, one] : all().episodes)
        if (!details.episode && one.patient() == details.patient && one.details().status == EpisodeStatus::Open
            && (!newest || one.details().started >= *newest)) {
            newest = one.details().started;
            episode = id;
        }
    if (episode) {
        agenda.episodes.emplace(appointment.id(), *episode);
        agenda.courses[*episode] = course(*episode, to, today);
    }
    auto& authorizations = agenda.authorizations[details.patient];
    authorizations = those_of(all().authorizations,
        [&](Authorization const& one) { return one.details().patient == details.patient && !one.details().ended; });
    for (Authorization const& one : authorizations)
        agenda.used[one.id()] = use_of(one.id());
    if (authorizations.empty())
        agenda.authorizations.erase(details.patient);
}

Agenda::Course MemoryAgendas::course(EpisodeId episode, Date to, Date today) const
{
    Agenda::Course found{.title = all().episodes.at(episode).details().title};
    std::set<Date> treated, reported, coming;
    std::set<AppointmentId> with_visit;
    for (auto const& [id, visit] : all().visits) {
        if (visit.episode() == episode && counts(visit))
            treated.insert(day_of(visit.details().start));
        if (visit.details().appointment)
            with_visit.insert(*visit.details().appointment);
    }
    for (auto const& [id, evaluation] : all().evaluations)
        if (evaluation.episode() == episode)
            treated.insert(evaluation.details().on);
    for (auto const& [id, document] : all().documents)
        if (document.first.episode == episode && document.first.kind == DocumentKind::ProgressReport)
            reported.insert(document.first.dated);
    for (auto const& [id, one] : all().appointments) {
        Date const day = day_of(one.details().start);
        if (one.details().episode == episode && day >= today && day <= to && takes_time(one)
            && !with_visit.contains(id))
            coming.insert(day);
    }
    for (auto const& [id, plan] : all().plans)
        if (plan.episode() == episode)
            found.plans.push_back(plan);
    std::ranges::stable_sort(found.plans, {}, [](PlanOfCare const& plan) { return plan.details().established; });
    found.treatment_days.assign(treated.begin(), treated.end());
    found.report_days.assign(reported.begin(), reported.end());
    found.coming_days.assign(coming.begin(), coming.end());
    return found;
}

AuthorizationUse MemoryAgendas::use_of(AuthorizationId id) const
{
    return testing::use_of(all(), id);
}

AuthorizationUse use_of(MemoryState const& state, AuthorizationId id)
{
    auto const authorization = find_in(state.authorizations, id);
    if (!authorization)
        return {};
    auto const& details = authorization->details();
    std::set<Date> days;
    std::map<Date, std::vector<BilledRow>> billed;
    for (auto const& [key, visit] : state.visits) {
        Date const day = day_of(visit.details().start);
        if (visit.patient() != details.patient || !is_within(details, visit.episode(), day))
            continue;
        if (counts(visit))
            days.insert(day);
        for (Intervention const& row : visit.details().interventions)
            if (row.details().state == RowState::Confirmed && !row.details().at_home)
                billed[day].push_back({row.details().service_code, row.details().timed, row.details().minutes});
    }
    for (auto const& [key, evaluation] : state.evaluations)
        if (evaluation.patient() == details.patient
            && is_within(details, evaluation.episode(), evaluation.details().on))
            days.insert(evaluation.details().on);
    AuthorizationUse use{static_cast<int>(days.size()) + details.visits_before, details.units_before};
    UnitRule const rule = state.patients.at(details.patient).details().coverage.unit_rule;
    for (auto const& [day, rows] : billed)
        use.units += !details.units ? 0 : units_of_day(rule, rows);
    return use;
}

} // namespace plumbline::testing
