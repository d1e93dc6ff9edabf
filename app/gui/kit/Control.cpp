// SPDX-License-Identifier: Apache-2.0
#include "app/gui/kit/Control.hpp"

#include "app/gui/kit/Native.hpp"

#include <wx/dcclient.h>

namespace plumbline::app::kit {

Control::Control(wxWindow* parent, Reach reach)
    : wxWindow{parent, wxID_ANY, wxDefaultPosition, wxDefaultSize,
        wxBORDER_NONE | wxFULL_REPAINT_ON_RESIZE | (reach == Reach::Keyboard ? wxWANTS_CHARS : 0)}
    , reach_{reach}
{
    prepare_for_painting(this);
    Bind(wxEVT_PAINT, [this](wxPaintEvent&) {
        wxPaintDC dc{this};
        Brush brush{dc};
        brush.fill(GetClientRect(), ground_behind(this));
        paint(brush, GetClientRect());
    });
    if (reach == Reach::Looks) {
        native::without_focus(this);
        a11y::role(this, a11y::Role::Label);
        return;
    }
    auto const repaint = [this](wxFocusEvent& event) {
        Refresh();
        event.Skip();
    };
    Bind(wxEVT_SET_FOCUS, repaint);
    Bind(wxEVT_KILL_FOCUS, repaint);
    Bind(wxEVT_ENTER_WINDOW, [this](wxMouseEvent& event) {
        hovered_ = true;
        Refresh();
        event.Skip();
    });
    Bind(wxEVT_LEAVE_WINDOW, [this](wxMouseEvent& event) {
        hovered_ = false;
        Refresh();
        event.Skip();
    });
}

bool Control::AcceptsFocus() const
{
    return reach_ == Reach::Keyboard && IsShown() && IsEnabled();
}

bool Control::AcceptsFocusFromKeyboard() const
{
    return AcceptsFocus();
}

void Control::resized()
{
    // A clock that ticks in its old room must not set the whole screen in motion.
    wxSize const before = GetBestSize();
    InvalidateBestSize();
    if (GetBestSize() != before)
        relayout(this);
    Refresh();
}

} // namespace plumbline::app::kit
