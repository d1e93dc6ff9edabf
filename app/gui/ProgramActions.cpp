// SPDX-License-Identifier: Apache-2.0
// What can be done about a patient and a visit.
#include "app/gui/Program.hpp"
#include "app/gui/screens/PatientPage.hpp"
#include "app/gui/screens/SchedulePage.hpp"

namespace plumbline::app::gui {

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
    actions_.add({"patient.plan-to-calendar", std::string{tr_noop("Plan to &calendar")},
        std::string{tr_noop("Book what the plan of care still asks for.")}, "Ctrl+Alt+K", Menu::Patient,
        [this] {
            EpisodeId const episode = *front_patient()->episode();
            std::string const name = front_patient()->title();
            go("schedule");
            front_schedule()->plan_to_calendar(episode, name);
        },
        treated});
    actions_.add({"report.progress", std::string{tr_noop("&Progress report")},
        std::string{tr_noop("See it, sign and keep it, save or print it.")}, "Ctrl+P", Menu::Reports,
        [this] { front_patient()->progress_report(); }, treated});
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
    actions_.add(
        {"visit.add", std::string{tr_noop("&Add intervention")}, std::string{tr_noop("An exercise or a modality.")},
            "Ctrl+I", Menu::Visit, [this] { front_patient()->add_intervention(); }, writing});
    actions_.add({"visit.sign", std::string{tr_noop("&Sign note")},
        std::string{tr_noop("Seal the note; afterwards only addenda.")}, "Ctrl+Enter", Menu::Visit,
        [this] { front_patient()->sign_note(); }, writing});
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
