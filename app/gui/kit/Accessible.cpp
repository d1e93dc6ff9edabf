// SPDX-License-Identifier: Apache-2.0
#include "app/gui/kit/Accessible.hpp"

#include "app/gui/kit/AccessibleParts.hpp"
#include "app/gui/kit/PartDescriptions.hpp"

#include <atk/atk.h>
#include <gtk/gtk.h>

#include <wx/dataview.h>
#include <wx/window.h>

namespace plumbline::app::kit::a11y {
namespace {
AtkRole atk_role(Role role)
{
    switch (role) {
    case Role::Button:
        return ATK_ROLE_PUSH_BUTTON;
    case Role::Link:
        return ATK_ROLE_LINK;
    case Role::List:
        return ATK_ROLE_LIST;
    case Role::ListItem:
        return ATK_ROLE_LIST_ITEM;
    case Role::Table:
        return ATK_ROLE_TABLE;
    case Role::Tab:
        return ATK_ROLE_PAGE_TAB;
    case Role::TabList:
        return ATK_ROLE_PAGE_TAB_LIST;
    case Role::Image:
        return ATK_ROLE_IMAGE;
    case Role::Label:
        return ATK_ROLE_LABEL;
    case Role::Alert:
        return ATK_ROLE_ALERT;
    case Role::Status:
        return ATK_ROLE_STATUSBAR;
    case Role::Text:
        return ATK_ROLE_TEXT;
    case Role::Panel:
        break;
    }
    return ATK_ROLE_PANEL;
}

/// The widgets that stand for one window: its frame, and the part inside that takes the keyboard.
template <class Act>
void each_widget(wxWindow* window, Act act)
{
    if (auto* list = dynamic_cast<wxDataViewCtrl*>(window); list != nullptr && list->GtkGetTreeView() != nullptr)
        act(list->GtkGetTreeView());
    if (window->m_wxwindow != nullptr)
        act(window->m_wxwindow);
    GtkWidget* const outer = window->GetHandle();
    if (outer == nullptr || outer == window->m_wxwindow)
        return;
    act(outer);
    // A text of several lines lies inside the scrolled window that wx calls the control.
    if (GTK_IS_SCROLLED_WINDOW(outer) && window->m_wxwindow == nullptr)
        if (GtkWidget* const inner = gtk_bin_get_child(GTK_BIN(outer)); inner != nullptr)
            act(inner);
}

GtkWidget* inner_widget(wxWindow* window)
{
    return window->m_wxwindow != nullptr ? window->m_wxwindow : window->GetHandle();
}
} // namespace

void name(wxWindow* window, wxString const& text)
{
    auto const words = text.utf8_string();
    each_widget(
        window, [&words](GtkWidget* widget) { atk_object_set_name(gtk_widget_get_accessible(widget), words.c_str()); });
}

void describe(wxWindow* window, wxString const& text)
{
    auto const words = text.utf8_string();
    each_widget(window,
        [&words](GtkWidget* widget) { atk_object_set_description(gtk_widget_get_accessible(widget), words.c_str()); });
}

void role(wxWindow* window, Role role)
{
    GtkWidget* const widget = inner_widget(window);
    bus::prepare(widget);
    atk_object_set_role(gtk_widget_get_accessible(widget), atk_role(role));
}

void only_holds(wxWindow* window)
{
    gtk_widget_set_can_focus(inner_widget(window), FALSE);
}

void parts(wxWindow* window, std::function<std::vector<Part>()> list, std::function<void(std::size_t)> act)
{
    bus::Speaker speaker;
    speaker.parts = [window, list = std::move(list)] {
        std::vector<bus::Voice> voices;
        wxPoint const corner = window->IsShownOnScreen() ? window->ClientToScreen(wxPoint{0, 0}) : wxPoint{};
        for (Part const& part : list()) {
            wxRect const area = part.area;
            voices.push_back({part.name.utf8_string(), atk_role(part.role), corner.x + area.x, corner.y + area.y,
                area.width, area.height, part.current});
        }
        return voices;
    };
    speaker.act = std::move(act);
    bus::install(inner_widget(window), std::move(speaker));
}

void describe_parts(wxWindow* window, std::function<wxString(std::size_t)> words)
{
    bus::describe(inner_widget(window),
        [words = std::move(words)](std::size_t index) { return std::string{words(index).utf8_string()}; });
}

void parts_changed(wxWindow* window)
{
    bus::renew(inner_widget(window));
}

void current_changed(wxWindow* window, std::size_t index)
{
    bus::move_to(inner_widget(window), index);
}

void action(wxWindow* window, std::function<void()> act)
{
    bus::Speaker speaker;
    speaker.press = std::move(act);
    bus::install(inner_widget(window), std::move(speaker));
}

void announce(wxWindow* window, wxString const& sentence)
{
    AtkObject* const object = gtk_widget_get_accessible(inner_widget(window));
    atk_object_set_name(object, sentence.utf8_string().c_str());
    atk_object_notify_state_change(object, ATK_STATE_SHOWING, TRUE);
}

} // namespace plumbline::app::kit::a11y
