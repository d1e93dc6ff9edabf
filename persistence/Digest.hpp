// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace plumbline::persistence {

/// SHA-256 in lower-case hex.
[[nodiscard]] std::string sha256_hex(std::string_view text);

/// Never for the live database: closing any handle of it would drop SQLite's lock. Throws when unreadable.
[[nodiscard]] std::string sha256_of_file(std::filesystem::path const& file);

} // namespace plumbline::persistence
