// SPDX-License-Identifier: Apache-2.0
#include "app/presenters/DateEntry.hpp"

#include <array>
#include <cctype>
#include <charconv>
#include <string>
#include <vector>

namespace plumbline::app {

namespace {

namespace chr = std::chrono;

std::string lower_trimmed(std::string_view text)
{
    while (!text.empty() && text.front() == ' ')
        text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ')
        text.remove_suffix(1);
    std::string out{text};
    for (char& c : out)
        c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return out;
}

std::vector<std::string> parts(std::string const& text)
{
    std::vector<std::string> out(1);
    for (char const c : text)
        if (c == '/' || c == '.' || c == ' ' || c == ',') {
            if (!out.back().empty())
                out.emplace_back();
        } else
            out.back() += c;
    if (out.back().empty())
        out.pop_back();
    return out;
}

std::optional<int> number(std::string const& text)
{
    int value = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    bool const unsigned_number = !text.empty() && text.front() != '-';
    return unsigned_number && error == std::errc{} && end == text.data() + text.size() ? std::optional{value}
                                                                                       : std::nullopt;
}

template <std::size_t N>
std::optional<int> name_index(std::array<std::string_view, N> const& names, std::string const& text)
{
    if (text.size() < 2)
        return std::nullopt;
    for (std::size_t i = 0; i < N; ++i)
        if (names[i].starts_with(text))
            return static_cast<int>(i);
    return std::nullopt;
}

constexpr std::array<std::string_view, 12> months{"january", "february", "march", "april", "may", "june", "july",
    "august", "september", "october", "november", "december"};
constexpr std::array<std::string_view, 7> weekdays{
    "sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"};

std::optional<Date> valid(int year, int month, int day)
{
    Date const date{chr::year{year}, chr::month{static_cast<unsigned>(month)}, chr::day{static_cast<unsigned>(day)}};
    return month > 0 && day > 0 && year >= 1800 && year <= 2200 && date.ok() ? std::optional{date} : std::nullopt;
}

int full_year(int typed, Date today, DateLeaning leaning)
{
    if (typed >= 100)
        return typed;
    int const this_year = static_cast<int>(today.year());
    int const candidate = this_year / 100 * 100 + typed;
    int const tolerance = leaning == DateLeaning::Past ? 0 : 20;
    return candidate > this_year + tolerance ? candidate - 100 : candidate;
}

std::optional<Date> without_year(int month, int day, Date today, DateLeaning leaning)
{
    int const year = static_cast<int>(today.year());
    auto const same = valid(year, month, day);
    if (!same)
        return std::nullopt;
    int const ahead = days_between(today, *same);
    if (leaning == DateLeaning::Past && ahead > 0)
        return valid(year - 1, month, day);
    if (leaning == DateLeaning::Future && ahead < 0)
        return valid(year + 1, month, day);
    if (leaning == DateLeaning::Nearest && ahead > 183)
        return valid(year - 1, month, day);
    if (leaning == DateLeaning::Nearest && ahead < -183)
        return valid(year + 1, month, day);
    return same;
}

std::optional<Date> relative(std::string const& text, Date today, DateLeaning leaning)
{
    if (text == "today" || text == "t")
        return today;
    if (text == "yesterday")
        return plus_days(today, -1);
    if (text == "tomorrow")
        return plus_days(today, 1);
    if (text.size() > 1 && text.size() < 6 && (text[0] == '+' || text[0] == '-'))
        if (auto const days = number(text.substr(1)))
            return plus_days(today, text[0] == '+' ? *days : -*days);
    if (auto const weekday = name_index(weekdays, text)) {
        int const now = static_cast<int>(chr::weekday{chr::sys_days{today}}.c_encoding());
        int const ahead = (*weekday - now + 7) % 7;
        return plus_days(today, leaning == DateLeaning::Past && ahead > 0 ? ahead - 7 : ahead);
    }
    return std::nullopt;
}

std::optional<Date> spelled(std::string const& text, Date today, DateLeaning leaning)
{
    auto const found = parts(text);
    if (found.size() < 2 || found.size() > 3)
        return std::nullopt;
    auto first = number(found[0]);
    auto second = number(found[1]);
    std::optional<int> month = first;
    std::optional<int> day = second;
    if (auto const named = name_index(months, found[0])) {
        month = *named + 1;
    } else if (auto const after = name_index(months, found[1])) {
        month = *after + 1;
        day = first;
    }
    if (!month || !day)
        return std::nullopt;
    if (found.size() == 2)
        return without_year(*month, *day, today, leaning);
    auto const year = number(found[2]);
    return year && (found[2].size() == 2 || found[2].size() == 4)
        ? valid(full_year(*year, today, leaning), *month, *day)
        : std::nullopt;
}

} // namespace

Result<std::optional<Date>> parse_typed_date(
    std::string_view text, Date today, DateLeaning leaning, std::string_view field)
{
    std::string const typed = lower_trimmed(text);
    if (typed.empty())
        return std::optional<Date>{};
    if (auto const day = relative(typed, today, leaning))
        return day;
    if (auto const day = parse_date(typed, field))
        return std::optional{*day};
    if (auto const day = spelled(typed, today, leaning))
        return day;
    return refuse(Refusal::Reason::Invalid, field,
        tr_noop("That is not a day. Try 3/14/1979, 1979-03-14, 14 Mar 1979, today or +5."));
}

} // namespace plumbline::app
