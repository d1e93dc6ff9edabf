// SPDX-License-Identifier: Apache-2.0
#include "app/gui/kit/StatusSign.hpp"

#include "app/gui/kit/Words.hpp"

#include <wx/brush.h>
#include <wx/graphics.h>
#include <wx/translation.h>

#include <array>
#include <cmath>
#include <numbers>

namespace plumbline::app::kit {

namespace {

constexpr std::array fills{wxTRANSLATE("visit"), wxTRANSLATE("evaluation"), wxTRANSLATE("re-evaluation"),
    wxTRANSLATE("group"), wxTRANSLATE("room or table")};
constexpr std::array statuses{AppointmentStatus::Booked, AppointmentStatus::Confirmed, AppointmentStatus::Arrived,
    AppointmentStatus::InTreatment, AppointmentStatus::Done, AppointmentStatus::NoShow};
constexpr int lines = 3;
constexpr int columns = 2;

void half_disc(wxGraphicsContext& context, double x, double y, double radius)
{
    wxGraphicsPath path = context.CreatePath();
    path.MoveToPoint(x, y - radius);
    path.AddArc(x, y, radius, -std::numbers::pi / 2, std::numbers::pi / 2, true);
    path.CloseSubpath();
    context.FillPath(path);
}

void stroke(wxGraphicsContext& context, std::initializer_list<wxPoint2DDouble> points)
{
    wxGraphicsPath path = context.CreatePath();
    bool begun = false;
    for (wxPoint2DDouble const& point : points) {
        if (begun)
            path.AddLineToPoint(point);
        else
            path.MoveToPoint(point);
        begun = true;
    }
    context.StrokePath(path);
}

} // namespace

wxColour const& stripe_of(AppointmentStatus status)
{
    Palette const& colors = palette();
    switch (status) {
    case AppointmentStatus::Arrived:
        return colors.info_dot;
    case AppointmentStatus::InTreatment:
        return colors.due_dot;
    case AppointmentStatus::Done:
        return colors.reached_dot;
    case AppointmentStatus::NoShow:
        return colors.stop_dot;
    case AppointmentStatus::Booked:
    case AppointmentStatus::Confirmed:
    case AppointmentStatus::Cancelled:
        break;
    }
    return colors.idle_dot;
}

void paint_status_sign(Brush& brush, AppointmentStatus status, wxRect const& square, wxColour const& color)
{
    auto& context = brush.context();
    double const x = square.x + square.width / 2.0, y = square.y + square.height / 2.0;
    double const radius = square.width / 2.0 - 0.5, left = square.x + 1, right = square.x + square.width - 1,
                 top = square.y + 1, bottom = square.y + square.height - 1;
    context.SetPen(context.CreatePen(wxGraphicsPenInfo{color, 1.4}));
    context.SetBrush(wxNullBrush);
    switch (status) {
    case AppointmentStatus::Done:
        return stroke(context, {{left, y}, {x - 1, bottom - 1}, {right, top}});
    case AppointmentStatus::NoShow:
        stroke(context, {{left, top}, {right, bottom}});
        return stroke(context, {{left, bottom}, {right, top}});
    case AppointmentStatus::Cancelled:
        return stroke(context, {{left, y}, {right, y}});
    case AppointmentStatus::Booked:
    case AppointmentStatus::Confirmed:
    case AppointmentStatus::Arrived:
    case AppointmentStatus::InTreatment:
        break;
    }
    context.DrawEllipse(x - radius, y - radius, 2 * radius, 2 * radius);
    context.SetPen(wxNullPen);
    context.SetBrush(wxBrush{color});
    if (status == AppointmentStatus::InTreatment)
        context.DrawEllipse(x - radius, y - radius, 2 * radius, 2 * radius);
    else if (status == AppointmentStatus::Arrived)
        half_disc(context, x, y, radius);
    else if (status == AppointmentStatus::Confirmed)
        context.DrawEllipse(x - 1.5, y - 1.5, 3, 3);
}

ScheduleLegend::ScheduleLegend(wxWindow* parent)
    : Control{parent, Reach::Looks}
{
    wxString words;
    for (char const* fill : fills)
        words += wxGetTranslation(fill) + ", ";
    for (AppointmentStatus const status : statuses)
        words += wide(label(status)) + ", ";
    a11y::name(this, _("What colors and signs mean: ") + words.BeforeLast(','));
}

wxSize ScheduleLegend::wanted() const
{
    int height = 0;
    GetTextExtent("Ag", nullptr, &height, nullptr, nullptr, &caption_font());
    return {FromDIP(180), (height + FromDIP(3)) * (2 * lines)};
}

void ScheduleLegend::paint(Brush& brush, wxRect const& area)
{
    int const line = area.height / (2 * lines);
    int const dot = FromDIP(10);
    int const half = area.width / columns;
    auto const place = [&](std::size_t index, int first_line) {
        int const i = static_cast<int>(index);
        return wxRect{i % columns * half, (first_line + i / columns) * line, half, line};
    };
    for (std::size_t index = 0; index < fills.size(); ++index) {
        wxRect const at = place(index, 0);
        brush.round({at.x, at.y + (line - dot) / 2, dot, dot}, FromDIP(2), palette().fills[index], palette().edge);
        brush.text({at.x + dot + FromDIP(5), at.y, half - dot - FromDIP(5), line}, wxGetTranslation(fills[index]),
            caption_font(), palette().muted);
    }
    for (std::size_t index = 0; index < statuses.size(); ++index) {
        wxRect const at = place(index, lines);
        int const stripe = FromDIP(4);
        brush.round({at.x, at.y + 1, stripe, line - 2}, FromDIP(2), stripe_of(statuses[index]));
        paint_status_sign(
            brush, statuses[index], {at.x + stripe + FromDIP(4), at.y + (line - dot) / 2, dot, dot}, palette().text);
        int const left = stripe + dot + FromDIP(9);
        brush.text({at.x + left, at.y, half - left, line}, wide(label(statuses[index])).Lower(), caption_font(),
            palette().muted);
    }
}

} // namespace plumbline::app::kit
