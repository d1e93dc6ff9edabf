// SPDX-License-Identifier: Apache-2.0
#include "app/services/GoalFacts.hpp"

#include "app/services/Common.hpp"

#include <algorithm>

namespace plumbline::app {

namespace {

std::string numbered(Goal const& goal)
{
    return std::to_string(goal.number);
}

std::string_view sentence_of(GoalState state)
{
    switch (state) {
    case GoalState::Met:
        return tr_noop("Goal {0} was met on {1}.");
    case GoalState::NotMet:
        return tr_noop("Goal {0} was given up as not met on {1}.");
    case GoalState::Dropped:
        return tr_noop("Goal {0} was dropped on {1}.");
    case GoalState::InProgress:
        break;
    }
    return tr_noop("Goal {0} was taken up again on {1}.");
}

void add_changes_of(std::vector<reports::Statement>& told, Goal const& goal, Date from, Date to)
{
    GoalState state = GoalState::InProgress;
    for (GoalStatus const& status : goal.history) {
        bool const changed = status.state != state;
        state = status.state;
        if (changed && status.on >= from && status.on <= to)
            told.push_back({.text = fill(sentence_of(state), {numbered(goal), to_words(status.on)}), .on = status.on});
    }
}

/// A recertification and the goals that came with it.
void add_renewal(std::vector<reports::Statement>& told, PlanOfCare const& before, PlanOfCare const& plan)
{
    auto const& now = plan.details();
    told.push_back({.text = fill(tr_noop("The plan was renewed on {0}: {1} a week for {2} weeks."),
                        {to_words(now.established), std::to_string(now.visits_per_week), std::to_string(now.weeks)}),
        .on = now.established});
    auto const& old = before.details().goals;
    for (Goal const& goal : now.goals)
        if (std::ranges::find(old, goal.id, &Goal::id) == old.end())
            told.push_back(
                {.text = fill(tr_noop("Goal {0} was added on {1}."), {numbered(goal), to_words(now.established)}),
                    .on = now.established});
}

} // namespace

PlanOfCare const* plan_on(Chart const& chart, Date day) noexcept
{
    auto const after = std::ranges::upper_bound(
        chart.plans, day, {}, [](PlanOfCare const& plan) { return plan.details().established; });
    return after == chart.plans.begin() ? nullptr : &*std::prev(after);
}

reports::GoalLine goal_line(Goal const& goal, Date from, Date to)
{
    reports::GoalLine line{.number = goal.number,
        .text = goal.text,
        .baseline = goal.baseline,
        .now = {},
        .target = goal.target,
        .target_date = goal.target_date,
        .state = GoalState::InProgress,
        .state_since = {},
        .assessment = {},
        .sources = {}};
    for (GoalStatus const& status : goal.history) {
        if (status.on > to)
            continue;
        if (!line.state_since || line.state != status.state)
            line.state_since = status.on;
        line.state = status.state;
        line.now = status.now;
        if (status.on >= from && !status.comment.empty())
            line.assessment = status.comment;
    }
    return line;
}

std::vector<reports::Statement> goal_changes(Chart const& chart, Date from, Date to)
{
    std::vector<reports::Statement> told;
    auto const* const plan = plan_on(chart, to);
    if (!plan)
        return told;
    for (std::size_t i = 1; i < chart.plans.size(); ++i)
        if (Date const day = chart.plans[i].details().established; day >= from && day <= to)
            add_renewal(told, chart.plans[i - 1], chart.plans[i]);
    for (Goal const& goal : plan->details().goals)
        add_changes_of(told, goal, from, to);
    std::ranges::stable_sort(told, {}, &reports::Statement::on);
    return told;
}

} // namespace plumbline::app
