// SPDX-License-Identifier: Apache-2.0
#include "domain/clinical/ReviewRule.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace plumbline {

namespace {

// Fact book 4.4.
constexpr int opens_on_day = 42;
constexpr int overdue_after_day = 56;
constexpr int current_from_day = 35;
constexpr int baseline_window = 7;
constexpr int least_visits = 6;
constexpr int least_attendance_percent = 60;
constexpr int much_better = 3; ///< Global rating of change.

/// Below (PSFS: above) its floor a measure has no room to show a change that matters.
bool has_room(Measure measure, double baseline) noexcept
{
    switch (measure) {
    case Measure::Nprs:
        return baseline >= 3;
    case Measure::Odi:
        return baseline >= 12;
    case Measure::Rmdq:
        return baseline >= 4;
    case Measure::Ndi:
        return baseline >= 8;
    case Measure::Psfs:
        return baseline <= 7;
    }
    return false;
}

bool by_day(DatedScore const& a, DatedScore const& b) noexcept
{
    return a.on < b.on;
}

/// The first score of the first week around day 0, and the latest of all.
struct Ends {
    std::optional<DatedScore> baseline, latest;
};

Ends ends(Measure measure, Date day_zero, Date today, std::span<DatedScore const> scores)
{
    std::vector<DatedScore> own;
    std::ranges::copy_if(scores, std::back_inserter(own),
        [&](DatedScore const& score) { return score.measure == measure && score.on <= today; });
    std::ranges::stable_sort(own, by_day);
    Ends found;
    auto const first = std::ranges::find_if(
        own, [&](DatedScore const& score) { return std::abs(days_between(day_zero, score.on)) <= baseline_window; });
    if (first != own.end())
        found.baseline = *first;
    if (!own.empty())
        found.latest = own.back();
    return found;
}

/// Latest score of a measure against its baseline; current only when it is new enough.
struct Standing {
    ReviewedMeasure shown;
    bool worse = false; ///< By the latest score, however old.
};

std::optional<Standing> standing(Measure measure, ReviewFacts const& facts, std::span<DatedScore const> scores)
{
    auto const [baseline, latest] = ends(measure, facts.first_treatment_day, facts.today, scores);
    if (!baseline)
        return std::nullopt;
    Standing now{{.measure = measure,
        .baseline = baseline->value,
        .current = {},
        .eligible = has_room(measure, baseline->value)}};
    now.worse = judge(measure, baseline->value, latest->value) == Change::Worse;
    if (now.worse || days_between(facts.first_treatment_day, latest->on) >= current_from_day)
        now.shown.current = latest->value;
    if (now.shown.current)
        now.shown.change = judge(measure, baseline->value, *now.shown.current);
    return now;
}

bool adequate_trial(ReviewFacts const& facts) noexcept
{
    bool const attended =
        facts.planned_visits == 0 || facts.attended_visits * 100 >= facts.planned_visits * least_attendance_percent;
    return facts.attended_visits >= least_visits && facts.visits_with_exercise >= 1 && attended;
}

enum class Domain { NotMeasured, Improved, NotImproved };

/// Function has several measures: one that improved is enough.
Domain domain_of(std::span<ReviewedMeasure const> measures, bool pain) noexcept
{
    Domain found = Domain::NotMeasured;
    for (ReviewedMeasure const& one : measures) {
        if (!one.eligible || (one.measure == Measure::Nprs) != pain)
            continue;
        if (one.change == Change::Improved)
            return Domain::Improved;
        found = Domain::NotImproved;
    }
    return found;
}

ReviewOutcome judge_trial(ReviewFacts const& facts, std::span<ReviewedMeasure const> measures)
{
    Domain const pain = domain_of(measures, true);
    Domain const function = domain_of(measures, false);
    bool const some = pain == Domain::Improved || function == Domain::Improved;
    bool const all = pain != Domain::NotImproved && function != Domain::NotImproved;
    if (some)
        return all ? ReviewOutcome::Improved : ReviewOutcome::Partial;
    if (facts.global_change && *facts.global_change >= much_better)
        return ReviewOutcome::Partial;
    return adequate_trial(facts) ? ReviewOutcome::NoImprovement : ReviewOutcome::TrialInsufficient;
}

ReviewOutcome outcome(ReviewFacts const& facts, Review const& so_far, bool worse)
{
    auto const lacks_current = [](ReviewedMeasure const& one) { return one.eligible && !one.current; };
    if (facts.red_flag_open)
        return ReviewOutcome::RedFlagFirst;
    if (worse)
        return ReviewOutcome::Worse;
    if (so_far.day < opens_on_day)
        return ReviewOutcome::NotOpen;
    if (so_far.measures.empty() || std::ranges::any_of(so_far.measures, lacks_current))
        return ReviewOutcome::ScoreNeeded;
    if (std::ranges::none_of(so_far.measures, &ReviewedMeasure::eligible))
        return ReviewOutcome::NothingToImprove;
    return judge_trial(facts, so_far.measures);
}

} // namespace

std::string_view label(ReviewOutcome outcome) noexcept
{
    switch (outcome) {
    case ReviewOutcome::NotOpen:
        return tr_noop("review not yet open");
    case ReviewOutcome::RedFlagFirst:
        return tr_noop("warning sign open");
    case ReviewOutcome::Improved:
        return tr_noop("improved");
    case ReviewOutcome::Partial:
        return tr_noop("partly improved");
    case ReviewOutcome::NoImprovement:
        return tr_noop("no improvement");
    case ReviewOutcome::Worse:
        return tr_noop("worse");
    case ReviewOutcome::TrialInsufficient:
        return tr_noop("trial insufficient");
    case ReviewOutcome::ScoreNeeded:
        return tr_noop("score needed");
    case ReviewOutcome::NothingToImprove:
        return tr_noop("little complaint at the start");
    }
    return {};
}

Review review(ReviewFacts const& facts, std::span<DatedScore const> scores)
{
    constexpr std::array pain_first{Measure::Nprs, Measure::Odi, Measure::Rmdq, Measure::Ndi, Measure::Psfs};
    Review found{.day = days_between(facts.first_treatment_day, facts.today)};
    found.overdue = found.day > overdue_after_day;
    bool worse = false;
    for (Measure const measure : pain_first)
        if (auto const one = standing(measure, facts, scores)) {
            found.measures.push_back(one->shown);
            worse = worse || one->worse;
        }
    found.outcome = outcome(facts, found, worse);
    found.suggests_rehabilitation = facts.chronic_without_leg_signs
        && (found.outcome == ReviewOutcome::NoImprovement || found.outcome == ReviewOutcome::Worse);
    return found;
}

} // namespace plumbline
