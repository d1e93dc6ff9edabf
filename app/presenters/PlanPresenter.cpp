// SPDX-License-Identifier: Apache-2.0
#include "app/presenters/PlanPresenter.hpp"

#include "app/presenters/DateEntry.hpp"
#include "app/services/Common.hpp"
#include "domain/core/Text.hpp"

#include <algorithm>
#include <charconv>

namespace plumbline::app {

namespace {

std::string text_of(std::optional<Date> const& day)
{
    return day ? to_iso(*day) : std::string{};
}

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

PlanFields as_fields(PlanOfCare const& plan)
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

PlanFields new_plan(Date today)
{
    PlanFields fields;
    fields.established = to_iso(today);
    fields.goals.emplace_back();
    return fields;
}

std::string prefix(GoalFields const& goal, std::size_t index)
{
    return goal.kept ? fill("goal.{0}.", {std::to_string(goal.id.value())}) : fill("new.{0}.", {std::to_string(index)});
}

/// Each text of the plan under its name, in one place for reading and writing.
template <class Fields, class Visit>
void each_text(Fields& f, Visit visit)
{
    visit("established", f.established);
    visit("visits_per_week", f.visits_per_week);
    visit("weeks", f.weeks);
    visit("notes", f.notes);
    visit("certification.sent", f.sent);
    visit("certification.verbal_order", f.verbal_order);
    visit("certification.signed_on", f.signed_on);
    visit("certification.signed_by", f.signed_by);
}

/// What can be typed of a goal: all of a new one, and where it stands of one that is kept.
template <class Goal, class Visit>
void each_goal_text(Goal& goal, Visit visit)
{
    visit("now", goal.now);
    if (goal.kept)
        return;
    visit("text", goal.text);
    visit("baseline", goal.baseline);
    visit("target", goal.target);
    visit("target_date", goal.target_date);
}

GoalFields new_goal_from(TypedTexts const& texts, std::string const& name)
{
    GoalFields goal;
    each_goal_text(goal, [&](std::string const& part, std::string& text) { text = typed(texts, name + part); });
    if (auto const term = goal_term_from_code(typed(texts, name + "term")))
        goal.term = *term;
    if (auto const measure = measure_from_code(typed(texts, name + "measure")))
        goal.measure = *measure;
    return goal;
}

/// New goals are numbered without gaps, except that one may have been emptied of all its texts.
std::size_t count_new(TypedTexts const& texts)
{
    std::size_t count = 0;
    for (auto const& [name, text] : texts) {
        std::size_t index = 0;
        std::string_view const digits = std::string_view{name}.substr(std::min<std::size_t>(name.size(), 4));
        if (name.starts_with("new.") && !text.empty()
            && std::from_chars(digits.data(), digits.data() + digits.size(), index).ec == std::errc{})
            count = std::max(count, index + 1);
    }
    return count;
}

} // namespace

TypedTexts texts_of(PlanFields const& fields)
{
    TypedTexts texts;
    each_text(fields, [&](char const* name, std::string const& text) { texts[name] = text; });
    texts["certification.order_on_file"] = fields.order_on_file ? "1" : "";
    for (Modality const modality : fields.interventions)
        texts["interventions"] += std::string{code(modality)} + " ";
    std::size_t fresh = 0;
    for (GoalFields const& goal : fields.goals) {
        std::string const name = prefix(goal, goal.kept ? 0 : fresh++);
        each_goal_text(goal, [&](std::string const& part, std::string const& text) { texts[name + part] = text; });
        if (goal.kept) {
            texts[name + "state"] = code(goal.state);
            continue;
        }
        texts[name + "term"] = code(goal.term);
        texts[name + "measure"] = goal.measure ? facts(*goal.measure).code : std::string_view{};
    }
    return texts;
}

PlanFields with_texts(PlanFields base, TypedTexts const& texts)
{
    each_text(base, [&](char const* name, std::string& text) { text = typed(texts, name); });
    base.order_on_file = !typed(texts, "certification.order_on_file").empty();
    base.interventions.clear();
    std::string const planned = " " + typed(texts, "interventions");
    for (Modality const modality : all_modalities())
        if (planned.find(" " + std::string{code(modality)} + " ") != std::string::npos)
            base.interventions.push_back(modality);
    std::erase_if(base.goals, [](GoalFields const& goal) { return !goal.kept; });
    for (GoalFields& goal : base.goals) {
        std::string const name = prefix(goal, 0);
        goal.now = typed(texts, name + "now");
        if (auto const state = goal_state_from_code(typed(texts, name + "state")))
            goal.state = *state;
    }
    std::size_t const fresh = count_new(texts);
    for (std::size_t i = 0; i < fresh; ++i)
        base.goals.push_back(new_goal_from(texts, prefix({}, i)));
    return base;
}

PlanPresenter::PlanPresenter(Desk& desk, Chart const& chart)
    : RecordForm{desk, kind, chart.plan ? chart.plan->id().value() : chart.episode->id().value()}
    , patient_{chart.patient.id()}
    , episode_{chart.episode->id()}
    , plan_{chart.plan}
    , id_{chart.plan ? chart.plan->id() : desk.make<PlanId>()}
    , first_treatment_{first_day(chart, desk.context().today())}
{
    if (plan_)
        begin(as_fields(*plan_), Begun::Stored);
    else
        begin(new_plan(desk.context().today()), Begun::New);
}

PlanFields PlanPresenter::fields_of(PlanOfCare const& plan) const
{
    return as_fields(plan);
}

void PlanPresenter::adopt(PlanOfCare const& plan)
{
    plan_ = plan;
    id_ = plan.id();
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
    // A plan of this goal alone, so that what the domain says of it is about this row.
    PlanOfCare::Details only;
    only.established = established;
    only.goals = {goal};
    auto const alone = PlanOfCare::create(id_, patient_, episode_, desk_.actor().user, std::move(only), today);
    if (!alone)
        for (Refusal const& fault : each(alone.error()))
            if (fault.field.starts_with("goals."))
                faults.add(fault);
    if (!faults.none())
        complaints = one_each(faults.refusal());
    return goal;
}

std::vector<Goal> PlanPresenter::goals(Date established)
{
    std::vector<Goal> result = plan_ ? plan_->details().goals : std::vector<Goal>{};
    state_.goal_complaints.assign(state_.fields.goals.size(), {});
    for (std::size_t i = 0; i < state_.fields.goals.size(); ++i) {
        GoalFields const& typed = state_.fields.goals[i];
        if (typed.kept) {
            auto const goal = std::ranges::find(result, typed.id, &Goal::id);
            if (goal == result.end())
                continue;
            std::string const before = goal->history.empty() ? std::string{} : goal->history.back().now;
            if (typed.state != goal->state() || trimmed(typed.now) != before)
                goal->history.push_back({desk_.context().today(), typed.state, typed.now, {}, desk_.actor().user});
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
    PlanOfCare::Details result = plan_ ? plan_->details() : PlanOfCare::Details{};
    Day const established = day(f.established, today, DateLeaning::Past, "established", faults);
    if (established.understood && !established.on)
        faults.add("established", tr_noop("A plan is established on a day."));
    // A day that is no day says nothing about the goals.
    result.established = established.on.value_or(plan_ ? plan_->details().established : today);
    result.interventions = f.interventions;
    // The sentence of the domain names the limits; a number that cannot be read stands at the same place.
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
    auto const plan = plan_ ? plan_->with(result, today)
                            : PlanOfCare::create(id_, patient_, episode_, desk_.actor().user, result, today);
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

void PlanPresenter::keep()
{
    if (idle())
        return;
    auto wanted = details();
    if (!wanted)
        return complain(wanted.error());
    submit([id = id_, episode = episode_, version = plan_ ? std::optional{plan_->version()} : std::nullopt,
               details = std::move(*wanted)](Records& records, Context const& context) -> Result<PlanOfCare> {
        if (version) {
            if (auto const done = change_plan(records, context, id, episode, *version, details); !done)
                return refuse(done.error());
        } else {
            // Somebody who opened the form at the same time may have been quicker.
            for (PlanOfCare const& other : records.plans().of_episode(episode))
                if (other.id() != id)
                    return refuse(still_current(other.version(), 0).error());
            if (auto const done = establish_plan(records, context, id, episode, details); !done)
                return refuse(done.error());
        }
        auto const plans = records.plans().of_episode(episode);
        return *std::ranges::find(plans, id, &PlanOfCare::id);
    });
}

} // namespace plumbline::app
