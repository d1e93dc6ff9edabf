// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/patients/Authorization.hpp"
#include "persistence/Session.hpp"

namespace plumbline::persistence {

class SociAuthorizations final : public Authorizations {
public:
    explicit SociAuthorizations(Session& session) noexcept
        : session_{session}
    {
    }
    [[nodiscard]] std::optional<Authorization> find(AuthorizationId id) const override;
    [[nodiscard]] std::vector<Authorization> of_patient(PatientId patient) const override;
    [[nodiscard]] Result<void> keep(Authorization const& authorization) override;

private:
    Session& session_;
};

/// Columns: id, patient_id, episode_id, kind, payer, number, visits, units, visits_before, units_before, from_on,
/// until_on, note, ended, version.
[[nodiscard]] std::vector<Authorization> read_authorizations(Query& query);

} // namespace plumbline::persistence
