// SPDX-License-Identifier: Apache-2.0
#include "reports/document/Page.hpp"

#include <cmath>

namespace plumbline::reports {

namespace {

/// Carries every point of an operation to another place and every length to another size.
struct Transform {
    double factor;
    double right;
    double down;

    void operator()(TextRun& text) const
    {
        place(text.at);
        text.size *= factor;
    }
    void operator()(Line& line) const
    {
        place(line.from);
        place(line.to);
        size(line.pen);
    }
    void operator()(Polyline& line) const
    {
        for (Point& point : line.points)
            place(point);
        size(line.pen);
    }
    void operator()(Box& box) const
    {
        place(box.corner);
        box.width *= factor;
        box.height *= factor;
        box.radius *= factor;
    }
    void operator()(Frame& frame) const
    {
        place(frame.corner);
        frame.width *= factor;
        frame.height *= factor;
        frame.radius *= factor;
        size(frame.pen);
    }
    void operator()(Polygon& shape) const
    {
        for (Point& point : shape.points)
            place(point);
    }
    void operator()(Disc& disc) const
    {
        place(disc.center);
        disc.radius *= factor;
    }

private:
    void place(Point& point) const { point = {point.x * factor + right, point.y * factor + down}; }
    void size(Pen& pen) const
    {
        bool const dashed = pen.dash > 0;
        pen.width *= factor;
        pen.dash = static_cast<int>(std::lround(pen.dash * factor));
        // A dash that shrinks to nothing would turn a dashed line into a solid one.
        if (dashed && pen.dash < 1)
            pen.dash = 1;
    }
};

} // namespace

Op moved(Op op, double right, double down)
{
    std::visit(Transform{1, right, down}, op);
    return op;
}

Op scaled(Op op, double factor)
{
    std::visit(Transform{factor, 0, 0}, op);
    return op;
}

Extent extent(PageSize size) noexcept
{
    // ISO 216 A4 is 210 x 297 mm, US Letter 8.5 x 11 in.
    return size == PageSize::A4 ? Extent{595.28, 841.89} : Extent{612, 792};
}

} // namespace plumbline::reports
