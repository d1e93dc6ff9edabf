// SPDX-License-Identifier: Apache-2.0
#include "reports/document/Flow.hpp"

#include <algorithm>
#include <iterator>

namespace plumbline::reports {

namespace {

typography::TextStyle style_of(TextSize size)
{
    switch (size) {
    case TextSize::Caption:
        return typography::caption;
    case TextSize::Title:
        return typography::title;
    case TextSize::Large:
        return typography::large;
    case TextSize::Body:
        break;
    }
    return typography::body;
}

double gap_before(TextSize size)
{
    return size == TextSize::Caption ? typography::paragraph_gap - 1 : typography::paragraph_gap;
}

/// Copies a drawing's operations and places into a strip.
void paste(Strip& into, Strip const& from, double right, double down)
{
    for (Op const& op : from.ops)
        into.ops.push_back(moved(op, right, down));
    for (SourceSpot spot : from.sources) {
        spot.corner = {spot.corner.x + right, spot.corner.y + down};
        into.sources.push_back(std::move(spot));
    }
}

/// No line of a paragraph stands alone on a page.
void guard_against_orphans(std::span<Strip> lines)
{
    if (lines.size() < 2)
        return;
    lines.front().keep_with_next = true;
    lines[lines.size() - 2].keep_with_next = true;
}

} // namespace

double height_of(std::span<Strip const> strips) noexcept
{
    double height = 0;
    for (Strip const& strip : strips)
        height += strip.gap_before + strip.height;
    return height;
}

std::vector<Strip> Flow::strips(std::span<Block const> blocks)
{
    for (Block const& block : blocks) {
        std::visit(*this, block.kind);
        after_heading_ = std::holds_alternative<Heading>(block.kind);
    }
    return std::exchange(strips_, {});
}

std::vector<Strip> Flow::strips_of_width(std::span<Block const> blocks, double width)
{
    Flow inner{width, page_height_, metrics_, palette_};
    auto strips = inner.strips(blocks);
    lost_characters_ = lost_characters_ || inner.lost_characters_;
    return strips;
}

void Flow::watch(std::string_view text)
{
    lost_characters_ = lost_characters_ || loses_characters(text, metrics_);
}

std::vector<TextLine> Flow::lines(std::span<Run const> runs, typography::TextStyle style, double width)
{
    for (Run const& run : runs)
        watch(run.text);
    return break_lines(runs, style.size, width, metrics_);
}

void Flow::write(Strip& strip, TextLine const& line, std::span<Run const> runs, Sources const& sources,
    typography::TextStyle style, Point at) const
{
    for (LinePiece const& piece : line.pieces) {
        Run const& run = runs[piece.run];
        double const x = at.x + piece.x;
        TextRun next{{x, at.y}, run.face, style.size, palette_.of(run.tone), piece.text};
        // Runs that differ only in their sources look the same, so they are printed as one.
        auto* const last = strip.ops.empty() ? nullptr : std::get_if<TextRun>(&strip.ops.back());
        bool const joins =
            &piece != &line.pieces.front() && last != nullptr && last->face == next.face && last->color == next.color;
        if (joins)
            last->text += next.text;
        else
            strip.ops.emplace_back(std::move(next));
        Sources const& from = run.sources.empty() ? sources : run.sources;
        if (!from.empty())
            strip.sources.push_back({{x, at.y - style.baseline}, piece.width, style.leading, from});
    }
}

void Flow::operator()(Heading const& heading)
{
    watch(heading.text);
    Strip strip{.height = typography::heading_height, .gap_before = typography::heading_gap};
    auto text = shortened(heading.text, Face::Bold, typography::body.size, width_, metrics_);
    strip.ops.emplace_back(TextRun{
        {0, typography::heading_baseline}, Face::Bold, typography::body.size, palette_.accent, std::move(text)});
    strip.ops.emplace_back(Line{
        {0, typography::heading_rule}, {width_, typography::heading_rule}, {palette_.hairline, typography::hairline}});
    strip.keep_with_next = true;
    strip.new_page = heading.start == Start::NewPage;
    strips_.push_back(std::move(strip));
}

void Flow::operator()(Paragraph const& paragraph)
{
    auto const style = style_of(paragraph.size);
    double indent = 0;
    if (!paragraph.marker.empty()) {
        watch(paragraph.marker);
        indent = std::max(12.0, metrics_.width(Face::Regular, style.size, paragraph.marker) + 5);
    }
    auto const broken = lines(paragraph.runs, style, width_ - indent);
    auto const first = static_cast<std::ptrdiff_t>(strips_.size());
    for (TextLine const& line : broken) {
        Strip strip{.height = style.leading};
        if (&line == &broken.front()) {
            // A heading brings its own room along.
            strip.gap_before = after_heading_ ? 0 : gap_before(paragraph.size);
            if (indent > 0)
                strip.ops.emplace_back(TextRun{{0, style.baseline}, Face::Regular, style.size, palette_.ink,
                    metrics_.printable(paragraph.marker)});
        }
        write(strip, line, paragraph.runs, paragraph.sources, style, {indent, style.baseline});
        strips_.push_back(std::move(strip));
    }
    guard_against_orphans(std::span{strips_}.subspan(static_cast<std::size_t>(first)));
    // A title belongs to what it names.
    if (paragraph.size == TextSize::Title && !broken.empty())
        strips_.back().keep_with_next = true;
}

void Flow::operator()(Chart const& chart)
{
    Strip strip{.height = chart.height};
    strip.ops = draw(chart, width_, metrics_, palette_);
    strips_.push_back(std::move(strip));
}

void Flow::operator()(Drawing const& drawing)
{
    if (drawing.width <= 0 || drawing.height <= 0)
        return;
    double const factor = std::min({1.0, width_ / drawing.width, page_height_ / drawing.height});
    Strip strip{.height = drawing.height * factor, .gap_before = typography::paragraph_gap};
    for (Op const& op : drawing.ops)
        strip.ops.push_back(scaled(op, factor));
    strips_.push_back(std::move(strip));
}

void Flow::operator()(SignatureLines const& signatures)
{
    if (signatures.captions.empty())
        return;
    auto const count = static_cast<double>(signatures.captions.size());
    double const width = (width_ - typography::signature_gap * (count - 1)) / count;
    auto const style = typography::caption;
    Strip strip{.height = typography::signature_room};
    double text_height = 0;
    double x = 0;
    for (std::string const& caption : signatures.captions) {
        strip.ops.emplace_back(
            Line{{x, typography::signature_room}, {x + width, typography::signature_room}, {palette_.ink, 0.75}});
        std::vector<Run> const runs{{caption, Face::Regular, Tone::Muted}};
        double y = typography::signature_room + 3;
        for (TextLine const& line : lines(runs, style, width)) {
            write(strip, line, runs, {}, style, {x, y + style.baseline});
            y += style.leading;
        }
        text_height = std::max(text_height, y - typography::signature_room);
        x += width + typography::signature_gap;
    }
    strip.height += text_height;
    strips_.push_back(std::move(strip));
}

void Flow::operator()(Spacer const& spacer)
{
    strips_.push_back(Strip{.gap_before = spacer.height});
}

void Flow::operator()(KeepTogether const& group)
{
    auto kept = strips_of_width(group.blocks, width_);
    if (height_of(kept) <= page_height_)
        for (std::size_t i = 0; i + 1 < kept.size(); ++i)
            kept[i].keep_with_next = true;
    std::ranges::move(kept, std::back_inserter(strips_));
}

void Flow::operator()(SideBySide const& group)
{
    if (group.columns.empty())
        return;
    auto const count = static_cast<double>(group.columns.size());
    double const width = (width_ - typography::column_gap * (count - 1)) / count;
    Strip whole;
    double x = 0;
    for (auto const& column : group.columns) {
        auto const strips = strips_of_width(column, width);
        if (!strips.empty() && x == 0)
            whole.gap_before = strips.front().gap_before;
        double y = strips.empty() ? 0 : -strips.front().gap_before;
        for (Strip const& strip : strips) {
            y += strip.gap_before;
            paste(whole, strip, x, y);
            y += strip.height;
        }
        whole.height = std::max(whole.height, y);
        x += width + typography::column_gap;
    }
    if (whole.height <= page_height_) {
        strips_.push_back(std::move(whole));
        return;
    }
    for (auto const& column : group.columns)
        std::ranges::move(strips_of_width(column, width_), std::back_inserter(strips_));
}

} // namespace plumbline::reports
