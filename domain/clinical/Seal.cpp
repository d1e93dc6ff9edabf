// SPDX-License-Identifier: Apache-2.0
#include "domain/clinical/Seal.hpp"

#include <algorithm>

namespace plumbline {

std::string Seal::short_form() const
{
    constexpr std::size_t shown = 12;
    constexpr std::size_t group = 4;
    std::string out;
    for (std::size_t i = 0; i < std::min(shown, sha256.size()); ++i) {
        if (i > 0 && i % group == 0)
            out += '-';
        char const digit = sha256[i];
        out += digit >= 'a' && digit <= 'f' ? static_cast<char>(digit - 'a' + 'A') : digit;
    }
    return out;
}

} // namespace plumbline
