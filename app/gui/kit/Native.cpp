// SPDX-License-Identifier: Apache-2.0
#include "app/gui/kit/Native.hpp"

#include "app/gui/kit/Theme.hpp"

#include <fmt/format.h>
#include <gtk/gtk.h>

#include <wx/dataview.h>
#include <wx/textctrl.h>
#include <wx/window.h>

#include <memory>
#include <string>
#include <string_view>
#include <utility>

namespace plumbline::app::kit::native {
namespace {
    GtkWidget* widget_of(wxWindow* window)
    {
        return window->m_wxwindow != nullptr ? window->m_wxwindow : window->GetHandle();
    }

    /// Named colors first, so that the rules below can speak of meanings.
    std::string definitions(Palette const& colors)
    {
        std::string css;
        auto const define = [&css](char const* name, wxColour const& color) {
            css += fmt::format("@define-color pl_{} #{:02x}{:02x}{:02x};\n", name, color.Red(), color.Green(),
                color.Blue());
        };
        define("surface", colors.surface);
        define("card", colors.card);
        define("chrome", colors.chrome);
        define("hairline", colors.hairline);
        define("edge", colors.edge);
        define("control", colors.control);
        define("hover", colors.hover);
        define("tint", colors.tint);
        define("text", colors.text);
        define("muted", colors.muted);
        define("faint", colors.faint);
        define("accent", colors.accent);
        define("on_accent", colors.on_accent);
        define("link", colors.link);
        define("focus", colors.focus);
        return css;
    }

