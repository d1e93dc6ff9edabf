// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace plumbline {

/// One row of a vocabulary: the value, how it is stored for ever, and what a person reads.
template <class Enum>
struct Term {
    Enum value;
    std::string_view code;
    std::string_view label{};
};

/// A whole vocabulary. A value that stands in no row has the empty code, which no store accepts.
template <class Enum, std::size_t Rows>
class Vocabulary {
public:
    constexpr explicit Vocabulary(std::array<Term<Enum>, Rows> rows) noexcept
        : rows_{rows}
    {
    }
    [[nodiscard]] constexpr std::string_view code(Enum value) const noexcept { return row(value).code; }
    [[nodiscard]] constexpr std::string_view label(Enum value) const noexcept { return row(value).label; }
    [[nodiscard]] constexpr std::optional<Enum> from_code(std::string_view code) const noexcept
    {
        auto const found = std::ranges::find(rows_, code, &Term<Enum>::code);
        return found == rows_.end() ? std::nullopt : std::optional{found->value};
    }

private:
    [[nodiscard]] constexpr Term<Enum> row(Enum value) const noexcept
    {
        auto const found = std::ranges::find(rows_, value, &Term<Enum>::value);
        return found == rows_.end() ? Term<Enum>{value, {}, {}} : *found;
    }
    std::array<Term<Enum>, Rows> rows_;
};

} // namespace plumbline
