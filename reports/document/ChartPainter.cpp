// SPDX-License-Identifier: Apache-2.0
#include "reports/document/Chart.hpp"

#include "reports/document/TextBreaker.hpp"
#include "reports/document/Typography.hpp"

#include <algorithm>
#include <cmath>

namespace plumbline::reports {

namespace {

using typography::chart_text;

/// So many values are still read at a glance; of more, only the ends are written.
constexpr std::size_t few = 6;
constexpr std::size_t crowded = 20;
constexpr double name_gap = 6;
constexpr double label_gap = 8;

struct Plot {
    double left, top, right, bottom;
};

class Painter {
public:
    Painter(Chart const& chart, double width, FontMetrics const& metrics, Palette const& palette)
        : chart_{chart}
        , metrics_{metrics}
        , palette_{palette}
        , plot_{4, 12, width - 6, chart.height - 22}
    {
        for (Series const& series : chart.series) {
            auto& kept = series_.emplace_back(series);
            std::erase_if(kept.points, [](ChartPoint const& p) { return !std::isfinite(p.value); });
            for (ChartPoint const& point : kept.points) {
                first_day_ = first_day_ ? std::min(*first_day_, point.day) : point.day;
                last_day_ = last_day_ ? std::max(*last_day_, point.day) : point.day;
            }
            most_points_ = std::max(most_points_, kept.points.size());
        }
        for (double const tick : ticks(chart.axis))
            plot_.left = std::max(plot_.left, length(plain_number(tick)) + 5);
        if (series_.size() > 1)
            reserve_room_for_names();
    }

    std::vector<Op> paint()
    {
        paint_band();
        paint_grid();
        if (threshold_)
            ops_.emplace_back(Line{{plot_.left, *threshold_}, {plot_.right, *threshold_}, {palette_.reached, 0.5, 2}});
        if (most_points_ == 0) {
            std::string const text = metrics_.printable(chart_.nothing);
            write(text, (plot_.left + plot_.right - length(text)) / 2, (plot_.top + plot_.bottom) / 2, palette_.muted);
        } else if (chart_.kind == ChartKind::Bar) {
            paint_bars();
        } else {
            paint_days();
            for (Series const& series : series_)
                paint_line(series, color_of(series));
            paint_names();
        }
        return std::move(ops_);
    }

private:
    [[nodiscard]] double length(std::string_view text) const
    {
        return metrics_.width(Face::Regular, chart_text.size, text);
    }

    [[nodiscard]] Color color_of(Series const& series) const
    {
        return palette_.series[series.hue % palette_.series.size()];
    }

    void write(std::string text, double x, double baseline, Color color)
    {
        ops_.emplace_back(TextRun{{x, baseline}, Face::Regular, chart_text.size, color, std::move(text)});
    }

    void reserve_room_for_names()
    {
        double longest = 0;
        for (Series const& series : series_)
            longest = std::max(longest, length(metrics_.printable(series.name)));
        double const most = (plot_.right - plot_.left) / 3;
        plot_.right -= std::min(longest, most) + name_gap;
    }

    [[nodiscard]] double y_of(double value) const
    {
        double const range = chart_.axis.high - chart_.axis.low;
        double const part = range > 0 ? (value - chart_.axis.low) / range : 0;
        return plot_.bottom - std::clamp(part, 0.0, 1.0) * (plot_.bottom - plot_.top);
    }

    /// Days lie where time puts them, a little away from both ends.
    [[nodiscard]] double x_of(Date day) const
    {
        constexpr double inset = 7.5;
        int const span = days_between(*first_day_, *last_day_);
        if (span == 0)
            return (plot_.left + plot_.right) / 2;
        double const part = static_cast<double>(days_between(*first_day_, day)) / span;
        return plot_.left + inset + part * (plot_.right - plot_.left - 2 * inset);
    }

    void paint_band()
    {
        if (!chart_.band)
            return;
        double const top = y_of(chart_.band->high);
        double const bottom = y_of(chart_.band->low);
        if (bottom - top < 1)
            return;
        ops_.emplace_back(Box{{plot_.left, top}, plot_.right - plot_.left, bottom - top, palette_.band});
        bool const hangs = chart_.band->low > chart_.axis.low;
        double const edge = hangs ? bottom : top;
        threshold_ = edge;
        if (bottom - top < chart_text.leading)
            return;
        write(
            shortened(chart_.band->label, Face::Regular, chart_text.size, plot_.right - plot_.left - 2 * 4.5, metrics_),
            plot_.left + 4.5, hangs ? top + chart_text.leading - 1 : bottom - 4.5, palette_.reached);
    }

