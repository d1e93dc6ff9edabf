// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/store/Records.hpp"
#include "persistence/Session.hpp"

namespace plumbline::persistence {

/// Scores are kept as the raw answers; a kept one never changes.
class SociOutcomeScores final : public OutcomeScores {
public:
    explicit SociOutcomeScores(Session& session) noexcept
        : session_{session}
    {
    }
    [[nodiscard]] std::vector<OutcomeScore> of_episode(EpisodeId episode) const override;
    [[nodiscard]] Result<void> keep(OutcomeScore const& score) override;

private:
    Session& session_;
};

} // namespace plumbline::persistence
