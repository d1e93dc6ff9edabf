// SPDX-License-Identifier: Apache-2.0
#include "app/gui/screens/FlowsheetPanel.hpp"

#include "app/gui/kit/Card.hpp"
#include "app/gui/kit/Fault.hpp"
#include "app/gui/kit/Finder.hpp"
#include "app/gui/kit/HairlineList.hpp"
#include "app/gui/kit/Keys.hpp"
#include "app/gui/kit/Words.hpp"
#include "app/gui/screens/NoteFaults.hpp"
#include "app/gui/screens/RowEditor.hpp"
#include "app/gui/screens/UnitsStrip.hpp"

#include <wx/sizer.h>
#include <wx/textdlg.h>

namespace plumbline::app::gui {

using kit::ListCell;
using kit::ListRow;
using kit::Meaning;
using kit::wide;
namespace step = kit::step;

namespace {

kit::Runs remark_line(FlowsheetRow::Remark const& remark)
{
    // A caution's source stands in the row's editor.
    bool const sourced = remark.fault && !remark.source.empty();
    std::string const said = sourced ? remark.text + " (" + remark.source + ")" : remark.text;
    return {{wide(said), remark.fault ? Meaning::Stop : Meaning::Due, kit::Weight::Regular, kit::Size::Caption}};
}

/// Everything that speaks against the row, a line each, then who gave it.
std::vector<kit::Runs> lines_below(FlowsheetRow const& row)
{
    std::vector<kit::Runs> lines;
    for (FlowsheetRow::Remark const& remark : row.remarks)
        lines.push_back(remark_line(remark));
    if (!row.provider.empty())
        lines.push_back({{wide("Given by " + row.provider), Meaning::Muted, kit::Weight::Regular, kit::Size::Caption}});
    return lines;
}

ListRow sheet_row(FlowsheetRow const& row)
{
    using Mark = FlowsheetRow::Mark;
    ListRow drawn;
    if (row.mark == Mark::Refused) {
        drawn.cells = {ListCell{wide("✕"), Meaning::Stop}, ListCell{wide(row.name), Meaning::Text, kit::Weight::Bold},
            ListCell{row.overridable ? "Refused. Enter: give it with a reason" : "Refused", Meaning::Stop}};
    } else {
        drawn.look = row.mark == Mark::Carried ? kit::RowLook::Faint : kit::RowLook::Plain;
        wxString const minutes = row.clock_running ? wide("▶ " + row.minutes) : wide(row.minutes);
        bool const done = row.mark == Mark::Confirmed;
        drawn.cells = {ListCell{wide(done ? "✓" : "·")},
            ListCell{wide(row.name), Meaning::Text, done ? kit::Weight::Bold : kit::Weight::Regular},
            ListCell{wide(row.dose)}, ListCell{wide(row.last), Meaning::Muted},
            ListCell{minutes, row.clock_running ? Meaning::Accent : Meaning::Text}, ListCell{wide(row.code)},
            ListCell{row.at_home ? "H" : ""}, ListCell{wide(row.response)}};
    }
    auto lines = lines_below(row);
    if (!lines.empty()) {
        drawn.second_line = std::move(lines.front());
        drawn.further_lines.assign(std::next(lines.begin()), lines.end());
    }
    return drawn;
}

} // namespace

FlowsheetPanel::FlowsheetPanel(
    wxWindow* parent, VisitNotePresenter& presenter, std::function<bool(std::string const&)> run_here)
    : kit::Area{parent}
    , presenter_{presenter}
    , run_here_{std::move(run_here)}
{
    card_ = new kit::Card{this, "Flowsheet"};
    auto* const inside = card_->content();
    sheet_ = new kit::HairlineList{inside, "Flowsheet",
        {{"", 24}, {"Intervention", 0, 3}, {"Dose", 0, 3}, {"Last", 0, 3}, {"Min", 48, 1, kit::Align::Right},
            {"Code", 64}, {"Home", 48}, {"Response", 0, 2}},
        kit::ListUse::Activate};
    sheet_->set_empty_text("No interventions yet. Press / to add an exercise or a modality.");
    sheet_->on_current([this](std::size_t index) { presenter_.select(index); });
    sheet_->on_activate([this](std::size_t) { change_row(); });
    sheet_->on_key([this](wxKeyEvent const& event) { return key(event); });
    card_->add(sheet_, 1);
    fault_ = new kit::Fault{inside};
    card_->add_padded(fault_);
    editor_ = new RowEditor{inside, presenter_};
    editor_->done = [this] { sheet_->SetFocus(); };
    card_->add(editor_);
    units_ = new UnitsStrip{inside, presenter_};
    card_->add(units_);
    auto* const all = new wxBoxSizer{wxVERTICAL};
    all->Add(card_, 1, wxEXPAND);
    SetSizer(all);
}

bool FlowsheetPanel::key(wxKeyEvent const& event)
{
    auto const code = event.GetKeyCode();
    if (!event.HasModifiers() && code >= '0' && code <= '9' && presenter_.state().writable
        && !presenter_.state().rows.empty()) {
        presenter_.edit_dose(presenter_.state().selected);
        editor_->start(wxString{static_cast<char>(code)}); // What was typed begins the dose.
        return true;
    }
    return run_here_(kit::key_of(event));
}

void FlowsheetPanel::take_keyboard()
{
    sheet_->SetFocus();
}

void FlowsheetPanel::change_row()
{
    VisitNoteState const& state = presenter_.state();
    if (!state.writable || state.selected >= state.rows.size())
        return;
    if (state.rows[state.selected].overridable)
        return ask_override(state.selected);
    presenter_.edit_dose(state.selected);
    editor_->start({});
}

void FlowsheetPanel::type_minutes()
{
    presenter_.edit_dose(presenter_.state().selected);
    editor_->start_minutes({});
}

void FlowsheetPanel::add_intervention()
{
    if (!presenter_.state().writable)
        return;
    kit::Finder finder{this, "Add to the flowsheet", "Exercise or modality", {{"", 0, 3}, {"", 0, 1}}};
    finder.on_typed([&](std::string const& typed) {
        std::vector<kit::Finder::Line> lines;
        for (LibraryEntry const& entry : presenter_.library(typed))
            lines.push_back({{{wide(entry.label), ListCell{wide(entry.detail), Meaning::Muted}}},
                [this, entry] { presenter_.add(entry); }});
        finder.set_lines(std::move(lines));
    });
    finder.run();
    sheet_->SetFocus();
}

void FlowsheetPanel::ask_override(std::size_t row)
{
    FlowsheetRow const refused = presenter_.state().rows.at(row);
    std::string against;
    for (FlowsheetRow::Remark const& remark : refused.remarks)
        if (remark.fault)
            against += remark.text + "\n";
    wxTextEntryDialog ask{this,
        wide(against + "\nWhy is it given all the same? The reason is kept in the note and in the audit log."),
        wide(refused.name)};
    if (ask.ShowModal() == wxID_OK && !ask.GetValue().empty())
        presenter_.override_refusal(row, kit::utf8(ask.GetValue()));
}

void FlowsheetPanel::draw()
{
    VisitNoteState const& state = presenter_.state();
    // Keys that the note does not take are not offered.
    card_->set_keys(state.writable ? std::vector<kit::Card::KeyHint>{{"Space", "confirm"}, {wide("0–9"), "dose"},
                        {"M", "minutes"}, {"/", "add"}, {"C", "clock"}, {"H", "home"}, {"Del", "remove"}}
                                   : std::vector<kit::Card::KeyHint>{});
    if (state.rows != drawn_)
        draw_rows(state.rows);
    if (sheet_->current() != state.selected && !state.rows.empty())
        sheet_->set_current(state.selected);
    say_faults(*fault_, state.complaints, {"interventions"});
    editor_->draw();
    units_->draw();
}

void FlowsheetPanel::draw_rows(std::vector<FlowsheetRow> const& rows)
{
    drawn_ = rows;
    std::vector<ListRow> lines;
    for (FlowsheetRow const& row : rows)
        lines.push_back(sheet_row(row));
    sheet_->set_rows(std::move(lines));
}

} // namespace plumbline::app::gui
