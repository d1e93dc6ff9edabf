// SPDX-License-Identifier: Apache-2.0
#include "app/presenters/PlanPresenter.hpp"

#include "app/presenters/DateEntry.hpp"
#include "app/presenters/Faults.hpp"

#include <algorithm>

namespace plumbline::app {

namespace {

std::string text_of(std::optional<Date> const& day)
{
    return day ? to_iso(*day) : std::string{};
}

std::optional<Date> day(
    std::string const& text, Date today, DateLeaning leaning, std::string_view field, Faults& faults)
{
    auto const typed = parse_typed_date(text, today, leaning, field);
    if (!typed) {
        faults.add(typed.error());
        return std::nullopt;
    }
    return *typed;
}

PlanFields fields_of(PlanOfCare const& plan)
{
    auto const& d = plan.details();
    PlanFields fields;
    fields.established = to_iso(d.established);
    fields.visits_per_week = std::to_string(d.visits_per_week);
    fields.weeks = std::to_string(d.weeks);
    fields.notes = d.notes;
    fields.interventions = d.interventions;
    for (Goal const& goal : d.goals)
        fields.goals.push_back({goal.id, goal.text, goal.baseline, goal.target, to_iso(goal.target_date), goal.term,
            goal.measure, goal.state(), goal.history.empty() ? std::string{} : goal.history.back().now, true});
    fields.sent = text_of(d.certification.sent);
    fields.verbal_order = text_of(d.certification.verbal_order);
    fields.signed_on = text_of(d.certification.signed_on);
    fields.signed_by = d.certification.signed_by;
    fields.order_on_file = d.certification.order_on_file;
    return fields;
}

Date first_day(Chart const& chart, Date today)
{
    Date first = today;
    if (!chart.evaluations.empty())
        first = std::min(first, chart.evaluations.front().details().on);
    if (!chart.visits.empty())
        first = std::min(first, chart.visits.front().on());
    return first;
}

} // namespace

PlanPresenter::PlanPresenter(Desk& desk, Chart const& chart)
    : desk_{desk}
    , patient_{chart.patient.id()}
    , episode_{chart.episode->id()}
    , plan_{chart.plan}
    , id_{chart.plan ? chart.plan->id() : desk.make<PlanId>()}
    , first_treatment_{first_day(chart, desk.context().today())}
{
    if (plan_) {
        state_.fields = fields_of(*plan_);
        state_.fresh = false;
    } else {
        state_.fields.established = to_iso(desk.context().today());
        state_.fields.goals.emplace_back();
    }
    derive();
}

void PlanPresenter::derive()
{
    state_.visits.clear();
    Faults ignored;
    auto const per_week = whole_number(state_.fields.visits_per_week, "", "", ignored);
    auto const weeks = whole_number(state_.fields.weeks, "", "", ignored);
    if (per_week && weeks)
        state_.visits = fill("{0} visits: {1} a week for {2} weeks",
            {std::to_string(*per_week * *weeks), std::to_string(*per_week), std::to_string(*weeks)});
    state_.certification.clear();
    if (plan_) {
        auto const clock = certification_clock(*plan_, first_treatment_, desk_.context().today());
        state_.certification = clock.certified
            ? fill("certified · interval ends {0}", {to_words(clock.interval_ends)})
            : fill("signature due by {0} · interval ends {1}", {to_words(clock.due), to_words(clock.interval_ends)});
    }
}

void PlanPresenter::edit(PlanFields fields)
{
    if (fields == state_.fields)
        return;
    state_.fields = std::move(fields);
    state_.changed = true;
    derive();
    changed();
}

void PlanPresenter::add_goal()
{
    state_.fields.goals.emplace_back();
    state_.changed = true;
    changed();
}

void PlanPresenter::remove_goal(std::size_t index)
{
    auto& goals = state_.fields.goals;
    if (index >= goals.size() || goals[index].kept)
        return;
    goals.erase(goals.begin() + static_cast<std::ptrdiff_t>(index));
    state_.changed = true;
    changed();
}

std::vector<Goal> PlanPresenter::goals(Faults& faults) const
{
    Date const today = desk_.context().today();
    std::vector<Goal> result = plan_ ? plan_->details().goals : std::vector<Goal>{};
    for (GoalFields const& typed : state_.fields.goals) {
        if (typed.kept) {
            auto const goal = std::ranges::find(result, typed.id, &Goal::id);
            if (goal == result.end())
                continue;
            std::string const before = goal->history.empty() ? std::string{} : goal->history.back().now;
            if (typed.state != goal->state() || typed.now != before)
                goal->history.push_back({today, typed.state, typed.now, {}, desk_.actor().user});
            continue;
        }
        if (typed.text.empty() && typed.target.empty())
            continue;
        Goal goal;
        goal.number = static_cast<int>(result.size()) + 1;
        goal.text = typed.text;
        goal.term = typed.term;
        goal.measure = typed.measure;
        goal.baseline = typed.baseline;
        goal.target = typed.target;
        auto const due = day(typed.target_date, today, DateLeaning::Future, "goals", faults);
        if (due)
            goal.target_date = *due;
        else
            faults.add("goals", tr_noop("Goal {0} needs the day by which it is to be reached."),
                {std::to_string(goal.number)});
        result.push_back(std::move(goal));
    }
    return result;
}

Result<PlanOfCare::Details> PlanPresenter::details() const
{
    auto const& f = state_.fields;
    Date const today = desk_.context().today();
    Faults faults;
    PlanOfCare::Details result = plan_ ? plan_->details() : PlanOfCare::Details{};
    if (auto const established = day(f.established, today, DateLeaning::Past, "established", faults))
        result.established = *established;
    else
        faults.add("established", tr_noop("A plan is established on a day."));
    result.interventions = f.interventions;
    result.visits_per_week =
        whole_number(f.visits_per_week, "visits_per_week", tr_noop("Visits a week, 1 to 14."), faults).value_or(0);
    result.weeks = whole_number(f.weeks, "weeks", tr_noop("Weeks, 1 to 52."), faults).value_or(0);
    result.notes = f.notes;
    result.goals = goals(faults);
    result.certification = {day(f.sent, today, DateLeaning::Past, "sent", faults),
        day(f.verbal_order, today, DateLeaning::Past, "verbal_order", faults),
        day(f.signed_on, today, DateLeaning::Past, "signed_on", faults), f.signed_by, f.order_on_file};
    if (!faults.none())
        return refuse(faults.refusal());
    auto probe = result;
    for (Goal& goal : probe.goals)
        if (goal.id.value() == 0)
            goal.id = desk_.make<GoalId>();
    auto const plan = plan_ ? plan_->with(probe, today)
                            : PlanOfCare::create(id_, patient_, episode_, desk_.actor().user, probe, today);
    if (!plan)
        return refuse(plan.error());
    return probe;
}

void PlanPresenter::keep()
{
    if (state_.busy)
        return;
    auto wanted = details();
    if (!wanted) {
        state_.complaints = each(wanted.error());
        changed();
        return;
    }
    state_.busy = true;
    state_.complaints.clear();
    changed();
    desk_.write(
        alive_,
        [id = id_, episode = episode_, version = plan_ ? std::optional{plan_->version()} : std::nullopt,
            details = std::move(*wanted)](Records& records, Context const& context) -> Result<PlanId> {
            if (!version)
                return establish_plan(records, context, id, episode, details);
            if (auto const done = change_plan(records, context, id, episode, *version, details); !done)
                return refuse(done.error());
            return id;
        },
        [this](Result<PlanId> id) {
            state_.busy = false;
            if (!id) {
                state_.complaints = each(id.error());
                changed();
                return;
            }
            state_.changed = false;
            state_.saved = "saved " + to_clock(desk_.context().clock->local_now());
            changed();
            kept();
        });
}

} // namespace plumbline::app
