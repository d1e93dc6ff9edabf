// SPDX-License-Identifier: Apache-2.0
#include "app/gui/kit/HairlineList.hpp"

#include "app/gui/kit/Native.hpp"

#include <algorithm>

namespace plumbline::app::kit {
namespace {
constexpr int gap = 12;
constexpr int least_height = 26;
constexpr int drag_distance = 5; // Pixels between a click and a drag.
constexpr std::size_t rows_without_scrolling = 12;
} // namespace

ListCell::ListCell(Runs several)
    : runs{std::move(several)}
{
}

ListCell ListCell::with_dot(Meaning meaning, wxString const& text)
{
    ListCell cell{text};
    cell.dot = meaning;
    return cell;
}

HairlineList::HairlineList(wxWindow* parent, wxString const& name, std::vector<ListColumn> columns, ListUse use)
    : wxScrolled<wxWindow>{parent, wxID_ANY, wxDefaultPosition, wxDefaultSize,
        wxVSCROLL | wxWANTS_CHARS | wxBORDER_NONE | wxFULL_REPAINT_ON_RESIZE}
    , columns_{std::move(columns)}
    , use_{use}
    , name_{name}
{
    prepare_for_painting(this);
    native::focus_inside_only(this);
    // The header stays, so what is seen may not be shifted by the toolkit itself.
    EnableScrolling(false, false);
    a11y::parts(
        this,
        [this] {
            std::vector<a11y::Part> parts;
            wxRect area = row_area(0); // Carried along: asked one by one, each row would measure all above it.
            for (std::size_t index = 0; index < rows_.size(); ++index) {
                area.height = height_of(rows_[index]);
                parts.push_back({spoken(index), a11y::Role::ListItem, area, current_ == index});
                area.y += area.height;
            }
            return parts;
        },
        [this](std::size_t index) {
            move(index);
            open(index);
        });
    a11y::role(this, a11y::Role::List);
    a11y::name(this, name);

    Bind(wxEVT_PAINT, &HairlineList::paint, this);
    Bind(wxEVT_KEY_DOWN, &HairlineList::key, this);
    Bind(wxEVT_CHAR, &HairlineList::letter, this);
    Bind(wxEVT_MOTION, &HairlineList::point, this);
    Bind(wxEVT_LEFT_DOWN, &HairlineList::point, this);
    Bind(wxEVT_LEFT_DCLICK, &HairlineList::point, this);
    Bind(wxEVT_RIGHT_DOWN, &HairlineList::point, this);
    Bind(wxEVT_LEAVE_WINDOW, [this](wxMouseEvent& event) {
        hovered_.reset();
        Refresh();
        event.Skip();
    });
    auto const focus = [this](wxFocusEvent& event) {
        if (event.GetEventType() == wxEVT_SET_FOCUS && !current_ && !rows_.empty())
            move(0);
        Refresh();
        event.Skip();
    };
    Bind(wxEVT_SET_FOCUS, focus);
    Bind(wxEVT_KILL_FOCUS, focus);
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        fit();
        event.Skip();
    });
    Bind(wxEVT_SYS_COLOUR_CHANGED, [this](wxSysColourChangedEvent& event) {
        fit();
        event.Skip();
    });
}

void HairlineList::set_rows(std::vector<ListRow> rows)
{
    rows_ = std::move(rows);
    if (current_ && *current_ >= rows_.size())
        current_ = rows_.empty() ? std::nullopt : std::optional{rows_.size() - 1};
    hovered_.reset();
    InvalidateBestSize();
    fit();
    a11y::parts_changed(this);
    Refresh();
}

void HairlineList::set_current(std::optional<std::size_t> index)
{
    current_ = index && *index < rows_.size() ? index : std::nullopt;
    if (current_) {
        show_row(*current_);
        a11y::current_changed(this, *current_);
    }
    Refresh();
}

void HairlineList::set_empty_text(wxString const& sentence)
{
    empty_text_ = sentence;
    Refresh();
}

