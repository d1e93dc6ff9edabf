// SPDX-License-Identifier: Apache-2.0
#include "app/gui/screens/VisitNotePanel.hpp"

#include "app/gui/kit/Accessible.hpp"
#include "app/gui/kit/Buttons.hpp"
#include "app/gui/kit/Card.hpp"
#include "app/gui/kit/ChartView.hpp"
#include "app/gui/kit/Choices.hpp"
#include "app/gui/kit/Finder.hpp"
#include "app/gui/kit/HairlineList.hpp"
#include "app/gui/kit/Marks.hpp"
#include "app/gui/kit/Strips.hpp"
#include "app/gui/kit/Words.hpp"
#include "app/gui/screens/RowEditor.hpp"

#include <wx/sizer.h>
#include <wx/textctrl.h>
#include <wx/textdlg.h>

#include <functional>

namespace plumbline::app::gui {

using kit::ListCell;
using kit::ListRow;
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

ListRow sheet_row(FlowsheetRow const& row)
{
    using Mark = FlowsheetRow::Mark;
    if (row.mark == Mark::Refused)
        return {{ListCell{wide("✕"), Meaning::Stop}, ListCell{wide(row.name), Meaning::Text, kit::Weight::Bold},
            ListCell{wide("Refused: " + row.complaint), Meaning::Stop}}};
    ListRow drawn;
    drawn.look = row.mark == Mark::Carried ? kit::RowLook::Faint : kit::RowLook::Plain;
    wxString const minutes = row.clock_running ? wide("▶ " + row.minutes) : wide(row.minutes);
    drawn.cells = {ListCell{wide(row.mark == Mark::Confirmed ? "✓" : "·")},
        ListCell{wide(row.name), Meaning::Text, row.mark == Mark::Confirmed ? kit::Weight::Bold : kit::Weight::Regular},
        ListCell{wide(row.dose)}, ListCell{wide(row.last), Meaning::Muted},
        ListCell{minutes, row.clock_running ? Meaning::Accent : Meaning::Text}, ListCell{wide(row.code)},
        ListCell{row.at_home ? "H" : ""}, ListCell{wide(row.response)}};
    if (!row.complaint.empty()) {
        std::string const said =
            row.complaint_source.empty() ? row.complaint : row.complaint + " (" + row.complaint_source + ")";
        drawn.second_line = {{wide(said), Meaning::Due, kit::Weight::Regular, kit::Size::Caption}};
    }
    return drawn;
}

} // namespace

