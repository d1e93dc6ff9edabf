// SPDX-License-Identifier: Apache-2.0
// Everything that can be done: the menus, the palette and the list of keys are made of it.
#include "app/gui/ChartActions.hpp"
#include "app/gui/NoteActions.hpp"
#include "app/gui/ScheduleActions.hpp"
#include "app/gui/Session.hpp"
#include "app/gui/kit/Finder.hpp"
#include "app/gui/kit/MenuBar.hpp"
#include "app/gui/kit/Theme.hpp"
#include "app/gui/kit/Words.hpp"
#include "app/gui/screens/PatientPage.hpp"
#include "app/gui/screens/SchedulePage.hpp"
#include "app/gui/screens/SettingsPage.hpp"

#include <wx/aboutdlg.h>

namespace plumbline::app::gui {

using kit::wide;

void Program::add_actions()
{
    add_view_actions();
    add_file_actions();
    add_help_actions();
    add_patient_actions();
    add_chart_actions(actions_, [this] { return front_patient(); });
    add_visit_actions();
    add_note_actions(actions_, [this] { return front_patient(); });
    add_schedule_actions(actions_, [this] { return front_schedule(); });
}

void Program::add_view_actions()
{
    using kit::Menu;
    auto const inside = [this] { return session_ != nullptr && !frame_->covered(); };
    auto const place = [&](std::string id, std::string_view label, std::string key, std::string section,
                           std::function<bool()> when) {
        actions_.add({std::move(id), std::string{label}, std::string{tr_noop("Go to this part of the program.")},
            std::move(key), Menu::View, [this, section] { go(section); }, std::move(when)});
    };
    auto const insights = [this, inside] { return inside() && session_->insights.state().allowed; };
    place("view.today", tr_noop("&Today"), "Ctrl+1", "today", inside);
    place("view.schedule", tr_noop("Sc&hedule"), "Ctrl+2", "schedule", inside);
    place("view.patients", tr_noop("&Patients"), "Ctrl+3", "patients", inside);
    place("view.to-sign", tr_noop("To &sign"), "Ctrl+4", "to-sign", inside);
    place("view.insights", tr_noop("&Insights"), "Ctrl+5", "insights", insights);
    place("view.settings", tr_noop("S&ettings"), "Ctrl+,", "settings", inside);
    actions_.add({"view.audit", std::string{tr_noop("A&udit log")},
        std::string{tr_noop("Who did what and when, and whether the log is whole.")}, {}, Menu::View,
        [this] { see_audit(); }, [this, inside] { return inside() && session_->may_see_audit(); }});
    actions_.add({"view.privacy", std::string{tr_noop("Hide &names")},
        std::string{tr_noop("Hide every patient's name until pressed again.")}, "Ctrl+Shift+H", Menu::View,
        [this] { toggle_names(); }, inside, {}, true,
        [this] { return session_ && session_->shell.state().names == Names::Hidden; }});
    actions_.add({"view.dark", std::string{tr_noop("&Dark")}, std::string{tr_noop("Dark colors, or light again.")},
        "Ctrl+Shift+D", Menu::View, [this] { choose_appearance(kit::is_dark() ? 1 : 2); }, {}, {}, false,
        [] { return kit::is_dark(); }});
}

void Program::add_file_actions()
{
    using kit::Menu;
    auto const inside = [this] { return session_ != nullptr && !frame_->covered(); };
    actions_.add({"file.switch", std::string{tr_noop("&Find patient or action")},
        std::string{tr_noop("Open a chart by typing.")}, "Ctrl+K", Menu::File, [this] { switch_patient(); }, inside,
        "Ctrl+O"});
    actions_.add({"file.import", std::string{tr_noop("&Import patients")},
        std::string{tr_noop("Take over a list in CSV.")}, {}, Menu::File,
        [this] {
            go("settings");
            session_->settings_page->import_list();
        },
        [this, inside] { return inside() && session_->settings.state().may_import; }});
    auto const codes = [this, inside] { return inside() && session_->fees.state().may_change; };
    actions_.add({"file.import-codes", std::string{tr_noop("Import service &codes")},
        std::string{tr_noop("Take over the clinic's own fee schedule in CSV; all of it or nothing.")}, {}, Menu::File,
        [this] {
            go("settings");
            session_->settings_page->codes().import_list();
        },
        codes});
    actions_.add({"settings.add-code", std::string{tr_noop("Add ser&vice code")},
        std::string{tr_noop("A code of the clinic's own fee schedule, timed or not.")}, {}, Menu::File,
        [this] {
            go("settings");
            session_->settings_page->codes().add();
        },
        codes});
    auto const may_back_up = [this, inside] { return inside() && session_->keeper.state().may_back_up; };
    actions_.add({"file.backup", std::string{tr_noop("&Back up now")},
        std::string{tr_noop("An encrypted copy in the folder for backups, verified by restoring it.")}, "Ctrl+Shift+B",
        Menu::File, [this] { session_->keeper.back_up_now(); }, may_back_up});
    actions_.add({"file.backup-to", std::string{tr_noop("Back up &to a file")},
        std::string{tr_noop("The same to a place of your choice, such as a stick that leaves the house.")}, {},
        Menu::File,
        [this] {
            go("settings");
            session_->settings_page->back_up();
        },
        may_back_up});
    actions_.add({"file.lock", std::string{tr_noop("&Lock")},
        std::string{tr_noop("Cover the screen until the password is typed.")}, "Ctrl+L", Menu::File,
        [this] { session_->shell.lock(); }, inside, {}, true});
    actions_.add({"file.close-tab", std::string{tr_noop("&Close chart")},
        std::string{tr_noop("Close the chart in front; what was typed is kept.")}, "Ctrl+W", Menu::File,
        [this] { frame_->close_tab(*frame_->tab()); }, [this] { return front_patient() != nullptr; }});
    actions_.add(
        {"file.quit", std::string{tr_noop("&Quit")}, std::string{tr_noop("Leave the program; drafts are kept.")},
            "Ctrl+Q", Menu::File, [this] { frame_->Close(); }});
}

void Program::add_help_actions()
{
    using kit::Menu;
    actions_.add(
        {"help.actions", std::string{tr_noop("&All actions")}, std::string{tr_noop("Find any action by its name.")},
            "Ctrl+Shift+P", Menu::Help, [this] { kit::choose_action(frame_, actions_); }});
    actions_.add({"help.keys", std::string{tr_noop("&Keys")}, std::string{tr_noop("Every key of the program.")}, "F1",
        Menu::Help, [this] { kit::show_shortcuts(frame_, actions_); }});
    actions_.add({"help.about", std::string{tr_noop("A&bout")}, std::string{tr_noop("Version and license.")}, {},
        Menu::Help, [this] {
            wxAboutDialogInfo info;
            info.SetName("Plumbline");
            info.SetVersion(wide(program_version()));
            info.SetDescription("Keeps a physical-therapy clinic's records. It warns; it never diagnoses.");
            info.SetLicence("Apache-2.0");
            wxAboutBox(info, frame_);
        }});
}

void Program::add_patient_actions()
{
    using kit::Menu;
    using Section = PatientPage::Section;
    auto const inside = [this] { return session_ != nullptr && !frame_->covered(); };
    auto const charted = [this] { return front_patient() != nullptr; };
    auto const treated = [this] { return front_patient() && front_patient()->has_episode(); };
    actions_.add({"patient.add", std::string{tr_noop("&Add patient")}, std::string{tr_noop("A new record.")},
        "Ctrl+Shift+N", Menu::Patient, [this] { add_patient(); }, inside});
    actions_.add({"patient.start-episode", std::string{tr_noop("&Start episode")},
        std::string{tr_noop("A new complaint of this patient.")}, "Ctrl+Alt+N", Menu::Patient,
        [this] { front_patient()->start_episode(); }, charted});
    actions_.add({"patient.change-episode", std::string{tr_noop("&Change episode")},
        std::string{tr_noop("Title, onset, diagnoses, referrer.")}, {}, Menu::Patient,
        [this] { front_patient()->change_episode(); }, treated});
    actions_.add({"patient.authorization", std::string{tr_noop("Add a&uthorization")},
        std::string{tr_noop("What a payer or a referral allows this patient.")}, "Ctrl+Alt+A", Menu::Patient,
        [this] { front_patient()->add_authorization(); },
        [this] { return front_patient() && permitted(session_->desk.actor().role, Action::EditPatients); }});
    auto const section = [&](std::string id, std::string_view label, std::string key, Section which) {
        actions_.add({std::move(id), std::string{label}, std::string{tr_noop("Show this section of the chart.")},
            std::move(key), Menu::Patient, [this, which] { front_patient()->show_section(which); }, charted});
    };
    section("patient.overview", tr_noop("&Overview"), "Alt+2", Section::Overview);
    section("patient.evaluation", tr_noop("&Evaluation"), "Alt+3", Section::Evaluation);
    section("patient.plan", tr_noop("&Plan and goals"), "Alt+4", Section::Plan);
    section("patient.visits", tr_noop("&Visits"), "Alt+5", Section::Visits);
    section("patient.documents", tr_noop("&Documents"), "Alt+6", Section::Documents);
    section("patient.details", tr_noop("De&tails"), "Alt+7", Section::Details);
    auto const bookable = [this, inside] {
        return inside() && session_->schedule.state().may_edit && chosen_patient().has_value();
    };
    actions_.add({"patient.book", std::string{tr_noop("&Book a visit")},
        std::string{tr_noop("Carry this patient to the schedule.")}, "Ctrl+Alt+B", Menu::Patient,
        [this] { book(*chosen_patient()); }, bookable});
    actions_.add({"patient.plan-to-calendar", std::string{tr_noop("Plan to &calendar")},
        std::string{tr_noop("Book what the plan of care still asks for.")}, "Ctrl+Alt+K", Menu::Patient,
        [this] {
            EpisodeId const episode = *front_patient()->episode();
            std::string const name = front_patient()->name();
            go("schedule");
            front_schedule()->plan_to_calendar(episode, name);
        },
        treated});
    actions_.add({"report.progress", std::string{tr_noop("&Progress report")},
        std::string{tr_noop("See it, sign and keep it, save or print it.")}, {}, Menu::Reports,
        [this] { front_patient()->progress_report(); }, treated});
    // One key for the paper of what is in front.
    actions_.add({"report.print", std::string{tr_noop("Pri&nt")},
        std::string{tr_noop("The progress report of the chart, or the day sheet of the schedule.")}, "Ctrl+P",
        Menu::Reports, [this] { actions_.run(front_schedule() ? "paper.day-sheet" : "report.progress"); },
        [this] { return actions_.may_run(front_schedule() ? "paper.day-sheet" : "report.progress"); }});
}

void Program::add_visit_actions()
{
    using kit::Menu;
    auto const inside = [this] { return session_ != nullptr && !frame_->covered(); };
    auto const writing = [this] { return front_patient() && front_patient()->note_open(); };
    actions_.add({"visit.next", std::string{tr_noop("Open &next note")},
        std::string{tr_noop("The note of this chart, or of the next patient of the day.")}, "Alt+1", Menu::Visit,
        [this] { next_note(); }, inside});
    actions_.add({"visit.earlier", std::string{tr_noop("Note of an &earlier day")},
        std::string{tr_noop("Write down late what was done; the note says so.")}, "Ctrl+Alt+V", Menu::Visit,
        [this] { front_patient()->earlier_note(); },
        [this, writing] { return front_patient() && front_patient()->has_episode() && !writing(); }});
    actions_.add({"visit.sign", std::string{tr_noop("&Sign note")},
        std::string{tr_noop("Seal the note, the evaluation or the plan in front; afterwards only addenda.")},
        "Ctrl+Enter", Menu::Visit, [this] { front_patient()->sign(); },
        [this] { return front_patient() && front_patient()->may_sign(); }});
    actions_.add({"visit.discard", std::string{tr_noop("&Discard note")},
        std::string{tr_noop("Take a note away that should not have been begun; only while it is not signed.")},
        "Ctrl+Shift+Del", Menu::Visit, [this] { front_patient()->discard_note(); }, writing});
    actions_.add({"visit.addendum", std::string{tr_noop("Add adden&dum")},
        std::string{tr_noop("Something more to a signed note, with its own date.")}, {}, Menu::Visit,
        [this] { front_patient()->add_addendum(); }, writing});
    actions_.add({"visit.close", std::string{tr_noop("&Back to the chart")},
        std::string{tr_noop("Leave the note; it is kept as it is.")}, "Alt+Left", Menu::Visit,
        [this] { front_patient()->close_note(); }, writing});
    auto const typing = [this] { return front_schedule() || (front_patient() && front_patient()->writing()); };
    actions_.add({"edit.undo", std::string{tr_noop("&Undo")},
        std::string{tr_noop("Take back the last change of the note, the form or the schedule.")}, "Ctrl+Z", Menu::Edit,
        [this] { front_schedule() ? front_schedule()->presenter().undo() : front_patient()->undo(); }, typing});
    actions_.add({"edit.redo", std::string{tr_noop("&Redo")}, std::string{tr_noop("Bring back what was undone.")},
        "Ctrl+Shift+Z", Menu::Edit,
        [this] { front_schedule() ? front_schedule()->presenter().redo() : front_patient()->redo(); }, typing,
        "Ctrl+Y"});
}

} // namespace plumbline::app::gui
