// SPDX-License-Identifier: Apache-2.0
#include "app/services/Booking.hpp"

#include "app/services/Allowance.hpp"
#include "app/services/Common.hpp"
#include "app/services/ScheduleSetup.hpp"

#include <algorithm>
#include <set>

namespace plumbline::app {

namespace {

constexpr std::string_view outside_hours = "hours";
constexpr std::string_view beyond_limits = "limits";

/// What is out of use stays with an appointment that has it already.
bool is_usable(Records const& records, ResourceId id, AppointmentId by)
{
    auto const resource = records.resources().find(id);
    if (resource && resource->details().active)
        return true;
    auto const stored = records.appointments().find(by);
    return resource && stored && std::ranges::binary_search(stored->details().resources, id);
}

Result<void> who_can(Records const& records, Appointment::Details const& details, AppointmentId by)
{
    if (!records.patients().find(details.patient))
        return refuse_missing_patient();
    auto const clinician = records.users().find(details.clinician);
    if (!clinician || !clinician->details().active || !permitted(clinician->details().role, Action::EditNote))
        return refuse(Refusal::Reason::Invalid, "clinician", tr_noop("Nobody who treats has this name."));
    for (ResourceId const id : details.resources)
        if (!is_usable(records, id, by))
            return refuse(Refusal::Reason::Invalid, "resources", tr_noop("This room or equipment is not in use."));
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
        return refuse(Refusal::Reason::Invalid, outside_hours,
            tr_noop("The clinician does not work from {0} to {1} on {2}: {3}."), std::move(words));
    }
    return refuse(Refusal::Reason::Invalid, outside_hours,
        tr_noop("The clinician does not work from {0} to {1} on {2}."), std::move(words));
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

Result<void> within_limits(
    Records const& records, Date today, Appointment::Details const& details, AppointmentId id, Together const& together)
{
    auto apart = together.changed;
    apart.push_back(id);
    Allowance allowance{records, today, details.patient, details.episode, apart};
    for (Date const day : together.days)
        allowance.add(day);
    if (auto refusal = allowance.against(day_of(details.start), details.type))
        return refuse(*std::move(refusal));
    return {};
}

/// The rules that may be set aside: those that speak against it although they were not, as one refusal.
Result<Meant> set_aside(Records const& records, Date today, Appointment::Details const& details, AppointmentId id,
    Meant const& meant, Together const& together)
{
    Faults faults;
    Meant needed;
    if (auto inside = within_hours(records, details); !inside) {
        needed.hours = Hours::Overridden;
        if (meant.hours == Hours::Kept)
            faults.add(inside.error());
    }
    if (auto covered = within_limits(records, today, details, id, together); !covered) {
        needed.limits = Limits::Overridden;
        if (meant.limits == Limits::Kept)
            faults.add(covered.error());
    }
    if (!faults.none())
        return refuse(faults.refusal());
    if (needed.hours == Hours::Overridden || needed.limits == Limits::Overridden)
        needed.reason = meant.reason;
    return needed;
}

} // namespace

bool can_be_meant(Refusal const& refusal) noexcept
{
    return (refusal.field == outside_hours || refusal.field == beyond_limits)
        && std::ranges::all_of(refusal.others, can_be_meant);
}

Meant with_meant(Meant meant, Refusal const& refusal)
{
    if (refusal.field == outside_hours)
        meant.hours = Hours::Overridden;
    if (refusal.field == beyond_limits)
        meant.limits = Limits::Overridden;
    for (Refusal const& other : refusal.others)
        meant = with_meant(std::move(meant), other);
    return meant;
}

Meant joined(Meant one, Meant const& other)
{
    if (other.hours == Hours::Overridden)
        one.hours = other.hours;
    if (other.limits == Limits::Overridden)
        one.limits = other.limits;
    if (one.reason.empty())
        one.reason = other.reason;
    return one;
}

Meant newly(Meant set_aside, Meant const& asked)
{
    if (asked.hours == Hours::Kept)
        set_aside.hours = Hours::Kept;
    if (asked.limits == Limits::Kept)
        set_aside.limits = Limits::Kept;
    if (set_aside.hours == Hours::Kept && set_aside.limits == Limits::Kept)
        set_aside.reason.clear();
    return set_aside;
}

std::string detail_of(std::string_view what, Meant const& set_aside)
{
    std::string detail{what};
    auto const add = [&](std::string_view words) { detail.append(detail.empty() ? "" : "; ").append(words); };
    if (set_aside.hours == Hours::Overridden)
        add("outside working hours");
    if (set_aside.limits == Limits::Overridden)
        add("beyond authorization, referral or certification");
    if (!set_aside.reason.empty())
        add("reason kept");
    return detail;
}

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

Result<Fit> fit_to_keep(Records const& records, Context const& context, AppointmentId id, Appointment::Details details,
    int version, Meant const& meant, Together const& together)
{
    if (auto sound = Appointment::create(id, details, version); !sound)
        return refuse(sound.error());
    if (auto able = who_can(records, details, id); !able)
        return refuse(able.error());
    if (auto chosen = choose_episode(records, details); !chosen)
        return refuse(chosen.error());
    auto aside = set_aside(records, context.today(), details, id, meant, together);
    if (!aside)
        return refuse(aside.error());
    TypeRule const rule = type_rule(details.type, settings_of(records));
    details.may_overlap = rule.may_overlap;
    auto seat = seat_for(records, id, details, rule.places);
    if (!seat)
        return refuse(seat.error());
    details.seat = *seat;
    details.reason = aside->reason;
    auto kept = Appointment::create(id, std::move(details), version);
    if (!kept)
        return refuse(kept.error());
    return Fit{*std::move(kept), *std::move(aside)};
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

Meant still_meant(Appointment const& stored, Appointment::Details const& wanted, Meant meant)
{
    auto const& was = stored.details();
    bool const same_day = day_of(wanted.start) == day_of(was.start);
    if (wanted.start == was.start && wanted.length <= was.length && wanted.clinician == was.clinician)
        meant.hours = Hours::Overridden;
    if (same_day && wanted.episode == was.episode && wanted.type == was.type)
        meant.limits = Limits::Overridden;
    if (meant.reason.empty())
        meant.reason = was.reason;
    return meant;
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
