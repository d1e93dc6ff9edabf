// SPDX-License-Identifier: Apache-2.0
#include "persistence/records/TypedDate.hpp"

#include "persistence/SearchKey.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>

namespace plumbline::persistence {
namespace {

using Words = std::vector<std::string>;

constexpr std::array<std::string_view, 12> months{"january", "february", "march", "april", "may", "june", "july",
    "august", "september", "october", "november", "december"};
constexpr std::size_t fewest_month_letters = 3;

bool is_number(std::string_view word)
{
    return !word.empty() && word.find_first_not_of("0123456789") == std::string_view::npos;
}

/// 0 when it is none of 1 to most.
int number_up_to(int most, std::string_view word)
{
    if (!is_number(word) || word.size() > 2)
        return 0;
    int value = 0;
    for (char const c : word)
        value = value * 10 + (c - '0');
    return value <= most ? value : 0;
}

std::string two_digits(int value)
{
    std::string text = std::to_string(value);
    return text.size() == 1 ? "0" + text : text;
}

std::optional<int> month_named(std::string_view word)
{
    if (word.size() < fewest_month_letters)
        return std::nullopt;
    auto const found = std::ranges::find_if(months, [&](auto name) { return name.starts_with(word); });
    if (found == months.end())
        return std::nullopt;
    return static_cast<int>(found - months.begin()) + 1;
}

bool begins_a_century(std::string_view year)
{
    return year.starts_with("18") || year.starts_with("19") || year.starts_with("20") || year.starts_with("21");
}

/// The years that digits may stand for: `79` is 1979 or 2079, `19` may also go on to 1979.
Words years_of(std::string_view typed)
{
    Words years;
    if (typed.size() <= 1 || begins_a_century(typed))
        years.emplace_back(typed);
    if (typed.size() == 2) {
        years.push_back("19" + std::string{typed});
        years.push_back("20" + std::string{typed});
    }
    return years;
}

void add_day(std::vector<TypedDate>& dates, int month, int day, std::string_view year)
{
    if (month == 0 || day == 0 || year.size() > 4)
        return;
    for (std::string const& one : years_of(year))
        dates.push_back({TypedDate::Form::DayFirst, two_digits(month) + '-' + two_digits(day) + '-' + one});
}

/// The last number typed may still grow: `3/1` is the first, or the tenth to nineteenth.
void add_growing_day(std::vector<TypedDate>& dates, int month, std::string_view day)
{
    add_day(dates, month, number_up_to(31, day), {});
    if (month != 0 && day.size() == 1 && day <= "3")
        dates.push_back({TypedDate::Form::DayFirst, two_digits(month) + '-' + std::string{day}});
}

Words parts_of(std::string_view typed, char parting)
{
    Words parts;
    while (true) {
        auto const end = typed.find(parting);
        parts.emplace_back(typed.substr(0, end));
        if (end == std::string_view::npos)
            return parts;
        typed.remove_prefix(end + 1);
    }
}

bool all_numbers(Words const& parts)
{
    for (std::size_t i = 0; i < parts.size(); ++i)
        if (!is_number(parts[i]) && !(parts[i].empty() && i + 1 == parts.size() && i > 0))
            return false;
    return true;
}

std::optional<std::string> iso_prefix(std::string_view typed)
{
    constexpr std::string_view shape = "dddd-dd-dd";
    if (typed.size() < 4 || typed.size() > shape.size() || !begins_a_century(typed))
        return std::nullopt;
    for (std::size_t i = 0; i < typed.size(); ++i) {
        bool const digit = typed[i] >= '0' && typed[i] <= '9';
        if (shape[i] == '-' ? typed[i] != '-' : !digit)
            return std::nullopt;
    }
    return std::string{typed};
}

std::vector<TypedDate> numbers(Words const& parts, bool day_leads)
{
    std::vector<TypedDate> dates;
    if (parts.size() < 2 || parts.size() > 3 || !all_numbers(parts))
        return dates;
    bool const swap = day_leads || (number_up_to(12, parts[0]) == 0 && number_up_to(12, parts[1]) != 0);
    if (parts.size() == 2 && !swap && !parts[1].empty())
        add_growing_day(dates, number_up_to(12, parts[0]), parts[1]);
    else if (parts.size() == 2 && !parts[1].empty())
        add_day(dates, number_up_to(12, parts[1]), number_up_to(31, parts[0]), {});
    else if (parts.size() == 2 && !swap && number_up_to(12, parts[0]) != 0)
        dates.push_back({TypedDate::Form::DayFirst, two_digits(number_up_to(12, parts[0])) + '-'});
    else if (parts.size() == 3 && swap)
        add_day(dates, number_up_to(12, parts[1]), number_up_to(31, parts[0]), parts[2]);
    else if (parts.size() == 3)
        add_day(dates, number_up_to(12, parts[0]), number_up_to(31, parts[1]), parts[2]);
    return dates;
}

std::vector<TypedDate> words(Words const& parts)
{
    std::vector<TypedDate> dates;
    if (parts.size() < 2 || parts.size() > 3)
        return dates;
    std::string_view const year = parts.size() == 3 ? std::string_view{parts[2]} : std::string_view{};
    if (!year.empty() && !is_number(year))
        return dates;
    if (auto const month = month_named(parts[1]))
        add_day(dates, *month, number_up_to(31, parts[0]), year);
    else if (auto const first = month_named(parts[0]); first && parts.size() == 3)
        add_day(dates, *first, number_up_to(31, parts[1]), year);
    else if (first)
        add_growing_day(dates, *first, parts[1]);
    return dates;
}

} // namespace

std::string day_first(Date day)
{
    std::string const iso = to_iso(day);
    return iso.substr(5) + '-' + iso.substr(0, 4);
}

std::vector<TypedDate> typed_dates(std::string_view typed)
{
    if (auto iso = iso_prefix(typed))
        return {{TypedDate::Form::YearFirst, *std::move(iso)}};
    for (char const parting : {'/', '-'})
        if (typed.find(parting) != std::string_view::npos)
            return numbers(parts_of(typed, parting), false);
    if (typed.find('.') != std::string_view::npos)
        if (auto dates = numbers(parts_of(typed, '.'), true); !dates.empty())
            return dates;
    return words(parts_of(search_key(typed), ' '));
}

} // namespace plumbline::persistence
