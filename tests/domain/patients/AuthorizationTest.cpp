// SPDX-License-Identifier: Apache-2.0
#include "domain/patients/Authorization.hpp"

#include "tests/support/Samples.hpp"

#include <boost/test/unit_test.hpp>

using namespace plumbline;
using namespace plumbline::testing;

namespace {

constexpr Date monday = day(2026, 11, 23);

Authorization grant(std::int64_t id, Authorization::Details details)
{
    details.patient = maja_id;
    return must(Authorization::create(AuthorizationId{id}, std::move(details)));
}

std::optional<AuthorizationStanding> standing(std::vector<Authorization> const& all, int used_visits)
{
    return in_force(all, AuthorizationKind::Payer, sciatica_id, monday,
        [&](AuthorizationId) {
            return AuthorizationUse{used_visits, 0};
        },
        {});
}

} // namespace

BOOST_AUTO_TEST_SUITE(authorizations)

BOOST_AUTO_TEST_CASE(counts_and_days_that_cannot_be_are_refused_together)
{
    Authorization::Details wrong;
    wrong.visits = -1;
    wrong.units_before = 10000;
    wrong.from = monday;
    wrong.until = plus_days(monday, -1);
    auto const refusal = Authorization::create(AuthorizationId{1}, wrong);
    BOOST_REQUIRE(!refusal);
    BOOST_TEST(refusal.error().field == "patient");
    std::vector<std::string_view> fields;
    for (Refusal const& other : refusal.error().others)
        fields.push_back(other.field);
    BOOST_TEST(
        fields == (std::vector<std::string_view>{"visits", "units_before", "until"}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(it_warns_at_two_visits_ten_units_and_seven_days)
{
    auto const at = [&](AuthorizationUse used, Date on) {
        Authorization::Details details{.visits = 12, .units = 40};
        details.until = day(2026, 12, 31);
        return standing_of(grant(1, details), used, on, {});
    };
    BOOST_TEST(!at({9, 29}, monday).warns);
    BOOST_TEST(at({10, 0}, monday).warns);
    BOOST_TEST(at({0, 30}, monday).warns);
    BOOST_TEST(!at({0, 0}, day(2026, 12, 23)).warns);
    BOOST_TEST(at({0, 0}, day(2026, 12, 24)).warns);
    BOOST_TEST(!at({11, 39}, day(2026, 12, 31)).exhausted);
    BOOST_TEST(at({12, 0}, monday).exhausted);
    BOOST_TEST(at({0, 40}, monday).exhausted);
    BOOST_TEST(at({0, 0}, day(2027, 1, 1)).exhausted);
    BOOST_TEST(at({13, 0}, monday).visits_left.value_or(0) == -1);
}

BOOST_AUTO_TEST_CASE(the_episodes_own_counts_first_then_what_ends_first)
{
    Authorization::Details general{.visits = 12};
    Authorization::Details own{.visits = 6};
    own.episode = sciatica_id;
    Authorization::Details foreign{.visits = 99};
    foreign.episode = stenosis_id;
    BOOST_TEST((standing({grant(1, general), grant(2, own), grant(3, foreign)}, 0)->id == AuthorizationId{2}));
    // What is used up makes room for the next, and stands for the last when there is no other.
    BOOST_TEST((standing({grant(1, general), grant(2, own)}, 6)->id == AuthorizationId{1}));
    BOOST_TEST(standing({grant(1, general), grant(2, own)}, 12)->exhausted);

    general.ended = true;
    BOOST_TEST(!standing({grant(1, general)}, 0).has_value());
    Authorization::Details later{.visits = 3};
    later.from = plus_days(monday, 1);
    BOOST_TEST(!standing({grant(1, later)}, 0).has_value());
    Authorization::Details over{.visits = 3};
    over.until = plus_days(monday, -1);
    BOOST_TEST(standing({grant(1, over)}, 0)->days_left.value_or(0) == -1);
}

BOOST_AUTO_TEST_CASE(it_covers_its_days_and_its_episode)
{
    Authorization::Details details;
    details.from = monday;
    details.until = monday;
    details.episode = sciatica_id;
    BOOST_TEST(covers(grant(1, details), sciatica_id, monday));
    BOOST_TEST(!covers(grant(1, details), stenosis_id, monday));
    BOOST_TEST(!covers(grant(1, details), sciatica_id, plus_days(monday, 1)));
    BOOST_TEST(!covers(grant(1, details), sciatica_id, plus_days(monday, -1)));
}

BOOST_AUTO_TEST_SUITE_END()
