// SPDX-License-Identifier: Apache-2.0
#include "app/gui/NoteActions.hpp"

#include "app/gui/screens/FlowsheetPanel.hpp"
#include "app/gui/screens/PatientPage.hpp"

namespace plumbline::app::gui {

namespace {

using Run = std::function<void(PatientPage&)>;
using May = std::function<bool(VisitNoteState const&)>;

struct Deed {
    std::string id;
    std::string_view label, help;
    std::string here; ///< A key of the flowsheet's own.
    Run run;
    May may{};
    std::string key{};
    bool begins_group = false;
};

bool any_row(VisitNoteState const& state)
{
    return !state.rows.empty();
}

} // namespace

void add_note_actions(kit::Actions& actions, std::function<PatientPage*()> const& page)
{
    auto const add = [&](Deed const& deed) {
        kit::Action action;
        action.id = "visit." + deed.id;
        action.label = std::string{deed.label};
        action.help = std::string{deed.help};
        action.key = deed.key;
        action.here_key = deed.here;
        action.menu = kit::Menu::Visit;
        action.begins_group = deed.begins_group;
        action.run = [page, run = deed.run] { run(*page()); };
        action.may_run = [page, may = deed.may] {
            VisitNotePresenter const* const note = page() ? page()->note() : nullptr;
            return note && note->state().writable && (!may || may(note->state()));
        };
        actions.add(std::move(action));
    };
    add({"add", tr_noop("&Add intervention"), tr_noop("An exercise or a modality."), "/",
        [](PatientPage& at) { at.flowsheet()->add_intervention(); }, {}, "Ctrl+I", true});
    add({"confirm", tr_noop("&Confirm row"), tr_noop("It was done as it stands; again for not done."), "Space",
        [](PatientPage& at) { at.note()->confirm_row(); }, any_row});
    add({"confirm-all", tr_noop("Confirm a&ll rows"), tr_noop("All that was carried over was done."), "A",
        [](PatientPage& at) { at.note()->confirm_all(); }, any_row});
    add({"row", tr_noop("Change &row"),
        tr_noop("Dose, minutes, region, side, code, provider and response; a digit begins with the dose."), "Enter",
        [](PatientPage& at) { at.flowsheet()->change_row(); }, any_row});
    add({"minutes", tr_noop("&Minutes of the row"), tr_noop("Change the row, beginning with its minutes."), "M",
        [](PatientPage& at) { at.flowsheet()->type_minutes(); }, any_row});
    add({"clock", tr_noop("Start or stop the cloc&k"), tr_noop("Counts the minutes of the row."), "C",
        [](PatientPage& at) { at.note()->toggle_clock(); }, any_row});
    add({"home", tr_noop("At &home"), tr_noop("The row belongs to the home program, or no longer."), "H",
        [](PatientPage& at) { at.note()->toggle_home(); }, any_row});
    add({"remove", tr_noop("Re&move row"), tr_noop("Take the row out of the note."), "Del",
        [](PatientPage& at) { at.note()->remove_row(); }, any_row});
    add({"up", tr_noop("Row &up"), tr_noop("Move the row before the one above it."), "Alt+Up",
        [](PatientPage& at) { at.note()->move_row(-1); }, any_row});
    add({"down", tr_noop("Row do&wn"), tr_noop("Move the row after the one below it."), "Alt+Down",
        [](PatientPage& at) { at.note()->move_row(1); }, any_row});
    add({"tied", tr_noop("Last uni&t to another code"),
        tr_noop("Where several codes are as near to the day's last unit."), "U",
        [](PatientPage& at) { at.note()->choose_next_tied(); },
        [](VisitNoteState const& state) { return !state.day.tied.empty(); }});
    add({"take-over", tr_noop("Take &over note"), tr_noop("Make a colleague's unsigned note your own, and sign it."),
        {}, [](PatientPage& at) { at.note()->take_over(); },
        [](VisitNoteState const& state) { return state.may_take_over; }});
}

} // namespace plumbline::app::gui
