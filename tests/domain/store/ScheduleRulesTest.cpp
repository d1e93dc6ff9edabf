// SPDX-License-Identifier: Apache-2.0
#include "domain/store/ScheduleRules.hpp"

#include "domain/store/Agenda.hpp"
#include "tests/support/Samples.hpp"

#include <boost/test/unit_test.hpp>

#include <map>

using namespace plumbline;
using namespace plumbline::testing;

namespace {

ReadSetting settings(std::map<std::string, std::string> const& values)
{
    return [values](std::string_view key) {
        auto const found = values.find(std::string{key});
        return found == values.end() ? std::string{} : found->second;
    };
}

} // namespace

BOOST_AUTO_TEST_SUITE(schedule_rules)

BOOST_AUTO_TEST_CASE(each_type_has_its_own_rule_and_nonsense_counts_as_the_default)
{
    BOOST_TEST((type_rule(AppointmentType::Treatment, settings({})) == TypeRule{Minutes{45}, 1, false}));
    BOOST_TEST((type_rule(AppointmentType::Evaluation, settings({})) == TypeRule{Minutes{60}, 1, false}));
    BOOST_TEST((type_rule(AppointmentType::ReEvaluation, settings({{"appointment.re-evaluation_may_overlap", "1"}}))
        == TypeRule{Minutes{45}, 1, true}));
    BOOST_TEST((type_rule(AppointmentType::Group, settings({{"appointment.group_places", "8"}}))
        == TypeRule{Minutes{45}, 8, false}));
    BOOST_TEST(type_rule(AppointmentType::Group, settings({{"appointment.group_places", "none"}})).places == 6);
}

BOOST_AUTO_TEST_CASE(a_cancellation_is_late_within_the_hours_that_the_clinic_asks_for)
{
    ClinicTime const start = time(day(2026, 11, 24), 10);
    BOOST_TEST(!is_late_cancellation(start, time(day(2026, 11, 23), 10), settings({})));
    BOOST_TEST(is_late_cancellation(start, time(day(2026, 11, 23), 10, 1), settings({})));
    BOOST_TEST(!is_late_cancellation(start, start, settings({{"appointment.late_cancel_hours", "0"}})));
}

BOOST_AUTO_TEST_CASE(hours_that_make_no_day_count_as_the_default)
{
    BOOST_TEST((opening_hours(settings({{"schedule.opens", "08:00"}})) == DaySpan{Minutes{480}, Minutes{1140}}));
    BOOST_TEST((opening_hours(settings({{"schedule.opens", "20:00"}})) == DaySpan{Minutes{420}, Minutes{1140}}));
    BOOST_TEST((schedule_step(settings({})) == Minutes{15}));
    auto const alert = authorization_alert(settings({{"alert.authorization_units", "4"}}));
    BOOST_TEST(alert.visits == 2);
    BOOST_TEST(alert.units == 4);
    BOOST_TEST(alert.days == 7);
}

// CMS Pub. 100-04 ch. 5 section 20.2: 24 and 23 timed minutes of one day are 3 units; an untimed code is one.
BOOST_AUTO_TEST_CASE(a_day_bills_its_timed_units_and_each_untimed_code_once)
{
    std::vector<BilledRow> const rows{
        {"97112", true, 24}, {"97110", true, 23}, {"97010", false, 15}, {"97010", false, 15}, {"", true, 30}};
    BOOST_TEST(units_of_day(UnitRule::Cms, rows) == 4);
    BOOST_TEST(units_of_day(UnitRule::Ama, rows) == 5);
    BOOST_TEST(units_of_day(UnitRule::Cms, {}) == 0);
}

BOOST_AUTO_TEST_SUITE_END()
