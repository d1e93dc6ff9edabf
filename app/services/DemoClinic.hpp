// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/services/Context.hpp"
#include "domain/store/Clinic.hpp"

#include <cstdint>
#include <functional>

namespace plumbline::app {

struct DemoCounts {
    std::int64_t patients = 0, visits = 0, appointments = 0;
};

/// The demo clinic's identity: user `demo`, password `demo`, marked DEMO everywhere.
[[nodiscard]] NewClinic demo_clinic();

/// Fills a fresh demo clinic: same seed, size and day, same content. Commits in batches, so memory stays bounded;
/// progress is told the patients done so far.
[[nodiscard]] Result<DemoCounts> fill_demo_clinic(OpenClinic& clinic, Context const& context, int patients, std::uint64_t seed,
    std::function<void(int)> const& progress);

} // namespace plumbline::app
