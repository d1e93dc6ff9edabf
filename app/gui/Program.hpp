// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/gui/MainFrame.hpp"
#include "app/gui/screens/Ways.hpp"
#include "app/presenters/DoorPresenter.hpp"
#include "app/presenters/PatientPick.hpp"
#include "app/services/SystemClock.hpp"

#include <wx/timer.h>

#include <memory>
#include <optional>
#include <string>

namespace plumbline::app {
class BackupKeeper;
class PatientListPresenter;
class SchedulePresenter;
class SettingsPresenter;
class ShellPresenter;
class TodayPresenter;
} // namespace plumbline::app

namespace plumbline::app::gui {

class PatientPage;
class PatientsPage;
class SchedulePage;
class SettingsPage;
class TodayPage;

/// What the command line of the desktop program said.
struct StartWish {
    ClinicAddress clinic;
    bool demo = false;
};

/// Everything between the frame and the presenters: opens the door, then fills the frame for whoever came in.
class Program : public wxEvtHandler {
public:
    Program(ClinicDoor& door, Worker& worker, SystemClock& clock, IdMaker& ids, StartWish const& wish);
    ~Program() override;

    void start();
    void trouble(std::string const& what_broke);
    void rest();

private:
    struct Session;
    void enter(std::shared_ptr<OpenClinic> clinic);
    void furnish();
    void leave();
    void show_door();
    void add_actions();
    void add_view_actions();
    void add_file_actions();
    void add_help_actions();
    void add_visit_actions();
    void add_patient_actions();
    void tick();
    void draw_shell();
    void go(std::string_view section);
    void open_patient(PatientId id, std::string const& name);
    void add_patient();
    void switch_patient();
    void book(PatientChoice patient);
    /// Of the chart in front, or of the line in the list of patients.
    [[nodiscard]] std::optional<PatientChoice> chosen_patient() const;
    void next_note();
    void see_facts(PatientId patient, std::string const& name, EpisodeId episode);
    void put_off(PatientId patient, EpisodeId episode);
    void take_up(PatientId patient, EpisodeId episode);
    void refresh_chart(PatientId patient);
    void toggle_names();
    void see_audit();
    [[nodiscard]] std::string shown_name(std::string const& name) const;
    void choose_appearance(int index);
    [[nodiscard]] PatientPage* front_patient() const;
    [[nodiscard]] SchedulePage* front_schedule() const;

    ClinicDoor& door_;
    Worker& worker_;
    SystemClock& clock_;
    IdMaker& ids_;
    StartWish wish_;
    kit::Actions actions_;
    MainFrame* frame_ = nullptr;
    std::unique_ptr<DoorPresenter> door_presenter_;
    std::unique_ptr<Session> session_;
    Ways ways_;
    wxTimer timer_;
    Connection entered_;
};

} // namespace plumbline::app::gui
