// SPDX-License-Identifier: Apache-2.0
#include "domain/store/Agenda.hpp"

#include "domain/clinical/TimedUnits.hpp"

#include <set>

namespace plumbline {

int units_of_day(UnitRule rule, std::span<BilledRow const> rows)
{
    std::vector<TimedMinutes> timed;
    std::set<std::string_view> untimed;
    for (BilledRow const& row : rows) {
        if (row.code.empty())
            continue;
        if (row.timed)
            timed.push_back({row.code, row.minutes});
        else
            untimed.insert(row.code);
    }
    auto const earned = timed_units(rule, timed);
    return (earned ? earned->total_units : 0) + static_cast<int>(untimed.size());
}

} // namespace plumbline
