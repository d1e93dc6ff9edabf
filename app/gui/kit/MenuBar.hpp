// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/gui/kit/Actions.hpp"

#include <wx/gdicmn.h>
#include <wx/string.h>

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

class wxFrame;
class wxMenu;
class wxMenuEvent;
class wxWindow;

namespace plumbline::app::kit {

/// Puts the search button and the user's name at the right end of the menu bar's row.
class MenuStrip {
public:
    MenuStrip(wxFrame& frame, wxString const& prompt, std::string const& key, std::function<void()> search);
    ~MenuStrip();
    MenuStrip(MenuStrip const&) = delete;
    MenuStrip& operator=(MenuStrip const&) = delete;

    void set_user(wxString const& name);
    /// Takes the frame's menu bar into the row, or gives it back before it is replaced.
    void attach();
    void detach();
    void show(bool visible);

private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

/// The menu bar and the keys of a frame, from the table of actions, which must outlive it.
class ActionMenus {
public:
    ActionMenus(wxFrame& frame, Actions const& actions, MenuStrip& strip);
    /// Reads the table again.
    void rebuild();

private:
    void fill(wxMenu& menu, Menu which);
    void opened(wxMenuEvent& event);
    void closed(wxMenuEvent& event);
    [[nodiscard]] int number_of(std::string const& id);

    wxFrame& frame_;
    Actions const& actions_;
    MenuStrip& strip_;
    std::map<std::string, int> numbers_;
    std::map<int, std::string> ids_;
};

/// Some of the actions as a context menu at a place of the window; an empty id draws a line.
void popup_actions(wxWindow& window, Actions const& actions, std::vector<std::string> const& ids, wxPoint place);

} // namespace plumbline::app::kit
