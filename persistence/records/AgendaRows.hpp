// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/store/Agenda.hpp"
#include "persistence/Session.hpp"

#include <string_view>

namespace plumbline::persistence {

/// The days, and the clinician if only one is meant, that the statements below are about.
struct AgendaRange {
    Date from{}, to{};
    std::optional<UserId> clinician{};
};

void read_people(Session& session, AgendaRange const& range, Agenda& agenda);
void read_notes(Session& session, AgendaRange const& range, Agenda& agenda);
void read_episodes(Session& session, AgendaRange const& range, Agenda& agenda);
void read_treatment_days(Session& session, AgendaRange const& range, Agenda& agenda);
void read_report_days(Session& session, AgendaRange const& range, Agenda& agenda);
void read_coming_days(Session& session, AgendaRange const& range, Date today, Agenda& agenda);
void read_plans(Session& session, AgendaRange const& range, Agenda& agenda);
void read_authorizations_of(Session& session, AgendaRange const& range, Agenda& agenda);

} // namespace plumbline::persistence
