// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/gui/kit/Control.hpp"

#include <cstdint>

namespace plumbline::app::kit {

/// The open patients in a strip above their charts. Left and Right move, Delete closes; Ctrl+W and
/// Ctrl+Tab are the frame's. The first tab may be one that cannot be closed.
class PatientTabs : public Control {
public:
    struct Tab {
        std::int64_t id = 0;
        wxString label;
        bool closable = true;
    };
    explicit PatientTabs(wxWindow* parent);

    void set_tabs(std::vector<Tab> tabs);
    void select(std::int64_t id); ///< Does not call `on_select`.
    [[nodiscard]] std::int64_t selected() const noexcept { return selected_; }
    [[nodiscard]] std::vector<Tab> const& tabs() const noexcept { return tabs_; }
    void on_select(std::function<void(std::int64_t)> heard) { heard_ = std::move(heard); }
    void on_close(std::function<void(std::int64_t)> heard) { closed_ = std::move(heard); }

private:
    void paint(Brush& brush, wxRect const& area) override;
    [[nodiscard]] wxSize wanted() const override;
    [[nodiscard]] std::vector<wxRect> places() const;
    [[nodiscard]] wxRect cross(wxRect const& tab) const;
    [[nodiscard]] std::size_t current() const;
    void open(std::size_t index);
    void close(std::size_t index);
    void key(wxKeyEvent& event);
    void point(wxMouseEvent& event);

    std::vector<Tab> tabs_;
    std::int64_t selected_ = 0;
    int hovered_tab_ = -1;
    std::function<void(std::int64_t)> heard_;
    std::function<void(std::int64_t)> closed_;
};

} // namespace plumbline::app::kit
