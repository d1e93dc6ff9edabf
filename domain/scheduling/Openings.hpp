// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/scheduling/Appointment.hpp"
#include "domain/scheduling/WorkingHours.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace plumbline {

/// Free time of one clinician, as long as was asked for.
struct Opening {
    UserId clinician{0};
    ClinicTime start{};
    Minutes length{};
    std::vector<ResourceId> resources{}; ///< One of each kind that was asked for, ascending.
    friend bool operator==(Opening const&, Opening const&) = default;
};

/// What is looked for.
struct OpeningsWanted {
    Minutes length{45};
    Date from{};
    int days = 10;                          ///< Civil days, the first included.
    Minutes step{15};                       ///< Openings start on multiples of it, counted from midnight.
    std::optional<ClinicTime> not_before{}; ///< Nothing begins before it, such as now.
    std::optional<DaySpan> between{};       ///< The patient's hours; all of the opening lies in them.
    std::array<bool, 7> weekdays{true, true, true, true, true, true, true}; ///< Monday first.
    std::size_t at_most = 100;
    std::vector<std::vector<ResourceId>> one_of_each{}; ///< Of each group one is needed; any of it will do.
    std::optional<PatientId> patient{};                 ///< Whose own appointments are no openings either.
};

/// Openings by start, then in the order of the clinicians given. One for each step that is free: who wants fewer asks
/// for longer steps. Appointments that take no time (canceled, missed) leave it free; those of other clinicians and
/// days do no harm. Each clinician's day is looked at once: days x clinicians + appointments.
[[nodiscard]] std::vector<Opening> find_openings(
    std::span<WorkingHours const> clinicians, std::span<Appointment const> booked, OpeningsWanted const& wanted);

/// The part of a day that is worked and not taken, in order.
[[nodiscard]] std::vector<DaySpan> free_spans(WorkingHours const& hours, std::span<Appointment const> booked, Date day);

} // namespace plumbline
