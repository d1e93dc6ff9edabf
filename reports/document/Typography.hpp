// SPDX-License-Identifier: Apache-2.0
#pragma once

/// Measures of the printed page in points, taken from the drawing of the progress report (816 pixels
/// to 612 points).
namespace plumbline::reports::typography {

/// A size of text, the distance from line to line, and how far below a line's top its baseline lies.
struct TextStyle {
    double size;
    double leading;
    double baseline;
};

inline constexpr TextStyle title{16.5, 21, 17};
inline constexpr TextStyle body{9.75, 13.7, 10.2};
inline constexpr TextStyle large{14, 19, 14.2};
inline constexpr TextStyle caption{8.6, 11.8, 9.1};
inline constexpr TextStyle table_text{9.4, 12.6, 9.4};
inline constexpr TextStyle table_note{8.6, 10.6, 8.3}; ///< Close under the row that it belongs to.
inline constexpr TextStyle table_title{8.25, 11, 8.4};
inline constexpr TextStyle large_table_text{14, 19, 14.2};
inline constexpr TextStyle large_table_title{11, 14.5, 11};
inline constexpr TextStyle chart_text{7.5, 10, 7.4};

inline constexpr double paragraph_gap = 4;
inline constexpr double heading_gap = 10.5;
inline constexpr double heading_height = 18.6;
inline constexpr double heading_baseline = 9.4;
inline constexpr double heading_rule = 15.2;

inline constexpr double row_padding = 3.6;
inline constexpr double cell_inset = 6;
inline constexpr double column_gap = 16.5;
inline constexpr double hairline = 0.6;

inline constexpr double signature_room = 26; ///< High enough to sign by hand.
inline constexpr double signature_gap = 30;

} // namespace plumbline::reports::typography
