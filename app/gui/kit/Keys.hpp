// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

class wxKeyEvent;

namespace plumbline::app::kit {

/// What was pressed, in the spelling of the table of actions: `Ctrl+X`, `T`, `PgUp`. Empty for a modifier alone.
[[nodiscard]] std::string key_of(wxKeyEvent const& event);

} // namespace plumbline::app::kit
