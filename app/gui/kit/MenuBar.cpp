// SPDX-License-Identifier: Apache-2.0
#include "app/gui/kit/MenuBar.hpp"

#include "app/gui/kit/Words.hpp"

#include <wx/accel.h>
#include <wx/frame.h>
#include <wx/menu.h>
#include <wx/translation.h>

#include <array>
#include <utility>

namespace plumbline::app::kit {
namespace {
constexpr std::array<std::pair<Menu, char const*>, 8> menus{{
    {Menu::File, wxTRANSLATE("&File")},
    {Menu::Edit, wxTRANSLATE("&Edit")},
    {Menu::Patient, wxTRANSLATE("&Patient")},
    {Menu::Visit, wxTRANSLATE("&Visit")},
    {Menu::Schedule, wxTRANSLATE("&Schedule")},
    {Menu::Reports, wxTRANSLATE("&Reports")},
    {Menu::View, wxTRANSLATE("V&iew")},
    {Menu::Help, wxTRANSLATE("&Help")},
}};

wxString menu_label(Action const& action)
{
    wxString label = translated(action.label);
    if (!action.key.empty())
        label += "\t" + wide(normal_key(action.key));
    return label;
}

void set_state(wxMenuItem& item, Actions const& actions, std::string const& id)
{
    Action const* const action = actions.find(id);
    item.Enable(actions.may_run(id));
    if (action != nullptr && action->is_on && item.IsCheckable())
        item.Check(action->is_on());
}
} // namespace

ActionMenus::ActionMenus(wxFrame& frame, Actions const& actions, MenuStrip& strip)
    : frame_{frame}
    , actions_{actions}
    , strip_{strip}
{
    frame_.Bind(wxEVT_MENU, [this](wxCommandEvent& event) {
        if (auto const found = ids_.find(event.GetId()); found != ids_.end())
            actions_.run(found->second);
        else
            event.Skip();
    });
    frame_.Bind(wxEVT_MENU_OPEN, &ActionMenus::opened, this);
    frame_.Bind(wxEVT_MENU_CLOSE, &ActionMenus::closed, this);
    rebuild();
}

int ActionMenus::number_of(std::string const& id)
{
    auto const [place, fresh] = numbers_.emplace(id, 0);
    if (fresh) {
        place->second = wxWindow::NewControlId();
        ids_[place->second] = id;
    }
    return place->second;
}

void ActionMenus::rebuild()
{
    auto bar = std::make_unique<wxMenuBar>();
    for (auto const& [which, title] : menus) {
        auto menu = std::make_unique<wxMenu>();
        fill(*menu, which);
        if (menu->GetMenuItemCount() > 0)
            bar->Append(menu.release(), wxGetTranslation(title));
    }
    std::vector<wxAcceleratorEntry> keys;
    for (Action const& action : actions_.all()) {
        // Keys without a line in a menu, and second keys, are the frame's own.
        for (std::string const& key : {action.menu == Menu::None ? action.key : std::string{}, action.also_key}) {
            wxAcceleratorEntry entry;
            if (!key.empty() && entry.FromString(wide(normal_key(key)))) {
                entry.Set(entry.GetFlags(), entry.GetKeyCode(), number_of(action.id));
                keys.push_back(entry);
            }
        }
    }
    strip_.detach();
    delete frame_.GetMenuBar();
    frame_.SetMenuBar(bar.release());
    strip_.attach();
    frame_.SetAcceleratorTable(wxAcceleratorTable{static_cast<int>(keys.size()), keys.data()});
}

void ActionMenus::fill(wxMenu& menu, Menu which)
{
    for (Action const& action : actions_.all()) {
        if (action.menu != which)
            continue;
        if (action.begins_group && menu.GetMenuItemCount() > 0)
            menu.AppendSeparator();
        menu.Append(number_of(action.id), menu_label(action), translated(action.help),
            action.is_on ? wxITEM_CHECK : wxITEM_NORMAL);
    }
}

void ActionMenus::opened(wxMenuEvent& event)
{
    event.Skip();
    if (event.GetMenu() == nullptr)
        return;
    for (wxMenuItem* item : event.GetMenu()->GetMenuItems())
        if (auto const found = ids_.find(item->GetId()); found != ids_.end())
            set_state(*item, actions_, found->second);
}

void ActionMenus::closed(wxMenuEvent& event)
{
    event.Skip();
    if (event.GetMenu() == nullptr)
        return;
    // A disabled line would keep its key from working later; the key asks again when it is pressed.
    for (wxMenuItem* item : event.GetMenu()->GetMenuItems())
        if (ids_.contains(item->GetId()))
            item->Enable(true);
}

void popup_actions(wxWindow& window, Actions const& actions, std::vector<std::string> const& ids, wxPoint place)
{
    wxMenu menu;
    for (std::string const& id : ids) {
        Action const* const action = actions.find(id);
        if (action == nullptr) {
            menu.AppendSeparator();
            continue;
        }
        wxMenuItem* const item = menu.Append(wxID_ANY, translated(action->label), translated(action->help),
            action->is_on ? wxITEM_CHECK : wxITEM_NORMAL);
        set_state(*item, actions, id);
        menu.Bind(
            wxEVT_MENU, [&actions, id](wxCommandEvent&) { actions.run(id); }, item->GetId());
    }
    window.PopupMenu(&menu, place);
}

} // namespace plumbline::app::kit
