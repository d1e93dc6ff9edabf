// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/store/Records.hpp"
#include "persistence/Session.hpp"

namespace plumbline::persistence {

class SociVisits final : public Visits {
public:
    explicit SociVisits(Session& session) noexcept
        : session_{session}
    {
    }
    [[nodiscard]] std::optional<Visit> find(VisitId id) const override;
    [[nodiscard]] std::vector<Visit> of_episode(EpisodeId episode) const override;
    [[nodiscard]] std::vector<Visit> of_patient(PatientId patient) const override;
    [[nodiscard]] std::vector<VisitRow> rows_of_episode(EpisodeId episode) const override;
    [[nodiscard]] std::optional<Visit> last_before(EpisodeId episode, ClinicTime start) const override;
    [[nodiscard]] std::optional<VisitId> of_appointment(AppointmentId appointment) const override;
    /// Oldest first.
    [[nodiscard]] std::vector<UnsignedNote> unsigned_notes(std::optional<UserId> provider, int limit) const override;
    [[nodiscard]] std::int64_t count() const override;
    [[nodiscard]] Result<void> keep(Visit const& visit) override;
    [[nodiscard]] Result<void> drop(Visit const& visit) override;

private:
    [[nodiscard]] Result<void> insert(Visit const& visit);
    [[nodiscard]] Result<void> update(Visit const& visit);
    [[nodiscard]] Result<void> update_sealed(Visit const& visit);
    void add_addenda(Visit const& visit, std::size_t kept);
    void seal(Visit const& visit);

    Session& session_;
};

} // namespace plumbline::persistence
