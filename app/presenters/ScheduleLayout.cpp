// SPDX-License-Identifier: Apache-2.0
#include "app/presenters/ScheduleLayout.hpp"

#include <algorithm>

namespace plumbline::app {

namespace {

constexpr Minutes hour{60};
constexpr Minutes day_end{24 * 60};
constexpr int pixel_gap = 2; // Between blocks that touch.

Minutes hour_before(Minutes time)
{
    return snapped_down(time, hour);
}

Minutes hour_after(Minutes time)
{
    return snapped_down(time + hour - Minutes{1}, hour);
}

} // namespace

std::vector<Lane> side_by_side(std::span<SheetBlock const> blocks)
{
    std::vector<Lane> lanes(blocks.size());
    for (std::size_t begin = 0; begin < blocks.size();) {
        // A group is what hangs together by overlaps; all of it is divided alike.
        std::vector<Minutes> ends;
        Minutes group_end{};
        std::size_t end = begin;
        for (; end < blocks.size() && blocks[end].column == blocks[begin].column
             && (end == begin || blocks[end].time.from < group_end);
             ++end) {
            auto free = std::ranges::find_if(ends, [&](Minutes last) { return last <= blocks[end].time.from; });
            if (free == ends.end())
                free = ends.insert(ends.end(), Minutes{});
            *free = blocks[end].time.to;
            lanes[end].lane = static_cast<std::size_t>(free - ends.begin());
            group_end = std::max(group_end, blocks[end].time.to);
        }
        for (; begin < end; ++begin)
            lanes[begin].lanes = ends.size();
    }
    return lanes;
}

DaySpan hours_shown(DrawnSheet const& sheet)
{
    DaySpan shown = sheet.opening;
    auto const grow = [&shown](DaySpan span) {
        shown.from = std::min(shown.from, span.from);
        shown.to = std::max(shown.to, span.to);
    };
    for (SheetBlock const& block : sheet.blocks)
        grow(block.time);
    for (SheetGap const& gap : sheet.gaps)
        grow(gap.time);
    for (SheetColumn const& column : sheet.columns)
        for (DaySpan const span : column.working)
            grow(span);
    return {hour_before(std::max(shown.from, Minutes{0})), std::min(hour_after(shown.to), day_end)};
}

Minutes snapped_down(Minutes time, Minutes step) noexcept
{
    auto const whole =
        time.count() >= 0 ? time.count() / step.count() : -((-time.count() + step.count() - 1) / step.count());
    return step * whole;
}

Minutes snapped(Minutes time, Minutes step) noexcept
{
    return snapped_down(time + step / 2, step);
}

void ScheduleLayout::show(DrawnSheet sheet)
{
    sheet_ = std::move(sheet);
    lanes_ = side_by_side(sheet_.blocks);
    hours_ = hours_shown(sheet_);
    first_block_.assign(sheet_.columns.size() + 1, sheet_.blocks.size());
    for (std::size_t index = sheet_.blocks.size(); index-- > 0;)
        if (sheet_.blocks[index].column < sheet_.columns.size())
            first_block_[sheet_.blocks[index].column] = index;
    for (std::size_t column = sheet_.columns.size(); column-- > 0;)
        first_block_[column] = std::min(first_block_[column], first_block_[column + 1]);
    scroll_to(scroll_x_, scroll_y_);
}

void ScheduleLayout::measure(SheetMeasures const& measures)
{
    measures_ = measures;
    scroll_to(scroll_x_, scroll_y_);
}

void ScheduleLayout::scroll_to(int x, int y)
{
    scroll_x_ = std::clamp(x, 0, std::max(0, whole_width() - measures_.width));
    scroll_y_ = std::clamp(y, 0, std::max(0, whole_height() - measures_.height));
}

int ScheduleLayout::whole_width() const noexcept
{
    int const least = measures_.gutter + static_cast<int>(sheet_.columns.size()) * measures_.least_column;
    return std::max(measures_.width, least);
}

int ScheduleLayout::whole_height() const noexcept
{
    return measures_.header + static_cast<int>((hours_.to - hours_.from).count()) * measures_.hour / 60;
}

int ScheduleLayout::x_of(std::size_t column) const noexcept
{
    if (sheet_.columns.empty())
        return measures_.gutter;
    // Every pixel belongs to a column, whatever the rounding.
    int const room = whole_width() - measures_.gutter;
    return measures_.gutter + room * static_cast<int>(column) / static_cast<int>(sheet_.columns.size()) - scroll_x_;
}

int ScheduleLayout::column_width(std::size_t column) const noexcept
{
    return x_of(column + 1) - x_of(column);
}

int ScheduleLayout::y_of(Minutes time) const noexcept
{
    return measures_.header + static_cast<int>((time - hours_.from).count()) * measures_.hour / 60 - scroll_y_;
}

Minutes ScheduleLayout::minute_at(int y) const noexcept
{
    if (measures_.hour <= 0)
        return hours_.from;
    Minutes const time = hours_.from + Minutes{(y - measures_.header + scroll_y_) * 60 / measures_.hour};
    return std::clamp(time, hours_.from, hours_.to);
}

std::optional<std::size_t> ScheduleLayout::column_at(int x) const noexcept
{
    if (x < measures_.gutter)
        return std::nullopt;
    for (std::size_t column = 0; column < sheet_.columns.size(); ++column)
        if (x >= x_of(column) && x < x_of(column + 1))
            return column;
    return std::nullopt;
}

Box ScheduleLayout::box_of(std::size_t column, DaySpan time) const
{
    int const x = x_of(column), y = y_of(time.from);
    return {x, y, column_width(column), y_of(time.to) - y};
}

Box ScheduleLayout::box_of(std::size_t block) const
{
    SheetBlock const& one = sheet_.blocks.at(block);
    Box const whole = box_of(one.column, one.time);
    Lane const lane = lanes_[block];
    int const room = whole.width - 2 * measures_.inset;
    int const left = room * static_cast<int>(lane.lane) / static_cast<int>(lane.lanes);
    int const right = room * static_cast<int>(lane.lane + 1) / static_cast<int>(lane.lanes);
    int const apart = lane.lane + 1 < lane.lanes ? pixel_gap : 0;
    return {whole.x + measures_.inset + left, whole.y + 1, std::max(1, right - left - apart),
        std::max(1, whole.height - pixel_gap)};
}

Box ScheduleLayout::box_of(SheetGap const& gap) const
{
    Box const whole = box_of(gap.column, gap.time);
    return {whole.x + measures_.inset, whole.y + 1, std::max(1, whole.width - 2 * measures_.inset),
        std::max(1, whole.height - pixel_gap)};
}

std::pair<std::size_t, std::size_t> ScheduleLayout::columns_seen() const noexcept
{
    std::size_t first = 0, last = sheet_.columns.size();
    while (first < last && x_of(first + 1) <= measures_.gutter)
        ++first;
    while (last > first && x_of(last - 1) >= measures_.width)
        --last;
    return {first, last};
}

std::vector<std::size_t> ScheduleLayout::blocks_seen() const
{
    std::vector<std::size_t> seen;
    auto const [first, last] = columns_seen();
    Minutes const from = minute_at(measures_.header), to = minute_at(measures_.height) + Minutes{1};
    for (std::size_t column = first; column < last; ++column)
        for (std::size_t index = first_block_[column]; index < first_block_[column + 1]; ++index)
            if (sheet_.blocks[index].time.from < to && sheet_.blocks[index].time.to > from)
                seen.push_back(index);
    return seen;
}

SheetHit ScheduleLayout::hit(int x, int y) const
{
    auto const column = column_at(x);
    if (!column || x >= measures_.width || y < 0 || y >= measures_.height)
        return {};
    if (y < measures_.header)
        return {SheetPart::ColumnHead, 0, *column, hours_.from};
    SheetHit hit{SheetPart::Empty, 0, *column, minute_at(y)};
    for (std::size_t index = first_block_[*column]; index < first_block_[*column + 1]; ++index) {
        Box const box = box_of(index);
        if (!box.holds(x, y))
            continue;
        // A short block keeps at least its upper half for being moved.
        bool const at_end = y >= box.y + box.height - std::min(measures_.grip, box.height / 2);
        hit.part = at_end && sheet_.blocks[index].movable ? SheetPart::BlockEnd : SheetPart::Block;
        hit.index = index;
        return hit;
    }
    for (std::size_t index = 0; index < sheet_.gaps.size(); ++index)
        if (sheet_.gaps[index].column == *column && box_of(sheet_.gaps[index]).holds(x, y)) {
            hit.part = SheetPart::Gap;
            hit.index = index;
            return hit;
        }
    if (y >= y_of(hours_.to))
        return {};
    return hit;
}

std::optional<std::size_t> ScheduleLayout::block_of(std::int64_t id, std::size_t column) const
{
    std::optional<std::size_t> found;
    for (std::size_t index = 0; index < sheet_.blocks.size(); ++index) {
        if (sheet_.blocks[index].id != id)
            continue;
        if (sheet_.blocks[index].column == column)
            return index;
        if (!found)
            found = index;
    }
    return found;
}

std::pair<std::size_t, std::size_t> ScheduleLayout::blocks_of(std::size_t column) const noexcept
{
    return column < sheet_.columns.size() ? std::pair{first_block_[column], first_block_[column + 1]}
                                          : std::pair{sheet_.blocks.size(), sheet_.blocks.size()};
}

std::optional<std::size_t> ScheduleLayout::block_at(std::size_t column, Minutes time) const
{
    auto const [first, last] = blocks_of(column);
    for (std::size_t index = first; index < last; ++index)
        if (sheet_.blocks[index].time.from <= time && time < sheet_.blocks[index].time.to)
            return index;
    return std::nullopt;
}

} // namespace plumbline::app
