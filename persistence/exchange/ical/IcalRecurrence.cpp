// SPDX-License-Identifier: Apache-2.0
#include "persistence/exchange/ical/IcalRecurrence.hpp"

#include <libical/ical.h>

#include <algorithm>
#include <array>
#include <memory>
#include <optional>

namespace plumbline::persistence {

namespace {

struct FreeIterator {
    void operator()(icalrecur_iterator* iterator) const noexcept { icalrecur_iterator_free(iterator); }
};
using Iterator = std::unique_ptr<icalrecur_iterator, FreeIterator>;

icaltimetype to_ical(ClinicTime time)
{
    Date const day = day_of(time);
    auto const minutes = static_cast<int>((time - std::chrono::floor<std::chrono::days>(time)).count());
    icaltimetype out = icaltime_null_time();
    out.year = static_cast<int>(day.year());
    out.month = static_cast<int>(static_cast<unsigned>(day.month()));
    out.day = static_cast<int>(static_cast<unsigned>(day.day()));
    out.hour = minutes / 60;
    out.minute = minutes % 60;
    return out;
}

ClinicTime from_ical(icaltimetype const& time)
{
    Date const day{std::chrono::year{time.year}, std::chrono::month{static_cast<unsigned>(time.month)},
        std::chrono::day{static_cast<unsigned>(time.day)}};
    return at(day, Minutes{time.hour * 60 + time.minute});
}

tl::unexpected<Refusal> refuse_rule(std::string_view text)
{
    return refuse(Refusal::Reason::Invalid, "repeat", text);
}

/// Sets the rule aside that would fill a day, or would not be a rule.
bool repeats_by_days(icalrecurrencetype const& rule) noexcept
{
    bool const by_time = rule.by_hour[0] != ICAL_RECURRENCE_ARRAY_MAX || rule.by_minute[0] != ICAL_RECURRENCE_ARRAY_MAX
        || rule.by_second[0] != ICAL_RECURRENCE_ARRAY_MAX;
    return !by_time
        && (rule.freq == ICAL_DAILY_RECURRENCE || rule.freq == ICAL_WEEKLY_RECURRENCE
            || rule.freq == ICAL_MONTHLY_RECURRENCE || rule.freq == ICAL_YEARLY_RECURRENCE);
}

constexpr std::string_view not_understood =
    tr_noop("This rule is not understood. Write such as FREQ=WEEKLY;BYDAY=TU,TH;COUNT=12.");

/// The first so many starts of the rule as libical counts them; nothing when it cannot.
std::optional<std::vector<ClinicTime>> counted_out(
    icalrecurrencetype const& rule, ClinicTime first, std::size_t at_most)
{
    Iterator const iterator{icalrecur_iterator_new(rule, to_ical(first))};
    if (!iterator)
        return std::nullopt;
    std::vector<ClinicTime> starts;
    while (starts.size() < at_most) {
        auto const next = icalrecur_iterator_next(iterator.get());
        if (icaltime_is_null_time(next) != 0)
            break;
        starts.push_back(from_ical(next));
    }
    return starts;
}

bool is_plain_week(icalrecurrencetype const& rule) noexcept
{
    return rule.freq == ICAL_WEEKLY_RECURRENCE && rule.by_day[0] != ICAL_RECURRENCE_ARRAY_MAX
        && rule.by_month[0] == ICAL_RECURRENCE_ARRAY_MAX && rule.by_set_pos[0] == ICAL_RECURRENCE_ARRAY_MAX;
}

/// Weekday by weekday, because libical 3.0 loses or shifts weeks of an INTERVAL when the first start is none of the
/// BYDAY or weeks begin on another day than Monday (libical #376). One weekday alone it counts right.
std::optional<std::vector<ClinicTime>> counted_by_weekdays(
    icalrecurrencetype rule, ClinicTime first, std::size_t at_most)
{
    auto const week_begins = rule.week_start == ICAL_NO_WEEKDAY ? ICAL_MONDAY_WEEKDAY : rule.week_start;
    auto const days_into_week = [&](int weekday) { return (weekday - static_cast<int>(week_begins) + 7) % 7; };
    auto const first_weekday =
        static_cast<int>(std::chrono::weekday{std::chrono::sys_days{day_of(first)}}.c_encoding()) + 1; // Sunday is 1.
    auto days = std::to_array(rule.by_day);
    rule.by_day[0] = ICAL_RECURRENCE_ARRAY_MAX;
    rule.count = 0;
    std::vector<ClinicTime> starts;
    for (short const day : days) {
        if (day == ICAL_RECURRENCE_ARRAY_MAX)
            break;
        int const weekday = icalrecurrencetype_day_day_of_week(day);
        int ahead = days_into_week(weekday) - days_into_week(first_weekday);
        if (ahead < 0)
            ahead += 7 * rule.interval;
        auto const own = counted_out(rule, first + std::chrono::days{ahead}, at_most);
        if (!own)
            return std::nullopt;
        starts.insert(starts.end(), own->begin(), own->end());
    }
    std::ranges::sort(starts);
    starts.erase(std::ranges::unique(starts).begin(), starts.end());
    starts.resize(std::min(starts.size(), at_most));
    return starts;
}

} // namespace

Result<std::vector<ClinicTime>> IcalRecurrence::expand(
    std::string_view text, ClinicTime first, std::vector<Date> const& exceptions, std::size_t at_most) const
{
    icalerror_set_errors_are_fatal(0); // A rule that somebody typed must not end the program.
    icalerror_clear_errno();
    icalrecurrencetype const rule = icalrecurrencetype_from_string(std::string{text}.c_str());
    if (rule.freq == ICAL_NO_RECURRENCE || icalerrno != ICAL_NO_ERROR)
        return refuse_rule(not_understood);
    if (!repeats_by_days(rule))
        return refuse_rule(tr_noop("Appointments repeat by days, weeks, months or years."));

    std::size_t const too_many = at_most + exceptions.size() + 1;
    std::size_t const enough = rule.count > 0 ? std::min(static_cast<std::size_t>(rule.count), too_many) : too_many;
    auto starts = is_plain_week(rule) ? counted_by_weekdays(rule, first, enough) : counted_out(rule, first, enough);
    if (!starts)
        return refuse_rule(not_understood);
    std::erase_if(
        *starts, [&](ClinicTime start) { return std::ranges::find(exceptions, day_of(start)) != exceptions.end(); });
    if (starts->size() > at_most)
        return refuse_rule(tr_noop("This rule gives too many appointments. End it earlier."));
    return *std::move(starts);
}

} // namespace plumbline::persistence
