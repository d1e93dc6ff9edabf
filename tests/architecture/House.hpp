// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string_view>
#include <vector>

namespace plumbline::testing {

/// What the files of one folder may include, apart from the standard library. The room with the
/// longest matching folder counts. A pattern that ends with a slash is a folder; else it is a file.
struct Room {
    std::string_view folder;
    std::vector<std::string_view> project;     ///< "quoted", always from the root of the project
    std::vector<std::string_view> third_party; ///< <angled>
};

/// A file that may break one of the rules of taste, and why.
struct Exception {
    std::string_view path;
    std::string_view reason;
};

/// The table of the house. The rule behind it: the domain knows nobody; persistence and reports know the
/// domain; the app knows all, but only its two main.cpp know everything at once.
[[nodiscard]] std::span<Room const> rooms();

/// Where the house is wired together: these may include everything.
[[nodiscard]] std::span<std::string_view const> wiring();

/// Files above the length limit.
[[nodiscard]] std::span<Exception const> long_files();

/// Files that run SQL text which is not a literal.
[[nodiscard]] std::span<Exception const> sql_runners();

[[nodiscard]] bool is_standard_header(std::string_view name);

} // namespace plumbline::testing
