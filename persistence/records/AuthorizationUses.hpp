// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/patients/Authorization.hpp"
#include "persistence/Session.hpp"

#include <map>

namespace plumbline::persistence {

using AuthorizationUses = std::map<AuthorizationId, AuthorizationUse>;

/// Columns: authorization, day; each pair once.
void add_visits(Query& query, AuthorizationUses& used);
/// Columns: authorization, day, rule of units, service code, timed, minutes.
void add_units(Query& query, AuthorizationUses& used);
/// What was used before this program kept the visits.
void add_before(Authorization const& authorization, AuthorizationUses& used);

} // namespace plumbline::persistence
