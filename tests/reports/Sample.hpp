// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "reports/content/ProgressReport.hpp"

namespace plumbline::reports::testing {

/// Maja Lindqvist after seven of eight visits: an ordinary good course, invented.
[[nodiscard]] ProgressReportData ordinary_course();
/// The same clinic, a long course: forty visits, twelve goals, eighteen findings.
[[nodiscard]] ProgressReportData long_course();
/// A course that goes the wrong way, with a warning sign.
[[nodiscard]] ProgressReportData worsening_course();
/// The first day: no score, no goal, no visit, unsigned.
[[nodiscard]] ProgressReportData nothing_yet();

[[nodiscard]] Date day(int year, unsigned month, unsigned day);

} // namespace plumbline::reports::testing
