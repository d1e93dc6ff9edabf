// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/services/Booking.hpp"
#include "app/services/ScheduleSeries.hpp"

namespace plumbline::app {

// What the booking and the changing of a series share; not offered to screens.

/// The starts of a rule, less those on exception days.
[[nodiscard]] Result<std::vector<ClinicTime>> starts_of(
    std::string const& rule, ClinicTime first, std::vector<Date> const& exceptions = {});

/// Kept before its appointments, since they refer to it.
[[nodiscard]] Result<Changed<AppointmentSeries>> kept_series(Records& records, AppointmentSeries const& series);

/// A new appointment's details like these: booked, of no series.
[[nodiscard]] Appointment::Details fresh_like(Appointment::Details const& details);

/// As a conflict, whatever it was.
[[nodiscard]] tl::unexpected<Refusal> refuse_conflict(Refusal conflict);

} // namespace plumbline::app
