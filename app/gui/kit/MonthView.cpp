// SPDX-License-Identifier: Apache-2.0
#include "app/gui/kit/MonthView.hpp"

#include "app/gui/kit/Keys.hpp"
#include "app/gui/kit/Words.hpp"

#include <algorithm>

namespace plumbline::app::kit {

namespace {
constexpr int days = 7;
constexpr int bar_height = 4;
} // namespace

MonthView::MonthView(wxWindow* parent)
    : Control{parent, Reach::Keyboard}
{
    a11y::parts(
        this,
        [this] {
            std::vector<a11y::Part> parts;
            for (std::size_t index = 0; index < cells_.size(); ++index) {
                wxString words = wide(weekday_name(cells_[index].day) + ' ' + to_words(cells_[index].day));
                for (Line const& line : cells_[index].lines)
                    words += ", " + line.text;
                parts.push_back({words, a11y::Role::ListItem, area_of(index), index == current_});
            }
            return parts;
        },
        [this](std::size_t index) {
            if (index < cells_.size() && open_)
                open_(cells_[index].day);
        });
    a11y::role(this, a11y::Role::List);
    Bind(wxEVT_KEY_DOWN, &MonthView::key, this);
    auto const point = [this](wxMouseEvent& event) {
        SetFocus();
        for (std::size_t index = 0; index < cells_.size(); ++index)
            if (area_of(index).Contains(event.GetPosition())) {
                go_to(index);
                if (event.LeftDClick() && open_)
                    open_(cells_[index].day);
                return;
            }
    };
    Bind(wxEVT_LEFT_DOWN, point);
    Bind(wxEVT_LEFT_DCLICK, point);
}

void MonthView::show(std::vector<Cell> cells, Date today, Date current, wxString const& name)
{
    a11y::name(this, name);
    cells_ = std::move(cells);
    today_ = today;
    auto const found = std::ranges::find(cells_, current, &Cell::day);
    current_ = found == cells_.end() ? 0 : static_cast<std::size_t>(found - cells_.begin());
    a11y::parts_changed(this);
    Refresh();
}

wxSize MonthView::wanted() const
{
    return FromDIP(wxSize{420, 300});
}

int MonthView::head_height() const
{
    return row_height(this);
}

wxRect MonthView::area_of(std::size_t index) const
{
    wxSize const size = GetClientSize();
    int const weeks = std::max(1, static_cast<int>(cells_.size()) / days);
    int const column = static_cast<int>(index) % days, row = static_cast<int>(index) / days;
    int const height = size.y - head_height();
    int const left = size.x * column / days, top = head_height() + height * row / weeks;
    return {left, top, size.x * (column + 1) / days - left, head_height() + height * (row + 1) / weeks - top};
}

void MonthView::paint_cell(Brush& brush, std::size_t index)
{
    Cell const& cell = cells_[index];
    Palette const& colors = palette();
    wxRect const area = area_of(index);
    if (index % days >= 5)
        brush.fill(area, colors.closed);
    bool const today = cell.day == today_;
    int const line = brush.extent("Ag", base_font()).y;
    wxRect row{area.x + FromDIP(step::s), area.y + FromDIP(step::xs), area.width - 2 * FromDIP(step::s), line};
    wxString const number = wxString::Format("%u", static_cast<unsigned>(cell.day.day()));
    brush.text(row, today ? number + " today" : number, today ? bold_font() : base_font(),
        today            ? colors.link
            : cell.faint ? colors.muted
                         : colors.text);
    for (Line const& words : cell.lines) {
        row.y += line;
        if (row.y + line <= area.y + area.height - FromDIP(bar_height + 2))
            brush.text(row, words.text, caption_font(), color_of(words.meaning));
    }
    if (cell.share > 0) {
        int const width = static_cast<int>((area.width - 2 * FromDIP(step::s)) * std::min(1.0, cell.share));
        brush.round(
            {row.x, area.y + area.height - FromDIP(bar_height + 3), width, FromDIP(bar_height)}, 2, colors.accent);
    }
    brush.line({area.x, area.y}, {area.x + area.width, area.y}, colors.hairline);
    brush.line({area.x + area.width - 1, area.y}, {area.x + area.width - 1, area.y + area.height}, colors.hairline);
}

void MonthView::paint(Brush& brush, wxRect const& area)
{
    brush.fill(area, palette().card);
    for (std::size_t index = 0; index < cells_.size(); ++index)
        paint_cell(brush, index);
    for (std::size_t index = 0; index < std::min<std::size_t>(cells_.size(), days); ++index) {
        wxRect const below = area_of(index);
        brush.text({below.x + FromDIP(step::s), 0, below.width - FromDIP(step::s), head_height()},
            wide(weekday_name(cells_[index].day)), caption_bold_font(), palette().muted);
    }
    if (focused() && current_ < cells_.size())
        brush.ring(area_of(current_), FromDIP(3));
}

void MonthView::go_to(std::size_t index)
{
    if (index >= cells_.size() || index == current_)
        return;
    current_ = index;
    a11y::current_changed(this, current_);
    Refresh();
    if (moved_)
        moved_(cells_[current_].day);
}

void MonthView::move(int by)
{
    if (cells_.empty())
        return;
    int const to = static_cast<int>(current_) + by;
    if (to >= 0 && to < static_cast<int>(cells_.size()))
        go_to(static_cast<std::size_t>(to));
    else if (moved_)
        moved_(plus_days(cells_[current_].day, by));
}

void MonthView::key(wxKeyEvent& event)
{
    if (event.GetModifiers() == wxMOD_NONE) {
        switch (event.GetKeyCode()) {
        case WXK_LEFT:
            return move(-1);
        case WXK_RIGHT:
            return move(1);
        case WXK_UP:
            return move(-days);
        case WXK_DOWN:
            return move(days);
        case WXK_RETURN:
        case WXK_NUMPAD_ENTER:
            if (open_ && current_ < cells_.size())
                open_(cells_[current_].day);
            return;
        default:
            break;
        }
    }
    if (event.GetKeyCode() == WXK_TAB) {
        Navigate(event.ShiftDown() ? wxNavigationKeyEvent::IsBackward : wxNavigationKeyEvent::IsForward);
        return;
    }
    if (std::string const pressed = key_of(event); !pressed.empty() && key_ && key_(pressed))
        return;
    event.Skip();
}

} // namespace plumbline::app::kit
