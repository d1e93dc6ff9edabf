// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/store/Clinic.hpp"
#include "persistence/AuditChain.hpp"
#include "persistence/Database.hpp"

#include <string>
#include <vector>

namespace plumbline::persistence {

/// What is wrong with the storage itself: schema, pages, references. Without patient data.
[[nodiscard]] std::vector<std::string> storage_problems(Session& session);

/// Signed notes and evaluations that no longer are what was signed, or are gone. By id only.
[[nodiscard]] std::vector<std::string> seal_problems(Database& database);

/// The sentence for a verdict that is not ok.
[[nodiscard]] std::string audit_problem(AuditVerdict const& verdict);

} // namespace plumbline::persistence
