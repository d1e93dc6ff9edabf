// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/Scoreboard.hpp"

#include <fmt/format.h>

#include <cstdio>

namespace plumbline::bench {
namespace {

using testing::Estimate;
using testing::percentile;

constexpr std::string_view layout = "{:<5} {:<58} {:>11} {:>11}  {:<19} {:<14} {}\n";

std::string with_unit(double value, Scoreboard::Unit unit)
{
    switch (unit) {
    case Scoreboard::Unit::Microseconds:
        return fmt::format("{:.1f} us", value / 1e3);
    case Scoreboard::Unit::Milliseconds:
        return fmt::format("{:.3f} ms", value / 1e6);
    case Scoreboard::Unit::Mebibytes:
        return fmt::format("{:.1f} MiB", value / (1024 * 1024));
    case Scoreboard::Unit::Bytes:
        return fmt::format("{:.0f} B", value);
    }
    return {};
}

std::string in_words(Estimate const& estimate)
{
    return fmt::format("{:.2f} [{:.2f}, {:.2f}]", estimate.value, estimate.low, estimate.high);
}

void say(std::string const& line)
{
    std::fputs(line.c_str(), stdout);
    std::fflush(stdout);
}

} // namespace

Scoreboard::Scoreboard()
{
    say(fmt::format(layout, "id", "what", "product", "baseline", "ratio [95 %]", "goal", ""));
}

void Scoreboard::ratio(
    std::string_view id, std::string const& what, Pairs const& pairs, double share, double goal, Unit unit)
{
    Estimate const ratio = testing::ratio_of_percentiles(pairs.product, pairs.baseline, share);
    print({id, what, with_unit(percentile(pairs.product, share), unit),
        with_unit(percentile(pairs.baseline, share), unit), in_words(ratio), fmt::format("<= {:.2f}", goal),
        ratio.high <= goal});
}

void Scoreboard::at_most(
    std::string_view id, std::string const& what, Pairs const& pairs, double share, double goal, Unit unit)
{
    Estimate const own = testing::estimated_percentile(pairs.product, share);
    Estimate const ratio = testing::ratio_of_percentiles(pairs.product, pairs.baseline, share);
    print({id, what, with_unit(own.value, unit), with_unit(percentile(pairs.baseline, share), unit), in_words(ratio),
        "<= " + with_unit(goal, unit), own.high <= goal});
}

void Scoreboard::count(
    std::string_view id, std::string const& what, double product, double baseline, double goal, Unit unit)
{
    double const ratio = product / baseline;
    print({id, what, with_unit(product, unit), with_unit(baseline, unit), fmt::format("{:.2f}", ratio),
        fmt::format("<= {:.2f}", goal), ratio <= goal});
}

void Scoreboard::growth(std::string_view id, std::string const& what, double after, double before, double goal_percent)
{
    double const percent = (after - before) / before * 100;
    print({id, what, with_unit(after, Unit::Mebibytes), with_unit(before, Unit::Mebibytes),
        fmt::format("{:+.2f} %", percent), fmt::format("<= {:.0f} %", goal_percent), percent <= goal_percent});
}

void Scoreboard::note(std::string_view id, std::string const& words)
{
    say(fmt::format("{:<5} {}\n", id, words));
}

void Scoreboard::not_measured(std::string_view id, std::string const& why)
{
    ++short_;
    say(fmt::format("{:<5} {}  SHORT\n", id, why));
}

void Scoreboard::print(Line const& line)
{
    if (!line.reached)
        ++short_;
    say(fmt::format(
        layout, line.id, line.what, line.product, line.baseline, line.ratio, line.goal, line.reached ? "ok" : "SHORT"));
}

} // namespace plumbline::bench
