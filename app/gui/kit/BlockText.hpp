// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/gui/kit/Painting.hpp"

#include <array>
#include <string>
#include <unordered_map>
#include <vector>

namespace plumbline::app::kit {

/// A bold title and small words that follow it, broken into the lines of a block. Every word is measured once for as
/// long as the fonts stay, so that breaking again for another width costs no text measuring.
class BlockText {
public:
    struct Piece {
        wxString text;
        int x = 0;
        int line = 0;
        bool bold = false;
    };
    /// At least the title; what does not fit ends with an ellipsis.
    [[nodiscard]] std::vector<Piece> broken(
        Brush& brush, wxString const& title, wxString const& words, int width, int lines);
    /// After another font or zoom.
    void forget();

private:
    [[nodiscard]] int width_of(Brush& brush, wxString const& text, bool bold);
    [[nodiscard]] wxString fitted(Brush& brush, wxString const& text, int width, bool bold);

    std::array<std::unordered_map<std::wstring, int>, 2> widths_;
};

} // namespace plumbline::app::kit
