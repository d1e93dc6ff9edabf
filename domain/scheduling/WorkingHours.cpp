// SPDX-License-Identifier: Apache-2.0
#include "domain/scheduling/WorkingHours.hpp"

#include "domain/core/Text.hpp"

#include <algorithm>
#include <charconv>
#include <numeric>
#include <ranges>
#include <utility>

namespace plumbline {

namespace {

constexpr Minutes midnight = std::chrono::hours{24};

bool whole(DaySpan const& span) noexcept
{
    return span.from >= Minutes{0} && span.from < span.to && span.to <= midnight;
}

bool sound(std::vector<DaySpan> const& spans) noexcept
{
    if (!std::ranges::all_of(spans, whole))
        return false;
    return std::ranges::adjacent_find(spans, [](DaySpan const& a, DaySpan const& b) { return b.from < a.to; })
        == spans.end();
}

std::size_t weekday_index(Date day) noexcept
{
    return std::chrono::weekday{std::chrono::sys_days{day}}.iso_encoding() - 1;
}

/// Two digits, or nothing.
std::optional<int> two_digits(std::string_view text)
{
    int value = 0;
    if (text.size() != 2)
        return std::nullopt;
    auto const [end, error] = std::from_chars(text.data(), text.data() + 2, value);
    return error == std::errc{} && end == text.data() + 2 ? std::optional{value} : std::nullopt;
}

std::optional<Minutes> clock_from(std::string_view text)
{
    if (text.size() != 5 || text[2] != ':')
        return std::nullopt;
    auto const hour = two_digits(text.substr(0, 2));
    auto const minute = two_digits(text.substr(3));
    if (!hour || !minute || *hour < 0 || *minute < 0 || *minute > 59)
        return std::nullopt;
    return Minutes{*hour * 60 + *minute};
}

std::optional<DaySpan> span_from(std::string_view text)
{
    if (text.size() != 11 || text[5] != '-')
        return std::nullopt;
    auto const from = clock_from(text.substr(0, 5));
    auto const to = clock_from(text.substr(6));
    return from && to ? std::optional{DaySpan{*from, *to}} : std::nullopt;
}

std::string two(long value)
{
    return (value < 10 ? "0" : "") + std::to_string(value);
}

std::string clock_text(Minutes time)
{
    return two(time.count() / 60) + ':' + two(time.count() % 60);
}

} // namespace

Result<WorkingHours> WorkingHours::create(UserId clinician, Details details, int version)
{
    Faults faults;
    auto const by_start = [](DaySpan const& a, DaySpan const& b) { return a.from < b.from; };
    for (auto& spans : details.week) {
        std::ranges::sort(spans, by_start);
        if (!sound(spans))
            faults.add("week", tr_noop("Working hours end after they begin and do not overlap."));
    }
    for (HoursException& exception : details.exceptions) {
        std::ranges::sort(exception.spans, by_start);
        clean_text(faults, "exceptions", exception.reason, line_rule);
        if (!exception.first.ok() || !exception.last.ok() || exception.last < exception.first)
            faults.add("exceptions", tr_noop("An exception ends on or after the day it begins."));
        if (!sound(exception.spans))
            faults.add("exceptions", tr_noop("Working hours end after they begin and do not overlap."));
    }
    if (!faults.none())
        return refuse(faults.refusal());
    return WorkingHours{clinician, std::move(details), version};
}

WorkingHours WorkingHours::restore(UserId clinician, Details details, int version)
{
    return WorkingHours{clinician, std::move(details), version};
}

WorkingHours::WorkingHours(UserId clinician, Details details, int version)
    : clinician_{clinician}
    , details_{std::move(details)}
    , version_{version}
{
}

HoursException const* WorkingHours::exception_on(Date day) const noexcept
{
    auto const& all = details_.exceptions;
    auto const found = std::find_if(all.rbegin(), all.rend(),
        [&](HoursException const& exception) { return exception.first <= day && day <= exception.last; });
    return found == all.rend() ? nullptr : &*found;
}

std::span<DaySpan const> WorkingHours::on(Date day) const noexcept
{
    if (auto const* const exception = exception_on(day))
        return exception->spans;
    return details_.week[weekday_index(day)];
}

bool WorkingHours::cover(ClinicTime start, Minutes length) const noexcept
{
    auto const midnight_before = std::chrono::floor<std::chrono::days>(start);
    Minutes const from = start - midnight_before;
    return std::ranges::any_of(
        on(day_of(start)), [&](DaySpan const& span) { return span.from <= from && from + length <= span.to; });
}

Minutes WorkingHours::total_on(Date day) const noexcept
{
    auto const spans = on(day);
    return std::accumulate(spans.begin(), spans.end(), Minutes{0},
        [](Minutes sum, DaySpan const& span) { return sum + (span.to - span.from); });
}

std::string to_text(std::span<DaySpan const> spans)
{
    std::string text;
    for (DaySpan const& span : spans)
        text += (text.empty() ? "" : " ") + clock_text(span.from) + '-' + clock_text(span.to);
    return text;
}

Result<std::vector<DaySpan>> day_spans_from_text(std::string_view text, std::string_view field)
{
    std::vector<DaySpan> spans;
    for (auto const word : std::views::split(text, ' ')) {
        std::string_view const part{word.begin(), word.end()};
        if (part.empty())
            continue;
        auto const span = span_from(part);
        if (!span)
            return refuse(Refusal::Reason::Invalid, field, tr_noop("Type hours such as 08:00-12:00 13:00-17:30."));
        spans.push_back(*span);
    }
    std::ranges::sort(spans, {}, &DaySpan::from);
    if (!sound(spans))
        return refuse(
            Refusal::Reason::Invalid, field, tr_noop("Working hours end after they begin and do not overlap."));
    return spans;
}

} // namespace plumbline
