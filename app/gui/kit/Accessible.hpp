// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <wx/gdicmn.h>
#include <wx/string.h>

#include <cstdint>
#include <functional>
#include <vector>

class wxWindow;

/// What a screen reader hears. The toolkit of this platform carries neither names nor roles of our
/// windows to it, so everything a person can reach says here what it is.
namespace plumbline::app::kit::a11y {

enum class Role : std::uint8_t {
    Panel,
    Button,
    Link,
    List,
    ListItem,
    Table,
    Tab,
    TabList,
    Image,
    Label,
    Alert,
    Status,
    Text
};

/// Names the window and the part of it that takes the keyboard (also inside lists and date fields).
void name(wxWindow* window, wxString const& text);
void describe(wxWindow* window, wxString const& text);
void role(wxWindow* window, Role role);
/// Takes a window that only holds others out of the order of the keyboard.
void only_holds(wxWindow* window);

/// One part of a painted control as a screen reader should meet it.
struct Part {
    wxString name;
    Role role = Role::ListItem;
    wxRect area{}; ///< In the window's own coordinates.
    bool current = false;
};
/// Lets a painted control speak of its parts. Asked whenever somebody listens; `act` is the part's
/// default action and may be empty. Call `parts_changed` after they changed and `current_changed`
/// when another part became the current one.
void parts(wxWindow* window, std::function<std::vector<Part>()> list, std::function<void(std::size_t)> act);
void parts_changed(wxWindow* window);
void current_changed(wxWindow* window, std::size_t index);
/// Gives a painted control without parts its default action.
void action(wxWindow* window, std::function<void()> act);

/// Has the sentence spoken without moving the focus.
void announce(wxWindow* window, wxString const& sentence);

} // namespace plumbline::app::kit::a11y
