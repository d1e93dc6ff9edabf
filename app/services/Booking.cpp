// SPDX-License-Identifier: Apache-2.0
#include "app/services/Booking.hpp"

#include "app/services/Common.hpp"
#include "app/services/ScheduleSetup.hpp"

#include <algorithm>
#include <set>

namespace plumbline::app {

namespace {

Result<void> who_can(Records const& records, Appointment::Details const& details)
{
    if (!records.patients().find(details.patient))
        return refuse_missing_patient();
    auto const clinician = records.users().find(details.clinician);
    if (!clinician || !clinician->details().active || !permitted(clinician->details().role, Action::EditNote))
        return refuse(Refusal::Reason::Invalid, "clinician", tr_noop("Nobody who treats has this name."));
    for (ResourceId const id : details.resources) {
        auto const resource = records.resources().find(id);
        if (!resource || !resource->details().active)
            return refuse(Refusal::Reason::Invalid, "resources", tr_noop("This room or equipment is not in use."));
    }
    return {};
}

Result<void> choose_episode(Records const& records, Appointment::Details& details)
{
    if (details.episode) {
        auto const episode = records.episodes().find(*details.episode);
        if (!episode || episode->patient() != details.patient)
            return refuse(Refusal::Reason::Invalid, "episode", tr_noop("This episode belongs to another patient."));
        return {};
    }
    for (Episode const& episode : records.episodes().of_patient(details.patient))
        if (episode.details().status == EpisodeStatus::Open) {
            details.episode = episode.id();
            break;
        }
    return {};
}

Result<void> within_hours(Records const& records, Appointment::Details const& details)
{
    WorkingHours const hours = hours_of(records, details.clinician);
    if (hours.cover(details.start, details.length))
        return {};
    Date const day = day_of(details.start);
    HoursException const* const exception = hours.exception_on(day);
    std::vector<std::string> words{to_clock(details.start), to_clock(details.start + details.length), to_words(day)};
    if (exception && !exception->reason.empty()) {
        words.push_back(exception->reason);
        return refuse(Refusal::Reason::Invalid, "hours",
            tr_noop("The clinician does not work from {0} to {1} on {2}: {3}."), std::move(words));
    }
    return refuse(Refusal::Reason::Invalid, "hours", tr_noop("The clinician does not work from {0} to {1} on {2}."),
        std::move(words));
}

/// The lowest place of the class that nobody else has.
Result<std::optional<int>> seat_for(
    Records const& records, AppointmentId id, Appointment::Details const& details, int places)
{
    if (details.type != AppointmentType::Group || !takes_time(details.status))
        return std::optional<int>{};
    std::set<int> taken;
    Date const day = day_of(details.start);
    for (Appointment const& other : records.appointments().between(day, day, details.clinician))
        if (other.id() != id && takes_time(other) && one_class(other.details(), details) && other.details().seat)
            taken.insert(*other.details().seat);
    if (details.seat && *details.seat <= places && !taken.contains(*details.seat))
        return details.seat;
    for (int seat = 1; seat <= places; ++seat)
        if (!taken.contains(seat))
            return std::optional{seat};
    return refuse(Refusal::Reason::Conflict, "start", tr_noop("All {0} places of the class at {1} on {2} are taken."),
        {std::to_string(places), to_clock(details.start), to_words(day)});
}

} // namespace

ReadSetting settings_of(Records const& records)
{
    return [all = records.settings().all()](std::string_view key) {
        auto const found = all.find(std::string{key});
        return found == all.end() ? std::string{} : found->second;
    };
}

Result<Appointment> seen_appointment(Records const& records, Seen seen)
{
    auto stored = records.appointments().find(seen.id);
    if (!stored)
        return refuse_missing_appointment();
    if (auto current = still_current(stored->version(), seen.version.value_or(stored->version())); !current)
        return refuse(current.error());
    return *std::move(stored);
}

Result<Appointment> fit_to_keep(
    Records const& records, AppointmentId id, Appointment::Details details, int version, Hours hours)
{
    if (auto sound = Appointment::create(id, details, version); !sound)
        return sound;
    if (auto able = who_can(records, details); !able)
        return refuse(able.error());
    if (auto chosen = choose_episode(records, details); !chosen)
        return refuse(chosen.error());
    if (hours == Hours::Kept)
        if (auto inside = within_hours(records, details); !inside)
            return refuse(inside.error());
    TypeRule const rule = type_rule(details.type, settings_of(records));
    details.may_overlap = rule.may_overlap;
    auto seat = seat_for(records, id, details, rule.places);
    if (!seat)
        return refuse(seat.error());
    details.seat = *seat;
    return Appointment::create(id, std::move(details), version);
}

std::optional<Refusal> obstacle(
    Records const& records, Appointment const& wanted, std::span<AppointmentId const> together)
{
    for (Appointment const& other : records.appointments().clashing(wanted))
        if (std::ranges::find(together, other.id()) == together.end())
            if (auto const clash = clash_between(wanted, other))
                return refusal_of(*clash, other);
    return std::nullopt;
}

Result<ScheduleEdit> write_down(Records& records, Context const& context, std::span<Appointment const> wanted,
    Message words, std::string const& detail)
{
    ScheduleEdit edit{.words = std::move(words)};
    for (Appointment const& one : wanted)
        edit.appointments.push_back(
            {one.version() == 0 ? std::nullopt : records.appointments().find(one.id()), std::nullopt});
    if (auto kept = records.appointments().keep_all(wanted); !kept)
        return refuse(kept.error());
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        edit.appointments[i].after = records.appointments().find(wanted[i].id());
        audit(records, context, wanted[i].version() == 0 ? AuditEvent::Create : AuditEvent::Change,
            {"appointment", wanted[i].id().value(), wanted[i].details().patient}, detail);
    }
    return edit;
}

std::vector<std::string> when_words(ClinicTime start)
{
    return {to_clock(start), to_words(day_of(start))};
}

Result<Appointment::Details> with_change(Appointment const& stored, AppointmentChange const& wanted)
{
    auto details = stored.details();
    bool const here = details.status == AppointmentStatus::Arrived || details.status == AppointmentStatus::InTreatment;
    if (!takes_time(stored) || details.status == AppointmentStatus::Done)
        return refuse(Refusal::Reason::Invalid, "status",
            tr_noop("What is done, missed or canceled stays as it was. Book a new appointment instead."));
    if (wanted.start && *wanted.start != details.start) {
        if (here && day_of(*wanted.start) != day_of(details.start))
            return refuse(
                Refusal::Reason::Invalid, "start", tr_noop("The patient is here. Only the hours of today can change."));
        details.start = *wanted.start;
        if (details.status == AppointmentStatus::Confirmed)
            details.status = AppointmentStatus::Booked; // Nobody has confirmed the new hour.
    }
    details.length = wanted.length.value_or(details.length);
    details.clinician = wanted.clinician.value_or(details.clinician);
    details.type = wanted.type.value_or(details.type);
    if (wanted.resources)
        details.resources = *wanted.resources;
    if (wanted.episode)
        details.episode = *wanted.episode;
    if (wanted.note)
        details.note = *wanted.note;
    return details;
}

} // namespace plumbline::app
