// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/presenters/SchedulePresenter.hpp"
#include "app/services/Calendars.hpp"
#include "app/services/Reminders.hpp"
#include "app/services/SchedulePrints.hpp"

#include <optional>
#include <string>

namespace plumbline::app {

// What the schedule can hand out from where it stands: of the days and clinicians that it shows, of the visit that is
// selected. Names of files tell the day and never the patient, since they end up on sticks and in mails.

struct PaperOffer {
    std::string title{}; ///< `Day sheet`
    std::string file{};  ///< `day-sheet-2026-11-23.pdf`
    SchedulePrintWish wish{};
    friend bool operator==(PaperOffer const&, PaperOffer const&) = default;
};

/// Of the day where the keyboard stands, from the list of all its days; each clinician who is shown on pages of their
/// own.
[[nodiscard]] PaperOffer day_sheet_shown(SchedulePresenter const& schedule);
[[nodiscard]] PaperOffer day_sheet_of_all(SchedulePresenter const& schedule);
[[nodiscard]] std::optional<PaperOffer> routing_slip_of(ScheduleBlock const* visit);
[[nodiscard]] std::optional<PaperOffer> coming_visits_of(ScheduleBlock const* visit, Date today);
/// Of the days and clinicians shown; what is over needs no reminder.
[[nodiscard]] PaperOffer reminder_slips_shown(SchedulePresenter const& schedule);

struct ReminderOffer {
    std::string file{};
    ReminderWish wish{};
};
[[nodiscard]] ReminderOffer reminder_list_shown(SchedulePresenter const& schedule);

struct CalendarOffer {
    std::string file{};
    CalendarWish wish{};
};
/// A year ahead of who is selected, or whose column the keyboard stands in; none in the column of a room.
[[nodiscard]] std::optional<CalendarOffer> calendar_of_clinician(SchedulePresenter const& schedule);
[[nodiscard]] std::optional<CalendarOffer> calendar_of_patient(ScheduleBlock const* visit, Date today);

} // namespace plumbline::app
