// SPDX-License-Identifier: Apache-2.0
// What is measured in a window of the schedule: P10 from the question to the painted day, P12 frame by frame.
#include "tests/bench/Goals.hpp"

#include <fmt/format.h>

#include <cstdio>
#include <memory>
#include <stdexcept>

namespace plumbline::bench {
namespace {

constexpr double median = 0.5;
constexpr double p99 = 0.99;

/// What a program with a window measured: nanoseconds of product and baseline, a pair to a line.
Pairs told_by(Wishes const& wishes, std::string const& program, std::string const& arguments, std::size_t expected)
{
    auto const command = "'" + (wishes.programs / program).string() + "' " + arguments;
    std::unique_ptr<FILE, int (*)(FILE*)> const told{popen(command.c_str(), "r"), pclose};
    if (!told)
        throw std::runtime_error{program + " cannot be started"};
    Pairs pairs;
    double product = 0, baseline = 0;
    while (std::fscanf(told.get(), "%lf %lf", &product, &baseline) == 2)
        pairs.add(product, baseline);
    if (pairs.product.size() != expected)
        throw std::runtime_error{program + " measured less than it should"};
    return pairs;
}

} // namespace

void paint_day(Wishes const& wishes, Scoreboard& scoreboard)
{
    constexpr double same_goal = 1.1;
    constexpr double time_goal = 50e6; // 50 ms
    constexpr std::size_t openings = 500;
    Size const large = large_diary(wishes), small = small_diary(wishes);
    auto const pairs = told_by(wishes, "plumbline-schedule-days",
        fmt::format("'{}' {} {} {}", wishes.data.string(), large.visits, large.appointments, large.seed), openings);
    auto const what = fmt::format("a day from the question to the painted window, {} appointments against {}",
        large.appointments, small.appointments);
    scoreboard.ratio("P10", what, pairs, median, same_goal, Scoreboard::Unit::Milliseconds);
    scoreboard.at_most("P10", what + ", p99", pairs, p99, time_goal, Scoreboard::Unit::Milliseconds);
}

void paint_week(Wishes const& wishes, Scoreboard& scoreboard)
{
    constexpr double goal = 16e6; // 16 ms
    constexpr std::size_t frames = 1'000;
    scoreboard.at_most("P12",
        "a frame of the week of 10 clinicians and 800 appointments, scrolled or zoomed, p99;"
        " baseline an empty window",
        told_by(wishes, "plumbline-schedule-frames", "", frames), p99, goal, Scoreboard::Unit::Milliseconds);
}

} // namespace plumbline::bench
