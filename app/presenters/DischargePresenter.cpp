// SPDX-License-Identifier: Apache-2.0
#include "app/presenters/DischargePresenter.hpp"

#include "app/presenters/DateEntry.hpp"
#include "app/presenters/Faults.hpp"

#include <algorithm>

namespace plumbline::app {

namespace {

/// Why care ends (fact book 5.1, discharge content).
std::vector<std::string> standing_reasons()
{
    return {"Goals met", "No further benefit is expected", "Referred back to the physician", "The patient ended care",
        "The patient did not come any more", "The authorization ended", "Another reason"};
}

bool met_every_goal(Chart const& chart)
{
    if (!chart.plan)
        return false;
    auto const& goals = chart.plan->details().goals;
    auto const met = std::ranges::count(goals, GoalState::Met, &Goal::state);
    auto const dropped = std::ranges::count(goals, GoalState::Dropped, &Goal::state);
    return met > 0 && met + dropped == std::ssize(goals);
}

std::string facts_of(Chart const& chart, std::vector<Date> const& days)
{
    std::string text = days.empty()
        ? std::string{"no treatment yet"}
        : fill(days.size() == 1 ? "one treatment day, on {1}" : "{0} treatment days, the last on {1}",
            {std::to_string(days.size()), to_words(days.back())});
    if (!chart.plan)
        return text;
    auto const& goals = chart.plan->details().goals;
    auto const met = std::ranges::count(goals, GoalState::Met, &Goal::state);
    return text + fill(" · {0} of {1} goals met", {std::to_string(met), std::to_string(goals.size())});
}

} // namespace

DischargePresenter::DischargePresenter(Desk& desk, Chart const& chart, Names names)
    : desk_{desk}
    , episode_{chart.episode->id()}
    , version_{chart.episode->version()}
{
    Date const today = desk.context().today();
    auto const days = standing_of(chart, today).treatment_days;
    state_.title = shown_name(chart.patient.name(), names) + " · " + chart.episode->details().title;
    state_.on = to_iso(days.empty() ? today : days.back());
    state_.facts = facts_of(chart, days);
    state_.reasons = standing_reasons();
    if (met_every_goal(chart))
        state_.reason = 0;
}

void DischargePresenter::complain(Refusal refusal)
{
    state_.busy = false;
    state_.complaints = one_each(std::move(refusal));
    changed();
}

void DischargePresenter::discharge(std::string const& on, std::optional<std::size_t> reason, std::string const& more)
{
    if (state_.busy || (reason && *reason >= state_.reasons.size()))
        return;
    auto const day = parse_typed_date(on, desk_.context().today(), DateLeaning::Past, "ended");
    Faults faults;
    if (!day)
        faults.add(day.error());
    if (!reason)
        faults.add("why", tr_noop("Choose why care ends."));
    if (!faults.none())
        return complain(faults.refusal());
    bool const own_words = *reason + 1 == state_.reasons.size();
    std::string words = own_words ? more : state_.reasons[*reason];
    if (!own_words && !more.empty())
        words += ": " + more;
    state_.busy = true;
    state_.complaints.clear();
    changed();
    desk_.write(
        alive_,
        [episode = episode_, version = version_, wish = Discharge{day->value_or(Date{}), std::move(words)}](
            Records& records, Context const& context) {
            return discharge_episode(records, context, episode, version, wish);
        },
        [this](Result<void> done) {
            if (!done)
                return complain(done.error());
            state_.busy = false;
            changed();
            discharged();
        });
}

} // namespace plumbline::app
