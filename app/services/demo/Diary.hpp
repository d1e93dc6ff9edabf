// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/services/Context.hpp"

#include <cstdint>
#include <span>

namespace plumbline::app::demo {

/// Somebody in care, and with whom.
struct Attending {
    PatientId patient{0};
    EpisodeId episode{0};
    UserId clinician{0};
};

/// The clinic's schedule from today: hours with lunch, an absence, two rooms and a traction table, a class on Tuesdays
/// and Thursdays, four weeks, five people waiting, and authorizations that are about to end. Weekends are closed, but
/// not today. How many appointments there are.
[[nodiscard]] int fill_diary(Records& records, Context const& context, std::span<Attending const> everyone,
    std::span<UserId const> clinicians, std::uint64_t seed, Date today);

} // namespace plumbline::app::demo
