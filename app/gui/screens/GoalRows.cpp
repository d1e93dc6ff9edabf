// SPDX-License-Identifier: Apache-2.0
#include "app/gui/screens/GoalRows.hpp"

#include "app/gui/kit/Accessible.hpp"
#include "app/gui/kit/Buttons.hpp"
#include "app/gui/kit/Fault.hpp"
#include "app/gui/kit/Marks.hpp"
#include "app/gui/kit/Words.hpp"
#include "app/gui/screens/FormKeeping.hpp"

#include <wx/choice.h>
#include <wx/sizer.h>
#include <wx/textctrl.h>

#include <algorithm>
#include <array>

namespace plumbline::app::gui {

using kit::Meaning;
using kit::wide;
namespace step = kit::step;

namespace {

constexpr int number_width = 14;
constexpr int figure_width = 130;
constexpr int day_width = 100;
constexpr std::array states{GoalState::InProgress, GoalState::Met, GoalState::NotMet, GoalState::Dropped};

/// The first one is the goal's own words and unit; the others follow the measures.
std::vector<wxString> measure_words()
{
    std::vector<wxString> words{"measured in own words"};
    for (MeasureFacts const& known : all_measures())
        words.push_back(wide(std::string{known.name}));
    return words;
}

int place_of(std::optional<Measure> measure)
{
    if (!measure)
        return 0;
    auto const known = std::ranges::find(all_measures(), *measure, &MeasureFacts::measure);
    return static_cast<int>(known - all_measures().begin()) + 1;
}

std::optional<Measure> measure_at(int place)
{
    return place < 1 ? std::nullopt : std::optional{all_measures()[static_cast<std::size_t>(place - 1)].measure};
}

int place_of(GoalState state)
{
    return static_cast<int>(std::ranges::find(states, state) - states.begin());
}

} // namespace

GoalRows::GoalRows(wxWindow* parent, std::function<void()> typed, std::function<void(std::size_t)> remove)
    : kit::ClearPanel{parent}
    , typed_{std::move(typed)}
    , remove_{std::move(remove)}
    , column_{new wxBoxSizer{wxVERTICAL}}
{
    SetSizer(column_);
}

wxTextCtrl* GoalRows::field(wxBoxSizer& row, wxString const& name, std::string const& text, int width, bool editable)
{
    auto* const made = new wxTextCtrl{
        this, wxID_ANY, wide(text), wxDefaultPosition, width > 0 ? FromDIP(wxSize{width, -1}) : wxDefaultSize};
    made->SetHint(name.AfterFirst(':').Trim(false)); // The row says which goal it is.
    kit::a11y::name(made, name);
    made->Enable(editable);
    made->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { typed_(); });
    row.Add(made, width > 0 ? 0 : 1, wxALIGN_CENTER_VERTICAL | wxRIGHT, FromDIP(step::s));
    return made;
}

wxChoice* GoalRows::choice(wxBoxSizer& row, wxString const& name, std::vector<wxString> const& words, bool editable)
{
    auto* const made = new wxChoice{this, wxID_ANY};
    for (wxString const& word : words)
        made->Append(word);
    made->Enable(editable);
    kit::a11y::name(made, name);
    made->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { typed_(); });
    row.Add(made, 0, wxALIGN_CENTER_VERTICAL | wxRIGHT, FromDIP(step::s));
    return made;
}

void GoalRows::add(std::size_t index, GoalFields const& goal)
{
    auto* const row = new wxBoxSizer{wxHORIZONTAL};
    wxString const number = wxString::Format("Goal %zu: ", index + 1);
    auto* const shown = new kit::TextLine{this, wxString::Format("%zu", index + 1), Meaning::Muted};
    shown->SetMinSize(FromDIP(wxSize{number_width, -1})); // So that the rows begin below each other.
    row->Add(shown, 0, wxALIGN_CENTER_VERTICAL | wxRIGHT, FromDIP(step::s));
    Line line{};
    line.kept = goal.kept;
    line.text = field(*row, number + "what is to be possible", goal.text, 0, !goal.kept);
    line.measure = choice(*row, number + "measure", measure_words(), !goal.kept);
    line.baseline = field(*row, number + "at start", goal.baseline, figure_width, !goal.kept);
    line.target = field(*row, number + "target", goal.target, figure_width, !goal.kept);
    line.by = field(*row, number + "by day", goal.target_date, day_width, !goal.kept);
    line.term = choice(*row, number + "term", {"long term", "short term"}, !goal.kept);
    if (!goal.kept)
        row->Add(new kit::SignButton{this, wide("×"), number + "remove",
                     [this, index] { CallAfter([this, index] { remove_(index); }); }},
            0, wxALIGN_CENTER_VERTICAL);
    column_->Add(row, 0, wxEXPAND | wxBOTTOM, FromDIP(step::s));
    if (goal.kept)
        add_standing(*column_, line, number, goal);
    line.fault = new kit::Fault{this};
    column_->Add(line.fault, 0, wxEXPAND | wxLEFT | wxBOTTOM, FromDIP(step::l));
    lines_.push_back(line);
}

