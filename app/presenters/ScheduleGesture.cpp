// SPDX-License-Identifier: Apache-2.0
#include "app/presenters/ScheduleGesture.hpp"

#include <algorithm>
#include <cstdlib>
#include <utility>

namespace plumbline::app {

namespace {

/// As long as it was, within the day.
DaySpan moved_to(Minutes from, Minutes length)
{
    constexpr Minutes day{24 * 60};
    Minutes const begin = std::clamp(from, Minutes{0}, day - length);
    return {begin, begin + length};
}

std::int64_t resource_of(DrawnSheet const& sheet, std::size_t column)
{
    return sheet.columns[column].always ? sheet.columns[column].key : 0;
}

} // namespace

void ScheduleGesture::begin(SheetWish::Kind kind, SheetWish wish, int x, int y)
{
    kind_ = kind;
    wish_ = wish;
    wish_.kind = kind;
    origin_ = wish.time;
    origin_column_ = wish.column;
    press_x_ = x;
    press_y_ = y;
    moved_ = over_ = false;
}

bool ScheduleGesture::press(ScheduleLayout const& layout, SheetHit const& hit, int x, int y)
{
    DrawnSheet const& sheet = layout.sheet();
    cancel();
    if (hit.part == SheetPart::Empty) {
        Minutes const from = snapped_down(hit.minute, sheet.step);
        title_.clear();
        fill_ = BlockFill::Visit;
        begin(SheetWish::Kind::Create, {SheetWish::Kind::Create, 0, hit.column, {from, from + sheet.step}}, x, y);
        return true;
    }
    if ((hit.part != SheetPart::Block && hit.part != SheetPart::BlockEnd) || !sheet.blocks[hit.index].movable)
        return false;
    SheetBlock const& block = sheet.blocks[hit.index];
    title_ = block.title;
    fill_ = block.fill;
    grabbed_ = hit.minute - block.time.from;
    begin(hit.part == SheetPart::BlockEnd ? SheetWish::Kind::Resize : SheetWish::Kind::Move,
        {SheetWish::Kind::Move, block.id, block.column, block.time, resource_of(sheet, block.column)}, x, y);
    return true;
}

void ScheduleGesture::bring(Brought what)
{
    cancel();
    title_ = std::move(what.title);
    fill_ = what.fill;
    grabbed_ = what.length / 4;
    begin(SheetWish::Kind::Bring, {SheetWish::Kind::Bring, what.id, 0, {Minutes{0}, what.length}}, 0, 0);
    moved_ = true;
}

void ScheduleGesture::drag(ScheduleLayout const& layout, int x, int y, Copying copying)
{
    if (!kind_)
        return;
    moved_ = moved_ || std::abs(x - press_x_) > far_enough || std::abs(y - press_y_) > far_enough;
    if (!moved_)
        return;
    Minutes const step = layout.sheet().step;
    Minutes const minute = layout.minute_at(y);
    if (wish_.kind == SheetWish::Kind::Create) {
        over_ = true;
        Minutes const end = snapped_down(minute, step) + step;
        // Upwards as well as downwards, the first quarter always in it.
        wish_.time = {std::min(origin_.from, snapped_down(minute, step)), std::max(origin_.to, end)};
        return;
    }
    if (wish_.kind == SheetWish::Kind::Resize) {
        over_ = true;
        Minutes const end = std::max(snapped(minute, step), origin_.from + Appointment::shortest);
        wish_.time = {origin_.from, std::min(end, origin_.from + Appointment::longest)};
        return;
    }
    auto const column = layout.column_at(x);
    over_ = column && layout.hit(x, y).part != SheetPart::Nothing && y >= layout.measures().header;
    if (!over_)
        return;
    wish_.column = *column;
    wish_.time = moved_to(snapped(minute - grabbed_, step), origin_.to - origin_.from);
    if (*kind_ != SheetWish::Kind::Bring)
        wish_.kind = copying == Copying::Yes ? SheetWish::Kind::Copy : SheetWish::Kind::Move;
}

std::optional<SheetWish> ScheduleGesture::release()
{
    auto const wish = ghost();
    bool const nothing_changed = wish && wish->kind == SheetWish::Kind::Move && wish->time == origin_
        && wish->column == origin_column_ && !page_turned_;
    cancel();
    return nothing_changed ? std::nullopt : wish;
}

void ScheduleGesture::cancel()
{
    kind_.reset();
    moved_ = over_ = page_turned_ = false;
}

bool ScheduleGesture::may_leave() const noexcept
{
    return kind_ == SheetWish::Kind::Move || kind_ == SheetWish::Kind::Bring;
}

std::optional<SheetWish> ScheduleGesture::ghost() const
{
    return kind_ && moved_ && over_ ? std::optional{wish_} : std::nullopt;
}

} // namespace plumbline::app
