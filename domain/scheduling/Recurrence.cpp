// SPDX-License-Identifier: Apache-2.0
#include "domain/scheduling/Recurrence.hpp"

#include <algorithm>
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

} // namespace plumbline
