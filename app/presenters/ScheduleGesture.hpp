// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/presenters/ScheduleLayout.hpp"

#include <optional>
#include <string>

namespace plumbline::app {

/// Something from beside the sheet that is dragged onto it: held on the pinboard, waiting, a patient.
struct Brought {
    std::int64_t id = 0;
    std::string title{};
    Minutes length{45};
    BlockFill fill = BlockFill::Visit;
    friend bool operator==(Brought const&, Brought const&) = default;
};

/// What the mouse is doing with a sheet, from press to release. Holds what is dragged by value, so that the sheet may
/// be replaced under it: by another day, or by a refresh.
class ScheduleGesture {
public:
    enum class Copying : std::uint8_t { No, Yes };

    /// False when nothing can begin there.
    bool press(ScheduleLayout const& layout, SheetHit const& hit, int x, int y);
    void bring(Brought what);
    void drag(ScheduleLayout const& layout, int x, int y, Copying copying);
    /// The wish, when the mouse has moved far enough for one; the gesture is over.
    [[nodiscard]] std::optional<SheetWish> release();
    void cancel();
    /// The sheet under the mouse is another day's now.
    void turned() noexcept { page_turned_ = kind_.has_value(); }

    [[nodiscard]] bool active() const noexcept { return kind_.has_value(); }
    [[nodiscard]] bool moved() const noexcept { return moved_; }
    [[nodiscard]] std::optional<SheetWish::Kind> kind() const noexcept { return kind_; }
    [[nodiscard]] std::int64_t dragged() const noexcept { return wish_.id; }
    /// Whether what is dragged could go to another day or to the pinboard.
    [[nodiscard]] bool may_leave() const noexcept;
    /// What would be asked for now; nothing while the mouse is not over a column.
    [[nodiscard]] std::optional<SheetWish> ghost() const;
    [[nodiscard]] std::string const& title() const noexcept { return title_; }
    [[nodiscard]] BlockFill fill() const noexcept { return fill_; }

private:
    static constexpr int far_enough = 4; ///< Pixels between a click and a drag.

    void begin(SheetWish::Kind kind, SheetWish wish, int x, int y);

    std::optional<SheetWish::Kind> kind_;
    SheetWish wish_;
    DaySpan origin_{};
    std::size_t origin_column_ = 0;
    std::string title_;
    BlockFill fill_ = BlockFill::Visit;
    Minutes grabbed_{}; ///< How far below its beginning a block was taken.
    int press_x_ = 0, press_y_ = 0;
    bool moved_ = false, over_ = false, page_turned_ = false;
};

} // namespace plumbline::app
