// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <wx/string.h>

#include <cstddef>
#include <functional>

class wxWindow;

namespace plumbline::app::kit::a11y {

/// What is worth knowing of a part besides its name, for controls that have let their parts speak (`parts`). Asked for
/// one part at a time and only when somebody listens to it, so it may be long.
void describe_parts(wxWindow* window, std::function<wxString(std::size_t)> words);

} // namespace plumbline::app::kit::a11y
