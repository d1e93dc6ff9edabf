// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/gui/kit/Painting.hpp"

#include <wx/geometry.h>

class wxGraphicsContext;

namespace plumbline::app::kit::native {

/// Text in the typeface that the PDF embeds, unhinted, so that it is exactly as long as on paper.
/// `at` is the left end of the baseline, `size` the height of the font in pixels.
void paper_text(wxGraphicsContext& context, wxString const& text, wxPoint2DDouble at, double size, Weight weight,
    wxColour const& color);

} // namespace plumbline::app::kit::native
