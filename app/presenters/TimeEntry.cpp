// SPDX-License-Identifier: Apache-2.0
#include "app/presenters/TimeEntry.hpp"

#include <algorithm>
#include <charconv>
#include <string>
#include <vector>

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

/// Spans apart by one comma each, their ends apart by one hyphen, and no spaces.
std::string hyphened(std::string_view text)
{
    std::string out;
    for (std::size_t at = 0; at < text.size(); ++at) {
        std::string_view const rest = text.substr(at);
        if (rest.starts_with("\u2013") || rest.starts_with("\u2014")) { // Dashes, as word processors write them.
            out += '-';
            at += 2;
        } else if (rest.starts_with("to ") && out.ends_with(' ')) {
            out += '-';
            ++at;
        } else {
            out += rest.front() == ';' ? ',' : rest.front();
        }
    }
    return out;
}

/// A space parts two spans unless it stands at a hyphen, at a comma or before am and pm.
std::string with_commas(std::string const& text)
{
    auto const at_sign = [](char c) { return c == '-' || c == ',' || c == ' '; };
    auto const begins_half = [](char c) { return c == 'a' || c == 'A' || c == 'p' || c == 'P'; };
    std::string out;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] != ' ') {
            out += text[at];
            continue;
        }
        auto const next = text.find_first_not_of(' ', at);
        bool const parts = !out.empty() && next != std::string::npos && !at_sign(out.back()) && !at_sign(text[next])
            && !begins_half(text[next]);
        if (parts)
            out += ',';
    }
    return out;
}

std::optional<DaySpan> typed_span(std::string_view text)
{
    auto const hyphen = text.find('-');
    if (hyphen == std::string_view::npos)
        return std::nullopt;
    auto const from = parse_typed_time(text.substr(0, hyphen), {});
    auto const to = parse_typed_time(text.substr(hyphen + 1), {});
    if (!from || !to || !*from || !*to)
        return std::nullopt;
    return DaySpan{**from, **to};
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

Result<std::vector<DaySpan>> parse_typed_hours(std::string_view text, std::string_view field)
{
    if (auto exact = day_spans_from_text(text, field))
        return exact; // The only way to say 24:00.
    std::string const typed = with_commas(hyphened(text));
    std::vector<DaySpan> spans;
    for (std::string_view left = typed; !left.empty();) {
        auto const end = std::min(left.find(','), left.size());
        std::string_view const part = left.substr(0, end);
        left.remove_prefix(std::min(end + 1, left.size()));
        if (part.empty())
            continue;
        auto const span = typed_span(part);
        if (!span)
            return refuse(Refusal::Reason::Invalid, field, tr_noop("Type hours such as 08:00-12:00 13:00-17:30."));
        spans.push_back(*span);
    }
    return day_spans_from_text(to_text(spans), field);
}

} // namespace plumbline::app
