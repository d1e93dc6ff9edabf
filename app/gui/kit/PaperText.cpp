// SPDX-License-Identifier: Apache-2.0
#include "app/gui/kit/PaperText.hpp"

#include <pango/pangocairo.h>

#include <wx/graphics.h>

#include <memory>

namespace plumbline::app::kit::native {
namespace {
struct Release {
    void operator()(PangoLayout* layout) const { g_object_unref(layout); }
    void operator()(PangoFontDescription* font) const { pango_font_description_free(font); }
    void operator()(cairo_font_options_t* options) const { cairo_font_options_destroy(options); }
};
template <class T>
using Owned = std::unique_ptr<T, Release>;
} // namespace

void paper_text(wxGraphicsContext& context, wxString const& text, wxPoint2DDouble at, double size, Weight weight,
    wxColour const& color)
{
    auto* const cairo = static_cast<cairo_t*>(context.GetNativeContext());
    if (cairo == nullptr || text.empty())
        return;
    Owned<PangoLayout> const layout{pango_cairo_create_layout(cairo)};
    Owned<cairo_font_options_t> const options{cairo_font_options_create()};
    cairo_font_options_set_hint_style(options.get(), CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options.get(), CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_antialias(options.get(), CAIRO_ANTIALIAS_GRAY);
    PangoContext* const shaping = pango_layout_get_context(layout.get());
    pango_cairo_context_set_font_options(shaping, options.get());
    pango_context_set_round_glyph_positions(shaping, FALSE);

    Owned<PangoFontDescription> const font{pango_font_description_from_string("Liberation Sans")};
    pango_font_description_set_absolute_size(font.get(), size * PANGO_SCALE);
    pango_font_description_set_weight(font.get(), weight == Weight::Bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    pango_layout_set_font_description(layout.get(), font.get());
    pango_layout_set_single_paragraph_mode(layout.get(), TRUE);
    auto const words = text.utf8_string();
    pango_layout_set_text(layout.get(), words.data(), static_cast<int>(words.size()));

    cairo_save(cairo);
    cairo_set_source_rgb(cairo, color.Red() / 255.0, color.Green() / 255.0, color.Blue() / 255.0);
    cairo_move_to(cairo, at.m_x, at.m_y - static_cast<double>(pango_layout_get_baseline(layout.get())) / PANGO_SCALE);
    pango_cairo_show_layout(cairo, layout.get());
    cairo_restore(cairo);
}

} // namespace plumbline::app::kit::native
