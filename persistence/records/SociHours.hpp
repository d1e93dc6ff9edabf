// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/scheduling/WorkingHours.hpp"
#include "persistence/Session.hpp"

namespace plumbline::persistence {

class SociHours final : public ClinicianHours {
public:
    explicit SociHours(Session& session) noexcept
        : session_{session}
    {
    }
    [[nodiscard]] std::optional<WorkingHours> of(UserId clinician) const override;
    [[nodiscard]] std::vector<WorkingHours> all() const override;
    [[nodiscard]] Result<void> keep(WorkingHours const& hours) override;

private:
    void write_exceptions(WorkingHours const& hours);
    Session& session_;
};

} // namespace plumbline::persistence
