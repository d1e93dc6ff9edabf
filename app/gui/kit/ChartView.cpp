// SPDX-License-Identifier: Apache-2.0
#include "app/gui/kit/ChartView.hpp"

#include "app/gui/kit/PagePainter.hpp"
#include "app/gui/kit/Words.hpp"

#include <fmt/format.h>

#include <cmath>

namespace plumbline::app::kit {
namespace {
/// Pixels of the screen per point of the paper, at the usual 96 to the inch.
double pixels_per_point(wxWindow const* window)
{
    return window->FromDIP(100) / 100.0 * 96 / 72 * zoom() / 100;
}

reports::Color as_report(wxColour const& color)
{
    return {color.Red(), color.Green(), color.Blue()};
}

reports::Palette screen_palette()
{
    reports::Palette colors = is_dark() ? reports::dark_palette : reports::paper_palette;
    Palette const& ours = palette();
    colors.background = as_report(ours.card);
    colors.ink = as_report(ours.text);
    colors.muted = as_report(ours.muted);
    colors.hairline = as_report(ours.hairline);
    return colors;
}
} // namespace

ChartView::ChartView(wxWindow* parent, reports::Chart chart)
    : Control{parent, Reach::Keyboard}
    , chart_{std::move(chart)}
{
    a11y::parts(this, [this] { return spoken(); }, {});
    a11y::role(this, a11y::Role::Image);
    a11y::name(this, wide(chart_.title));
    Bind(wxEVT_KEY_DOWN, &ChartView::key, this);
    Bind(wxEVT_LEFT_DOWN, [this](wxMouseEvent&) { SetFocus(); });
}

void ChartView::set_chart(reports::Chart chart)
{
    if (chart == chart_)
        return;
    chart_ = std::move(chart);
    current_ = 0;
    a11y::name(this, wide(chart_.title));
    a11y::parts_changed(this);
    resized();
}

std::vector<a11y::Part> ChartView::spoken() const
{
    std::vector<a11y::Part> parts;
    wxRect const area{GetClientSize()};
    for (reports::Series const& series : chart_.series) {
        for (reports::ChartPoint const& point : series.points) {
            std::string const when = point.label.empty() ? to_words(point.day) : point.label;
            parts.push_back({wide(fmt::format("{} {}: {} {}", series.name, when, point.value, chart_.unit)),
                a11y::Role::Label, area, parts.size() == current_});
        }
    }
    return parts;
}

void ChartView::key(wxKeyEvent& event)
{
    std::size_t const count = spoken().size();
    switch (event.GetKeyCode()) {
    case WXK_LEFT:
        current_ -= current_ > 0 ? 1 : 0;
        break;
    case WXK_RIGHT:
        current_ += current_ + 1 < count ? 1 : 0;
        break;
    case WXK_TAB:
        Navigate(event.ShiftDown() ? wxNavigationKeyEvent::IsBackward : wxNavigationKeyEvent::IsForward);
        return;
    default:
        event.Skip();
        return;
    }
    if (current_ < count)
        SetToolTip(spoken()[current_].name);
    a11y::current_changed(this, current_);
}

void ChartView::paint(Brush& brush, wxRect const& area)
{
    double const scale = pixels_per_point(this);
    reports::Chart sized = chart_;
    sized.height = area.height / scale;
    kit::paint(
        brush.context(), reports::draw(sized, area.width / scale, reports::paper_metrics(), screen_palette()), scale);
    if (focused())
        brush.ring(area, FromDIP(4));
}

wxSize ChartView::wanted() const
{
    return {FromDIP(200), static_cast<int>(std::ceil(chart_.height * pixels_per_point(this)))};
}

} // namespace plumbline::app::kit
