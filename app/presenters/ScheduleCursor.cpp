// SPDX-License-Identifier: Apache-2.0
#include "app/presenters/ScheduleLayout.hpp"

#include <algorithm>

namespace plumbline::app {

namespace {

SheetCursor on(ScheduleLayout const& layout, std::size_t block)
{
    SheetBlock const& one = layout.sheet().blocks[block];
    return {one.column, one.time.from, one.id};
}

/// On the appointment that is there, else in the free time.
SheetCursor at_time(ScheduleLayout const& layout, std::size_t column, Minutes time)
{
    DaySpan const hours = layout.hours();
    Minutes const minute = std::clamp(time, hours.from, hours.to - layout.sheet().step);
    if (auto const block = layout.block_at(column, minute))
        return {column, minute, layout.sheet().blocks[*block].id};
    return {column, minute, std::nullopt};
}

std::optional<SheetCursor> by_block(ScheduleLayout const& layout, SheetCursor from, int step)
{
    auto const& blocks = layout.sheet().blocks;
    if (blocks.empty())
        return std::nullopt;
    if (auto const now = from.block ? layout.block_of(*from.block, from.column) : std::nullopt) {
        if (step < 0 ? *now == 0 : *now + 1 == blocks.size())
            return std::nullopt;
        return on(layout, step < 0 ? *now - 1 : *now + 1);
    }
    // From free time to the neighbor in reading order.
    auto const after = std::ranges::find_if(blocks, [&](SheetBlock const& block) {
        return std::pair{block.column, block.time.from} > std::pair{from.column, from.minute};
    });
    auto const index = static_cast<std::size_t>(after - blocks.begin());
    if (step < 0 ? index == 0 : index == blocks.size())
        return std::nullopt;
    return on(layout, step < 0 ? index - 1 : index);
}

/// Past the whole appointment one stands on, else one step.
std::optional<SheetCursor> vertical(ScheduleLayout const& layout, SheetCursor from, int direction)
{
    Minutes const step = layout.sheet().step;
    Minutes to = snapped_down(from.minute, step) + step * direction;
    if (auto const block = from.block ? layout.block_of(*from.block, from.column) : std::nullopt) {
        DaySpan const time = layout.sheet().blocks[*block].time;
        to = direction < 0 ? snapped_down(time.from - Minutes{1}, step)
                           : snapped_down(time.to + step - Minutes{1}, step);
    }
    if (to < layout.hours().from || to >= layout.hours().to)
        return std::nullopt;
    return at_time(layout, from.column, to);
}

} // namespace

std::optional<SheetCursor> stepped(ScheduleLayout const& layout, SheetCursor from, SheetStep step)
{
    if (layout.sheet().columns.empty())
        return std::nullopt;
    switch (step) {
    case SheetStep::Up:
        return vertical(layout, from, -1);
    case SheetStep::Down:
        return vertical(layout, from, 1);
    case SheetStep::Left:
        return from.column == 0 ? std::nullopt : std::optional{at_time(layout, from.column - 1, from.minute)};
    case SheetStep::Right:
        return from.column + 1 >= layout.sheet().columns.size()
            ? std::nullopt
            : std::optional{at_time(layout, from.column + 1, from.minute)};
    case SheetStep::DayBegin:
        return at_time(layout, from.column, layout.hours().from);
    case SheetStep::DayEnd:
        return at_time(layout, from.column, layout.hours().to);
    case SheetStep::NextBlock:
        return by_block(layout, from, 1);
    case SheetStep::PreviousBlock:
        return by_block(layout, from, -1);
    }
    return std::nullopt;
}

std::string spoken_place(ScheduleLayout const& layout, SheetCursor const& place)
{
    DrawnSheet const& sheet = layout.sheet();
    if (place.column >= sheet.columns.size())
        return {};
    SheetColumn const& column = sheet.columns[place.column];
    auto const clock = [](Minutes time) { return to_clock(ClinicTime{} + time); };
    std::string text = column.title + ", " + clock(place.minute);
    if (auto const block = layout.block_at(place.column, place.minute))
        return text + ", taken until " + clock(sheet.blocks[*block].time.to);
    DaySpan here{Minutes{0}, Minutes{24 * 60}};
    if (!column.always) {
        auto const worked = std::ranges::find_if(
            column.working, [&](DaySpan span) { return span.from <= place.minute && place.minute < span.to; });
        if (worked == column.working.end())
            return text + ", outside the hours";
        here = *worked;
    }
    auto const [first, last] = layout.blocks_of(place.column);
    for (std::size_t index = first; index < last; ++index)
        if (sheet.blocks[index].time.from > place.minute)
            here.to = std::min(here.to, sheet.blocks[index].time.from);
    return here.to == Minutes{24 * 60} ? text + ", free" : text + ", free until " + clock(here.to);
}

SheetCursor kept(ScheduleLayout const& layout, SheetCursor cursor)
{
    auto const& columns = layout.sheet().columns;
    if (columns.empty())
        return {};
    if (auto const block = cursor.block ? layout.block_of(*cursor.block, cursor.column) : std::nullopt)
        return on(layout, *block);
    SheetCursor place = at_time(layout, std::min(cursor.column, columns.size() - 1), cursor.minute);
    // Nothing is chosen by itself: another's appointment that came to lie here is met when somebody steps on it.
    place.block.reset();
    return place;
}

} // namespace plumbline::app
