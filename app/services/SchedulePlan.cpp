// SPDX-License-Identifier: Apache-2.0
#include "app/services/Allowance.hpp"
#include "app/services/Booking.hpp"
#include "app/services/Common.hpp"
#include "app/services/ScheduleOpenings.hpp"
#include "app/services/ScheduleSeries.hpp"

#include <algorithm>
#include <cmath>
#include <set>

namespace plumbline::app {

namespace {

constexpr int days_a_week = 7;
constexpr int most_appointments = 500;

/// How many visits may be planned, and where none of them may be.
struct Bounds {
    int visits = 0;
    std::set<Date> taken{};   ///< Days that have a visit or an appointment already.
    std::set<Date> counted{}; ///< Those of them that are visits of the plan: an evaluation is none.
    std::vector<Message> limits{};
};

Bounds bounds_of(Records const& records, Date today, Episode const& episode, PlanOfCare const& plan)
{
    Bounds bounds{.visits = plan.planned_visits()};
    for (VisitRow const& visit : records.visits().rows_of_episode(episode.id()))
        if (visit.sealed || visit.minutes > 0)
            bounds.counted.insert(day_of(visit.start));
    for (Appointment const& one : records.appointments().of_patient(episode.patient(), today, most_appointments)) {
        if (!takes_time(one) || one.details().episode != episode.id())
            continue;
        bounds.taken.insert(day_of(one.details().start));
        if (one.details().type != AppointmentType::Evaluation)
            bounds.counted.insert(day_of(one.details().start));
    }
    for (Evaluation const& evaluation : records.evaluations().of_episode(episode.id()))
        bounds.taken.insert(evaluation.details().on);
    bounds.taken.insert(bounds.counted.begin(), bounds.counted.end());
    auto const since_plan = static_cast<int>(
        std::ranges::count_if(bounds.counted, [&](Date day) { return day >= plan.details().established; }));
    if (since_plan > 0) {
        bounds.visits = std::max(bounds.visits - since_plan, 0);
        bounds.limits.push_back(
            {tr_noop("{0} visits of this plan have been treated or booked already."), {std::to_string(since_plan)}});
    }
    return bounds;
}

/// How well an opening suits: first the day that lies best between the visits of the week, then the hour.
struct Suits {
    int day = 0;
    long hour = 0;
    friend auto operator<=>(Suits const&, Suits const&) = default;
};

/// Chooses one opening a visit, week by week, with the days of a week as far apart as its frequency asks.
class Planner {
public:
    Planner(
        PlanWish const& wish, PlanOfCare const& plan, Bounds bounds, Allowance allowance, std::vector<Opening> openings)
        : wish_{wish}
        , gap_{std::max(1, days_a_week / std::max(plan.details().visits_per_week, 1))}
        , a_week_{plan.details().visits_per_week}
        , bounds_{std::move(bounds)}
        , allowance_{std::move(allowance)}
        , openings_{std::move(openings)}
    {
    }
    [[nodiscard]] std::vector<Opening> chosen(Date last)
    {
        std::vector<Opening> visits;
        for (Date week = wish_.from; week <= last && std::ssize(visits) < bounds_.visits;
             week = plus_days(week, days_a_week)) {
            int const had = static_cast<int>(std::ranges::count_if(
                bounds_.counted, [&](Date day) { return day >= week && day < plus_days(week, days_a_week); }));
            Date ideal = plus_days(week, had * gap_);
            for (int nth = had; nth < a_week_ && std::ssize(visits) < bounds_.visits; ++nth) {
                auto const best = best_of(week, ideal);
                if (!best)
                    break;
                bounds_.taken.insert(day_of(best->start));
                allowance_.add(day_of(best->start));
                visits.push_back(*best);
                ideal = plus_days(day_of(best->start), gap_);
            }
        }
        std::ranges::sort(visits, {}, &Opening::start);
        return visits;
    }
    /// What kept visits out that there was time for.
    [[nodiscard]] std::vector<Message> const& limits() const noexcept { return limits_; }

private:
    [[nodiscard]] std::optional<Opening> best_of(Date week, Date ideal)
    {
        std::optional<Opening> best;
        Suits best_suits;
        for (Opening const& one : openings_) {
            Date const day = day_of(one.start);
            if (day < week || day >= plus_days(week, days_a_week) || bounds_.taken.contains(day) || !covered(day))
                continue;
            Minutes const time = one.start - at(day, Minutes{0});
            Suits const suits{
                std::abs(days_between(ideal, day)), std::abs((time - wish_.about.value_or(time)).count())};
            if (!best || suits < best_suits) {
                best = one;
                best_suits = suits;
            }
        }
        return best;
    }
    [[nodiscard]] bool covered(Date day)
    {
        auto const refusal = allowance_.against(day, wish_.type);
        if (refusal && std::ranges::find(limits_, refusal->message) == limits_.end())
            limits_.push_back(refusal->message);
        return !refusal;
    }

