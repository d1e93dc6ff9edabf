// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/store/Records.hpp"
#include "persistence/Session.hpp"

namespace plumbline::persistence {

/// A goal's history is only added to: keep() refuses a plan that leaves out what was kept before.
class SociPlans final : public Plans {
public:
    explicit SociPlans(Session& session) noexcept
        : session_{session}
    {
    }
    [[nodiscard]] std::optional<PlanOfCare> find(PlanId id) const override;
    [[nodiscard]] std::vector<PlanOfCare> of_episode(EpisodeId episode) const override;
    [[nodiscard]] Result<void> keep(PlanOfCare const& plan) override;

private:
    [[nodiscard]] Result<void> insert(PlanOfCare const& plan);
    [[nodiscard]] Result<void> update(PlanOfCare const& plan);
    void write_goal(PlanId plan, Goal const& goal, std::size_t position);
    void add_statuses(PlanId plan, Goal const& goal, std::size_t kept);
    void seal(PlanOfCare const& plan);

    Session& session_;
};

} // namespace plumbline::persistence
