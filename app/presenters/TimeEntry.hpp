// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/core/Time.hpp"

#include <optional>
#include <string_view>

namespace plumbline::app {

/// A time of the day as people type it: `10:30`, `1030`, `9`, `2:30 pm`, `230p`. Without am or pm it is the 24-hour
/// clock. Empty text is no time; anything else not understood is refused on the field.
[[nodiscard]] Result<std::optional<Minutes>> parse_typed_time(std::string_view text, std::string_view field);

} // namespace plumbline::app
