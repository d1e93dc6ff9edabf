// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/core/Time.hpp"

#include <optional>
#include <string_view>

namespace plumbline::app {

/// Where a date without a full year belongs: births and onsets lie behind us, visits and due days ahead, others
/// nearest today.
enum class DateLeaning { Past, Nearest, Future };

/// The day somebody means who types `today`, `t`, `+5`, `-10`, `2w`, `+3m`, `tue`, `3/14`, `3/14/79`, `03141979`,
/// `14 Mar`, `Mar 14 1979` or `1979-03-14`. Slashed dates are month first. A year of two digits is the last such year
/// for what leans to the past, otherwise the one from 79 years back to 20 ahead; a year of four is what it says. A weekday is the
/// nearest such day in the direction of the leaning, never today. Nothing when it is no day.
[[nodiscard]] std::optional<Date> read_day(std::string_view typed, Date today, DateLeaning leaning);

/// The same for a field: empty text is no day, and what is not understood is refused on the field.
[[nodiscard]] Result<std::optional<Date>> parse_typed_date(
    std::string_view text, Date today, DateLeaning leaning, std::string_view field);

} // namespace plumbline::app
