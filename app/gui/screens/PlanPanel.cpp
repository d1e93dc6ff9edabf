// SPDX-License-Identifier: Apache-2.0
#include "app/gui/screens/PlanPanel.hpp"

#include "app/gui/kit/Accessible.hpp"
#include "app/gui/kit/Buttons.hpp"
#include "app/gui/kit/Card.hpp"
#include "app/gui/kit/Fault.hpp"
#include "app/gui/kit/Form.hpp"
#include "app/gui/kit/Marks.hpp"
#include "app/gui/kit/Strips.hpp"
#include "app/gui/kit/Words.hpp"
#include "app/gui/screens/FormKeeping.hpp"

#include <wx/checkbox.h>
#include <wx/choice.h>
#include <wx/sizer.h>
#include <wx/textctrl.h>
#include <wx/wrapsizer.h>

#include <algorithm>
#include <array>

namespace plumbline::app::gui {

using kit::Meaning;
using kit::wide;
namespace step = kit::step;

namespace {

constexpr int number_width = 14;
constexpr std::array states{GoalState::OnCourse, GoalState::Met, GoalState::NotMet, GoalState::Dropped};

} // namespace

PlanPanel::PlanPanel(wxWindow* parent, Desk& desk, std::function<void()> kept)
    : kit::Area{parent}
    , desk_{desk}
    , kept_{std::move(kept)}
{
    build();
}

PlanPanel::~PlanPanel() = default;

void PlanPanel::build()
{
    auto* const card = new kit::Card{this, "Plan of care"};
    scroll_ =
        new wxScrolledWindow{card->content(), wxID_ANY, wxDefaultPosition, wxDefaultSize, wxVSCROLL | wxTAB_TRAVERSAL};
    scroll_->SetScrollRate(0, FromDIP(step::l));
    auto* const inside = new wxBoxSizer{wxVERTICAL};
    form_ = new kit::Form{scroll_, kit::Form::Columns::Two};
    established_ = form_->text("Established", "established");
    per_week_ = form_->text("Visits a week", "visits_per_week");
    weeks_ = form_->text("Weeks", "weeks");
    notes_ = form_->multiline("Notes", "notes", 2);
    inside->Add(form_, 0, wxEXPAND | wxALL, FromDIP(step::m));
    visits_ = new kit::TextLine{scroll_, {}, Meaning::Text, kit::Size::Base, kit::Weight::Bold};
    inside->Add(visits_, 0, wxEXPAND | wxLEFT | wxRIGHT, FromDIP(step::m));
    build_interventions(*inside);
    inside->Add(new kit::CardSection{scroll_, "Goals"}, 0, wxEXPAND | wxTOP, FromDIP(step::m));
    goals_panel_ = new kit::ClearPanel{scroll_};
    goals_column_ = new wxBoxSizer{wxVERTICAL};
    goals_panel_->SetSizer(goals_column_);
    inside->Add(goals_panel_, 0, wxEXPAND | wxALL, FromDIP(step::m));
    auto* const goals_fault = new kit::Fault{scroll_};
    auto* const add = new kit::PlainButton{scroll_, "Add goal", [this] { add_goal(); }, "Ctrl+G"};
    form_->outside("goals", add, goals_fault);
    inside->Add(goals_fault, 0, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(step::m));
    inside->Add(add, 0, wxLEFT | wxBOTTOM, FromDIP(step::m));
    inside->Add(new kit::CardSection{scroll_, "Certification"}, 0, wxEXPAND);
    clock_ = new kit::TextLine{scroll_, {}, Meaning::Muted};
    inside->Add(clock_, 0, wxEXPAND | wxALL, FromDIP(step::m));
    certification_ = new kit::Form{scroll_, kit::Form::Columns::Two};
    sent_ = certification_->text("Sent to the physician", "certification.sent");
    verbal_ = certification_->text("Verbal order", "certification.verbal_order");
    signed_ = certification_->text("Signed on", "certification.signed_on");
    signed_by_ = certification_->text("Signed by", "certification.signed_by");
    order_ = certification_->check("Signed order in the chart", "certification.order_on_file");
    inside->Add(certification_, 0, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(step::m));
    scroll_->SetSizer(inside);
    card->add(scroll_, 1);

    auto* const end = new wxBoxSizer{wxHORIZONTAL};
    state_ = new kit::TextLine{card->content(), {}, Meaning::Muted, kit::Size::Caption};
    keep_ = new kit::PrimaryButton{card->content(), "Keep plan", "Ctrl+S", [this] { keep(); }};
    end->Add(state_, 1, wxALIGN_CENTER_VERTICAL);
    end->Add(keep_, 0, wxALIGN_CENTER_VERTICAL);
    card->add_padded(end);
    auto* const banner = new kit::Banner{this};
    auto* const all = new wxBoxSizer{wxVERTICAL};
    all->Add(banner, 0, wxEXPAND | wxTOP, FromDIP(step::s));
    all->Add(card, 1, wxEXPAND | wxALL, FromDIP(step::m));
    SetSizer(all);
    keeping_ = std::make_unique<FormKeeping>(*banner, does(presenter_, [this] { keep(); }));
    for (wxTextCtrl* const text : {established_, per_week_, weeks_, notes_, sent_, verbal_, signed_, signed_by_})
        text->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { take(); });
    order_->Bind(wxEVT_CHECKBOX, [this](wxCommandEvent&) { take(); });
    Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) { event.Skip(!key(event)); });
}

