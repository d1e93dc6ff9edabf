// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/core/Time.hpp"
#include "reports/document/FontMetrics.hpp"
#include "reports/document/Palette.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace plumbline::reports {

enum class ChartKind : std::uint8_t { Line, Bar };
enum class Mark : std::uint8_t { Disc, Square, Triangle, Diamond };

struct ChartPoint {
    Date day;
    double value = 0;
    std::string label{};     ///< Stands under a bar in place of the day; unused by lines.
    std::int64_t source = 0; ///< The visit that measured it; 0 when none is known.
    friend bool operator==(ChartPoint const&, ChartPoint const&) = default;
};

/// Points in order of time. A series differs from the others by shape and dash, not by color alone.
struct Series {
    std::string name;
    std::vector<ChartPoint> points{};
    Mark mark = Mark::Disc;
    int dash = 0;
    std::uint8_t hue = 0; ///< Index into the palette's series colors.
    friend bool operator==(Series const&, Series const&) = default;
};

/// Values from `low` to `high` lie on a tinted ground that says `label`.
struct Band {
    double low = 0;
    double high = 0;
    std::string label;
    friend bool operator==(Band const&, Band const&) = default;
};

/// The vertical scale: gridlines at low, low + step, ... up to high.
struct Axis {
    double low = 0;
    double high = 1;
    double step = 1;
    friend bool operator==(Axis const&, Axis const&) = default;
};

/// The tightest axis of 1-2-5 steps that covers both values with at most so many steps, never
/// wider than needed. Equal values get room around them.
[[nodiscard]] Axis nice_axis(double low, double high, int steps_at_most = 4);
[[nodiscard]] std::vector<double> ticks(Axis const& axis);

/// A number as people write it: one decimal at most, a true minus sign.
[[nodiscard]] std::string plain_number(double value);

/// A chart as plain data. Screen and paper draw it through the same operations.
struct Chart {
    std::string title; ///< Names the chart in its data table and to a screen reader.
    std::string unit;
    ChartKind kind = ChartKind::Line;
    Axis axis{};
    std::vector<Series> series;
    std::optional<Band> band{};
    std::string nothing = "no value recorded"; ///< Stands in the plot of a chart without points.
    double height = 116;
    friend bool operator==(Chart const&, Chart const&) = default;
};

/// The chart in a box of this width and the chart's height, its corner at the origin. A few values
/// are all written beside their points; of many only the first and the last. Without any point the
/// axes stand alone with a sentence that says so.
[[nodiscard]] std::vector<Op> draw(
    Chart const& chart, double width, FontMetrics const& metrics, Palette const& palette = paper_palette);

} // namespace plumbline::reports
