// SPDX-License-Identifier: Apache-2.0
#include "domain/core/Npi.hpp"

#include <algorithm>

namespace plumbline {

namespace {

/// The Luhn sum of the prefix in its place: 8 + 0 + 8 + 2 * 4 + 0.
constexpr int prefix_sum = 24;

bool is_digit(char c) noexcept
{
    return c >= '0' && c <= '9';
}

} // namespace

bool is_npi(std::string_view text) noexcept
{
    if (text.size() != 10 || !std::ranges::all_of(text, is_digit))
        return false;
    int sum = prefix_sum;
    for (std::size_t i = 0; i < text.size(); ++i) {
        int const digit = text[i] - '0';
        int const doubled = i % 2 == 0 ? 2 * digit : digit;
        sum += doubled > 9 ? doubled - 9 : doubled;
    }
    return sum % 10 == 0;
}

} // namespace plumbline
