// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/services/Context.hpp"

#include <string>

namespace plumbline::app {

/// The recovery code as a page to print and lock away: PDF bytes. Kept nowhere.
[[nodiscard]] std::string recovery_sheet(std::string const& clinic, std::string const& code, Clock const& clock);

} // namespace plumbline::app
