// SPDX-License-Identifier: Apache-2.0
#include "domain/clinical/PlanOfCare.hpp"

#include "domain/clinical/Choices.hpp"
#include "domain/core/Text.hpp"

#include <algorithm>

namespace plumbline {

namespace {

using Reason = Refusal::Reason;

constexpr std::array states{
    Term<GoalState>{GoalState::OnCourse, "on-course", "On course"},
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
    for (GoalStatus& status : goal.history) {
        clean_text(faults, "goals.history", status.now, line_rule);
        clean_text(faults, "goals.history", status.comment, free_text_rule);
        if (!status.on.ok() || status.on > today)
            faults.add("goals.history", tr_noop("Goal {0}: its progress cannot lie in the future."), {number});
    }
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

void check_certification(Faults& faults, PlanCertification& certification, Date today)
{
    clean_text(faults, "certification.signed_by", certification.signed_by, name_rule);
    auto const check = [&](std::string_view field, std::optional<Date> const& day) {
        if (day && (!day->ok() || *day > today))
            faults.add(field, tr_noop("This day cannot lie in the future."));
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

/// Certification interval of 90 days, the first day counted (CMS Pub. 100-02 ch. 15 section 220.1.3).
constexpr int interval_days = 90;
constexpr int first_signature_days = 30;
constexpr int verbal_signature_days = 14;
constexpr int report_every_days = 10;

[[nodiscard]] bool is_recertification(PlanOfCare const& plan, Date first_day) noexcept
{
    return days_between(first_day, plan.details().established) > first_signature_days;
}

/// Since 1 January 2025 an order on file and the plan sent in time replace the first signature, never a later one.
[[nodiscard]] bool order_replaces_signature(PlanOfCare const& plan, Date first_day) noexcept
{
    PlanCertification const& paper = plan.details().certification;
    return paper.order_on_file && paper.sent && *paper.sent <= plus_days(first_day, first_signature_days)
        && first_day >= Date{std::chrono::year{2025} / std::chrono::January / 1}
    && !is_recertification(plan, first_day);
}

[[nodiscard]] std::vector<Date> distinct(std::span<Date const> days)
{
    std::vector<Date> out{days.begin(), days.end()};
    std::ranges::sort(out);
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
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
    return history.empty() ? GoalState::OnCourse : history.back().state;
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
    check_certification(faults, details.certification, today);
    if (!faults.none())
        return refuse(faults.refusal());
    return PlanOfCare{id, patient, episode, author, std::move(details), 0};
}

PlanOfCare PlanOfCare::restore(
    PlanId id, PatientId patient, EpisodeId episode, UserId author, Details details, int version)
{
    return {id, patient, episode, author, std::move(details), version};
}

Result<PlanOfCare> PlanOfCare::with(Details details, Date today) const
{
    auto changed = create(id_, patient_, episode_, author_, std::move(details), today);
    if (!changed)
        return changed;
    for (Goal const& before : details_.goals) {
        auto const after = std::ranges::find(changed->details_.goals, before.id, &Goal::id);
        if (after == changed->details_.goals.end() || !same_promise(before, *after))
            return refuse(Reason::NotAllowed, "goals",
                tr_noop(
                    "Goal {0} keeps its number, words and history for the whole episode. Drop it and add a new one."),
                {std::to_string(before.number)});
    }
    changed->version_ = version_;
    return changed;
}

PlanOfCare::PlanOfCare(PlanId id, PatientId patient, EpisodeId episode, UserId author, Details details, int version)
    : id_{id}
    , patient_{patient}
    , episode_{episode}
    , author_{author}
    , details_{std::move(details)}
    , version_{version}
{
}

CertificationClock certification_clock(PlanOfCare const& plan, Date first_treatment_day, Date today)
{
    constexpr int days_a_week = 7;
    PlanOfCare::Details const& details = plan.details();
    PlanCertification const& paper = details.certification;
    bool const again = is_recertification(plan, first_treatment_day);
    Date const first = again ? details.established : first_treatment_day;

    CertificationClock clock{};
    // A recertification is due when the interval before it ends.
    clock.due = again ? std::max(first, plus_days(first_treatment_day, interval_days - 1))
                      : plus_days(first, first_signature_days);
    clock.interval_ends = plus_days(first, std::min(details.weeks * days_a_week, interval_days) - 1);
    bool verbal_holds = false;
    if (paper.verbal_order && !paper.signed_on) {
        clock.verbal_signature_due = plus_days(*paper.verbal_order, verbal_signature_days);
        verbal_holds = today <= *clock.verbal_signature_due;
    }
    clock.certified = paper.signed_on || verbal_holds || order_replaces_signature(plan, first_treatment_day);
    clock.days_left = days_between(today, clock.certified ? clock.interval_ends : clock.due);
    return clock;
}

ProgressReportClock progress_report_clock(std::span<Date const> treatment_days, std::span<Date const> report_days)
{
    std::vector<Date> const days = distinct(treatment_days);
    auto const last_report = std::ranges::max_element(report_days);
    // The next period starts on the next treatment day after the report.
    auto const first = last_report == report_days.end() ? days.begin() : std::ranges::upper_bound(days, *last_report);
    int const since = static_cast<int>(days.end() - first);
    return {since, report_every_days - since};
}

} // namespace plumbline
