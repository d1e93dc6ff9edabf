// SPDX-License-Identifier: Apache-2.0
#include "app/gui/kit/StyleSheet.hpp"

#include "app/gui/kit/Theme.hpp"

#include <fmt/format.h>

namespace plumbline::app::kit::native {
namespace {
/// Named colors first, so that the rules below can speak of meanings.
std::string definitions(Palette const& colors)
{
    std::string css;
    auto const define = [&css](char const* name, wxColour const& color) {
        css +=
            fmt::format("@define-color pl_{} #{:02x}{:02x}{:02x};\n", name, color.Red(), color.Green(), color.Blue());
    };
    define("surface", colors.surface);
    define("card", colors.card);
    define("chrome", colors.chrome);
    define("hairline", colors.hairline);
    define("edge", colors.edge);
    define("control", colors.control);
    define("hover", colors.hover);
    define("tint", colors.tint);
    define("text", colors.text);
    define("muted", colors.muted);
    define("faint", colors.faint);
    define("accent", colors.accent);
    define("on_accent", colors.on_accent);
    define("link", colors.link);
    define("focus", colors.focus);
    define("fault", colors.stop_dot);
    return css;
}

// No transitions: the toolkit measures what it makes at once, and a theme that animates would still be halfway between
// its own padding and ours.
constexpr char const* rules = R"(
* { transition: none; }
window.background { background-color: @pl_surface; color: @pl_text; }
menubar { background-color: @pl_chrome; color: @pl_text; box-shadow: none; border: none; padding: 0 2px; }
menubar > menuitem { padding: 7px 8px; font-weight: bold; color: @pl_text; min-height: 18px; }
menubar > menuitem:hover { box-shadow: inset 0 -2px @pl_accent; color: @pl_text; }
.pl-menu-row { background-color: @pl_chrome; border-bottom: 1px solid @pl_edge; }
.pl-label { color: @pl_muted; }
.pl-user { color: @pl_text; padding: 0 12px; }
button.pl-search { background-color: @pl_card; background-image: none; border: 1px solid @pl_edge; border-radius: 5px;
  box-shadow: none; padding: 0 8px; margin: 4px 0; color: @pl_muted; min-height: 22px; }
button.pl-search:hover { border-color: @pl_muted; }
button.pl-search:focus { border-color: @pl_focus; box-shadow: inset 0 0 0 1px @pl_focus; outline: none; }
.pl-cap { border: 1px solid @pl_edge; border-bottom-width: 2px; border-radius: 4px; padding: 0 4px; font-size: 85%;
  background-color: @pl_control; color: @pl_text; }
entry, spinbutton:not(.vertical) { background-color: @pl_card; background-image: none; border: 1px solid @pl_edge;
  border-radius: 5px; box-shadow: none; color: @pl_text; min-height: 18px; padding: 4px 8px; }
entry { -GtkEntry-invisible-char: 8226; }
entry:focus, spinbutton:not(.vertical):focus { border-color: @pl_focus; box-shadow: inset 0 0 0 1px @pl_focus; }
entry:disabled { background-color: @pl_surface; color: @pl_muted; }
entry.pl-fault, .pl-fault > box > button.combo, scrolledwindow.frame.pl-fault { border-color: @pl_fault; }
scrolledwindow.frame { border: 1px solid @pl_edge; border-radius: 5px; background-color: @pl_card; }
textview { padding: 4px 7px; }
textview, textview text { background-color: transparent; color: @pl_text; }
entry selection, textview text selection { background-color: @pl_tint; color: @pl_text; }
entry selection:focus, textview text selection:focus { background-color: @pl_accent; color: @pl_on_accent; }
textview:disabled text { color: @pl_muted; }
combobox > box > button.combo { background-color: @pl_card; background-image: none; border: 1px solid @pl_edge;
  border-radius: 5px; box-shadow: none; text-shadow: none; color: @pl_text; padding: 0 8px; min-height: 28px; }
combobox > box > button.combo:disabled, combobox > box > button.combo:disabled cellview {
  background-color: @pl_surface; color: @pl_muted; }
combobox > box > button.combo:focus { border-color: @pl_focus; box-shadow: inset 0 0 0 1px @pl_focus; outline: none; }
check, radio { background-image: none; background-color: @pl_card; border: 1px solid @pl_muted; box-shadow: none;
  color: @pl_text; }
check:checked, radio:checked { background-color: @pl_accent; border-color: @pl_accent; color: @pl_on_accent; }
checkbutton:focus { outline: 2px solid @pl_focus; outline-offset: 1px; }
treeview.view { background-color: @pl_card; color: @pl_text; border-left-color: @pl_hairline;
  border-top-color: @pl_hairline; -GtkTreeView-vertical-separator: 8; -GtkTreeView-horizontal-separator: 10; }
treeview.view:hover { background-color: @pl_hover; }
treeview.view:selected, treeview.view:selected:focus { background-color: @pl_tint; color: @pl_text; }
treeview.view header button { background-color: @pl_card; background-image: none; border: none;
  border-bottom: 1px solid @pl_edge; box-shadow: none; color: @pl_muted; font-weight: bold; font-size: 85%;
  padding: 5px 6px; text-shadow: none; }
treeview.view header button:hover { color: @pl_text; }
.pl-list scrollbar.vertical slider { min-height: 14px; margin-top: 0; margin-bottom: 0; }
button.pl-primary { background-color: @pl_accent; background-image: none; border: 1px solid @pl_accent;
  border-radius: 5px; box-shadow: none; text-shadow: none; color: @pl_on_accent; padding: 0 14px; min-height: 28px; }
button.pl-primary label { color: @pl_on_accent; text-shadow: none; }
button.pl-primary:hover { background-color: shade(@pl_accent, 1.06); }
button.pl-primary:active { background-color: shade(@pl_accent, 0.9); }
button.pl-primary:focus { outline: 2px solid @pl_focus; outline-offset: 1px; }
button.pl-primary:disabled { background-color: @pl_surface; border-color: @pl_edge; color: @pl_muted; }
button.pl-primary:disabled label { color: @pl_muted; }
button.pl-plain { background-color: @pl_control; background-image: none; border: 1px solid @pl_edge;
  border-radius: 5px; box-shadow: none; text-shadow: none; color: @pl_text; padding: 0 13px; min-height: 28px; }
button.pl-plain:hover { background-color: @pl_hover; }
button.pl-plain:active { background-color: @pl_tint; }
button.pl-plain:focus { border-color: @pl_focus; box-shadow: inset 0 0 0 1px @pl_focus; outline: none; }
button.pl-plain:disabled { color: @pl_muted; background-color: @pl_surface; }
button.pl-sign { background: none; border: 1px solid transparent; border-radius: 5px; box-shadow: none;
  text-shadow: none; color: @pl_text; padding: 0 8px; min-height: 28px; min-width: 14px; }
button.pl-sign:hover { background-color: @pl_hover; }
button.pl-sign:focus { border-color: @pl_focus; outline: none; }
button.pl-link { background: none; border: 1px solid transparent; box-shadow: none; text-shadow: none;
  color: @pl_link; padding: 0 2px; min-height: 16px; border-radius: 3px; }
button.pl-link label { color: @pl_link; }
button.pl-link:focus { border-color: @pl_focus; outline: none; }
.pl-segment { background-color: @pl_control; background-image: none; border: 1px solid @pl_edge;
  border-right-width: 0; border-radius: 0; box-shadow: none; text-shadow: none; color: @pl_text; padding: 0 10px;
  min-height: 28px; margin: 0; outline-offset: -3px; }
.pl-segment.pl-first { border-radius: 5px 0 0 5px; }
.pl-segment.pl-last { border-radius: 0 5px 5px 0; border-right-width: 1px; }
.pl-segment:hover { background-color: @pl_hover; }
.pl-segment:checked { background-color: @pl_accent; border-color: @pl_accent; color: @pl_on_accent; }
.pl-segment:checked label { color: @pl_on_accent; }
.pl-segment:focus { outline: 1px solid @pl_focus; }
.pl-segment:checked:focus { outline: 1px solid @pl_on_accent; }
.pl-pill { background-color: @pl_control; background-image: none; border: 1px solid @pl_edge; border-radius: 5px;
  box-shadow: none; text-shadow: none; color: @pl_text; padding: 0 9px; min-height: 28px; margin: 0;
  outline-offset: -3px; }
.pl-pill:hover { background-color: @pl_hover; }
.pl-pill:checked { background-color: @pl_accent; border-color: @pl_accent; color: @pl_on_accent; }
.pl-pill:checked label { color: @pl_on_accent; }
.pl-pill:focus { outline: 1px solid @pl_focus; }
.pl-pill:checked:focus { outline: 1px solid @pl_on_accent; }
)";
} // namespace

std::string style_sheet(Palette const& colors)
{
    return definitions(colors) + rules;
}

} // namespace plumbline::app::kit::native
