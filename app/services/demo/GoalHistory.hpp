// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/services/demo/Course.hpp"

#include <span>
#include <string>
#include <vector>

namespace plumbline::app::demo {

/// What a therapist wrote down of a goal over an episode's treatment days, one line for about every five. One that was met
/// ends with the figure of its target.
[[nodiscard]] std::vector<GoalStatus> goal_history(
    Course course, std::span<Date const> days, std::string const& target, bool met, UserId author);

} // namespace plumbline::app::demo
