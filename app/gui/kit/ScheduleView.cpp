// SPDX-License-Identifier: Apache-2.0
#include "app/gui/kit/ScheduleView.hpp"

#include "app/gui/kit/Native.hpp"
#include "app/gui/kit/PartDescriptions.hpp"
#include "app/gui/kit/Words.hpp"

#include <wx/dcclient.h>

#include <algorithm>

namespace plumbline::app::kit {

namespace {

constexpr int gutter_width = 56;
constexpr int header_height = 44;
constexpr int least_column = 128;
constexpr int grip_height = 7;
constexpr int block_inset = 5;
constexpr int wheel_lines = 60; // DIP for each notch.

} // namespace

ScheduleView::ScheduleView(wxWindow* parent)
    : wxScrolled<wxWindow>{parent, wxID_ANY, wxDefaultPosition, wxDefaultSize,
        wxHSCROLL | wxVSCROLL | wxWANTS_CHARS | wxBORDER_NONE}
    , timer_{this}
{
    prepare_for_painting(this);
    SetOwnFont(base_font()); // A window without one asks the toolkit at every paint.
    native::focus_inside_only(this);
    // Hours and names stay, so what is seen may not be shifted by the toolkit itself.
    EnableScrolling(false, false);
    SetScrollRate(1, 1);
    a11y::parts(
        this, [this] { return spoken_parts(); },
        [this](std::size_t index) {
            auto const& blocks = layout_.sheet().blocks;
            auto const& gaps = layout_.sheet().gaps;
            if (index < blocks.size())
                go_to({blocks[index].column, blocks[index].time.from, blocks[index].id});
            else if (index - blocks.size() < gaps.size())
                go_to({gaps[index - blocks.size()].column, gaps[index - blocks.size()].time.from, std::nullopt});
            activate();
        });
    a11y::describe_parts(this, [this](std::size_t index) {
        std::string words;
        if (index < layout_.sheet().blocks.size())
            for (std::string const& line : layout_.sheet().blocks[index].card)
                words += (words.empty() ? "" : ". ") + line;
        return wide(words);
    });
    a11y::role(this, a11y::Role::List);
    listen();
}

/// The appointments, the times that were called off, and last the place of the keyboard where nothing is booked.
std::vector<a11y::Part> ScheduleView::spoken_parts() const
{
    std::vector<a11y::Part> parts;
    auto const add = [&parts](std::string const& words, Box const& box, bool current) {
        parts.push_back({wide(words), a11y::Role::ListItem, {box.x, box.y, box.width, box.height}, current});
    };
    DrawnSheet const& sheet = layout_.sheet();
    for (std::size_t index = 0; index < sheet.blocks.size(); ++index) {
        SheetBlock const& block = sheet.blocks[index];
        add(block.spoken, layout_.box_of(index), cursor_.block == block.id && cursor_.column == block.column);
    }
    auto const here = gap_at(cursor_);
    for (std::size_t index = 0; index < sheet.gaps.size(); ++index)
        add(sheet.gaps[index].spoken, layout_.box_of(sheet.gaps[index]), here == index);
    if (!sheet.columns.empty())
        add(spoken_place(layout_, cursor_), box_of_cursor(), !cursor_.block && !here);
    return parts;
}

std::size_t ScheduleView::current_part() const
{
    DrawnSheet const& sheet = layout_.sheet();
    if (auto const block = cursor_.block ? layout_.block_of(*cursor_.block, cursor_.column) : std::nullopt)
        return *block;
    return sheet.blocks.size() + gap_at(cursor_).value_or(sheet.gaps.size());
}

void ScheduleView::listen()
{
    Bind(wxEVT_PAINT, &ScheduleView::paint, this);
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        // What a banner would cover comes into sight again, unless a hand is pulling.
        bool const keep = !gesture_.active() && in_sight();
        measure();
        if (keep)
            reveal(cursor_);
        Refresh();
        event.Skip();
    });
    Bind(wxEVT_SYS_COLOUR_CHANGED, [this](wxSysColourChangedEvent& event) {
        SetOwnFont(base_font());
        text_.forget();
        canvas_.forget();
        measure();
        event.Skip();
    });
    auto const focus = [this](wxFocusEvent& event) {
        Refresh();
        event.Skip();
    };
    Bind(wxEVT_SET_FOCUS, focus);
    Bind(wxEVT_KILL_FOCUS, focus);
    Bind(wxEVT_LEFT_DOWN, &ScheduleView::mouse_down, this);
    Bind(wxEVT_RIGHT_DOWN, &ScheduleView::mouse_down, this);
    Bind(wxEVT_LEFT_DCLICK, [this](wxMouseEvent&) { activate(); });
    Bind(wxEVT_MOTION, &ScheduleView::mouse_moved, this);
    Bind(wxEVT_LEFT_UP, &ScheduleView::mouse_up, this);
    Bind(wxEVT_MOUSEWHEEL, &ScheduleView::mouse_wheel, this);
    Bind(wxEVT_LEAVE_WINDOW, [this](wxMouseEvent& event) {
        if (!gesture_.active())
            hover({-1, -1});
        event.Skip();
    });
    Bind(wxEVT_MOUSE_CAPTURE_LOST, [this](wxMouseCaptureLostEvent&) {
        gesture_.cancel();
        end_drag();
    });
    Bind(wxEVT_TIMER, [this](wxTimerEvent&) { tick(); });
    Bind(wxEVT_KEY_DOWN, &ScheduleView::key, this);
}

