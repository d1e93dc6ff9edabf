// SPDX-License-Identifier: Apache-2.0
#include "app/gui/kit/Words.hpp"

#include <wx/translation.h>

namespace plumbline::app::kit {

wxString wide(std::string_view utf8)
{
    return wxString::FromUTF8(utf8.data(), utf8.size());
}

std::string utf8(wxString const& text)
{
    return text.utf8_string();
}

wxString translated(std::string_view literal)
{
    return literal.empty() ? wxString{} : wxGetTranslation(wide(literal));
}

wxString translated(Message const& message)
{
    return wide(fill(utf8(translated(message.text)), message.arguments));
}

wxString escaped_markup(wxString const& text)
{
    wxString safe;
    for (wxUniChar const sign : text) {
        if (sign == '&')
            safe += "&amp;";
        else if (sign == '<')
            safe += "&lt;";
        else if (sign == '>')
            safe += "&gt;";
        else
            safe += sign;
    }
    return safe;
}

} // namespace plumbline::app::kit
