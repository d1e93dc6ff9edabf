// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/core/Time.hpp"

#include <optional>
#include <string_view>

namespace plumbline::app {

/// Where a date without a year belongs: birth dates lie in the past, due dates ahead, others nearest today.
enum class DateLeaning { Past, Nearest, Future };

/// A day as people type it: `today`, `t`, `+5`, `-10`, `3/14`, `3/14/79`, `3/14/1979`, `1979-03-12`, `12 Mar 1979`, `12 mar`,
/// `tue`. Slashed dates are month first. Empty text is no day; anything else not understood is refused on the field.
[[nodiscard]] Result<std::optional<Date>> parse_typed_date(
    std::string_view text, Date today, DateLeaning leaning, std::string_view field);

} // namespace plumbline::app