int HairlineList::header_height() const
{
    bool const titled = std::ranges::any_of(columns_, [](ListColumn const& column) { return !column.title.empty(); });
    return titled ? row_height(this) - FromDIP(step::xs) : 0;
}

int HairlineList::height_of(ListRow const& row) const
{
    if (row.second_line.empty())
        return row_height(this);
    int caption = 0;
    GetTextExtent("Ag", nullptr, &caption, nullptr, nullptr, &caption_font());
    return row_height(this) + caption * static_cast<int>(1 + row.further_lines.size());
}

int HairlineList::top_of(std::size_t index) const
{
    int top = header_height();
    for (std::size_t above = 0; above < index; ++above)
        top += height_of(rows_[above]);
    return top;
}

void HairlineList::fit()
{
    SetScrollRate(0, row_height(this));
    SetVirtualSize(-1, top_of(rows_.size()));
}

int HairlineList::scrolled() const
{
    return GetViewStart().y * row_height(this);
}

wxRect HairlineList::row_area(std::size_t index) const
{
    if (index >= rows_.size())
        return {};
    return {0, top_of(index) - scrolled(), GetClientSize().x, height_of(rows_[index])};
}

std::optional<std::size_t> HairlineList::row_at(int y) const
{
    if (y < header_height())
        return std::nullopt;
    int bottom = header_height() - scrolled();
    for (std::size_t index = 0; index < rows_.size(); ++index) {
        bottom += height_of(rows_[index]);
        if (y < bottom)
            return index;
    }
    return std::nullopt;
}

wxSize HairlineList::DoGetBestClientSize() const
{
    std::size_t const seen = std::min(rows_.size(), rows_without_scrolling);
    int const least = rows_.empty() && !empty_text_.empty() ? row_height(this) : 0;
    return {FromDIP(120), header_height() + std::max(least, top_of(seen) - header_height())};
}

void HairlineList::DoSetSize(int x, int y, int width, int height, int flags)
{
    // The scroll bar of the desktop cannot be shorter than its slider, and says so on standard error.
    int const least = FromDIP(least_height);
    wxScrolled<wxWindow>::DoSetSize(x, y, width, height >= 0 ? std::max(height, least) : height, flags);
}

std::vector<HairlineList::Place> HairlineList::places(int width) const
{
    int const space = FromDIP(gap);
    int left_over = width - 2 * FromDIP(pad) - space * static_cast<int>(columns_.empty() ? 0 : columns_.size() - 1);
    int shares = 0;
    for (ListColumn const& column : columns_) {
        if (column.width > 0)
            left_over -= FromDIP(column.width) * zoom() / 100;
        else
            shares += column.share;
    }
    std::vector<Place> all;
    int x = FromDIP(pad);
    for (ListColumn const& column : columns_) {
        int const wide = column.width > 0 ? FromDIP(column.width) * zoom() / 100
                                          : std::max(0, left_over) * column.share / std::max(1, shares);
        all.push_back({x, wide});
        x += wide + space;
    }
    return all;
}

void HairlineList::show_row(std::size_t index)
{
    wxRect const area = row_area(index);
    int const step = std::max(1, row_height(this));
    int const height = GetClientSize().y;
    if (area.y < header_height())
        Scroll(-1, (top_of(index) - header_height()) / step);
    else if (area.y + area.height > height && height > area.height)
        Scroll(-1, (top_of(index) + area.height - height + step - 1) / step);
}

void HairlineList::move(std::size_t index)
{
    if (index >= rows_.size())
        return;
    bool const other = current_ != index;
    set_current(index);
    if (other && moved_)
        moved_(index);
}

void HairlineList::open(std::size_t index)
{
    if (use_ == ListUse::Activate && index < rows_.size() && activated_)
        activated_(index);
}

