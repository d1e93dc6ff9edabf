// SPDX-License-Identifier: Apache-2.0
#include "domain/clinical/TimedUnits.hpp"

#include "domain/core/Text.hpp"

#include <algorithm>

namespace plumbline {

namespace {

constexpr int unit_minutes = 15;
constexpr int least_minutes = 8; // Just past the middle of a unit.
constexpr int minutes_of_a_day = 24 * 60;

[[nodiscard]] constexpr int units_of(int minutes) noexcept
{
    return minutes < least_minutes ? 0 : (minutes + unit_minutes - least_minutes) / unit_minutes;
}

[[nodiscard]] constexpr int minutes_to_next_unit(int minutes) noexcept
{
    return least_minutes + unit_minutes * units_of(minutes) - minutes;
}

[[nodiscard]] Result<std::vector<TimedLine>> summed(std::span<TimedMinutes const> given)
{
    std::vector<TimedLine> lines;
    for (TimedMinutes const& one : given) {
        std::string const code = trimmed(one.code);
        if (code.empty())
            return refuse(Refusal::Reason::Invalid, "code", tr_noop("Timed minutes need a service code."));
        auto line = std::find_if(lines.begin(), lines.end(), [&](TimedLine const& l) { return l.code == code; });
        if (line == lines.end())
            line = lines.insert(lines.end(), TimedLine{code, 0, 0});
        if (one.minutes < 0 || one.minutes > minutes_of_a_day - line->minutes)
            return refuse(Refusal::Reason::Invalid, "minutes",
                tr_noop("{0}: minutes must lie between 0 and {1} a day."), {code, std::to_string(minutes_of_a_day)});
        line->minutes += one.minutes;
    }
    return lines;
}

/// Hands the units that whole blocks left over to the largest remainders; equal ones by the therapist's choice, by
/// larger total, then by the order of the chart. Answers the codes of which not all could get the last unit.
[[nodiscard]] std::vector<std::string> allocate(
    std::vector<TimedLine>& lines, int total_units, std::string_view preferred)
{
    int left = total_units;
    for (TimedLine& line : lines) {
        line.units = line.minutes / unit_minutes;
        left -= line.units;
    }
    std::vector<TimedLine*> order;
    for (TimedLine& line : lines)
        if (line.minutes % unit_minutes != 0)
            order.push_back(&line);
    std::stable_sort(order.begin(), order.end(), [&](TimedLine const* a, TimedLine const* b) {
        int const first = a->minutes % unit_minutes;
        int const second = b->minutes % unit_minutes;
        if (first != second)
            return first > second;
        if ((a->code == preferred) != (b->code == preferred))
            return a->code == preferred;
        return a->minutes > b->minutes;
    });
    auto const given = static_cast<std::size_t>(std::max(left, 0));
    for (std::size_t i = 0; i < given; ++i)
        ++order[i]->units;
    if (given == 0 || given >= order.size())
        return {};
    int const last = order[given - 1]->minutes % unit_minutes;
    if (order[given]->minutes % unit_minutes != last)
        return {};
    std::vector<std::string> tied;
    for (TimedLine const& line : lines)
        if (line.minutes % unit_minutes == last)
            tied.push_back(line.code);
    return tied;
}

[[nodiscard]] int nearest_to_a_unit(std::vector<TimedLine> const& lines) noexcept
{
    int nearest = lines.empty() ? least_minutes : minutes_of_a_day;
    for (TimedLine const& line : lines)
        nearest = std::min(nearest, minutes_to_next_unit(line.minutes));
    return nearest;
}

} // namespace

Result<TimedUnits> timed_units(UnitRule rule, std::span<TimedMinutes const> lines, std::string_view preferred)
{
    auto sums = summed(lines);
    if (!sums)
        return refuse(sums.error());
    TimedUnits day;
    day.rule = rule;
    day.lines = std::move(*sums);
    for (TimedLine const& line : day.lines)
        day.total_minutes += line.minutes;

    if (rule == UnitRule::Cms) {
        day.total_units = units_of(day.total_minutes);
        day.tied = allocate(day.lines, day.total_units, preferred);
        day.tie = !day.tied.empty();
        day.minutes_to_next = minutes_to_next_unit(day.total_minutes);
        return day;
    }
    for (TimedLine& line : day.lines) {
        line.units = units_of(line.minutes);
        day.total_units += line.units;
    }
    day.minutes_to_next = nearest_to_a_unit(day.lines);
    return day;
}

} // namespace plumbline
