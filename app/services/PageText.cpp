// SPDX-License-Identifier: Apache-2.0
#include "app/services/PageText.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <type_traits>

namespace plumbline::app {

namespace {

using Json = nlohmann::json;
using reports::Box;
using reports::Color;
using reports::Disc;
using reports::Face;
using reports::Frame;
using reports::Line;
using reports::Op;
using reports::Page;
using reports::Pen;
using reports::Point;
using reports::Polygon;
using reports::Polyline;
using reports::SourceSpot;
using reports::TextRun;

/// Of the form below. Another form gets another number, and this one is read for ever.
constexpr int form = 1;

Json json_of(Color color)
{
    return Json::array({color.red, color.green, color.blue});
}
Json json_of(Pen const& pen)
{
    return Json::array({json_of(pen.color), pen.width, pen.dash});
}
Json json_of(std::vector<Point> const& points)
{
    Json all = Json::array();
    for (Point const& point : points) {
        all.push_back(point.x);
        all.push_back(point.y);
    }
    return all;
}

struct Writer {
    Json operator()(TextRun const& run) const
    {
        return {"t", run.at.x, run.at.y, static_cast<int>(run.face), run.size, json_of(run.color), run.text};
    }
    Json operator()(Line const& line) const
    {
        return {"l", line.from.x, line.from.y, line.to.x, line.to.y, json_of(line.pen)};
    }
    Json operator()(Polyline const& line) const { return {"p", json_of(line.points), json_of(line.pen)}; }
    Json operator()(Box const& box) const
    {
        return {"b", box.corner.x, box.corner.y, box.width, box.height, json_of(box.fill), box.radius};
    }
    Json operator()(Frame const& frame) const
    {
        return {"f", frame.corner.x, frame.corner.y, frame.width, frame.height, json_of(frame.pen), frame.radius};
    }
    Json operator()(Polygon const& polygon) const { return {"g", json_of(polygon.points), json_of(polygon.fill)}; }
    Json operator()(Disc const& disc) const
    {
        return {"d", disc.center.x, disc.center.y, disc.radius, json_of(disc.fill)};
    }
};

Color color_from(Json const& json)
{
    return {json.at(0).get<std::uint8_t>(), json.at(1).get<std::uint8_t>(), json.at(2).get<std::uint8_t>()};
}
Pen pen_from(Json const& json)
{
    return {color_from(json.at(0)), json.at(1).get<double>(), json.at(2).get<int>()};
}
double at(Json const& json, std::size_t place)
{
    return json.at(place).get<double>();
}
Point point_from(Json const& json, std::size_t place)
{
    return {at(json, place), at(json, place + 1)};
}
std::vector<Point> points_from(Json const& json)
{
    std::vector<Point> points;
    for (std::size_t i = 0; i + 1 < json.size(); i += 2)
        points.push_back(point_from(json, i));
    return points;
}

std::optional<Op> op_from(Json const& json)
{
    auto const kind = json.at(0).get<std::string>();
    if (kind == "t")
        return TextRun{point_from(json, 1),
            json.at(3).get<int>() == static_cast<int>(Face::Bold) ? Face::Bold : Face::Regular, at(json, 4),
            color_from(json.at(5)), json.at(6).get<std::string>()};
    if (kind == "l")
        return Line{point_from(json, 1), point_from(json, 3), pen_from(json.at(5))};
    if (kind == "p")
        return Polyline{points_from(json.at(1)), pen_from(json.at(2))};
    if (kind == "b")
        return Box{point_from(json, 1), at(json, 3), at(json, 4), color_from(json.at(5)), at(json, 6)};
    if (kind == "f")
        return Frame{point_from(json, 1), at(json, 3), at(json, 4), pen_from(json.at(5)), at(json, 6)};
    if (kind == "g")
        return Polygon{points_from(json.at(1)), color_from(json.at(2))};
    if (kind == "d")
        return Disc{point_from(json, 1), at(json, 3), color_from(json.at(4))};
    return std::nullopt;
}

std::optional<Page> page_from(Json const& json)
{
    Page page{json.at("width").get<double>(), json.at("height").get<double>(), {}, {}};
    for (Json const& one : json.at("ops")) {
        auto op = op_from(one);
        if (!op)
            return std::nullopt;
        page.ops.push_back(*std::move(op));
    }
    for (Json const& one : json.at("sources"))
        page.sources.push_back(
            {point_from(one, 0), at(one, 2), at(one, 3), one.at(4).get<std::vector<std::int64_t>>()});
    return page;
}

} // namespace

std::string to_text(std::vector<Page> const& pages)
{
    Json all = Json::array();
    for (Page const& page : pages) {
        Json ops = Json::array();
        for (Op const& op : page.ops)
            ops.push_back(std::visit(Writer{}, op));
        Json sources = Json::array();
        for (SourceSpot const& spot : page.sources)
            sources.push_back({spot.corner.x, spot.corner.y, spot.width, spot.height, spot.visits});
        all.push_back(
            {{"width", page.width}, {"height", page.height}, {"ops", std::move(ops)}, {"sources", std::move(sources)}});
    }
    return Json{{"form", form}, {"pages", std::move(all)}}.dump();
}

std::optional<std::vector<Page>> pages_from_text(std::string_view text)
{
    // What is not JSON, or JSON of another form, is no drawing; the library says the latter by exceptions.
    try {
        Json const json = Json::parse(text);
        if (json.at("form").get<int>() != form)
            return std::nullopt;
        std::vector<Page> pages;
        for (Json const& one : json.at("pages")) {
            auto page = page_from(one);
            if (!page)
                return std::nullopt;
            pages.push_back(*std::move(page));
        }
        return pages;
    } catch (Json::exception const&) {
        return std::nullopt;
    }
}

} // namespace plumbline::app
