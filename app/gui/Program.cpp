// SPDX-License-Identifier: Apache-2.0
#include "app/gui/Program.hpp"

#include "app/gui/kit/Finder.hpp"
#include "app/gui/kit/MenuBar.hpp"
#include "app/gui/kit/Theme.hpp"
#include "app/gui/kit/Words.hpp"
#include "app/gui/screens/Dialogs.hpp"
#include "app/gui/screens/DoorPage.hpp"
#include "app/gui/screens/InsightsPage.hpp"
#include "app/gui/screens/PatientPage.hpp"
#include "app/gui/screens/PatientsPage.hpp"
#include "app/gui/screens/SettingsPage.hpp"
#include "app/gui/screens/ToSignPage.hpp"
#include "app/gui/screens/TodayPage.hpp"
#include "app/presenters/BackupKeeper.hpp"
#include "app/presenters/InsightsPresenter.hpp"
#include "app/presenters/PatientListPresenter.hpp"
#include "app/presenters/SettingsPresenter.hpp"
#include "app/presenters/ShellPresenter.hpp"
#include "app/presenters/TodayPresenter.hpp"

#include <wx/aboutdlg.h>

namespace plumbline::app::gui {

using kit::wide;

namespace {

constexpr int tick_milliseconds = 500;
constexpr int demo_patients = 120;
constexpr std::uint64_t demo_seed = 1;
constexpr std::array appearances{"system", "light", "dark"};
constexpr int switcher_rows = 12;

std::string section_of(Place place)
{
    switch (place) {
    case Place::Today:
        return "today";
    case Place::Patients:
        return "patients";
    case Place::ToSign:
        return "to-sign";
    case Place::Settings:
        return "settings";
    case Place::Insights:
        return "insights";
    case Place::Schedule:
        break;
    }
    return "today";
}

} // namespace

/// What lives as long as someone is logged in.
struct Program::Session {
    Session(std::shared_ptr<OpenClinic> opened, Context context, Worker& worker, ClinicAddress const& address)
        : clinic{std::move(opened)}
        , desk{*clinic, std::move(context), worker}
        , shell{desk, address, std::chrono::steady_clock::now()}
        , today{desk}
        , patients{desk}
        , insights{desk}
        , settings{desk}
        , keeper{desk, address}
    {
    }
    std::shared_ptr<OpenClinic> clinic;
    Desk desk;
    ShellPresenter shell;
    TodayPresenter today;
    PatientListPresenter patients;
    InsightsPresenter insights;
    SettingsPresenter settings;
    BackupKeeper keeper;
    TodayPage* today_page = nullptr;
    PatientsPage* patients_page = nullptr;
    InsightsPage* insights_page = nullptr; ///< None for roles that may not see it.
    SettingsPage* settings_page = nullptr;
    std::map<std::int64_t, PatientPage*> charts;
    bool was_locked = false;
    Connection shell_redraw, backup_redraw, backup_said, settings_heard;
};

Program::Program(ClinicDoor& door, Worker& worker, SystemClock& clock, IdMaker& ids, StartWish const& wish)
    : door_{door}
    , worker_{worker}
    , clock_{clock}
    , ids_{ids}
    , wish_{wish}
    , timer_{this}
{
    kit::WindowState state{kit::state_folder() / "window.ini"};
    kit::use_appearance(kit::Appearance::System);
    if (auto const chosen = state.value("appearance"))
        for (std::size_t i = 0; i < appearances.size(); ++i)
            if (*chosen == appearances[i])
                kit::use_appearance(static_cast<kit::Appearance>(i));
    add_actions();
    frame_ = new MainFrame{actions_, std::move(state)};
    frame_->on_search([this] { switch_patient(); });
    frame_->on_activity([this] {
        if (session_)
            session_->shell.person_acted(std::chrono::steady_clock::now());
    });
    frame_->on_closing([this] {
        leave();
        return true;
    });
    frame_->on_tab_closed([this](std::int64_t id) {
        if (session_)
            session_->charts.erase(id);
    });
    ways_ = {[this](PatientId id, std::string name) { open_patient(id, name); },
        [this](PatientId id, std::string name, VisitId visit) {
            open_patient(id, name);
            session_->charts.at(id.value())->open_note(visit);
        },
        [this](PatientId id, std::string name, EpisodeId, std::optional<AppointmentId> appointment) {
            open_patient(id, name);
            session_->charts.at(id.value())->visit_note(appointment);
        },
        [this] { add_patient(); },
        [this](PatientId id, std::string name, EpisodeId episode) { see_facts(id, name, episode); },
        [this](PatientId id, EpisodeId episode) { put_off(id, episode); },
        [this](PatientId id, EpisodeId episode) { take_up(id, episode); },
        [this](PatientId id, EpisodeId episode) {
            preview_report(frame_, session_->desk, id, episode, [this, id] { refresh_chart(id); });
        },
        [this](PatientId id, std::string name) { frame_->rename_tab(id.value(), wide(name)); },
        [this] {
            session_->shell.refresh();
            session_->today.refresh();
        },
        [this](std::string const& sentence, kit::Remedy remedy) {
            frame_->status().say(wide(sentence), std::move(remedy));
        }};
    Bind(wxEVT_TIMER, [this](wxTimerEvent&) { tick(); });
}

Program::~Program()
{
    timer_.Stop();
}

void Program::start()
{
    show_door();
    frame_->Show();
    timer_.Start(tick_milliseconds);
    if (wish_.demo)
        door_presenter_->open_demo(demo_patients, demo_seed);
}

void Program::show_door()
{
    door_presenter_ = std::make_unique<DoorPresenter>(door_, worker_, clock_, ids_, wish_.clinic);
    entered_ = door_presenter_->entered.connect([this](std::shared_ptr<OpenClinic> clinic) {
        // The door's own page must not vanish while it is still telling us this.
        CallAfter([this, clinic = std::move(clinic)] { enter(clinic); });
    });
    frame_->cover(new DoorPage{frame_->cover_stage(), *door_presenter_});
}

void Program::enter(std::shared_ptr<OpenClinic> clinic)
{
    Actor const actor = clinic->actor();
    ClinicAddress const address{door_presenter_->state().clinic};
    session_ = std::make_unique<Session>(std::move(clinic), Context{actor, &clock_, &ids_}, worker_, address);
    furnish();
    session_->shell_redraw = session_->shell.changed.connect([this] { draw_shell(); });
    session_->backup_redraw = session_->keeper.changed.connect([this] {
        draw_shell();
        session_->settings.refresh();
    });
    // A backup to a file, or a rule that was changed, is told at once.
    session_->settings_heard = session_->settings.changed.connect([this] {
        session_->keeper.refresh();
        session_->shell.refresh();
    });
    session_->backup_said =
        session_->keeper.happened.connect([this](std::string const& said) { frame_->status().say(wide(said)); });
    frame_->uncover();
    entered_ = {};
    door_presenter_.reset();
    go("today");
    draw_shell();
}

void Program::furnish()
{
    wxWindow* const stage = frame_->stage();
    session_->today_page = new TodayPage{stage, session_->today, ways_};
    session_->patients_page = new PatientsPage{stage, session_->patients, ways_};
    session_->settings_page = new SettingsPage{stage, session_->settings,
        [this](int index) { choose_appearance(index); }, [this] { session_->keeper.back_up_now(); }};
    frame_->add_section("today", "Today", session_->today_page);
    frame_->add_section("patients", "Patients", session_->patients_page);
    frame_->add_section("to-sign", "To sign", new ToSignPage{stage, session_->today, ways_});
    if (session_->insights.state().allowed) {
        session_->insights_page = new InsightsPage{stage, session_->insights, ways_};
        frame_->add_section("insights", "Insights", session_->insights_page);
    }
    frame_->add_section("settings", "Settings", session_->settings_page);
}

void Program::leave()
{
    timer_.Stop();
    frame_->close_tabs();
}

void Program::draw_shell()
{
    ShellState const& state = session_->shell.state();
    frame_->set_demo(state.demo ? "DEMO CLINIC" : "");
    frame_->set_user(wide(state.user));
    frame_->set_clinic(wide(state.clinic_name));
    frame_->set_badge("today", state.today_badge > 0 ? wxString::Format("%d", state.today_badge) : wxString{});
    frame_->set_badge("to-sign", state.to_sign_badge > 0 ? wxString::Format("%d", state.to_sign_badge) : wxString{});
    BackupState const& backup = session_->keeper.state();
    kit::Meaning const tone = backup.line.tone == BackupLine::Tone::Quiet ? kit::Meaning::Muted
        : backup.line.tone == BackupLine::Tone::Due                       ? kit::Meaning::Due
                                                                          : kit::Meaning::Stop;
    frame_->status().set_left(std::vector<kit::StatusFact>{{wide(state.storage)},
        {wide(backup.busy ? "Making a backup…" : backup.line.words), backup.busy ? kit::Meaning::Muted : tone}});
    frame_->status().set_right({wide(state.locks_in)});
    if (state.locked != session_->was_locked) {
        session_->was_locked = state.locked;
        if (state.locked)
            frame_->cover(new LockPage{frame_->cover_stage(), session_->shell});
        else
            CallAfter([this] { frame_->uncover(); });
    }
}

void Program::tick()
{
    auto const now = std::chrono::steady_clock::now();
    if (door_presenter_)
        door_presenter_->tick(now);
    if (!session_)
        return;
    session_->shell.tick(now);
    session_->today.tick();
    session_->keeper.tick(now, session_->shell.last_action());
}

void Program::trouble(std::string const& what_broke)
{
    frame_->banner().say(kit::Meaning::Stop, wide(what_broke));
}

void Program::rest()
{
    // On the database thread, after half a second without work.
    if (session_)
        session_->clinic->rest();
}

void Program::go(std::string_view section)
{
    frame_->show_section(section);
}

void Program::open_patient(PatientId id, std::string const& name)
{
    frame_->open_tab(id.value(), wide(name), [&] {
        auto* const page = new PatientPage{frame_->stage(), session_->desk, id, name, ways_};
        session_->charts[id.value()] = page;
        return page;
    });
}

PatientPage* Program::front_patient() const
{
    auto const tab = session_ && frame_->section() == "patients" ? frame_->tab() : std::nullopt;
    auto const found = tab ? session_->charts.find(*tab) : std::map<std::int64_t, PatientPage*>::iterator{};
    return tab && found != session_->charts.end() ? found->second : nullptr;
}

void Program::add_patient()
{
    if (!session_)
        return;
    auto const added = gui::add_patient(frame_, session_->desk);
    if (!added)
        return;
    session_->patients.refresh();
    open_patient(*added, "New patient");
}

void Program::switch_patient()
{
    if (!session_ || frame_->covered())
        return;
    auto const alive = std::make_shared<int>(0);
    kit::choose_patient(
        frame_,
        [this, alive](std::string const& typed, kit::PatientAnswer answer) {
            session_->desk.read(
                alive,
                [typed](Records const& records, Context const& context) {
                    return search_patients(records, context, typed, switcher_rows);
                },
                [answer = std::move(answer)](Result<std::vector<PatientRow>> rows) {
                    std::vector<kit::PatientLine> lines;
                    if (rows)
                        for (PatientRow const& row : *rows)
                            lines.push_back({row.id.value(), row.name.listed(), to_words(row.birth_date),
                                row.record_number, row.precautions});
                    answer(std::move(lines));
                });
        },
        actions_, [this](std::int64_t id) { open_patient(PatientId{id}, "…"); });
}

void Program::next_note()
{
    if (PatientPage* const page = front_patient(); page && !page->note_open())
        return page->visit_note();
    session_->today_page->open_next();
}

void Program::refresh_chart(PatientId patient)
{
    if (auto const open = session_->charts.find(patient.value()); open != session_->charts.end())
        open->second->refresh();
    session_->today.refresh();
    session_->shell.refresh();
}

void Program::see_facts(PatientId patient, std::string const& name, EpisodeId episode)
{
    if (auto const visit = see_decision_facts(frame_, session_->desk, patient, episode))
        ways_.open_note(patient, name, *visit);
}

void Program::put_off(PatientId patient, EpisodeId episode)
{
    auto const until = put_off_decision(frame_, session_->desk, patient, episode);
    if (!until)
        return;
    refresh_chart(patient);
    frame_->status().say(wide("Put off until " + to_words(*until) + "."),
        kit::Remedy{"Undo", {}, [this, patient, episode] { take_up(patient, episode); }});
}

void Program::take_up(PatientId patient, EpisodeId episode)
{
    session_->today.take_up(patient, episode);
    refresh_chart(patient);
}

void Program::toggle_names()
{
    session_->shell.toggle_names();
    bool const hidden = session_->shell.state().names_hidden;
    session_->today_page->hide_names(hidden);
    session_->patients_page->hide_names(hidden);
    if (session_->insights_page)
        session_->insights_page->hide_names(hidden);
}

void Program::choose_appearance(int index)
{
    auto const chosen = static_cast<std::size_t>(std::clamp(index, 0, 2));
    kit::use_appearance(static_cast<kit::Appearance>(chosen));
    frame_->state().set_value("appearance", appearances[chosen]);
}

void Program::add_actions()
{
    using kit::Menu;
    auto const inside = [this] { return session_ != nullptr && !frame_->covered(); };
    auto const place = [&](std::string id, std::string_view label, std::string key, std::string section) {
        actions_.add({std::move(id), std::string{label}, std::string{tr_noop("Go to this part of the program.")},
            std::move(key), Menu::View, [this, section] { go(section); }, inside});
    };
    place("view.today", tr_noop("&Today"), "Ctrl+1", section_of(Place::Today));
    place("view.patients", tr_noop("&Patients"), "Ctrl+2", section_of(Place::Patients));
    place("view.to-sign", tr_noop("To &sign"), "Ctrl+3", section_of(Place::ToSign));
    actions_.add({"view.insights", std::string{tr_noop("&Insights")},
        std::string{tr_noop("What waits for the manager, and the clinic's figures.")}, "Ctrl+5", Menu::View,
        [this] { go(section_of(Place::Insights)); },
        [this, inside] { return inside() && session_->insights.state().allowed; }});
    place("view.settings", tr_noop("S&ettings"), "Ctrl+,", section_of(Place::Settings));
    actions_.add({"view.privacy", std::string{tr_noop("Hide &names")},
        std::string{tr_noop("Hide every patient's name until pressed again.")}, "Ctrl+Shift+H", Menu::View,
        [this] { toggle_names(); }, inside, {}, true,
        [this] { return session_ && session_->shell.state().names_hidden; }});
    actions_.add({"view.dark", std::string{tr_noop("&Dark")}, std::string{tr_noop("Dark colors, or light again.")},
        "Ctrl+Shift+D", Menu::View, [this] { choose_appearance(kit::is_dark() ? 1 : 2); }, {}, {}, false,
        [] { return kit::is_dark(); }});
    actions_.add({"file.switch", std::string{tr_noop("&Find patient or action")},
        std::string{tr_noop("Open a chart by typing.")}, "Ctrl+K", Menu::File, [this] { switch_patient(); }, inside,
        "Ctrl+O"});
    actions_.add({"file.import", std::string{tr_noop("&Import patients")},
        std::string{tr_noop("Take over a list in CSV.")}, {}, Menu::File,
        [this] {
            go("settings");
            session_->settings_page->import_list();
        },
        inside});
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
    add_patient_actions();
    add_visit_actions();
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
    auto const typing = [this] { return front_patient() && front_patient()->writing(); };
    actions_.add({"edit.undo", std::string{tr_noop("&Undo")},
        std::string{tr_noop("Take back the last change of the note or form.")}, "Ctrl+Z", Menu::Edit,
        [this] { front_patient()->undo(); }, typing});
    actions_.add({"edit.redo", std::string{tr_noop("&Redo")}, std::string{tr_noop("Bring back what was undone.")},
        "Ctrl+Shift+Z", Menu::Edit, [this] { front_patient()->redo(); }, typing});
}

} // namespace plumbline::app::gui