bool PlanPanel::key(wxKeyEvent const& event)
{
    if (event.ControlDown() && !event.AltDown() && !event.ShiftDown() && event.GetKeyCode() == 'G')
        return add_goal(), true;
    return presenter_ && keeping_->key(event);
}

void PlanPanel::keep()
{
    if (presenter_)
        presenter_->keep();
}

void PlanPanel::add_goal()
{
    if (!presenter_)
        return;
    presenter_->add_goal();
    goals_.back().text->SetFocus();
}

void PlanPanel::undo()
{
    if (presenter_)
        presenter_->undo();
}

void PlanPanel::redo()
{
    if (presenter_)
        presenter_->redo();
}

void PlanPanel::build_interventions(wxSizer& into)
{
    auto* const wrap = new wxWrapSizer{wxHORIZONTAL};
    for (Modality const modality : all_modalities()) {
        auto* const box = new wxCheckBox{scroll_, wxID_ANY, wide(label(modality))};
        box->Bind(wxEVT_CHECKBOX, [this](wxCommandEvent&) { take(); });
        wrap->Add(box, 0, wxRIGHT | wxBOTTOM, FromDIP(step::m));
        interventions_.push_back(box);
    }
    into.Add(new kit::CardSection{scroll_, "Planned interventions"}, 0, wxEXPAND | wxTOP, FromDIP(step::m));
    into.Add(wrap, 0, wxEXPAND | wxALL, FromDIP(step::m));
    auto* const fault = new kit::Fault{scroll_};
    form_->outside("interventions", interventions_.front(), fault);
    into.Add(fault, 0, wxEXPAND | wxLEFT | wxRIGHT, FromDIP(step::m));
}

wxTextCtrl* PlanPanel::goal_field(
    wxWindow* parent, wxSizer& row, wxString const& name, std::string const& text, int width, bool editable)
{
    auto* const field = new wxTextCtrl{
        parent, wxID_ANY, wide(text), wxDefaultPosition, width > 0 ? FromDIP(wxSize{width, -1}) : wxDefaultSize};
    field->SetHint(name.AfterFirst(':').Trim(false)); // The row says which goal it is.
    kit::a11y::name(field, name);
    field->Enable(editable);
    field->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { take(); });
    row.Add(field, width > 0 ? 0 : 1, wxALIGN_CENTER_VERTICAL | wxRIGHT, FromDIP(step::s));
    return field;
}