void HairlineList::key(wxKeyEvent& event)
{
    std::size_t const last = rows_.empty() ? 0 : rows_.size() - 1;
    std::size_t const now = current_.value_or(0);
    auto const page = static_cast<std::size_t>(std::max(1, GetClientSize().y / row_height(this) - 1));
    if (event.HasModifiers()) {
        event.Skip(!key_ || !key_(event));
        return;
    }
    switch (event.GetKeyCode()) {
    case WXK_UP:
        move(current_ && now > 0 ? now - 1 : 0);
        return;
    case WXK_DOWN:
        move(current_ ? std::min(now + 1, last) : 0);
        return;
    case WXK_HOME:
        move(0);
        return;
    case WXK_END:
        move(last);
        return;
    case WXK_PAGEUP:
        move(now > page ? now - page : 0);
        return;
    case WXK_PAGEDOWN:
        move(std::min(now + page, last));
        return;
    case WXK_RETURN:
    case WXK_NUMPAD_ENTER:
        if (use_ == ListUse::Activate && current_) {
            open(*current_);
            return;
        }
        break;
    case WXK_TAB:
        Navigate(event.ShiftDown() ? wxNavigationKeyEvent::IsBackward : wxNavigationKeyEvent::IsForward);
        return;
    case WXK_WINDOWS_MENU:
        if (current_ && menu_) {
            menu_(*current_, row_area(*current_).GetBottomLeft());
            return;
        }
        break;
    default:
        break;
    }
    if (key_ && key_(event))
        return;
    event.Skip();
}

void HairlineList::letter(wxKeyEvent& event)
{
    wxChar const typed = static_cast<wxChar>(wxToupper(event.GetUnicodeKey()));
    if (typed <= WXK_SPACE || event.HasModifiers() || rows_.empty()) {
        event.Skip();
        return;
    }
    // Round from the row below the current one to the next whose first words begin with the letter.
    for (std::size_t step = 1; step <= rows_.size(); ++step) {
        std::size_t const index = (current_.value_or(rows_.size() - 1) + step) % rows_.size();
        for (ListCell const& cell : rows_[index].cells) {
            wxString const text = plain(cell.runs);
            if (!text.empty() && wxToupper(text[0].GetValue()) == typed) {
                move(index);
                return;
            }
        }
    }
}

void HairlineList::point(wxMouseEvent& event)
{
    auto const hit = row_at(event.GetY());
    if (hit != hovered_) {
        hovered_ = hit;
        if (use_ == ListUse::Activate)
            SetCursor(hit ? wxCursor{wxCURSOR_HAND} : wxNullCursor);
        Refresh();
    }
    if (event.LeftDown() || event.RightDown() || event.LeftDClick())
        SetFocus();
    if (dragged_ && pulled(event) && current_)
        return dragged_(*current_);
    if (!hit)
        return;
    if (event.LeftDown() || event.RightDown())
        move(*hit);
    if (event.LeftDClick())
        open(*hit);
    if (event.RightDown() && menu_)
        menu_(*hit, event.GetPosition());
}

/// Whether a row is now far enough from where it was pressed to be a drag and not a click.
bool HairlineList::pulled(wxMouseEvent const& event)
{
    if (event.LeftDown())
        pressed_ = row_at(event.GetY()) ? std::optional{event.GetPosition()} : std::nullopt;
    if (!event.LeftIsDown())
        pressed_.reset();
    if (!pressed_ || !event.Dragging())
        return false;
    wxPoint const way = event.GetPosition() - *pressed_;
    if (way.x * way.x + way.y * way.y <= drag_distance * drag_distance)
        return false;
    pressed_.reset();
    return true;
}

wxString HairlineList::spoken(std::size_t index) const
{
    ListRow const& row = rows_[index];
    wxString words;
    for (std::size_t column = 0; column < row.cells.size(); ++column) {
        wxString const text = plain(row.cells[column].runs);
        if (text.empty())
            continue;
        if (!words.empty())
            words += ", ";
        if (column > 0 && column < columns_.size() && !columns_[column].title.empty())
            words += columns_[column].title + " ";
        words += text;
    }
    if (!row.second_line.empty())
        words += ", " + plain(row.second_line);
    for (Runs const& line : row.further_lines)
        words += ", " + plain(line);
    return words;
}

} // namespace plumbline::app::kit
