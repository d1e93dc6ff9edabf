// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/core/Time.hpp"
#include "domain/scheduling/WorkingHours.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace plumbline::app {

/// A time of the day as people type it: `10:30`, `1030`, `9`, `2:30 pm`, `230p`. Without am or pm it is the 24-hour
/// clock. Empty text is no time; anything else not understood is refused on the field.
[[nodiscard]] Result<std::optional<Minutes>> parse_typed_time(std::string_view text, std::string_view field);

/// Hours of a day as people type them: `08:00-12:00 13:00-17:30`, `8-12, 1pm-5:30pm`, `9 to 5 pm` is 09:00 to 17:00.
/// Empty text is a day off; anything else not understood is refused on the field.
[[nodiscard]] Result<std::vector<DaySpan>> parse_typed_hours(std::string_view text, std::string_view field);

} // namespace plumbline::app
