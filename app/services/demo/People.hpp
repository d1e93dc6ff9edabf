// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/services/demo/Dice.hpp"
#include "app/services/demo/Scenarios.hpp"
#include "domain/store/Records.hpp"

#include <vector>

namespace plumbline::app::demo {

/// An invented person who could have this complaint, as of a day. Telephone numbers are of the 555-01 range that is
/// kept free for fiction, addresses end in example.org.
[[nodiscard]] Patient::Details person(Dice& dice, Scenario const& scenario, Date today);

[[nodiscard]] std::vector<User::Details> staff();
[[nodiscard]] std::vector<ReferringProviderDetails> referrers();
[[nodiscard]] std::vector<ServiceCode> fee_schedule();

} // namespace plumbline::app::demo