    constexpr char const* rules = R"(
window.background { background-color: @pl_surface; color: @pl_text; }
menubar { background-color: @pl_chrome; color: @pl_text; box-shadow: none; border: none; padding: 0 2px; }
menubar > menuitem { padding: 7px 8px; font-weight: bold; color: @pl_text; min-height: 18px; }
menubar > menuitem:hover { box-shadow: inset 0 -2px @pl_accent; color: @pl_text; }
.pl-menu-row { background-color: @pl_chrome; border-bottom: 1px solid @pl_edge; }
.pl-label { color: @pl_muted; }
.pl-user { color: @pl_text; padding: 0 12px; }
button.pl-search { background-color: @pl_card; background-image: none; border: 1px solid @pl_edge; border-radius: 5px;
  box-shadow: none; padding: 0 8px; margin: 4px 0; color: @pl_muted; min-height: 22px; }
button.pl-search:hover { border-color: @pl_muted; }
button.pl-search:focus { border-color: @pl_focus; box-shadow: inset 0 0 0 1px @pl_focus; outline: none; }
.pl-cap { border: 1px solid @pl_edge; border-bottom-width: 2px; border-radius: 4px; padding: 0 4px; font-size: 85%;
  background-color: @pl_control; color: @pl_text; }
entry, spinbutton:not(.vertical) { background-color: @pl_card; background-image: none; border: 1px solid @pl_edge;
  border-radius: 5px; box-shadow: none; color: @pl_text; min-height: 18px; padding: 4px 8px; }
entry:focus, spinbutton:not(.vertical):focus { border-color: @pl_focus; box-shadow: inset 0 0 0 1px @pl_focus; }
entry:disabled { background-color: @pl_surface; color: @pl_muted; }
entry.pl-fault, .pl-fault > box > button.combo, scrolledwindow.frame.pl-fault { border-color: @pl_stop_edge; }
scrolledwindow.frame { border: 1px solid @pl_edge; border-radius: 5px; background-color: @pl_card; }
textview { padding: 4px 7px; }
textview, textview text { background-color: transparent; color: @pl_text; }
entry selection, textview text selection { background-color: @pl_tint; color: @pl_text; }
entry selection:focus, textview text selection:focus { background-color: @pl_accent; color: @pl_on_accent; }
textview:disabled text { color: @pl_muted; }
combobox > box > button.combo { background-color: @pl_card; background-image: none; border: 1px solid @pl_edge;
  border-radius: 5px; box-shadow: none; text-shadow: none; color: @pl_text; padding: 0 8px; min-height: 28px; }
combobox > box > button.combo:focus { border-color: @pl_focus; box-shadow: inset 0 0 0 1px @pl_focus; outline: none; }
check, radio { background-image: none; background-color: @pl_card; border: 1px solid @pl_muted; box-shadow: none;
  color: @pl_text; }
check:checked, radio:checked { background-color: @pl_accent; border-color: @pl_accent; color: @pl_on_accent; }
checkbutton:focus { outline: 2px solid @pl_focus; outline-offset: 1px; }
treeview.view { background-color: @pl_card; color: @pl_text; border-left-color: @pl_hairline;
  border-top-color: @pl_hairline; -GtkTreeView-vertical-separator: 8; -GtkTreeView-horizontal-separator: 10; }
treeview.view:hover { background-color: @pl_hover; }
treeview.view:selected, treeview.view:selected:focus { background-color: @pl_tint; color: @pl_text; }
treeview.view header button { background-color: @pl_card; background-image: none; border: none;
  border-bottom: 1px solid @pl_edge; box-shadow: none; color: @pl_muted; font-weight: bold; font-size: 85%;
  padding: 5px 6px; text-shadow: none; }
treeview.view header button:hover { color: @pl_text; }
.pl-list scrollbar.vertical slider { min-height: 14px; margin-top: 0; margin-bottom: 0; }
button.pl-primary { background-color: @pl_accent; background-image: none; border: 1px solid @pl_accent;
  border-radius: 5px; box-shadow: none; text-shadow: none; color: @pl_on_accent; padding: 0 14px; min-height: 28px; }
button.pl-primary label { color: @pl_on_accent; text-shadow: none; }
button.pl-primary:hover { background-color: shade(@pl_accent, 1.06); }
button.pl-primary:active { background-color: shade(@pl_accent, 0.9); }
button.pl-primary:focus { outline: 2px solid @pl_focus; outline-offset: 1px; }
button.pl-primary:disabled { background-color: @pl_surface; border-color: @pl_edge; color: @pl_muted; }
button.pl-primary:disabled label { color: @pl_muted; }
button.pl-plain { background-color: @pl_control; background-image: none; border: 1px solid @pl_edge;
  border-radius: 5px; box-shadow: none; text-shadow: none; color: @pl_text; padding: 0 13px; min-height: 28px; }
button.pl-plain:hover { background-color: @pl_hover; }
button.pl-plain:active { background-color: @pl_tint; }
button.pl-plain:focus { border-color: @pl_focus; box-shadow: inset 0 0 0 1px @pl_focus; outline: none; }
button.pl-plain:disabled { color: @pl_muted; background-color: @pl_surface; }
button.pl-sign { background: none; border: 1px solid transparent; border-radius: 5px; box-shadow: none;
  text-shadow: none; color: @pl_text; padding: 0 8px; min-height: 28px; min-width: 14px; }
button.pl-sign:hover { background-color: @pl_hover; }
button.pl-sign:focus { border-color: @pl_focus; outline: none; }
button.pl-link { background: none; border: 1px solid transparent; box-shadow: none; text-shadow: none;
  color: @pl_link; padding: 0 2px; min-height: 16px; border-radius: 3px; }
button.pl-link label { color: @pl_link; }
button.pl-link:focus { border-color: @pl_focus; outline: none; }
.pl-segment { background-color: @pl_control; background-image: none; border: 1px solid @pl_edge;
  border-right-width: 0; border-radius: 0; box-shadow: none; text-shadow: none; color: @pl_text; padding: 0 10px;
  min-height: 28px; margin: 0; outline-offset: -3px; }
.pl-segment.pl-first { border-radius: 5px 0 0 5px; }
.pl-segment.pl-last { border-radius: 0 5px 5px 0; border-right-width: 1px; }
.pl-segment:hover { background-color: @pl_hover; }
.pl-segment:checked { background-color: @pl_accent; border-color: @pl_accent; color: @pl_on_accent; }
.pl-segment:checked label { color: @pl_on_accent; }
.pl-segment:focus { outline: 1px solid @pl_focus; }
.pl-segment:checked:focus { outline: 1px solid @pl_on_accent; }
.pl-pill { background-color: @pl_control; background-image: none; border: 1px solid @pl_edge; border-radius: 5px;
  box-shadow: none; text-shadow: none; color: @pl_text; padding: 0 9px; min-height: 28px; margin: 0;
  outline-offset: -3px; }
.pl-pill:hover { background-color: @pl_hover; }
.pl-pill:checked { background-color: @pl_accent; border-color: @pl_accent; color: @pl_on_accent; }
.pl-pill:checked label { color: @pl_on_accent; }
.pl-pill:focus { outline: 1px solid @pl_focus; }
.pl-pill:checked:focus { outline: 1px solid @pl_on_accent; }
)";

