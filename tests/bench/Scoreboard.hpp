// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/bench/Measure.hpp"
#include "tests/support/Statistics.hpp"

#include <string>
#include <string_view>

namespace plumbline::bench {

/// Prints one line for each goal as soon as it is known, and remembers whether any fell short.
class Scoreboard {
public:
    enum class Unit { Microseconds, Milliseconds, Mebibytes, Bytes };

    Scoreboard();

    /// Reached when the upper end of the interval of the ratio is.
    void ratio(std::string_view id, std::string const& what, Pairs const& pairs, double share, double goal, Unit unit);
    /// A percentile of the product alone; the baseline and the ratio stand beside it for information.
    void at_most(
        std::string_view id, std::string const& what, Pairs const& pairs, double share, double goal, Unit unit);
    /// Exact numbers, such as bytes, or a growth in per cent.
    void count(std::string_view id, std::string const& what, double product, double baseline, double goal, Unit unit);
    void growth(std::string_view id, std::string const& what, double after, double before, double goal_percent);
    /// What is worth knowing and promises nothing.
    void note(std::string_view id, std::string const& words);
    /// A goal that could not be measured has not been reached.
    void not_measured(std::string_view id, std::string const& why);

    [[nodiscard]] bool all_reached() const noexcept { return short_ == 0; }

private:
    struct Line {
        std::string_view id;
        std::string what, product, baseline, ratio, goal;
        bool reached;
    };
    void print(Line const& line);
    int short_ = 0;
};

} // namespace plumbline::bench
