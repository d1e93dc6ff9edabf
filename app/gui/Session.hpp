// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/gui/Program.hpp"
#include "app/presenters/BackupKeeper.hpp"
#include "app/presenters/FeeSchedulePresenter.hpp"
#include "app/presenters/InsightsPresenter.hpp"
#include "app/presenters/PatientListPresenter.hpp"
#include "app/presenters/SchedulePresenter.hpp"
#include "app/presenters/SettingsPresenter.hpp"
#include "app/presenters/SetupPresenter.hpp"
#include "app/presenters/ShellPresenter.hpp"
#include "app/presenters/TodayPresenter.hpp"

#include <cstdint>
#include <map>
#include <memory>
#include <utility>

namespace plumbline::app::gui {

class InsightsPage;
class PatientPage;
class PatientsPage;
class SchedulePage;
class SettingsPage;
class ToSignPage;
class TodayPage;

/// What lives as long as someone is logged in.
struct Program::Session {
    Session(std::shared_ptr<OpenClinic> opened, Context context, Worker& worker, ClinicAddress const& address)
        : clinic{std::move(opened)}
        , desk{*clinic, std::move(context), worker}
        , shell{desk, address, std::chrono::steady_clock::now()}
        , today{desk}
        , schedule{desk}
        , patients{desk}
        , insights{desk}
        , settings{desk}
        , setup{desk}
        , fees{desk}
        , keeper{desk, address}
    {
    }
    [[nodiscard]] bool may_see_audit() const { return permitted(desk.actor().role, Action::SeeAudit); }

    std::shared_ptr<OpenClinic> clinic;
    Desk desk;
    ShellPresenter shell;
    TodayPresenter today;
    SchedulePresenter schedule;
    PatientListPresenter patients;
    InsightsPresenter insights;
    SettingsPresenter settings;
    SetupPresenter setup;
    FeeSchedulePresenter fees;
    BackupKeeper keeper;
    /// None before they are gone to.
    TodayPage* today_page = nullptr;
    SchedulePage* schedule_page = nullptr;
    PatientsPage* patients_page = nullptr;
    ToSignPage* to_sign_page = nullptr;
    InsightsPage* insights_page = nullptr; ///< Never for roles that may not see it.
    SettingsPage* settings_page = nullptr;
    std::map<std::int64_t, PatientPage*> charts;
    bool was_locked = false;
    Connection shell_redraw, backup_redraw, backup_said, settings_heard;
};

} // namespace plumbline::app::gui