/// Where a kept goal stands: its state and figure now, the progress toward it in words, and what was said before.
void GoalRows::add_standing(wxBoxSizer& column, Line& line, wxString const& number, GoalFields const& goal)
{
    int const indent = FromDIP(number_width + step::s);
    auto* const row = new wxBoxSizer{wxHORIZONTAL};
    row->AddSpacer(indent);
    std::vector<wxString> words;
    for (GoalState const state : states)
        words.push_back(wide(label(state)));
    line.state = choice(*row, number + "state", words, true);
    line.now = field(*row, number + "now", goal.now, figure_width, true);
    line.comment = field(*row, number + "progress toward it, in your words", goal.comment, 0, true);
    column.Add(row, 0, wxEXPAND | wxBOTTOM, FromDIP(step::s));
    line.history = new kit::Paragraph{this, {}, Meaning::Muted, kit::Size::Caption};
    auto* const said = new wxBoxSizer{wxHORIZONTAL};
    said->AddSpacer(indent);
    said->Add(line.history, 1);
    column.Add(said, 0, wxEXPAND | wxBOTTOM, FromDIP(step::m));
}

bool GoalRows::fit(std::vector<GoalFields> const& goals) const
{
    return std::ranges::equal(lines_, goals, {}, &Line::kept, &GoalFields::kept);
}

void GoalRows::build(std::vector<GoalFields> const& goals)
{
    lines_.clear();
    column_->Clear(true);
    for (std::size_t i = 0; i < goals.size(); ++i)
        add(i, goals[i]);
    // From outside in: in the height of before, the new fields would have no room.
    InvalidateBestSize();
    kit::relayout(this);
    Layout();
}

void GoalRows::show(std::vector<GoalFields> const& goals)
{
    for (std::size_t i = 0; i < lines_.size() && i < goals.size(); ++i) {
        Line const& line = lines_[i];
        GoalFields const& goal = goals[i];
        show_text(line.text, goal.text);
        show_text(line.baseline, goal.baseline);
        show_text(line.target, goal.target);
        show_text(line.by, goal.target_date);
        line.measure->SetSelection(place_of(goal.measure));
        line.term->SetSelection(goal.term == GoalTerm::Long ? 0 : 1);
        if (!line.kept)
            continue;
        show_text(line.now, goal.now);
        show_text(line.comment, goal.comment);
        line.state->SetSelection(place_of(goal.state));
    }
}

void GoalRows::read(std::vector<GoalFields>& goals) const
{
    for (std::size_t i = 0; i < lines_.size() && i < goals.size(); ++i) {
        Line const& line = lines_[i];
        GoalFields& goal = goals[i];
        goal.text = kit::utf8(line.text->GetValue());
        goal.baseline = kit::utf8(line.baseline->GetValue());
        goal.target = kit::utf8(line.target->GetValue());
        goal.target_date = kit::utf8(line.by->GetValue());
        goal.measure = measure_at(line.measure->GetSelection());
        goal.term = line.term->GetSelection() == 1 ? GoalTerm::Short : GoalTerm::Long;
        if (!line.kept)
            continue;
        goal.now = kit::utf8(line.now->GetValue());
        goal.comment = kit::utf8(line.comment->GetValue());
        goal.state = states.at(static_cast<std::size_t>(std::max(line.state->GetSelection(), 0)));
    }
}

void GoalRows::tell(PlanState const& state)
{
    for (std::size_t i = 0; i < lines_.size(); ++i) {
        wxString faults;
        if (i < state.goal_complaints.size())
            for (Refusal const& fault : state.goal_complaints[i])
                faults += (faults.empty() ? wxString{} : wxString{"\n"}) + kit::translated(fault.message);
        lines_[i].fault->say(faults);
        if (!lines_[i].history || i >= state.goal_history.size())
            continue;
        wxString said;
        for (std::string const& sentence : state.goal_history[i])
            said += (said.empty() ? wxString{} : wxString{"\n"}) + wide(sentence);
        lines_[i].history->set(said.empty() ? wxString{"Nothing is written down of it yet."} : said);
    }
}

void GoalRows::focus_last()
{
    if (!lines_.empty())
        lines_.back().text->SetFocus();
}

} // namespace plumbline::app::gui
