// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/scheduling/Appointment.hpp"
#include "persistence/Session.hpp"

#include <string_view>
#include <vector>

namespace plumbline::persistence {

/// The start of every statement that reads appointments; `a` is the table.
[[nodiscard]] Query appointments_where(Session& session, std::string_view condition);
/// Those of either condition, each once.
[[nodiscard]] Query appointments_where_either(Session& session, std::string_view one, std::string_view other);
[[nodiscard]] std::vector<Appointment> read_appointments(Query& query);

/// Writes the row, and what it holds of resources, as version 1.
void insert_appointment(Session& session, Appointment const& appointment);
/// False when the version is outdated.
[[nodiscard]] bool update_appointment(Session& session, Appointment const& appointment);
/// Takes a stored appointment out of everybody's way until it is written again in the same transaction.
void park_appointment(Session& session, AppointmentId id);

} // namespace plumbline::persistence
