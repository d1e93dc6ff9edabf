// SPDX-License-Identifier: Apache-2.0
#include "app/gui/kit/Curtain.hpp"

#include <gtk/gtk.h>

#include <wx/event.h>
#include <wx/popupwin.h>
#include <wx/toplevel.h>
#include <wx/window.h>

#include <deque>
#include <memory>

namespace plumbline::app::kit {
namespace {

/// GTK's own popups know nothing of ours, and ours lock mouse and keyboard until they are told to go.
void close_popups(wxWindow& of)
{
    for (wxWindow* const child : of.GetChildren()) {
        if (auto* const popup = dynamic_cast<wxPopupTransientWindow*>(child); popup && popup->IsShown())
            popup->Dismiss();
        close_popups(*child);
    }
}

void let_go_of_the_mouse()
{
    wxWindow* const holder = wxWindow::GetCapture();
    if (holder == nullptr)
        return;
    holder->ReleaseMouse();
    wxMouseCaptureLostEvent lost{holder->GetId()};
    lost.SetEventObject(holder);
    holder->HandleWindowEvent(lost);
}

void close_popup(GtkWidget* window)
{
    if (GtkWidget* const content = gtk_bin_get_child(GTK_BIN(window)); GTK_IS_MENU_SHELL(content))
        gtk_menu_shell_cancel(GTK_MENU_SHELL(content));
    else
        gtk_widget_hide(window);
}

} // namespace

class Curtain::Behind {
public:
    explicit Behind(wxWindow& stays)
        : stays_{stays.GetHandle()}
        , class_{g_type_class_ref(GTK_TYPE_WIDGET)}
    {
        for (wxWindow* const window : wxTopLevelWindows)
            close_popups(*window);
        let_go_of_the_mouse();
        put_away();
        hook_ = g_signal_add_emission_hook(signal(), 0, &Behind::mapped, this, nullptr);
        gtk_window_present(GTK_WINDOW(stays_));
    }

    ~Behind()
    {
        g_signal_remove_emission_hook(signal(), hook_);
        if (later_ != 0)
            g_source_remove(later_);
        for (Window& one : away_)
            one.come_back();
        g_type_class_unref(class_);
    }

    Behind(Behind const&) = delete;
    Behind& operator=(Behind const&) = delete;

private:
    /// One that is out of sight. It may be gone before it is asked to come back.
    class Window {
    public:
        explicit Window(GtkWidget* window)
        {
            g_weak_ref_init(&window_, window);
            // A window without a window manager's memory comes back where it is told to.
            gtk_window_get_position(GTK_WINDOW(window), &left_, &top_);
            gtk_widget_hide(window);
        }
        ~Window() { g_weak_ref_clear(&window_); }
        Window(Window const&) = delete;
        Window& operator=(Window const&) = delete;

        void come_back()
        {
            auto* const window = static_cast<GtkWidget*>(g_weak_ref_get(&window_));
            if (window == nullptr)
                return;
            if (!gtk_widget_in_destruction(window)) {
                gtk_window_move(GTK_WINDOW(window), left_, top_);
                gtk_window_present(GTK_WINDOW(window));
            }
            g_object_unref(window);
        }

    private:
        GWeakRef window_{};
        int left_ = 0, top_ = 0;
    };

    static unsigned signal() { return g_signal_lookup("map", GTK_TYPE_WIDGET); }

    void put_away()
    {
        GList* const windows = gtk_window_list_toplevels();
        g_list_foreach(
            windows, [](gpointer window, gpointer) { g_object_ref(window); }, nullptr);
        // The newest come first in the list and are to come back last, in front of those that they belong to.
        for (GList const* one = g_list_last(windows); one != nullptr; one = one->prev) {
            auto* const window = GTK_WIDGET(one->data);
            if (window == stays_ || !gtk_widget_get_visible(window))
                continue;
            if (gtk_window_get_window_type(GTK_WINDOW(window)) == GTK_WINDOW_POPUP)
                close_popup(window);
            else if (GTK_IS_MESSAGE_DIALOG(window))
                gtk_dialog_response(GTK_DIALOG(window), GTK_RESPONSE_DELETE_EVENT);
            else
                away_.emplace_back(window);
        }
        g_list_free_full(windows, g_object_unref);
    }

    /// Something opened behind the curtain: away with it before it is painted, but not while it is still opening.
    static gboolean mapped(GSignalInvocationHint*, unsigned, GValue const* values, gpointer data)
    {
        auto& self = *static_cast<Behind*>(data);
        gpointer const widget = g_value_get_object(values);
        bool const window = GTK_IS_WINDOW(widget) && widget != self.stays_
            && gtk_window_get_window_type(GTK_WINDOW(widget)) == GTK_WINDOW_TOPLEVEL;
        if (window && self.later_ == 0)
            self.later_ = g_idle_add_full(
                G_PRIORITY_HIGH,
                [](gpointer behind) -> gboolean {
                    auto& again = *static_cast<Behind*>(behind);
                    again.later_ = 0;
                    again.put_away();
                    return G_SOURCE_REMOVE;
                },
                data, nullptr);
        return TRUE;
    }

    GtkWidget* stays_;
    gpointer class_;
    std::deque<Window> away_;
    unsigned long hook_ = 0;
    unsigned later_ = 0;
};

Curtain::Curtain(wxWindow& stays)
    : behind_{std::make_unique<Behind>(stays)}
{
}

Curtain::~Curtain() = default;

} // namespace plumbline::app::kit
