// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/store/Records.hpp"

#include <optional>
#include <span>
#include <vector>

namespace plumbline::app {

/// Where an episode stands in its clocks on a day.
struct Standing {
    std::vector<Date> treatment_days; ///< Distinct, ascending; the day of an evaluation is one.
    ProgressReportClock progress;
    std::optional<CertificationClock> certification; ///< None without a plan of care.
};

[[nodiscard]] VisitRow row_of(Visit const& visit);

/// A visit counts once it is signed or has minutes: a note opened by mistake is no treatment. An evaluation counts from
/// its draft on, because a clock that runs too early only warns too early. Plans oldest first.
[[nodiscard]] Standing standing(std::span<VisitRow const> visits, std::span<Evaluation const> evaluations,
    std::span<PlanOfCare const> plans, std::span<Date const> report_days, Date today);

/// Which visit of its authorization the one of a day will be, which may not be the first of the episode: after those
/// used before that day and so many that are booked before it.
[[nodiscard]] int number_within(
    AuthorizationStanding const& standing, std::span<Date const> treatment_days, int booked_before, Date day);

} // namespace plumbline::app