    void paint_grid()
    {
        for (double const tick : ticks(chart_.axis)) {
            double const y = y_of(tick);
            bool const is_floor = tick == chart_.axis.low;
            ops_.emplace_back(Line{{plot_.left, y}, {plot_.right, y},
                {is_floor ? palette_.axis : palette_.hairline, is_floor ? 0.9 : typography::hairline}});
            std::string label = plain_number(tick);
            double const x = plot_.left - 4.5 - length(label);
            write(std::move(label), x, y + 2.7, palette_.muted);
        }
    }

    /// The first and the last day always, and those between that leave room around them.
    void paint_days()
    {
        bool const same_year = first_day_->year() == last_day_->year();
        auto const name = [&](Date day) { return same_year ? to_short_words(day) : to_words(day); };
        double const baseline = plot_.bottom + 12;
        auto const centered = [&](Date day) {
            double const width = length(name(day));
            return std::clamp(x_of(day) - width / 2, plot_.left, plot_.right - width);
        };
        write(name(*first_day_), centered(*first_day_), baseline, palette_.muted);
        if (*first_day_ == *last_day_)
            return;
        double const last_start = centered(*last_day_);
        write(name(*last_day_), last_start, baseline, palette_.muted);
        double taken = centered(*first_day_) + length(name(*first_day_));
        for (Date const day : days_between_ends()) {
            double const start = centered(day);
            double const end = start + length(name(day));
            if (start < taken + label_gap || end > last_start - label_gap)
                continue;
            write(name(day), start, baseline, palette_.muted);
            taken = end;
        }
    }

    [[nodiscard]] std::vector<Date> days_between_ends() const
    {
        std::vector<Date> days;
        if (most_points_ > few)
            return days;
        for (Series const& series : series_)
            for (ChartPoint const& point : series.points)
                if (point.day > *first_day_ && point.day < *last_day_)
                    days.push_back(point.day);
        std::ranges::sort(days);
        auto const tail = std::ranges::unique(days);
        days.erase(tail.begin(), tail.end());
        return days;
    }

    void paint_line(Series const& series, Color color)
    {
        if (series.points.empty())
            return;
        std::vector<Point> points;
        for (ChartPoint const& point : series.points)
            points.push_back({x_of(point.day), y_of(point.value)});
        double const radius = points.size() > crowded ? 1.5 : 2.5;
        if (points.size() > 1)
            ops_.emplace_back(Polyline{points, {color, 1.6, series.dash}});
        for (Point const& point : points)
            paint_mark(series.mark, point, radius, color);
        for (std::size_t i = 0; i < points.size(); ++i)
            if (points.size() <= few || i == 0 || i + 1 == points.size())
                paint_value(points, i, series.points[i].value);
    }

    void paint_mark(Mark mark, Point at, double r, Color color)
    {
        auto const [x, y] = at;
        switch (mark) {
        case Mark::Disc:
            ops_.emplace_back(Disc{at, r, color});
            break;
        case Mark::Square:
            ops_.emplace_back(Box{{x - r * 0.9, y - r * 0.9}, r * 1.8, r * 1.8, color});
            break;
        case Mark::Triangle:
            ops_.emplace_back(
                Polygon{{{x, y - r * 1.2}, {x + r * 1.1, y + r * 0.8}, {x - r * 1.1, y + r * 0.8}}, color});
            break;
        case Mark::Diamond:
            ops_.emplace_back(Polygon{{{x, y - r * 1.3}, {x + r * 1.1, y}, {x, y + r * 1.3}, {x - r * 1.1, y}}, color});
            break;
        }
    }

