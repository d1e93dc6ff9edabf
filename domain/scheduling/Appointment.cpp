// SPDX-License-Identifier: Apache-2.0
#include "domain/scheduling/Appointment.hpp"

#include "domain/core/Text.hpp"
#include "domain/core/Vocabulary.hpp"

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

bool one_class(Appointment::Details const& a, Appointment::Details const& b) noexcept
{
    return a.type == AppointmentType::Group && b.type == AppointmentType::Group && a.start == b.start;
}

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

bool takes_time(Appointment const& appointment) noexcept
{
    AppointmentStatus const status = appointment.details().status;
    return status != AppointmentStatus::Cancelled && status != AppointmentStatus::NoShow;
}

bool clash(Appointment const& a, Appointment const& b) noexcept
{
    if (a.id() == b.id() || !takes_time(a) || !takes_time(b))
        return false;
    Appointment::Details const& left = a.details();
    Appointment::Details const& right = b.details();
    if (left.start >= b.end() || right.start >= a.end())
        return false;
    if (left.patient == right.patient)
        return true;
    return left.clinician == right.clinician && !one_class(left, right);
}

} // namespace plumbline
