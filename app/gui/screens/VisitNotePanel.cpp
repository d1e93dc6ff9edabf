// SPDX-License-Identifier: Apache-2.0
#include "app/gui/screens/VisitNotePanel.hpp"

#include "app/gui/kit/Accessible.hpp"
#include "app/gui/kit/Buttons.hpp"
#include "app/gui/kit/Card.hpp"
#include "app/gui/kit/ChartView.hpp"
#include "app/gui/kit/Choices.hpp"
#include "app/gui/kit/Fault.hpp"
#include "app/gui/kit/Marks.hpp"
#include "app/gui/kit/Strips.hpp"
#include "app/gui/kit/Words.hpp"
#include "app/gui/screens/FlowsheetPanel.hpp"
#include "app/gui/screens/NoteFaults.hpp"

#include <wx/sizer.h>
#include <wx/textctrl.h>
#include <wx/textdlg.h>

#include <functional>

namespace plumbline::app::gui {

using kit::Meaning;
using kit::wide;
namespace step = kit::step;

namespace {

constexpr int tick_milliseconds = 400; // The journal stays less than a second behind the keys.
constexpr int number_width = 48;

void show(wxTextCtrl* field, std::string const& text)
{
    // ChangeValue stays silent where SetValue would send the text back to the presenter.
    if (wxString const value = wide(text); value != field->GetValue())
        field->ChangeValue(value);
}

wxWindow* caption(wxWindow* parent, wxString const& text)
{
    return new kit::TextLine{parent, text, Meaning::Muted, kit::Size::Caption};
}

reports::Chart pain_chart(std::vector<LastVisitCard::Pain> const& pain)
{
    reports::Chart chart;
    chart.title = "Pain, last visits";
    chart.axis = {0, 10, 10};
    chart.height = 84;
    reports::Series series{"Pain", {}, reports::Mark::Disc, 0};
    for (auto const& [on, points] : pain)
        series.points.push_back({on, static_cast<double>(points)});
    chart.series.push_back(std::move(series));
    return chart;
}

} // namespace

VisitNotePanel::VisitNotePanel(wxWindow* parent, VisitNotePresenter& presenter,
    std::function<bool(std::string const&)> run_here, std::function<void(VisitId)> open_other)
    : kit::Area{parent}
    , presenter_{presenter}
    , open_other_{std::move(open_other)}
    , timer_{this}
{
    build(std::move(run_here));
    bind_keys();
    redraw_ = presenter_.changed.connect([this] { draw(); });
    Bind(wxEVT_TIMER, [this](wxTimerEvent&) { presenter_.tick(); });
    timer_.Start(tick_milliseconds);
    draw();
}

wxTextCtrl* VisitNotePanel::field(
    wxWindow* parent, wxString const& name, void (VisitNotePresenter::*type)(std::string), int width, int lines)
{
    long const style = lines > 1 ? wxTE_MULTILINE | wxTE_NO_VSCROLL : 0L;
    auto* const text = new wxTextCtrl{parent, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize, style};
    if (width > 0)
        text->SetMinSize(FromDIP(wxSize{width, -1}));
    if (lines > 1)
        text->SetMinSize({-1, text->GetCharHeight() * lines + FromDIP(step::m)});
    kit::a11y::name(text, name);
    text->Bind(wxEVT_TEXT, [&presenter = presenter_, text, type](wxCommandEvent&) {
        std::invoke(type, presenter, kit::utf8(text->GetValue()));
    });
    return text;
}

void VisitNotePanel::build(std::function<bool(std::string const&)> run_here)
{
    complaints_ = new kit::Banner{this};
    remark_ = new kit::Banner{this};
    auto* const right = new wxBoxSizer{wxVERTICAL};
    right->Add(build_today(), 0, wxEXPAND | wxBOTTOM, FromDIP(step::m));
    flowsheet_ = new FlowsheetPanel{this, presenter_, std::move(run_here)};
    right->Add(flowsheet_, 1, wxEXPAND | wxBOTTOM, FromDIP(step::m));
    right->Add(build_end(), 0, wxEXPAND);
    auto* const columns = new wxBoxSizer{wxHORIZONTAL};
    columns->Add(build_last(), 0, wxEXPAND | wxRIGHT, FromDIP(step::m));
    columns->Add(right, 1, wxEXPAND);
    auto* const all = new wxBoxSizer{wxVERTICAL};
    all->Add(complaints_, 0, wxEXPAND);
    all->Add(remark_, 0, wxEXPAND);
    all->Add(columns, 1, wxEXPAND | wxALL, FromDIP(step::m));
    SetSizer(all);
}

wxWindow* VisitNotePanel::build_last()
{
    last_card_ = new kit::Card{this, "Last visit"};
    last_card_->SetMinSize(FromDIP(wxSize{300, -1}));
    auto* const inside = last_card_->content();
    auto const paragraph = [&](wxString const& title, kit::Weight weight) {
        auto* const text = new kit::Paragraph{inside, {}, Meaning::Text, kit::Size::Base, weight};
        last_card_->add_padded(caption(inside, title));
        last_card_->add_padded(text);
        return text;
    };
    last_plan_ = paragraph("Plan for today", kit::Weight::Bold);
    last_subjective_ = paragraph("Subjective", kit::Weight::Regular);
    last_assessment_ = paragraph("Assessment", kit::Weight::Regular);
    last_card_->add_padded(caption(inside, "Pain, last visits"));
    pain_chart_ = new kit::ChartView{inside, pain_chart({})};
    last_card_->add_padded(pain_chart_);
    return last_card_;
}

wxWindow* VisitNotePanel::build_today()
{
    today_card_ = new kit::Card{this, "Today"};
    auto* const inside = today_card_->content();
    auto* const row = new wxBoxSizer{wxHORIZONTAL};
    auto const label = [&](wxString const& text) {
        row->Add(
            new kit::TextLine{inside, text, Meaning::Muted}, 0, wxALIGN_CENTER_VERTICAL | wxRIGHT, FromDIP(step::s));
    };
    label("Pain");
    pain_now_ = field(inside, "Pain now, 0 to 10", &VisitNotePresenter::type_pain_now, number_width);
    row->Add(pain_now_, 0, wxALIGN_CENTER_VERTICAL | wxRIGHT, FromDIP(step::m));
    label("worst");
    pain_worst_ =
        field(inside, "Worst pain in the last 24 hours, 0 to 10", &VisitNotePresenter::type_pain_worst, number_width);
    row->Add(pain_worst_, 0, wxALIGN_CENTER_VERTICAL | wxRIGHT, FromDIP(step::m));
    trend_ = new kit::SegmentedChoice{inside, "Since the last visit", {"Better", "Same", "Worse"}};
    trend_->on_choose([this](std::size_t index) { presenter_.choose_trend(static_cast<Trend>(index + 1)); });
    row->Add(trend_, 0, wxALIGN_CENTER_VERTICAL | wxRIGHT, FromDIP(step::m));
    subjective_ = field(inside, "Subjective: what the patient says", &VisitNotePresenter::type_subjective);
    subjective_->SetHint("What the patient says");
    row->Add(subjective_, 1, wxALIGN_CENTER_VERTICAL);
    today_fault_ = new kit::Fault{inside};
    auto* const fields = new wxBoxSizer{wxVERTICAL};
    fields->Add(row, 0, wxEXPAND);
    fields->Add(today_fault_, 0, wxEXPAND | wxTOP, FromDIP(2));
    today_card_->add_padded(fields);
    return today_card_;
}

wxWindow* VisitNotePanel::build_end()
{
    end_card_ = new kit::Card{this, {}};
    auto* const inside = end_card_->content();
    auto* const grid = new wxFlexGridSizer{3, FromDIP(wxSize{step::s, step::s})};
    grid->AddGrowableCol(1);
    auto const row = [&](wxString const& title, wxTextCtrl* text, wxWindow* trailing) {
        grid->Add(new kit::TextLine{inside, title, Meaning::Muted}, 0, wxALIGN_CENTER_VERTICAL);
        grid->Add(text, 1, wxEXPAND | wxALIGN_CENTER_VERTICAL);
        if (trailing)
            grid->Add(trailing, 0, wxALIGN_CENTER_VERTICAL | wxALIGN_RIGHT);
        else
            grid->AddSpacer(0);
    };
    objective_ = field(inside, "Objective: what was measured", &VisitNotePresenter::type_objective);
    assessment_ = field(inside, "Assessment", &VisitNotePresenter::type_assessment);
    plan_ = field(inside, "Next time", &VisitNotePresenter::type_plan);
    overlap_ = new kit::TextLine{inside, {}, Meaning::Muted, kit::Size::Caption};
    sign_ = new kit::PrimaryButton{inside, "Sign and next", "Ctrl+Enter", [this] { presenter_.sign(); }};
    row("Objective", objective_, nullptr);
    row("Assessment", assessment_, overlap_);
    row("Next time", plan_, sign_);
    end_fault_ = new kit::Fault{inside};
    auto* const fields = new wxBoxSizer{wxVERTICAL};
    fields->Add(grid, 0, wxEXPAND);
    fields->Add(end_fault_, 0, wxEXPAND | wxTOP, FromDIP(2));
    end_card_->add_padded(fields);
    seal_ = new kit::TextLine{inside, {}, Meaning::Reached};
    addenda_ = new kit::Paragraph{inside, {}, Meaning::Text};
    end_card_->add_padded(seal_);
    end_card_->add_padded(addenda_);
    return end_card_;
}

void VisitNotePanel::bind_keys()
{
    Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
        presenter_.count_key();
        event.Skip();
    });
}

