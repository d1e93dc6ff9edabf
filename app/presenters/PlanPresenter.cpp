// SPDX-License-Identifier: Apache-2.0
#include "app/presenters/PlanPresenter.hpp"

#include "app/presenters/DateEntry.hpp"
#include "app/presenters/Sentences.hpp"
#include "app/services/Common.hpp"
#include "domain/core/Text.hpp"

#include <algorithm>

namespace plumbline::app {

namespace {

constexpr std::string_view kind = "plan";

struct Day {
    std::optional<Date> on;
    bool understood = true; ///< Otherwise the fault is added already.
};

Day day(std::string const& text, Date today, DateLeaning leaning, std::string_view field, Faults& faults)
{
    auto const typed = parse_typed_date(text, today, leaning, field);
    if (typed)
        return {*typed};
    faults.add(typed.error());
    return {std::nullopt, false};
}

/// Begins as the plan before stands; what the physician signed stays with that one.
PlanFields recertification(PlanOfCare const& before, Date today)
{
    PlanFields fields = fields_of(before);
    fields.established = to_iso(today);
    fields.sent.clear();
    fields.verbal_order.clear();
    fields.signed_on.clear();
    fields.signed_by.clear();
    fields.order_on_file = false;
    return fields;
}

std::vector<std::string> history_words(Goal const& goal, std::map<UserId, std::string> const& names)
{
    std::vector<std::string> lines;
    for (auto status = goal.history.rbegin(); status != goal.history.rend(); ++status) {
        std::string line = to_words(status->on);
        auto const name = names.find(status->author);
        for (std::string const& part : {std::string{label(status->state)}, status->now, status->comment,
                 name == names.end() ? std::string{} : name->second})
            line += part.empty() ? "" : " · " + part;
        lines.push_back(std::move(line));
    }
    return lines;
}

PlanState::Interval interval_words(PlanOfCare const& plan, CertificationClock const& clock)
{
    PlanOfCare::Details const& details = plan.details();
    PlanCertification const& paper = details.certification;
    PlanState::Interval line{.days = fill("{0} – {1}", {to_words(clock.begins), to_words(clock.interval_ends)}),
        .plan = fill("{0} a week for {1} weeks, {2}",
            {std::to_string(details.visits_per_week), std::to_string(details.weeks),
                plan.seal() ? "signed by " + plan.seal()->signature : std::string{"not signed by the therapist"}}),
        .paper = {},
        .certified = clock.certified};
    auto const say = [&](std::string const& words) { line.paper += (line.paper.empty() ? "" : " · ") + words; };
    if (paper.sent)
        say("sent " + to_words(*paper.sent));
    if (paper.verbal_order)
        say("verbal order " + to_words(*paper.verbal_order));
    if (paper.signed_on)
        say(fill("certified {0} by {1}", {to_words(*paper.signed_on), paper.signed_by}));
    else if (paper.order_on_file && !clock.again)
        say("order in the chart");
    if (!clock.certified)
        say("signature due by " + to_words(clock.due));
    return line;
}

std::optional<PlanOfCare> newest_plan(Records const& records, EpisodeId episode)
{
    auto plans = records.plans().of_episode(episode);
    return plans.empty() ? std::nullopt : std::optional{std::move(plans.back())};
}

PlanFields new_plan(Date today)
{
    PlanFields fields;
    fields.established = to_iso(today);
    fields.goals.emplace_back();
    return fields;
}

} // namespace

PlanPresenter::PlanPresenter(Desk& desk, Chart const& chart, PlanPurpose purpose)
    : RecordForm{desk, kind,
        chart.plan && purpose == PlanPurpose::Current ? chart.plan->id().value() : chart.episode->id().value()}
    , patient_{chart.patient.id()}
    , episode_{chart.episode->id()}
    , id_{chart.plan && purpose == PlanPurpose::Current ? chart.plan->id() : desk.make<PlanId>()}
    , plans_{chart.plans}
    , treatment_days_{standing_of(chart, desk.context().today()).treatment_days}
{
    for (User const& user : chart.users)
        names_.emplace(user.id(), user.name_with_credentials());
    (purpose == PlanPurpose::Current ? plan_ : before_) = chart.plan;
    if (plan_)
        begin(app::fields_of(*plan_), Begun::Stored);
    else if (before_)
        begin(recertification(*before_, desk.context().today()), Begun::New);
    else
        begin(new_plan(desk.context().today()), Begun::New);
}

PlanFields PlanPresenter::fields_of(PlanOfCare const& plan) const
{
    return app::fields_of(plan);
}

void PlanPresenter::adopt(PlanOfCare const& plan)
{
    plan_ = plan;
    before_.reset();
    id_ = plan.id();
    auto const same = std::ranges::find(plans_, plan.id(), &PlanOfCare::id);
    if (same == plans_.end())
        plans_.push_back(plan);
    else
        *same = plan;
}

PlanPresenter::Reading PlanPresenter::reading() const
{
    return [episode = episode_](Records const& records) -> Result<PlanOfCare> {
        auto plans = records.plans().of_episode(episode);
        if (plans.empty())
            return refuse_missing("plan", tr_noop("There is no such plan of care."));
        return std::move(plans.back());
    };
}

void PlanPresenter::derive()
{
    state_.goal_complaints.resize(state_.fields.goals.size());
    state_.goal_history.clear();
    auto const& told = plan_ ? plan_->details().goals : before_ ? before_->details().goals : std::vector<Goal>{};
    for (GoalFields const& goal : state_.fields.goals) {
        auto const known = std::ranges::find(told, goal.id, &Goal::id);
        state_.goal_history.push_back(
            goal.kept && known != told.end() ? history_words(*known, names_) : std::vector<std::string>{});
    }
    state_.visits.clear();
    Faults ignored;
    auto const per_week = whole_number(state_.fields.visits_per_week, "", "", ignored);
    auto const weeks = whole_number(state_.fields.weeks, "", "", ignored);
    if (per_week && weeks)
        state_.visits = fill("{0} visits: {1} a week for {2} weeks",
            {std::to_string(*per_week * *weeks), std::to_string(*per_week), std::to_string(*weeks)});
    state_.sealed = plan_ && plan_->seal();
    state_.seal = state_.sealed ? signed_words(*plan_->seal()) : std::string{};
    state_.recertifying = before_.has_value();
    state_.may_recertify = state_.sealed;
    derive_clocks();
}

void PlanPresenter::derive_clocks()
{
    auto const clocks = certification_clocks(plans_, treatment_days_, desk_.context().today());
    state_.certification.clear();
    state_.intervals.clear();
    for (std::size_t i = clocks.size(); i-- > 0;)
        state_.intervals.push_back(interval_words(plans_[i], clocks[i]));
    if (clocks.empty())
        return;
    CertificationClock const& clock = clocks.back();
    state_.certification = clock.certified
        ? fill("certified · interval ends {0}", {to_words(clock.interval_ends)})
        : fill("signature due by {0} · interval ends {1}", {to_words(clock.due), to_words(clock.interval_ends)});
    if (clock.verbal_signature_due)
        state_.certification +=
            fill(" · the verbal order is to be signed by {0}", {to_words(*clock.verbal_signature_due)});
}

void PlanPresenter::edit(PlanFields fields)
{
    for (std::size_t i = 0; i < state_.goal_complaints.size() && i < fields.goals.size(); ++i)
        if (i < state_.fields.goals.size() && fields.goals[i] != state_.fields.goals[i])
            state_.goal_complaints[i].clear();
    RecordForm::edit(std::move(fields));
}

void PlanPresenter::add_goal()
{
    PlanFields fields = state_.fields;
    fields.goals.emplace_back();
    step(std::move(fields));
}

void PlanPresenter::remove_goal(std::size_t index)
{
    PlanFields fields = state_.fields;
    if (index >= fields.goals.size() || fields.goals[index].kept)
        return;
    fields.goals.erase(fields.goals.begin() + static_cast<std::ptrdiff_t>(index));
    state_.goal_complaints.clear();
    step(std::move(fields));
}

/// What the domain says of this goal alone, so that it stands beside its row.
std::vector<Refusal> PlanPresenter::faults_of(Goal const& goal, Date established) const
{
    PlanOfCare::Details only;
    only.established = established;
    only.goals = {goal};
    auto const alone =
        PlanOfCare::create(id_, patient_, episode_, desk_.actor().user, std::move(only), desk_.context().today());
    if (alone)
        return {};
    auto faults = one_each(alone.error());
    std::erase_if(faults, [](Refusal const& fault) { return !fault.field.starts_with("goals."); });
    return faults;
}

Goal PlanPresenter::new_goal(GoalFields const& typed, int number, Date established, std::vector<Refusal>& complaints)
{
    Date const today = desk_.context().today();
    Goal goal;
    goal.id = desk_.make<GoalId>();
    goal.number = number;
    goal.text = typed.text;
    goal.term = typed.term;
    goal.measure = typed.measure;
    goal.baseline = typed.baseline;
    goal.target = typed.target;
    Faults faults;
    Day const due = day(typed.target_date, today, DateLeaning::Future, "goals.target_date", faults);
    goal.target_date = due.on.value_or(due.understood ? Date{} : std::max(today, established));
    for (Refusal const& fault : faults_of(goal, established))
        faults.add(fault);
    if (!faults.none())
        complaints = one_each(faults.refusal());
    return goal;
}

/// A line of the goal's history when its state, its figure or a comment was typed.
void PlanPresenter::add_status(Goal& goal, GoalFields const& typed) const
{
    std::string const before = goal.history.empty() ? std::string{} : goal.history.back().now;
    if (typed.state == goal.state() && trimmed(typed.now) == before && trimmed(typed.comment).empty())
        return;
    goal.history.push_back({desk_.context().today(), typed.state, typed.now, typed.comment, desk_.actor().user});
}

std::vector<Goal> PlanPresenter::goals(Date established)
{
    std::vector<Goal> result = plan_ ? plan_->details().goals
        : before_                    ? before_->details().goals
                                     : std::vector<Goal>{};
    state_.goal_complaints.assign(state_.fields.goals.size(), {});
    for (std::size_t i = 0; i < state_.fields.goals.size(); ++i) {
        GoalFields const& typed = state_.fields.goals[i];
        if (typed.kept) {
            auto const goal = std::ranges::find(result, typed.id, &Goal::id);
            if (goal == result.end())
                continue;
            add_status(*goal, typed);
            state_.goal_complaints[i] = faults_of(*goal, established);
            continue;
        }
        if (typed.text.empty() && typed.target.empty() && typed.baseline.empty() && typed.target_date.empty())
            continue;
        int number = 1;
        for (Goal const& other : result)
            number = std::max(number, other.number + 1);
        result.push_back(new_goal(typed, number, established, state_.goal_complaints[i]));
    }
    return result;
}

Result<PlanOfCare::Details> PlanPresenter::details()
{
    auto const& f = state_.fields;
    Date const today = desk_.context().today();
    Faults faults;
    PlanOfCare::Details result;
    Day const established = day(f.established, today, DateLeaning::Past, "established", faults);
    if (established.understood && !established.on)
        faults.add("established", tr_noop("A plan is established on a day."));
    // A day that is no day says nothing about the goals.
    result.established = established.on.value_or(plan_ ? plan_->details().established : today);
    result.interventions = f.interventions;
    // The sentence of the domain names the limits; a number that cannot be read stands at the same place.
    result.sessions_per_day =
        whole_number(f.sessions_per_day, "sessions_per_day", tr_noop("Sessions a day, 1 to 4."), faults).value_or(0);
    result.visits_per_week =
        whole_number(f.visits_per_week, "visits_per_week", tr_noop("Visits a week, 1 to 14."), faults).value_or(0);
    result.weeks = whole_number(f.weeks, "weeks", tr_noop("Weeks, 1 to 52."), faults).value_or(0);
    result.notes = f.notes;
    result.goals = goals(result.established);
    auto const past = [&](std::string const& text, std::string_view field) {
        return day(text, today, DateLeaning::Past, field, faults).on;
    };
    result.certification = {past(f.sent, "certification.sent"), past(f.verbal_order, "certification.verbal_order"),
        past(f.signed_on, "certification.signed_on"), f.signed_by, f.order_on_file};
    auto const plan = checked(result);
    if (!plan)
        for (Refusal const& fault : each(plan.error())) {
            // Said beside the row already.
            bool const of_a_row = fault.field.starts_with("goals.")
                && std::ranges::any_of(state_.goal_complaints, [](auto const& row) { return !row.empty(); });
            if (!of_a_row)
                faults.add(fault);
        }
    bool const rows_hold = std::ranges::all_of(state_.goal_complaints, [](auto const& row) { return row.empty(); });
    if (faults.none() && !rows_hold)
        faults.add("goals", tr_noop("Look at the goals: something is missing there."));
    if (!faults.none())
        return refuse(faults.refusal());
    return result;
}

Result<PlanOfCare> PlanPresenter::checked(PlanOfCare::Details details) const
{
    Date const today = desk_.context().today();
    if (plan_)
        return plan_->with(std::move(details), today);
    if (before_)
        return before_->recertified(id_, desk_.actor().user, std::move(details), today);
    return PlanOfCare::create(id_, patient_, episode_, desk_.actor().user, std::move(details), today);
}

void PlanPresenter::keep()
{
    store(Then::Stay);
}
void PlanPresenter::sign()
{
    store(Then::Sign);
}

void PlanPresenter::store(Then then)
{
    if (then == Then::Sign && once_kept([this] { sign(); }))
        return;
    if (then == Then::Stay ? idle() : state_.sealed)
        return;
    auto wanted = details();
    if (!wanted)
        return complain(wanted.error());
    submit([id = id_, episode = episode_, version = plan_ ? std::optional{plan_->version()} : std::nullopt,
               before = before_ ? std::optional{before_->id()} : std::nullopt, details = std::move(*wanted),
               then](Records& records, Context const& context) -> Result<PlanOfCare> {
        if (version) {
            if (auto const done = change_plan(records, context, id, episode, *version, details); !done)
                return refuse(done.error());
        } else {
            // Somebody who opened the form at the same time may have been quicker.
            if (auto const newest = newest_plan(records, episode);
                newest && newest->id() != id && newest->id() != before)
                return refuse(still_current(newest->version(), 0).error());
            if (auto const done = establish_plan(records, context, id, episode, details); !done)
                return refuse(done.error());
        }
        auto plan = records.plans().find(id).value();
        if (then == Then::Stay)
            return plan;
        if (auto const sealed = sign_plan(records, context, id, plan.version()); !sealed)
            return refuse(sealed.error());
        return records.plans().find(id).value();
    });
}

} // namespace plumbline::app
