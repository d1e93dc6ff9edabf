// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/core/Result.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace plumbline::app {

/// A form's refusal as one line for each of its faults.
[[nodiscard]] std::vector<Refusal> each(Refusal refusal);
/// The same with at most one line for each field, the first: what was typed wrong is not said twice.
[[nodiscard]] std::vector<Refusal> one_each(Refusal refusal);

/// What a person typed as a number; nothing for an empty text, and the sentence beside the field for any other.
[[nodiscard]] std::optional<int> whole_number(
    std::string_view text, std::string_view field, std::string_view sentence, Faults& faults);
[[nodiscard]] std::optional<double> decimal_number(
    std::string_view text, std::string_view field, std::string_view sentence, Faults& faults);

} // namespace plumbline::app
