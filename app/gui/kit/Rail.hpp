// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/gui/kit/Control.hpp"

#include <string>

namespace plumbline::app::kit {

/// The rooms of the program at the left edge, each with what waits in it. Up and Down move from
/// room to room; Ctrl+1 to Ctrl+9 are the frame's.
class Rail : public Control {
public:
    struct Entry {
        std::string id;
        wxString label;
        wxString badge{};
    };
    explicit Rail(wxWindow* parent);

    void set_entries(std::vector<Entry> entries);
    void set_badge(std::string_view id, wxString const& badge);
    void select(std::string_view id); ///< Does not call `on_select`.
    [[nodiscard]] std::string const& selected() const noexcept { return selected_; }
    void on_select(std::function<void(std::string const&)> heard) { heard_ = std::move(heard); }
    /// Enter on the room that is open already: the person wants to go in.
    void on_enter(std::function<void()> heard) { entered_ = std::move(heard); }

private:
    void paint(Brush& brush, wxRect const& area) override;
    [[nodiscard]] wxSize wanted() const override;
    [[nodiscard]] wxRect row(std::size_t index) const;
    [[nodiscard]] std::size_t current() const;
    void open(std::size_t index);
    void key(wxKeyEvent& event);
    void point(wxMouseEvent& event);

    std::vector<Entry> entries_;
    std::string selected_;
    int hovered_row_ = -1;
    std::function<void(std::string const&)> heard_;
    std::function<void()> entered_;
};

} // namespace plumbline::app::kit
