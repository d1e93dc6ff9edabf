// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/services/Context.hpp"

#include <optional>
#include <string>

namespace plumbline::app {

/// Whether a clinician's calendar names the patients. A calendar file often ends on somebody else's server.
enum class CalendarNames { Initials, Full };

/// Exactly one of patient and clinician.
struct CalendarWish {
    std::optional<PatientId> patient{};
    std::optional<UserId> clinician{};
    Date from{}, to{}; ///< Both included.
    CalendarNames names = CalendarNames::Initials;
};
struct CalendarFile {
    std::string text; ///< iCalendar, METHOD:PUBLISH; see IcalWriter.hpp.
    int events = 0;
    std::string sha256;
};

/// The appointments of the days, each under a UID of its own that stays, canceled ones as such. A patient's file says
/// where, when and with whom, never what for. With its audit entry.
[[nodiscard]] Result<CalendarFile> export_calendar(Records& records, Context const& context, CalendarWish const& wish);

} // namespace plumbline::app
