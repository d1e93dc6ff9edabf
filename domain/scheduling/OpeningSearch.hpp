// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/scheduling/Openings.hpp"

#include <cstddef>
#include <span>
#include <vector>

namespace plumbline {

// What is done with openings once they are found. All of them are by start, and stay so.

/// Of each date the first openings of each clinician, so many of each.
[[nodiscard]] std::vector<Opening> first_of_each(std::span<Opening const> openings, std::size_t how_many);
/// How many dates they lie on.
[[nodiscard]] int dates_of(std::span<Opening const> openings) noexcept;
/// Those of the first dates, so many of them.
[[nodiscard]] std::span<Opening const> of_first_dates(std::span<Opening const> openings, int dates) noexcept;

/// What is left of the worked spans without what is taken, both in order; the taken ones may overlap.
[[nodiscard]] std::vector<DaySpan> left_of(std::span<DaySpan const> worked, std::span<DaySpan const> taken);

} // namespace plumbline
