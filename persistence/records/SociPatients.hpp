// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/patients/Patient.hpp"
#include "persistence/Session.hpp"
#include "persistence/records/PatientKeys.hpp"

#include <set>

namespace plumbline::persistence {

class SociPatients final : public Patients {
public:
    explicit SociPatients(Session& session) noexcept
        : session_{session}
    {
    }
    [[nodiscard]] std::optional<Patient> find(PatientId id) const override;
    [[nodiscard]] Result<void> keep(Patient const& patient) override;
    [[nodiscard]] std::vector<PatientRow> search(std::string_view text, int limit, int offset) const override;
    [[nodiscard]] std::int64_t count() const override;
    [[nodiscard]] std::vector<PatientRow> likely_duplicates(PersonName const& name, Date birth_date) const override;
    [[nodiscard]] std::optional<PatientId> by_record_number(std::string_view record_number) const override;
    [[nodiscard]] std::string next_record_number() override;
    [[nodiscard]] std::string likeness(PersonName const& name) const override;

private:
    [[nodiscard]] Result<void> insert(Patient const& patient);
    [[nodiscard]] Result<void> update(Patient const& patient);
    void add_keys(PatientId id, std::set<std::string> const& keys);
    void drop_keys(PatientId id, std::set<std::string> const& keys);
    [[nodiscard]] std::vector<PatientRow> rows(SearchStep const& step, int limit, int offset) const;
    [[nodiscard]] std::vector<PatientRow> distinct_rows(SearchStep const& step, int wanted) const;

    Session& session_;
};

} // namespace plumbline::persistence
