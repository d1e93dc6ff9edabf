// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/core/Id.hpp"
#include "domain/core/Time.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace plumbline::app {

enum class ScheduleSpan : std::uint8_t { Day, Week, Month, List };
/// What the columns of a day are.
enum class ScheduleColumns : std::uint8_t { Clinicians, Resources, Both };

/// How the schedule is looked at: what a saved view remembers.
struct ScheduleLook {
    ScheduleSpan span = ScheduleSpan::Day;
    ScheduleColumns columns = ScheduleColumns::Clinicians;
    std::vector<UserId> clinicians{}; ///< None: everyone.
    friend bool operator==(ScheduleLook const&, ScheduleLook const&) = default;
};

/// `day both 4711 4712`: for the place where saved views are kept.
[[nodiscard]] std::string to_text(ScheduleLook const& look);
[[nodiscard]] std::optional<ScheduleLook> look_from_text(std::string_view text);

/// Under which a look can be saved. F1 tells the keys, F10 is the desktop's own for the menu bar.
inline constexpr std::array schedule_view_keys{"F2", "F3", "F4", "F5", "F6", "F7", "F8", "F9", "F11", "F12"};

struct ClinicianRow;
/// `Week · rooms and tables · Dana Reyes, PT`
[[nodiscard]] std::string look_words(ScheduleLook const& look, std::vector<ClinicianRow> const& clinicians);

/// The days that are shown around one: first and last. A month begins and ends with whole weeks.
[[nodiscard]] std::pair<Date, Date> days_shown(ScheduleSpan span, Date day);
/// One step back (-1) or ahead (1): a day, a week, a month.
[[nodiscard]] Date stepped(ScheduleSpan span, Date day, int direction);
/// The same day of another month; the last one where that has none.
[[nodiscard]] Date plus_months(Date day, int months);
/// `Monday 23 November`, `23 – 29 November`, `November 2026`; with its year where that is not this one:
/// `Monday 12 Apr 2027`, `28 Dec 2026 – 3 Jan 2027`.
[[nodiscard]] std::string title_of(ScheduleSpan span, Date day, Date today);

} // namespace plumbline::app
