// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "reports/document/FontMetrics.hpp"

#include <memory>

namespace plumbline::reports {

/// Measures with the fonts that the PDF embeds. Each glyph is asked of libharu once per program; all
/// later questions, from any thread, read a table without a lock.
class HaruMetrics final : public FontMetrics {
public:
    HaruMetrics();
    ~HaruMetrics() override;

    [[nodiscard]] std::string printable(std::string_view text) const override;
    [[nodiscard]] double width(Face face, double size, std::string_view text) const override;

    /// Which font holds a character: the text face, the sign font where only that does, or none.
    enum class Holder : std::uint8_t { TextFont, SignFont, Nobody };
    [[nodiscard]] Holder holder(char32_t character) const;

private:
    class Tables;
    std::unique_ptr<Tables> tables_;
};

/// The one instance behind paper_metrics().
[[nodiscard]] HaruMetrics const& haru_metrics();

} // namespace plumbline::reports
