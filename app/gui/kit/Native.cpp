// SPDX-License-Identifier: Apache-2.0
#include "app/gui/kit/Native.hpp"

#include "app/gui/kit/StyleSheet.hpp"
#include "app/gui/kit/Theme.hpp"

#include <gtk/gtk.h>
#include <pango/pangocairo.h>

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

void begin_finding_fonts()
{
    // Making the font map is what starts Pango's own thread.
    static_cast<void>(pango_cairo_font_map_get_default());
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
        gtk_style_context_add_provider_for_screen(
            screen, GTK_STYLE_PROVIDER(provider), GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
    }
    std::string const css = colors == nullptr ? std::string{} : style_sheet(*colors);
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
    // Every change, even to the same, makes GTK read its theme anew, a tenth of the program's start.
    static std::optional<bool> chosen;
    if (settings == nullptr || chosen == dark)
        return;
    chosen = dark;
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
