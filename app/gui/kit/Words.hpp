// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/core/Message.hpp"

#include <wx/string.h>

#include <string>
#include <string_view>

namespace plumbline::app::kit {

/// The toolkit's string for our UTF-8.
[[nodiscard]] wxString wide(std::string_view utf8);
/// Our UTF-8 for the toolkit's string.
[[nodiscard]] std::string utf8(wxString const& text);
/// The message in the user's language, arguments filled in.
[[nodiscard]] wxString translated(Message const& message);
/// A literal marked with tr_noop in the user's language.
[[nodiscard]] wxString translated(std::string_view literal);
/// Safe inside Pango markup.
[[nodiscard]] wxString escaped_markup(wxString const& text);

} // namespace plumbline::app::kit
