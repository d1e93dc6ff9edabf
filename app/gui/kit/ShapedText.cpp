// SPDX-License-Identifier: Apache-2.0
#include "app/gui/kit/ShapedText.hpp"

#include <pango/pangocairo.h>

#include <wx/fontutil.h>
#include <wx/graphics.h>

namespace plumbline::app::kit {

namespace {

cairo_t* cairo_of(Brush& brush)
{
    return static_cast<cairo_t*>(brush.context().GetNativeContext());
}

} // namespace

ShapedText::ShapedText(Brush& brush, wxString const& text, wxFont const& font)
{
    if (text.empty())
        return;
    layout_ = {pango_cairo_create_layout(cairo_of(brush)), [](PangoLayout* layout) { g_object_unref(layout); }};
    pango_layout_set_single_paragraph_mode(layout_.get(), TRUE);
    pango_layout_set_font_description(layout_.get(), font.GetNativeFontInfo()->description);
    auto const bytes = text.utf8_str();
    pango_layout_set_text(layout_.get(), bytes.data(), static_cast<int>(bytes.length()));
    pango_layout_get_pixel_size(layout_.get(), &extent_.x, &extent_.y);
}

void ShapedText::draw(Brush& brush, wxPoint at, wxColour const& color) const
{
    if (empty())
        return;
    constexpr double most = 255;
    cairo_t* const cairo = cairo_of(brush);
    cairo_set_source_rgba(cairo, color.Red() / most, color.Green() / most, color.Blue() / most, color.Alpha() / most);
    cairo_move_to(cairo, at.x, at.y);
    pango_cairo_show_layout(cairo, layout_.get());
}

} // namespace plumbline::app::kit
