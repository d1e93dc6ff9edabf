// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/core/Id.hpp"
#include "domain/core/Result.hpp"
#include "domain/core/Time.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace plumbline {

/// Outcome measures scored here. Only labels and scoring, never a questionnaire's wording.
enum class Measure { Nprs, Odi, Rmdq, Ndi, Psfs };

enum class Better { Lower, Higher };

/// What is known of a measure: range, error and the change that matters, each with its source.
struct MeasureFacts {
    Measure measure;
    std::string_view code; ///< `odi`, as stored and typed on the command line.
    std::string_view name; ///< `Oswestry Disability Index`
    std::string_view unit; ///< `%`, `of 10`, `of 24`, `of 50`
    double lowest, highest;
    Better better;
    double mdc;  ///< Minimal detectable change, in the measure's unit.
    double mcid; ///< Minimal clinically important change, in the measure's unit (Ostelo 2008 and others).
    int items_least, items_most; ///< Answers needed at least, and items at most.
    int item_lowest, item_highest;
    std::string_view source;
};
[[nodiscard]] MeasureFacts const& facts(Measure measure) noexcept;
[[nodiscard]] std::span<MeasureFacts const> all_measures() noexcept;
[[nodiscard]] Result<Measure> measure_from_code(std::string_view code);
/// Section labels of ODI and NDI in order; empty for the others.
[[nodiscard]] std::span<std::string_view const> item_labels(Measure measure) noexcept;

/// A computed score. Value is unrounded (ODI 16 of 45 is 35.55...), shown() has one decimal at most.
struct Score {
    Measure measure{};
    double value = 0;
    int answered = 0;
    int items = 0;
    std::string_view band; ///< `moderate`; empty where no band is agreed (RMDQ, PSFS).
    friend bool operator==(Score const&, Score const&) = default;
};
/// Unset items are unanswered. Missing rules of the fact book 2.3-2.6: ODI needs 8 of 10 and NDI 8 of 10,
/// proportional; RMDQ counts ticks (1) and takes an unanswered one as 0; PSFS 1 to 5 activities, mean;
/// NPRS must be answered. Refuses items outside their range, and lists of another length than the measure has:
/// an unanswered item is unset, never left out.
[[nodiscard]] Result<Score> score(Measure measure, std::span<std::optional<int> const> items);
[[nodiscard]] std::string shown(double value);
/// Severity of a value, rounded half up to a whole number first; empty where no band is agreed.
[[nodiscard]] std::string_view band(Measure measure, double value) noexcept;

/// Positive is improvement, whichever way the measure runs.
[[nodiscard]] double improvement(Measure measure, double baseline, double current) noexcept;
/// The least improvement that matters: MCID or 30 % of baseline, whichever is reached first (Ostelo 2008).
[[nodiscard]] double important_change(Measure measure, double baseline) noexcept;
enum class Change { Improved, NotImproved, Worse };
/// Improved at >= MCID or >= 30 % of baseline (Ostelo 2008); Worse at >= MDC the other way.
[[nodiscard]] Change judge(Measure measure, double baseline, double current) noexcept;

/// One questionnaire or scale filled in on a day. Raw answers are kept; the score follows from them. What was taken for an
/// evaluation is sealed with it.
class OutcomeScore {
public:
    [[nodiscard]] static Result<OutcomeScore> create(ScoreId id, PatientId patient, EpisodeId episode, Date on,
        Measure measure, std::vector<std::optional<int>> items, UserId author,
        std::optional<EvaluationId> evaluation = {}, int version = 0);
    /// The same questionnaire with other answers or another day.
    [[nodiscard]] Result<OutcomeScore> with(
        Date on, std::vector<std::optional<int>> items, std::optional<EvaluationId> evaluation) const;
    [[nodiscard]] ScoreId id() const noexcept { return id_; }
    [[nodiscard]] PatientId patient() const noexcept { return patient_; }
    [[nodiscard]] EpisodeId episode() const noexcept { return episode_; }
    [[nodiscard]] Date on() const noexcept { return on_; }
    [[nodiscard]] std::vector<std::optional<int>> const& items() const noexcept { return items_; }
    [[nodiscard]] Score const& score() const noexcept { return score_; }
    [[nodiscard]] UserId author() const noexcept { return author_; }
    [[nodiscard]] std::optional<EvaluationId> evaluation() const noexcept { return evaluation_; }
    [[nodiscard]] int version() const noexcept { return version_; }
    friend bool operator==(OutcomeScore const&, OutcomeScore const&) = default;

private:
    OutcomeScore(ScoreId, PatientId, EpisodeId, Date, std::vector<std::optional<int>>, Score, UserId,
        std::optional<EvaluationId>, int version);
    ScoreId id_;
    PatientId patient_;
    EpisodeId episode_;
    Date on_;
    std::vector<std::optional<int>> items_;
    Score score_;
    UserId author_;
    std::optional<EvaluationId> evaluation_;
    int version_;
};

} // namespace plumbline
