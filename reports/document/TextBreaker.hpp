// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "reports/document/Document.hpp"
#include "reports/document/FontMetrics.hpp"

#include <span>
#include <string>
#include <vector>

namespace plumbline::reports {

/// Text of one run within one line.
struct LinePiece {
    std::size_t run = 0; ///< Index into the runs that were broken.
    std::string text;
    double x = 0;
    double width = 0;
};

struct TextLine {
    std::vector<LinePiece> pieces;
    double width = 0;
};

/// Breaks runs into lines no longer than `width`: after spaces, after hyphens and dashes between
/// words, at newlines, and inside a word only when the word alone is longer than a line. Spaces at a
/// break are dropped. Text without a visible character gives no line at all.
[[nodiscard]] std::vector<TextLine> break_lines(
    std::span<Run const> runs, double size, double width, FontMetrics const& metrics);

/// The text if it fits, else as much of its front as fits with an ellipsis behind it. One line.
[[nodiscard]] std::string shortened(
    std::string_view text, Face face, double size, double width, FontMetrics const& metrics);

/// True when printing the text puts a replacement sign where a character was.
[[nodiscard]] bool loses_characters(std::string_view text, FontMetrics const& metrics);

} // namespace plumbline::reports
