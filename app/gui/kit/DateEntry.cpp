// SPDX-License-Identifier: Apache-2.0
#include "app/gui/kit/DateEntry.hpp"

#include <array>
#include <cctype>
#include <charconv>
#include <vector>

namespace plumbline::app::kit {
namespace {
struct Piece {
    std::string letters;
    int number = 0;
    std::size_t digits = 0; ///< 0 for a word.
};

std::optional<int> whole(std::string_view digits)
{
    int value = 0;
    auto const [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc{} || end != digits.data() + digits.size())
        return std::nullopt;
    return value;
}

bool is_digit(char sign)
{
    return std::isdigit(static_cast<unsigned char>(sign)) != 0;
}
bool is_letter(char sign)
{
    return std::isalpha(static_cast<unsigned char>(sign)) != 0;
}

/// Words and numbers in lower case, whatever parts them.
std::vector<Piece> pieces(std::string_view typed)
{
    std::vector<Piece> all;
    for (std::size_t at = 0; at < typed.size();) {
        std::size_t const begin = at;
        Piece piece;
        if (is_digit(typed[at])) {
            while (at < typed.size() && is_digit(typed[at]))
                ++at;
            piece.digits = at - begin;
            piece.number = whole(typed.substr(begin, piece.digits)).value_or(-1);
        } else if (is_letter(typed[at])) {
            while (at < typed.size() && is_letter(typed[at]))
                piece.letters += static_cast<char>(std::tolower(static_cast<unsigned char>(typed[at++])));
        } else {
            ++at;
            continue;
        }
        all.push_back(std::move(piece));
    }
    return all;
}

/// The number of the name that begins so; three letters are enough, and fewer are none.
template <std::size_t Count>
std::optional<unsigned> named(std::array<std::string_view, Count> const& names, std::string_view word)
{
    if (word.size() < 3)
        return std::nullopt;
    for (unsigned index = 0; index < Count; ++index)
        if (names[index].starts_with(word))
            return index;
    return std::nullopt;
}

constexpr std::array<std::string_view, 12> months{"january", "february", "march", "april", "may", "june", "july",
    "august", "september", "october", "november", "december"};
constexpr std::array<std::string_view, 7> weekdays{
    "sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"};

std::optional<Date> real(int year, unsigned month, unsigned day)
{
    Date const made{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}};
    if (!made.ok() || year < 1800 || year > 2200)
        return std::nullopt;
    return made;
}

std::optional<Date> shifted(Date from, int days)
{
    // No clinic dates anything further away, and the sum stays far from overflow.
    if (days > 36600 || days < -36600)
        return std::nullopt;
    return Date{std::chrono::sys_days{from} + std::chrono::days{days}};
}

/// `+5`, `-10`, `2w`, `+3m`: days, weeks or months from today.
std::optional<Date> relative(std::string_view typed, Date today)
{
    int sign = 1;
    bool const marked = !typed.empty() && (typed.front() == '+' || typed.front() == '-');
    if (marked) {
        sign = typed.front() == '-' ? -1 : 1;
        typed.remove_prefix(1);
    }
    char const unit = typed.empty() || is_digit(typed.back())
        ? '\0'
        : static_cast<char>(std::tolower(static_cast<unsigned char>(typed.back())));
    if (unit != '\0')
        typed.remove_suffix(1);
    else if (!marked)
        return std::nullopt;
    auto const count = whole(typed);
    if (!count || *count < 0 || *count > 36600)
        return std::nullopt;
    switch (unit) {
    case '\0':
    case 'd':
        return shifted(today, sign * *count);
    case 'w':
        return shifted(today, sign * *count * 7);
    case 'm': {
        if (*count > 1200)
            return std::nullopt;
        Date moved = today + std::chrono::months{sign * *count};
        // The 31st of a short month is its last day.
        if (!moved.ok())
            moved = Date{moved.year() / moved.month() / std::chrono::last};
        return moved;
    }
    default:
        return std::nullopt;
    }
}

std::optional<Date> without_year(unsigned month, unsigned day, Date today, Lean lean)
{
    int const year = static_cast<int>(today.year());
    // 29 February may be up to eight years away.
    for (int step = 0; step <= 8; ++step) {
        auto const found = real(lean == Lean::Past ? year - step : year + step, month, day);
        if (found && (lean == Lean::Past ? *found <= today : *found >= today))
            return found;
    }
    return std::nullopt;
}

std::optional<Date> with_year(Piece const& year, unsigned month, unsigned day, Date today, Lean lean)
{
    if (year.digits == 4)
        return real(year.number, month, day);
    if (year.digits != 2)
        return std::nullopt;
    int const century = static_cast<int>(today.year()) / 100 * 100;
    auto const near = real(century + year.number, month, day);
    if (lean == Lean::Past && (!near || *near > today))
        return real(century - 100 + year.number, month, day);
    return near;
}

/// Month and day in the order of these pieces, and a year when there is a third.
std::optional<Date> calendar_day(std::vector<Piece> const& all, unsigned month, Piece const& day, Date today, Lean lean)
{
    if (day.digits == 0 || day.digits > 2)
        return std::nullopt;
    auto const number = static_cast<unsigned>(day.number);
    if (all.size() == 2)
        return without_year(month, number, today, lean);
    return with_year(all[2], month, number, today, lean);
}

std::optional<Date> weekday_near(unsigned weekday, Date today, Lean lean)
{
    std::chrono::weekday const now{std::chrono::sys_days{today}};
    auto const wanted = std::chrono::weekday{weekday};
    int const days = static_cast<int>(lean == Lean::Past ? (now - wanted).count() : (wanted - now).count());
    int const away = days == 0 ? 7 : days;
    return shifted(today, lean == Lean::Past ? -away : away);
}
} // namespace

std::optional<Date> read_day(std::string_view typed, Date today, Lean lean)
{
    while (!typed.empty() && typed.front() == ' ')
        typed.remove_prefix(1);
    while (!typed.empty() && typed.back() == ' ')
        typed.remove_suffix(1);
    if (auto const moved = relative(typed, today))
        return moved;
    auto const all = pieces(typed);
    if (all.empty() || all.size() > 3 || typed.front() == '-' || typed.front() == '+')
        return std::nullopt;
    if (all.size() == 1) {
        Piece const& one = all.front();
        if (one.letters == "t" || one.letters == "today")
            return today;
        if (one.letters == "tomorrow")
            return shifted(today, 1);
        if (one.letters == "yesterday")
            return shifted(today, -1);
        if (auto const weekday = named(weekdays, one.letters))
            return weekday_near(*weekday, today, lean);
        // 03141979, as a keypad types a birth date.
        if (one.digits == 8)
            return real(one.number % 10000, static_cast<unsigned>(one.number / 1000000),
                static_cast<unsigned>(one.number / 10000 % 100));
        return std::nullopt;
    }
    if (all.size() == 3 && all[0].digits == 4 && all[1].digits > 0 && all[2].digits > 0)
        return real(all[0].number, static_cast<unsigned>(all[1].number), static_cast<unsigned>(all[2].number));
    if (auto const month = named(months, all[0].letters))
        return calendar_day(all, *month + 1, all[1], today, lean);
    if (auto const month = named(months, all[1].letters))
        return calendar_day(all, *month + 1, all[0], today, lean);
    if (all[0].digits > 0 && all[0].digits <= 2 && all[1].digits > 0)
        return calendar_day(all, static_cast<unsigned>(all[0].number), all[1], today, lean);
    return std::nullopt;
}

} // namespace plumbline::app::kit
