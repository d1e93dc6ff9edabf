// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/clinical/Visit.hpp"
#include "persistence/Session.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace plumbline::persistence {

/// Whole visits in three statements, however many there are: the visits, their interventions and their
/// addenda, each ordered by start and walked side by side.
struct VisitStatements {
    std::string visits, interventions, addenda;
};

/// The statements for the visits of one visit, episode or patient: `:key` is its id.
[[nodiscard]] VisitStatements const& visits_by_id();
[[nodiscard]] VisitStatements const& visits_by_episode();
[[nodiscard]] VisitStatements const& visits_by_patient();

/// Oldest first.
[[nodiscard]] std::vector<Visit> read_visits(Session& session, VisitStatements const& statements, std::int64_t key);

/// For a visit that was not stored before.
void add_interventions(Session& session, VisitId visit, std::vector<Intervention> const& interventions);
/// Brings the stored interventions of a visit to those given, touching only rows that differ.
void write_interventions(Session& session, VisitId visit, std::vector<Intervention> const& interventions);

} // namespace plumbline::persistence
