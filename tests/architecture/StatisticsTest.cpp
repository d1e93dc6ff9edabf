// SPDX-License-Identifier: Apache-2.0
// What the benchmarks compute from their samples. Nothing is timed here.
#include "tests/support/Statistics.hpp"

#include <boost/test/unit_test.hpp>

#include <cmath>
#include <cstddef>
#include <vector>

namespace {

using plumbline::testing::estimated_percentile;
using plumbline::testing::percentile;
using plumbline::testing::ratio_of_percentiles;

constexpr double half = 0.5;

/// 1 to `count` in an order that is not sorted.
std::vector<double> mixed_up(std::size_t count)
{
    constexpr std::size_t step = 37; // Shares no factor with the counts used here, so every value comes once.
    std::vector<double> values;
    for (std::size_t i = 0; i < count; ++i)
        values.push_back(static_cast<double>(1 + i * step % count));
    return values;
}

std::vector<double> times(std::vector<double> values, double factor)
{
    for (double& value : values)
        value *= factor;
    return values;
}

} // namespace

BOOST_AUTO_TEST_SUITE(the_statistics_of_the_benchmarks)

BOOST_AUTO_TEST_CASE(the_median_stands_in_the_middle_whatever_the_order)
{
    BOOST_TEST(percentile({3, 1, 2}, half) == 2.0);
    BOOST_TEST(percentile({4, 1, 3, 2}, half) == 2.5);
    BOOST_TEST(percentile({7}, half) == 7.0);
}

BOOST_AUTO_TEST_CASE(the_ends_are_the_least_and_the_greatest)
{
    BOOST_TEST(percentile({3, 1, 2}, 0) == 1.0);
    BOOST_TEST(percentile({3, 1, 2}, 1) == 3.0);
}

BOOST_AUTO_TEST_CASE(the_slowest_of_a_hundred_is_seen_by_p99)
{
    BOOST_TEST(percentile(mixed_up(101), 0.99) == 100.0);
}

BOOST_AUTO_TEST_CASE(of_nothing_there_is_no_percentile)
{
    BOOST_TEST(std::isnan(percentile({}, half)));
}

BOOST_AUTO_TEST_CASE(twice_as_slow_is_a_ratio_of_two_without_doubt_when_every_pair_says_so)
{
    auto const baseline = mixed_up(100);

    auto const ratio = ratio_of_percentiles(times(baseline, 2), baseline, half);

    BOOST_TEST(ratio.low == 2.0);
    BOOST_TEST(ratio.value == 2.0);
    BOOST_TEST(ratio.high == 2.0);
}

BOOST_AUTO_TEST_CASE(pairs_stay_together_so_a_busy_machine_widens_no_interval)
{
    // The machine becomes a hundred times slower in the middle of the run, for both alike.
    auto baseline = mixed_up(100);
    for (std::size_t i = 50; i < baseline.size(); ++i)
        baseline[i] *= 100;

    auto const ratio = ratio_of_percentiles(times(baseline, 1.5), baseline, half);

    BOOST_TEST(ratio.high - ratio.low < 1e-9);
}

BOOST_AUTO_TEST_CASE(an_interval_holds_its_estimate_and_narrows_with_more_samples)
{
    auto const few = estimated_percentile(mixed_up(20), half);
    auto const many = estimated_percentile(times(mixed_up(2000), 0.01), half);

    BOOST_TEST(few.low < few.value);
    BOOST_TEST(few.value < few.high);
    BOOST_TEST(many.high - many.low < few.high - few.low);
}

BOOST_AUTO_TEST_CASE(the_same_samples_give_the_same_interval)
{
    auto const baseline = mixed_up(50);
    auto const product = mixed_up(51);
    std::vector<double> const fifty(product.begin(), product.begin() + 50);

    auto const once = ratio_of_percentiles(fifty, baseline, half);
    auto const again = ratio_of_percentiles(fifty, baseline, half);

    BOOST_TEST(once.low == again.low);
    BOOST_TEST(once.high == again.high);
}

BOOST_AUTO_TEST_SUITE_END()
