// SPDX-License-Identifier: Apache-2.0
#include "tests/support/Statistics.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <random>

namespace plumbline::testing {
namespace {

// Any constant will do: it only keeps two readings of the same samples alike.
constexpr std::uint64_t bootstrap_seed = 20'261'123;
constexpr double lower_tail = 0.025;
constexpr double upper_tail = 0.975;

/// Draws samples with replacement and asks each draw the same question.
template <class Statistic>
Estimate bootstrap(std::size_t count, int rounds, double value, Statistic const& of_draw)
{
    std::mt19937_64 random{bootstrap_seed};
    std::uniform_int_distribution<std::size_t> any{0, count - 1};
    std::vector<std::size_t> draw(count);
    std::vector<double> outcomes;
    outcomes.reserve(static_cast<std::size_t>(rounds));
    for (int round = 0; round < rounds; ++round) {
        std::ranges::generate(draw, [&] { return any(random); });
        outcomes.push_back(of_draw(draw));
    }
    return {percentile(outcomes, lower_tail), value, percentile(outcomes, upper_tail)};
}

std::vector<double> drawn(std::span<double const> values, std::vector<std::size_t> const& draw)
{
    std::vector<double> chosen;
    chosen.reserve(draw.size());
    for (std::size_t const i : draw)
        chosen.push_back(values[i]);
    return chosen;
}

std::vector<double> copy(std::span<double const> values)
{
    return {values.begin(), values.end()};
}

} // namespace

double percentile(std::vector<double> values, double share)
{
    if (values.empty())
        return std::numeric_limits<double>::quiet_NaN();
    double const place = std::clamp(share, 0.0, 1.0) * static_cast<double>(values.size() - 1);
    auto const below = static_cast<std::ptrdiff_t>(std::floor(place));
    auto const at = values.begin() + below;
    std::nth_element(values.begin(), at, values.end());
    if (at + 1 == values.end())
        return *at;
    double const above = *std::min_element(at + 1, values.end());
    return *at + (above - *at) * (place - std::floor(place));
}

Estimate ratio_of_percentiles(std::span<double const> first, std::span<double const> second, double share, int rounds)
{
    double const value = percentile(copy(first), share) / percentile(copy(second), share);
    return bootstrap(first.size(), rounds, value, [&](std::vector<std::size_t> const& draw) {
        return percentile(drawn(first, draw), share) / percentile(drawn(second, draw), share);
    });
}

Estimate estimated_percentile(std::span<double const> values, double share, int rounds)
{
    return bootstrap(values.size(), rounds, percentile(copy(values), share),
        [&](std::vector<std::size_t> const& draw) { return percentile(drawn(values, draw), share); });
}

} // namespace plumbline::testing