void PlanPanel::add_goal_row(std::size_t index, GoalFields const& goal)
{
    auto* const row = new wxBoxSizer{wxHORIZONTAL};
    wxString const number = wxString::Format("Goal %zu: ", index + 1);
    auto* const shown = new kit::TextLine{goals_panel_, wxString::Format("%zu", index + 1), Meaning::Muted};
    shown->SetMinSize(FromDIP(wxSize{number_width, -1})); // So that the rows begin below each other.
    row->Add(shown, 0, wxALIGN_CENTER_VERTICAL | wxRIGHT, FromDIP(step::s));
    GoalRow made{};
    made.text = goal_field(goals_panel_, *row, number + "what is to be possible", goal.text, 0, !goal.kept);
    made.baseline = goal_field(goals_panel_, *row, number + "at start", goal.baseline, 90, !goal.kept);
    made.target = goal_field(goals_panel_, *row, number + "target", goal.target, 90, !goal.kept);
    made.by = goal_field(goals_panel_, *row, number + "by day", goal.target_date, 100, !goal.kept);
    made.term = new wxChoice{goals_panel_, wxID_ANY};
    made.term->Append("long term");
    made.term->Append("short term");
    made.term->SetSelection(goal.term == GoalTerm::Long ? 0 : 1);
    made.term->Enable(!goal.kept);
    kit::a11y::name(made.term, number + "term");
    row->Add(made.term, 0, wxALIGN_CENTER_VERTICAL | wxRIGHT, FromDIP(step::s));
    made.now = goal_field(goals_panel_, *row, number + "now", goal.now, 80, goal.kept);
    made.state = new wxChoice{goals_panel_, wxID_ANY};
    for (GoalState const state : states)
        made.state->Append(wide(label(state)));
    made.state->SetSelection(static_cast<int>(std::ranges::find(states, goal.state) - states.begin()));
    made.state->Enable(goal.kept);
    kit::a11y::name(made.state, number + "state");
    row->Add(made.state, 0, wxALIGN_CENTER_VERTICAL | wxRIGHT, FromDIP(step::s));
    for (wxChoice* const choice : {made.term, made.state})
        choice->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { take(); });
    if (!goal.kept)
        row->Add(new kit::SignButton{goals_panel_, wide("×"), number + "remove",
                     [this, index] { CallAfter([this, index] { presenter_->remove_goal(index); }); }},
            0, wxALIGN_CENTER_VERTICAL);
    made.kept = goal.kept;
    made.fault = new kit::Fault{goals_panel_};
    goals_column_->Add(row, 0, wxEXPAND | wxBOTTOM, FromDIP(step::s));
    goals_column_->Add(made.fault, 0, wxEXPAND | wxLEFT | wxBOTTOM, FromDIP(step::l));
    goals_.push_back(made);
}

void PlanPanel::build_goals()
{
    goals_.clear();
    goals_column_->Clear(true);
    auto const& goals = presenter_->state().fields.goals;
    for (std::size_t i = 0; i < goals.size(); ++i)
        add_goal_row(i, goals[i]);
    goals_panel_->Layout();
    scroll_->FitInside();
}

void PlanPanel::draw(std::shared_ptr<Chart const> chart)
{
    chart_ = std::move(chart);
    if (!chart_->episode)
        return close();
    bool const same_episode = presenter_ && presenter_->episode() == chart_->episode->id();
    if (same_episode && (presenter_->state().changed || presenter_->stored() == chart_->plan))
        return;
    close(); // First, so that what was typed is in its draft before the next form looks for one.
    presenter_ = std::make_unique<PlanPresenter>(desk_, *chart_);
    scroll_->Enable();
    listen();
}

void PlanPanel::close()
{
    redraw_ = {};
    stored_ = {};
    presenter_.reset();
    scroll_->Disable();
    keep_->Disable();
}

void PlanPanel::listen()
{
    redraw_ = presenter_->changed.connect([this] { draw_state(); });
    stored_ = presenter_->kept.connect([this] { kept_(); });
    refill();
    draw_state();
}

void PlanPanel::take()
{
    if (!filling_ && presenter_)
        presenter_->edit(read());
}