    PlanWish const& wish_;
    int gap_;
    int a_week_;
    Bounds bounds_;
    Allowance allowance_;
    std::vector<Opening> openings_;
    std::vector<Message> limits_;
};

Result<std::vector<Opening>> openings_for(
    Records const& records, Context const& context, PlanWish const& wish, PatientId patient, Minutes length, int days)
{
    OpeningsWish asked{.clinicians = {wish.clinician}, .patient = patient};
    asked.wanted.length = length;
    asked.wanted.from = wish.from;
    asked.wanted.days = days;
    asked.wanted.step = schedule_step(settings_of(records));
    asked.wanted.between = wish.between;
    asked.wanted.weekdays = wish.weekdays;
    asked.wanted.at_most = 100'000;
    for (ResourceId const resource : wish.resources)
        asked.wanted.one_of_each.push_back({resource});
    for (ResourceKind const kind : wish.any_of_kind) {
        std::vector<ResourceId> any;
        for (Resource const& one : records.resources().all())
            if (one.details().active && one.details().kind == kind)
                any.push_back(one.id());
        asked.wanted.one_of_each.push_back(std::move(any));
    }
    return openings(records, context, asked);
}

} // namespace

Result<VisitProposal> propose_plan(Records const& records, Context const& context, PlanWish const& wish)
{
    if (auto allowed = permit(context.actor, Action::EditSchedule); !allowed)
        return refuse(allowed.error());
    auto const episode = records.episodes().find(wish.episode);
    if (!episode)
        return refuse_missing_episode();
    auto const plans = records.plans().of_episode(wish.episode);
    if (plans.empty())
        return refuse(Refusal::Reason::Invalid, "episode", tr_noop("This episode has no plan of care yet."));
    PlanOfCare const& plan = plans.back();
    Bounds const bounds = bounds_of(records, context.today(), *episode, plan);
    Minutes const length = wish.length.value_or(type_rule_of(records, wish.type).length);
    int const days = plan.details().weeks * days_a_week * 2;
    auto found = openings_for(records, context, wish, episode->patient(), length, days);
    if (!found)
        return refuse(found.error());
    Allowance allowance{records, context.today(), episode->patient(), episode->id()};
    allowance.expect_units(length);
    Planner planner{wish, plan, bounds, std::move(allowance), *std::move(found)};
    VisitProposal proposal{.limits = bounds.limits, .asked = plan.planned_visits()};
    for (Opening const& opening : planner.chosen(plus_days(wish.from, days))) {
        Appointment::Details details{.patient = episode->patient(),
            .episode = episode->id(),
            .clinician = wish.clinician,
            .start = opening.start,
            .length = length,
            .type = wish.type,
            .arrived = {},
            .note = {},
            .resources = opening.resources};
        proposal.visits.push_back({.details = std::move(details)});
    }
    if (std::ssize(proposal.visits) == bounds.visits)
        return proposal;
    proposal.limits.insert(proposal.limits.end(), planner.limits().begin(), planner.limits().end());
    if (planner.limits().empty())
        proposal.limits.push_back({tr_noop("There is free time for {0} of {1} visits."),
            {std::to_string(proposal.visits.size()), std::to_string(bounds.visits)}});
    return proposal;
}

} // namespace plumbline::app
