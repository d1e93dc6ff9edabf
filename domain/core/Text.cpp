// SPDX-License-Identifier: Apache-2.0
#include "domain/core/Text.hpp"

#include <algorithm>
#include <array>

namespace plumbline {

namespace {

struct CodePoint {
    char32_t value = 0;
    std::size_t bytes = 0; ///< 0 when the bytes are no character.
};

std::size_t length_from_lead(unsigned char lead) noexcept
{
    if (lead < 0x80)
        return 1;
    if (lead >= 0xC2 && lead <= 0xDF)
        return 2;
    if (lead >= 0xE0 && lead <= 0xEF)
        return 3;
    if (lead >= 0xF0 && lead <= 0xF4)
        return 4;
    return 0;
}

CodePoint decode(std::string_view text) noexcept
{
    auto const lead = static_cast<unsigned char>(text.front());
    std::size_t const bytes = length_from_lead(lead);
    if (bytes == 0 || text.size() < bytes)
        return {};
    constexpr std::array<unsigned, 5> lead_bits{0, 0x7F, 0x1F, 0x0F, 0x07};
    char32_t value = lead & lead_bits[bytes];
    for (std::size_t i = 1; i < bytes; ++i) {
        auto const next = static_cast<unsigned char>(text[i]);
        if ((next & 0xC0U) != 0x80U)
            return {};
        value = (value << 6U) | (next & 0x3FU);
    }
    constexpr std::array<char32_t, 5> smallest{0, 0, 0x80, 0x800, 0x10000};
    bool const surrogate = value >= 0xD800 && value <= 0xDFFF;
    if (value < smallest[bytes] || surrogate || value > 0x10FFFF)
        return {};
    return {value, bytes};
}

/// The White_Space property of Unicode 15 and the byte order mark.
bool is_space(char32_t c) noexcept
{
    return (c >= 0x09 && c <= 0x0D) || c == 0x20 || c == 0x85 || c == 0xA0 || c == 0x1680
        || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000
        || c == 0xFEFF;
}

/// Bytes of the white space the text starts with; 0 when it starts with something else.
std::size_t space_at_front(std::string_view text) noexcept
{
    if (text.empty())
        return 0;
    CodePoint const c = decode(text);
    return is_space(c.value) ? c.bytes : 0;
}

std::size_t space_at_back(std::string_view text) noexcept
{
    for (std::size_t bytes = 1; bytes <= std::min<std::size_t>(3, text.size()); ++bytes) {
        CodePoint const c = decode(text.substr(text.size() - bytes));
        if (c.bytes == bytes)
            return is_space(c.value) ? bytes : 0;
    }
    return 0;
}

bool has_control(std::string_view text, TextRule::Shape shape) noexcept
{
    while (!text.empty()) {
        CodePoint const c = decode(text);
        bool const allowed = shape == TextRule::Shape::Paragraphs && (c.value == U'\n' || c.value == U'\t');
        if (!allowed && (c.value < 0x20 || (c.value >= 0x7F && c.value <= 0x9F)))
            return true;
        text.remove_prefix(c.bytes);
    }
    return false;
}

/// Line breaks of other systems as \n.
std::string with_plain_breaks(std::string_view text)
{
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        bool const first_of_pair = text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n';
        if (!first_of_pair)
            out += text[i] == '\r' ? '\n' : text[i];
    }
    return out;
}

} // namespace

bool is_utf8(std::string_view text) noexcept
{
    while (!text.empty()) {
        CodePoint const c = decode(text);
        if (c.bytes == 0)
            return false;
        text.remove_prefix(c.bytes);
    }
    return true;
}

std::string trimmed(std::string_view text)
{
    while (std::size_t const bytes = space_at_front(text))
        text.remove_prefix(bytes);
    while (std::size_t const bytes = space_at_back(text))
        text.remove_suffix(bytes);
    return std::string{text};
}

std::string ascii_lower(std::string_view text)
{
    std::string lower{text};
    std::ranges::transform(
        lower, lower.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return lower;
}

void clean_text(Faults& faults, std::string_view field, std::string& text, TextRule rule)
{
    if (!is_utf8(text)) {
        faults.add(field, tr_noop("This text is damaged: it is not valid UTF-8."));
        return;
    }
    text = trimmed(text);
    if (rule.shape == TextRule::Shape::Paragraphs)
        text = with_plain_breaks(text);
    if (text.size() > rule.bytes)
        faults.add(field, tr_noop("This is too long: at most {0} bytes, this has {1}."),
            {std::to_string(rule.bytes), std::to_string(text.size())});
    else if (has_control(text, rule.shape))
        faults.add(field, tr_noop("This holds control characters, which cannot be kept or printed."));
}

} // namespace plumbline
