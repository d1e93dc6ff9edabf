// SPDX-License-Identifier: Apache-2.0
// P12: frames of a full week, scrolled and zoomed.
#include "tests/bench/Goals.hpp"

#include <cstdio>
#include <memory>
#include <stdexcept>

namespace plumbline::bench {
namespace {

constexpr double p99 = 0.99;
constexpr double goal = 16e6; // 16 ms
constexpr int frames = 1'000;

} // namespace

void paint_week(Wishes const& wishes, Scoreboard& scoreboard)
{
    auto const command = "'" + (wishes.programs / "plumbline-schedule-frames").string() + "'";
    std::unique_ptr<FILE, int (*)(FILE*)> const told{popen(command.c_str(), "r"), pclose};
    if (!told)
        throw std::runtime_error{"plumbline-schedule-frames cannot be started"};
    Pairs pairs;
    double product = 0, baseline = 0;
    while (std::fscanf(told.get(), "%lf %lf", &product, &baseline) == 2)
        pairs.add(product, baseline);
    if (pairs.product.size() != frames)
        throw std::runtime_error{"frames are missing"};
    scoreboard.at_most("P12",
        "a frame of the week of 10 clinicians and 800 appointments, scrolled or zoomed, p99;"
        " baseline an empty window",
        pairs, p99, goal, Scoreboard::Unit::Milliseconds);
}

} // namespace plumbline::bench
