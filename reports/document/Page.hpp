// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace plumbline::reports {

/// All lengths are PostScript points (1/72 inch); the origin is the top left corner, y runs down.
struct Point {
    double x = 0;
    double y = 0;
    friend bool operator==(Point const&, Point const&) = default;
};

struct Color {
    std::uint8_t red = 0;
    std::uint8_t green = 0;
    std::uint8_t blue = 0;
    friend bool operator==(Color const&, Color const&) = default;
};

enum class Face : std::uint8_t { Regular, Bold };

/// One style of text in one line. `at` is the left end of the baseline, whatever the script; the text
/// is UTF-8 in reading order, and the painter of each surface shapes and turns it.
struct TextRun {
    Point at;
    Face face = Face::Regular;
    double size = 0;
    Color color;
    std::string text;
    friend bool operator==(TextRun const&, TextRun const&) = default;
};

/// How a line is drawn. `dash` is the length of both stroke and gap in whole points; 0 is solid.
struct Pen {
    Color color;
    double width = 0.75;
    int dash = 0;
    friend bool operator==(Pen const&, Pen const&) = default;
};

struct Line {
    Point from;
    Point to;
    Pen pen;
    friend bool operator==(Line const&, Line const&) = default;
};

struct Polyline {
    std::vector<Point> points;
    Pen pen;
    friend bool operator==(Polyline const&, Polyline const&) = default;
};

/// A filled rectangle, its corners rounded by `radius`.
struct Box {
    Point corner;
    double width = 0;
    double height = 0;
    Color fill;
    double radius = 0;
    friend bool operator==(Box const&, Box const&) = default;
};

/// The outline of a rectangle, without filling.
struct Frame {
    Point corner;
    double width = 0;
    double height = 0;
    Pen pen;
    double radius = 0;
    friend bool operator==(Frame const&, Frame const&) = default;
};

/// A filled closed shape.
struct Polygon {
    std::vector<Point> points;
    Color fill;
    friend bool operator==(Polygon const&, Polygon const&) = default;
};

struct Disc {
    Point center;
    double radius = 0;
    Color fill;
    friend bool operator==(Disc const&, Disc const&) = default;
};

/// Everything that can be put on paper or screen. A new kind needs a painter on both.
using Op = std::variant<TextRun, Line, Polyline, Box, Frame, Polygon, Disc>;

/// The same drawing moved right and down.
[[nodiscard]] Op moved(Op op, double right, double down);
/// The same drawing enlarged about the origin: shapes, pens and text alike.
[[nodiscard]] Op scaled(Op op, double factor);

/// A place on the page whose words were derived from these visits; the preview makes it clickable.
struct SourceSpot {
    Point corner;
    double width = 0;
    double height = 0;
    std::vector<std::int64_t> visits;
    friend bool operator==(SourceSpot const&, SourceSpot const&) = default;
};

enum class PageSize : std::uint8_t { Letter, A4 };

struct Extent {
    double width = 0;
    double height = 0;
};
[[nodiscard]] Extent extent(PageSize size) noexcept;

/// One finished sheet: what the preview replays and the PDF prints, operation by operation.
struct Page {
    double width = 0;
    double height = 0;
    std::vector<Op> ops;
    std::vector<SourceSpot> sources;
    friend bool operator==(Page const&, Page const&) = default;
};

} // namespace plumbline::reports
