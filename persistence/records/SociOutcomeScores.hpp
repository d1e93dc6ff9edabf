// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/store/Records.hpp"
#include "persistence/Session.hpp"

namespace plumbline::persistence {

/// Answers as they are stored, in order.
[[nodiscard]] std::vector<std::optional<int>> stored_items(std::string_view text);

/// Scores are kept as the raw answers; those of a signed evaluation never change.
class SociOutcomeScores final : public OutcomeScores {
public:
    explicit SociOutcomeScores(Session& session) noexcept
        : session_{session}
    {
    }
    [[nodiscard]] std::vector<OutcomeScore> of_episode(EpisodeId episode) const override;
    [[nodiscard]] std::optional<OutcomeScore> find(ScoreId id) const override;
    [[nodiscard]] Result<void> keep(OutcomeScore const& score) override;
    [[nodiscard]] Result<void> drop(OutcomeScore const& score) override;

private:
    [[nodiscard]] Result<void> insert(OutcomeScore const& score);
    [[nodiscard]] Result<void> update(OutcomeScore const& score);
    [[nodiscard]] bool is_sealed(ScoreId id) const;
    Session& session_;
};

} // namespace plumbline::persistence
