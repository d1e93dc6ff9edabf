// SPDX-License-Identifier: Apache-2.0
#include "app/gui/kit/Scrolling.hpp"

#include "app/gui/kit/Theme.hpp"

#include <wx/scrolwin.h>

namespace plumbline::app::kit {

void bring_into_view(wxWindow const& window)
{
    for (wxWindow* above = window.GetParent(); above != nullptr && !above->IsTopLevel(); above = above->GetParent()) {
        auto* const scrolled = dynamic_cast<wxScrolledWindow*>(above);
        if (scrolled == nullptr)
            continue;
        int across = 0;
        int unit = 0;
        scrolled->GetScrollPixelsPerUnit(&across, &unit);
        int const air = scrolled->FromDIP(step::l);
        int const view = scrolled->GetClientSize().y;
        int const top = scrolled->ScreenToClient(window.GetScreenPosition()).y - air;
        int const bottom = top + window.GetSize().y + 2 * air;
        if (unit <= 0 || bottom - top > view)
            continue;
        int const now = scrolled->GetViewStart().y;
        if (top < 0)
            scrolled->Scroll(-1, now + (top - unit + 1) / unit);
        else if (bottom > view)
            scrolled->Scroll(-1, now + (bottom - view + unit - 1) / unit);
    }
}

} // namespace plumbline::app::kit
