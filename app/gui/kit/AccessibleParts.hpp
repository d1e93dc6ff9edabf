// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atk/atk.h>
#include <gtk/gtk.h>

#include <functional>
#include <string>
#include <vector>

/// Parts of painted widgets as objects that the accessibility bus can hold. Only Accessible.cpp
/// includes this.
namespace plumbline::app::kit::a11y::bus {

struct Voice {
    std::string name;
    AtkRole role = ATK_ROLE_LIST_ITEM;
    int x = 0; ///< On the screen.
    int y = 0;
    int width = 0;
    int height = 0;
    bool current = false;
};

struct Speaker {
    std::function<std::vector<Voice>()> parts;
    std::function<void(std::size_t)> act;
    std::function<void()> press; ///< For a widget without parts.
    std::function<std::string(std::size_t)> describe{};
};

/// Must come before anybody asked for the widget's accessible object.
void prepare(GtkWidget* widget);
void install(GtkWidget* widget, Speaker speaker);
/// Of a widget that speaks already.
void describe(GtkWidget* widget, std::function<std::string(std::size_t)> words);
void renew(GtkWidget* widget);
void move_to(GtkWidget* widget, std::size_t index);

} // namespace plumbline::app::kit::a11y::bus
