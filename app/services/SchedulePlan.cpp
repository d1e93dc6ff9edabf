// SPDX-License-Identifier: Apache-2.0
#include "app/services/Booking.hpp"
#include "app/services/Common.hpp"
#include "app/services/ScheduleOpenings.hpp"
#include "app/services/ScheduleSeries.hpp"
#include "app/services/Standing.hpp"

#include <algorithm>
#include <cmath>
#include <set>

namespace plumbline::app {

namespace {

constexpr int days_a_week = 7;
constexpr int most_appointments = 500;

/// How far visits may be planned, and how many.
struct Bounds {
    int visits = 0;
    std::optional<Date> until{};
    std::set<Date> taken{}; ///< Days that have a visit or an appointment already.
    std::vector<Message> limits{};
};

void limit_visits(Bounds& bounds, int most, std::string_view words)
{
    if (most >= bounds.visits)
        return;
    bounds.visits = std::max(most, 0);
    bounds.limits.push_back({words, {std::to_string(bounds.visits)}});
}

void limit_days(Bounds& bounds, Date until, std::string_view words)
{
    if (bounds.until && *bounds.until <= until)
        return;
    bounds.until = until;
    bounds.limits.push_back({words, {to_words(until)}});
}

int still_to_come(Bounds const& bounds, Date today)
{
    return static_cast<int>(std::ranges::count_if(bounds.taken, [&](Date day) { return day >= today; }));
}

void add_authorizations(
    Bounds& bounds, Records const& records, Episode const& episode, Date today, AuthorizationAlert const& alert)
{
    auto const all = records.authorizations().of_patient(episode.patient());
    auto const use = [&](AuthorizationId id) { return records.agendas().use_of(id); };
    for (auto const kind : {AuthorizationKind::Payer, AuthorizationKind::Referral}) {
        auto const standing = in_force(all, kind, episode.id(), today, use, alert);
        if (!standing)
            continue;
        bool const payer = kind == AuthorizationKind::Payer;
        if (standing->visits_left)
            limit_visits(bounds, *standing->visits_left - still_to_come(bounds, today),
                payer ? tr_noop("The authorization allows {0} more visits.")
                      : tr_noop("The referral allows {0} more visits."));
        if (standing->until)
            limit_days(bounds, *standing->until,
                payer ? tr_noop("The authorization ends on {0}.") : tr_noop("The referral ends on {0}."));
    }
}

Bounds bounds_of(
    Records const& records, Context const& context, Episode const& episode, std::span<PlanOfCare const> plans)
{
    PlanOfCare const& plan = plans.back();
    Bounds bounds{.visits = plan.planned_visits()};
    Date const today = context.today();
    auto const now = standing(records.visits().rows_of_episode(episode.id()),
        records.evaluations().of_episode(episode.id()), plans, {}, today);
    bounds.taken.insert(now.treatment_days.begin(), now.treatment_days.end());
    for (Appointment const& one : records.appointments().of_patient(episode.patient(), today, most_appointments))
        if (takes_time(one) && one.details().episode == episode.id())
            bounds.taken.insert(day_of(one.details().start));
    int const since_plan = static_cast<int>(
        std::ranges::count_if(bounds.taken, [&](Date day) { return day >= plan.details().established; }));
    if (since_plan > 0) {
        bounds.visits = std::max(bounds.visits - since_plan, 0);
        bounds.limits.push_back(
            {tr_noop("{0} visits of this plan have been treated or booked already."), {std::to_string(since_plan)}});
    }
    add_authorizations(bounds, records, episode, today, authorization_alert(settings_of(records)));
    if (now.certification)
        limit_days(bounds, now.certification->interval_ends, tr_noop("The certification ends on {0}."));
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
    Planner(PlanWish const& wish, PlanOfCare const& plan, Bounds bounds, std::vector<Opening> openings)
        : wish_{wish}
        , gap_{std::max(1, days_a_week / std::max(plan.details().visits_per_week, 1))}
        , a_week_{plan.details().visits_per_week}
        , bounds_{std::move(bounds)}
        , openings_{std::move(openings)}
    {
    }
    [[nodiscard]] std::vector<Opening> chosen()
    {
        std::vector<Opening> visits;
        Date const last = bounds_.until.value_or(plus_days(wish_.from, 366));
        for (Date week = wish_.from; week <= last && std::ssize(visits) < bounds_.visits;
             week = plus_days(week, days_a_week)) {
            int const had = static_cast<int>(std::ranges::count_if(
                bounds_.taken, [&](Date day) { return day >= week && day < plus_days(week, days_a_week); }));
            for (int nth = had; nth < a_week_ && std::ssize(visits) < bounds_.visits; ++nth) {
                auto const best = best_of(week, plus_days(week, nth * gap_), last);
                if (!best)
                    break;
                bounds_.taken.insert(day_of(best->start));
                visits.push_back(*best);
            }
        }
        std::ranges::sort(visits, {}, &Opening::start);
        return visits;
    }

private:
    [[nodiscard]] std::optional<Opening> best_of(Date week, Date ideal, Date last) const
    {
        std::optional<Opening> best;
        Suits best_suits;
        for (Opening const& one : openings_) {
            Date const day = day_of(one.start);
            if (day < week || day >= plus_days(week, days_a_week) || day > last || bounds_.taken.contains(day))
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

    PlanWish const& wish_;
    int gap_;
    int a_week_;
    Bounds bounds_;
    std::vector<Opening> openings_;
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
    Bounds const bounds = bounds_of(records, context, *episode, plans);
    Minutes const length = wish.length.value_or(type_rule_of(records, wish.type).length);
    int const most_days = plan.details().weeks * days_a_week * 2;
    int const days = bounds.until ? std::clamp(days_between(wish.from, *bounds.until) + 1, 0, most_days) : most_days;
    auto found = openings_for(records, context, wish, episode->patient(), length, days);
    if (!found)
        return refuse(found.error());
    VisitProposal proposal{.limits = bounds.limits, .asked = plan.planned_visits()};
    for (Opening const& opening : Planner{wish, plan, bounds, *std::move(found)}.chosen()) {
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
    if (std::ssize(proposal.visits) < bounds.visits)
        proposal.limits.push_back({tr_noop("There is free time for {0} of {1} visits."),
            {std::to_string(proposal.visits.size()), std::to_string(bounds.visits)}});
    return proposal;
}

} // namespace plumbline::app
