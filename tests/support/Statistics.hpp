// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace plumbline::testing {

/// The value that a share of all values does not exceed, between its neighbors in proportion: 0.5 is the median.
/// Of nothing it is not a number.
[[nodiscard]] double percentile(std::vector<double> values, double share);

/// An estimate, and the interval that holds the true value in 95 of 100 such runs.
struct Estimate {
    double low = 0;
    double value = 0;
    double high = 0;
};

/// How many times larger the percentile of the first is than that of the second. The i-th of both were measured
/// side by side, so the bootstrap draws pairs: what slowed the machine down for one slowed it for the other.
/// The same samples give the same interval. Both as long as each other, and not empty.
[[nodiscard]] Estimate ratio_of_percentiles(
    std::span<double const> first, std::span<double const> second, double share, int rounds = 1000);

/// The percentile of one list, with its interval.
[[nodiscard]] Estimate estimated_percentile(std::span<double const> values, double share, int rounds = 1000);

} // namespace plumbline::testing
