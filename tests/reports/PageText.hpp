// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "reports/document/Page.hpp"

#include <span>
#include <string>
#include <vector>

namespace plumbline::reports::testing {

/// Pages as text that a person can compare: one operation a line, in tenths of a point.
[[nodiscard]] std::string as_text(std::span<Page const> pages);
/// The words of a page, one run a line, in the order in which they are drawn.
[[nodiscard]] std::vector<std::string> words_of(Page const& page);
/// Baseline of the first run that is this text; negative when the page has none.
[[nodiscard]] double baseline_of(Page const& page, std::string_view text);

} // namespace plumbline::reports::testing
