// SPDX-License-Identifier: Apache-2.0
#include "app/presenters/TimeEntry.hpp"

#include <charconv>
#include <string>

namespace plumbline::app {

namespace {

enum class Half { Unsaid, Morning, Afternoon };

/// Digits, letters in lower case and colons; a dot is a colon to many hands.
std::string squeezed(std::string_view text)
{
    std::string out;
    for (char const c : text) {
        if (c == ' ' || c == '\t')
            continue;
        out += c == '.' ? ':' : c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return out;
}

Half take_half(std::string& text)
{
    for (auto const& [ending, half] :
        {std::pair{"am", Half::Morning}, {"pm", Half::Afternoon}, {"a", Half::Morning}, {"p", Half::Afternoon}})
        if (text.ends_with(ending)) {
            text.resize(text.size() - std::string_view{ending}.size());
            return half;
        }
    return Half::Unsaid;
}

std::optional<int> number(std::string_view digits, std::size_t most)
{
    int value = 0;
    if (digits.empty() || digits.size() > most || digits.find_first_not_of("0123456789") != std::string_view::npos)
        return std::nullopt;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

struct HourAndMinute {
    std::optional<int> hour, minute;
};

HourAndMinute split(std::string_view text)
{
    if (auto const colon = text.find(':'); colon != std::string_view::npos) {
        auto const minutes = text.substr(colon + 1);
        return {number(text.substr(0, colon), 2), minutes.size() == 2 ? number(minutes, 2) : std::nullopt};
    }
    if (text.size() > 2)
        return {number(text.substr(0, text.size() - 2), 2), number(text.substr(text.size() - 2), 2)};
    return {number(text, 2), 0};
}

} // namespace

Result<std::optional<Minutes>> parse_typed_time(std::string_view text, std::string_view field)
{
    std::string left = squeezed(text);
    if (left.empty())
        return std::optional<Minutes>{};
    Half const half = take_half(left);
    auto [hour, minute] = split(left);
    bool const of_twelve = half != Half::Unsaid;
    if (!hour || !minute || *minute > 59 || *hour > (of_twelve ? 12 : 23) || (of_twelve && *hour == 0))
        return refuse(Refusal::Reason::Invalid, field, tr_noop("Type a time such as 10:30, 1430 or 2:30 pm."));
    if (of_twelve)
        *hour = *hour % 12 + (half == Half::Afternoon ? 12 : 0);
    return std::optional{Minutes{*hour * 60 + *minute}};
}

} // namespace plumbline::app
