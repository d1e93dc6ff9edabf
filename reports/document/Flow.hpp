// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "reports/document/Document.hpp"
#include "reports/document/FontMetrics.hpp"
#include "reports/document/Strip.hpp"
#include "reports/document/TextBreaker.hpp"
#include "reports/document/Typography.hpp"

#include <span>
#include <vector>

namespace plumbline::reports {

/// Turns blocks into strips of one width, ready to be dealt onto pages.
class Flow {
public:
    /// `page_height` is the room of a whole page: what is higher is not kept together.
    Flow(double width, double page_height, FontMetrics const& metrics, Palette const& palette)
        : width_{width}
        , page_height_{page_height}
        , metrics_{metrics}
        , palette_{palette}
    {
    }

    [[nodiscard]] std::vector<Strip> strips(std::span<Block const> blocks);

    /// True once a text was met that the fonts cannot show whole.
    [[nodiscard]] bool lost_characters() const noexcept { return lost_characters_; }

    void operator()(Heading const& heading);
    void operator()(Paragraph const& paragraph);
    void operator()(Table const& table);
    void operator()(Chart const& chart);
    void operator()(Drawing const& drawing);
    void operator()(SignatureLines const& signatures);
    void operator()(Spacer const& spacer);
    void operator()(KeepTogether const& group);
    void operator()(SideBySide const& group);

private:
    [[nodiscard]] std::vector<TextLine> lines(std::span<Run const> runs, typography::TextStyle style, double width);
    /// Puts one line into a strip; `x` and `baseline` are where its left end stands.
    void write(Strip& strip, TextLine const& line, std::span<Run const> runs, Sources const& sources,
        typography::TextStyle style, Point at) const;
    [[nodiscard]] Strip header_of(Table const& table, std::vector<double> const& widths, std::string const& above);
    void add_row(Table const& table, Row const& row, std::vector<double> const& widths,
        std::shared_ptr<Strip const> const& header);
    [[nodiscard]] std::vector<Strip> strips_of_width(std::span<Block const> blocks, double width);
    void watch(std::string_view text);

    double width_;
    double page_height_;
    FontMetrics const& metrics_;
    Palette const& palette_;
    std::vector<Strip> strips_;
    bool lost_characters_ = false;
    bool after_heading_ = false;
};

/// Room taken by strips that follow one another, the first gap included.
[[nodiscard]] double height_of(std::span<Strip const> strips) noexcept;

} // namespace plumbline::reports
