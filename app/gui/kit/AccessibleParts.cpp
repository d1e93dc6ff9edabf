// SPDX-License-Identifier: Apache-2.0
#include "app/gui/kit/AccessibleParts.hpp"

#include <gtk/gtk-a11y.h>

#include <algorithm>
#include <memory>
#include <utility>

namespace plumbline::app::kit::a11y::bus {
namespace {
/// What hangs on a widget: its speaker and the objects already handed out for its parts.
struct Attached {
    Speaker speaker;
    std::vector<AtkObject*> handed_out;
    std::size_t told = 0; ///< How many parts the bus was told of.

    Attached() = default;
    Attached(Attached const&) = delete;
    Attached& operator=(Attached const&) = delete;
    ~Attached()
    {
        for (AtkObject* const part : handed_out)
            if (part != nullptr)
                g_object_unref(part);
    }
};

GQuark key()
{
    static GQuark const quark = g_quark_from_static_string("plumbline-accessible-parts");
    return quark;
}

Attached* attached(GtkWidget* widget)
{
    return widget == nullptr ? nullptr : static_cast<Attached*>(g_object_get_qdata(G_OBJECT(widget), key()));
}

void forget(gpointer data)
{
    std::unique_ptr<Attached> const gone{static_cast<Attached*>(data)};
}

// One part of a widget.

struct PartObject {
    AtkObject parent;
    GtkWidget* widget; // Weak: null once the widget is gone.
    std::size_t index;
    char* spoken;    // What was last answered as name; owned.
    char* described; // The same of the description.
};
struct PartClass {
    AtkObjectClass parent;
};

GType part_type();

PartObject* part_of(gpointer object)
{
    return static_cast<PartObject*>(object);
}

Voice voice(PartObject const* part)
{
    if (Attached const* const holder = attached(part->widget); holder != nullptr && holder->speaker.parts) {
        auto const all = holder->speaker.parts();
        if (part->index < all.size())
            return all[part->index];
    }
    return {};
}

char const* part_name(AtkObject* object)
{
    auto* const part = part_of(object);
    g_free(part->spoken);
    part->spoken = g_strdup(voice(part).name.c_str());
    return part->spoken;
}

char const* part_description(AtkObject* object)
{
    auto* const part = part_of(object);
    g_free(part->described);
    Attached const* const holder = attached(part->widget);
    part->described = holder != nullptr && holder->speaker.describe
        ? g_strdup(holder->speaker.describe(part->index).c_str())
        : nullptr;
    return part->described;
}

AtkRole part_role(AtkObject* object)
{
    return voice(part_of(object)).role;
}

AtkObject* part_parent(AtkObject* object)
{
    GtkWidget* const widget = part_of(object)->widget;
    return widget == nullptr ? nullptr : gtk_widget_get_accessible(widget);
}

gint part_index(AtkObject* object)
{
    return static_cast<gint>(part_of(object)->index);
}

AtkStateSet* part_states(AtkObject* object)
{
    auto* const part = part_of(object);
    AtkStateSet* const states = atk_state_set_new();
    Attached const* const holder = attached(part->widget);
    if (holder == nullptr || !holder->speaker.parts || part->index >= holder->speaker.parts().size()) {
        atk_state_set_add_state(states, ATK_STATE_DEFUNCT);
        return states;
    }
    for (AtkStateType const state :
        {ATK_STATE_ENABLED, ATK_STATE_SENSITIVE, ATK_STATE_VISIBLE, ATK_STATE_FOCUSABLE, ATK_STATE_SELECTABLE})
        atk_state_set_add_state(states, state);
    if (gtk_widget_get_mapped(part->widget))
        atk_state_set_add_state(states, ATK_STATE_SHOWING);
    if (voice(part).current) {
        atk_state_set_add_state(states, ATK_STATE_SELECTED);
        if (gtk_widget_has_focus(part->widget))
            atk_state_set_add_state(states, ATK_STATE_FOCUSED);
    }
    return states;
}

void part_extents(AtkComponent* component, gint* x, gint* y, gint* width, gint* height, AtkCoordType type)
{
    auto* const part = part_of(component);
    Voice const place = voice(part);
    *x = place.x;
    *y = place.y;
    *width = place.width;
    *height = place.height;
    if (type != ATK_XY_SCREEN && part->widget != nullptr) {
        int left = 0;
        int top = 0;
        if (GdkWindow* const window = gtk_widget_get_window(gtk_widget_get_toplevel(part->widget)))
            gdk_window_get_origin(window, &left, &top);
        *x -= left;
        *y -= top;
    }
}

gboolean part_do(AtkAction* action, gint index)
{
    auto* const part = part_of(action);
    Attached* const holder = attached(part->widget);
    if (index != 0 || holder == nullptr || !holder->speaker.act)
        return FALSE;
    holder->speaker.act(part->index);
    return TRUE;
}

gint part_actions(AtkAction* action)
{
    Attached const* const holder = attached(part_of(action)->widget);
    return holder != nullptr && holder->speaker.act ? 1 : 0;
}

char const* action_name(AtkAction*, gint index)
{
    return index == 0 ? "click" : nullptr;
}

void part_finalize(GObject* object)
{
    auto* const part = part_of(object);
    if (part->widget != nullptr)
        g_object_remove_weak_pointer(G_OBJECT(part->widget), reinterpret_cast<gpointer*>(&part->widget));
    g_free(part->spoken);
    g_free(part->described);
    G_OBJECT_CLASS(g_type_class_peek(ATK_TYPE_OBJECT))->finalize(object);
}

void part_class(gpointer type_class, gpointer)
{
    G_OBJECT_CLASS(type_class)->finalize = part_finalize;
    auto* const atk = ATK_OBJECT_CLASS(type_class);
    atk->get_name = part_name;
    atk->get_description = part_description;
    atk->get_role = part_role;
    atk->get_parent = part_parent;
    atk->get_index_in_parent = part_index;
    atk->ref_state_set = part_states;
}

void part_component(gpointer iface, gpointer)
{
    static_cast<AtkComponentIface*>(iface)->get_extents = part_extents;
}

void part_action(gpointer iface, gpointer)
{
    auto* const actions = static_cast<AtkActionIface*>(iface);
    actions->do_action = part_do;
    actions->get_n_actions = part_actions;
    actions->get_name = action_name;
}

GType part_type()
{
    static GType const type = [] {
        GType const made = g_type_register_static_simple(ATK_TYPE_OBJECT, "PlumblineAccessiblePart", sizeof(PartClass),
            part_class, sizeof(PartObject), nullptr, static_cast<GTypeFlags>(0));
        GInterfaceInfo const component{part_component, nullptr, nullptr};
        GInterfaceInfo const action{part_action, nullptr, nullptr};
        g_type_add_interface_static(made, ATK_TYPE_COMPONENT, &component);
        g_type_add_interface_static(made, ATK_TYPE_ACTION, &action);
        return made;
    }();
    return type;
}

AtkObject* hand_out(GtkWidget* widget, Attached& holder, std::size_t index)
{
    if (holder.handed_out.size() <= index)
        holder.handed_out.resize(index + 1);
    AtkObject*& slot = holder.handed_out[index];
    if (slot == nullptr) {
        slot = ATK_OBJECT(g_object_new(part_type(), nullptr));
        auto* const part = part_of(slot);
        part->widget = widget;
        part->index = index;
        g_object_add_weak_pointer(G_OBJECT(widget), reinterpret_cast<gpointer*>(&part->widget));
    }
    return slot;
}

// The widget that has parts.

AtkObjectClass* container_class()
{
    static auto* const above = static_cast<AtkObjectClass*>(g_type_class_ref(GTK_TYPE_CONTAINER_ACCESSIBLE));
    return above;
}

Attached* holder_of(gpointer accessible)
{
    return attached(gtk_accessible_get_widget(GTK_ACCESSIBLE(accessible)));
}

gint holder_children(AtkObject* object)
{
    if (Attached* const holder = holder_of(object); holder != nullptr && holder->speaker.parts) {
        holder->told = holder->speaker.parts().size();
        return static_cast<gint>(holder->told);
    }
    return container_class()->get_n_children(object);
}

AtkObject* holder_child(AtkObject* object, gint index)
{
    Attached* const holder = holder_of(object);
    if (holder == nullptr || !holder->speaker.parts)
        return container_class()->ref_child(object, index);
    auto const wanted = static_cast<std::size_t>(std::max(index, 0));
    if (index < 0 || wanted >= holder->speaker.parts().size())
        return nullptr;
    GtkWidget* const widget = gtk_accessible_get_widget(GTK_ACCESSIBLE(object));
    return ATK_OBJECT(g_object_ref(hand_out(widget, *holder, wanted)));
}

AtkStateSet* holder_states(AtkObject* object)
{
    AtkStateSet* const states = container_class()->ref_state_set(object);
    if (Attached* const holder = holder_of(object); holder != nullptr && holder->speaker.parts)
        atk_state_set_add_state(states, ATK_STATE_MANAGES_DESCENDANTS);
    return states;
}

void holder_class(gpointer type_class, gpointer)
{
    auto* const atk = ATK_OBJECT_CLASS(type_class);
    atk->get_n_children = holder_children;
    atk->ref_child = holder_child;
    atk->ref_state_set = holder_states;
}

gboolean holder_do(AtkAction* action, gint index)
{
    Attached* const holder = holder_of(action);
    if (index != 0 || holder == nullptr || !holder->speaker.press)
        return FALSE;
    holder->speaker.press();
    return TRUE;
}

gint holder_actions(AtkAction* action)
{
    Attached const* const holder = holder_of(action);
    return holder != nullptr && holder->speaker.press ? 1 : 0;
}

void holder_action(gpointer iface, gpointer)
{
    auto* const actions = static_cast<AtkActionIface*>(iface);
    actions->do_action = holder_do;
    actions->get_n_actions = holder_actions;
    actions->get_name = action_name;
}

GType holder_type()
{
    static GType const type = [] {
        GTypeQuery above{};
        g_type_query(GTK_TYPE_CONTAINER_ACCESSIBLE, &above);
        GType const made = g_type_register_static_simple(GTK_TYPE_CONTAINER_ACCESSIBLE, "PlumblineAccessibleWidget",
            above.class_size, holder_class, above.instance_size, nullptr, static_cast<GTypeFlags>(0));
        GInterfaceInfo const action{holder_action, nullptr, nullptr};
        g_type_add_interface_static(made, ATK_TYPE_ACTION, &action);
        return made;
    }();
    return type;
}
} // namespace

void prepare(GtkWidget* widget)
{
    // All windows of wx share one class of widget; without parts ours behaves as the one it replaces.
    if (GTK_IS_CONTAINER(widget))
        gtk_widget_class_set_accessible_type(GTK_WIDGET_GET_CLASS(widget), holder_type());
}

void install(GtkWidget* widget, Speaker speaker)
{
    prepare(widget);
    auto holder = std::make_unique<Attached>();
    holder->speaker = std::move(speaker);
    g_object_set_qdata_full(G_OBJECT(widget), key(), holder.release(), forget);
}

void describe(GtkWidget* widget, std::function<std::string(std::size_t)> words)
{
    if (Attached* const holder = attached(widget))
        holder->speaker.describe = std::move(words);
}

void renew(GtkWidget* widget)
{
    Attached* const holder = attached(widget);
    if (holder == nullptr || !holder->speaker.parts)
        return;
    AtkObject* const object = gtk_widget_get_accessible(widget);
    std::size_t const before = holder->told;
    std::size_t const now = holder->speaker.parts().size();
    holder->told = now;
    for (std::size_t index = now; index < before; ++index)
        if (index < holder->handed_out.size() && holder->handed_out[index] != nullptr)
            g_signal_emit_by_name(
                object, "children-changed::remove", static_cast<guint>(index), holder->handed_out[index], nullptr);
    for (std::size_t index = before; index < now; ++index)
        g_signal_emit_by_name(
            object, "children-changed::add", static_cast<guint>(index), hand_out(widget, *holder, index), nullptr);
    for (std::size_t index = 0; index < std::min(before, now); ++index)
        if (index < holder->handed_out.size() && holder->handed_out[index] != nullptr)
            g_object_notify(G_OBJECT(holder->handed_out[index]), "accessible-name");
}

void move_to(GtkWidget* widget, std::size_t index)
{
    Attached* const holder = attached(widget);
    if (holder == nullptr || !holder->speaker.parts || index >= holder->speaker.parts().size())
        return;
    AtkObject* const part = hand_out(widget, *holder, index);
    g_signal_emit_by_name(gtk_widget_get_accessible(widget), "active-descendant-changed", part, nullptr);
    atk_object_notify_state_change(part, ATK_STATE_SELECTED, TRUE);
    if (gtk_widget_has_focus(widget))
        atk_object_notify_state_change(part, ATK_STATE_FOCUSED, TRUE);
}

} // namespace plumbline::app::kit::a11y::bus
