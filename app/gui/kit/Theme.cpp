// SPDX-License-Identifier: Apache-2.0
#include "app/gui/kit/Theme.hpp"

#include "app/gui/kit/Native.hpp"

#include <wx/settings.h>
#include <wx/window.h>

#include <optional>

namespace plumbline::app::kit {
namespace {
wxColour rgb(unsigned value)
{
    return wxColour{static_cast<unsigned char>(value >> 16U), static_cast<unsigned char>(value >> 8U & 0xFFU),
        static_cast<unsigned char>(value & 0xFFU)};
}

Palette light_palette()
{
    return Palette{
        .surface = rgb(0xf4f4f2),
        .card = rgb(0xffffff),
        .chrome = rgb(0xecebe8),
        .rail = rgb(0xe7e9ea),
        .hairline = rgb(0xe6e5e1),
        .edge = rgb(0xd6d4cf),
        .control = rgb(0xfcfcfb),
        .hover = rgb(0xf0f3f4),
        .tint = rgb(0xe8f1f5),
        .text = rgb(0x1f2326),
        .muted = rgb(0x5a6166),
        .faint = rgb(0x696f74),
        .accent = rgb(0x1f6f8b),
        .on_accent = rgb(0xffffff),
        .on_accent_muted = rgb(0xe3f0f5),
        .link = rgb(0x1a627c),
        .stop = rgb(0x96201c),
        .due = rgb(0x944700),
        .reached = rgb(0x00694c),
        .info = rgb(0x1a5f8a),
        .stop_dot = rgb(0xc0392b),
        .due_dot = rgb(0xe69f00),
        .reached_dot = rgb(0x009e73),
        .info_dot = rgb(0x56b4e9),
        .idle_dot = rgb(0x999999),
        .stop_fill = rgb(0xfdecea),
        .stop_edge = rgb(0xe8b4b0),
        .due_fill = rgb(0xfdf3e3),
        .due_edge = rgb(0xe6c68f),
        .demo = rgb(0x8a4b00),
        .on_demo = rgb(0xffffff),
        .focus = rgb(0x1f6f8b),
        .series = {rgb(0x0072b2), rgb(0xd55e00), rgb(0x009e73), rgb(0xcc79a7), rgb(0x56b4e9), rgb(0xe69f00),
            rgb(0xf0e442)},
    };
}

Palette night_palette()
{
    return Palette{
        .surface = rgb(0x1d2023),
        .card = rgb(0x2a2e32),
        .chrome = rgb(0x26292d),
        .rail = rgb(0x23272a),
        .hairline = rgb(0x383d42),
        .edge = rgb(0x42484e),
        .control = rgb(0x212529),
        .hover = rgb(0x32373c),
        .tint = rgb(0x243842),
        .text = rgb(0xe8eaec),
        .muted = rgb(0xa9b0b5),
        .faint = rgb(0x979ea4),
        // A shade below the drawing's #2b87a8, on which white text would have a contrast of 4.1 only.
        .accent = rgb(0x257b9b),
        .on_accent = rgb(0xffffff),
        .on_accent_muted = rgb(0xf4fafc),
        .link = rgb(0x74c0dc),
        .stop = rgb(0xf5aaa4),
        .due = rgb(0xffb26b),
        .reached = rgb(0x5fd3a5),
        .info = rgb(0x86c8ee),
        .stop_dot = rgb(0xe5685c),
        .due_dot = rgb(0xe69f00),
        .reached_dot = rgb(0x2fbf8f),
        .info_dot = rgb(0x56b4e9),
        .idle_dot = rgb(0x8a9197),
        .stop_fill = rgb(0x4a2523),
        .stop_edge = rgb(0x8a4a45),
        .due_fill = rgb(0x40311c),
        .due_edge = rgb(0x806238),
        .demo = rgb(0x8a4b00),
        .on_demo = rgb(0xffffff),
        .focus = rgb(0x74c0dc),
        .series = {rgb(0x56b4e9), rgb(0xff9a56), rgb(0x2fbf8f), rgb(0xe79cc4), rgb(0x86a8ff), rgb(0xe69f00),
            rgb(0xf0e442)},
    };
}

/// Who chose a high-contrast desktop gets its colors, not ours.
Palette desktop_palette(bool dark)
{
    Palette colors = dark ? night_palette() : light_palette();
    colors.surface = wxSystemSettings::GetColour(wxSYS_COLOUR_BTNFACE);
    colors.card = wxSystemSettings::GetColour(wxSYS_COLOUR_WINDOW);
    colors.chrome = colors.rail = colors.control = colors.hover = colors.surface;
    colors.text = wxSystemSettings::GetColour(wxSYS_COLOUR_WINDOWTEXT);
    colors.muted = colors.faint = colors.text;
    colors.hairline = colors.edge = colors.text;
    colors.accent = wxSystemSettings::GetColour(wxSYS_COLOUR_HIGHLIGHT);
    colors.on_accent = colors.on_accent_muted = wxSystemSettings::GetColour(wxSYS_COLOUR_HIGHLIGHTTEXT);
    return colors;
}

struct State {
    Appearance chosen = Appearance::System;
    bool dark = false;
    Palette colors = light_palette();
    int zoom = 100;
};
State& state()
{
    static State one;
    return one;
}

struct Fonts {
    wxFont base, bold, caption, caption_bold, title;
};
std::optional<Fonts>& fonts()
{
    static std::optional<Fonts> all;
    if (!all) {
        wxFont const base = wxSystemSettings::GetFont(wxSYS_DEFAULT_GUI_FONT);
        wxFont const caption = base.Scaled(0.85F);
        all = Fonts{base, base.Bold(), caption, caption.Bold(), base.Scaled(1.35F).Bold()};
    }
    return all;
}

void take_colors()
{
    State& now = state();
    now.dark = now.chosen == Appearance::Dark
        || (now.chosen == Appearance::System && wxSystemSettings::GetAppearance().IsDark());
    if (native::high_contrast()) {
        now.colors = desktop_palette(now.dark);
        native::load_css(nullptr);
    } else {
        now.colors = now.dark ? night_palette() : light_palette();
        native::load_css(&now.colors);
    }
    fonts().reset();
}

void tell(wxWindow& window)
{
    wxSysColourChangedEvent event;
    event.SetEventObject(&window);
    window.HandleWindowEvent(event);
}

void tell_all()
{
    for (wxWindow* window : wxTopLevelWindows) {
        tell(*window);
        window->Refresh();
    }
}
/// From outside in, every window: most of them keep their size and would not do it by themselves.
void lay_out(wxWindow& window)
{
    window.Layout();
    for (wxWindow* child : window.GetChildren())
        if (!child->IsTopLevel())
            lay_out(*child);
}
} // namespace

void begin_finding_fonts()
{
    native::begin_finding_fonts();
}

Palette const& palette()
{
    return state().colors;
}

bool is_dark()
{
    return state().dark;
}

wxColour const& color_of(Meaning meaning)
{
    Palette const& colors = palette();
    switch (meaning) {
    case Meaning::Muted:
    case Meaning::Idle:
        return colors.muted;
    case Meaning::Accent:
        return colors.link;
    case Meaning::Stop:
        return colors.stop;
    case Meaning::Due:
        return colors.due;
    case Meaning::Reached:
        return colors.reached;
    case Meaning::Info:
        return colors.info;
    case Meaning::Text:
        break;
    }
    return colors.text;
}

wxColour const& dot_of(Meaning meaning)
{
    Palette const& colors = palette();
    switch (meaning) {
    case Meaning::Accent:
        return colors.accent;
    case Meaning::Stop:
        return colors.stop_dot;
    case Meaning::Due:
        return colors.due_dot;
    case Meaning::Reached:
        return colors.reached_dot;
    case Meaning::Info:
        return colors.info_dot;
    case Meaning::Muted:
    case Meaning::Idle:
    case Meaning::Text:
        break;
    }
    return colors.idle_dot;
}

void use_appearance(Appearance appearance)
{
    state().chosen = appearance;
    native::watch_desktop([] {
        take_colors();
        tell_all();
    });
    native::prefer_dark(
        appearance == Appearance::System ? std::nullopt : std::optional{appearance == Appearance::Dark});
    take_colors();
    tell_all();
}

Appearance chosen_appearance()
{
    return state().chosen;
}

void use_zoom(int percent)
{
    state().zoom = percent < 80 ? 80 : percent > 200 ? 200 : percent;
    native::scale_text(state().zoom);
    fonts().reset();
    native::after_restyling([] {
        for (wxWindow* window : wxTopLevelWindows) {
            native::measure_again(window);
            tell(*window);
            lay_out(*window);
            window->Refresh();
        }
    });
}

int zoom()
{
    return state().zoom;
}

wxFont const& base_font()
{
    return fonts()->base;
}
wxFont const& bold_font()
{
    return fonts()->bold;
}
wxFont const& caption_font()
{
    return fonts()->caption;
}
wxFont const& caption_bold_font()
{
    return fonts()->caption_bold;
}
wxFont const& title_font()
{
    return fonts()->title;
}

int row_height(wxWindow const* window)
{
    int height = 0;
    window->GetTextExtent(L"\u00c1g", nullptr, &height, nullptr, nullptr, &base_font());
    return height + window->FromDIP(step::m);
}

} // namespace plumbline::app::kit
