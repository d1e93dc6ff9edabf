// SPDX-License-Identifier: Apache-2.0
#include "app/gui/screens/OverviewPanel.hpp"

#include "app/gui/kit/Buttons.hpp"
#include "app/gui/kit/Card.hpp"
#include "app/gui/kit/ChartView.hpp"
#include "app/gui/kit/HairlineList.hpp"
#include "app/gui/kit/Marks.hpp"
#include "app/gui/kit/Words.hpp"
#include "app/gui/screens/DecisionCard.hpp"

#include <wx/sizer.h>

namespace plumbline::app::gui {

using kit::ListCell;
using kit::ListRow;
using kit::Meaning;
using kit::wide;
namespace step = kit::step;

namespace {

constexpr std::size_t charts_shown = 2;

Meaning meaning(FactRow::Tone tone)
{
    switch (tone) {
    case FactRow::Tone::Good:
        return Meaning::Reached;
    case FactRow::Tone::Due:
        return Meaning::Due;
    case FactRow::Tone::Stop:
        return Meaning::Stop;
    case FactRow::Tone::Muted:
        return Meaning::Muted;
    case FactRow::Tone::Plain:
        break;
    }
    return Meaning::Text;
}

std::vector<ListRow> pairs(std::vector<FactRow> const& facts)
{
    std::vector<ListRow> rows;
    for (FactRow const& fact : facts)
        rows.push_back({{ListCell{wide(fact.left), Meaning::Muted, kit::Weight::Regular, kit::Size::Caption},
            ListCell{wide(fact.middle)}}});
    return rows;
}

std::vector<ListRow> triples(std::vector<FactRow> const& facts)
{
    std::vector<ListRow> rows;
    for (FactRow const& fact : facts)
        rows.push_back(
            {{ListCell{wide(fact.left)}, ListCell{wide(fact.middle)}, ListCell{wide(fact.right), meaning(fact.tone)}}});
    return rows;
}

std::vector<ListRow> ends(std::vector<FactRow> const& facts)
{
    std::vector<ListRow> rows;
    for (FactRow const& fact : facts)
        rows.push_back({{ListCell{wide(fact.left)}, ListCell{wide(fact.right), meaning(fact.tone)}}});
    return rows;
}

} // namespace

OverviewPanel::OverviewPanel(wxWindow* parent, Opens opens)
    : kit::Area{parent}
    , opens_{std::move(opens)}
{
    build();
}

void OverviewPanel::build()
{
    outcome_card_ = new kit::Card{this, "Outcomes"};
    outcome_card_->set_trailing(
        {{"shaded: important change reached", Meaning::Muted, kit::Weight::Regular, kit::Size::Caption}});
    outcome_column_ = new wxBoxSizer{wxVERTICAL};
    no_outcome_ = new kit::TextLine{
        outcome_card_->content(), "No outcome recorded yet. The evaluation brings the first ones.", Meaning::Muted};
    outcome_column_->Add(no_outcome_);
    outcome_card_->add_padded(outcome_column_);
    outcome_card_->add(new kit::CardSection{outcome_card_->content(), "Findings that changed"});
    findings_ = new kit::HairlineList{outcome_card_->content(), "Findings that changed",
        {{"Measure", 0, 4}, {"then", 72, 1, kit::Align::Right}, {"now", 72, 1, kit::Align::Right}, {"Change", 0, 2}}};
    findings_->set_empty_text("Measured at the first evaluation.");
    outcome_card_->add(findings_, 1);

    auto* const why = new kit::Card{this, "Why this plan is theirs"};
    reasons_ = new kit::HairlineList{why->content(), "Why this plan is theirs", {{"", 76}, {"", 0, 1}}};
    why->add(reasons_, 1);
    visit_card_ = new kit::Card{this, "Visits"};
    visits_ = new kit::HairlineList{visit_card_->content(), "Visits",
        {{"", 72}, {"", 0, 3}, {"", 0, 2, kit::Align::Right}}, kit::ListUse::Activate};
    visits_->set_empty_text("No visits yet. Alt+1 charts the first one.");
    visits_->on_activate([this](std::size_t index) { opens_.visit(VisitId{drawn_.visits.at(index).id}); });
    visit_card_->add(visits_, 1);
    auto* const goal_card = new kit::Card{this, "Goals"};
    goals_ = new kit::HairlineList{
        goal_card->content(), "Goals", {{"", 0, 3}, {"", 0, 2, kit::Align::Right}}, kit::ListUse::Activate};
    goals_->set_empty_text("Goals come with the plan of care.");
    goals_->on_activate([this](std::size_t) { opens_.plan(); });
    goal_card->add(goals_, 1);
    auto* const document_card = new kit::Card{this, "Documents"};
    documents_ = new kit::HairlineList{document_card->content(), "Documents",
        {{"", 72}, {"", 0, 3}, {"", 0, 1, kit::Align::Right}}, kit::ListUse::Activate};
    documents_->set_empty_text("Ctrl+P makes the progress report.");
    documents_->on_activate([this](std::size_t index) { opens_.document(DocumentId{drawn_.documents.at(index).id}); });
    document_card->add(documents_, 1);

    auto const column = [this](wxWindow* upper, wxWindow* lower) {
        auto* const sizer = new wxBoxSizer{wxVERTICAL};
        sizer->Add(upper, 1, wxEXPAND | wxBOTTOM, FromDIP(step::m));
        sizer->Add(lower, 1, wxEXPAND);
        return sizer;
    };
    auto* const cards = new wxBoxSizer{wxHORIZONTAL};
    cards->Add(outcome_card_, 5, wxEXPAND | wxALL, FromDIP(step::m));
    cards->Add(column(why, visit_card_), 4, wxEXPAND | wxTOP | wxBOTTOM | wxRIGHT, FromDIP(step::m));
    cards->Add(column(goal_card, document_card), 4, wxEXPAND | wxTOP | wxBOTTOM | wxRIGHT, FromDIP(step::m));
    build_decision();
    auto* const all = new wxBoxSizer{wxVERTICAL};
    for (kit::Card* const card : std::initializer_list<kit::Card*>{decision_card_, waiting_card_}) {
        all->Add(card, 0, wxEXPAND | wxLEFT | wxRIGHT | wxTOP, FromDIP(step::m));
        card->Hide();
    }
    all->Add(cards, 1, wxEXPAND);
    SetSizer(all);
}

void OverviewPanel::build_decision()
{
    auto const whatever = [](std::function<void()> const& act) { return [act](DecisionRow const&) { act(); }; };
    decision_card_ =
        new DecisionCard{this, {whatever(opens_.see_facts), whatever(opens_.report), whatever(opens_.put_off)}};
    waiting_card_ = new kit::Card{this, "A decision was put off"};
    auto* const inside = waiting_card_->content();
    waiting_ = new kit::Paragraph{inside, {}, Meaning::Text};
    waiting_card_->add_padded(waiting_);
    auto* const row = new wxBoxSizer{wxHORIZONTAL};
    row->Add(new kit::PlainButton{inside, "See the facts", opens_.see_facts}, 0, wxRIGHT, FromDIP(step::s));
    row->Add(new kit::PlainButton{inside, "Ask again now", opens_.take_up});
    waiting_card_->add_padded(row);
}

void OverviewPanel::draw_decision(EpisodeDecision const& decision)
{
    bool const put_off = decision.put_off.has_value();
    bool const open = decision.row && !put_off;
    decision_card_->draw(open ? std::vector{*decision.row} : std::vector<DecisionRow>{}, std::nullopt);
    decision_card_->Show(open);
    waiting_card_->Show(put_off);
    if (put_off)
        waiting_->set(wide(decision.row->title + " · until " + to_words(decision.put_off->until) + ": "
            + decision.put_off->reason + " (" + decision.put_off->by + ")"));
}

void OverviewPanel::draw_outcomes(std::vector<OutcomeChart> const& outcomes)
{
    std::size_t const count = std::min(outcomes.size(), charts_shown);
    while (outcomes_.size() < count) {
        OutcomeView view{
            new kit::TextLine{outcome_card_->content(), kit::Runs{}}, new kit::ChartView{outcome_card_->content(), {}}};
        outcome_column_->Add(view.title, 0, wxEXPAND | wxTOP, FromDIP(step::s));
        outcome_column_->Add(view.chart, 0, wxEXPAND);
        outcomes_.push_back(view);
    }
    for (std::size_t i = 0; i < outcomes_.size(); ++i) {
        bool const used = i < count;
        outcomes_[i].title->Show(used);
        outcomes_[i].chart->Show(used);
        if (!used)
            continue;
        outcomes_[i].title->set(
            {{wide(outcomes[i].title + "  ")}, {wide(outcomes[i].change), Meaning::Text, kit::Weight::Bold}});
        outcomes_[i].chart->set_chart(outcomes[i].chart);
    }
    no_outcome_->Show(count == 0);
}

void OverviewPanel::draw(ChartState const& state)
{
    if (state.decision != decision_) {
        decision_ = state.decision;
        draw_decision(decision_);
        Layout();
    }
    if (state.overview == drawn_)
        return;
    drawn_ = state.overview;
    draw_outcomes(drawn_.outcomes);
    std::vector<ListRow> findings;
    for (ChangeRow const& row : drawn_.findings)
        findings.push_back({{wide(row.measure), wide(row.then), wide(row.now), wide(row.change)}});
    findings_->set_rows(std::move(findings));
    reasons_->set_rows(pairs(drawn_.plan_reasons));
    goals_->set_rows(ends(drawn_.goals));
    visits_->set_rows(triples(drawn_.visits));
    documents_->set_rows(triples(drawn_.documents));
    visit_card_->set_trailing({{wide(drawn_.frequency), Meaning::Muted, kit::Weight::Regular, kit::Size::Caption}});
    Layout();
}

} // namespace plumbline::app::gui