void ScheduleView::show(DrawnSheet sheet, wxString const& name)
{
    a11y::name(this, name);
    if (sheet == layout_.sheet())
        return;
    bool const other_days = sheet.columns.size() != layout_.sheet().columns.size()
        || (!sheet.columns.empty() && sheet.columns.front().day != layout_.sheet().columns.front().day);
    sync();
    if (sheet.blocks != layout_.sheet().blocks)
        canvas_.forget_stamps(Blocks);
    layout_.show(std::move(sheet));
    if (other_days && gesture_.active())
        gesture_.turned();
    measure();
    SheetCursor const before = cursor_;
    cursor_ = kept(layout_, cursor_);
    a11y::parts_changed(this);
    if (cursor_ != before && heard_.moved)
        heard_.moved(cursor_);
    Refresh();
}

void ScheduleView::measure()
{
    wxSize const size = GetClientSize();
    SheetMeasures measures{.width = size.x,
        .height = size.y,
        .gutter = FromDIP(gutter_width) * kit::zoom() / 100,
        .header = FromDIP(header_height) * kit::zoom() / 100,
        .hour = FromDIP(zoom_steps.at(zoom_)),
        .least_column = FromDIP(least_column) * kit::zoom() / 100,
        .grip = FromDIP(grip_height),
        .inset = FromDIP(block_inset)};
    // Hours are stretched rather than leaving room below them.
    auto const minutes = static_cast<int>((layout_.hours().to - layout_.hours().from).count());
    if (minutes > 0)
        measures.hour = std::max(measures.hour, (size.y - measures.header) * 60 / minutes);
    layout_.measure(measures);
    SetVirtualSize(layout_.whole_width(), layout_.whole_height());
    sync();
}

void ScheduleView::sync()
{
    wxPoint const at = GetViewStart();
    layout_.scroll_to(at.x, at.y);
}

void ScheduleView::scroll_by(int x, int y)
{
    sync();
    Scroll(layout_.scroll_x() + x, layout_.scroll_y() + y);
    sync();
    Refresh();
}

void ScheduleView::zoom(int steps)
{
    auto const last = static_cast<int>(zoom_steps.size()) - 1;
    zoom_to(static_cast<std::size_t>(std::clamp(static_cast<int>(zoom_) + steps, 0, last)));
}

