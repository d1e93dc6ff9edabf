// SPDX-License-Identifier: Apache-2.0
#include "app/gui/screens/EvaluationPanel.hpp"

#include "app/gui/kit/Accessible.hpp"
#include "app/gui/kit/Buttons.hpp"
#include "app/gui/kit/Card.hpp"
#include "app/gui/kit/Fault.hpp"
#include "app/gui/kit/Form.hpp"
#include "app/gui/kit/HairlineList.hpp"
#include "app/gui/kit/Marks.hpp"
#include "app/gui/kit/Strips.hpp"
#include "app/gui/kit/Words.hpp"
#include "app/gui/screens/FormKeeping.hpp"

#include <wx/checkbox.h>
#include <wx/choice.h>
#include <wx/sizer.h>
#include <wx/textctrl.h>

#include <algorithm>

namespace plumbline::app::gui {

using kit::ListCell;
using kit::ListRow;
using kit::Meaning;
using kit::wide;
namespace step = kit::step;

namespace {

constexpr int angle_width = 64;
constexpr int digit_width = 36;
constexpr std::array instruments{Instrument::DualInclinometer, Instrument::SingleInclinometer, Instrument::Goniometer,
    Instrument::Tape, Instrument::Visual};

} // namespace

EvaluationPanel::EvaluationPanel(wxWindow* parent, Desk& desk, std::function<void()> kept)
    : kit::Area{parent}
    , desk_{desk}
    , kept_{std::move(kept)}
{
    build();
}

EvaluationPanel::~EvaluationPanel() = default;

void EvaluationPanel::build()
{
    auto* const past = new kit::Card{this, "Evaluations"};
    past->SetMinSize(FromDIP(wxSize{260, -1}));
    past->set_caption_control(new kit::PlainButton{past, "New", [this] { start_new(); }, "Ctrl+E"});
    list_ = new kit::HairlineList{
        past->content(), "Evaluations", {{"", 0, 3}, {"", 0, 2, kit::Align::Right}}, kit::ListUse::Activate};
    list_->set_empty_text("None yet.");
    list_->on_activate([this](std::size_t index) { open(index); });
    past->add(list_, 1);

    auto* const card = card_ = new kit::Card{this, "Evaluation"};
    scroll_ =
        new wxScrolledWindow{card->content(), wxID_ANY, wxDefaultPosition, wxDefaultSize, wxVSCROLL | wxTAB_TRAVERSAL};
    scroll_->SetScrollRate(0, FromDIP(step::l));
    auto* const inside = new wxBoxSizer{wxVERTICAL};
    build_words(*inside);
    scroll_->SetSizer(inside);
    card->add(scroll_, 1);

    auto* const end = new wxBoxSizer{wxHORIZONTAL};
    state_ = new kit::TextLine{card->content(), {}, Meaning::Muted, kit::Size::Caption};
    keep_ = new kit::PlainButton{card->content(), "Keep draft", [this] { keep(); }, "Ctrl+S"};
    sign_ = new kit::PrimaryButton{card->content(), "Sign evaluation", "Ctrl+Enter", [this] { sign(); }};
    end->Add(state_, 1, wxALIGN_CENTER_VERTICAL);
    end->Add(keep_, 0, wxALIGN_CENTER_VERTICAL | wxRIGHT, FromDIP(step::s));
    end->Add(sign_, 0, wxALIGN_CENTER_VERTICAL);
    card->add_padded(end);

    auto* const cards = new wxBoxSizer{wxHORIZONTAL};
    cards->Add(past, 0, wxEXPAND | wxALL, FromDIP(step::m));
    cards->Add(card, 1, wxEXPAND | wxTOP | wxBOTTOM | wxRIGHT, FromDIP(step::m));
    auto* const banner = new kit::Banner{this};
    auto* const all = new wxBoxSizer{wxVERTICAL};
    all->Add(banner, 0, wxEXPAND | wxTOP, FromDIP(step::s));
    all->Add(cards, 1, wxEXPAND);
    SetSizer(all);
    keeping_ = std::make_unique<FormKeeping>(*banner, does(presenter_, [this] { keep(); }));
    Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) { event.Skip(!key(event)); });
}

