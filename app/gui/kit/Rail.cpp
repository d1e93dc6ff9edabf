// SPDX-License-Identifier: Apache-2.0
#include "app/gui/kit/Rail.hpp"

#include <wx/translation.h>

#include <algorithm>

namespace plumbline::app::kit {
namespace {
constexpr int width = 148;
}

Rail::Rail(wxWindow* parent)
    : Control{parent, Reach::Keyboard}
{
    a11y::parts(
        this,
        [this] {
            std::vector<a11y::Part> parts;
            for (std::size_t index = 0; index < entries_.size(); ++index) {
                Entry const& entry = entries_[index];
                parts.push_back({entry.badge.empty() ? entry.label : entry.label + " " + entry.badge,
                    a11y::Role::ListItem, row(index), entry.id == selected_});
            }
            return parts;
        },
        [this](std::size_t index) { open(index); });
    a11y::role(this, a11y::Role::List);
    a11y::name(this, _("Rooms"));
    Bind(wxEVT_KEY_DOWN, &Rail::key, this);
    Bind(wxEVT_LEFT_DOWN, &Rail::point, this);
    Bind(wxEVT_MOTION, &Rail::point, this);
    Bind(wxEVT_LEAVE_WINDOW, [this](wxMouseEvent& event) {
        hovered_row_ = -1;
        event.Skip();
    });
}

void Rail::set_entries(std::vector<Entry> entries)
{
    entries_ = std::move(entries);
    if (selected_.empty() && !entries_.empty())
        selected_ = entries_.front().id;
    a11y::parts_changed(this);
    Refresh();
}

void Rail::set_badge(std::string_view id, wxString const& badge)
{
    for (Entry& entry : entries_) {
        if (entry.id == id && entry.badge != badge) {
            entry.badge = badge;
            a11y::parts_changed(this);
            Refresh();
        }
    }
}

void Rail::select(std::string_view id)
{
    if (selected_ == id)
        return;
    selected_ = id;
    a11y::current_changed(this, current());
    Refresh();
}

std::size_t Rail::current() const
{
    auto const found = std::ranges::find(entries_, selected_, &Entry::id);
    return found == entries_.end() ? 0 : static_cast<std::size_t>(found - entries_.begin());
}

wxRect Rail::row(std::size_t index) const
{
    int const height = row_height(this) + FromDIP(2);
    int const gap = FromDIP(2);
    int const pad = FromDIP(step::s);
    return {pad, pad + static_cast<int>(index) * (height + gap), GetClientSize().x - 2 * pad - 1, height};
}

wxSize Rail::wanted() const
{
    int const bottom = entries_.empty() ? 0 : row(entries_.size() - 1).GetBottom();
    return {FromDIP(width) * zoom() / 100, bottom + FromDIP(step::s)};
}

void Rail::paint(Brush& brush, wxRect const& area)
{
    Palette const& colors = palette();
    brush.fill(area, colors.rail);
    brush.line({area.width - 1, 0}, {area.width - 1, area.height}, colors.edge);
    double const radius = FromDIP(5);
    for (std::size_t index = 0; index < entries_.size(); ++index) {
        Entry const& entry = entries_[index];
        wxRect const place = row(index);
        bool const selected = entry.id == selected_;
        if (selected)
            brush.round(place, radius, colors.accent);
        else if (hovered_row_ == static_cast<int>(index))
            brush.round(place, radius, is_dark() ? colors.hover : colors.edge);
        wxRect text = place;
        text.Deflate(FromDIP(10), 0);
        if (!entry.badge.empty()) {
            wxSize const extent = brush.extent(entry.badge, caption_font());
            int const badge = std::max(extent.x + FromDIP(13), FromDIP(22));
            int const height = extent.y + FromDIP(1);
            wxRect const pill{text.GetRight() - badge + 1, place.y + (place.height - height) / 2, badge, height};
            bool const light = selected || !is_dark();
            wxColour const fill = light ? wxColour{255, 255, 255} : colors.hover;
            brush.round(pill, height / 2.0, fill);
            brush.text(pill, entry.badge, caption_font(), light ? wxColour{31, 35, 38} : colors.text, Align::Center);
            text.width -= badge + FromDIP(step::s);
        }
        brush.text(text, entry.label, base_font(), selected ? colors.on_accent : colors.text);
        if (selected && focused()) {
            wxRect ring = place;
            ring.Inflate(FromDIP(2));
            brush.ring(ring, radius + 2);
        }
    }
}

void Rail::open(std::size_t index)
{
    if (index >= entries_.size())
        return;
    select(entries_[index].id);
    if (heard_)
        heard_(selected_);
}

void Rail::key(wxKeyEvent& event)
{
    std::size_t const now = current();
    switch (event.GetKeyCode()) {
    case WXK_UP:
        if (now > 0)
            open(now - 1);
        break;
    case WXK_DOWN:
        if (now + 1 < entries_.size())
            open(now + 1);
        break;
    case WXK_HOME:
        open(0);
        break;
    case WXK_END:
        open(entries_.empty() ? 0 : entries_.size() - 1);
        break;
    case WXK_RETURN:
    case WXK_NUMPAD_ENTER:
    case WXK_SPACE:
    case WXK_RIGHT:
        if (entered_)
            entered_();
        break;
    case WXK_TAB:
        Navigate(event.ShiftDown() ? wxNavigationKeyEvent::IsBackward : wxNavigationKeyEvent::IsForward);
        break;
    default:
        event.Skip();
    }
}

void Rail::point(wxMouseEvent& event)
{
    int hit = -1;
    for (std::size_t index = 0; index < entries_.size(); ++index)
        if (row(index).Contains(event.GetPosition()))
            hit = static_cast<int>(index);
    if (event.LeftDown() && hit >= 0)
        open(static_cast<std::size_t>(hit));
    if (hit != hovered_row_) {
        hovered_row_ = hit;
        Refresh();
    }
}

} // namespace plumbline::app::kit