VisitNotePanel::VisitNotePanel(wxWindow* parent, VisitNotePresenter& presenter)
    : kit::Area{parent}
    , presenter_{presenter}
    , timer_{this}
{
    build();
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

void VisitNotePanel::build()
{
    complaints_ = new kit::Banner{this};
    auto* const right = new wxBoxSizer{wxVERTICAL};
    right->Add(build_today(), 0, wxEXPAND | wxBOTTOM, FromDIP(step::m));
    right->Add(build_flowsheet(), 1, wxEXPAND | wxBOTTOM, FromDIP(step::m));
    right->Add(build_end(), 0, wxEXPAND);
    auto* const columns = new wxBoxSizer{wxHORIZONTAL};
    columns->Add(build_last(), 0, wxEXPAND | wxRIGHT, FromDIP(step::m));
    columns->Add(right, 1, wxEXPAND);
    auto* const all = new wxBoxSizer{wxVERTICAL};
    all->Add(complaints_, 0, wxEXPAND);
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
    today_card_->add_padded(row);
    return today_card_;
}

wxWindow* VisitNotePanel::build_flowsheet()
{
    sheet_card_ = new kit::Card{this, "Flowsheet"};
    auto* const inside = sheet_card_->content();
    sheet_ = new kit::HairlineList{inside, "Flowsheet",
        {{"", 24}, {"Intervention", 0, 3}, {"Dose", 0, 3}, {"Last", 0, 3}, {"Min", 48, 1, kit::Align::Right},
            {"Code", 64}, {"Home", 48}, {"Response", 0, 2}},
        kit::ListUse::Activate};
    sheet_->set_empty_text("No interventions yet. Press / to add an exercise or a modality.");
    sheet_->on_current([this](std::size_t index) { presenter_.select(index); });
    sheet_->on_activate([this](std::size_t index) {
        if (presenter_.state().rows.at(index).mark == FlowsheetRow::Mark::Refused)
            return ask_override(index);
        presenter_.edit_dose(index);
        editor_->start({});
    });
    sheet_->on_key([this](wxKeyEvent const& event) { return flowsheet_key(event); });
    sheet_card_->add(sheet_, 1);
    editor_ = new RowEditor{inside, presenter_};
    editor_->done = [this] { sheet_->SetFocus(); };
    sheet_card_->add(editor_);
    return sheet_card_;
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
    end_card_->add_padded(grid);
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

bool VisitNotePanel::flowsheet_key(wxKeyEvent const& event)
{
    if (presenter_.state().sealed || event.ControlDown()
        || (event.AltDown() && event.GetKeyCode() != WXK_UP && event.GetKeyCode() != WXK_DOWN))
        return false;
    auto const code = event.GetKeyCode();
    auto const row = presenter_.state().selected;
    bool const any = row < presenter_.state().rows.size();
    if (any && code >= '0' && code <= '9') {
        presenter_.edit_dose(row);
        editor_->start(wxString{static_cast<char>(code)});
        return true;
    }
    switch (code) {
    case WXK_SPACE:
        return presenter_.confirm_row(), true;
    case 'A':
        return presenter_.confirm_all(), true;
    case 'H':
        return presenter_.toggle_home(), true;
    case 'C':
        return presenter_.toggle_clock(), true;
    case 'M':
        if (any) {
            presenter_.edit_dose(row);
            editor_->start_minutes({});
        }
        return true;
    case '/':
    case WXK_NUMPAD_DIVIDE:
        return add_intervention(), true;
    case WXK_DELETE:
        return presenter_.remove_row(), true;
    case WXK_UP:
    case WXK_DOWN:
        if (!event.AltDown())
            return false;
        return presenter_.move_row(code == WXK_UP ? -1 : 1), true;
    default:
        return false;
    }
}

void VisitNotePanel::take_keyboard()
{
    if (presenter_.state().sealed)
        sheet_->SetFocus();
    else
        pain_now_->SetFocus();
}

void VisitNotePanel::add_intervention()
{
    if (!presenter_.state().loaded || presenter_.state().sealed)
        return;
    kit::Finder finder{this, "Add to the flowsheet", "Exercise or modality", {{"", 0, 3}, {"", 0, 1}}};
    finder.on_typed([&](std::string const& typed) {
        std::vector<kit::Finder::Line> lines;
        for (LibraryEntry const& entry : presenter_.library(typed))
            lines.push_back({{{wide(entry.label), ListCell{wide(entry.detail), Meaning::Muted}}},
                [this, entry] { presenter_.add(entry, Region::LowBack, Side::None); }});
        finder.set_lines(std::move(lines));
    });
    finder.run();
    sheet_->SetFocus();
}

void VisitNotePanel::ask_override(std::size_t row)
{
    FlowsheetRow const refused = presenter_.state().rows.at(row);
    if (!refused.overridable)
        return;
    wxTextEntryDialog ask{this,
        wide(refused.complaint
            + "\n\nWhy is it given all the same? The reason is kept in the note and in the audit log."),
        wide(refused.name)};
    if (ask.ShowModal() == wxID_OK && !ask.GetValue().empty())
        presenter_.override_refusal(row, kit::utf8(ask.GetValue()));
}

void VisitNotePanel::write_addendum()
{
    if (!presenter_.state().sealed)
        return;
    wxTextEntryDialog ask{
        this, "The signed note stays as it is. What is to be added?", "Addendum", {}, wxOK | wxCANCEL | wxTE_MULTILINE};
    if (ask.ShowModal() == wxID_OK && !ask.GetValue().empty())
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
        part->Enable(state.loaded && !state.sealed);
    if (state.rows != drawn_.rows)
        draw_rows(state.rows);
    if (sheet_->current() != state.selected && !state.rows.empty())
        sheet_->set_current(state.selected);
    if (state.last != drawn_.last || !drawn_.loaded)
        draw_last(state.last);
    if (state.complaints != drawn_.complaints)
        draw_complaints(state.complaints);
    overlap_->set({{wide(state.overlap), Meaning::Muted, kit::Weight::Regular, kit::Size::Caption}});
    draw_seal(state);
    drawn_ = state;
    editor_->draw();
}

void VisitNotePanel::draw_rows(std::vector<FlowsheetRow> const& rows)
{
    std::vector<ListRow> drawn;
    for (FlowsheetRow const& row : rows)
        drawn.push_back(sheet_row(row));
    sheet_->set_rows(std::move(drawn));
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

void VisitNotePanel::draw_complaints(std::vector<Refusal> const& complaints)
{
    if (complaints.empty())
        return complaints_->dismiss();
    wxString text;
    for (Refusal const& complaint : complaints)
        text += (text.empty() ? wxString{} : wxString{"  "}) + kit::translated(complaint.message);
    complaints_->say(Meaning::Stop, text);
}

void VisitNotePanel::draw_seal(VisitNoteState const& state)
{
    // Keys that a signed note does not take are not offered.
    sheet_card_->set_keys(state.sealed || !state.loaded
            ? std::vector<kit::Card::KeyHint>{}
            : std::vector<kit::Card::KeyHint>{{"Space", "confirm"}, {wide("0–9"), "dose"}, {"M", "minutes"},
                {"/", "add"}, {"C", "clock"}, {"H", "home"}, {"Del", "remove"}});
    sign_->Show(!state.sealed);
    sign_->Enable(state.loaded);
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
