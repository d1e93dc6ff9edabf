// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/services/Desk.hpp"
#include "app/services/InsightTables.hpp"

#include <functional>
#include <string>

namespace plumbline::app {

/// What a table is handed to when it leaves the window; runs where a disk or a printer may be waited for.
using TableHand = std::function<Result<void>(OpenClinic&, Context const&, InsightTable const&)>;

/// A whole file or none: a table (`.csv`) or a page (any other ending). Refused as write_file does.
[[nodiscard]] TableHand to_file(std::string path);
/// A page; an empty queue is the default one. Refused as print_pdf does.
[[nodiscard]] TableHand to_printer(std::string queue);

} // namespace plumbline::app
