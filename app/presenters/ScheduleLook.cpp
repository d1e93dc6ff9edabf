// SPDX-License-Identifier: Apache-2.0
#include "app/presenters/ScheduleLook.hpp"

#include "app/services/Schedule.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace plumbline::app {

namespace {

constexpr std::array<std::string_view, 4> spans{"day", "week", "month", "list"};
constexpr std::array<std::string_view, 3> columns{"clinicians", "resources", "both"};
constexpr std::array months{"January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December"};

std::string_view next_word(std::string_view& text)
{
    std::size_t const end = std::min(text.find(' '), text.size());
    std::string_view const word = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    return word;
}

Date monday_of(Date day)
{
    auto const weekday = std::chrono::weekday{std::chrono::local_days{day}};
    return plus_days(day, 1 - static_cast<int>(weekday.iso_encoding()));
}

std::string month_of(Date day)
{
    return months[static_cast<unsigned>(day.month()) - 1];
}

std::string year_of(Date day)
{
    return ' ' + std::to_string(static_cast<int>(day.year()));
}

std::string number(Date day)
{
    return std::to_string(static_cast<unsigned>(day.day()));
}

} // namespace

std::string to_text(ScheduleLook const& look)
{
    std::string text{spans.at(static_cast<std::size_t>(look.span))};
    text += ' ';
    text += columns.at(static_cast<std::size_t>(look.columns));
    for (UserId const id : look.clinicians)
        text += ' ' + std::to_string(id.value());
    return text;
}

std::optional<ScheduleLook> look_from_text(std::string_view text)
{
    auto const span = std::ranges::find(spans, next_word(text));
    auto const column = std::ranges::find(columns, next_word(text));
    if (span == spans.end() || column == columns.end())
        return std::nullopt;
    ScheduleLook look{
        static_cast<ScheduleSpan>(span - spans.begin()), static_cast<ScheduleColumns>(column - columns.begin()), {}};
    while (!text.empty()) {
        std::string_view const word = next_word(text);
        std::int64_t id = 0;
        auto const [end, error] = std::from_chars(word.data(), word.data() + word.size(), id);
        if (error != std::errc{} || end != word.data() + word.size())
            return std::nullopt;
        look.clinicians.push_back(UserId{id});
    }
    return look;
}

std::string look_words(ScheduleLook const& look, std::vector<ClinicianRow> const& clinicians)
{
    static constexpr std::array span_names{"Day", "Week", "Month", "List"};
    std::string text{span_names.at(static_cast<std::size_t>(look.span))};
    if (look.columns == ScheduleColumns::Resources)
        text += " · rooms and tables";
    else if (look.columns == ScheduleColumns::Both)
        text += " · with rooms and tables";
    if (look.clinicians.empty())
        return text + " · everyone";
    for (UserId const id : look.clinicians)
        if (auto const row = std::ranges::find(clinicians, id, &ClinicianRow::id); row != clinicians.end())
            text += " · " + row->name;
    return text;
}

std::pair<Date, Date> days_shown(ScheduleSpan span, Date day)
{
    if (span == ScheduleSpan::Day)
        return {day, day};
    if (span != ScheduleSpan::Month)
        return {monday_of(day), plus_days(monday_of(day), 6)};
    Date const first{day.year(), day.month(), std::chrono::day{1}};
    Date const last{std::chrono::year_month_day_last{day.year(), std::chrono::month_day_last{day.month()}}};
    return {monday_of(first), plus_days(monday_of(last), 6)};
}

Date plus_months(Date day, int by)
{
    auto const month = std::chrono::year_month{day.year(), day.month()} + std::chrono::months{by};
    Date const wanted{month.year(), month.month(), day.day()};
    return wanted.ok()
        ? wanted
        : Date{std::chrono::year_month_day_last{month.year(), std::chrono::month_day_last{month.month()}}};
}

Date stepped(ScheduleSpan span, Date day, int direction)
{
    if (span == ScheduleSpan::Month)
        return plus_months(day, direction);
    return plus_days(day, span == ScheduleSpan::Day ? direction : 7 * direction);
}

std::string title_of(ScheduleSpan span, Date day, Date today)
{
    if (span == ScheduleSpan::Month)
        return month_of(day) + year_of(day);
    auto const [from, to] = span == ScheduleSpan::Day ? std::pair{day, day} : days_shown(span, day);
    bool const other_year = from.year() != today.year() || to.year() != today.year();
    if (span == ScheduleSpan::Day)
        return weekday_name(day) + ' ' + (other_year ? to_words(day) : number(day) + ' ' + month_of(day));
    if (other_year)
        return to_short_words(from) + (from.year() == to.year() ? "" : year_of(from)) + " – " + to_words(to);
    return number(from) + (from.month() == to.month() ? "" : ' ' + month_of(from)) + " – " + number(to) + ' '
        + month_of(to);
}

} // namespace plumbline::app
