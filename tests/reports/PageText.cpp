// SPDX-License-Identifier: Apache-2.0
#include "tests/reports/PageText.hpp"

#include <cmath>
#include <cstdio>

namespace plumbline::reports::testing {

namespace {

std::string tenths(double value)
{
    char text[32];
    // A negative zero would make equal pages differ.
    std::snprintf(text, sizeof text, "%.1f", std::round(value * 10) / 10 + 0.0);
    return text;
}

std::string place(Point point)
{
    return tenths(point.x) + ',' + tenths(point.y);
}

std::string tint(Color color)
{
    char text[8];
    std::snprintf(text, sizeof text, "#%02x%02x%02x", unsigned{color.red}, unsigned{color.green}, unsigned{color.blue});
    return text;
}

std::string tint(Pen pen)
{
    return tint(pen.color) + " width " + tenths(pen.width) + (pen.dash > 0 ? " dash " + std::to_string(pen.dash) : "");
}

std::string path(std::vector<Point> const& points)
{
    std::string text;
    for (Point const point : points)
        text += ' ' + place(point);
    return text;
}

struct Describe {
    std::string operator()(TextRun const& run) const
    {
        return "text " + place(run.at) + ' ' + (run.face == Face::Bold ? "bold " : "") + tenths(run.size) + ' '
            + tint(run.color) + " |" + run.text + '|';
    }
    std::string operator()(Line const& line) const
    {
        return "line " + place(line.from) + " to " + place(line.to) + ' ' + tint(line.pen);
    }
    std::string operator()(Polyline const& line) const { return "path" + path(line.points) + ' ' + tint(line.pen); }
    std::string operator()(Box const& box) const
    {
        return "box " + place(box.corner) + ' ' + tenths(box.width) + 'x' + tenths(box.height) + ' ' + tint(box.fill);
    }
    std::string operator()(Frame const& frame) const
    {
        return "frame " + place(frame.corner) + ' ' + tenths(frame.width) + 'x' + tenths(frame.height) + ' '
            + tint(frame.pen);
    }
    std::string operator()(Polygon const& shape) const
    {
        return "polygon" + path(shape.points) + ' ' + tint(shape.fill);
    }
    std::string operator()(Disc const& disc) const
    {
        return "disc " + place(disc.center) + ' ' + tenths(disc.radius) + ' ' + tint(disc.fill);
    }
};

} // namespace

std::string as_text(std::span<Page const> pages)
{
    std::string text;
    for (std::size_t i = 0; i < pages.size(); ++i) {
        text += "page " + std::to_string(i + 1) + ' ' + tenths(pages[i].width) + 'x' + tenths(pages[i].height) + '\n';
        for (Op const& op : pages[i].ops)
            text += std::visit(Describe{}, op) + '\n';
        for (SourceSpot const& spot : pages[i].sources) {
            text += "source " + place(spot.corner) + ' ' + tenths(spot.width) + 'x' + tenths(spot.height) + " visits";
            for (auto const visit : spot.visits)
                text += ' ' + std::to_string(visit);
            text += '\n';
        }
    }
    return text;
}

std::vector<std::string> words_of(Page const& page)
{
    std::vector<std::string> words;
    for (Op const& op : page.ops)
        if (auto const* run = std::get_if<TextRun>(&op))
            words.push_back(run->text);
    return words;
}

double baseline_of(Page const& page, std::string_view text)
{
    for (Op const& op : page.ops)
        if (auto const* run = std::get_if<TextRun>(&op); run != nullptr && run->text == text)
            return run->at.y;
    return -1;
}

} // namespace plumbline::reports::testing
