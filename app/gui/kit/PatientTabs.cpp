// SPDX-License-Identifier: Apache-2.0
#include "app/gui/kit/PatientTabs.hpp"

#include <wx/graphics.h>
#include <wx/pen.h>
#include <wx/translation.h>

#include <algorithm>

namespace plumbline::app::kit {

PatientTabs::PatientTabs(wxWindow* parent)
    : Control{parent, Reach::Keyboard}
{
    a11y::parts(
        this,
        [this] {
            std::vector<a11y::Part> parts;
            auto const areas = places();
            for (std::size_t index = 0; index < tabs_.size(); ++index)
                parts.push_back({tabs_[index].label, a11y::Role::Tab, areas[index], tabs_[index].id == selected_});
            return parts;
        },
        [this](std::size_t index) { open(index); });
    a11y::role(this, a11y::Role::TabList);
    a11y::name(this, _("Open patients"));
    Bind(wxEVT_KEY_DOWN, &PatientTabs::key, this);
    Bind(wxEVT_LEFT_DOWN, &PatientTabs::point, this);
    Bind(wxEVT_MIDDLE_DOWN, &PatientTabs::point, this);
    Bind(wxEVT_MOTION, &PatientTabs::point, this);
    Bind(wxEVT_LEAVE_WINDOW, [this](wxMouseEvent& event) {
        hovered_tab_ = -1;
        event.Skip();
    });
}

void PatientTabs::set_tabs(std::vector<Tab> tabs)
{
    tabs_ = std::move(tabs);
    a11y::parts_changed(this);
    Refresh();
}

void PatientTabs::select(std::int64_t id)
{
    if (id == selected_)
        return;
    selected_ = id;
    a11y::current_changed(this, current());
    Refresh();
}

std::size_t PatientTabs::current() const
{
    auto const found = std::ranges::find(tabs_, selected_, &Tab::id);
    return found == tabs_.end() ? 0 : static_cast<std::size_t>(found - tabs_.begin());
}

std::vector<wxRect> PatientTabs::places() const
{
    std::vector<wxRect> areas;
    wxSize const size = GetClientSize();
    int const top = FromDIP(5);
    int const widest = FromDIP(220);
    int x = FromDIP(step::s);
    for (Tab const& tab : tabs_) {
        int text = 0;
        GetTextExtent(tab.label, &text, nullptr, nullptr, nullptr, &base_font());
        int const wide = std::min(text + FromDIP(tab.closable ? 46 : 30), widest);
        areas.emplace_back(x, top, wide, size.y - top);
        x += wide + FromDIP(2);
    }
    // More than fits: all of them narrower, so that every tab stays in sight.
    int const room = size.x - FromDIP(step::s);
    if (x > room && !areas.empty()) {
        double const shrink = static_cast<double>(room) / x;
        for (wxRect& area : areas) {
            area.x = static_cast<int>(area.x * shrink);
            area.width = static_cast<int>(area.width * shrink);
        }
    }
    return areas;
}

wxRect PatientTabs::cross(wxRect const& tab) const
{
    int const side = FromDIP(18);
    return {tab.GetRight() - side - FromDIP(step::s), tab.y + (tab.height - side) / 2, side, side};
}

wxSize PatientTabs::wanted() const
{
    return {FromDIP(200), row_height(this) + FromDIP(5)};
}

void PatientTabs::paint(Brush& brush, wxRect const& area)
{
    Palette const& colors = palette();
    brush.fill(area, colors.chrome);
    int const bottom = area.height - 1;
    brush.line({0, bottom}, {area.width, bottom}, colors.edge);
    auto const areas = places();
    for (std::size_t index = 0; index < tabs_.size(); ++index) {
        wxRect const& place = areas[index];
        bool const selected = tabs_[index].id == selected_;
        double const radius = FromDIP(6);
        if (selected) {
            // Longer than the strip, so that only its upper corners are round.
            wxRect open = place;
            open.height += FromDIP(step::m);
            brush.round(open, radius, colors.card, colors.edge);
        } else if (hovered_tab_ == static_cast<int>(index)) {
            wxRect open = place;
            open.height -= FromDIP(3);
            brush.round(open, radius, colors.hover);
        }
        wxRect text = place;
        text.x += FromDIP(14);
        text.width -= FromDIP(tabs_[index].closable ? 14 + 26 : 22);
        text.width += 2;
        brush.text(text, tabs_[index].label, base_font(), selected ? colors.text : colors.muted);
        if (tabs_[index].closable) {
            wxRect const x = cross(place);
            wxPoint const middle{x.x + x.width / 2, x.y + x.height / 2 + 1};
            int const arm = FromDIP(3);
            brush.context().SetPen(wxPen{selected ? colors.text : colors.muted, 2});
            brush.context().StrokeLine(middle.x - arm, middle.y - arm, middle.x + arm, middle.y + arm);
            brush.context().StrokeLine(middle.x - arm, middle.y + arm, middle.x + arm, middle.y - arm);
        }
        if (selected && focused()) {
            wxRect ring = place;
            ring.Deflate(FromDIP(3));
            brush.ring(ring, radius);
        }
    }
}

void PatientTabs::open(std::size_t index)
{
    if (index >= tabs_.size())
        return;
    select(tabs_[index].id);
    if (heard_)
        heard_(selected_);
}

void PatientTabs::close(std::size_t index)
{
    if (index < tabs_.size() && tabs_[index].closable && closed_)
        closed_(tabs_[index].id);
}

void PatientTabs::key(wxKeyEvent& event)
{
    std::size_t const now = current();
    switch (event.GetKeyCode()) {
    case WXK_LEFT:
        if (now > 0)
            open(now - 1);
        break;
    case WXK_RIGHT:
        open(now + 1);
        break;
    case WXK_DELETE:
        close(now);
        break;
    case WXK_RETURN:
    case WXK_SPACE:
        open(now);
        break;
    case WXK_TAB:
        Navigate(event.ShiftDown() ? wxNavigationKeyEvent::IsBackward : wxNavigationKeyEvent::IsForward);
        break;
    default:
        event.Skip();
    }
}

void PatientTabs::point(wxMouseEvent& event)
{
    auto const areas = places();
    int hit = -1;
    for (std::size_t index = 0; index < areas.size(); ++index)
        if (areas[index].Contains(event.GetPosition()))
            hit = static_cast<int>(index);
    if (hit != hovered_tab_) {
        hovered_tab_ = hit;
        Refresh();
    }
    if (hit < 0 || (!event.LeftDown() && !event.MiddleDown()))
        return;
    auto const index = static_cast<std::size_t>(hit);
    if (event.MiddleDown() || (tabs_[index].closable && cross(areas[index]).Contains(event.GetPosition())))
        close(index);
    else
        open(index);
}

} // namespace plumbline::app::kit