void ScheduleView::zoom_to(std::size_t step)
{
    if (step >= zoom_steps.size() || step == zoom_)
        return;
    sync();
    // What is in the middle stays in the middle.
    int const middle = (layout_.measures().header + layout_.measures().height) / 2;
    Minutes const there = layout_.minute_at(middle);
    zoom_ = step;
    measure();
    scroll_by(0, layout_.y_of(there) - middle);
}

void ScheduleView::scroll_to_time(Minutes time)
{
    sync();
    scroll_by(0, layout_.y_of(time - Minutes{30}) - layout_.measures().header);
}

void ScheduleView::set_cursor(SheetCursor const& cursor)
{
    cursor_ = kept(layout_, cursor);
    reveal(cursor_);
    Refresh();
}

wxPoint ScheduleView::place_of_cursor() const
{
    Box const box = box_of_cursor();
    return ClientToScreen(wxPoint{box.x, box.y + box.height});
}

Box ScheduleView::box_of_cursor() const
{
    if (auto const block = cursor_.block ? layout_.block_of(*cursor_.block, cursor_.column) : std::nullopt)
        return layout_.box_of(*block);
    Minutes const from = snapped_down(cursor_.minute, layout_.sheet().step);
    return layout_.box_of(cursor_.column, {from, from + layout_.sheet().step});
}

/// Whether what the keyboard stands on is seen from its upper to its lower edge.
bool ScheduleView::in_sight() const
{
    if (layout_.sheet().columns.empty())
        return false;
    Box const box = box_of_cursor();
    return box.y >= layout_.measures().header && box.y + box.height <= layout_.measures().height;
}

void ScheduleView::reveal(SheetCursor const&)
{
    sync();
    Box const box = box_of_cursor();
    SheetMeasures const& m = layout_.measures();
    int x = 0, y = 0;
    if (box.y < m.header)
        y = box.y - m.header - box.height;
    else if (box.y + box.height > m.height)
        y = std::min(box.y - m.header, box.y + box.height - m.height + FromDIP(step::m));
    if (box.x < m.gutter)
        x = box.x - m.gutter - m.inset;
    else if (box.x + box.width > m.width)
        x = box.x + box.width - m.width + m.inset;
    if (x != 0 || y != 0)
        scroll_by(x, y);
}

void ScheduleView::go_to(SheetCursor const& cursor)
{
    bool const other = cursor != cursor_;
    cursor_ = cursor;
    card_of_.reset();
    reveal(cursor_);
    Refresh();
    a11y::current_changed(this, current_part());
    if (other && heard_.moved)
        heard_.moved(cursor_);
}

std::optional<std::size_t> ScheduleView::gap_at(SheetCursor const& cursor) const
{
    auto const& gaps = layout_.sheet().gaps;
    for (std::size_t index = 0; index < gaps.size(); ++index)
        if (!cursor.block && gaps[index].column == cursor.column && gaps[index].time.from <= cursor.minute
            && cursor.minute < gaps[index].time.to)
            return index;
    return std::nullopt;
}

void ScheduleView::activate()
{
    if (auto const gap = gap_at(cursor_); gap && heard_.fill_gap) {
        Box const box = layout_.box_of(layout_.sheet().gaps[*gap]);
        return heard_.fill_gap(*gap, {box.x, box.y + box.height});
    }
    if (heard_.open && !layout_.sheet().columns.empty())
        heard_.open(cursor_);
}

void ScheduleView::mouse_wheel(wxMouseEvent& event)
{
    int const notches = event.GetWheelRotation() > 0 ? 1 : -1;
    if (event.ControlDown())
        zoom(notches);
    else if (event.ShiftDown() || event.GetWheelAxis() == wxMOUSE_WHEEL_HORIZONTAL)
        scroll_by(-notches * FromDIP(wheel_lines), 0);
    else
        scroll_by(0, -notches * FromDIP(wheel_lines));
}

} // namespace plumbline::app::kit
