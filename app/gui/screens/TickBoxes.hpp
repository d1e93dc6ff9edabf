// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/gui/kit/Painting.hpp"

#include <utility>
#include <vector>

class wxCheckBox;
class wxGridSizer;

namespace plumbline::app::gui {

/// Several things of which any number is ticked, two in a row.
class TickBoxes : public kit::ClearPanel {
public:
    explicit TickBoxes(wxWindow* parent);
    /// Anew, each with whether it is ticked.
    void set(std::vector<std::pair<wxString, bool>> const& things);
    [[nodiscard]] std::vector<bool> ticked() const;
    [[nodiscard]] std::size_t count() const noexcept { return boxes_.size(); }

private:
    wxGridSizer* grid_ = nullptr;
    std::vector<wxCheckBox*> boxes_;
};

} // namespace plumbline::app::gui
