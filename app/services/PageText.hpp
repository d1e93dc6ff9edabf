// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "reports/document/Page.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace plumbline::app {

/// Finished pages as text, to be kept beside the PDF that was written from them: what was printed can be seen again
/// without being rebuilt, and without a reader of PDF. Not for screens.
[[nodiscard]] std::string to_text(std::vector<reports::Page> const& pages);
/// The same pages, operation by operation; none when the text is not of this form.
[[nodiscard]] std::optional<std::vector<reports::Page>> pages_from_text(std::string_view text);

} // namespace plumbline::app
