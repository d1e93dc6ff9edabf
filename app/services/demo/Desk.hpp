// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/services/Context.hpp"

#include <bitset>
#include <map>
#include <optional>
#include <utility>

namespace plumbline::app::demo {

/// The hours the demo clinic gives out: as long as each other, from `opens`, with lunch between.
inline constexpr Minutes opens{8 * 60 + 30}, slot{45};
inline constexpr int slots = 11, lunch_slot = 5;

/// What was booked in the weeks before today, kept beside the visits it led to, so that no two had the same hour.
class Desk {
public:
    explicit Desk(Date today) noexcept
        : today_{today}
    {
    }
    /// Whether the diary reaches back to that day.
    [[nodiscard]] bool knows(Date day) const noexcept;
    /// Takes an hour of the clinician's day, the wanted slot or the next after it. Nothing when the day is full.
    [[nodiscard]] std::optional<ClinicTime> take(UserId clinician, Date day, int wanted);
    [[nodiscard]] int given() const noexcept;

private:
    Date today_;
    std::map<std::pair<UserId, Date>, std::bitset<slots>> taken_;
};

} // namespace plumbline::app::demo
