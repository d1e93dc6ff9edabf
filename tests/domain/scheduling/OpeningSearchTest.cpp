// SPDX-License-Identifier: Apache-2.0
#include "domain/scheduling/OpeningSearch.hpp"

#include "tests/support/Samples.hpp"

#include <boost/test/unit_test.hpp>

using namespace plumbline;
using namespace plumbline::testing;
using namespace std::chrono_literals;

namespace {

constexpr Date monday{std::chrono::year{2026}, std::chrono::November, std::chrono::day{23}};

/// Two dates, two clinicians, three openings each.
std::vector<Opening> a_dozen()
{
    std::vector<Opening> all;
    for (int const ahead : {0, 3})
        for (Minutes const from : {Minutes{8h}, Minutes{9h}, Minutes{10h}})
            for (UserId const whose : {dana_id, pat_id})
                all.push_back({whose, at(plus_days(monday, ahead), from), 45min, {}});
    return all;
}

} // namespace

BOOST_AUTO_TEST_SUITE(openings_that_were_found)

BOOST_AUTO_TEST_CASE(are_shared_out_by_date_and_clinician)
{
    auto const all = a_dozen();
    auto const first = first_of_each(all, 2);
    BOOST_REQUIRE(first.size() == 8U);
    BOOST_TEST((first[2] == all[2]));
    BOOST_TEST((first[4] == all[6])); // The third ones of Monday are left out.
    BOOST_TEST(first_of_each(all, 0).empty());
    BOOST_TEST(first_of_each(all, 99).size() == all.size());
}

BOOST_AUTO_TEST_CASE(are_counted_and_cut_by_date)
{
    auto const all = a_dozen();
    BOOST_TEST(dates_of(all) == 2);
    BOOST_TEST(dates_of({}) == 0);
    BOOST_TEST(of_first_dates(all, 1).size() == 6U);
    BOOST_TEST(of_first_dates(all, 2).size() == 12U);
    BOOST_TEST(of_first_dates(all, 0).empty());
    BOOST_TEST(of_first_dates({}, 3).empty());
}

BOOST_AUTO_TEST_CASE(lie_in_what_is_left_of_the_hours)
{
    std::vector<DaySpan> const worked{{8h, 12h}, {13h, 17h}}, taken{{9h, 10h}, {9h, 11h}, {12h, 14h}};
    BOOST_TEST(to_text(left_of(worked, taken)) == "08:00-09:00 11:00-12:00 14:00-17:00");
    BOOST_TEST(to_text(left_of(worked, {})) == "08:00-12:00 13:00-17:00");
    BOOST_TEST(left_of({}, taken).empty());
}

BOOST_AUTO_TEST_SUITE_END()
