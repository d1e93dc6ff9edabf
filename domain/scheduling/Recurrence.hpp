// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/core/Time.hpp"

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace plumbline {

/// Every so many weeks on these weekdays, so often or until a day: what a front desk asks for.
struct WeeklyWish {
    int every = 1;                  ///< Weeks, 1 to 52.
    std::array<bool, 7> weekdays{}; ///< Monday first.
    std::optional<int> count{};     ///< Of appointments, 1 to 366.
    std::optional<Date> until{};    ///< Included. Exactly one of count and until.
    friend bool operator==(WeeklyWish const&, WeeklyWish const&) = default;
};
/// The wish as RFC 5545 writes it: `FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH;COUNT=12`. Faults stand on `every`, `weekdays`,
/// `count` and `until`.
[[nodiscard]] Result<std::string> recurrence_rule(WeeklyWish const& wish);
/// The wish that a rule came from; nothing for a rule of another kind.
[[nodiscard]] std::optional<WeeklyWish> weekly_wish(std::string_view rule);

/// Counts out RFC 5545 rules by the clinic's own clock: ten o'clock stays ten o'clock when the clocks change.
class Recurrence {
public:
    virtual ~Recurrence() = default;
    /// The starts that the rule gives from `first` on, in order, less those on exception days. Refuses on field
    /// `repeat` a rule that is not understood, one that repeats within a day, and one that gives more than at_most.
    [[nodiscard]] virtual Result<std::vector<ClinicTime>> expand(
        std::string_view rule, ClinicTime first, std::vector<Date> const& exceptions, std::size_t at_most) const = 0;
};

} // namespace plumbline
