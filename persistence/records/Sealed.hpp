// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/core/Id.hpp"
#include "persistence/Session.hpp"

#include <vector>

namespace plumbline::persistence {

/// All that carries a signature, for the check that recomputes them. By id.
[[nodiscard]] std::vector<VisitId> sealed_visits(Session& session);
[[nodiscard]] std::vector<EvaluationId> sealed_evaluations(Session& session);
[[nodiscard]] std::vector<PlanId> sealed_plans(Session& session);

} // namespace plumbline::persistence
