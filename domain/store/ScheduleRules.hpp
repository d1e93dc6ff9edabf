// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/patients/Authorization.hpp"
#include "domain/scheduling/Appointment.hpp"
#include "domain/scheduling/WorkingHours.hpp"

#include <functional>
#include <string>
#include <string_view>

namespace plumbline {

// The clinic's own rules of booking, read from its settings. One that makes no sense counts as its default.

using ReadSetting = std::function<std::string(std::string_view)>;

/// How the clinic books appointments of one type (settings `appointment.*`).
struct TypeRule {
    Minutes length{45};
    int places = 1; ///< Of a class; 1 for all else.
    bool may_overlap = false;
    friend bool operator==(TypeRule const&, TypeRule const&) = default;
};
[[nodiscard]] TypeRule type_rule(AppointmentType type, ReadSetting const& setting);

/// Whether a cancellation at this moment is late (setting `appointment.late_cancel_hours`; 0: never).
[[nodiscard]] bool is_late_cancellation(ClinicTime start, ClinicTime now, ReadSetting const& setting);

/// When the clinic is open (settings `schedule.opens`, `schedule.closes`); 07:00 to 19:00 when they make no span.
[[nodiscard]] DaySpan opening_hours(ReadSetting const& setting);
/// What starts of appointments are multiples of (setting `schedule.step_minutes`).
[[nodiscard]] Minutes schedule_step(ReadSetting const& setting);

/// When the clinic wants to be told that an authorization ends (settings `alert.authorization_*`).
[[nodiscard]] AuthorizationAlert authorization_alert(ReadSetting const& setting);

} // namespace plumbline