bool EvaluationPanel::key(wxKeyEvent const& event)
{
    return presenter_ && keeping_->key(event);
}

void EvaluationPanel::keep()
{
    if (presenter_)
        presenter_->keep();
}

void EvaluationPanel::sign()
{
    if (presenter_)
        presenter_->sign();
}

void EvaluationPanel::undo()
{
    if (presenter_)
        presenter_->undo();
}

void EvaluationPanel::redo()
{
    if (presenter_)
        presenter_->redo();
}

void EvaluationPanel::build_words(wxSizer& into)
{
    form_ = new kit::Form{scroll_, kit::Form::Columns::Two};
    kind_ = form_->choice("Kind", "kind", {"Initial evaluation", "Re-evaluation"});
    on_ = form_->text("Day", "on");
    form_->section("Pain, 0 to 10");
    now_ = form_->text("Now", "pain.now");
    best_ = form_->text("Best in 24 hours", "pain.best");
    worst_ = form_->text("Worst in 24 hours", "pain.worst");
    form_->section("History and findings");
    history_ = form_->multiline("History", "history", 3);
    findings_ = form_->multiline("Findings", "findings", 3);
    assessment_ = form_->multiline("Assessment", "assessment", 3);
    std::vector<wxString> words;
    for (Instrument const instrument : instruments)
        words.push_back(wide(label(instrument)));
    form_->section("Lumbar range of motion");
    instrument_ = form_->choice("Instrument", "instrument", words);
    into.Add(form_, 0, wxEXPAND | wxALL, FromDIP(step::m));
    auto* const columns = new wxBoxSizer{wxHORIZONTAL};
    columns->Add(build_motions(scroll_), 0, wxRIGHT, FromDIP(step::xl));
    columns->Add(build_oswestry(scroll_), 0);
    into.Add(columns, 0, wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(step::m));
}

wxSizer* EvaluationPanel::build_motions(wxWindow* parent)
{
    auto* const column = new wxBoxSizer{wxVERTICAL};
    auto* const fault = new kit::Fault{parent};
    auto* const grid = new wxFlexGridSizer{4, FromDIP(wxSize{step::m, step::xs})};
    auto const head = [&](wxString const& text) {
        grid->Add(new kit::TextLine{parent, text, Meaning::Muted, kit::Size::Caption}, 0, wxALIGN_CENTER_VERTICAL);
    };
    head("Active motion");
    head("Degrees");
    head("Normal");
    head("Painful");
    for (MotionFacts const& known : all_motions()) {
        wxString const words = wide(known.label);
        grid->Add(new kit::TextLine{parent, words}, 0, wxALIGN_CENTER_VERTICAL);
        auto* const degrees =
            new wxTextCtrl{parent, wxID_ANY, {}, wxDefaultPosition, FromDIP(wxSize{angle_width, -1}), wxTE_RIGHT};
        kit::a11y::name(degrees, words + ", degrees");
        grid->Add(degrees);
        grid->Add(new kit::TextLine{parent,
                      known.normal_degrees ? wide(shown(*known.normal_degrees) + "°") : wxString{}, Meaning::Muted},
            0, wxALIGN_CENTER_VERTICAL);
        auto* const painful = new wxCheckBox{parent, wxID_ANY, {}};
        kit::a11y::name(painful, words + ", painful");
        grid->Add(painful, 0, wxALIGN_CENTER_VERTICAL);
        degrees->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { take(); });
        painful->Bind(wxEVT_CHECKBOX, [this](wxCommandEvent&) { take(); });
        form_->outside(known.code, degrees, fault);
        motions_.push_back({degrees, painful});
    }
    column->Add(grid);
    column->Add(fault, 0, wxEXPAND | wxTOP, FromDIP(step::s));
    return column;
}

