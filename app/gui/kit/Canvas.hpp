// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/gui/kit/Painting.hpp"

#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>

using cairo_surface_t = struct _cairo_surface;

namespace plumbline::app::kit {

/// A picture in memory that a window is painted into before it is shown: where there are hundreds of small shapes, the
/// display is asked once instead of for each. Kept from one paint to the next.
class Canvas {
public:
    using Work = std::function<void(Brush&)>;
    /// What a stamp shows and how large it is: numbers of the caller's choice.
    using Kind = std::array<int, 6>;

    /// Paints the whole window and shows it.
    void paint(wxWindow const& window, wxDC& dc, Work const& work);
    /// A small picture that is needed again and again: `work` paints it once for each kind and is cut at its edges. Stamps
    /// may be made of stamps. Only while painting.
    void stamp(Brush& brush, Kind const& kind, wxRect const& area, Work const& work);
    /// After other colors or another scale.
    void forget();
    /// Stamps of one sort, which is the first number of their kind, after what they show has changed.
    void forget_stamps(int sort);

private:
    using Picture = std::shared_ptr<cairo_surface_t>;
    Picture picture_;
    wxSize size_;
    double scale_ = 1;
    std::map<Kind, Picture> stamps_;
    std::int64_t stamped_pixels_ = 0;
};

} // namespace plumbline::app::kit
