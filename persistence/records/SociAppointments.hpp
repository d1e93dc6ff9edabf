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
    [[nodiscard]] std::vector<Appointment> of_series(SeriesId series) const override;
    [[nodiscard]] std::vector<DayCount> counts(Date from, Date to, std::optional<UserId> clinician) const override;
    [[nodiscard]] std::vector<Appointment> clashing(Appointment const& wanted) const override;
    [[nodiscard]] Result<void> keep(Appointment const& appointment) override;
    [[nodiscard]] Result<void> keep_all(std::span<Appointment const> appointments) override;
    [[nodiscard]] Result<void> remove(AppointmentId id, int version) override;

private:
    enum class Standing { New, Stored, Repeated };
    [[nodiscard]] Result<Standing> standing(Appointment const& appointment) const;
    [[nodiscard]] Result<void> write(Appointment const& appointment, Standing standing);
    Session& session_;
};

} // namespace plumbline::persistence