wxSizer* EvaluationPanel::build_oswestry(wxWindow* parent)
{
    auto* const column = new wxBoxSizer{wxVERTICAL};
    column->Add(new kit::TextLine{parent, "Oswestry, each section 0 to 5", Meaning::Muted, kit::Size::Caption});
    auto* const grid = new wxFlexGridSizer{4, FromDIP(wxSize{step::m, step::xs})};
    auto const labels = item_labels(Measure::Odi);
    for (std::size_t i = 0; i < oswestry_.size(); ++i) {
        wxString const words = wide(i < labels.size() ? labels[i] : std::string_view{});
        grid->Add(new kit::TextLine{parent, words}, 0, wxALIGN_CENTER_VERTICAL);
        auto* const answer =
            new wxTextCtrl{parent, wxID_ANY, {}, wxDefaultPosition, FromDIP(wxSize{digit_width, -1}), wxTE_CENTRE};
        answer->SetMaxLength(1);
        kit::a11y::name(answer, "Oswestry: " + words);
        answer->Bind(wxEVT_TEXT, [this, answer](wxCommandEvent&) {
            take();
            if (!filling_ && !answer->IsEmpty())
                answer->Navigate(); // Ten answers are ten digits.
        });
        oswestry_[i] = answer;
        grid->Add(answer);
    }
    column->Add(grid, 0, wxTOP, FromDIP(step::xs));
    auto* const fault = new kit::Fault{parent};
    form_->outside("oswestry", oswestry_.front(), fault);
    column->Add(fault, 0, wxEXPAND | wxTOP, FromDIP(step::s));
    score_ = new kit::TextLine{parent, {}, Meaning::Text, kit::Size::Base, kit::Weight::Bold};
    column->Add(score_, 0, wxTOP | wxEXPAND, FromDIP(step::s));
    for (wxTextCtrl* const text : {on_, now_, best_, worst_, history_, findings_, assessment_})
        text->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { take(); });
    for (wxChoice* const choice : {kind_, instrument_})
        choice->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { take(); });
    return column;
}

void EvaluationPanel::draw(std::shared_ptr<Chart const> chart)
{
    chart_ = std::move(chart);
    std::vector<ListRow> rows;
    for (Evaluation const& evaluation : chart_->evaluations)
        rows.push_back({{wide(to_words(evaluation.details().on)),
            evaluation.seal() ? ListCell{"signed"} : ListCell{"draft", Meaning::Due}}});
    list_->set_rows(std::move(rows));
    if (!chart_->episode)
        close();
    else if (outdated()) {
        if (chart_->evaluations.empty())
            start_new();
        else
            open(chart_->evaluations.size() - 1);
    }
    choose_row();
    Layout();
}

/// Of another episode, or changed by somebody else while nothing was typed here.
bool EvaluationPanel::outdated() const
{
    if (!presenter_ || presenter_->episode() != chart_->episode->id())
        return true;
    auto const shown = std::ranges::find(chart_->evaluations, presenter_->evaluation(), &Evaluation::id);
    return !presenter_->state().changed && !presenter_->state().busy && shown != chart_->evaluations.end()
        && shown->version() != presenter_->version();
}

void EvaluationPanel::close()
{
    redraw_ = {};
    stored_ = {};
    presenter_.reset();
    scroll_->Disable();
    keep_->Disable();
    sign_->Disable();
}

void EvaluationPanel::choose_row()
{
    if (!presenter_)
        return;
    auto const shown = std::ranges::find(chart_->evaluations, presenter_->evaluation(), &Evaluation::id);
    bool const stored = shown != chart_->evaluations.end();
    list_->set_current(
        stored ? std::optional{static_cast<std::size_t>(shown - chart_->evaluations.begin())} : std::nullopt);
    card_->set_caption(stored ? "Evaluation of " + wide(to_words(shown->details().on)) : wxString{"New evaluation"});
}

