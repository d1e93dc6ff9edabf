// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/gui/kit/Painting.hpp"

#include <memory>

using PangoLayout = struct _PangoLayout;

namespace plumbline::app::kit {

/// One line of words in one font, shaped once and drawn often: shaping costs several times what drawing does.
class ShapedText {
public:
    ShapedText() = default;
    ShapedText(Brush& brush, wxString const& text, wxFont const& font);
    [[nodiscard]] bool empty() const noexcept { return layout_ == nullptr; }
    [[nodiscard]] wxSize extent() const noexcept { return extent_; }
    void draw(Brush& brush, wxPoint at, wxColour const& color) const;

private:
    std::shared_ptr<PangoLayout> layout_;
    wxSize extent_;
};

} // namespace plumbline::app::kit
