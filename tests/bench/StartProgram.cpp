// SPDX-License-Identifier: Apache-2.0
// P9: from exec to the painted login window.
#include "tests/bench/Goals.hpp"
#include "tests/bench/Screen.hpp"

#include <fmt/format.h>

namespace plumbline::bench {
namespace {

constexpr double median = 0.5;
constexpr double goal = 1.5;
constexpr int colors_of_a_page = 24;
constexpr int colors_of_nothing = 1;

/// For logging in nothing of a clinic is needed but that it is there.
constexpr Size small{.patients = 100, .visits = 0};

} // namespace

void start_program(Wishes const& wishes, Scoreboard& scoreboard)
{
    static_cast<void>(BigClinic{wishes.data, small});
    std::string const clinic = BigClinic::file(wishes.data, small).string();
    Pairs first;
    auto const product = [&](std::size_t) {
        Screen screen;
        RunningProgram const program{wishes.programs / "plumbline", {"--clinic", clinic}};
        auto const painted = screen.watch(program, colors_of_a_page);
        first.product.push_back(painted.first);
        return painted.done;
    };
    auto const baseline = [&](std::size_t) {
        Screen screen;
        RunningProgram const program{wishes.programs / "plumbline-empty-window", {}};
        auto const painted = screen.watch(program, colors_of_nothing);
        first.baseline.push_back(painted.first);
        return painted.done;
    };
    auto const launches = interleaved({.pairs = wishes.launches, .warm_ups = 3}, product, baseline);
    scoreboard.ratio("P9", "exec to painted login window, warm; baseline an empty window", launches, median, goal,
        Scoreboard::Unit::Milliseconds);
    scoreboard.note("P9",
        fmt::format("      the first change of the window: {:.1f} ms, of the empty one {:.1f} ms",
            testing::percentile(first.product, median) / 1e6, testing::percentile(first.baseline, median) / 1e6));
}

} // namespace plumbline::bench