void EvaluationPanel::start_new()
{
    if (!chart_ || !chart_->episode)
        return;
    close(); // First, so that what was typed is in its draft before the next form looks for one.
    presenter_ = std::make_unique<EvaluationPresenter>(desk_, *chart_);
    choose_row();
    listen();
}

void EvaluationPanel::open(std::size_t index)
{
    close();
    presenter_ = std::make_unique<EvaluationPresenter>(desk_, *chart_, chart_->evaluations.at(index));
    choose_row();
    listen();
}

void EvaluationPanel::listen()
{
    redraw_ = presenter_->changed.connect([this] { draw_state(); });
    stored_ = presenter_->kept.connect([this] { kept_(); });
    refill();
    draw_state();
}

void EvaluationPanel::take()
{
    if (!filling_ && presenter_)
        presenter_->edit(read());
}

EvaluationFields EvaluationPanel::read() const
{
    EvaluationFields fields = presenter_->state().fields;
    fields.kind = kind_->GetSelection() == 0 ? EvaluationKind::Initial : EvaluationKind::ReEvaluation;
    fields.on = kit::utf8(on_->GetValue());
    fields.pain_now = kit::utf8(now_->GetValue());
    fields.pain_best = kit::utf8(best_->GetValue());
    fields.pain_worst = kit::utf8(worst_->GetValue());
    fields.instrument = instruments.at(static_cast<std::size_t>(std::max(instrument_->GetSelection(), 0)));
    for (std::size_t i = 0; i < motions_.size(); ++i) {
        fields.motions.at(i).degrees = kit::utf8(motions_[i].degrees->GetValue());
        fields.motions.at(i).painful = motions_[i].painful->GetValue();
    }
    for (std::size_t i = 0; i < oswestry_.size(); ++i)
        fields.oswestry[i] = kit::utf8(oswestry_[i]->GetValue());
    fields.history = kit::utf8(history_->GetValue());
    fields.findings = kit::utf8(findings_->GetValue());
    fields.assessment = kit::utf8(assessment_->GetValue());
    return fields;
}

void EvaluationPanel::refill()
{
    filling_ = true;
    EvaluationFields const& fields = presenter_->state().fields;
    kind_->SetSelection(fields.kind == EvaluationKind::Initial ? 0 : 1);
    show_text(on_, fields.on);
    show_text(now_, fields.pain_now);
    show_text(best_, fields.pain_best);
    show_text(worst_, fields.pain_worst);
    auto const instrument = std::ranges::find(instruments, fields.instrument);
    instrument_->SetSelection(static_cast<int>(instrument - instruments.begin()));
    for (std::size_t i = 0; i < motions_.size() && i < fields.motions.size(); ++i) {
        show_text(motions_[i].degrees, fields.motions[i].degrees);
        motions_[i].painful->SetValue(fields.motions[i].painful);
    }
    for (std::size_t i = 0; i < oswestry_.size(); ++i)
        show_text(oswestry_[i], fields.oswestry[i]);
    show_text(history_, fields.history);
    show_text(findings_, fields.findings);
    show_text(assessment_, fields.assessment);
    filling_ = false;
}

void EvaluationPanel::draw_state()
{
    EvaluationState const& state = presenter_->state();
    if (read() != state.fields)
        refill();
    score_->set({{wide(state.oswestry), Meaning::Text, kit::Weight::Bold}});
    keeping_->draw(state, {form_});
    wxString const words = state.sealed ? wide(state.seal) : FormKeeping::words(state);
    state_->SetToolTip(state.sealed ? "What changed since belongs into a re-evaluation (New)." : "");
    state_->set({{words, state.sealed ? Meaning::Reached : Meaning::Muted, kit::Weight::Regular, kit::Size::Caption}});
    keep_->Enable(!state.sealed && !state.busy);
    sign_->Enable(!state.sealed && !state.busy);
    scroll_->Enable(!state.sealed);
    scroll_->FitInside();
    Layout();
}

} // namespace plumbline::app::gui
