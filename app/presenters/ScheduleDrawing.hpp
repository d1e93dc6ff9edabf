// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/presenters/DrawnSheet.hpp"
#include "app/presenters/Sentences.hpp"
#include "app/services/Schedule.hpp"
#include "app/services/ScheduleOpenings.hpp"

#include <map>
#include <string>
#include <vector>

namespace plumbline::app {

/// What the sheet is drawn with besides what is booked.
struct DrawingWish {
    ClinicTime now{};
    Names names = Names::Shown;
    bool by_day = false;                        ///< Columns are days of one clinician: they are named by the day.
    std::map<UserId, std::string> clinicians{}; ///< Names, for columns that are not theirs.
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
/// `Mon 23 Nov`
[[nodiscard]] std::string day_words(Date day);

/// What the block's flags say, the urgent ones first, at most so many.
[[nodiscard]] std::string flag_words(ScheduleBlock const& block, std::size_t most);
/// `Authorization: 7 of 12 visits used, until 31 Dec 2026`
[[nodiscard]] std::string allowance(AuthorizationStanding const& standing);
/// `canceled. Who fits: 1 Hanna Weiss (ASAP) · 2 Ali Demir`
[[nodiscard]] std::string gap_words(std::vector<WaitlistRow> const& fits, Names names);
/// Those that say something, parted by middle dots.
[[nodiscard]] std::string joined(std::vector<std::string> const& parts);

} // namespace plumbline::app
