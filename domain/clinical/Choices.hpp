// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/core/Result.hpp"
#include "domain/core/Vocabulary.hpp"

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace plumbline {

/// The values of a vocabulary, in its order.
template <class Enum, std::size_t Rows>
[[nodiscard]] constexpr std::array<Enum, Rows> values_of(std::array<Term<Enum>, Rows> const& terms) noexcept
{
    std::array<Enum, Rows> values{};
    for (std::size_t i = 0; i < Rows; ++i)
        values[i] = terms[i].value;
    return values;
}

/// The value stored under a code; otherwise a refusal that lists what there is.
template <class Enum, std::size_t Rows>
[[nodiscard]] Result<Enum> value_from_code(
    std::array<Term<Enum>, Rows> const& terms, std::string_view code, std::string_view field)
{
    std::string known;
    for (Term<Enum> const& term : terms) {
        if (term.code == code)
            return term.value;
        if (!term.code.empty())
            known.append(known.empty() ? "" : ", ").append(term.code);
    }
    return refuse(Refusal::Reason::Invalid, field, tr_noop("“{0}” is not known here. Choose one of: {1}."),
        {std::string{code}, known});
}

} // namespace plumbline
