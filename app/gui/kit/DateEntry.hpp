// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/core/Time.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace plumbline::app::kit {

/// Which way a date without a full year leans: births and onsets lie behind us, visits before us.
enum class Lean { Past, Future };

/// The day somebody means who types `today`, `+5`, `-10`, `2w`, `tue`, `3/14`, `3/14/79`, `14 Mar`,
/// `Mar 14 1979` or `1979-03-14`. Slashes are month first. A weekday is the nearest such day in the
/// direction of the lean, never today. Nothing when it is no day.
[[nodiscard]] std::optional<Date> read_day(std::string_view typed, Date today, Lean lean = Lean::Future);

} // namespace plumbline::app::kit
