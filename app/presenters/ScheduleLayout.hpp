// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/presenters/DrawnSheet.hpp"

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace plumbline::app {

/// A rectangle in the pixels of whoever draws.
struct Box {
    int x = 0, y = 0, width = 0, height = 0;
    [[nodiscard]] bool holds(int px, int py) const noexcept
    {
        return px >= x && px < x + width && py >= y && py < y + height;
    }
    friend bool operator==(Box const&, Box const&) = default;
};

/// Which part of the width of its column a block has: those that overlap stand side by side.
struct Lane {
    std::size_t lane = 0, lanes = 1;
    friend bool operator==(Lane const&, Lane const&) = default;
};
/// One for each block, in their order. Blocks must be sorted by column and time.
[[nodiscard]] std::vector<Lane> side_by_side(std::span<SheetBlock const> blocks);

/// Whole hours from the first to the last thing that is to be seen; never shorter than the opening.
[[nodiscard]] DaySpan hours_shown(DrawnSheet const& sheet);

/// Heights of an hour, in DIP, from a day at a glance to five minutes apart.
inline constexpr std::array<int, 7> zoom_steps{36, 52, 72, 96, 132, 184, 264};
inline constexpr std::size_t usual_zoom = 3;

/// The multiple of step that begins at or before.
[[nodiscard]] Minutes snapped_down(Minutes time, Minutes step) noexcept;
/// The nearest multiple of step.
[[nodiscard]] Minutes snapped(Minutes time, Minutes step) noexcept;

/// What whoever draws has decided, in pixels.
struct SheetMeasures {
    int width = 0, height = 0; ///< Of the window.
    int gutter = 0;            ///< Where the hours are written.
    int header = 0;            ///< Where the columns are named.
    int hour = 0;              ///< Height of one hour.
    int least_column = 0;      ///< Narrower ones are scrolled instead.
    int grip = 0;              ///< Height of the edge that resizes.
    int inset = 0;             ///< Between a block and its column.
    friend bool operator==(SheetMeasures const&, SheetMeasures const&) = default;
};

enum class SheetPart : std::uint8_t { Nothing, ColumnHead, Block, BlockEnd, Gap, Empty };

struct SheetHit {
    SheetPart part = SheetPart::Nothing;
    std::size_t index = 0; ///< Of the block or the gap.
    std::size_t column = 0;
    Minutes minute{}; ///< Exact, not snapped.
    friend bool operator==(SheetHit const&, SheetHit const&) = default;
};

/// Where everything of a sheet lies and what lies at a place. Holds the sheet.
class ScheduleLayout {
public:
    void show(DrawnSheet sheet);
    void measure(SheetMeasures const& measures);
    /// Kept within what there is to see.
    void scroll_to(int x, int y);

    [[nodiscard]] DrawnSheet const& sheet() const noexcept { return sheet_; }
    [[nodiscard]] SheetMeasures const& measures() const noexcept { return measures_; }
    [[nodiscard]] DaySpan hours() const noexcept { return hours_; }
    [[nodiscard]] int scroll_x() const noexcept { return scroll_x_; }
    [[nodiscard]] int scroll_y() const noexcept { return scroll_y_; }
    /// Of all there is, header and gutter included.
    [[nodiscard]] int whole_width() const noexcept;
    [[nodiscard]] int whole_height() const noexcept;

    [[nodiscard]] int x_of(std::size_t column) const noexcept; ///< In the window.
    [[nodiscard]] int column_width(std::size_t column) const noexcept;
    [[nodiscard]] int y_of(Minutes time) const noexcept;
    [[nodiscard]] Minutes minute_at(int y) const noexcept; ///< Within the hours shown.
    [[nodiscard]] std::optional<std::size_t> column_at(int x) const noexcept;

    [[nodiscard]] Box box_of(std::size_t block) const;
    [[nodiscard]] Box box_of(SheetGap const& gap) const;
    /// A time in a column, from edge to edge.
    [[nodiscard]] Box box_of(std::size_t column, DaySpan time) const;

    /// The columns of which anything is in the window: first and one past the last.
    [[nodiscard]] std::pair<std::size_t, std::size_t> columns_seen() const noexcept;
    /// Indices of the blocks of which anything is in the window.
    [[nodiscard]] std::vector<std::size_t> blocks_seen() const;
    [[nodiscard]] SheetHit hit(int x, int y) const;

    /// In this column if it stands there too: what takes a resource is drawn twice.
    [[nodiscard]] std::optional<std::size_t> block_of(std::int64_t id, std::size_t column) const;
    /// The blocks of a column, as indices: first and one past the last.
    [[nodiscard]] std::pair<std::size_t, std::size_t> blocks_of(std::size_t column) const noexcept;
    [[nodiscard]] std::optional<std::size_t> block_at(std::size_t column, Minutes time) const;

private:
    DrawnSheet sheet_;
    std::vector<Lane> lanes_;
    std::vector<std::size_t> first_block_; ///< Of each column, and the end.
    DaySpan hours_{};
    SheetMeasures measures_;
    int scroll_x_ = 0, scroll_y_ = 0;
};

/// The place of the keyboard in a sheet.
struct SheetCursor {
    std::size_t column = 0;
    Minutes minute{};
    std::optional<std::int64_t> block{}; ///< The appointment it stands on.
    friend bool operator==(SheetCursor const&, SheetCursor const&) = default;
};

enum class SheetStep : std::uint8_t { Up, Down, Left, Right, DayBegin, DayEnd, NextBlock, PreviousBlock };

/// Where the keyboard goes from here; nothing when it would leave the sheet that way.
[[nodiscard]] std::optional<SheetCursor> stepped(ScheduleLayout const& layout, SheetCursor from, SheetStep step);
/// What lies at a place without an appointment, for who listens: `Dana Reyes, PT, 10:30, free until 12:00`.
[[nodiscard]] std::string spoken_place(ScheduleLayout const& layout, SheetCursor const& place);
/// The same place in a new sheet: on the same appointment if it is still there, else at the same time.
[[nodiscard]] SheetCursor kept(ScheduleLayout const& layout, SheetCursor cursor);

} // namespace plumbline::app
