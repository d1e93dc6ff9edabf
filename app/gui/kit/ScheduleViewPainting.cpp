// SPDX-License-Identifier: Apache-2.0
// How the schedule looks.
#include "app/gui/kit/ScheduleView.hpp"
#include "app/gui/kit/StatusSign.hpp"
#include "app/gui/kit/Words.hpp"

#include <wx/dcclient.h>
#include <wx/graphics.h>

#include <algorithm>

namespace plumbline::app::kit {

namespace {

constexpr int stripe_width = 5;
constexpr int text_left = 12;
constexpr int text_top = 3;
constexpr int sign_size = 9;
constexpr double corner = 4;
constexpr double free_time_tint = 0.06;
constexpr double ghost_opacity = 0.8;
constexpr int past_ghost_words = 20;

wxRect rect_of(Box const& box)
{
    return {box.x, box.y, box.width, box.height};
}

wxColour mixed(wxColour const& over, wxColour const& under, double share)
{
    auto const part = [share](unsigned char a, unsigned char b) {
        return static_cast<unsigned char>(a * share + b * (1 - share));
    };
    return {part(over.Red(), under.Red()), part(over.Green(), under.Green()), part(over.Blue(), under.Blue())};
}

wxString clock(Minutes time)
{
    return wxString::Format("%02d:%02d", static_cast<int>(time.count()) / 60, static_cast<int>(time.count()) % 60);
}

wxColour const& fill_of(BlockFill fill)
{
    return palette().fills.at(static_cast<std::size_t>(fill));
}

} // namespace

struct ScheduleView::Pens {
    int title_height, line_height;
};

void ScheduleView::paint(wxPaintEvent&)
{
    sync();
    wxPaintDC dc{this};
    canvas_.paint(*this, dc, [this](Brush& brush) { paint_all(brush); });
}

void ScheduleView::paint_all(Brush& brush)
{
    brush.fill({{}, GetSize()}, palette().card);
    if (layout_.sheet().columns.empty())
        return;
    paint_columns(brush);
    paint_gaps(brush);
    paint_blocks(brush, {text_.height(brush, true), text_.height(brush, false)});
    paint_ghost(brush);
    paint_cursor(brush);
    paint_now(brush);
    paint_hours(brush);
    paint_heads(brush);
    paint_card(brush);
}

void ScheduleView::paint_columns(Brush& brush)
{
    SheetMeasures const& m = layout_.measures();
    Palette const& colors = palette();
    auto const [first, last] = layout_.columns_seen();
    DaySpan const hours = layout_.hours();
    for (std::size_t column = first; column < last; ++column) {
        SheetColumn const& one = layout_.sheet().columns[column];
        if (one.always)
            continue;
        Minutes from = hours.from;
        auto const shade = [&](Minutes to) {
            if (to > from)
                brush.fill(rect_of(layout_.box_of(column, {from, to})), colors.closed);
        };
        for (DaySpan const span : one.working) {
            shade(span.from);
            from = std::max(from, span.to);
        }
        shade(hours.to);
    }
    for (Minutes time = hours.from; time <= hours.to; time += Minutes{30}) {
        int const y = layout_.y_of(time);
        bool const whole = time.count() % 60 == 0;
        if (y >= m.header && y < m.height)
            brush.line({whole ? m.gutter - FromDIP(6) : m.gutter, y}, {m.width, y}, colors.hairline);
    }
    for (std::size_t column = first; column <= last; ++column)
        if (int const x = layout_.x_of(column); x < m.width)
            brush.line({x, 0}, {x, m.height}, colors.edge);
}

void ScheduleView::paint_hours(Brush& brush)
{
    SheetMeasures const& m = layout_.measures();
    Palette const& colors = palette();
    brush.fill({0, m.header, m.gutter, m.height - m.header}, colors.card);
    int const height = text_.height(brush, false);
    for (Minutes time = layout_.hours().from; time < layout_.hours().to; time += Minutes{60}) {
        int const y = layout_.y_of(time);
        if (y > m.header - height && y < m.height) {
            auto const hour =
                text_.line(brush, wxString::Format("%02d", static_cast<int>(time.count() / 60)), m.gutter, false);
            hour.draw(brush, {m.gutter - FromDIP(9) - hour.extent().x, y + FromDIP(2)}, colors.muted);
        }
    }
    brush.line({m.gutter, m.header}, {m.gutter, m.height}, colors.edge);
    auto const now = layout_.sheet().now;
    if (!now || *now < layout_.hours().from || *now > layout_.hours().to)
        return;
    int const badge = height + FromDIP(3);
    wxRect const area{FromDIP(10), layout_.y_of(*now) - badge / 2, m.gutter - FromDIP(15), badge};
    if (std::ranges::any_of(
            layout_.sheet().columns, [this](auto const& one) { return one.day == layout_.sheet().today; })) {
        brush.round(area, FromDIP(4), colors.stop);
        brush.text(area, clock(*now), caption_font(), colors.card, Align::Center);
    }
}

void ScheduleView::paint_heads(Brush& brush)
{
    SheetMeasures const& m = layout_.measures();
    Palette const& colors = palette();
    brush.fill({0, 0, m.width, m.header}, colors.card);
    auto const [first, last] = layout_.columns_seen();
    int const title = text_.height(brush, true);
    for (std::size_t column = first; column < last; ++column) {
        SheetColumn const& one = layout_.sheet().columns[column];
        int const x = std::max(layout_.x_of(column), m.gutter);
        int const width = layout_.x_of(column + 1) - x - FromDIP(10);
        bool const today = one.day == layout_.sheet().today && column > 0
            && layout_.sheet().columns.front().day != layout_.sheet().columns.back().day;
        int const room = width - FromDIP(8);
        text_.line(brush, wide(one.title), room, true)
            .draw(brush, {x + FromDIP(8), FromDIP(5)}, today ? colors.link : colors.text);
        auto const subline = text_.line(brush, wide(one.subline), room, false);
        int const free = m.header - title - FromDIP(8) - subline.extent().y;
        subline.draw(brush, {x + FromDIP(8), FromDIP(5) + title + free / 2}, colors.muted);
        if (column > first)
            brush.line({layout_.x_of(column), 0}, {layout_.x_of(column), m.header}, colors.edge);
    }
    brush.line({0, m.header - 1}, {m.width, m.header - 1}, colors.edge);
    // Blocks that are scrolled sideways end where the hours begin.
    brush.fill({0, 0, m.gutter, m.header - 1}, colors.card);
    brush.line({m.gutter, 0}, {m.gutter, m.header}, colors.edge);
}

void ScheduleView::paint_words(Brush& brush, Pens const& pens, SheetBlock const& block, wxSize size, bool with_sign)
{
    int const lines =
        1 + std::max(0, (size.y - 2 * FromDIP(text_top) - pens.title_height) / std::max(1, pens.line_height));
    int const width = size.x - FromDIP(text_left) - FromDIP(4) - (with_sign ? FromDIP(sign_size) + FromDIP(8) : 0);
    int const base = FromDIP(text_top);
    for (BlockText::Piece const& piece : text_.broken(brush, wide(block.title), wide(block.words), width, lines)) {
        // Small words of the first line stand on the line of the title.
        int const y = piece.line == 0 ? base + (piece.bold ? 0 : pens.title_height - pens.line_height - 1)
                                      : base + pens.title_height + (piece.line - 1) * pens.line_height;
        piece.text.draw(brush, {FromDIP(text_left) + piece.x, y}, piece.bold ? palette().text : palette().muted);
    }
}

/// All of a block but its words. Most look like another one.
void ScheduleView::paint_ground(Brush& brush, SheetBlock const& block, wxSize size, bool with_sign)
{
    Canvas::Kind const kind{Backs, static_cast<int>(block.fill), static_cast<int>(block.status),
        static_cast<int>(with_sign), size.x, size.y};
    canvas_.stamp(brush, kind, {{}, size}, [&](Brush& stamp) {
        stamp.round({{}, size}, FromDIP(corner), fill_of(block.fill), palette().edge);
        stamp.round({0, 0, FromDIP(stripe_width), size.y}, FromDIP(2), stripe_of(block.status));
        int const sign = FromDIP(sign_size);
        if (with_sign)
            paint_status_sign(
                stamp, block.status, {size.x - sign - FromDIP(6), FromDIP(6), sign, sign}, palette().text);
    });
}

void ScheduleView::paint_block(Brush& brush, Pens const& pens, std::size_t index)
{
    SheetBlock const& block = layout_.sheet().blocks[index];
    Box const box = layout_.box_of(index);
    wxSize const size{box.width, box.height};
    canvas_.stamp(brush, {Blocks, static_cast<int>(index), 0, 0, size.x, size.y}, rect_of(box), [&](Brush& stamp) {
        bool const room_for_sign = size.x - FromDIP(text_left) - FromDIP(4) > 4 * FromDIP(sign_size);
        paint_ground(stamp, block, size, room_for_sign);
        paint_words(stamp, pens, block, size, room_for_sign);
    });
}

void ScheduleView::paint_blocks(Brush& brush, Pens const& pens)
{
    for (std::size_t const index : layout_.blocks_seen()) {
        bool const lifted = gesture_.active() && gesture_.moved() && gesture_.kind() == SheetWish::Kind::Move
            && gesture_.dragged() == layout_.sheet().blocks[index].id;
        if (lifted)
            brush.context().BeginLayer(0.4);
        paint_block(brush, pens, index);
        if (lifted)
            brush.context().EndLayer();
    }
}

void ScheduleView::paint_gaps(Brush& brush)
{
    Palette const& colors = palette();
    for (SheetGap const& gap : layout_.sheet().gaps) {
        Box const box = layout_.box_of(gap);
        SheetMeasures const& m = layout_.measures();
        if (box.x >= m.width || box.x + box.width <= m.gutter || box.y >= m.height || box.y + box.height <= m.header)
            continue;
        auto& context = brush.context();
        context.SetBrush(wxBrush{mixed(colors.accent, colors.card, free_time_tint)});
        context.SetPen(context.CreatePen(wxGraphicsPenInfo{colors.accent, 1.5}.Style(wxPENSTYLE_SHORT_DASH)));
        context.DrawRoundedRectangle(box.x + 1, box.y + 1, box.width - 2, box.height - 2, FromDIP(corner));
        int const title = text_.height(brush, true), line = text_.height(brush, false);
        int const lines = 1 + std::max(0, (box.height - FromDIP(6) - title) / std::max(1, line));
        int const left = box.x + FromDIP(text_left);
        for (auto const& piece :
            text_.broken(brush, wide(gap.title), wide(gap.words), box.width - FromDIP(text_left) - FromDIP(6), lines)) {
            int const y = piece.line == 0 ? (piece.bold ? 0 : title - line - 1) : title + (piece.line - 1) * line;
            piece.text.draw(brush, {left + piece.x, box.y + FromDIP(5) + y}, colors.link);
        }
    }
}

void ScheduleView::paint_ghost(Brush& brush)
{
    auto const ghost = gesture_.ghost();
    if (!ghost || ghost->column >= layout_.sheet().columns.size())
        return;
    Palette const& colors = palette();
    Box box = layout_.box_of(ghost->column, ghost->time);
    box.x += layout_.measures().inset;
    box.width -= 2 * layout_.measures().inset;
    brush.context().BeginLayer(ghost_opacity);
    brush.round(rect_of(box), FromDIP(corner), fill_of(gesture_.fill()), colors.accent);
    brush.context().EndLayer();
    wxString const times = clock(ghost->time.from) + wxString{L"\u2013"} + clock(ghost->time.to);
    int const height = std::max(past_ghost_words, brush.extent("Ag", bold_font()).y);
    Runs runs{{times, Meaning::Accent, Weight::Bold}};
    if (!gesture_.title().empty())
        runs.push_back({"  " + wide(gesture_.title())});
    if (ghost->kind == SheetWish::Kind::Copy)
        runs.push_back({wide("  copy"), Meaning::Muted});
    brush.text({box.x + FromDIP(text_left), box.y + FromDIP(2), box.width - FromDIP(text_left), height}, runs);
}

void ScheduleView::paint_now(Brush& brush)
{
    auto const now = layout_.sheet().now;
    if (!now || *now < layout_.hours().from || *now > layout_.hours().to)
        return;
    int const y = layout_.y_of(*now);
    auto const [first, last] = layout_.columns_seen();
    for (std::size_t column = first; column < last; ++column)
        if (layout_.sheet().columns[column].day == layout_.sheet().today)
            brush.fill(
                {layout_.x_of(column), y - FromDIP(1), layout_.column_width(column), FromDIP(2)}, palette().stop_dot);
}

void ScheduleView::paint_cursor(Brush& brush)
{
    if (!HasFocus() && !cursor_.block)
        return;
    Box const box = box_of_cursor();
    if (cursor_.block || HasFocus())
        brush.ring(rect_of(box), FromDIP(corner));
}

void ScheduleView::paint_card(Brush& brush)
{
    auto const index = card_of_ ? layout_.block_of(*card_of_, card_column_) : std::nullopt;
    if (!index || layout_.sheet().blocks[*index].card.empty())
        return;
    SheetBlock const& block = layout_.sheet().blocks[*index];
    int const line = brush.extent("Ag", base_font()).y + FromDIP(2);
    int width = brush.extent(wide(block.title), bold_font()).x;
    for (std::string const& words : block.card)
        width = std::max(width, brush.extent(wide(words), base_font()).x);
    width += 2 * FromDIP(step::m);
    int const height = line * (static_cast<int>(block.card.size()) + 1) + 2 * FromDIP(step::s);
    Box const near = layout_.box_of(*index);
    SheetMeasures const& m = layout_.measures();
    int const right = near.x + near.width + FromDIP(step::xs);
    int const x = right + width <= m.width ? right : std::max(0, near.x - width - FromDIP(step::xs));
    int const y = std::clamp(near.y, m.header, std::max(m.header, m.height - height));
    brush.round(
        {x + FromDIP(2), y + FromDIP(3), width, height}, FromDIP(6), mixed(palette().text, palette().card, 0.25));
    brush.round({x, y, width, height}, FromDIP(6), palette().card, palette().edge);
    wxRect row{x + FromDIP(step::m), y + FromDIP(step::s), width - 2 * FromDIP(step::m), line};
    brush.text(row, wide(block.title), bold_font(), palette().text);
    for (std::string const& words : block.card) {
        row.y += line;
        brush.text(row, wide(words), base_font(), palette().muted);
    }
}

} // namespace plumbline::app::kit
