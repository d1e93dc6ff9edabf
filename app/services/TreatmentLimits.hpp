// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/access/User.hpp"
#include "domain/clinical/Visit.hpp"
#include "domain/patients/Patient.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace plumbline::app {

/// Codes of the patient's precautions that the matrix knows.
[[nodiscard]] std::vector<std::string> conditions_of(Patient const& patient);

/// Why this person may not give this treatment; none when it is not stopped or its override stands.
[[nodiscard]] std::optional<Refusal> stopped_by(
    Actor const& actor, std::span<std::string const> conditions, Intervention::Details const& details);
/// True when only the reason lets it through.
[[nodiscard]] bool is_override(std::span<std::string const> conditions, Intervention::Details const& details);

/// Every confirmed row that is stopped and has no override.
void add_stopped(Faults& faults, std::span<std::string const> conditions, std::span<Intervention const> rows);

/// NotAllowed when someone who may not override brings in a reason that was not kept before.
[[nodiscard]] Result<void> no_new_overrides(
    Actor const& actor, std::span<Intervention const> kept, std::span<Intervention const> written);

} // namespace plumbline::app
