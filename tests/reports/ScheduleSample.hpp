// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "reports/content/DaySheet.hpp"
#include "reports/content/ReminderSlips.hpp"
#include "reports/content/RoutingSlip.hpp"

namespace plumbline::reports::testing {

/// Three clinicians on Monday 23 November 2026: an ordinary day, a day with names of many scripts, and a day off.
[[nodiscard]] DaySheetData ordinary_day();
/// Sixty appointments of one clinician.
[[nodiscard]] DaySheetData long_day();
/// Maja Lindqvist's seventh visit of twelve.
[[nodiscard]] RoutingSlipData ordinary_slip();
[[nodiscard]] ComingVisitsData ordinary_coming();
/// So many slips, Monday's and Tuesday's.
[[nodiscard]] ReminderSlipsData reminders(int count);

} // namespace plumbline::reports::testing
