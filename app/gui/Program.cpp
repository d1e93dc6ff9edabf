// SPDX-License-Identifier: Apache-2.0
#include "app/gui/Program.hpp"

#include "app/gui/Session.hpp"
#include "app/gui/kit/Finder.hpp"
#include "app/gui/kit/Theme.hpp"
#include "app/gui/kit/Words.hpp"
#include "app/gui/screens/Dialogs.hpp"
#include "app/gui/screens/DoorPage.hpp"
#include "app/gui/screens/InsightsPage.hpp"
#include "app/gui/screens/PatientPage.hpp"
#include "app/gui/screens/PatientsPage.hpp"
#include "app/gui/screens/SchedulePage.hpp"
#include "app/gui/screens/SettingsPage.hpp"
#include "app/gui/screens/ToSignPage.hpp"
#include "app/gui/screens/TodayPage.hpp"
#include "app/presenters/Sentences.hpp"

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
    case Place::Schedule:
        return "schedule";
    case Place::Insights:
        return "insights";
    }
    return "today";
}

} // namespace

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
        [this](PatientId id, std::string name) { frame_->rename_tab(id.value(), wide(shown_name(name))); },
        [this] {
            session_->shell.refresh();
            session_->today.refresh();
        },
        [this](std::string const& sentence, kit::Remedy remedy) {
            frame_->status().say(wide(sentence), remedy.run ? std::optional{std::move(remedy)} : std::nullopt);
        },
        [this](PatientChoice patient) { book(std::move(patient)); },
        [this](PatientId id, std::string name) {
            open_patient(id, name);
            session_->charts.at(id.value())->start_episode();
        },
        [this](std::string const& key) { return actions_.run_here(key); }};
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
    ways_.worklist = {};
    if (session_->insights.state().allowed)
        ways_.worklist = [this](std::string const& code) {
            session_->insights.choose(code);
            go(section_of(Place::Insights));
        };
    wxWindow* const stage = frame_->stage();
    Session& inside = *session_;
    frame_->add_section("today", "Today", [&inside, stage, this] {
        return inside.today_page = new TodayPage{stage, inside.today, ways_};
    });
    frame_->add_section("schedule", "Schedule", [&inside, stage, this] {
        return inside.schedule_page = new SchedulePage{stage, inside.schedule, ways_, actions_, frame_->state()};
    });
    frame_->add_section("patients", "Patients", [&inside, stage, this] {
        inside.patients_page = new PatientsPage{stage, inside.patients, ways_};
        inside.patients_page->show_names(inside.shell.state().names);
        return inside.patients_page;
    });
    frame_->add_section("to-sign", "To sign", [&inside, stage, this] {
        inside.to_sign_page = new ToSignPage{stage, inside.today, ways_};
        inside.to_sign_page->show_names(inside.shell.state().names);
        return inside.to_sign_page;
    });
    if (inside.insights.state().allowed)
        frame_->add_section("insights", "Insights", [&inside, stage, this] {
            inside.insights_page = new InsightsPage{stage, inside.insights, ways_};
            inside.insights_page->show_names(inside.shell.state().names);
            return inside.insights_page;
        });
    frame_->add_section("settings", "Settings", [&inside, stage, this] {
        return inside.settings_page = new SettingsPage{stage, {inside.settings, inside.setup, inside.fees},
                   {[this](int index) { choose_appearance(index); }, [&inside] { inside.keeper.back_up_now(); },
                       inside.may_see_audit() ? [this] { see_audit(); } : std::function<void()>{}, ways_.say}};
    });
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
            frame_->lock(new LockPage{frame_->cover_stage(), session_->shell});
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
    session_->schedule.tick();
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
    frame_->open_tab(id.value(), wide(shown_name(name)), [&] {
        auto* const page = new PatientPage{frame_->stage(), session_->desk, id, name, ways_};
        page->show_names(session_->shell.state().names);
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

SchedulePage* Program::front_schedule() const
{
    bool const there = session_ && !frame_->covered() && frame_->section() == section_of(Place::Schedule);
    return there ? session_->schedule_page : nullptr;
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
                [this, answer = std::move(answer)](Result<std::vector<PatientRow>> rows) {
                    std::vector<kit::PatientLine> lines;
                    bool const hidden = session_->shell.state().names == Names::Hidden;
                    if (rows)
                        for (PatientRow const& row : *rows)
                            lines.push_back({row.id.value(), shown_name(row.name.listed()),
                                hidden ? std::string{} : to_words(row.birth_date), row.record_number, row.precautions});
                    answer(std::move(lines));
                });
        },
        actions_, [this](std::int64_t id) { open_patient(PatientId{id}, "…"); });
}

void Program::book(PatientChoice patient)
{
    if (!session_->schedule.state().may_edit)
        return frame_->status().say("Your role does not change the schedule.", {});
    go(section_of(Place::Schedule));
    session_->schedule_page->book_for(std::move(patient));
}

std::optional<PatientChoice> Program::chosen_patient() const
{
    if (PatientPage const* const chart = front_patient())
        return PatientChoice{.id = chart->patient(), .name = chart->name()};
    if (session_ == nullptr || frame_->section() != section_of(Place::Patients))
        return std::nullopt;
    PatientListState const& state = session_->patients.state();
    if (!state.selected || *state.selected >= state.rows.size())
        return std::nullopt;
    PatientRow const& row = state.rows[*state.selected];
    return PatientChoice{row.id, row.name.listed(), to_words(row.birth_date), row.record_number};
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
    if (auto const visit = see_decision_facts(frame_, session_->desk, patient, episode, session_->shell.state().names))
        ways_.open_note(patient, name, *visit);
}

void Program::put_off(PatientId patient, EpisodeId episode)
{
    auto const until = put_off_decision(frame_, session_->desk, patient, episode, session_->shell.state().names);
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
    Names const names = session_->shell.state().names;
    session_->today_page->show_names(names);
    session_->schedule.show_names(names);
    if (session_->patients_page)
        session_->patients_page->show_names(names);
    if (session_->insights_page)
        session_->insights_page->show_names(names);
    if (session_->to_sign_page)
        session_->to_sign_page->show_names(names);
    for (auto const& [id, chart] : session_->charts) {
        chart->show_names(names);
        frame_->rename_tab(id, wide(shown_name(chart->name())));
    }
    frame_->retitle();
    // In place of what may have named somebody.
    frame_->status().say(names == Names::Hidden ? "Names are hidden." : "Names are shown.");
}

std::string Program::shown_name(std::string const& name) const
{
    return app::shown_name(name, session_->shell.state().names);
}

void Program::see_audit()
{
    see_audit_log(frame_, session_->desk, session_->shell.state().names);
}

void Program::choose_appearance(int index)
{
    auto const chosen = static_cast<std::size_t>(std::clamp(index, 0, 2));
    kit::use_appearance(static_cast<kit::Appearance>(chosen));
    frame_->state().set_value("appearance", appearances[chosen]);
}

} // namespace plumbline::app::gui
