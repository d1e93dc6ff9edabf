// SPDX-License-Identifier: Apache-2.0
#include "app/services/Standing.hpp"

#include <algorithm>

namespace plumbline::app {

VisitRow row_of(Visit const& visit)
{
    return {.id = visit.id(),
        .start = visit.details().start,
        .provider = visit.details().provider,
        .sealed = visit.seal().has_value(),
        .minutes = visit.total_minutes()};
}

Standing standing(std::span<VisitRow const> visits, std::span<Evaluation const> evaluations,
    std::span<PlanOfCare const> plans, std::span<Date const> report_days, Date today)
{
    Standing now;
    for (VisitRow const& visit : visits)
        if (visit.sealed || visit.minutes > 0)
            now.treatment_days.push_back(day_of(visit.start));
    for (Evaluation const& evaluation : evaluations)
        now.treatment_days.push_back(evaluation.details().on);
    std::ranges::sort(now.treatment_days);
    auto const doubles = std::ranges::unique(now.treatment_days);
    now.treatment_days.erase(doubles.begin(), doubles.end());

    now.progress = progress_report_clock(now.treatment_days, report_days);
    now.certification = certification_clock(plans, now.treatment_days, today);
    return now;
}

int number_within(
    AuthorizationStanding const& standing, std::span<Date const> treatment_days, int booked_before, Date day)
{
    auto const since = std::ranges::count_if(treatment_days, [&](Date one) { return one >= day; });
    return std::max(standing.used.visits - static_cast<int>(since), 0) + booked_before + 1;
}

} // namespace plumbline::app
