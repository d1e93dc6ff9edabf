// SPDX-License-Identifier: Apache-2.0
#include "domain/core/Time.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>

namespace plumbline {

namespace {

namespace chr = std::chrono;

std::optional<int> digits(std::string_view text, std::size_t from, std::size_t count)
{
    if (text.size() < from + count)
        return std::nullopt;
    int value = 0;
    for (char const c : text.substr(from, count)) {
        if (c < '0' || c > '9')
            return std::nullopt;
        value = value * 10 + (c - '0');
    }
    return value;
}

std::optional<Date> day_at_front(std::string_view text)
{
    auto const year = digits(text, 0, 4);
    auto const month = digits(text, 5, 2);
    auto const day = digits(text, 8, 2);
    if (!year || !month || !day || text[4] != '-' || text[7] != '-')
        return std::nullopt;
    Date const date{chr::year{*year}, chr::month{static_cast<unsigned>(*month)}, chr::day{static_cast<unsigned>(*day)}};
    if (!date.ok() || *year < 1800 || *year > 2200)
        return std::nullopt;
    return date;
}

std::optional<Minutes> clock_at(std::string_view text, std::size_t from)
{
    auto const hour = digits(text, from, 2);
    auto const minute = digits(text, from + 3, 2);
    if (!hour || !minute || text[from + 2] != ':' || *hour > 23 || *minute > 59)
        return std::nullopt;
    return chr::hours{*hour} + Minutes{*minute};
}

/// The number with zeros before it up to a width; never negative.
std::string padded(std::int64_t number, std::size_t width)
{
    std::string const digits = std::to_string(number);
    return std::string(width > digits.size() ? width - digits.size() : 0, '0') + digits;
}

constexpr std::array months{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
constexpr std::array weekdays{"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"};

char const* month_name(Date day)
{
    return months[static_cast<unsigned>(day.month()) - 1];
}

} // namespace

Result<Date> parse_date(std::string_view iso, std::string_view field)
{
    if (auto const day = day_at_front(iso); day && iso.size() == 10)
        return *day;
    return refuse(Refusal::Reason::Invalid, field, tr_noop("Write the day as YYYY-MM-DD, such as 1979-03-12."));
}

Result<ClinicTime> parse_clinic_time(std::string_view iso, std::string_view field)
{
    if (iso.size() == 16 && (iso[10] == 'T' || iso[10] == ' ')) {
        auto const day = day_at_front(iso);
        auto const clock = clock_at(iso, 11);
        if (day && clock)
            return at(*day, *clock);
    }
    return refuse(
        Refusal::Reason::Invalid, field, tr_noop("Write the time as YYYY-MM-DDTHH:MM, such as 2026-11-23T10:30."));
}

Result<Instant> parse_instant(std::string_view iso)
{
    if (iso.size() == 24 && iso[10] == 'T' && iso[16] == ':' && iso[19] == '.' && iso[23] == 'Z') {
        auto const day = day_at_front(iso);
        auto const clock = clock_at(iso, 11);
        auto const second = digits(iso, 17, 2);
        auto const milli = digits(iso, 20, 3);
        if (day && clock && second && *second < 60 && milli)
            return Instant{chr::sys_days{*day}} + *clock + chr::seconds{*second} + chr::milliseconds{*milli};
    }
    return refuse(Refusal::Reason::Invalid, "instant", tr_noop("That is not a UTC instant."));
}

std::string to_iso(Date day)
{
    return padded(static_cast<int>(day.year()), 4) + '-' + padded(static_cast<unsigned>(day.month()), 2) + '-'
        + padded(static_cast<unsigned>(day.day()), 2);
}

std::string to_iso(ClinicTime time)
{
    return to_iso(day_of(time)) + 'T' + to_clock(time);
}

std::string to_iso(Instant instant)
{
    auto const day = chr::floor<chr::days>(instant);
    chr::hh_mm_ss const clock{instant - day};
    return to_iso(Date{day}) + 'T' + padded(clock.hours().count(), 2) + ':' + padded(clock.minutes().count(), 2) + ':'
        + padded(clock.seconds().count(), 2) + '.' + padded(clock.subseconds().count(), 3) + 'Z';
}

std::string to_words(Date day)
{
    return to_short_words(day) + ' ' + std::to_string(static_cast<int>(day.year()));
}

std::string to_short_words(Date day)
{
    return std::to_string(static_cast<unsigned>(day.day())) + ' ' + month_name(day);
}

std::string weekday_name(Date day)
{
    return weekdays[chr::weekday{chr::sys_days{day}}.c_encoding()];
}

std::string to_clock(ClinicTime time)
{
    auto const minutes = (time - chr::floor<chr::days>(time)).count();
    return padded(minutes / 60, 2) + ':' + padded(minutes % 60, 2);
}

Date day_of(ClinicTime time) noexcept
{
    return Date{chr::floor<chr::days>(time)};
}

ClinicTime at(Date day, Minutes since_midnight) noexcept
{
    return ClinicTime{chr::local_days{day}} + since_midnight;
}

int days_between(Date from, Date to) noexcept
{
    return static_cast<int>((chr::sys_days{to} - chr::sys_days{from}).count());
}

Date plus_days(Date day, int days) noexcept
{
    return Date{chr::sys_days{day} + chr::days{days}};
}

int age_in_years(Date birth, Date today) noexcept
{
    int const years = static_cast<int>(today.year()) - static_cast<int>(birth.year());
    bool const had_birthday = chr::month_day{today.month(), today.day()} >= chr::month_day{birth.month(), birth.day()};
    return had_birthday ? years : years - 1;
}

} // namespace plumbline
