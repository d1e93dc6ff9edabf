// SPDX-License-Identifier: Apache-2.0
#include "domain/clinical/Wording.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace plumbline::wording {

namespace {

[[nodiscard]] constexpr char lower(char c) noexcept
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// A dot is part of a word, so that codes stay whole.
[[nodiscard]] constexpr bool in_word(char c) noexcept
{
    char const small = lower(c);
    return (small >= 'a' && small <= 'z') || (c >= '0' && c <= '9') || c == '.' || (c & 0x80) != 0;
}

[[nodiscard]] bool begins(std::string_view word, std::string_view with) noexcept
{
    return word.size() >= with.size()
        && std::equal(with.begin(), with.end(), word.begin(), [](char a, char b) { return lower(a) == lower(b); });
}

template <class Visit>
void for_each_word(std::string_view text, Visit visit)
{
    std::size_t position = 0;
    while (position < text.size()) {
        if (!in_word(text[position])) {
            ++position;
            continue;
        }
        std::size_t end = position;
        while (end < text.size() && in_word(text[end]))
            ++end;
        visit(text.substr(position, end - position));
        position = end;
    }
}

/// 0 no word begins so, 1 a later word does, 2 the first does, 3 the field is that word.
[[nodiscard]] int match_in_field(std::string_view word, std::string_view field)
{
    int best = 0;
    bool first = true;
    for_each_word(field, [&](std::string_view candidate) {
        if (begins(candidate, word)) {
            bool const whole = first && candidate.size() == word.size() && candidate.size() == field.size();
            best = std::max(best, whole ? 3 : first ? 2 : 1);
        }
        first = false;
    });
    return best;
}

} // namespace

std::string decimal(double value, int places)
{
    double const scale = std::pow(10, places);
    double const rounded = std::round(value * scale) / scale;
    return shortest(rounded == 0 ? 0 : rounded); // Never "-0".
}

std::string shortest(double value)
{
    std::array<char, 400> buffer{}; // The longest double in fixed form needs fewer.
    auto const [end, fault] =
        std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::fixed);
    return {buffer.data(), end};
}

int match(std::string_view typed, std::initializer_list<std::string_view> fields)
{
    int sum = 1;
    bool all = true;
    for_each_word(typed, [&](std::string_view word) {
        int best = 0;
        int weight = static_cast<int>(fields.size());
        for (std::string_view const field : fields) {
            int const hit = match_in_field(word, field);
            best = std::max(best, hit == 0 ? 0 : hit * 10 + weight);
            --weight;
        }
        all = all && best > 0;
        sum += best;
    });
    return all ? sum : 0;
}

} // namespace plumbline::wording
