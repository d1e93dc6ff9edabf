// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/gui/kit/ShapedText.hpp"

#include <array>
#include <string>
#include <unordered_map>
#include <vector>

namespace plumbline::app::kit {

/// A bold title and small words that follow it, broken into the lines of a block. Every word and
/// every line is shaped once for as long as the fonts stay.
class BlockText {
public:
    struct Piece {
        ShapedText text;
        int x = 0;
        int line = 0;
        bool bold = false;
    };
    /// At least the title; what does not fit ends with an ellipsis.
    [[nodiscard]] std::vector<Piece> broken(
        Brush& brush, wxString const& title, wxString const& words, int width, int lines);
    /// One line, ended by an ellipsis where it does not fit.
    [[nodiscard]] ShapedText line(Brush& brush, wxString const& text, int width, bool bold);
    [[nodiscard]] int height(Brush& brush, bool bold) { return shaped(brush, "Ag", bold).extent().y; }
    /// After another font or zoom.
    void forget();

private:
    [[nodiscard]] ShapedText const& shaped(Brush& brush, wxString const& text, bool bold);
    [[nodiscard]] int width_of(Brush& brush, wxString const& text, bool bold);
    [[nodiscard]] wxString fitted(Brush& brush, wxString const& text, int width, bool bold);

    std::array<std::unordered_map<std::wstring, ShapedText>, 2> shaped_;
};

} // namespace plumbline::app::kit