PlanFields PlanPanel::read() const
{
    PlanFields fields = presenter_->state().fields;
    fields.established = kit::utf8(established_->GetValue());
    fields.visits_per_week = kit::utf8(per_week_->GetValue());
    fields.weeks = kit::utf8(weeks_->GetValue());
    fields.notes = kit::utf8(notes_->GetValue());
    fields.interventions.clear();
    for (std::size_t i = 0; i < interventions_.size(); ++i)
        if (interventions_[i]->GetValue())
            fields.interventions.push_back(all_modalities()[i]);
    for (std::size_t i = 0; i < goals_.size() && i < fields.goals.size(); ++i) {
        GoalFields& goal = fields.goals[i];
        goal.text = kit::utf8(goals_[i].text->GetValue());
        goal.baseline = kit::utf8(goals_[i].baseline->GetValue());
        goal.target = kit::utf8(goals_[i].target->GetValue());
        goal.target_date = kit::utf8(goals_[i].by->GetValue());
        goal.now = kit::utf8(goals_[i].now->GetValue());
        goal.term = goals_[i].term->GetSelection() == 1 ? GoalTerm::Short : GoalTerm::Long;
        goal.state = states.at(static_cast<std::size_t>(std::max(goals_[i].state->GetSelection(), 0)));
    }
    fields.sent = kit::utf8(sent_->GetValue());
    fields.verbal_order = kit::utf8(verbal_->GetValue());
    fields.signed_on = kit::utf8(signed_->GetValue());
    fields.signed_by = kit::utf8(signed_by_->GetValue());
    fields.order_on_file = order_->GetValue();
    return fields;
}

void PlanPanel::refill()
{
    filling_ = true;
    PlanFields const& fields = presenter_->state().fields;
    show_text(established_, fields.established);
    show_text(per_week_, fields.visits_per_week);
    show_text(weeks_, fields.weeks);
    show_text(notes_, fields.notes);
    for (std::size_t i = 0; i < interventions_.size(); ++i)
        interventions_[i]->SetValue(
            std::ranges::find(fields.interventions, all_modalities()[i]) != fields.interventions.end());
    show_text(sent_, fields.sent);
    show_text(verbal_, fields.verbal_order);
    show_text(signed_, fields.signed_on);
    show_text(signed_by_, fields.signed_by);
    order_->SetValue(fields.order_on_file);
    if (!rows_fit())
        build_goals();
    for (std::size_t i = 0; i < goals_.size(); ++i) {
        GoalFields const& goal = fields.goals[i];
        show_text(goals_[i].text, goal.text);
        show_text(goals_[i].baseline, goal.baseline);
        show_text(goals_[i].target, goal.target);
        show_text(goals_[i].by, goal.target_date);
        show_text(goals_[i].now, goal.now);
        goals_[i].term->SetSelection(goal.term == GoalTerm::Long ? 0 : 1);
        goals_[i].state->SetSelection(static_cast<int>(std::ranges::find(states, goal.state) - states.begin()));
    }
    filling_ = false;
}

/// The rows on the screen are as many, and as free to change, as the goals.
bool PlanPanel::rows_fit() const
{
    auto const& goals = presenter_->state().fields.goals;
    return std::ranges::equal(goals_, goals, {}, &GoalRow::kept, &GoalFields::kept);
}

void PlanPanel::draw_goals(PlanState const& state)
{
    for (std::size_t i = 0; i < goals_.size() && i < state.goal_complaints.size(); ++i) {
        wxString words;
        for (Refusal const& fault : state.goal_complaints[i])
            words += (words.empty() ? wxString{} : wxString{"\n"}) + kit::translated(fault.message);
        goals_[i].fault->say(words);
    }
}

void PlanPanel::draw_state()
{
    PlanState const& state = presenter_->state();
    if (!rows_fit() || read() != state.fields)
        refill();
    draw_goals(state);
    visits_->set({{wide(state.visits), Meaning::Text, kit::Weight::Bold}});
    clock_->set({{wide(state.certification), Meaning::Muted}});
    keeping_->draw(state, {form_, certification_});
    state_->set({{FormKeeping::words(state), Meaning::Muted, kit::Weight::Regular, kit::Size::Caption}});
    keep_->Enable(!state.busy);
    Layout();
    scroll_->FitInside();
}

} // namespace plumbline::app::gui
