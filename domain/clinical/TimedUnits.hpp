// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/core/Result.hpp"
#include "domain/patients/Patient.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace plumbline {

/// Minutes of direct one-to-one treatment under one timed service code on one day.
struct TimedMinutes {
    std::string code;
    int minutes = 0;
    friend bool operator==(TimedMinutes const&, TimedMinutes const&) = default;
};
struct TimedLine {
    std::string code;
    int minutes = 0;
    int units = 0;
    friend bool operator==(TimedLine const&, TimedLine const&) = default;
};
/// Units one patient earned on one day, whatever the number of visits. tie: another allocation is as right; the
/// therapist may choose.
struct TimedUnits {
    UnitRule rule{};
    int total_minutes = 0;
    int total_units = 0;
    bool tie = false;
    std::vector<std::string> tied{}; ///< The codes of which not all could get the unit that is left.
    std::vector<TimedLine> lines;    ///< Codes in order of first appearance, the same code summed.
    /// Minutes still missing to the next unit under the rule; for AMA of the code nearest to it.
    int minutes_to_next = 0;
    friend bool operator==(TimedUnits const&, TimedUnits const&) = default;
};

/// CMS: units of the day's total, 0 below 8 minutes, else floor((T + 7) / 15), allocated by whole blocks
/// and then by largest remainder (CMS Pub. 100-04 ch. 5 section 20.2 C). AMA: each code by itself.
/// Minutes are 0 to 1440 a code; refuses others and an empty code. Where codes tie, the preferred one comes first.
[[nodiscard]] Result<TimedUnits> timed_units(
    UnitRule rule, std::span<TimedMinutes const> lines, std::string_view preferred = {});

} // namespace plumbline
