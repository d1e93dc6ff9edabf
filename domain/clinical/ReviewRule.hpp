// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/clinical/Measure.hpp"
#include "domain/core/Time.hpp"

#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace plumbline {

/// A score of an episode, whoever took it: a questionnaire or the pain typed into a note.
struct DatedScore {
    Date on{};
    Measure measure{};
    double value = 0;
};

/// What the review of an episode looks at.
struct ReviewFacts {
    Date first_treatment_day{}; ///< Day 0.
    Date today{};
    int attended_visits = 0;
    int planned_visits = 0;           ///< Planned up to today; 0 when nothing was planned.
    int visits_with_exercise = 0;     ///< Active exercise.
    std::optional<int> global_change; ///< Global rating of change, -7 to +7, when asked.
    bool red_flag_open = false;
    bool chronic_without_leg_signs = false; ///< Chronic non-specific pain.
};

enum class ReviewOutcome {
    NotOpen,      ///< Before day 42, and nothing got worse.
    RedFlagFirst, ///< An open red flag has its own pathway.
    Improved,
    Partial, ///< Pain or function, not both: the PT decides.
    NoImprovement,
    Worse,             ///< At any day.
    TrialInsufficient, ///< Not improved, but not treated enough to say that treatment failed.
    ScoreNeeded,       ///< No current score, or none to compare it with.
    NothingToImprove,  ///< Every measure began below its floor.
};
[[nodiscard]] std::string_view label(ReviewOutcome) noexcept;

/// One measure from its baseline to now.
struct ReviewedMeasure {
    Measure measure{};
    double baseline = 0;
    std::optional<double> current; ///< Unset: a new score is needed.
    bool eligible = false;         ///< The baseline left room to improve.
    Change change = Change::NotImproved;
};

struct Review {
    ReviewOutcome outcome = ReviewOutcome::NotOpen;
    int day = 0;          ///< Since the first treatment day, which is day 0.
    bool overdue = false; ///< After day 56.
    /// Rather multidisciplinary rehabilitation than a surgical opinion (NICE NG59).
    bool suggests_rehabilitation = false;
    std::vector<ReviewedMeasure> measures{}; ///< Those with a baseline, pain first.
};

/// "No improvement after 6 to 8 weeks" made exact (fact book 4.4; Ostelo 2008 for the change that matters, ACR
/// 2021 for six weeks). A prompt with its reason, never a diagnosis.
[[nodiscard]] Review review(ReviewFacts const& facts, std::span<DatedScore const> scores);

} // namespace plumbline
