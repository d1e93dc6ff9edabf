// SPDX-License-Identifier: Apache-2.0
// What mouse and keyboard do with the schedule.
#include "app/gui/kit/Actions.hpp"
#include "app/gui/kit/Keys.hpp"
#include "app/gui/kit/ScheduleView.hpp"

#include <wx/utils.h>

#include <algorithm>

namespace plumbline::app::kit {

namespace {

constexpr int tick_milliseconds = 50;
constexpr int card_after = 450;       // Milliseconds of rest.
constexpr int turn_after = 700;       // Milliseconds at the edge.
constexpr int turn_again_after = 900; // Milliseconds from one to the next.
constexpr int edge_width = 18;
constexpr int scroll_step = 14;

} // namespace

void ScheduleView::mouse_down(wxMouseEvent& event)
{
    SetFocus();
    sync();
    // What is done here is in front now: no card comes over it.
    hovered_.reset();
    timer_.Stop();
    show_card(false);
    wxPoint const at = event.GetPosition();
    SheetHit const hit = layout_.hit(at.x, at.y);
    if (hit.part == SheetPart::Nothing || hit.part == SheetPart::ColumnHead)
        return;
    bool const on_block = hit.part == SheetPart::Block || hit.part == SheetPart::BlockEnd;
    SheetCursor place{hit.column, snapped_down(hit.minute, layout_.sheet().step), std::nullopt};
    if (on_block) {
        SheetBlock const& block = layout_.sheet().blocks[hit.index];
        place = {block.column, block.time.from, block.id};
    }
    go_to(place);
    if (event.RightDown()) {
        if (heard_.menu)
            heard_.menu(at);
        return;
    }
    if (hit.part == SheetPart::Gap) {
        if (heard_.fill_gap)
            heard_.fill_gap(hit.index, at);
        return;
    }
    if (gesture_.press(layout_, hit, at.x, at.y)) {
        CaptureMouse();
        waited_ = 0;
        timer_.Start(tick_milliseconds);
    }
}

void ScheduleView::bring(Brought what)
{
    gesture_.bring(std::move(what));
    SetFocus();
    if (!HasCapture())
        CaptureMouse();
    waited_ = 0;
    timer_.Start(tick_milliseconds);
}

void ScheduleView::mouse_moved(wxMouseEvent& event)
{
    mouse_ = event.GetPosition();
    sync();
    if (gesture_.active())
        return drag_to(mouse_, event.ControlDown());
    SheetHit const hit = layout_.hit(mouse_.x, mouse_.y);
    SetCursor(hit.part == SheetPart::BlockEnd ? wxCursor{wxCURSOR_SIZENS}
            : hit.part == SheetPart::Gap      ? wxCursor{wxCURSOR_HAND}
                                              : wxNullCursor);
    hover(mouse_);
}

void ScheduleView::drag_to(wxPoint at, bool with_control)
{
    gesture_.drag(layout_, at.x, at.y, with_control ? ScheduleGesture::Copying::Yes : ScheduleGesture::Copying::No);
    if (gesture_.moved())
        SetCursor(wxCursor{gesture_.kind() == SheetWish::Kind::Resize ? wxCURSOR_SIZENS : wxCURSOR_HAND});
    Refresh();
}

void ScheduleView::mouse_up(wxMouseEvent& event)
{
    if (!gesture_.active())
        return;
    wxPoint const at = event.GetPosition();
    drag_to(at, event.ControlDown()); // What counts is where, and with which key, the button was let go.
    bool const outside = !wxRect{GetClientSize()}.Contains(at);
    if (outside && gesture_.moved() && gesture_.may_leave()) {
        std::int64_t const id = gesture_.dragged();
        bool const own = gesture_.kind() == SheetWish::Kind::Move;
        gesture_.cancel();
        end_drag();
        if (own && heard_.dropped_beside)
            heard_.dropped_beside(id, ClientToScreen(at));
        return;
    }
    auto const wish = gesture_.release();
    end_drag();
    if (wish && heard_.wish)
        heard_.wish(*wish);
}

void ScheduleView::end_drag()
{
    timer_.Stop();
    if (HasCapture())
        ReleaseMouse();
    SetCursor(wxNullCursor);
    Refresh();
}

/// The toolkit may keep a last motion to itself, and whoever holds still at the edge makes no other.
void ScheduleView::follow_pointer()
{
    wxPoint const now = ScreenToClient(wxGetMousePosition());
    if (now == mouse_)
        return;
    mouse_ = now;
    drag_to(mouse_, wxGetKeyState(WXK_CONTROL));
}

void ScheduleView::tick()
{
    if (!gesture_.active()) {
        timer_.Stop();
        return show_card(hovered_.has_value());
    }
    follow_pointer();
    SheetMeasures const& m = layout_.measures();
    int const edge = FromDIP(edge_width);
    if (gesture_.moved() && mouse_.y > m.height - edge)
        scroll_by(0, FromDIP(scroll_step));
    else if (gesture_.moved() && mouse_.y < m.header + edge)
        scroll_by(0, -FromDIP(scroll_step));
    int const direction = mouse_.x < edge / 2 ? -1 : mouse_.x >= m.width - edge ? 1 : 0;
    if (!gesture_.moved() || !gesture_.may_leave() || direction == 0) {
        waited_ = 0;
        return;
    }
    // What is scrolled comes first, the next days after it.
    int const before = layout_.scroll_x();
    scroll_by(direction * FromDIP(scroll_step), 0);
    if (layout_.scroll_x() != before)
        return;
    waited_ += tick_milliseconds;
    if (waited_ >= turn_after) {
        waited_ = turn_after - turn_again_after;
        if (heard_.turn)
            heard_.turn(direction);
    }
}

void ScheduleView::hover(wxPoint at)
{
    SheetHit const hit = layout_.hit(at.x, at.y);
    bool const on_block = hit.part == SheetPart::Block || hit.part == SheetPart::BlockEnd;
    auto const now = on_block ? std::optional{layout_.sheet().blocks[hit.index].id} : std::nullopt;
    if (now == hovered_ && (!now || hit.column == card_column_))
        return;
    hovered_ = now;
    show_card(false);
    card_column_ = hit.column;
    if (hovered_)
        timer_.StartOnce(card_after);
    else
        timer_.Stop();
}

void ScheduleView::show_card(bool shown)
{
    auto const now = shown ? hovered_ : std::nullopt;
    if (now == card_of_)
        return;
    card_of_ = now;
    Refresh();
}

void ScheduleView::step(SheetStep step)
{
    if (auto const next = stepped(layout_, cursor_, step))
        return go_to(*next);
    // Beyond the first or the last column lie the days before and after.
    if (!heard_.turn || (step != SheetStep::Left && step != SheetStep::Right))
        return;
    heard_.turn(step == SheetStep::Left ? -1 : 1);
    auto const columns = layout_.sheet().columns.size();
    if (columns > 0)
        go_to({step == SheetStep::Left ? columns - 1 : 0, cursor_.minute, std::nullopt});
}

bool ScheduleView::walk(wxKeyEvent const& event)
{
    if (event.GetModifiers() != wxMOD_NONE)
        return false;
    switch (event.GetKeyCode()) {
    case WXK_UP:
        step(SheetStep::Up);
        return true;
    case WXK_DOWN:
        step(SheetStep::Down);
        return true;
    case WXK_LEFT:
        step(SheetStep::Left);
        return true;
    case WXK_RIGHT:
        step(SheetStep::Right);
        return true;
    case WXK_HOME:
        step(SheetStep::DayBegin);
        return true;
    case WXK_END:
        step(SheetStep::DayEnd);
        return true;
    case WXK_RETURN:
    case WXK_NUMPAD_ENTER:
        activate();
        return true;
    case WXK_SPACE:
        hovered_ = cursor_.block;
        card_column_ = cursor_.column;
        show_card(!card_of_.has_value());
        return true;
    case WXK_WINDOWS_MENU:
        if (heard_.menu) {
            Box const box = box_of_cursor();
            heard_.menu({box.x + box.width / 2, box.y + box.height / 2});
        }
        return true;
    default:
        return false;
    }
}

void ScheduleView::key(wxKeyEvent& event)
{
    sync();
    if (event.GetKeyCode() == WXK_ESCAPE && (gesture_.active() || card_of_)) {
        gesture_.cancel();
        end_drag();
        return show_card(false);
    }
    if (event.GetKeyCode() == WXK_CONTROL && gesture_.active())
        drag_to(mouse_, true);
    if (event.GetKeyCode() == WXK_TAB && !event.ControlDown()) {
        if (auto const next =
                stepped(layout_, cursor_, event.ShiftDown() ? SheetStep::PreviousBlock : SheetStep::NextBlock))
            return go_to(*next);
        Navigate(event.ShiftDown() ? wxNavigationKeyEvent::IsBackward : wxNavigationKeyEvent::IsForward);
        return;
    }
    if (walk(event))
        return;
    if (std::string const pressed = key_of(event); !pressed.empty() && heard_.key && heard_.key(pressed))
        return;
    event.Skip();
}

} // namespace plumbline::app::kit
