// SPDX-License-Identifier: Apache-2.0
#include "domain/scheduling/OpeningSearch.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace plumbline {

std::vector<Opening> first_of_each(std::span<Opening const> openings, std::size_t how_many)
{
    std::vector<Opening> first;
    std::map<std::pair<UserId, Date>, std::size_t> taken;
    for (Opening const& one : openings)
        if (++taken[{one.clinician, day_of(one.start)}] <= how_many)
            first.push_back(one);
    return first;
}

int dates_of(std::span<Opening const> openings) noexcept
{
    int dates = 0;
    for (std::size_t index = 0; index < openings.size(); ++index)
        if (index == 0 || day_of(openings[index].start) != day_of(openings[index - 1].start))
            ++dates;
    return dates;
}

std::span<Opening const> of_first_dates(std::span<Opening const> openings, int dates) noexcept
{
    std::size_t end = 0;
    for (int seen = 0; end < openings.size(); ++end) {
        bool const begins = end == 0 || day_of(openings[end].start) != day_of(openings[end - 1].start);
        if (begins && ++seen > dates)
            break;
    }
    return openings.first(end);
}

std::vector<DaySpan> left_of(std::span<DaySpan const> worked, std::span<DaySpan const> taken)
{
    std::vector<DaySpan> left;
    for (DaySpan const& span : worked) {
        Minutes from = span.from;
        for (DaySpan const& gone : taken) {
            if (gone.to <= from || gone.from >= span.to)
                continue;
            if (gone.from > from)
                left.push_back({from, gone.from});
            from = std::max(from, gone.to);
        }
        if (from < span.to)
            left.push_back({from, span.to});
    }
    return left;
}

} // namespace plumbline
