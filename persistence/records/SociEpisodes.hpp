// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/store/Records.hpp"
#include "persistence/Session.hpp"

namespace plumbline::persistence {

class SociEpisodes final : public Episodes {
public:
    explicit SociEpisodes(Session& session) noexcept
        : session_{session}
    {
    }
    [[nodiscard]] std::optional<Episode> find(EpisodeId id) const override;
    [[nodiscard]] std::vector<Episode> of_patient(PatientId patient) const override;
    [[nodiscard]] Result<void> keep(Episode const& episode) override;

private:
    void write_diagnoses(Episode const& episode);
    Session& session_;
};

} // namespace plumbline::persistence
