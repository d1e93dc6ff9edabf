// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/faults/Driver.hpp"

#include <random>
#include <string>

namespace plumbline::faults {

/// Faults in a row, and what they cost in all. Each verdict is of a fresh process, on all that its ledger holds.
class Tally {
public:
    void add(Verdict const& verdict);
    /// The clinic and its ledger make room for others.
    void close_book();
    int faults = 0;

    /// Of everything so far, as last judged.
    [[nodiscard]] Verdict sum() const;
    /// A planted defect was caught.
    [[nodiscard]] bool found_something() const noexcept { return bad_verdicts_ > 0; }
    [[nodiscard]] std::string figures(std::string const& what) const;
    /// Boost.Test checks of everything a fault must leave behind.
    void expect_nothing_lost() const;

private:
    Verdict closed_{}, current_{};
    int bad_verdicts_ = 0;
    std::string problems_;
};

/// Moments to strike at. PLUMBLINE_FAULT_SEED chooses others.
[[nodiscard]] std::mt19937 dice();
void wait_some(std::mt19937& dice, int most_milliseconds);

} // namespace plumbline::faults
