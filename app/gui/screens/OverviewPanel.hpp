// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/gui/kit/Painting.hpp"
#include "app/presenters/ChartPresenter.hpp"

#include <functional>
#include <vector>

class wxBoxSizer;

namespace plumbline::app::kit {
class Card;
class ChartView;
class HairlineList;
class Paragraph;
class TextLine;
} // namespace plumbline::app::kit

namespace plumbline::app::gui {

class DecisionCard;

/// The episode on one screen: outcomes with their charts, findings that changed, why this plan, goals, visits, documents.
class OverviewPanel final : public kit::Area {
public:
    struct Opens {
        std::function<void(VisitId)> visit;
        std::function<void(DocumentId)> document;
        std::function<void()> plan, report;
        std::function<void()> see_facts, put_off, take_up; ///< Of the decision.
    };
    OverviewPanel(wxWindow* parent, Opens opens);

    void draw(ChartState const& state);

private:
    struct OutcomeView {
        kit::TextLine* title;
        kit::ChartView* chart;
    };
    void build();
    void build_decision();
    void draw_decision(EpisodeDecision const& decision);
    void draw_outcomes(std::vector<OutcomeChart> const& outcomes);

    Opens opens_;
    Overview drawn_;
    EpisodeDecision decision_;
    DecisionCard* decision_card_ = nullptr;
    kit::Card* waiting_card_ = nullptr;
    kit::Paragraph* waiting_ = nullptr;
    kit::Card *outcome_card_ = nullptr, *visit_card_ = nullptr;
    wxBoxSizer* outcome_column_ = nullptr;
    std::vector<OutcomeView> outcomes_;
    kit::TextLine* no_outcome_ = nullptr;
    kit::HairlineList *findings_ = nullptr, *reasons_ = nullptr, *goals_ = nullptr, *visits_ = nullptr,
                      *documents_ = nullptr;
};

} // namespace plumbline::app::gui
