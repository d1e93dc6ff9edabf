// SPDX-License-Identifier: Apache-2.0
#include "domain/store/BackupRule.hpp"

#include "tests/support/Samples.hpp"

#include <boost/test/unit_test.hpp>

#include <map>

using namespace plumbline;
using namespace plumbline::testing;

namespace {

constexpr BackupRule noon{.daily = true, .at = Minutes{12 * 60 + 30}, .keep_days = 3, .keep_weeks = 2};
ClinicTime monday(int hour, int minute = 0)
{
    return time(day(2026, 11, 23), hour, minute);
}

} // namespace

BOOST_AUTO_TEST_SUITE(backup_rule_of_a_clinic)

BOOST_AUTO_TEST_CASE(a_clinic_without_any_backup_makes_one_at_once)
{
    BOOST_TEST(backup_due(noon, monday(8), std::nullopt, std::nullopt));
    BOOST_TEST(backup_is_stale(noon, monday(8), std::nullopt));
}

BOOST_AUTO_TEST_CASE(the_days_backup_waits_for_its_time)
{
    auto const yesterday = time(day(2026, 11, 22), 12, 30);
    BOOST_TEST(!backup_due(noon, monday(12, 29), yesterday, std::nullopt));
    BOOST_TEST(backup_due(noon, monday(12, 30), yesterday, std::nullopt));
    BOOST_TEST(!backup_due(noon, monday(18), monday(12, 31), std::nullopt));
}

BOOST_AUTO_TEST_CASE(a_missed_day_is_made_up_at_the_next_start)
{
    BOOST_TEST(backup_due(noon, monday(7), time(day(2026, 11, 20), 12, 40), std::nullopt));
    BOOST_TEST(backup_due(noon, monday(7), time(day(2026, 11, 22), 12, 29), std::nullopt));
}

BOOST_AUTO_TEST_CASE(after_a_failure_the_next_try_waits_an_hour)
{
    BOOST_TEST(!backup_due(noon, monday(13, 29), std::nullopt, monday(12, 30)));
    BOOST_TEST(backup_due(noon, monday(13, 30), std::nullopt, monday(12, 30)));
}

BOOST_AUTO_TEST_CASE(a_backup_from_the_future_is_none)
{
    auto const next_year = time(day(2027, 11, 23), 12);
    BOOST_TEST(backup_due(noon, monday(12, 30), next_year, next_year));
    BOOST_TEST(backup_is_stale(noon, monday(12, 30), next_year));
}

BOOST_AUTO_TEST_CASE(a_clinic_that_wants_none_is_left_alone)
{
    auto rule = noon;
    rule.daily = false;
    BOOST_TEST(!backup_due(rule, monday(15), std::nullopt, std::nullopt));
}

BOOST_AUTO_TEST_CASE(yesterdays_is_fresh_and_the_day_befores_is_old)
{
    BOOST_TEST(!backup_is_stale(noon, monday(23, 59), time(day(2026, 11, 22), 0)));
    BOOST_TEST(backup_is_stale(noon, monday(0), time(day(2026, 11, 21), 23, 59)));
}

BOOST_AUTO_TEST_CASE(the_newest_days_stay_and_of_older_weeks_their_last_day)
{
    std::vector<Date> days;
    for (int back = 0; back < 28; ++back)
        days.push_back(plus_days(day(2026, 11, 23), -back));

    auto const surplus = surplus_backups(days, noon);

    auto const goes = [&](Date one) { return std::ranges::find(surplus, one) != surplus.end(); };
    BOOST_TEST(surplus.size() == 23U);
    for (Date const stays :
        {day(2026, 11, 23), day(2026, 11, 22), day(2026, 11, 21), day(2026, 11, 20), day(2026, 11, 15)})
        BOOST_TEST(!goes(stays), to_iso(stays));
    for (Date const gone : {day(2026, 11, 19), day(2026, 11, 14), day(2026, 11, 8)})
        BOOST_TEST(goes(gone), to_iso(gone));
}

BOOST_AUTO_TEST_CASE(kept_day_by_day_there_are_never_more_than_days_and_weeks)
{
    std::vector<Date> kept;
    for (int i = 0; i < 200; ++i) {
        kept.push_back(plus_days(day(2026, 1, 1), i));
        for (Date const gone : surplus_backups(kept, noon))
            std::erase(kept, gone);
        BOOST_TEST(kept.size() <= 5U);
    }
    BOOST_TEST(kept.size() == 5U);
}

BOOST_AUTO_TEST_CASE(a_setting_of_nonsense_counts_as_its_default)
{
    std::map<std::string, std::string, std::less<>> settings{
        {"backup.daily", "1"}, {"backup.at", "25:99"}, {"backup.keep_days", "-3"}, {"backup.keep_weeks", "2"}};
    auto const rule = backup_rule([&](std::string_view key) {
        auto const found = settings.find(key);
        return found == settings.end() ? std::string{} : found->second;
    });
    BOOST_TEST((rule == BackupRule{true, Minutes{750}, 7, 2, 2}));
}

BOOST_AUTO_TEST_SUITE_END()
