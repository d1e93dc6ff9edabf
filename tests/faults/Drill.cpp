// SPDX-License-Identifier: Apache-2.0
#include "tests/faults/Drill.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <chrono>
#include <thread>
#include <utility>

namespace plumbline::faults {

void Tally::add(Verdict const& verdict)
{
    bool const one_each = verdict.most_unacknowledged_of_one_writer <= 1;
    if (verdict.lost + verdict.half + verdict.strays > 0 || !verdict.sound || !one_each)
        ++bad_verdicts_;
    problems_ += verdict.problems;
    current_ = verdict;
}

void Tally::close_book()
{
    closed_ = sum();
    current_ = {};
}

Verdict Tally::sum() const
{
    Verdict all = closed_;
    all.acknowledged += current_.acknowledged;
    all.lost += current_.lost;
    all.half += current_.half;
    all.strays += current_.strays;
    all.unacknowledged += current_.unacknowledged;
    all.most_unacknowledged_of_one_writer =
        std::max(all.most_unacknowledged_of_one_writer, current_.most_unacknowledged_of_one_writer);
    return all;
}

std::string Tally::figures(std::string const& what) const
{
    Verdict const all = sum();
    return std::to_string(faults) + ' ' + what + ": " + std::to_string(all.acknowledged) + " saves acknowledged, "
        + std::to_string(all.lost) + " lost, " + std::to_string(all.half) + " half, " + std::to_string(all.strays)
        + " twice, " + std::to_string(all.unacknowledged) + " kept whole without acknowledgement; "
        + std::to_string(bad_verdicts_) + " bad verdicts " + problems_;
}

void Tally::expect_nothing_lost() const
{
    Verdict const all = sum();
    BOOST_TEST(all.lost == 0);
    BOOST_TEST(all.half == 0);
    BOOST_TEST(all.strays == 0);
    BOOST_TEST(all.most_unacknowledged_of_one_writer <= 1);
    BOOST_TEST(bad_verdicts_ == 0, problems_);
    // Faults that met nobody at work prove nothing.
    BOOST_TEST(2 * all.acknowledged > faults);
}

std::mt19937 dice()
{
    return std::mt19937{static_cast<std::mt19937::result_type>(count_from("PLUMBLINE_FAULT_SEED", 1))};
}

void wait_some(std::mt19937& dice, int most_milliseconds)
{
    std::this_thread::sleep_for(
        std::chrono::milliseconds{std::uniform_int_distribution<int>{1, most_milliseconds}(dice)});
}

} // namespace plumbline::faults
