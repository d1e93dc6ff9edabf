// SPDX-License-Identifier: Apache-2.0
#include "domain/store/BackupRule.hpp"

#include "domain/store/SettingsDefaults.hpp"

#include <algorithm>
#include <charconv>

namespace plumbline {

namespace {

constexpr Minutes try_again_after{60};

int whole(std::string_view text)
{
    int value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

/// Weeks since one that began on a Monday; 1 January 1970 was a Thursday.
int week_of(Date day)
{
    int const days = days_between(Date{std::chrono::year{1969} / 12 / 29}, day);
    return days >= 0 ? days / 7 : (days - 6) / 7;
}

std::optional<ClinicTime> believable(std::optional<ClinicTime> time, ClinicTime now)
{
    return time && *time <= now ? time : std::nullopt;
}

} // namespace

BackupRule backup_rule(std::function<std::string(std::string_view)> const& setting)
{
    auto const text = [&](std::string_view key) {
        std::string value = setting(key);
        bool const sound = !value.empty() && acceptable_setting(key, value).has_value();
        return sound ? value : std::string{default_setting(key)};
    };
    std::string const clock = text("backup.at");
    return {.daily = text("backup.daily") == "1",
        .at = Minutes{whole(clock) * 60 + whole(std::string_view{clock}.substr(3))},
        .keep_days = whole(text("backup.keep_days")),
        .keep_weeks = whole(text("backup.keep_weeks")),
        .stale_days = whole(text("backup.stale_days"))};
}

bool backup_due(
    BackupRule const& rule, ClinicTime now, std::optional<ClinicTime> verified, std::optional<ClinicTime> failed)
{
    if (!rule.daily)
        return false;
    if (auto const last_try = believable(failed, now); last_try && now - *last_try < try_again_after)
        return false;
    ClinicTime wanted = at(day_of(now), rule.at);
    if (now < wanted)
        wanted = at(plus_days(day_of(now), -1), rule.at);
    auto const last = believable(verified, now);
    return !last || *last < wanted;
}

bool backup_is_stale(BackupRule const& rule, ClinicTime now, std::optional<ClinicTime> verified)
{
    auto const last = believable(verified, now);
    return !last || days_between(day_of(*last), day_of(now)) >= rule.stale_days;
}

std::vector<Date> surplus_backups(std::vector<Date> days, BackupRule const& rule)
{
    std::ranges::sort(days, std::greater{});
    days.erase(std::unique(days.begin(), days.end()), days.end());
    std::vector<Date> surplus;
    std::vector<int> weeks;
    for (std::size_t i = static_cast<std::size_t>(std::max(rule.keep_days, 1)); i < days.size(); ++i) {
        int const week = week_of(days[i]);
        bool const known = !weeks.empty() && weeks.back() == week;
        if (known || std::ssize(weeks) >= rule.keep_weeks)
            surplus.push_back(days[i]);
        else
            weeks.push_back(week);
    }
    return surplus;
}

} // namespace plumbline
