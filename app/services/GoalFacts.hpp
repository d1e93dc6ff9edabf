// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/services/Chart.hpp"
#include "reports/content/ProgressReport.hpp"

namespace plumbline::app {

/// The plan that was in force on a day; null when none was.
[[nodiscard]] PlanOfCare const* plan_on(Chart const& chart, Date day) noexcept;
/// A goal as of the last day of a period. Its assessment is what was last written in the period.
[[nodiscard]] reports::GoalLine goal_line(Goal const& goal, Date from, Date to);
/// What became of the plan and its goals in a period: recertified, added, met, not met, dropped.
[[nodiscard]] std::vector<reports::Statement> goal_changes(Chart const& chart, Date from, Date to);

} // namespace plumbline::app
