// SPDX-License-Identifier: Apache-2.0
#include "domain/clinical/PlanOfCare.hpp"

#include "domain/clinical/CanonicalText.hpp"
#include "domain/clinical/Choices.hpp"
#include "domain/core/Text.hpp"

#include <algorithm>
#include <charconv>

namespace plumbline {

namespace {

using Reason = Refusal::Reason;

constexpr std::array states{
    // Nobody claims more of a goal than that it is worked on; the code is older than these words.
    Term<GoalState>{GoalState::InProgress, "on-course", "In progress"},
    Term<GoalState>{GoalState::Met, "met", "Met"},
    Term<GoalState>{GoalState::NotMet, "not-met", "Not met"},
    Term<GoalState>{GoalState::Dropped, "dropped", "Dropped"},
};
constexpr std::array terms{
    Term<GoalTerm>{GoalTerm::Short, "short", "Short-term"},
    Term<GoalTerm>{GoalTerm::Long, "long", "Long-term"},
};
constexpr Vocabulary state_words{states};
constexpr Vocabulary term_words{terms};

void check_range(Faults& faults, std::string_view field, std::string_view text, int value, int low, int high)
{
    if (value < low || value > high)
        faults.add(field, text, {std::to_string(value), std::to_string(low), std::to_string(high)});
}

/// `46`, `46 %`, `7 of 10`: a number, with the measure's unit or without.
std::optional<double> figure_of(std::string_view text, std::string_view unit)
{
    double value = 0;
    auto const [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (fault != std::errc{})
        return std::nullopt;
    std::string const rest = trimmed(text.substr(static_cast<std::size_t>(end - text.data())));
    return rest.empty() || rest == unit ? std::optional{value} : std::nullopt;
}

/// A figure of the goal's measure, written with its unit from now on.
std::optional<double> check_figure(Faults& faults, std::string_view field, Goal const& goal, std::string& figure)
{
    MeasureFacts const& known = facts(*goal.measure);
    auto const value = figure_of(figure, known.unit);
    if (!value || *value < known.lowest || *value > known.highest) {
        faults.add(field, tr_noop("Goal {0}: {1} is a number from {2} to {3}."),
            {std::to_string(goal.number), std::string{known.name}, shown(known.lowest), shown(known.highest)});
        return std::nullopt;
    }
    figure = shown(*value) + ' ' + std::string{known.unit};
    return value;
}

/// A goal is measurable (CMS Pub. 100-02 ch. 15 section 220.1.2): it says where it starts and where it ends.
void check_measurable(Faults& faults, Goal& goal)
{
    std::string const number = std::to_string(goal.number);
    if (goal.baseline.empty())
        faults.add("goals.baseline", tr_noop("Goal {0} needs where it stands at the start."), {number});
    if (goal.target.empty())
        faults.add("goals.target", tr_noop("Goal {0} needs a target that can be measured."), {number});
    if (!goal.measure || goal.baseline.empty() || goal.target.empty())
        return;
    auto const from = check_figure(faults, "goals.baseline", goal, goal.baseline);
    auto const to = check_figure(faults, "goals.target", goal, goal.target);
    if (from && to && improvement(*goal.measure, *from, *to) <= 0)
        faults.add("goals.target", tr_noop("Goal {0}: the target is not better than the start."), {number});
}

void check_history(Faults& faults, Goal& goal, Date today)
{
    std::string const number = std::to_string(goal.number);
    for (GoalStatus& status : goal.history) {
        clean_text(faults, "goals.history", status.now, line_rule);
        clean_text(faults, "goals.comment", status.comment, free_text_rule);
        if (!status.on.ok() || status.on > today)
            faults.add("goals.history", tr_noop("Goal {0}: its progress cannot lie in the future."), {number});
        bool const given_up = status.state == GoalState::NotMet || status.state == GoalState::Dropped;
        if (given_up && status.comment.empty())
            faults.add("goals.comment", tr_noop("Goal {0}: say why it was not met or is dropped."), {number});
    }
}

void check_goal(Faults& faults, Goal& goal, Date established, Date today)
{
    std::string const number = std::to_string(goal.number);
    clean_text(faults, "goals.text", goal.text, free_text_rule);
    clean_text(faults, "goals.baseline", goal.baseline, line_rule);
    clean_text(faults, "goals.target", goal.target, line_rule);
    if (goal.number < 1)
        faults.add("goals.number", tr_noop("Goals are numbered from 1."));
    if (goal.text.empty())
        faults.add("goals.text", tr_noop("Goal {0} needs words: what the patient will be able to do."), {number});
    if (!goal.target_date.ok())
        faults.add("goals.target_date", tr_noop("Goal {0} needs the day by which it should be met."), {number});
    else if (goal.history.empty()
        && goal.target_date < established) // A goal taken over from an earlier plan may be older.
        faults.add("goals.target_date", tr_noop("Goal {0}: its day lies before the plan."), {number});
    check_measurable(faults, goal);
    check_history(faults, goal, today);
}

void check_goals(Faults& faults, PlanOfCare::Details& details, Date today)
{
    auto& goals = details.goals;
    for (auto goal = goals.begin(); goal != goals.end(); ++goal) {
        check_goal(faults, *goal, details.established, today);
        if (std::any_of(
                goals.begin(), goal, [&](Goal const& g) { return g.number == goal->number || g.id == goal->id; }))
            faults.add("goals.number", tr_noop("Goal {0} is listed twice."), {std::to_string(goal->number)});
    }
    // Long-term goals are part of every plan (CMS Pub. 100-02 ch. 15 section 220.1.2).
    if (std::ranges::none_of(goals, [](Goal const& g) { return g.term == GoalTerm::Long; }))
        faults.add("goals", tr_noop("A plan of care needs at least one long-term goal."));
}

void check_certification(Faults& faults, PlanCertification& certification, Date established, Date today)
{
    clean_text(faults, "certification.signed_by", certification.signed_by, name_rule);
    auto const check = [&](std::string_view field, std::optional<Date> const& day) {
        if (day && (!day->ok() || *day > today))
            faults.add(field, tr_noop("This day cannot lie in the future."));
        else if (day && established.ok() && *day < established)
            faults.add(field, tr_noop("This day lies before the plan: it belongs to the one before."));
    };
    check("certification.sent", certification.sent);
    check("certification.verbal_order", certification.verbal_order);
    check("certification.signed_on", certification.signed_on);
    if (certification.signed_on && certification.signed_by.empty())
        faults.add("certification.signed_by", tr_noop("Give the physician who signed."));
}

[[nodiscard]] bool same_promise(Goal const& before, Goal const& after)
{
    return before.number == after.number && before.text == after.text && before.history.size() <= after.history.size()
        && std::equal(before.history.begin(), before.history.end(), after.history.begin());
}

[[nodiscard]] Result<void> keeps_goals(PlanOfCare::Details const& before, PlanOfCare::Details const& after)
{
    for (Goal const& goal : before.goals) {
        auto const same = std::ranges::find(after.goals, goal.id, &Goal::id);
        if (same == after.goals.end() || !same_promise(goal, *same))
            return refuse(Reason::NotAllowed, "goals",
                tr_noop(
                    "Goal {0} keeps its number, words and history for the whole episode. Drop it and add a new one."),
                {std::to_string(goal.number)});
    }
    return {};
}

} // namespace

std::string_view code(GoalState state) noexcept
{
    return state_words.code(state);
}
std::string_view label(GoalState state) noexcept
{
    return state_words.label(state);
}
Result<GoalState> goal_state_from_code(std::string_view code)
{
    return value_from_code(states, code, "state");
}
std::string_view code(GoalTerm term) noexcept
{
    return term_words.code(term);
}
Result<GoalTerm> goal_term_from_code(std::string_view code)
{
    return value_from_code(terms, code, "term");
}

GoalState Goal::state() const noexcept
{
    return history.empty() ? GoalState::InProgress : history.back().state;
}

Result<PlanOfCare> PlanOfCare::create(
    PlanId id, PatientId patient, EpisodeId episode, UserId author, Details details, Date today)
{
    Faults faults;
    if (!details.established.ok())
        faults.add("established", tr_noop("Give the day on which the plan was established."));
    else if (details.established > today)
        faults.add("established", tr_noop("A plan cannot be established in the future."));
    if (details.interventions.empty())
        faults.add("interventions", tr_noop("Choose at least one kind of treatment."));
    check_range(
        faults, "sessions_per_day", tr_noop("{0} sessions a day: choose {1} to {2}."), details.sessions_per_day, 1, 4);
    check_range(
        faults, "visits_per_week", tr_noop("{0} visits a week: choose {1} to {2}."), details.visits_per_week, 1, 14);
    check_range(faults, "weeks", tr_noop("{0} weeks: choose {1} to {2}."), details.weeks, 1, 52);
    clean_text(faults, "notes", details.notes, free_text_rule);
    if (details.established.ok())
        check_goals(faults, details, today);
    check_certification(faults, details.certification, details.established, today);
    if (!faults.none())
        return refuse(faults.refusal());
    return PlanOfCare{id, patient, episode, author, std::move(details), {}, 0};
}

PlanOfCare PlanOfCare::restore(PlanId id, PatientId patient, EpisodeId episode, UserId author, Details details,
    int version, std::optional<Seal> seal)
{
    return {id, patient, episode, author, std::move(details), std::move(seal), version};
}

Result<PlanOfCare> PlanOfCare::with(Details details, Date today) const
{
    auto changed = create(id_, patient_, episode_, author_, std::move(details), today);
    if (!changed)
        return changed;
    if (auto const kept = keeps_goals(details_, changed->details_); !kept)
        return refuse(kept.error());
    if (seal_ && changed->canonical_text() != canonical_text())
        return refuse(Reason::NotAllowed, "",
            tr_noop("This plan is signed: only its certification and the state of its goals still change. Recertify to "
                    "change more."));
    changed->seal_ = seal_;
    changed->version_ = version_;
    return changed;
}

Result<PlanOfCare> PlanOfCare::recertified(PlanId id, UserId author, Details details, Date today) const
{
    if (!seal_)
        return refuse(Reason::Invalid, "",
            tr_noop("The plan before is not signed yet. Change that one, or sign it and then recertify."));
    auto next = create(id, patient_, episode_, author, std::move(details), today);
    if (!next)
        return next;
    if (next->details_.established <= details_.established)
        return refuse(Reason::Invalid, "established",
            tr_noop("A recertification is established after the plan before it, {0}."),
            {to_words(details_.established)});
    if (auto const kept = keeps_goals(details_, next->details_); !kept)
        return refuse(kept.error());
    return next;
}

Result<PlanOfCare> PlanOfCare::sealed(Seal seal) const
{
    if (seal_)
        return refuse(Reason::NotAllowed, "", tr_noop("This plan is signed already."));
    PlanOfCare signed_one = *this;
    signed_one.seal_ = std::move(seal);
    return signed_one;
}

std::string PlanOfCare::canonical_text() const
{
    CanonicalText out{"plumbline-plan 1"};
    out.line("id", id_.value());
    out.line("patient", patient_.value());
    out.line("episode", episode_.value());
    out.line("author", author_.value());
    out.line("established", to_iso(details_.established));
    for (Modality const modality : details_.interventions)
        out.line("intervention", code(modality));
    out.line("sessions-per-day", details_.sessions_per_day);
    out.line("visits-per-week", details_.visits_per_week);
    out.line("weeks", details_.weeks);
    out.line("notes", details_.notes);
    for (Goal const& goal : details_.goals) {
        out.line("goal", goal.id.value());
        out.line("number", goal.number);
        out.line("text", goal.text);
        out.line("term", code(goal.term));
        out.line("measure", goal.measure ? facts(*goal.measure).code : std::string_view{});
        out.line("baseline", goal.baseline);
        out.line("target", goal.target);
        out.line("by", to_iso(goal.target_date));
    }
    return out.take();
}

PlanOfCare::PlanOfCare(PlanId id, PatientId patient, EpisodeId episode, UserId author, Details details,
    std::optional<Seal> seal, int version)
    : id_{id}
    , patient_{patient}
    , episode_{episode}
    , author_{author}
    , details_{std::move(details)}
    , seal_{std::move(seal)}
    , version_{version}
{
}

} // namespace plumbline
