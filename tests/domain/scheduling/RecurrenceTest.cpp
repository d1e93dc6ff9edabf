// SPDX-License-Identifier: Apache-2.0
#include "domain/scheduling/Recurrence.hpp"

#include <boost/test/unit_test.hpp>

using namespace plumbline;

namespace {

WeeklyWish tuesdays_and_thursdays()
{
    WeeklyWish wish;
    wish.weekdays[1] = wish.weekdays[3] = true;
    wish.count = 12;
    return wish;
}

template <class Change>
std::string refused_on(Change const& change)
{
    auto wish = tuesdays_and_thursdays();
    change(wish);
    auto const rule = recurrence_rule(wish);
    return rule ? "not refused: " + *rule : std::string{rule.error().field};
}

} // namespace

BOOST_AUTO_TEST_SUITE(a_weekly_wish)

BOOST_AUTO_TEST_CASE(is_written_as_the_standard_has_it)
{
    auto wish = tuesdays_and_thursdays();
    BOOST_TEST(recurrence_rule(wish).value() == "FREQ=WEEKLY;BYDAY=TU,TH;COUNT=12");
    wish.every = 2;
    wish.count.reset();
    wish.until = Date{std::chrono::year{2027}, std::chrono::January, std::chrono::day{5}};
    BOOST_TEST(recurrence_rule(wish).value() == "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH;UNTIL=20270105T235959");
}

BOOST_AUTO_TEST_CASE(is_read_back_from_its_rule_and_from_no_other)
{
    auto wish = tuesdays_and_thursdays();
    BOOST_TEST((weekly_wish(recurrence_rule(wish).value()) == wish));
    wish.every = 2;
    wish.count.reset();
    wish.until = Date{std::chrono::year{2027}, std::chrono::January, std::chrono::day{5}};
    BOOST_TEST((weekly_wish(recurrence_rule(wish).value()) == wish));
    for (char const* const other : {"", "FREQ=DAILY;COUNT=3", "FREQ=WEEKLY;COUNT=3", "FREQ=WEEKLY;BYDAY=1MO;COUNT=3",
             "FREQ=WEEKLY;BYDAY=MO", "FREQ=WEEKLY;BYDAY=MO;COUNT=x", "FREQ=WEEKLY;BYDAY=MO;UNTIL=2027"})
        BOOST_TEST(!weekly_wish(other).has_value(), other);
}

BOOST_AUTO_TEST_CASE(that_says_too_little_or_too_much_is_refused_beside_its_field)
{
    BOOST_TEST(refused_on([](auto& wish) { wish.every = 0; }) == "every");
    BOOST_TEST(refused_on([](auto& wish) { wish.every = 53; }) == "every");
    BOOST_TEST(refused_on([](auto& wish) { wish.weekdays.fill(false); }) == "weekdays");
    BOOST_TEST(refused_on([](auto& wish) { wish.count.reset(); }) == "count");
    BOOST_TEST(refused_on([](auto& wish) { wish.count = 0; }) == "count");
    BOOST_TEST(refused_on([](auto& wish) { wish.count = 367; }) == "count");
    BOOST_TEST(refused_on([](auto& wish) {
        wish.until = Date{std::chrono::year{2027}, std::chrono::May, std::chrono::day{1}};
    }) == "count");
    BOOST_TEST(refused_on([](auto& wish) {
        wish.count.reset();
        wish.until = Date{std::chrono::year{2027}, std::chrono::February, std::chrono::day{30}};
    }) == "until");
}

BOOST_AUTO_TEST_SUITE_END()
