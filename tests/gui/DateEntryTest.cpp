// SPDX-License-Identifier: Apache-2.0
#include "app/gui/kit/DateEntry.hpp"

#include <boost/test/unit_test.hpp>

#include <string>

using namespace plumbline;
using app::kit::Lean;
using app::kit::read_day;

namespace {
/// A Monday.
constexpr Date today{std::chrono::year{2026}, std::chrono::November, std::chrono::day{23}};

std::string day(char const* typed, Lean lean = Lean::Future)
{
    auto const found = read_day(typed, today, lean);
    return found ? to_iso(*found) : std::string{"none"};
}
} // namespace

BOOST_AUTO_TEST_SUITE(a_typed_date)

BOOST_AUTO_TEST_CASE(counts_from_today)
{
    BOOST_TEST(day("today") == "2026-11-23");
    BOOST_TEST(day(" T ") == "2026-11-23");
    BOOST_TEST(day("tomorrow") == "2026-11-24");
    BOOST_TEST(day("+5") == "2026-11-28");
    BOOST_TEST(day("-10") == "2026-11-13");
    BOOST_TEST(day("2w") == "2026-12-07");
    BOOST_TEST(day("-1w") == "2026-11-16");
    BOOST_TEST(day("+3m") == "2027-02-23");
}

BOOST_AUTO_TEST_CASE(a_month_from_the_last_day_stays_in_the_next_month)
{
    Date const last{std::chrono::year{2027}, std::chrono::January, std::chrono::day{31}};
    auto const found = read_day("1m", last);
    BOOST_REQUIRE(found.has_value());
    BOOST_TEST(to_iso(*found) == "2027-02-28");
}

BOOST_AUTO_TEST_CASE(a_weekday_is_never_today)
{
    BOOST_TEST(day("tue") == "2026-11-24");
    BOOST_TEST(day("Monday") == "2026-11-30");
    BOOST_TEST(day("mon", Lean::Past) == "2026-11-16");
    BOOST_TEST(day("fri", Lean::Past) == "2026-11-20");
}

BOOST_AUTO_TEST_CASE(slashes_are_month_first)
{
    BOOST_TEST(day("3/14/1979") == "1979-03-14");
    BOOST_TEST(day("03141979") == "1979-03-14");
    BOOST_TEST(day("3/14") == "2027-03-14");
    BOOST_TEST(day("3/14", Lean::Past) == "2026-03-14");
    BOOST_TEST(day("14/3/1979") == "none");
}

BOOST_AUTO_TEST_CASE(a_birth_year_of_two_digits_is_the_last_such_year)
{
    BOOST_TEST(day("3/14/79", Lean::Past) == "1979-03-14");
    BOOST_TEST(day("3/14/21", Lean::Past) == "2021-03-14");
    BOOST_TEST(day("11/24/26", Lean::Past) == "1926-11-24");
    BOOST_TEST(day("3/14/27") == "2027-03-14");
}

BOOST_AUTO_TEST_CASE(months_may_be_words_in_either_order)
{
    BOOST_TEST(day("14 Mar 1979") == "1979-03-14");
    BOOST_TEST(day("march 14, 1979") == "1979-03-14");
    BOOST_TEST(day("14 mar") == "2027-03-14");
    BOOST_TEST(day("1979-03-14") == "1979-03-14");
}

BOOST_AUTO_TEST_CASE(what_is_shown_can_be_typed_again)
{
    for (int away = 0; away < 400; away += 7) {
        Date const shown = plus_days(today, away);
        auto const read = read_day(to_words(shown), today);
        BOOST_REQUIRE(read.has_value());
        BOOST_TEST(to_iso(*read) == to_iso(shown));
    }
}

BOOST_AUTO_TEST_CASE(the_29th_of_february_waits_for_its_year)
{
    BOOST_TEST(day("2/29") == "2028-02-29");
    BOOST_TEST(day("2/29", Lean::Past) == "2024-02-29");
    BOOST_TEST(day("2/29/2027") == "none");
}

BOOST_AUTO_TEST_CASE(what_means_no_day_is_none)
{
    for (char const* const typed : {"", " ", "31 Feb 1979", "soon", "5", "+", "--3", "99/99", "1/2/3/4", "+9999999999",
             "12 Mar 197", "2026-13-01", "mo", "-mon", "20260101", "3 5x"})
        BOOST_TEST(day(typed) == "none", "'" << typed << "' became " << day(typed));
}

BOOST_AUTO_TEST_SUITE_END()
