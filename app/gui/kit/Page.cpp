// SPDX-License-Identifier: Apache-2.0
#include "app/gui/kit/Page.hpp"

#include <wx/window.h>

namespace plumbline::app::kit {

void Page::take_focus()
{
    window()->SetFocus();
}

} // namespace plumbline::app::kit
