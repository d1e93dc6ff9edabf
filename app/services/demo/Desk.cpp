// SPDX-License-Identifier: Apache-2.0
#include "app/services/demo/Desk.hpp"

#include <numeric>

namespace plumbline::app::demo {

namespace {

constexpr int weeks_kept = 12;
constexpr std::size_t most_a_day = 9;

/// The gaps every schedule has, more of them on some days than on others.
std::size_t room_on(Date day)
{
    return most_a_day - static_cast<unsigned>(day.day()) % 3;
}

} // namespace

bool Desk::knows(Date day) const noexcept
{
    return day < today_ && day >= plus_days(today_, -7 * weeks_kept);
}

std::optional<ClinicTime> Desk::take(UserId clinician, Date day, int wanted)
{
    auto& taken = taken_[{clinician, day}];
    if (taken.count() >= room_on(day))
        return std::nullopt;
    for (int step = 0; step < slots; ++step) {
        int const one = (wanted + step) % slots;
        if (one == lunch_slot || taken.test(static_cast<std::size_t>(one)))
            continue;
        taken.set(static_cast<std::size_t>(one));
        return at(day, opens + one * slot);
    }
    return std::nullopt;
}

int Desk::given() const noexcept
{
    return std::accumulate(taken_.begin(), taken_.end(), 0,
        [](int sum, auto const& day) { return sum + static_cast<int>(day.second.count()); });
}

} // namespace plumbline::app::demo
