// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/core/Result.hpp"
#include "domain/core/Time.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace plumbline::exchange {

/// One event, or one series of them, by the clinic's clock.
struct CalendarEvent {
    std::int64_t id = 0; ///< Of the appointment, or of the series: the same event has the same UID in every file.
    ClinicTime start{};
    Minutes length{};
    std::string summary, description;
    bool takes_place = true;
    int version = 1;                        ///< How often it was kept: calendars take the newest.
    std::string rule{};                     ///< RFC 5545, counted by the clinic's clock; empty for a single event.
    std::vector<ClinicTime> left_out{};     ///< Starts that the rule gives and that do not take place.
    std::optional<ClinicTime> instead_of{}; ///< The start in the series `id` that this event stands for.
    friend bool operator==(CalendarEvent const&, CalendarEvent const&) = default;
};

struct Calendar {
    std::string name;
    std::string place; ///< Of all its events; empty for none.
    std::string zone;  ///< IANA name of the clinic's zone.
    Instant written{};
    std::vector<CalendarEvent> events;
    friend bool operator==(Calendar const&, Calendar const&) = default;
};

/// The calendar as an iCalendar file (RFC 5545, METHOD:PUBLISH). It carries the clock changes of its zone for as long
/// as its events reach, so that ten o'clock is ten o'clock in every calendar. Same calendar, same bytes. Refuses a zone
/// that nobody knows on field `zone` and a rule that is none on field `repeat`.
[[nodiscard]] Result<std::string> write_calendar(Calendar const& calendar);

} // namespace plumbline::exchange
