// SPDX-License-Identifier: Apache-2.0
#include "app/gui/screens/PlanPanel.hpp"

#include "app/gui/kit/Buttons.hpp"
#include "app/gui/kit/Card.hpp"
#include "app/gui/kit/Fault.hpp"
#include "app/gui/kit/Form.hpp"
#include "app/gui/kit/HairlineList.hpp"
#include "app/gui/kit/Marks.hpp"
#include "app/gui/kit/Strips.hpp"
#include "app/gui/kit/Words.hpp"
#include "app/gui/screens/FormKeeping.hpp"
#include "app/gui/screens/GoalRows.hpp"

#include <wx/checkbox.h>
#include <wx/sizer.h>
#include <wx/textctrl.h>
#include <wx/wrapsizer.h>

#include <algorithm>

namespace plumbline::app::gui {

using kit::Meaning;
using kit::wide;
namespace step = kit::step;

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
    auto* const card = card_ = new kit::Card{this, "Plan of care"};
    scroll_ =
        new wxScrolledWindow{card->content(), wxID_ANY, wxDefaultPosition, wxDefaultSize, wxVSCROLL | wxTAB_TRAVERSAL};
    scroll_->SetScrollRate(0, FromDIP(step::l));
    auto* const inside = new wxBoxSizer{wxVERTICAL};
    form_ = new kit::Form{scroll_, kit::Form::Columns::Two};
    established_ = form_->text("Established", "established");
    per_day_ = form_->text("Sessions a day", "sessions_per_day");
    per_week_ = form_->text("Visits a week", "visits_per_week");
    weeks_ = form_->text("Weeks", "weeks");
    notes_ = form_->multiline("Notes", "notes", 2);
    inside->Add(form_, 0, wxEXPAND | wxALL, FromDIP(step::m));
    visits_ = new kit::TextLine{scroll_, {}, Meaning::Text, kit::Size::Base, kit::Weight::Bold};
    inside->Add(visits_, 0, wxEXPAND | wxLEFT | wxRIGHT, FromDIP(step::m));
    build_interventions(*inside);
    inside->Add(new kit::CardSection{scroll_, "Goals"}, 0, wxEXPAND | wxTOP, FromDIP(step::m));
    goals_ = new GoalRows{scroll_, [this] { take(); }, [this](std::size_t index) { remove_goal(index); }};
    inside->Add(goals_, 0, wxEXPAND | wxALL, FromDIP(step::m));
    auto* const goals_fault = new kit::Fault{scroll_};
    add_ = new kit::PlainButton{scroll_, "Add goal", [this] { add_goal(); }, "Ctrl+G"};
    form_->outside("goals", add_, goals_fault);
    inside->Add(goals_fault, 0, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(step::m));
    inside->Add(add_, 0, wxLEFT | wxBOTTOM, FromDIP(step::m));
    build_certification(*inside);
    scroll_->SetSizer(inside);
    card->add(scroll_, 1);
    card->add_padded(build_end(card->content()));
    auto* const banner = new kit::Banner{this};
    auto* const all = new wxBoxSizer{wxVERTICAL};
    all->Add(banner, 0, wxEXPAND | wxTOP, FromDIP(step::s));
    all->Add(card, 1, wxEXPAND | wxALL, FromDIP(step::m));
    SetSizer(all);
    keeping_ = std::make_unique<FormKeeping>(*banner, does(presenter_, [this] { keep(); }));
    for (wxTextCtrl* const text :
        {established_, per_day_, per_week_, weeks_, notes_, sent_, verbal_, signed_, signed_by_})
        text->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { take(); });
    order_->Bind(wxEVT_CHECKBOX, [this](wxCommandEvent&) { take(); });
    Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) { event.Skip(!key(event)); });
}

void PlanPanel::build_certification(wxBoxSizer& into)
{
    into.Add(new kit::CardSection{scroll_, "Certification"}, 0, wxEXPAND);
    clock_ = new kit::TextLine{scroll_, {}, Meaning::Muted};
    into.Add(clock_, 0, wxEXPAND | wxALL, FromDIP(step::m));
    certification_ = new kit::Form{scroll_, kit::Form::Columns::Two};
    sent_ = certification_->text("Sent to the physician", "certification.sent");
    verbal_ = certification_->text("Verbal order", "certification.verbal_order");
    signed_ = certification_->text("Signed on", "certification.signed_on");
    signed_by_ = certification_->text("Signed by", "certification.signed_by");
    order_ = certification_->check("Signed order in the chart", "certification.order_on_file");
    into.Add(certification_, 0, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(step::m));
    intervals_ = new kit::HairlineList{
        scroll_, "Certified intervals, newest first", {{"Interval", 190}, {"Plan", 0, 3}, {"Certification", 0, 4}}};
    intervals_->set_empty_text("No plan is kept yet.");
    into.Add(intervals_, 0, wxEXPAND | wxBOTTOM, FromDIP(step::m));
}

