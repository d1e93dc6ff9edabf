// SPDX-License-Identifier: Apache-2.0
#include "app/services/demo/GoalHistory.hpp"

#include <array>
#include <string_view>

namespace plumbline::app::demo {

namespace {

using Words = std::array<std::string_view, 3>;

constexpr Words better{"Gains a little each week; the home program carries it.",
    "More than half way; tolerance for load is growing.", "Close to it; only long days still set it back."};
constexpr Words same{"Little change so far; dose and exercises are being adjusted.",
    "No clear progress yet; sleep and stress at work stand in the way.", "Still about where it began."};
constexpr Words worse{"Lost ground in the last weeks; the plan is under review.",
    "Further away than at the start; the physician is informed.", "Not within reach for now."};

Words const& words_of(Course course)
{
    return course == Course::Improving ? better : course == Course::Stalled ? same : worse;
}

} // namespace

std::vector<GoalStatus> goal_history(
    Course course, std::span<Date const> days, std::string const& target, bool met, UserId author)
{
    Words const& words = words_of(course);
    std::vector<GoalStatus> said;
    std::size_t const last = met ? days.size() * 3 / 4 : days.size() - 1;
    for (std::size_t visit = 4; visit < last; visit += 5)
        said.push_back(
            {days[visit], GoalState::InProgress, {}, std::string{words[said.size() % words.size()]}, author});
    if (met)
        said.push_back({days[last], GoalState::Met, target, "Reached, and held over two visits.", author});
    return said;
}

} // namespace plumbline::app::demo
