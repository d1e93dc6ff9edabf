// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <wx/colour.h>
#include <wx/font.h>
#include <wx/gdicmn.h>

#include <array>
#include <cstdint>

class wxWindow;

namespace plumbline::app::kit {

/// What a color says. Screens name meanings, never colors.
enum class Meaning : std::uint8_t { Text, Muted, Accent, Stop, Due, Reached, Info, Idle };

/// The colors of one appearance. Every text color has a contrast of at least 4.5 to 1 on `card`,
/// `surface` and `tint`.
struct Palette {
    wxColour surface; ///< Behind the cards.
    wxColour card;    ///< Cards, lists, fields of text.
    wxColour chrome;  ///< Menu bar and status line.
    wxColour rail;
    wxColour hairline; ///< Between rows.
    wxColour edge;     ///< Around cards and controls.
    wxColour control;  ///< Ordinary buttons and chips at rest.
    wxColour hover;
    wxColour tint;               ///< The current row.
    wxColour text, muted, faint; ///< `faint` is for what no longer matters, contrast 3 to 1.
    wxColour accent, on_accent, on_accent_muted;
    wxColour link;                                               ///< The accent as a color of text.
    wxColour stop, due, reached, info;                           ///< As text.
    wxColour stop_dot, due_dot, reached_dot, info_dot, idle_dot; ///< As filled shapes.
    wxColour stop_fill, stop_edge;
    wxColour due_fill, due_edge;
    wxColour demo, on_demo;
    wxColour focus;                 ///< The ring around what has the keyboard.
    std::array<wxColour, 7> series; ///< Okabe-Ito, without black.
};

enum class Appearance : std::uint8_t { System, Light, Dark };

/// The colors in force. A painted control asks at every paint and never keeps one.
[[nodiscard]] Palette const& palette();
[[nodiscard]] bool is_dark();
/// The color of text that means this; `dot` is for filled shapes beside such text.
[[nodiscard]] wxColour const& color_of(Meaning meaning);
[[nodiscard]] wxColour const& dot_of(Meaning meaning);

/// As the first thing of the program: which fonts there are is then found out by another thread while the display is
/// opened, the desktop's theme read, and the window built.
void begin_finding_fonts();
/// Chooses light, dark or what the desktop says, for painted and native controls alike. Call once
/// after the toolkit has started and again whenever the setting changes; every window hears of it
/// as wxEVT_SYS_COLOUR_CHANGED. Follows the desktop by itself afterwards.
void use_appearance(Appearance appearance);
[[nodiscard]] Appearance chosen_appearance();

/// Text size of the whole window in percent of the desktop's own, 80 to 200.
void use_zoom(int percent);
[[nodiscard]] int zoom();

/// Distances in DIP. Nothing on a screen is set apart by another number.
namespace step {
inline constexpr int xs = 4;
inline constexpr int s = 8;
inline constexpr int m = 12;
inline constexpr int l = 16;
inline constexpr int xl = 24;
} // namespace step

[[nodiscard]] wxFont const& base_font();
[[nodiscard]] wxFont const& bold_font();
[[nodiscard]] wxFont const& caption_font();
[[nodiscard]] wxFont const& caption_bold_font();
[[nodiscard]] wxFont const& title_font();

/// Height of one row of a list, from the text's size.
[[nodiscard]] int row_height(wxWindow const* window);

} // namespace plumbline::app::kit
