// SPDX-License-Identifier: Apache-2.0
#include "app/services/ScheduleHistory.hpp"

namespace plumbline::app {

namespace {

constexpr std::size_t most_steps = 100;

/// Where a step left what is stored again now, it is the stored version that it left.
template <class Record>
void learn(std::vector<Changed<Record>>& left, std::vector<Changed<Record>> const& undone,
    std::vector<Changed<Record>> const& answer)
{
    for (auto& change : left)
        for (std::size_t i = 0; change.after && i < undone.size(); ++i)
            if (change.after == undone[i].before && answer[i].after) {
                change.after = answer[i].after;
                break;
            }
}

} // namespace

void ScheduleHistory::remember(Step step)
{
    undone_.clear();
    done_.push_back(std::move(step));
    if (done_.size() > most_steps)
        done_.erase(done_.begin());
}

ScheduleHistory::Step const* ScheduleHistory::next(Way way) const noexcept
{
    auto const& from = way == Way::Undo ? done_ : undone_;
    return from.empty() ? nullptr : &from.back();
}

void ScheduleHistory::took_back(Way way, ScheduleEdit answer)
{
    auto& from = steps(way);
    Step const step = std::move(from.back());
    from.pop_back();
    for (auto* const others : {&done_, &undone_})
        for (Step& other : *others) {
            learn(other.edit.appointments, step.edit.appointments, answer.appointments);
            learn(other.edit.series, step.edit.series, answer.series);
            learn(other.edit.waitlist, step.edit.waitlist, answer.waitlist);
        }
    steps(way == Way::Undo ? Way::Redo : Way::Undo).push_back({std::move(answer), step.who});
}

} // namespace plumbline::app
