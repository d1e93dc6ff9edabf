// SPDX-License-Identifier: Apache-2.0
#pragma once

class wxWindow;

namespace plumbline::app::kit {

/// Scrolls whatever this window stands in so far that it is seen; what is larger than the view is seen as it is.
void bring_into_view(wxWindow const& window);

} // namespace plumbline::app::kit
