// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/gui/kit/Control.hpp"
#include "domain/core/Time.hpp"

#include <functional>
#include <optional>
#include <vector>

namespace plumbline::app::kit {

/// Whole weeks of days, each with its number and some lines of words. Arrows move, Enter or a double click opens.
class MonthView : public Control {
public:
    struct Line {
        wxString text;
        Meaning meaning = Meaning::Text;
    };
    struct Cell {
        Date day{};
        bool faint = false; ///< Of the month before or after.
        double share = 0;   ///< How full, 0 to 1: a bar along the bottom.
        std::vector<Line> lines{};
    };

    explicit MonthView(wxWindow* parent);
    /// Cells in order, seven a week, Monday first.
    void show(std::vector<Cell> cells, Date today, Date current, wxString const& name);
    void on_open(std::function<void(Date)> heard) { open_ = std::move(heard); }
    void on_move(std::function<void(Date)> heard) { moved_ = std::move(heard); }
    void on_key(std::function<bool(std::string const&)> heard) { key_ = std::move(heard); }

private:
    void paint(Brush& brush, wxRect const& area) override;
    void paint_cell(Brush& brush, std::size_t index);
    [[nodiscard]] wxSize wanted() const override;
    [[nodiscard]] wxRect area_of(std::size_t index) const;
    [[nodiscard]] int head_height() const;
    void key(wxKeyEvent& event);
    void move(int by);
    void go_to(std::size_t index);

    std::vector<Cell> cells_;
    Date today_{};
    std::size_t current_ = 0;
    std::function<void(Date)> open_, moved_;
    std::function<bool(std::string const&)> key_;
};

} // namespace plumbline::app::kit