void VisitNotePanel::take_keyboard()
{
    if (presenter_.state().sealed)
        flowsheet_->take_keyboard();
    else
        pain_now_->SetFocus();
}

void VisitNotePanel::write_addendum()
{
    VisitNoteState const& state = presenter_.state();
    if (!state.sealed)
        return;
    wxTextEntryDialog ask{this, "The signed note stays as it is. What is to be added?", "Addendum",
        wide(state.left_over), wxOK | wxCANCEL | wxTE_MULTILINE};
    if (ask.ShowModal() != wxID_OK || ask.GetValue().empty())
        return draw_remark(state); // Pressing its button took the banner away.
    if (!state.left_over.empty())
        presenter_.forget_left_over();
    presenter_.addend(kit::utf8(ask.GetValue()));
}

void VisitNotePanel::draw()
{
    VisitNoteState const& state = presenter_.state();
    if (state == drawn_)
        return;
    today_card_->set_caption(wide(state.loaded ? state.heading : "Today"));
    today_card_->set_trailing({{wide(state.saved), Meaning::Muted, kit::Weight::Regular, kit::Size::Caption}});
    show(pain_now_, state.pain_now);
    show(pain_worst_, state.pain_worst);
    show(subjective_, state.subjective);
    show(objective_, state.objective);
    show(assessment_, state.assessment);
    show(plan_, state.plan);
    trend_->choose(
        state.trend == Trend::Unsaid ? std::nullopt : std::optional{static_cast<std::size_t>(state.trend) - 1});
    for (wxWindow* const part :
        std::initializer_list<wxWindow*>{pain_now_, pain_worst_, subjective_, objective_, assessment_, plan_, trend_})
        part->Enable(state.writable);
    if (state.last != drawn_.last || !drawn_.loaded)
        draw_last(state.last);
    if (state.complaints != drawn_.complaints || state.unplaced != drawn_.unplaced
        || state.seal_broken != drawn_.seal_broken)
        draw_complaints(state);
    if (state.remark != drawn_.remark || state.left_over != drawn_.left_over
        || state.may_take_over != drawn_.may_take_over || state.other_note != drawn_.other_note)
        draw_remark(state);
    overlap_->set({{wide(state.overlap), Meaning::Muted, kit::Weight::Regular, kit::Size::Caption}});
    draw_seal(state);
    drawn_ = state;
    flowsheet_->draw();
}

