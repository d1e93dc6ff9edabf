// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "reports/document/Page.hpp"

#include <array>

namespace plumbline::reports {

/// What a color says. A document names meanings, never colors.
enum class Tone : std::uint8_t { Ink, Muted, Accent, Reached, Due, Stop };

/// The colors of one surface. Text colors have a contrast of at least 4.5 to 1 on the background.
struct Palette {
    Color background;
    Color ink, muted, hairline;
    Color accent, reached, due, stop;
    Color band; ///< Ground of the region where an important change is reached.
    Color axis;
    /// Okabe-Ito based, in the order in which series take them; shape and dash differ besides.
    std::array<Color, 4> series;

    [[nodiscard]] constexpr Color of(Tone tone) const noexcept
    {
        switch (tone) {
        case Tone::Muted:
            return muted;
        case Tone::Accent:
            return accent;
        case Tone::Reached:
            return reached;
        case Tone::Due:
            return due;
        case Tone::Stop:
            return stop;
        case Tone::Ink:
            break;
        }
        return ink;
    }
};

inline constexpr Palette paper_palette{
    .background = {255, 255, 255},
    .ink = {26, 26, 26},
    .muted = {91, 99, 104},
    .hairline = {222, 226, 229},
    .accent = {31, 111, 139},
    .reached = {0, 118, 86},
    .due = {148, 93, 0},
    .stop = {178, 34, 34},
    .band = {232, 246, 242},
    .axis = {160, 167, 172},
    .series = {{{31, 111, 139}, {213, 94, 0}, {0, 118, 86}, {148, 70, 125}}},
};

inline constexpr Palette dark_palette{
    .background = {30, 34, 37},
    .ink = {232, 235, 237},
    .muted = {160, 168, 174},
    .hairline = {62, 68, 73},
    .accent = {86, 180, 214},
    .reached = {76, 203, 160},
    .due = {230, 170, 60},
    .stop = {255, 123, 114},
    .band = {33, 55, 50},
    .axis = {110, 118, 124},
    .series = {{{86, 180, 214}, {240, 140, 60}, {76, 203, 160}, {214, 140, 190}}},
};

} // namespace plumbline::reports
