// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/store/Records.hpp"
#include "persistence/Session.hpp"

namespace plumbline::persistence {

class SociEvaluations final : public Evaluations {
public:
    explicit SociEvaluations(Session& session) noexcept
        : session_{session}
    {
    }
    [[nodiscard]] std::optional<Evaluation> find(EvaluationId id) const override;
    [[nodiscard]] std::vector<Evaluation> of_episode(EpisodeId episode) const override;
    [[nodiscard]] Result<void> keep(Evaluation const& evaluation) override;

private:
    [[nodiscard]] Result<void> insert(Evaluation const& evaluation);
    [[nodiscard]] Result<void> update(Evaluation const& evaluation);
    void write_motions(Evaluation const& evaluation);
    void seal(Evaluation const& evaluation);

    Session& session_;
};

} // namespace plumbline::persistence
