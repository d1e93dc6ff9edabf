// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/scheduling/Appointment.hpp"
#include "persistence/Session.hpp"

namespace plumbline::persistence {

class SociAppointments final : public Appointments {
public:
    explicit SociAppointments(Session& session) noexcept
        : session_{session}
    {
    }
    [[nodiscard]] std::optional<Appointment> find(AppointmentId id) const override;
    [[nodiscard]] std::vector<Appointment> between(Date from, Date to, std::optional<UserId> clinician) const override;
    /// By start.
    [[nodiscard]] std::vector<Appointment> of_patient(PatientId patient, Date from, int limit) const override;
    [[nodiscard]] Result<void> keep(Appointment const& appointment) override;

private:
    [[nodiscard]] Result<void> free_for(Appointment const& appointment) const;
    Session& session_;
};

} // namespace plumbline::persistence
