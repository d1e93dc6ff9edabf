// SPDX-License-Identifier: Apache-2.0
#include "domain/scheduling/Appointment.hpp"

#include "domain/core/Text.hpp"
#include "domain/core/Vocabulary.hpp"

#include <algorithm>
#include <utility>

namespace plumbline {

namespace {

constexpr Vocabulary types{std::to_array<Term<AppointmentType>>({
    {AppointmentType::Evaluation, "evaluation", "Evaluation"},
    {AppointmentType::Treatment, "treatment", "Treatment"},
    {AppointmentType::ReEvaluation, "re-evaluation", "Re-evaluation"},
    {AppointmentType::Group, "group", "Group"},
})};

constexpr Vocabulary statuses{std::to_array<Term<AppointmentStatus>>({
    {AppointmentStatus::Booked, "booked", "Booked"},
    {AppointmentStatus::Confirmed, "confirmed", "Confirmed"},
    {AppointmentStatus::Arrived, "arrived", "Arrived"},
    {AppointmentStatus::InTreatment, "in-treatment", "In treatment"},
    {AppointmentStatus::Done, "done", "Done"},
    {AppointmentStatus::NoShow, "no-show", "No-show"},
    {AppointmentStatus::Cancelled, "cancelled", "Canceled"},
})};

/// The years a stored time may have: those that parse_clinic_time reads back, less the ones before computers.
bool is_schedulable(ClinicTime time) noexcept
{
    auto const year = static_cast<int>(day_of(time).year());
    return year >= 1970 && year <= 2200;
}

} // namespace

std::string_view code(AppointmentType type) noexcept
{
    return types.code(type);
}
std::string_view label(AppointmentType type) noexcept
{
    return types.label(type);
}
std::string_view code(AppointmentStatus status) noexcept
{
    return statuses.code(status);
}
std::string_view label(AppointmentStatus status) noexcept
{
    return statuses.label(status);
}

Result<AppointmentType> appointment_type_from_code(std::string_view code)
{
    if (auto const type = types.from_code(code))
        return *type;
    return refuse(Refusal::Reason::Invalid, "type", tr_noop("There is no such type of appointment."));
}

Result<AppointmentStatus> appointment_status_from_code(std::string_view code)
{
    if (auto const status = statuses.from_code(code))
        return *status;
    return refuse(Refusal::Reason::Invalid, "status", tr_noop("There is no such status of an appointment."));
}

Result<Appointment> Appointment::create(AppointmentId id, Details details, int version)
{
    Faults faults;
    if (details.patient.value() <= 0)
        faults.add("patient", tr_noop("Choose the patient."));
    if (details.clinician.value() <= 0)
        faults.add("clinician", tr_noop("Choose the clinician."));
    if (!is_schedulable(details.start))
        faults.add("start", tr_noop("Choose when the appointment starts."));
    if (details.length < shortest || details.length > longest)
        faults.add("length", tr_noop("An appointment lasts from 5 minutes to 8 hours."));
    clean_text(faults, "note", details.note, free_text_rule);
    clean_text(faults, "reason", details.reason, line_rule);
    std::ranges::sort(details.resources);
    auto const doubles = std::ranges::unique(details.resources);
    details.resources.erase(doubles.begin(), doubles.end());
    if (!faults.none())
        return refuse(faults.refusal());
    return Appointment{id, std::move(details), version};
}

Appointment Appointment::restore(AppointmentId id, Details details, int version)
{
    return Appointment{id, std::move(details), version};
}

Appointment::Appointment(AppointmentId id, Details details, int version)
    : id_{id}
    , details_{std::move(details)}
    , version_{version}
{
}

bool may_become(AppointmentStatus from, AppointmentStatus to) noexcept
{
    using enum AppointmentStatus;
    bool const came = from == Arrived || from == InTreatment || from == Done;
    switch (to) {
    case Booked:
    case Confirmed:
    case Arrived:
        return true;
    case InTreatment:
    case Done:
        return from != NoShow && from != Cancelled;
    case NoShow:
        return !came;
    case Cancelled:
        return from != InTreatment && from != Done;
    }
    return false;
}

bool takes_time(AppointmentStatus status) noexcept
{
    return status != AppointmentStatus::Cancelled && status != AppointmentStatus::NoShow;
}

bool takes_time(Appointment const& appointment) noexcept
{
    return takes_time(appointment.details().status);
}

void set_status(Appointment::Details& details, AppointmentStatus status, ClinicTime now)
{
    using enum AppointmentStatus;
    bool const is_here = status == Arrived || status == InTreatment || status == Done;
    bool const treated = status == InTreatment || status == Done;
    if (!is_here)
        details.arrived.reset();
    else if (!details.arrived || (status == Arrived && details.status != Arrived && !details.started))
        details.arrived = now;
    if (!treated)
        details.started.reset();
    else if (!details.started && status == InTreatment)
        details.started = now;
    if (status != Done)
        details.finished.reset();
    else if (!details.finished)
        details.finished = now;
    if (status != Cancelled && details.status == Cancelled) {
        details.reason.clear();
        details.late = false;
    }
    details.status = status;
}

bool one_class(Appointment::Details const& a, Appointment::Details const& b) noexcept
{
    return a.type == AppointmentType::Group && b.type == AppointmentType::Group && a.clinician == b.clinician
        && a.start == b.start;
}

std::optional<Clash> clash_between(Appointment const& a, Appointment const& b) noexcept
{
    if (a.id() == b.id() || !takes_time(a) || !takes_time(b))
        return std::nullopt;
    Appointment::Details const& left = a.details();
    Appointment::Details const& right = b.details();
    if (left.start >= b.end() || right.start >= a.end())
        return std::nullopt;
    if (left.patient == right.patient)
        return Clash{Clash::Over::Patient};
    if (one_class(left, right))
        return left.seat && left.seat == right.seat ? std::optional{Clash{Clash::Over::Seat}} : std::nullopt;
    if (left.clinician == right.clinician && !left.may_overlap && !right.may_overlap)
        return Clash{Clash::Over::Clinician};
    for (ResourceId const resource : left.resources)
        if (std::ranges::binary_search(right.resources, resource))
            return Clash{Clash::Over::Resource, resource};
    return std::nullopt;
}

bool clash(Appointment const& a, Appointment const& b) noexcept
{
    return clash_between(a, b).has_value();
}

Refusal refusal_of(Clash const& clash, Appointment const& other)
{
    std::vector<std::string> const when{
        to_clock(other.details().start), to_clock(other.end()), to_words(day_of(other.details().start))};
    auto const say = [&](std::string_view field, std::string_view text) {
        return Refusal{Refusal::Reason::Conflict, field, Message{text, when}, {}};
    };
    switch (clash.over) {
    case Clash::Over::Patient:
        return say("start", tr_noop("The patient already has an appointment from {0} to {1} on {2}."));
    case Clash::Over::Resource:
        return say("resources", tr_noop("The room or equipment is already taken from {0} to {1} on {2}."));
    case Clash::Over::Seat:
        return say("start", tr_noop("This place in the class from {0} to {1} on {2} is already taken."));
    case Clash::Over::Clinician:
        break;
    }
    return say("start", tr_noop("The clinician already has an appointment from {0} to {1} on {2}."));
}

void count(DayCount& day, AppointmentStatus status, Minutes length) noexcept
{
    if (status == AppointmentStatus::Cancelled)
        ++day.canceled;
    else if (status == AppointmentStatus::NoShow)
        ++day.missed;
    else {
        ++day.booked;
        day.taken += length;
    }
}

} // namespace plumbline
