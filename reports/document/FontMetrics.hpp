// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "reports/document/Page.hpp"

#include <string>
#include <string_view>

namespace plumbline::reports {

/// Measures text as it will stand on the page. Implementations may be asked from several threads.
class FontMetrics {
public:
    virtual ~FontMetrics() = default;

    /// Text as it may be laid out: valid UTF-8, composed (NFC), without invisible controls, and every
    /// character that no font of the page holds replaced by the visible U+25A1. Newlines stay.
    [[nodiscard]] virtual std::string printable(std::string_view text) const = 0;
    /// Length of printable text in points.
    [[nodiscard]] virtual double width(Face face, double size, std::string_view text) const = 0;
};

/// The metrics of the fonts that the PDF embeds, the same for preview and paper. Lives as long as
/// the program; the first call loads the fonts.
[[nodiscard]] FontMetrics const& paper_metrics();

} // namespace plumbline::reports
