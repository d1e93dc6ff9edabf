// SPDX-License-Identifier: Apache-2.0
#include "app/gui/ScheduleActions.hpp"

#include "app/gui/screens/SchedulePage.hpp"

#include <algorithm>
#include <array>

namespace plumbline::app::gui {

namespace {

using Page = std::function<SchedulePage*()>;
using Run = std::function<void(SchedulePage&)>;
using May = std::function<bool(SchedulePage&)>;

struct Deed {
    std::string id;
    std::string_view label, help;
    std::string here; ///< A key of the sheet's own.
    Run run;
    May may{};
    std::string key{};
    bool begins_group = false;
    kit::Menu menu = kit::Menu::Schedule;
};

/// What is done to one visit, so that in a class it is asked about whose.
constexpr std::array of_one_visit{"schedule.open", "schedule.series", "schedule.plan", "schedule.cancel",
    "schedule.note", "schedule.chart", "schedule.cut", "schedule.copy", "schedule.pin", "schedule.later",
    "schedule.earlier", "schedule.to-left", "schedule.to-right", "schedule.longer", "schedule.shorter",
    "schedule.confirmed", "schedule.arrived", "schedule.treated", "schedule.done", "schedule.no-show",
    "schedule.booked", "paper.routing", "paper.coming", "paper.patient-calendar"};

void add(kit::Actions& actions, Page const& page, Deed const& deed)
{
    kit::Action action;
    action.id = deed.id;
    action.label = std::string{deed.label};
    action.help = std::string{deed.help};
    action.key = deed.key;
    action.here_key = deed.here;
    action.menu = deed.menu;
    action.begins_group = deed.begins_group;
    action.run = [page, run = deed.run, one = std::ranges::count(of_one_visit, deed.id) > 0] {
        if (one)
            page()->about_one([page, run] { run(*page()); });
        else
            run(*page());
    };
    action.may_run = [page, may = deed.may] { return page() != nullptr && (!may || may(*page())); };
    actions.add(std::move(action));
}

bool may_edit(SchedulePage& page)
{
    return page.presenter().state().may_edit;
}

bool on_visit(SchedulePage& page)
{
    return page.presenter().selected() != nullptr;
}

bool on_own_visit(SchedulePage& page)
{
    return may_edit(page) && on_visit(page);
}

bool may_print(SchedulePage& page)
{
    return page.presenter().state().may_print;
}

bool may_print_visit(SchedulePage& page)
{
    return may_print(page) && on_visit(page);
}

bool on_sheet(SchedulePage& page)
{
    ScheduleSpan const span = page.presenter().state().look.span;
    return span == ScheduleSpan::Day || span == ScheduleSpan::Week;
}

void add_status(kit::Actions& actions, Page const& page)
{
    auto const status = [&](std::string id, std::string_view name, std::string here, AppointmentStatus which) {
        add(actions, page,
            {"schedule." + id, name, tr_noop("Set the status of the visit."), std::move(here),
                [which](SchedulePage& one) { one.presenter().set_status(which); },
                [which](SchedulePage& one) { return one.presenter().may_become(which); }, {},
                which == AppointmentStatus::Confirmed});
    };
    status("confirmed", tr_noop("Con&firmed"), "Y", AppointmentStatus::Confirmed);
    status("arrived", tr_noop("&Arrived"), "A", AppointmentStatus::Arrived);
    status("treated", tr_noop("&In treatment"), "S", AppointmentStatus::InTreatment);
    status("done", tr_noop("&Done"), "F", AppointmentStatus::Done);
    status("no-show", tr_noop("N&o-show"), "N", AppointmentStatus::NoShow);
    status("booked", tr_noop("&Booked again"), "B", AppointmentStatus::Booked);
}

void add_visits(kit::Actions& actions, Page const& page)
{
    auto const one = [&](Deed const& deed) { add(actions, page, deed); };
    one({"schedule.new", tr_noop("&New visit"), tr_noop("Book by typing, at the place of the keyboard."), "Ins",
        [](SchedulePage& at) { at.new_visit(); }, may_edit, "Ctrl+N"});
    one({"schedule.walk-in", tr_noop("&Walk-in"), tr_noop("Somebody came without an appointment."), {},
        [](SchedulePage& at) { at.walk_in(); }, may_edit, "Ctrl+Alt+W"});
    one({"schedule.openings", tr_noop("Next &openings"), tr_noop("The next ten dates with free time."), {},
        [](SchedulePage& at) { at.find_openings(); }, may_edit, "Ctrl+Alt+O"});
    one({"schedule.who-fits", tr_noop("W&ho fits here"), tr_noop("Who on the waitlist could come at this time."), "H",
        [](SchedulePage& at) { at.who_fits(); }, may_edit});
    one({"schedule.waitlist-add", tr_noop("Add to the wait&list"), tr_noop("Somebody who would come at another time."),
        {}, [](SchedulePage& at) { at.add_to_waitlist(); }, may_edit, "Ctrl+Alt+L"});
    one({"schedule.find-patient", tr_noop("Find a &patient to book"),
        tr_noop("Beside the day; Enter books at the place of the keyboard."), "Shift+F",
        [](SchedulePage& at) { at.find_patient(); }, may_edit});
    one({"schedule.open", tr_noop("Chan&ge visit"), tr_noop("Time, length, clinician, room of the visit."), "Enter",
        [](SchedulePage& at) { at.open_selected(); }, on_own_visit, {}, true});
    one({"schedule.series", tr_noop("&Series"), tr_noop("Repeat the visit every so many weeks, or change its series."),
        "R", [](SchedulePage& at) { at.make_series(); }, on_own_visit});
    one({"schedule.move-following", tr_noop("Mo&ve the following too"),
        tr_noop("The later visits of the series move as the one that was moved just now."), "Shift+M",
        [](SchedulePage& at) { at.presenter().move_following(); },
        [](SchedulePage& at) { return at.presenter().state().may_move_following; }});
    one({"schedule.plan", tr_noop("Pl&an to calendar"), tr_noop("Book what the plan of care still asks for."),
        "Shift+P", [](SchedulePage& at) { at.plan_of_selected(); },
        [](SchedulePage& at) { return on_own_visit(at) && at.presenter().selected()->episode.has_value(); }});
    one({"schedule.cancel", tr_noop("&Cancel visit"), tr_noop("With its reason; the time is free again."), "Del",
        [](SchedulePage& at) { at.cancel_selected(); }, on_own_visit});
    one({"schedule.note", tr_noop("Open no&te"), tr_noop("The note of the visit."), "O",
        [](SchedulePage& at) { at.open_note(); }, on_visit, {}, true});
    one({"schedule.chart", tr_noop("Open cha&rt"), tr_noop("The chart of the patient."), "Shift+O",
        [](SchedulePage& at) { at.open_chart(); }, on_visit});
}

void add_moves(kit::Actions& actions, Page const& page)
{
    auto const one = [&](std::string id, std::string_view name, std::string here, Run run, May may = on_own_visit) {
        add(actions, page,
            {"schedule." + id, name, tr_noop("Move the visit by the keyboard."), std::move(here), std::move(run),
                std::move(may), {}, id == "cut"});
    };
    one("cut", tr_noop("C&ut"), "Ctrl+X", [](SchedulePage& at) { at.presenter().cut(); });
    one("copy", tr_noop("Co&py"), "Ctrl+C", [](SchedulePage& at) { at.presenter().copy(); });
    one(
        "paste", tr_noop("Past&e here"), "Ctrl+V", [](SchedulePage& at) { at.presenter().paste(); },
        [](SchedulePage& at) { return may_edit(at) && at.presenter().can_paste(); });
    one("pin", tr_noop("Hold on the pinboard"), "P", [](SchedulePage& at) { at.presenter().pin(); });
    one("later", tr_noop("Later"), "Ctrl+Down", [](SchedulePage& at) { at.presenter().nudge(1, 0); });
    one("earlier", tr_noop("Earlier"), "Ctrl+Up", [](SchedulePage& at) { at.presenter().nudge(-1, 0); });
    one("to-left", tr_noop("To the column before"), "Ctrl+Left", [](SchedulePage& at) { at.presenter().nudge(0, -1); });
    one("to-right", tr_noop("To the column after"), "Ctrl+Right", [](SchedulePage& at) { at.presenter().nudge(0, 1); });
    one("longer", tr_noop("Longer"), "Shift+Down", [](SchedulePage& at) { at.presenter().lengthen(1); });
    one("shorter", tr_noop("Shorter"), "Shift+Up", [](SchedulePage& at) { at.presenter().lengthen(-1); });
}

void add_times(kit::Actions& actions, Page const& page)
{
    auto const one = [&](std::string id, std::string_view name, std::string here, Run run, May may = {}) {
        add(actions, page,
            {"schedule." + id, name, tr_noop("Which days the schedule shows."), std::move(here), std::move(run),
                std::move(may), {}, id == "today"});
    };
    auto const span = [](ScheduleSpan which) {
        return [which](SchedulePage& at) { at.presenter().choose_span(which); };
    };
    one("today", tr_noop("To today"), "T", [](SchedulePage& at) { at.presenter().go_today(); });
    one("next", tr_noop("Ahead"), "J", [](SchedulePage& at) { at.presenter().step(1); });
    one("previous", tr_noop("Back"), "K", [](SchedulePage& at) { at.presenter().step(-1); });
    one("next-month", tr_noop("A month ahead"), "PgDn", [](SchedulePage& at) { at.presenter().step_months(1); });
    one("previous-month", tr_noop("A month back"), "PgUp", [](SchedulePage& at) { at.presenter().step_months(-1); });
    one("next-week", tr_noop("A week ahead"), "Shift+PgDn", [](SchedulePage& at) { at.presenter().step_weeks(1); });
    one("previous-week", tr_noop("A week back"), "Shift+PgUp", [](SchedulePage& at) { at.presenter().step_weeks(-1); });
    one("go-to", tr_noop("Go to a day"), "G", [](SchedulePage& at) { at.go_to_day(); });
    one("day", tr_noop("Day"), "D", span(ScheduleSpan::Day));
    one("week", tr_noop("Week"), "W", span(ScheduleSpan::Week));
    one("month", tr_noop("Month"), "M", span(ScheduleSpan::Month));
    one("list", tr_noop("List"), "L", span(ScheduleSpan::List));
    one(
        "closer", tr_noop("Hours taller"), "+", [](SchedulePage& at) { at.zoom(1); }, on_sheet);
    one(
        "farther", tr_noop("Hours shorter"), "-", [](SchedulePage& at) { at.zoom(-1); }, on_sheet);
}

void add_views(kit::Actions& actions, Page const& page)
{
    add(actions, page,
        {"schedule.views", tr_noop("Saved &views"), tr_noop("What is saved under which key, to show or save."), "V",
            [](SchedulePage& at) { at.choose_view(); }, {}, {}, true});
    for (std::string const key : schedule_view_keys) {
        add(actions, page,
            {"schedule.view-" + key, tr_noop("Saved view of the schedule"), tr_noop("As it was saved under this key."),
                key, [key](SchedulePage& at) { at.show_view(key); },
                [key](SchedulePage& at) { return at.has_view(key); }, {}, false, kit::Menu::None});
        add(actions, page,
            {"schedule.save-" + key, tr_noop("Save this view of the schedule"),
                tr_noop("Span, columns and clinicians, under this key."), "Shift+" + key,
                [key](SchedulePage& at) { at.save_view(key); }, {}, {}, false, kit::Menu::None});
    }
}

void add_papers(kit::Actions& actions, Page const& page)
{
    auto const one = [&](Deed deed) {
        deed.menu = kit::Menu::Reports;
        deed.begins_group = deed.id == "paper.day-sheet";
        add(actions, page, deed);
    };
    auto const today = [](SchedulePage& at) { return at.presenter().state().today; };
    one({"paper.day-sheet", tr_noop("&Day sheet"),
        tr_noop("Of the clinicians who are shown; see it, print or save it."), {},
        [](SchedulePage& at) { at.paperwork().see(day_sheet_shown(at.presenter())); }, may_print});
    one({"paper.day-sheet-all", tr_noop("Day sheet of the &whole clinic"),
        tr_noop("Each clinician on pages of their own."), {},
        [](SchedulePage& at) { at.paperwork().see(day_sheet_of_all(at.presenter())); }, may_print});
    one({"paper.routing", tr_noop("&Routing slip"), tr_noop("Goes with the patient through this visit."), "Shift+R",
        [](SchedulePage& at) { at.paperwork().see(*routing_slip_of(at.presenter().selected())); }, may_print_visit});
    one({"paper.coming", tr_noop("&Coming visits"), tr_noop("The patient's own list, in large print."), "Shift+C",
        [today](SchedulePage& at) { at.paperwork().see(*coming_visits_of(at.presenter().selected(), today(at))); },
        may_print_visit});
    one({"paper.reminders", tr_noop("Re&minder slips"), tr_noop("Of the days and clinicians shown, several to a page."),
        {}, [](SchedulePage& at) { at.paperwork().see(reminder_slips_shown(at.presenter())); }, may_print});
    one({"paper.reminder-list", tr_noop("Reminder &list"), tr_noop("Of the days shown, as a CSV file for letters."), {},
        [](SchedulePage& at) { at.paperwork().save_reminders(); }, may_print});
    one({"paper.calendar", tr_noop("Calendar of the cl&inician"),
        tr_noop("A year ahead, as a file for other programs."), {},
        [](SchedulePage& at) { at.paperwork().save_calendar_of_clinician(); },
        [](SchedulePage& at) { return may_print(at) && calendar_of_clinician(at.presenter()).has_value(); }});
    one({"paper.patient-calendar", tr_noop("Calendar of the &patient"),
        tr_noop("A year ahead; when and with whom, never what for."), {},
        [](SchedulePage& at) { at.paperwork().save_calendar_of_patient(); }, may_print_visit});
}

} // namespace

void add_schedule_actions(kit::Actions& actions, std::function<SchedulePage*()> const& page)
{
    add_visits(actions, page);
    add_status(actions, page);
    add_moves(actions, page);
    add_times(actions, page);
    add_views(actions, page);
    add_papers(actions, page);
}

} // namespace plumbline::app::gui
