// SPDX-License-Identifier: Apache-2.0
#include "app/gui/kit/MenuBar.hpp"

#include "app/gui/kit/Words.hpp"

#include <gtk/gtk.h>

#include <wx/frame.h>
#include <wx/menu.h>

namespace plumbline::app::kit {

/// The toolkit's menu bar takes no other controls, so its row is a box of the desktop's toolkit.
struct MenuStrip::Parts {
    wxFrame* frame = nullptr;
    GtkWidget* row = nullptr;
    GtkWidget* user = nullptr;
    GtkWidget* bar = nullptr; ///< The menu bar while it lies in the row.
    std::function<void()> search;
};

namespace {
constexpr int search_width = 300;

void add_class(GtkWidget* widget, char const* name)
{
    gtk_style_context_add_class(gtk_widget_get_style_context(widget), name);
}

void clicked(GtkWidget*, gpointer search)
{
    (*static_cast<std::function<void()>*>(search))();
}

GtkWidget* search_button(wxString const& prompt, wxString const& key)
{
    GtkWidget* const button = gtk_button_new();
    GtkWidget* const inside = gtk_box_new(GTK_ORIENTATION_HORIZONTAL, 6);
    GtkWidget* const words = gtk_label_new(prompt.utf8_string().c_str());
    GtkWidget* const cap = gtk_label_new(key.utf8_string().c_str());
    gtk_label_set_xalign(GTK_LABEL(words), 0);
    gtk_widget_set_valign(cap, GTK_ALIGN_CENTER);
    add_class(cap, "pl-cap");
    gtk_box_pack_start(GTK_BOX(inside), words, FALSE, FALSE, 0);
    gtk_box_pack_start(GTK_BOX(inside), cap, FALSE, FALSE, 0);
    gtk_container_add(GTK_CONTAINER(button), inside);
    gtk_widget_set_size_request(button, search_width, -1);
    gtk_widget_set_valign(button, GTK_ALIGN_CENTER);
    add_class(button, "pl-search");
    AtkObject* const object = gtk_widget_get_accessible(button);
    atk_object_set_name(object, (prompt + " (" + key + ")").utf8_string().c_str());
    return button;
}
} // namespace

MenuStrip::MenuStrip(wxFrame& frame, wxString const& prompt, std::string const& key, std::function<void()> search)
    : parts_{std::make_unique<Parts>()}
{
    parts_->frame = &frame;
    parts_->search = std::move(search);
    parts_->row = gtk_box_new(GTK_ORIENTATION_HORIZONTAL, 0);
    // Held here besides the window, so that the order in which the two end does not matter.
    g_object_ref_sink(parts_->row);
    add_class(parts_->row, "pl-menu-row");
    parts_->user = gtk_label_new(nullptr);
    gtk_label_set_ellipsize(GTK_LABEL(parts_->user), PANGO_ELLIPSIZE_END);
    gtk_label_set_max_width_chars(GTK_LABEL(parts_->user), 32);
    add_class(parts_->user, "pl-user");
    GtkWidget* const button = search_button(prompt, wide(shown_key(key)));
    g_signal_connect(button, "clicked", G_CALLBACK(clicked), &parts_->search);
    gtk_box_pack_end(GTK_BOX(parts_->row), parts_->user, FALSE, FALSE, 0);
    gtk_box_pack_end(GTK_BOX(parts_->row), button, FALSE, FALSE, 0);
    gtk_box_pack_start(GTK_BOX(frame.m_mainWidget), parts_->row, FALSE, FALSE, 0);
    gtk_box_reorder_child(GTK_BOX(frame.m_mainWidget), parts_->row, 0);
    gtk_widget_show_all(parts_->row);
}

MenuStrip::~MenuStrip()
{
    detach();
    if (GtkWidget* const parent = gtk_widget_get_parent(parts_->row))
        gtk_container_remove(GTK_CONTAINER(parent), parts_->row);
    g_object_unref(parts_->row);
}

void MenuStrip::set_user(wxString const& name)
{
    gtk_label_set_text(GTK_LABEL(parts_->user), name.utf8_string().c_str());
}

void MenuStrip::attach()
{
    wxMenuBar* const bar = parts_->frame->GetMenuBar();
    if (bar == nullptr || parts_->bar != nullptr)
        return;
    GtkWidget* const widget = bar->GetHandle();
    GtkWidget* const parent = gtk_widget_get_parent(widget);
    if (parent == nullptr)
        return;
    g_object_ref(widget);
    gtk_container_remove(GTK_CONTAINER(parent), widget);
    gtk_box_pack_start(GTK_BOX(parts_->row), widget, TRUE, TRUE, 0);
    gtk_box_reorder_child(GTK_BOX(parts_->row), widget, 0);
    g_object_unref(widget);
    parts_->bar = widget;
}

void MenuStrip::detach()
{
    if (parts_->bar == nullptr)
        return;
    g_object_ref(parts_->bar);
    gtk_container_remove(GTK_CONTAINER(parts_->row), parts_->bar);
    gtk_box_pack_start(GTK_BOX(parts_->frame->m_mainWidget), parts_->bar, FALSE, FALSE, 0);
    g_object_unref(parts_->bar);
    parts_->bar = nullptr;
}

void MenuStrip::show(bool visible)
{
    gtk_widget_set_visible(parts_->row, visible ? TRUE : FALSE);
}

} // namespace plumbline::app::kit