    /// Above the point, unless the line itself or the top edge is there.
    void paint_value(std::vector<Point> const& points, std::size_t i, double value)
    {
        std::string text = plain_number(value);
        double const width = length(text);
        Point const at = points[i];
        constexpr double steep = 5;
        bool const falls_into = i > 0 && points[i - 1].y < at.y - steep;
        bool const rises_out = i + 1 < points.size() && points[i + 1].y < at.y - steep;
        bool const falls_out = i + 1 < points.size() && points[i + 1].y > at.y + steep;
        bool const on_threshold = threshold_ && *threshold_ < at.y - 4 && *threshold_ > at.y - 12;
        bool const below = (falls_into && rises_out) || at.y - 5 - chart_text.size < 0 || (on_threshold && !falls_out);
        // Away from the side the line is on, so that digits stay off it.
        double const shift = falls_into == rises_out ? 0 : (falls_into ? 4 : -4);
        double const x = std::clamp(at.x - width / 2 + shift, plot_.left, plot_.right + 5 - width);
        write(std::move(text), x, below ? at.y + 10 : at.y - 5, palette_.ink);
    }

    /// Each line's name at its end; names that would touch are moved apart.
    void paint_names()
    {
        if (series_.size() < 2)
            return;
        struct Name {
            double y;
            std::size_t series;
        };
        std::vector<Name> names;
        for (std::size_t i = 0; i < series_.size(); ++i)
            if (!series_[i].points.empty())
                names.push_back({y_of(series_[i].points.back().value), i});
        std::ranges::sort(names, {}, &Name::y);
        double taken = plot_.top - chart_text.leading;
        for (Name const& name : names) {
            double const y = std::max(name.y, taken + chart_text.leading);
            taken = y;
            double const room = (plot_.right - plot_.left) / 2;
            write(shortened(series_[name.series].name, Face::Regular, chart_text.size, room, metrics_),
                plot_.right + name_gap - 2, y + 2.7, color_of(series_[name.series]));
        }
    }

    void paint_bars()
    {
        double const slot = (plot_.right - plot_.left) / static_cast<double>(most_points_);
        double const bar = std::min(26.0, slot * 0.64 / static_cast<double>(series_.size()));
        double taken = plot_.left - label_gap;
        for (std::size_t at = 0; at < most_points_; ++at) {
            double const middle = plot_.left + (static_cast<double>(at) + 0.5) * slot;
            double x = middle - bar * static_cast<double>(series_.size()) / 2;
            for (std::size_t i = 0; i < series_.size(); ++i, x += bar) {
                if (at < series_[i].points.size())
                    paint_bar(series_[i].points, at, x, bar, color_of(series_[i]));
            }
            paint_category(at, middle, slot, taken);
        }
    }

    void paint_bar(std::vector<ChartPoint> const& points, std::size_t at, double x, double width, Color color)
    {
        double const base = y_of(std::max(0.0, chart_.axis.low));
        double const y = y_of(points[at].value);
        ops_.emplace_back(Box{{x + 0.5, std::min(y, base)}, width - 1, std::abs(base - y), color});
        if (points.size() > 2 * few && at != 0 && at + 1 != points.size())
            return;
        std::string text = plain_number(points[at].value);
        double const start = x + (width - length(text)) / 2;
        write(std::move(text), start, std::min(y, base) - 3, palette_.ink);
    }

    void paint_category(std::size_t at, double middle, double slot, double& taken)
    {
        for (Series const& series : series_) {
            if (at >= series.points.size())
                continue;
            ChartPoint const& point = series.points[at];
            std::string const whole = point.label.empty() ? to_short_words(point.day) : point.label;
            // Dates that find no room are left out; words are cut, for a bar without a name says nothing.
            std::string text =
                point.label.empty() ? whole : shortened(whole, Face::Regular, chart_text.size, slot - 2, metrics_);
            double const start = std::clamp(middle - length(text) / 2, plot_.left, plot_.right - length(text));
            if (start < taken + 2)
                return;
            taken = start + length(text);
            write(std::move(text), start, plot_.bottom + 12, palette_.muted);
            return;
        }
    }

    Chart const& chart_;
    FontMetrics const& metrics_;
    Palette const& palette_;
    Plot plot_;
    std::vector<Series> series_;
    std::optional<Date> first_day_;
    std::optional<Date> last_day_;
    std::size_t most_points_ = 0;
    std::optional<double> threshold_; ///< Where the band begins; drawn over the grid.
    std::vector<Op> ops_;
};

} // namespace

std::vector<Op> draw(Chart const& chart, double width, FontMetrics const& metrics, Palette const& palette)
{
    return Painter{chart, width, metrics, palette}.paint();
}

} // namespace plumbline::reports
