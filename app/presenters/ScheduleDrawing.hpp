// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/presenters/DrawnSheet.hpp"
#include "app/services/Schedule.hpp"
#include "app/services/ScheduleOpenings.hpp"

#include <map>
#include <string>
#include <vector>

namespace plumbline::app {

enum class Names : std::uint8_t { Shown, Hidden };

/// What the sheet is drawn with besides what is booked.
struct DrawingWish {
    ClinicTime now{};
    Names names = Names::Shown;
    bool by_day = false; ///< Columns are days of one clinician: they are named by the day.
};

/// Who could come instead of somebody who canceled, best first.
using FitsByCanceled = std::map<AppointmentId, std::vector<WaitlistRow>>;

/// Canceled appointments that are still to come and whose time nobody has taken, in their order.
[[nodiscard]] std::vector<ScheduleBlock> freed(ScheduleSheet const& sheet, ClinicTime now);
/// The sheet as it is drawn: a column for each clinician's, each resource's day.
[[nodiscard]] DrawnSheet drawn(ScheduleSheet const& sheet, FitsByCanceled const& fits, DrawingWish const& wish);

/// `visit 7 of 12`, `evaluation`, `4 of 6 places`
[[nodiscard]] std::string type_words(ScheduleBlock const& block);
/// `arrived 10:54`, `in treatment since 10:31`, `no-show`; empty for what is only booked.
[[nodiscard]] std::string status_words(ScheduleBlock const& block);
/// `signed ✓`, `unsigned ✎`
[[nodiscard]] std::string note_words(ScheduleBlock const& block);
/// What the name is while names are hidden.
[[nodiscard]] std::string shown_name(PersonName const& name, Names names);
/// `Mon 23 Nov`
[[nodiscard]] std::string day_words(Date day);

/// A line of the agenda: the accessible twin of the sheet.
struct AgendaLine {
    AppointmentId appointment{0};
    PatientId patient{0};
    std::string day{}, time{}, name{}, clinician{}, type{}, status{}, remarks{};
    bool urgent = false;
    friend bool operator==(AgendaLine const&, AgendaLine const&) = default;
};
/// Everything the sheet holds, canceled ones too, by start.
[[nodiscard]] std::vector<AgendaLine> agenda(ScheduleSheet const& sheet, Names names);

} // namespace plumbline::app
