// SPDX-License-Identifier: Apache-2.0
#include "reports/document/Flow.hpp"

#include <algorithm>

namespace plumbline::reports {

namespace {

using typography::cell_inset;

/// No part of a broken row has fewer lines than this.
constexpr std::size_t least_lines = 3;

std::vector<double> column_widths(Table const& table, double width)
{
    double shares = 0;
    for (Column const& column : table.columns)
        shares += column.share;
    std::vector<double> widths;
    for (Column const& column : table.columns)
        widths.push_back(width * column.share / shares);
    return widths;
}

typography::TextStyle style_of(Table const& table)
{
    return table.size == TextSize::Large ? typography::large_table_text : typography::table_text;
}

/// A muted note is smaller than its row; one that warns or tells is as large.
typography::TextStyle note_style_of(Table const& table, Row const& row)
{
    bool const muted = std::ranges::all_of(row.note, [](Run const& run) { return run.tone == Tone::Muted; });
    return muted && table.size != TextSize::Large ? typography::table_note : style_of(table);
}

/// Left end of a line in its column.
double start_of(TextLine const& line, Align align, double left, double width)
{
    return align == Align::Right ? left + width - cell_inset - line.width : left + cell_inset;
}

} // namespace

void Flow::operator()(Table const& table)
{
    if (table.columns.empty())
        return;
    auto const widths = column_widths(table, width_);
    strips_.push_back(header_of(table, widths, {}));
    auto const header = std::make_shared<Strip const>(header_of(table, widths, table.continued));

    auto const first = strips_.size();
    std::size_t last_row = first;
    for (Row const& row : table.rows) {
        last_row = strips_.size();
        add_row(table, row, widths, header);
    }
    // The last row never opens a page alone under a repeated header.
    if (last_row > first)
        strips_[last_row - 1].keep_with_next = true;
}

Strip Flow::header_of(Table const& table, std::vector<double> const& widths, std::string const& above)
{
    auto const style = table.size == TextSize::Large ? typography::large_table_title : typography::table_title;
    std::size_t deepest = 1;
    Strip strip;
    double left = 0;
    double top = typography::row_padding - 0.4;
    if (!above.empty()) {
        watch(above);
        strip.ops.emplace_back(TextRun{{0, typography::heading_baseline}, Face::Bold, typography::body.size,
            palette_.accent, shortened(above, Face::Bold, typography::body.size, width_, metrics_)});
        top += typography::heading_rule;
    }
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        Column const& column = table.columns[i];
        std::vector<Run> const runs{{column.title, Face::Bold, Tone::Muted}};
        auto const title = lines(runs, style, widths[i] - 2 * cell_inset);
        double y = top;
        for (TextLine const& line : title) {
            write(strip, line, runs, {}, style, {start_of(line, column.align, left, widths[i]), y + style.baseline});
            y += style.leading;
        }
        deepest = std::max(deepest, title.size());
        left += widths[i];
    }
    strip.height = top + 0.4 + typography::row_padding + static_cast<double>(deepest) * style.leading;
    strip.ops.emplace_back(Line{{0, strip.height}, {width_, strip.height}, {palette_.hairline, typography::hairline}});
    strip.keep_with_next = true;
    return strip;
}

void Flow::add_row(
    Table const& table, Row const& row, std::vector<double> const& widths, std::shared_ptr<Strip const> const& header)
{
    auto const style = style_of(table);
    auto const note_style = note_style_of(table, row);
    std::vector<std::vector<TextLine>> cells;
    std::size_t deepest = 1;
    for (std::size_t i = 0; i < std::min(row.cells.size(), widths.size()); ++i) {
        cells.push_back(lines(row.cells[i].runs, style, widths[i] - 2 * cell_inset));
        deepest = std::max(deepest, cells.back().size());
    }
    auto const note = lines(row.note, note_style, width_ - 2 * cell_inset);

    std::size_t const count = deepest + note.size();
    for (std::size_t at = 0; at < count; ++at) {
        Strip strip{.height = at < deepest ? style.leading : note_style.leading, .header = header};
        bool const is_first = at == 0;
        bool const is_last = at + 1 == count;
        double const top = is_first ? typography::row_padding : 0;
        double left = 0;
        for (std::size_t i = 0; i < cells.size() && at < deepest; ++i) {
            if (at < cells[i].size()) {
                TextLine const& line = cells[i][at];
                write(strip, line, row.cells[i].runs, {}, style,
                    {start_of(line, table.columns[i].align, left, widths[i]), top + style.baseline});
            }
            left += widths[i];
        }
        if (at >= deepest)
            write(strip, note[at - deepest], row.note, {}, note_style, {cell_inset, top + note_style.baseline});
        strip.height += top + (is_last ? typography::row_padding : 0);
        if (is_last)
            strip.ops.emplace_back(
                Line{{0, strip.height}, {width_, strip.height}, {palette_.hairline, typography::hairline}});
        bool const near_front = at + 1 < least_lines;
        bool const near_end = at + least_lines >= count;
        strip.keep_with_next = !is_last && (near_front || near_end);
        strips_.push_back(std::move(strip));
    }
}

} // namespace plumbline::reports
