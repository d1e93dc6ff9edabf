// SPDX-License-Identifier: Apache-2.0
#include "app/gui/kit/Canvas.hpp"

#include <cairo.h>

#include <wx/dc.h>
#include <wx/graphics.h>
#include <wx/window.h>

namespace plumbline::app::kit {

namespace {

constexpr std::int64_t most_stamped = 8'000'000; // Pixels, four bytes each: a screen's blocks at six steps of zoom.

using Picture = std::shared_ptr<cairo_surface_t>;

/// In memory that the display can read too, where there is such.
Picture picture(cairo_t* like, wxSize size, double scale, cairo_format_t format)
{
    auto const pixels = [scale](int length) { return std::max(1, static_cast<int>(length * scale + 0.5)); };
    Picture made{cairo_surface_create_similar_image(cairo_get_target(like), format, pixels(size.x), pixels(size.y)),
        cairo_surface_destroy};
    cairo_surface_set_device_scale(made.get(), scale, scale);
    return made;
}

std::int64_t pixels_of(Picture const& picture)
{
    return std::int64_t{cairo_image_surface_get_width(picture.get())} * cairo_image_surface_get_height(picture.get());
}

cairo_t* cairo_of(Brush& brush)
{
    return static_cast<cairo_t*>(brush.context().GetNativeContext());
}

void paint_into(Picture const& target, Canvas::Work const& work)
{
    std::unique_ptr<cairo_t, void (*)(cairo_t*)> const cairo{cairo_create(target.get()), cairo_destroy};
    Brush brush{std::unique_ptr<wxGraphicsContext>{
        wxGraphicsRenderer::GetDefaultRenderer()->CreateContextFromNativeContext(cairo.get())}};
    work(brush);
}

void show(cairo_t* cairo, Picture const& picture, wxRect const& area)
{
    cairo_save(cairo);
    cairo_set_source_surface(cairo, picture.get(), area.x, area.y);
    cairo_rectangle(cairo, area.x, area.y, area.width, area.height);
    cairo_fill(cairo);
    cairo_restore(cairo);
}

} // namespace

void Canvas::paint(wxWindow const& window, wxDC& dc, Work const& work)
{
    wxSize const size = dc.GetSize(); // What the toolkit calls the client area leaves out scroll bars that lie over it.
    double const scale = window.GetContentScaleFactor();
    if (scale != scale_)
        forget();
    Brush shown{dc};
    if (!picture_ || size != size_) {
        picture_ = picture(cairo_of(shown), size, scale, CAIRO_FORMAT_RGB24);
        size_ = size;
        scale_ = scale;
    }
    paint_into(picture_, work);
    cairo_surface_flush(picture_.get());
    show(cairo_of(shown), picture_, {{}, size});
}

void Canvas::stamp(Brush& brush, Kind const& kind, wxRect const& area, Work const& work)
{
    auto found = stamps_.find(kind);
    if (found == stamps_.end()) {
        auto const one = picture(cairo_of(brush), area.GetSize(), scale_, CAIRO_FORMAT_ARGB32);
        paint_into(one, work);
        if (stamped_pixels_ > most_stamped) {
            stamps_.clear();
            stamped_pixels_ = 0;
        }
        stamped_pixels_ += pixels_of(one);
        found = stamps_.emplace(kind, one).first;
    }
    show(cairo_of(brush), found->second, area);
}

void Canvas::forget()
{
    picture_.reset();
    stamps_.clear();
    stamped_pixels_ = 0;
}

void Canvas::forget_stamps(int sort)
{
    std::erase_if(stamps_, [&](auto const& stamp) {
        if (stamp.first.front() != sort)
            return false;
        stamped_pixels_ -= pixels_of(stamp.second);
        return true;
    });
}

} // namespace plumbline::app::kit
