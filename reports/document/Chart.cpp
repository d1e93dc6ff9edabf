// SPDX-License-Identifier: Apache-2.0
#include "reports/document/Chart.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace plumbline::reports {

Axis nice_axis(double low, double high, int steps_at_most)
{
    if (!std::isfinite(low) || !std::isfinite(high))
        return {};
    if (low > high)
        std::swap(low, high);
    if (low == high) {
        high += std::max(1.0, std::abs(high) / 4);
        low = low == 0 ? 0 : low - std::max(1.0, std::abs(low) / 4);
    }
    double const least_step = (high - low) / std::max(1, steps_at_most);
    double const decade = std::pow(10, std::floor(std::log10(least_step)));
    // Rounding outward to whole steps can cost one step more than the range itself needs.
    for (double const factor : {1.0, 2.0, 5.0, 10.0, 20.0, 50.0}) {
        double const step = factor * decade;
        Axis const axis{std::floor(low / step + 1e-9) * step, std::ceil(high / step - 1e-9) * step, step};
        if (std::lround((axis.high - axis.low) / step) <= steps_at_most)
            return axis;
    }
    return {low, high, high - low};
}

std::vector<double> ticks(Axis const& axis)
{
    std::vector<double> values;
    if (!(axis.step > 0) || !(axis.high > axis.low))
        return values;
    auto const steps = std::min(100L, std::lround(std::floor((axis.high - axis.low) / axis.step + 1e-9)));
    for (long i = 0; i <= steps; ++i)
        values.push_back(axis.low + static_cast<double>(i) * axis.step);
    return values;
}

std::string plain_number(double value)
{
    std::array<char, 64> buffer{};
    double const rounded = std::round(value * 10) / 10;
    auto const end =
        std::to_chars(buffer.data(), buffer.data() + buffer.size(), std::abs(rounded), std::chars_format::fixed, 1);
    std::string text{buffer.data(), end.ptr};
    if (text.ends_with(".0"))
        text.resize(text.size() - 2);
    return rounded < 0 ? "\u2212" + text : text;
}

} // namespace plumbline::reports
