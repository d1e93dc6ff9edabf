// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <wx/gdicmn.h>

#include <functional>
#include <optional>

class wxDataViewColumn;
class wxWindow;

namespace plumbline::app::kit {
struct Palette;
}

/// What the kit needs of the desktop's own toolkit below wx. Only the kit includes this.
namespace plumbline::app::kit::native {
void begin_finding_fonts();
/// Marks a control for our style sheet.
void style(wxWindow* window, char const* css_class);
/// The same for what changes only colors, on a field and the fields inside it.
void mark(wxWindow* window, char const* css_class);
void unmark(wxWindow* window, char const* css_class);
/// Dresses native controls in these colors; none undresses them.
void load_css(Palette const* colors);
[[nodiscard]] bool high_contrast();
/// Nothing returns to what the desktop says.
void prefer_dark(std::optional<bool> dark);
/// Calls back after the desktop changed its theme.
void watch_desktop(std::function<void()> changed);
void scale_text(int percent);
/// Runs once the desktop's toolkit has given all controls their new look.
void after_restyling(std::function<void()> run);
/// Forgets cached sizes of a window and of everything in it.
void measure_again(wxWindow* window);
/// Lets a radio button look like a button, without its round mark.
void without_mark(wxWindow* radio_button);
void without_focus(wxWindow* window);
/// Leaves the keyboard to what scrolls, not to the frame it scrolls in.
void focus_inside_only(wxWindow* scrolled);
/// Gives the column what width is left over.
void stretch(wxDataViewColumn& column);
/// What the control itself asks for, padding of the style sheet included.
[[nodiscard]] wxSize natural_size(wxWindow const* window);

} // namespace plumbline::app::kit::native
