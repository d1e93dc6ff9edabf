// SPDX-License-Identifier: Apache-2.0
#include "app/presenters/DateEntry.hpp"

#include "domain/core/Text.hpp"

#include <array>
#include <charconv>
#include <string>
#include <vector>

namespace plumbline::app {

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
    return sign >= '0' && sign <= '9';
}
bool is_letter(char sign)
{
    return sign >= 'a' && sign <= 'z';
}
bool parts(char sign)
{
    return sign == '/' || sign == '.' || sign == '-' || sign == ',' || sign == ' ';
}

/// Words and numbers in order; nothing when anything else stands between them.
std::vector<Piece> pieces(std::string_view text)
{
    std::vector<Piece> all;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t const begin = at;
        Piece piece;
        if (is_digit(text[at])) {
            while (at < text.size() && is_digit(text[at]))
                ++at;
            piece.digits = at - begin;
            piece.number = whole(text.substr(begin, piece.digits)).value_or(-1);
        } else if (is_letter(text[at])) {
            while (at < text.size() && is_letter(text[at]))
                piece.letters += text[at++];
        } else if (parts(text[at])) {
            ++at;
            continue;
        } else {
            return {};
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
    if (month > 12 || day > 31 || !made.ok() || year < 1800 || year > 2200)
        return std::nullopt;
    return made;
}

/// No clinic dates anything further away, and the sum stays far from overflow.
constexpr int furthest_days = 36600;

std::optional<Date> shifted(Date from, int days)
{
    if (days > furthest_days || days < -furthest_days)
        return std::nullopt;
    return plus_days(from, days);
}

/// `+5`, `-10`, `2w`, `+3m`: days, weeks or months from today.
std::optional<Date> relative(std::string_view text, Date today)
{
    bool const marked = !text.empty() && (text.front() == '+' || text.front() == '-');
    int const sign = marked && text.front() == '-' ? -1 : 1;
    if (marked)
        text.remove_prefix(1);
    char const unit = text.empty() || is_digit(text.back()) ? '\0' : text.back();
    if (unit != '\0')
        text.remove_suffix(1);
    else if (!marked)
        return std::nullopt;
    auto const count = whole(text);
    if (!count || *count < 0 || *count > furthest_days)
        return std::nullopt;
    switch (unit) {
    case '\0':
    case 'd':
        return shifted(today, sign * *count);
    case 'w':
        return shifted(today, sign * *count * 7);
    case 'm': {
        if (*count > furthest_days / 31)
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

std::optional<Date> without_year(unsigned month, unsigned day, Date today, DateLeaning leaning)
{
    std::optional<Date> best;
    // 29 February may be up to eight years away.
    for (int away = -8; away <= 8; ++away) {
        auto const found = real(static_cast<int>(today.year()) + away, month, day);
        bool const fits = found
            && (leaning == DateLeaning::Nearest || (leaning == DateLeaning::Past ? *found <= today : *found >= today));
        if (fits && (!best || std::abs(days_between(today, *found)) < std::abs(days_between(today, *best))))
            best = found;
    }
    return best;
}

std::optional<Date> with_year(Piece const& year, unsigned month, unsigned day, Date today, DateLeaning leaning)
{
    constexpr int years_ahead = 20;
    if (year.digits == 4)
        return real(year.number, month, day);
    if (year.digits != 2)
        return std::nullopt;
    int const this_year = static_cast<int>(today.year());
    int const candidate = this_year / 100 * 100 + year.number;
    auto const near = real(candidate, month, day);
    bool const too_late = leaning == DateLeaning::Past ? !near || *near > today : candidate > this_year + years_ahead;
    return too_late ? real(candidate - 100, month, day) : near;
}

/// Month and day, and a year when there is a third piece.
std::optional<Date> calendar_day(
    std::vector<Piece> const& all, unsigned month, Piece const& day, Date today, DateLeaning leaning)
{
    if (day.digits == 0 || day.digits > 2)
        return std::nullopt;
    auto const number = static_cast<unsigned>(day.number);
    if (all.size() == 2)
        return without_year(month, number, today, leaning);
    return with_year(all[2], month, number, today, leaning);
}

std::optional<Date> weekday_near(unsigned weekday, Date today, DateLeaning leaning)
{
    std::chrono::weekday const now{std::chrono::sys_days{today}};
    auto const ahead = static_cast<int>((std::chrono::weekday{weekday} - now).count());
    bool const back = leaning == DateLeaning::Past || (leaning == DateLeaning::Nearest && ahead > 3);
    if (back)
        return shifted(today, ahead == 0 ? -7 : ahead - 7);
    return shifted(today, ahead == 0 ? 7 : ahead);
}

std::optional<Date> one_piece(Piece const& one, Date today, DateLeaning leaning)
{
    if (one.letters == "t" || one.letters == "today")
        return today;
    if (one.letters == "tomorrow")
        return shifted(today, 1);
    if (one.letters == "yesterday")
        return shifted(today, -1);
    if (auto const weekday = named(weekdays, one.letters))
        return weekday_near(*weekday, today, leaning);
    // 03141979, as a keypad types a birth date.
    if (one.digits == 8)
        return real(one.number % 10000, static_cast<unsigned>(one.number / 1000000),
            static_cast<unsigned>(one.number / 10000 % 100));
    return std::nullopt;
}

} // namespace

std::optional<Date> read_day(std::string_view typed, Date today, DateLeaning leaning)
{
    std::string const text = ascii_lower(trimmed(typed));
    if (auto const moved = relative(text, today))
        return moved;
    auto const all = pieces(text);
    if (all.empty() || all.size() > 3 || text.front() == '-')
        return std::nullopt;
    if (all.size() == 1)
        return one_piece(all.front(), today, leaning);
    if (all.size() == 3 && all[0].digits == 4 && all[1].digits > 0 && all[2].digits > 0)
        return real(all[0].number, static_cast<unsigned>(all[1].number), static_cast<unsigned>(all[2].number));
    if (auto const month = named(months, all[0].letters))
        return calendar_day(all, *month + 1, all[1], today, leaning);
    if (auto const month = named(months, all[1].letters))
        return calendar_day(all, *month + 1, all[0], today, leaning);
    if (all[0].digits > 0 && all[0].digits <= 2 && all[1].digits > 0)
        return calendar_day(all, static_cast<unsigned>(all[0].number), all[1], today, leaning);
    return std::nullopt;
}

Result<std::optional<Date>> parse_typed_date(
    std::string_view text, Date today, DateLeaning leaning, std::string_view field)
{
    if (trimmed(text).empty())
        return std::optional<Date>{};
    if (auto const day = read_day(text, today, leaning))
        return day;
    return refuse(Refusal::Reason::Invalid, field,
        tr_noop("That is not a day. Try 3/14/1979, 1979-03-14, 14 Mar 1979, today or +5."));
}

} // namespace plumbline::app
