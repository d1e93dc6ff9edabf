// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/scheduling/Appointment.hpp"

namespace plumbline::app::demo {

/// How far an appointment of this time of day has come: the demo's day stands at a quarter to eleven, whenever it
/// is opened.
[[nodiscard]] AppointmentStatus status_at(Minutes since_midnight) noexcept;

} // namespace plumbline::app::demo
