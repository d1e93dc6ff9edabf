// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/store/Records.hpp"
#include "persistence/Session.hpp"

namespace plumbline::persistence {

class SociDeferrals final : public Deferrals {
public:
    explicit SociDeferrals(Session& session) noexcept
        : session_{session}
    {
    }
    [[nodiscard]] std::optional<Deferral> newest(EpisodeId episode) const override;
    [[nodiscard]] Result<void> keep(Deferral const& deferral) override;

private:
    Session& session_;
};

} // namespace plumbline::persistence
