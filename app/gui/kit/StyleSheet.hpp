// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace plumbline::app::kit {
struct Palette;
}

namespace plumbline::app::kit::native {

/// How native controls look in these colors, in the style language of the desktop's toolkit. It sizes
/// lines of text by padding alone: wx measures them and does not see a least height.
[[nodiscard]] std::string style_sheet(Palette const& colors);

} // namespace plumbline::app::kit::native
