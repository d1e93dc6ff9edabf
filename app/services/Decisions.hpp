// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/services/Chart.hpp"
#include "app/services/Today.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace plumbline::app {

/// Precautions that are themselves warning signs with a pathway of their own (fact book 4.2).
[[nodiscard]] bool is_red_flag(std::string_view condition) noexcept;

/// A decision that was put off and may not be asked yet.
struct PutOff {
    Date until{};
    std::string reason;
    std::string by; ///< Name with credentials.
    friend bool operator==(PutOff const&, PutOff const&) = default;
};

/// What the review of an episode asks to be decided, if anything, and whether it was put off.
struct EpisodeDecision {
    std::optional<DecisionRow> row;
    std::optional<PutOff> put_off;
    friend bool operator==(EpisodeDecision const&, EpisodeDecision const&) = default;
};
/// From a chart that is read already; only the deferral is looked up.
[[nodiscard]] EpisodeDecision decision_of(Records const& records, Chart const& chart, Date day);

/// One day that a decision rests on.
struct FactLine {
    Date on{};
    std::string what;    ///< `visit 14`, `evaluation`, `questionnaire`
    std::string figures; ///< `pain 6 of 10 · exercise`
    std::optional<VisitId> visit{};
    friend bool operator==(FactLine const&, FactLine const&) = default;
};
struct DecisionFacts {
    DecisionRow row;
    std::vector<std::string> judgments; ///< One a measure: from, to, what would have been an important change.
    std::vector<FactLine> lines;        ///< Newest first.
    std::optional<PutOff> put_off;
    friend bool operator==(DecisionFacts const&, DecisionFacts const&) = default;
};
/// NotFound when the episode asks for no decision any more.
[[nodiscard]] Result<DecisionFacts> decision_facts(
    Records const& records, Context const& context, PatientId patient, EpisodeId episode);

/// At most eight weeks, as long as the review's own window; a reason is needed. The id is made by the caller.
inline constexpr int longest_deferral_days = 56;
struct DeferRequest {
    DeferralId id{0};
    PatientId patient{0};
    EpisodeId episode{0};
    Date until{};
    std::string reason;
};
[[nodiscard]] Result<void> put_off_decision(Records& records, Context const& context, DeferRequest const& request);
/// Asks again at once; what was written stays on record.
[[nodiscard]] Result<void> take_up_decision(
    Records& records, Context const& context, DeferralId id, PatientId patient, EpisodeId episode);

} // namespace plumbline::app
