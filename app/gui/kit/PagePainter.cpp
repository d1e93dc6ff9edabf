// SPDX-License-Identifier: Apache-2.0
#include "app/gui/kit/PagePainter.hpp"

#include "app/gui/kit/PaperText.hpp"
#include "app/gui/kit/Words.hpp"

#include <wx/brush.h>
#include <wx/graphics.h>
#include <wx/pen.h>

#include <algorithm>
#include <variant>

namespace plumbline::app::kit {
namespace {
wxColour color_of(reports::Color color)
{
    return wxColour{color.red, color.green, color.blue};
}

struct Painter {
    wxGraphicsContext& context;
    double scale;

    void use(reports::Pen const& pen)
    {
        wxGraphicsPenInfo info{color_of(pen.color), pen.width * scale};
        info.Cap(pen.dash > 0 ? wxCAP_BUTT : wxCAP_ROUND).Join(wxJOIN_ROUND);
        if (pen.dash > 0) {
            // Dashes count in widths of the pen.
            auto const length = static_cast<wxDash>(std::max(1.0, pen.dash / std::max(pen.width, 0.1)));
            dashes[0] = dashes[1] = length;
            info.Style(wxPENSTYLE_USER_DASH).Dashes(2, dashes);
        }
        context.SetPen(context.CreatePen(info));
        context.SetBrush(wxNullBrush);
    }

    void fill(reports::Color color)
    {
        context.SetPen(wxNullPen);
        context.SetBrush(wxBrush{color_of(color)});
    }

    wxGraphicsPath trace(std::vector<reports::Point> const& points)
    {
        wxGraphicsPath path = context.CreatePath();
        bool first = true;
        for (reports::Point const& point : points) {
            if (first)
                path.MoveToPoint(point.x * scale, point.y * scale);
            else
                path.AddLineToPoint(point.x * scale, point.y * scale);
            first = false;
        }
        return path;
    }

    void operator()(reports::TextRun const& run)
    {
        native::paper_text(context, wide(run.text), {run.at.x * scale, run.at.y * scale}, run.size * scale,
            run.face == reports::Face::Bold ? Weight::Bold : Weight::Regular, color_of(run.color));
    }

    void operator()(reports::Line const& line)
    {
        use(line.pen);
        context.StrokeLine(line.from.x * scale, line.from.y * scale, line.to.x * scale, line.to.y * scale);
    }

    void operator()(reports::Polyline const& line)
    {
        use(line.pen);
        context.StrokePath(trace(line.points));
    }

    void operator()(reports::Box const& box)
    {
        fill(box.fill);
        rectangle(box.corner, box.width, box.height, box.radius);
    }

    void operator()(reports::Frame const& frame)
    {
        use(frame.pen);
        rectangle(frame.corner, frame.width, frame.height, frame.radius);
    }

    void operator()(reports::Polygon const& shape)
    {
        fill(shape.fill);
        wxGraphicsPath path = trace(shape.points);
        path.CloseSubpath();
        context.FillPath(path);
    }

    void operator()(reports::Disc const& disc)
    {
        fill(disc.fill);
        double const side = 2 * disc.radius * scale;
        context.DrawEllipse((disc.center.x - disc.radius) * scale, (disc.center.y - disc.radius) * scale, side, side);
    }

    void rectangle(reports::Point corner, double width, double height, double radius)
    {
        if (radius > 0)
            context.DrawRoundedRectangle(
                corner.x * scale, corner.y * scale, width * scale, height * scale, radius * scale);
        else
            context.DrawRectangle(corner.x * scale, corner.y * scale, width * scale, height * scale);
    }

    wxDash dashes[2]{};
};
} // namespace

void paint(wxGraphicsContext& context, std::vector<reports::Op> const& ops, double scale)
{
    Painter painter{context, scale};
    for (reports::Op const& op : ops)
        std::visit(painter, op);
}

void paint(wxGraphicsContext& context, reports::Page const& page, double scale)
{
    context.SetPen(wxNullPen);
    context.SetBrush(*wxWHITE_BRUSH);
    context.DrawRectangle(0, 0, page.width * scale, page.height * scale);
    paint(context, page.ops, scale);
}

} // namespace plumbline::app::kit