wxSizer* PlanPanel::build_end(wxWindow* parent)
{
    auto* const end = new wxBoxSizer{wxHORIZONTAL};
    state_ = new kit::TextLine{parent, {}, Meaning::Muted, kit::Size::Caption};
    renew_ = new kit::PlainButton{parent, "Recertify", [this] { recertify(); }};
    keep_ = new kit::PlainButton{parent, "Keep plan", [this] { keep(); }, "Ctrl+S"};
    sign_ = new kit::PrimaryButton{parent, "Sign plan", "Ctrl+Enter", [this] { sign(); }};
    end->Add(state_, 1, wxALIGN_CENTER_VERTICAL);
    for (wxWindow* const button : std::initializer_list<wxWindow*>{renew_, keep_, sign_})
        end->Add(button, 0, wxALIGN_CENTER_VERTICAL | wxLEFT, FromDIP(step::s));
    return end;
}

bool PlanPanel::key(wxKeyEvent const& event)
{
    return presenter_ && keeping_->key(event);
}

void PlanPanel::keep()
{
    if (presenter_)
        presenter_->keep();
}

void PlanPanel::sign()
{
    if (presenter_)
        presenter_->sign();
}

void PlanPanel::add_goal()
{
    if (!presenter_ || presenter_->state().sealed)
        return;
    presenter_->add_goal();
    goals_->focus_last();
}

void PlanPanel::remove_goal(std::size_t index)
{
    if (presenter_)
        presenter_->remove_goal(index);
}

void PlanPanel::recertify()
{
    if (!presenter_ || presenter_->state().busy)
        return;
    if (presenter_->state().recertifying)
        open(PlanPurpose::Current);
    else if (presenter_->state().may_recertify)
        open(PlanPurpose::Recertify);
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

void PlanPanel::draw(std::shared_ptr<Chart const> chart)
{
    chart_ = std::move(chart);
    if (!chart_->episode)
        return close();
    bool const same_episode = presenter_ && presenter_->episode() == chart_->episode->id();
    bool const follows = presenter_ && presenter_->follows() && presenter_->follows() == chart_->plan;
    if (same_episode
        && (presenter_->state().changed || presenter_->state().busy || follows || presenter_->stored() == chart_->plan))
        return;
    open(PlanPurpose::Current);
}

void PlanPanel::open(PlanPurpose purpose)
{
    close(); // First, so that what was typed is in its draft before the next form looks for one.
    presenter_ = std::make_unique<PlanPresenter>(desk_, *chart_, purpose);
    scroll_->Enable();
    listen();
}

void PlanPanel::close()
{
    redraw_ = {};
    stored_ = {};
    presenter_.reset();
    scroll_->Disable();
    for (wxWindow* const button : std::initializer_list<wxWindow*>{renew_, keep_, sign_})
        button->Disable();
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
    fields.sessions_per_day = kit::utf8(per_day_->GetValue());
    fields.visits_per_week = kit::utf8(per_week_->GetValue());
    fields.weeks = kit::utf8(weeks_->GetValue());
    fields.notes = kit::utf8(notes_->GetValue());
    fields.interventions.clear();
    for (std::size_t i = 0; i < interventions_.size(); ++i)
        if (interventions_[i]->GetValue())
            fields.interventions.push_back(all_modalities()[i]);
    goals_->read(fields.goals);
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
    show_text(per_day_, fields.sessions_per_day);
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
    if (!goals_->fit(fields.goals))
        goals_->build(fields.goals);
    goals_->show(fields.goals);
    filling_ = false;
}

void PlanPanel::draw_certification(PlanState const& state)
{
    clock_->set({{wide(state.certification), Meaning::Muted}});
    std::vector<kit::ListRow> rows;
    for (PlanState::Interval const& interval : state.intervals)
        rows.push_back({{wide(interval.days), wide(interval.plan),
            kit::ListCell{wide(interval.paper), interval.certified ? Meaning::Text : Meaning::Due}}});
    intervals_->set_rows(std::move(rows));
    intervals_->SetMinSize(wxSize{-1, intervals_->GetBestSize().y});
}

/// What is signed can be read, and copied, but not changed.
void PlanPanel::draw_freedom(PlanState const& state)
{
    for (wxTextCtrl* const text : {established_, per_day_, per_week_, weeks_, notes_})
        text->SetEditable(!state.sealed);
    for (wxCheckBox* const box : interventions_)
        box->Enable(!state.sealed);
    add_->Enable(!state.sealed);
    keep_->Enable(!state.busy);
    sign_->Enable(!state.sealed && !state.busy);
    renew_->relabel(state.recertifying ? "Back to the plan in force" : "Recertify");
    renew_->Enable(!state.busy && (state.recertifying || state.may_recertify));
    card_->set_caption(state.recertifying ? "Recertification" : "Plan of care");
}

void PlanPanel::draw_state()
{
    PlanState const& state = presenter_->state();
    if (!goals_->fit(state.fields.goals) || read() != state.fields)
        refill();
    goals_->tell(state);
    visits_->set({{wide(state.visits), Meaning::Text, kit::Weight::Bold}});
    draw_certification(state);
    keeping_->draw(state, {form_, certification_});
    bool const sealed = state.sealed && !state.changed && !state.busy;
    state_->set({{sealed ? wide(state.seal) : FormKeeping::words(state), sealed ? Meaning::Reached : Meaning::Muted,
        kit::Weight::Regular, kit::Size::Caption}});
    draw_freedom(state);
    Layout();
    scroll_->FitInside();
}

} // namespace plumbline::app::gui
