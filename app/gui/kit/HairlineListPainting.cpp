// SPDX-License-Identifier: Apache-2.0
#include "app/gui/kit/HairlineList.hpp"

#include <wx/dcclient.h>

namespace plumbline::app::kit {

void HairlineList::paint(wxPaintEvent&)
{
    wxPaintDC dc{this};
    Brush brush{dc};
    wxSize const size = GetClientSize();
    brush.fill({0, 0, size.x, size.y}, ground_behind(this));
    wxRect area = row_area(0); // Carried along, as each row would measure all above it.
    for (std::size_t index = 0; index < rows_.size() && area.y < size.y; ++index) {
        area.height = height_of(rows_[index]);
        if (area.y + area.height > header_height())
            paint_row(brush, index, area);
        area.y += area.height;
    }
    if (rows_.empty() && !empty_text_.empty())
        brush.text({FromDIP(pad), header_height(), size.x - 2 * FromDIP(pad), row_height(this)}, empty_text_,
            base_font(), palette().muted);
    if (header_height() > 0)
        paint_header(brush, size.x);
}

void HairlineList::paint_header(Brush& brush, int width)
{
    int const height = header_height();
    brush.fill({0, 0, width, height}, ground_behind(this));
    auto const all = places(width);
    for (std::size_t index = 0; index < columns_.size(); ++index)
        brush.text({all[index].left, 0, all[index].width + FromDIP(4), height}, columns_[index].title,
            caption_bold_font(), palette().muted, columns_[index].align);
    brush.line({0, height - 1}, {width, height - 1}, palette().edge);
}

void HairlineList::paint_row(Brush& brush, std::size_t index, wxRect const& area)
{
    Palette const& colors = palette();
    ListRow const& row = rows_[index];
    bool const current = current_ == index && (HasFocus() || use_ == ListUse::Activate);
    if (current || row.look == RowLook::Tinted)
        brush.fill(area, colors.tint);
    else if (hovered_ == index && use_ == ListUse::Activate)
        brush.fill(area, colors.hover);
    auto const all = places(area.width);
    int const end = area.width - FromDIP(pad);
    int const line = row_height(this);
    int const top = row.second_line.empty() ? area.y : area.y + FromDIP(1);
    for (std::size_t column = 0; column < row.cells.size() && column < columns_.size(); ++column) {
        ListCell const& cell = row.cells[column];
        wxRect place{all[column].left, top, all[column].width, line};
        if (column + 1 == row.cells.size())
            place.width = end - place.x;
        if (cell.dot) {
            int const dot = FromDIP(9);
            brush.disc({place.x + dot / 2, place.y + line / 2}, dot / 2.0, dot_of(*cell.dot));
            place.x += dot + FromDIP(6);
            place.width -= dot + FromDIP(6);
        }
        brush.text_in(
            place, cell.runs, row.look == RowLook::Faint ? colors.faint : wxNullColour, columns_[column].align);
    }
    if (!row.second_line.empty()) {
        auto const lines = static_cast<int>(1 + row.further_lines.size());
        int const below = (area.height - line) / lines;
        wxRect place{FromDIP(pad), area.y + line - FromDIP(5), end - FromDIP(pad), below};
        brush.text(place, row.second_line);
        for (Runs const& further : row.further_lines) {
            place.y += below;
            brush.text(place, further);
        }
    }
    // The last row of a list that ends with its card needs no line besides the card's edge.
    if (index + 1 < rows_.size() || area.GetBottom() + 2 < GetClientSize().y)
        brush.line({0, area.GetBottom()}, {area.width, area.GetBottom()}, colors.hairline);
    if (current_ == index && HasFocus()) {
        wxRect ring = area;
        ring.Deflate(1);
        brush.ring(ring, FromDIP(3));
    }
}

} // namespace plumbline::app::kit
