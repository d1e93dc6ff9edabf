// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/gui/kit/Accessible.hpp"
#include "app/gui/kit/BlockText.hpp"
#include "app/gui/kit/Canvas.hpp"
#include "app/gui/kit/Painting.hpp"
#include "app/presenters/ScheduleGesture.hpp"

#include <wx/scrolwin.h>
#include <wx/timer.h>

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace plumbline::app::kit {

/// Days as columns and hours as rows, with appointments as blocks that can be drawn, moved and stretched. Draws a sheet,
/// and says what somebody wishes; whether it happens is decided elsewhere. To a screen reader it is a list of
/// appointments, of times that were called off, and of the place where the keyboard stands.
class ScheduleView : public wxScrolled<wxWindow> {
public:
    struct Heard {
        std::function<void(SheetWish const&)> wish;
        std::function<void(SheetCursor const&)> moved;             ///< The keyboard, or the mouse, stands elsewhere.
        std::function<void(SheetCursor const&)> open;              ///< Enter or a double click.
        std::function<void(std::size_t gap, wxPoint at)> fill_gap; ///< Who could come in this free time?
        std::function<void(wxPoint at)> menu;
        std::function<void(int direction)> turn; ///< Past the edge: the days before or after, as columns.
        /// Whether something beside the sheet took what was dropped there.
        std::function<bool(std::int64_t id, wxPoint screen)> dropped_beside;
        /// A key that only means something here, in the spelling of the table of actions; true when it did.
        std::function<bool(std::string const& key)> key;
    };

    explicit ScheduleView(wxWindow* parent);
    void on(Heard heard) { heard_ = std::move(heard); }

    /// Keeps the keyboard where it was, and what is scrolled. The name is what a screen reader says first.
    void show(DrawnSheet sheet, wxString const& name);
    [[nodiscard]] ScheduleLayout const& layout() const noexcept { return layout_; }
    [[nodiscard]] SheetCursor const& cursor() const noexcept { return cursor_; }
    void set_cursor(SheetCursor const& cursor);
    /// On the screen, below what the keyboard stands on.
    [[nodiscard]] wxPoint place_of_cursor() const;
    void zoom(int steps);
    [[nodiscard]] std::size_t zoom_step() const noexcept { return zoom_; }
    void zoom_to(std::size_t step);
    /// So that this time is near the upper edge.
    void scroll_to_time(Minutes time);
    /// A row beside the sheet is being pulled onto it: from now on the mouse is this control's.
    void bring(Brought what);
    [[nodiscard]] bool AcceptsFocus() const override { return true; }

private:
    struct Pens;                       ///< Heights of the fonts, measured once for a picture.
    enum Sort : int { Backs, Blocks }; ///< Stamps: what many blocks look like, and one block whole.

    void listen();
    void measure();
    void paint(wxPaintEvent& event);
    void paint_all(Brush& brush);
    void paint_columns(Brush& brush);
    void paint_hours(Brush& brush);
    void paint_blocks(Brush& brush, Pens const& pens);
    void paint_block(Brush& brush, Pens const& pens, std::size_t index);
    void paint_ground(Brush& brush, SheetBlock const& block, wxSize size, bool with_sign);
    void paint_words(Brush& brush, Pens const& pens, SheetBlock const& block, wxSize size, bool with_sign);
    void paint_gaps(Brush& brush);
    void paint_ghost(Brush& brush);
    void paint_now(Brush& brush);
    void paint_heads(Brush& brush);
    void paint_card(Brush& brush);
    void paint_cursor(Brush& brush);

    void mouse_down(wxMouseEvent& event);
    void mouse_moved(wxMouseEvent& event);
    void mouse_up(wxMouseEvent& event);
    void mouse_wheel(wxMouseEvent& event);
    /// With Ctrl it is copied.
    void drag_to(wxPoint at, bool with_control);
    void follow_pointer();
    void tick();
    void end_drag();
    void hover(wxPoint at);
    void show_card(bool shown);
    void key(wxKeyEvent& event);
    [[nodiscard]] bool walk(wxKeyEvent const& event);
    void step(SheetStep step);
    void go_to(SheetCursor const& cursor);
    void reveal(SheetCursor const& cursor);
    void activate();
    [[nodiscard]] Box box_of_cursor() const;
    [[nodiscard]] bool in_sight() const;
    [[nodiscard]] std::vector<a11y::Part> spoken_parts() const;
    [[nodiscard]] std::size_t current_part() const;
    [[nodiscard]] std::optional<std::size_t> gap_at(SheetCursor const& cursor) const;
    void scroll_by(int x, int y);
    void sync();

    ScheduleLayout layout_;
    SheetCursor cursor_;
    ScheduleGesture gesture_;
    BlockText text_;
    Canvas canvas_;
    std::size_t zoom_ = usual_zoom;
    Heard heard_;
    wxTimer timer_;                       ///< Runs while dragging, and until a hover card is due.
    std::optional<std::int64_t> hovered_; ///< The appointment under the mouse.
    std::optional<std::int64_t> card_of_; ///< Whose hover card is shown,
    std::size_t card_column_ = 0;         ///< and in which column: who holds a room is drawn twice.
    wxPoint mouse_;
    int waited_ = 0; ///< Milliseconds at an edge.
};

} // namespace plumbline::app::kit
