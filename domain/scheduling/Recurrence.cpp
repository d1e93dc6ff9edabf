// SPDX-License-Identifier: Apache-2.0
#include "domain/scheduling/Recurrence.hpp"

#include <algorithm>
#include <charconv>
#include <functional>

namespace plumbline {

namespace {

constexpr std::array<std::string_view, 7> day_codes{"MO", "TU", "WE", "TH", "FR", "SA", "SU"};
constexpr int most_weeks = 52;
constexpr int most_appointments = 366;

Faults faults_of(WeeklyWish const& wish)
{
    Faults faults;
    if (wish.every < 1 || wish.every > most_weeks)
        faults.add("every", tr_noop("Type how many weeks lie between, 1 to 52."));
    if (std::ranges::none_of(wish.weekdays, std::identity{}))
        faults.add("weekdays", tr_noop("Choose at least one day of the week."));
    if (wish.count.has_value() == wish.until.has_value())
        faults.add("count", tr_noop("Say either how often or until when."));
    else if (wish.count && (*wish.count < 1 || *wish.count > most_appointments))
        faults.add("count", tr_noop("Type how many appointments, 1 to 366."));
    else if (wish.until && !wish.until->ok())
        faults.add("until", tr_noop("Type the last day."));
    return faults;
}

/// Floating, as RFC 5545 has it when the first start has no zone; the whole day belongs to the series.
std::string until_text(Date day)
{
    std::string text = to_iso(day);
    std::erase(text, '-');
    return text + "T235959";
}

/// Up to the mark, which is taken away with it.
std::string_view next_part(std::string_view& text, char mark)
{
    auto const end = std::min(text.find(mark), text.size());
    auto const part = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    return part;
}

std::optional<int> whole(std::string_view text)
{
    int number = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc{} && end == text.data() + text.size() ? std::optional{number} : std::nullopt;
}

bool read_days(std::string_view text, std::array<bool, 7>& weekdays)
{
    while (!text.empty()) {
        auto const found = std::ranges::find(day_codes, next_part(text, ','));
        if (found == day_codes.end())
            return false;
        weekdays[static_cast<std::size_t>(found - day_codes.begin())] = true;
    }
    return true;
}

std::optional<Date> day_of_until(std::string_view text)
{
    if (text.size() < 8)
        return std::nullopt;
    std::string const iso =
        std::string{text.substr(0, 4)}.append("-").append(text.substr(4, 2)).append("-").append(text.substr(6, 2));
    auto const day = parse_date(iso, "until");
    return day ? std::optional{*day} : std::nullopt;
}

bool read_part(std::string_view name, std::string_view value, WeeklyWish& wish)
{
    if (name == "INTERVAL") {
        auto const every = whole(value);
        wish.every = every.value_or(1);
        return every.has_value();
    }
    if (name == "COUNT")
        return (wish.count = whole(value)).has_value();
    if (name == "UNTIL")
        return (wish.until = day_of_until(value)).has_value();
    if (name == "BYDAY")
        return read_days(value, wish.weekdays);
    return name == "FREQ" && value == "WEEKLY";
}

} // namespace

Result<std::string> recurrence_rule(WeeklyWish const& wish)
{
    if (auto const faults = faults_of(wish); !faults.none())
        return refuse(faults.refusal());
    std::string rule = "FREQ=WEEKLY";
    if (wish.every > 1)
        rule += ";INTERVAL=" + std::to_string(wish.every);
    std::string days;
    for (std::size_t day = 0; day < day_codes.size(); ++day)
        if (wish.weekdays[day])
            days.append(days.empty() ? "" : ",").append(day_codes[day]);
    rule += ";BYDAY=" + days;
    return rule + (wish.count ? ";COUNT=" + std::to_string(*wish.count) : ";UNTIL=" + until_text(*wish.until));
}

std::optional<WeeklyWish> weekly_wish(std::string_view rule)
{
    WeeklyWish wish;
    while (!rule.empty()) {
        auto part = next_part(rule, ';');
        auto const name = next_part(part, '=');
        if (!read_part(name, part, wish))
            return std::nullopt;
    }
    return faults_of(wish).none() ? std::optional{wish} : std::nullopt;
}

} // namespace plumbline
