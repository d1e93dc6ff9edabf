// SPDX-License-Identifier: Apache-2.0
#include "app/gui/kit/Keys.hpp"

#include "app/gui/kit/Actions.hpp"

#include <wx/event.h>

#include <map>

namespace plumbline::app::kit {

namespace {

std::string name_of(int code)
{
    static std::map<int, std::string> const names{{WXK_RETURN, "Enter"}, {WXK_NUMPAD_ENTER, "Enter"},
        {WXK_ESCAPE, "Esc"}, {WXK_SPACE, "Space"}, {WXK_TAB, "Tab"}, {WXK_DELETE, "Del"}, {WXK_NUMPAD_DELETE, "Del"},
        {WXK_INSERT, "Ins"}, {WXK_NUMPAD_INSERT, "Ins"}, {WXK_BACK, "Back"}, {WXK_HOME, "Home"}, {WXK_END, "End"},
        {WXK_PAGEUP, "PgUp"}, {WXK_PAGEDOWN, "PgDn"}, {WXK_LEFT, "Left"}, {WXK_RIGHT, "Right"}, {WXK_UP, "Up"},
        {WXK_DOWN, "Down"}, {WXK_NUMPAD_ADD, "+"}, {WXK_NUMPAD_SUBTRACT, "-"}, {WXK_NUMPAD_DIVIDE, "/"}};
    if (auto const found = names.find(code); found != names.end())
        return found->second;
    if (code >= WXK_F1 && code <= WXK_F24)
        return "F" + std::to_string(code - WXK_F1 + 1);
    return code > ' ' && code < 127 ? std::string(1, static_cast<char>(code)) : std::string{};
}

} // namespace

std::string key_of(wxKeyEvent const& event)
{
    std::string const key = name_of(event.GetKeyCode());
    if (key.empty())
        return {};
    std::string modifiers;
    if (event.ControlDown())
        modifiers += "Ctrl+";
    if (event.AltDown())
        modifiers += "Alt+";
    // Whoever types a plus may need Shift for it.
    if (event.ShiftDown() && key != "+" && key != "=")
        modifiers += "Shift+";
    return normal_key(modifiers + (key == "=" ? "+" : key));
}

} // namespace plumbline::app::kit
