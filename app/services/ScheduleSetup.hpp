// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/services/Context.hpp"
#include "domain/patients/Authorization.hpp"
#include "domain/scheduling/Resource.hpp"
#include "domain/scheduling/WorkingHours.hpp"

#include <map>
#include <vector>

namespace plumbline::app {

// What the schedule rests on: hours, resources, authorizations.

/// Who has none of their own works Monday to Friday while the clinic is open.
[[nodiscard]] WorkingHours hours_of(Records const& records, UserId clinician);
[[nodiscard]] Result<std::vector<WorkingHours>> all_hours(Records const& records, Context const& context);
[[nodiscard]] Result<void> keep_hours(Records& records, Context const& context, WorkingHours const& hours);

[[nodiscard]] Result<std::vector<Resource>> resources(Records const& records, Context const& context);
[[nodiscard]] Result<void> keep_resource(Records& records, Context const& context, Resource const& resource);

/// Visits still to come that what they rest on no longer bears, of the next 60 days. Whoever has none is not in it.
struct Stranded {
    std::map<UserId, int> outside_hours; ///< Also those that were meant as an exception.
    std::map<ResourceId, int> not_in_use;
};
[[nodiscard]] Stranded stranded_visits(Records const& records, Context const& context);

struct AuthorizationRow {
    Authorization authorization;
    AuthorizationStanding standing{}; ///< Today.
    friend bool operator==(AuthorizationRow const&, AuthorizationRow const&) = default;
};
/// Oldest first, ended ones too.
[[nodiscard]] Result<std::vector<AuthorizationRow>> authorizations(
    Records const& records, Context const& context, PatientId patient);
[[nodiscard]] Result<void> keep_authorization(
    Records& records, Context const& context, Authorization const& authorization);

} // namespace plumbline::app
