// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string_view>

/// Stepping through UTF-8 that is already known to be valid.
namespace plumbline::reports::utf8 {

struct Decoded {
    char32_t code_point = 0;
    std::size_t length = 1;
};

/// The character that begins at `at`. A byte that begins none counts as itself, one byte long, so
/// that a walk always ends.
[[nodiscard]] constexpr Decoded decode(std::string_view text, std::size_t at) noexcept
{
    auto const byte = [&](std::size_t i) -> char32_t { return static_cast<unsigned char>(text[i]); };
    char32_t const first = byte(at);
    std::size_t const left = text.size() - at;
    if (first >= 0xF0 && left >= 4)
        return {((first & 0x07U) << 18U) | ((byte(at + 1) & 0x3FU) << 12U) | ((byte(at + 2) & 0x3FU) << 6U)
                | (byte(at + 3) & 0x3FU),
            4};
    if (first >= 0xE0 && left >= 3)
        return {((first & 0x0FU) << 12U) | ((byte(at + 1) & 0x3FU) << 6U) | (byte(at + 2) & 0x3FU), 3};
    if (first >= 0xC0 && left >= 2)
        return {((first & 0x1FU) << 6U) | (byte(at + 1) & 0x3FU), 2};
    return {first, 1};
}

/// Bytes of the character at `at` together with the combining marks that sit on it.
[[nodiscard]] constexpr std::size_t cluster_length(std::string_view text, std::size_t at) noexcept
{
    std::size_t end = at + decode(text, at).length;
    while (end < text.size()) {
        auto const [c, length] = decode(text, end);
        bool const combining = (c >= 0x0300 && c <= 0x036F) || (c >= 0x0591 && c <= 0x05BD)
            || (c >= 0x064B && c <= 0x065F) || (c >= 0x20D0 && c <= 0x20FF);
        if (!combining)
            break;
        end += length;
    }
    return end - at;
}

} // namespace plumbline::reports::utf8
