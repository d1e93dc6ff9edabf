// SPDX-License-Identifier: Apache-2.0
#include "app/gui/kit/Painting.hpp"

#include "app/gui/kit/Native.hpp"

#include <wx/bookctrl.h>
#include <wx/dcclient.h>
#include <wx/graphics.h>
#include <wx/scrolwin.h>

#include <algorithm>
#include <cmath>

namespace plumbline::app::kit {

wxString plain(Runs const& runs)
{
    wxString text;
    for (Run const& run : runs)
        text += run.text;
    return text;
}

wxFont const& font_of(Run const& run)
{
    if (run.size == Size::Title)
        return title_font();
    if (run.size == Size::Caption)
        return run.weight == Weight::Bold ? caption_bold_font() : caption_font();
    return run.weight == Weight::Bold ? bold_font() : base_font();
}

/// Making a font asks the display where the window is, so each is made once for a picture.
struct Brush::Fonts {
    struct One {
        wxFont font; ///< Kept, so that no other font gets its address.
        wxUint32 color;
        wxGraphicsFont made;
    };
    std::vector<One> made;
};

Brush::Brush(wxDC& dc)
    : Brush{std::unique_ptr<wxGraphicsContext>{wxGraphicsContext::CreateFromUnknownDC(dc)}}
{
}

Brush::Brush(std::unique_ptr<wxGraphicsContext> context)
    : context_{std::move(context)}
    , fonts_{std::make_unique<Fonts>()}
{
    // Our own half pixels decide where an edge lies.
    context_->DisableOffset();
}

Brush::~Brush() = default;

void Brush::take(wxFont const& font, wxColour const& color)
{
    auto const found = std::ranges::find_if(fonts_->made, [&](Fonts::One const& one) {
        return one.font.GetRefData() == font.GetRefData() && one.color == color.GetRGBA();
    });
    if (found != fonts_->made.end())
        return context_->SetFont(found->made);
    fonts_->made.push_back({font, color.GetRGBA(), context_->CreateFont(font, color)});
    context_->SetFont(fonts_->made.back().made);
}

void Brush::fill(wxRect const& area, wxColour const& color)
{
    context_->SetPen(wxNullPen);
    context_->SetBrush(wxBrush{color});
    context_->DrawRectangle(area.x, area.y, area.width, area.height);
}

void Brush::round(wxRect const& area, double radius, wxColour const& fill, wxColour const& edge)
{
    // An edge of one pixel is sharp only when its middle lies in the middle of the pixels.
    double const inset = edge.IsOk() ? 0.5 : 0;
    context_->SetPen(edge.IsOk() ? wxPen{edge, 1} : wxNullPen);
    context_->SetBrush(fill.IsOk() ? wxBrush{fill} : wxNullBrush);
    context_->DrawRoundedRectangle(
        area.x + inset, area.y + inset, area.width - 2 * inset, area.height - 2 * inset, radius);
}

void Brush::ring(wxRect const& area, double radius)
{
    context_->SetPen(wxPen{palette().focus, 2});
    context_->SetBrush(wxNullBrush);
    context_->DrawRoundedRectangle(area.x + 1, area.y + 1, area.width - 2, area.height - 2, radius);
}

void Brush::disc(wxPoint center, double radius, wxColour const& color)
{
    context_->SetPen(wxNullPen);
    context_->SetBrush(wxBrush{color});
    context_->DrawEllipse(center.x - radius, center.y - radius, 2 * radius, 2 * radius);
}

void Brush::line(wxPoint from, wxPoint to, wxColour const& color)
{
    // Upright and level lines are whole pixels, which are filled faster than they are stroked.
    if (from.x == to.x || from.y == to.y)
        return fill(wxRect{wxPoint{std::min(from.x, to.x), std::min(from.y, to.y)},
                        wxPoint{std::max(from.x, to.x), std::max(from.y, to.y)}},
            color);
    context_->SetPen(wxPen{color, 1});
    context_->StrokeLine(from.x + 0.5, from.y + 0.5, to.x + 0.5, to.y + 0.5);
}

wxSize Brush::extent(wxString const& text, wxFont const& font)
{
    take(font, palette().text);
    double width = 0;
    double height = 0;
    context_->GetTextExtent(text, &width, &height);
    return {static_cast<int>(std::ceil(width)), static_cast<int>(std::ceil(height))};
}

int Brush::width(Runs const& runs)
{
    int width = 0;
    for (Run const& run : runs)
        width += extent(run.text, font_of(run)).x;
    return width;
}

int Brush::text(wxRect const& area, wxString const& text, wxFont const& font, wxColour const& color, Align align)
{
    if (text.empty() || area.width <= 0)
        return area.x;
    wxSize size = extent(text, font);
    wxString shown = text;
    if (size.x > area.width) {
        // The longest beginning that leaves room for the ellipsis, found by halving.
        std::size_t low = 0;
        std::size_t high = text.length();
        while (low < high) {
            std::size_t const middle = (low + high + 1) / 2;
            if (extent(text.Left(middle).Trim() + L"\u2026", font).x <= area.width)
                low = middle;
            else
                high = middle - 1;
        }
        shown = text.Left(low).Trim() + L"\u2026";
        size = extent(shown, font);
    }
    int x = area.x;
    if (align == Align::Right)
        x = area.x + area.width - size.x;
    else if (align == Align::Center)
        x = area.x + (area.width - size.x) / 2;
    take(font, color);
    context_->DrawText(shown, std::max(x, area.x), area.y + (area.height - size.y) / 2);
    return x + size.x;
}

int Brush::text(wxRect const& area, Runs const& runs, Align align)
{
    return text_in(area, runs, wxNullColour, align);
}

int Brush::text_in(wxRect const& area, Runs const& runs, wxColour const& color, Align align)
{
    int x = area.x;
    if (align != Align::Left) {
        int const free = std::max(0, area.width - width(runs));
        x += align == Align::Right ? free : free / 2;
    }
    int const end = area.x + area.width;
    for (Run const& run : runs) {
        if (x >= end)
            break;
        int const begun = x;
        x = text(wxRect{x, area.y, end - x, area.height}, run.text, font_of(run),
            color.IsOk() ? color : color_of(run.meaning));
        // One cut is enough: what follows would be a second ellipsis.
        if (end - x < area.height && extent(run.text, font_of(run)).x > end - begun)
            break;
    }
    return x;
}

void prepare_for_painting(wxWindow* window)
{
    window->SetBackgroundStyle(wxBG_STYLE_PAINT);
    window->Bind(wxEVT_SYS_COLOUR_CHANGED, [window](wxSysColourChangedEvent& event) {
        window->InvalidateBestSize();
        window->Refresh();
        event.Skip();
    });
}

void relayout(wxWindow* window)
{
    std::vector<wxWindow*> around;
    for (wxWindow* above = window->GetParent(); above != nullptr; above = above->GetParent()) {
        above->InvalidateBestSize();
        around.push_back(above);
        if (above->IsTopLevel() || dynamic_cast<wxBookCtrlBase*>(above) != nullptr)
            break;
        if (dynamic_cast<wxScrollHelper*>(above) != nullptr) {
            above->FitInside();
            break;
        }
    }
    // From outside in, since the outer ones decide what room the inner ones have.
    for (auto above = around.rbegin(); above != around.rend(); ++above)
        (*above)->Layout();
}

Area::Area(wxWindow* parent, Ground ground)
    : wxPanel{parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxTAB_TRAVERSAL | wxBORDER_NONE}
    , ground_{ground}
{
    prepare_for_painting(this);
    Bind(wxEVT_PAINT, [this](wxPaintEvent&) {
        wxPaintDC dc{this};
        Brush{dc}.fill(GetClientRect(), ground_behind(this));
    });
}

ClearPanel::ClearPanel(wxWindow* parent)
    : wxPanel{parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxTAB_TRAVERSAL | wxBORDER_NONE}
{
    prepare_for_painting(this);
    Bind(wxEVT_PAINT, [this](wxPaintEvent&) {
        wxPaintDC dc{this};
        Brush{dc}.fill(GetClientRect(), ground_behind(this));
    });
}

wxColour Grounded::ground_color() const
{
    Palette const& colors = palette();
    switch (ground()) {
    case Ground::Card:
        return colors.card;
    case Ground::Chrome:
        return colors.chrome;
    case Ground::Rail:
        return colors.rail;
    case Ground::Surface:
        break;
    }
    return colors.surface;
}

wxColour ground_behind(wxWindow const* window)
{
    for (; window != nullptr; window = window->GetParent()) {
        if (auto const* grounded = dynamic_cast<Grounded const*>(window))
            return grounded->ground_color();
        if (window->IsTopLevel())
            break;
    }
    return palette().surface;
}

} // namespace plumbline::app::kit
