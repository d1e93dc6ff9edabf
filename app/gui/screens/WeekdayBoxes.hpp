// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/gui/kit/Painting.hpp"

#include <array>
#include <functional>

class wxCheckBox;

namespace plumbline::app::gui {

/// The days of a week, Monday first, each to be ticked.
class WeekdayBoxes : public kit::ClearPanel {
public:
    WeekdayBoxes(wxWindow* parent, std::array<bool, 7> const& ticked);
    [[nodiscard]] std::array<bool, 7> ticked() const;
    void set(std::array<bool, 7> const& ticked);
    void on_change(std::function<void()> heard) { heard_ = std::move(heard); }

private:
    std::array<wxCheckBox*, 7> boxes_{};
    std::function<void()> heard_;
};

} // namespace plumbline::app::gui
