// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ostream>
#include <string>
#include <string_view>
#include <vector>

namespace plumbline::testing {

/// One broken rule of the house, as a compiler would point at it.
struct Fault {
    std::string path;
    int line = 0; ///< 0 when the whole file is at fault.
    std::string what;

    friend bool operator==(Fault const&, Fault const&) = default;
    friend std::ostream& operator<<(std::ostream& out, Fault const& fault);
};

enum class OwnHeader { None, Exists };

/// Everything that is wrong with one source file, from its path below the project and its text alone.
/// OwnHeader says whether a .cpp has a header of the same name beside it.
[[nodiscard]] std::vector<Fault> inspect(
    std::string_view path, std::string_view text, OwnHeader own_header = OwnHeader::None);

struct Include {
    int line;
    std::string name;
    bool quoted;
};
[[nodiscard]] std::vector<Include> includes_of(std::string_view text);

/// The text with comments gone and every string literal empty; lines keep their numbers.
[[nodiscard]] std::string code_of(std::string_view text);

} // namespace plumbline::testing
