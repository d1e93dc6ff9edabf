// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/core/Result.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace plumbline::app {

/// Writes a whole file or none: a neighbor is written, synced and renamed, readable by its owner only.
/// Refused on the field `path` when the folder cannot be written or the disk is full.
[[nodiscard]] Result<void> write_file(std::string const& path, std::string_view bytes);

/// The printers CUPS knows, the default one first. Empty when there are none.
[[nodiscard]] std::vector<std::string> print_queues();
/// Hands a PDF to CUPS. An empty queue is the default one. Refused when nothing can print.
[[nodiscard]] Result<void> print_pdf(std::string const& queue, std::string_view title, std::string_view pdf);

} // namespace plumbline::app
