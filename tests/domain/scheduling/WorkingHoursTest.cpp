// SPDX-License-Identifier: Apache-2.0
#include "domain/scheduling/WorkingHours.hpp"

#include "tests/support/Samples.hpp"

#include <boost/test/unit_test.hpp>

using namespace plumbline;
using namespace plumbline::testing;
using namespace std::chrono_literals;

namespace {

constexpr Date monday{std::chrono::year{2026}, std::chrono::November, std::chrono::day{23}};

/// Weekdays from eight to twelve and from one to five.
WorkingHours::Details office_hours()
{
    WorkingHours::Details details;
    for (std::size_t day = 0; day < 5; ++day)
        details.week[day] = {{8h, 12h}, {13h, 17h}};
    return details;
}

WorkingHours danas_hours(WorkingHours::Details details = office_hours())
{
    return must(WorkingHours::create(dana_id, std::move(details)));
}

} // namespace

BOOST_AUTO_TEST_SUITE(working_hours)

BOOST_AUTO_TEST_CASE(repeat_every_week_and_leave_the_weekend_free)
{
    auto const hours = danas_hours();
    BOOST_TEST(hours.on(monday).size() == 2U);
    BOOST_TEST(hours.on(plus_days(monday, 7 * 52)).size() == 2U);
    BOOST_TEST(hours.on(plus_days(monday, 5)).empty());
    BOOST_TEST((hours.total_on(monday) == 8h));
}

BOOST_AUTO_TEST_CASE(cover_what_lies_inside_one_span_to_its_last_minute)
{
    auto const hours = danas_hours();
    BOOST_TEST(hours.cover(at(monday, 8h), 45min));
    BOOST_TEST(hours.cover(at(monday, 11h + 15min), 45min));
    BOOST_TEST(!hours.cover(at(monday, 11h + 16min), 45min));
    BOOST_TEST(!hours.cover(at(monday, 11h + 30min), 2h));
    BOOST_TEST(!hours.cover(at(monday, 7h + 59min), 45min));
}

BOOST_AUTO_TEST_CASE(give_way_to_exceptions_on_their_first_and_last_day)
{
    auto details = office_hours();
    details.exceptions.push_back({plus_days(monday, 1), plus_days(monday, 2), {}, "Course"});
    details.exceptions.push_back({plus_days(monday, 5), plus_days(monday, 5), {{9h, 12h}}, "Open Saturday"});
    auto const hours = danas_hours(details);
    BOOST_TEST(!hours.on(monday).empty());
    BOOST_TEST(hours.on(plus_days(monday, 1)).empty());
    BOOST_TEST(hours.on(plus_days(monday, 2)).empty());
    BOOST_TEST(!hours.on(plus_days(monday, 3)).empty());
    BOOST_TEST((hours.total_on(plus_days(monday, 5)) == 3h));
    BOOST_TEST_REQUIRE(hours.exception_on(plus_days(monday, 1)) != nullptr);
    BOOST_TEST(hours.exception_on(plus_days(monday, 1))->reason == "Course");
    BOOST_TEST(hours.exception_on(monday) == nullptr);
}

BOOST_AUTO_TEST_CASE(of_two_exceptions_that_meet_the_later_wins)
{
    auto details = office_hours();
    details.exceptions.push_back({monday, plus_days(monday, 4), {}, "Holiday"});
    details.exceptions.push_back({plus_days(monday, 2), plus_days(monday, 2), {{10h, 11h}}, "One patient"});
    auto const hours = danas_hours(details);
    BOOST_TEST((hours.total_on(plus_days(monday, 2)) == 1h));
    BOOST_TEST(hours.on(plus_days(monday, 3)).empty());
}

BOOST_AUTO_TEST_CASE(that_are_empty_backwards_overlapping_or_past_midnight_are_refused)
{
    std::vector<DaySpan> const bad[]{{{8h, 8h}}, {{12h, 8h}}, {{8h, 12h}, {11h, 13h}}, {{-1h, 2h}}, {{23h, 25h}}};
    for (auto const& spans : bad) {
        auto details = office_hours();
        details.week[2] = spans;
        auto const hours = WorkingHours::create(dana_id, details);
        BOOST_TEST_REQUIRE(!hours.has_value());
        BOOST_TEST(hours.error().field == "week");
        details = office_hours();
        details.exceptions.push_back({monday, monday, spans, ""});
        BOOST_TEST(WorkingHours::create(dana_id, details).error().field == "exceptions");
    }
    auto details = office_hours();
    details.exceptions.push_back({monday, plus_days(monday, -1), {}, ""});
    BOOST_TEST(!WorkingHours::create(dana_id, details).has_value());
}

BOOST_AUTO_TEST_CASE(may_be_given_out_of_order)
{
    auto details = office_hours();
    details.week[0] = {{13h, 17h}, {8h, 12h}};
    BOOST_TEST((danas_hours(details) == danas_hours()));
}

BOOST_AUTO_TEST_CASE(read_back_from_their_text)
{
    for (auto const* const text : {"", "08:00-12:00", "08:00-12:00 13:00-17:30", "00:00-24:00"}) {
        auto const spans = must(day_spans_from_text(text, "monday"));
        BOOST_TEST(to_text(spans) == text);
    }
    BOOST_TEST(
        to_text(must(day_spans_from_text("  13:00-17:00  08:00-12:00 ", "monday"))) == "08:00-12:00 13:00-17:00");
    for (auto const* const text : {"8-12", "08:00", "08:00-", "08:60-09:00", "12:00-08:00", "08:00-12:00,13:00-14:00",
             "-1:00-02:00", "08:00-10:00 09:00-11:00", "08:00-24:01", "０８:00-12:00"}) {
        auto const spans = day_spans_from_text(text, "monday");
        BOOST_TEST(!spans.has_value(), text);
        if (!spans)
            BOOST_TEST(spans.error().field == "monday");
    }
}

BOOST_AUTO_TEST_SUITE_END()
