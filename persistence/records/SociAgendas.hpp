// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/store/Agenda.hpp"
#include "persistence/Session.hpp"

namespace plumbline::persistence {

/// A dozen statements for any number of days and people: each joins the range of days anew instead of asking
/// appointment by appointment.
class SociAgendas final : public Agendas {
public:
    explicit SociAgendas(Session& session) noexcept
        : session_{session}
    {
    }
    [[nodiscard]] Agenda of_days(Date from, Date to, std::optional<UserId> clinician, Date today) const override;
    [[nodiscard]] AuthorizationUse use_of(AuthorizationId authorization) const override;

private:
    Session& session_;
};

} // namespace plumbline::persistence