void VisitNotePanel::draw_last(LastVisitCard const& last)
{
    last_card_->set_caption(wide(last.heading.empty() ? "Last visit" : "Last visit · " + last.heading));
    bool const first = last.heading.empty();
    last_plan_->set(first ? "This is the first visit of the episode." : wide(last.plan.empty() ? "–" : last.plan));
    last_subjective_->set(wide(last.subjective.empty() ? "–" : last.subjective));
    last_assessment_->set(wide(last.assessment.empty() ? "–" : last.assessment));
    pain_chart_->set_chart(pain_chart(last.pain));
    last_card_->Layout();
}

void VisitNotePanel::draw_complaints(VisitNoteState const& state)
{
    say_faults(*today_fault_, state.complaints, {"pain", "pain_now", "pain_worst", "subjective"});
    say_faults(*end_fault_, state.complaints, {"objective", "assessment", "plan"});
    wxString text;
    for (Refusal const& complaint : state.unplaced)
        text += (text.empty() ? wxString{} : wxString{"  "}) + kit::translated(complaint.message);
    if (state.seal_broken)
        text = "The seal is broken: this text is not what was signed." + (text.empty() ? text : "  " + text);
    if (text.empty())
        complaints_->dismiss();
    else
        complaints_->say(Meaning::Stop, text);
}

void VisitNotePanel::draw_remark(VisitNoteState const& state)
{
    if (!state.left_over.empty())
        return remark_->say(Meaning::Due,
            "What you typed before this note was signed is not in it. It is kept until you have decided.",
            {{"Make it an addendum", {}, [this] { write_addendum(); }},
                {"Discard it", {}, [this] { presenter_.forget_left_over(); }}});
    if (state.remark.empty())
        return remark_->dismiss();
    std::vector<kit::Remedy> remedies;
    if (state.may_take_over)
        remedies.push_back({"Take over this note", {}, [this] { presenter_.take_over(); }});
    if (state.other_note)
        remedies.push_back({"Open it", {}, [this, other = *state.other_note] { open_other_(other); }});
    remark_->say(Meaning::Info, wide(state.remark), std::move(remedies));
}

void VisitNotePanel::draw_seal(VisitNoteState const& state)
{
    sign_->Show(!state.sealed);
    sign_->Enable(state.writable);
    seal_->Show(state.sealed);
    addenda_->Show(!state.addenda.empty());
    if (state.sealed)
        seal_->set({{wide(state.seal_broken ? "The seal is broken: this text is not what was signed." : state.seal),
            state.seal_broken ? Meaning::Stop : Meaning::Reached}});
    wxString all;
    for (std::string const& addendum : state.addenda)
        all += (all.empty() ? "" : "\n") + wide("Addendum: " + addendum);
    addenda_->set(all);
    end_card_->Layout();
    Layout();
}

} // namespace plumbline::app::gui
