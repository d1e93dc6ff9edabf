// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/core/Result.hpp"

#include <chrono>
#include <string>
#include <string_view>

namespace plumbline {

/// A day of the civil calendar, without zone.
using Date = std::chrono::year_month_day;
/// A moment on the UTC time line, for audit and ids.
using Instant = std::chrono::sys_time<std::chrono::milliseconds>;
/// A wall-clock time in the clinic's own zone, for appointments and visits.
using ClinicTime = std::chrono::local_time<std::chrono::minutes>;
using Minutes = std::chrono::minutes;

/// Strict ISO 8601 day `YYYY-MM-DD`, years 1800 to 2200.
[[nodiscard]] Result<Date> parse_date(std::string_view iso, std::string_view field = "date");
/// Clinic-local `YYYY-MM-DDTHH:MM`; a space may stand for the T.
[[nodiscard]] Result<ClinicTime> parse_clinic_time(std::string_view iso, std::string_view field = "time");
/// UTC `YYYY-MM-DDTHH:MM:SS.mmmZ`, the form in which instants are stored.
[[nodiscard]] Result<Instant> parse_instant(std::string_view iso);

[[nodiscard]] std::string to_iso(Date day);
[[nodiscard]] std::string to_iso(ClinicTime time);
[[nodiscard]] std::string to_iso(Instant instant);

/// As a person in an English-speaking clinic reads it: `12 Mar 1979`, `Mon 23 Nov`, `10:30`.
[[nodiscard]] std::string to_words(Date day);
[[nodiscard]] std::string to_short_words(Date day); ///< `23 Nov`, without the year.
[[nodiscard]] std::string weekday_name(Date day);   ///< `Monday`
[[nodiscard]] std::string to_clock(ClinicTime time);

[[nodiscard]] Date day_of(ClinicTime time) noexcept;
[[nodiscard]] ClinicTime at(Date day, Minutes since_midnight) noexcept;
/// Whole days from the first to the second; negative when the second lies before the first.
[[nodiscard]] int days_between(Date from, Date to) noexcept;
[[nodiscard]] Date plus_days(Date day, int days) noexcept;
/// Completed years of age; 29 February birthdays complete a year on 1 March of common years.
[[nodiscard]] int age_in_years(Date birth, Date today) noexcept;

/// Where "now" comes from. The only source of time in the domain, so that tests can hold it still.
class Clock {
public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual Instant now() const = 0;
    /// The wall clock of the clinic's zone.
    [[nodiscard]] virtual ClinicTime local_now() const = 0;
    [[nodiscard]] Date today() const { return day_of(local_now()); }
};

} // namespace plumbline