    std::function<void()>& listener()
    {
        static std::function<void()> one;
        return one;
    }

    bool& ours()
    {
        static bool changing = false;
        return changing;
    }

    void heard(GObject*, GParamSpec*, gpointer)
    {
        if (!ours() && listener())
            listener()();
    }
} // namespace

void style(wxWindow* window, char const* css_class)
{
    gtk_style_context_add_class(gtk_widget_get_style_context(widget_of(window)), css_class);
    window->InvalidateBestSize();
}

void mark(wxWindow* window, char const* css_class)
{
    gtk_style_context_add_class(gtk_widget_get_style_context(widget_of(window)), css_class);
    for (wxWindow* child : window->GetChildren())
        mark(child, css_class);
}

void unmark(wxWindow* window, char const* css_class)
{
    gtk_style_context_remove_class(gtk_widget_get_style_context(widget_of(window)), css_class);
    for (wxWindow* child : window->GetChildren())
        unmark(child, css_class);
}

void load_css(Palette const* colors)
{
    GdkScreen* const screen = gdk_screen_get_default();
    if (screen == nullptr)
        return;
    static GtkCssProvider* provider = nullptr;
    if (provider == nullptr) {
        provider = gtk_css_provider_new();
        // Above the theme, below what a person wrote for the whole desktop.
        gtk_style_context_add_provider_for_screen(screen, GTK_STYLE_PROVIDER(provider),
            GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
    }
    std::string css;
    if (colors != nullptr) {
        css = definitions(*colors);
        css += fmt::format("@define-color pl_stop_edge #{:02x}{:02x}{:02x};\n", colors->stop_dot.Red(),
            colors->stop_dot.Green(), colors->stop_dot.Blue());
        css += rules;
    }
    gtk_css_provider_load_from_data(provider, css.data(), static_cast<gssize>(css.size()), nullptr);
}

bool high_contrast()
{
    GtkSettings* const settings = gtk_settings_get_default();
    if (settings == nullptr)
        return false;
    gchar* name = nullptr;
    g_object_get(settings, "gtk-theme-name", &name, nullptr);
    bool const found = name != nullptr && std::string_view{name}.find("HighContrast") != std::string_view::npos;
    g_free(name);
    return found;
}

void prefer_dark(std::optional<bool> dark)
{
    GtkSettings* const settings = gtk_settings_get_default();
    if (settings == nullptr)
        return;
    ours() = true;
    if (dark)
        g_object_set(settings, "gtk-application-prefer-dark-theme", *dark ? TRUE : FALSE, nullptr);
    else
        gtk_settings_reset_property(settings, "gtk-application-prefer-dark-theme");
    ours() = false;
}

void watch_desktop(std::function<void()> changed)
{
    bool const first = !listener();
    listener() = std::move(changed);
    GtkSettings* const settings = gtk_settings_get_default();
    if (!first || settings == nullptr)
        return;
    g_signal_connect_after(settings, "notify::gtk-theme-name", G_CALLBACK(heard), nullptr);
    g_signal_connect_after(settings, "notify::gtk-application-prefer-dark-theme", G_CALLBACK(heard), nullptr);
    g_signal_connect_after(settings, "notify::gtk-font-name", G_CALLBACK(heard), nullptr);
}

void scale_text(int percent)
{
    GtkSettings* const settings = gtk_settings_get_default();
    if (settings == nullptr)
        return;
    static int const desktop = [settings] {
        int dpi = 0;
        g_object_get(settings, "gtk-xft-dpi", &dpi, nullptr);
        // -1 means that the desktop leaves it to the default of 96.
        return dpi > 0 ? dpi : 96 * 1024;
    }();
    g_object_set(settings, "gtk-xft-dpi", desktop * percent / 100, nullptr);
}

void after_restyling(std::function<void()> run)
{
    // Below the priority at which controls are styled and drawn.
    g_idle_add_full(
        G_PRIORITY_LOW,
        [](gpointer data) -> gboolean {
            (*static_cast<std::function<void()>*>(data))();
            return G_SOURCE_REMOVE;
        },
        new std::function<void()>{std::move(run)},
        [](gpointer data) { std::default_delete<std::function<void()>>{}(static_cast<std::function<void()>*>(data)); });
}

void measure_again(wxWindow* window)
{
    for (wxWindow* child : window->GetChildren())
        if (!child->IsTopLevel())
            measure_again(child);
    // Where wx measures a native control it must not meet the size that it once gave.
    GtkWidget* const widget = window->GetHandle();
    int width = -1;
    int height = -1;
    bool const native = window->m_wxwindow == nullptr && widget != nullptr && !window->IsTopLevel();
    if (native) {
        gtk_widget_get_size_request(widget, &width, &height);
        gtk_widget_set_size_request(widget, -1, -1);
    }
    window->InvalidateBestSize();
    if (native) {
        // A line of text measured anew counts its padding twice, so it takes the control's own wish.
        if (auto* const text = dynamic_cast<wxTextCtrl*>(window); text != nullptr && text->IsSingleLine())
            window->SetMinSize(wxSize{window->GetMinSize().x, natural_size(window).y});
        window->GetBestSize();
        gtk_widget_set_size_request(widget, width, height);
    }
}

void without_mark(wxWindow* radio_button)
{
    gtk_toggle_button_set_mode(GTK_TOGGLE_BUTTON(radio_button->GetHandle()), FALSE);
    radio_button->InvalidateBestSize();
}

void without_focus(wxWindow* window)
{
    gtk_widget_set_can_focus(widget_of(window), FALSE);
}

void focus_inside_only(wxWindow* scrolled)
{
    GtkWidget* const frame = scrolled->GetHandle();
    if (frame == scrolled->m_wxwindow)
        return;
    gtk_widget_set_can_focus(frame, FALSE);
    gtk_style_context_add_class(gtk_widget_get_style_context(frame), "pl-list");
}

void stretch(wxDataViewColumn& column)
{
    gtk_tree_view_column_set_expand(GTK_TREE_VIEW_COLUMN(column.GetGtkHandle()), TRUE);
}

wxSize natural_size(wxWindow const* window)
{
    GtkWidget* const widget = window->GetHandle();
    // wx stores the size it once gave as a request, which is no wish of the control.
    int width = -1;
    int height = -1;
    gtk_widget_get_size_request(widget, &width, &height);
    gtk_widget_set_size_request(widget, -1, -1);
    GtkRequisition natural{};
    gtk_widget_get_preferred_size(widget, nullptr, &natural);
    gtk_widget_set_size_request(widget, width, height);
    return {natural.width, natural.height};
}

} // namespace plumbline::app::kit::native
