// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/gui/kit/Card.hpp"
#include "app/presenters/Sentences.hpp"
#include "app/presenters/TodayPresenter.hpp"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace plumbline::app::gui {

/// What needs a decision, one block each: who, why in full, and the steps there are.
class DecisionCard final : public kit::Card {
public:
    struct Steps {
        std::function<void(DecisionRow const&)> see_facts, report, put_off;
    };
    DecisionCard(wxWindow* parent, Steps steps);

    /// Nothing when the rows are those that are shown. No names where one is in their chart.
    void draw(std::vector<DecisionRow> const& rows, std::optional<Names> names);

private:
    void rebuild();
    void add_block(DecisionRow const& row);

    Steps steps_;
    std::vector<DecisionRow> rows_;
    std::optional<Names> names_;
    bool all_shown_ = false;
};

} // namespace plumbline::app::gui
