// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/services/Schedule.hpp"

#include <span>

namespace plumbline::app {

// How the services of the schedule share their work; not offered to screens.

/// The settings as they stand, read once.
[[nodiscard]] ReadSetting settings_of(Records const& records);

/// The stored appointment, if the person saw the newest version of it.
[[nodiscard]] Result<Appointment> seen_appointment(Records const& records, Seen seen);

/// What is written in the same piece: the stored hours of those that change count no more, the days of the others do.
struct Together {
    std::vector<AppointmentId> changed{};
    std::vector<Date> days{};
};
/// An appointment that may be kept, and which of the rules that were meant to be set aside really spoke against it.
struct Fit {
    Appointment appointment;
    Meant set_aside{};
};
/// The appointment as it may be kept: checked against everything except other people's time, with its seat, the
/// clinic's rule about overlaps and the patient's open episode where none was named.
[[nodiscard]] Result<Fit> fit_to_keep(Records const& records, Context const& context, AppointmentId id,
    Appointment::Details details, int version, Meant const& meant, Together const& together = {});

/// What is meant, and what was when it was booked: who stays where they are may still get a room, or a shorter time.
[[nodiscard]] Meant still_meant(Appointment const& stored, Appointment::Details const& wanted, Meant meant);

/// For the audit log: what was done, and which rules were set aside for it.
[[nodiscard]] std::string detail_of(std::string_view what, Meant const& set_aside);
/// Both.
[[nodiscard]] Meant joined(Meant one, Meant const& other);
/// Without what was set aside before and is in the log already.
[[nodiscard]] Meant newly(Meant set_aside, Meant const& asked);

/// What stands against keeping it, if anything. Those that are changed together with it are not in its way.
[[nodiscard]] std::optional<Refusal> obstacle(
    Records const& records, Appointment const& wanted, std::span<AppointmentId const> together = {});

/// Writes them in one piece, notes each in the audit log and says what was done.
[[nodiscard]] Result<ScheduleEdit> write_down(Records& records, Context const& context,
    std::span<Appointment const> wanted, Message words, std::string const& detail);

[[nodiscard]] inline tl::unexpected<Refusal> refuse_missing_appointment()
{
    return refuse(Refusal::Reason::NotFound, "appointment", tr_noop("There is no such appointment."));
}

/// Where and when, as the arguments of a message: `10:30`, `Mon 23 Nov 2026`.
[[nodiscard]] std::vector<std::string> when_words(ClinicTime start);

/// The details after a change, before any rule is asked. Refuses what is over, and another day for who is here.
[[nodiscard]] Result<Appointment::Details> with_change(Appointment const& stored, AppointmentChange const& wanted);

} // namespace plumbline::app
