// SPDX-License-Identifier: Apache-2.0
#include "domain/core/Result.hpp"

#include <boost/test/unit_test.hpp>

namespace plumbline::testing {

BOOST_AUTO_TEST_SUITE(result)

BOOST_AUTO_TEST_CASE(a_refusal_stands_in_the_place_of_the_value)
{
    Result<int> const refused = refuse(Refusal::Reason::Conflict, "version", "Someone else was faster.");

    BOOST_REQUIRE(!refused);
    BOOST_TEST((refused.error().reason == Refusal::Reason::Conflict));
    BOOST_TEST(refused.error().field == "version");
    BOOST_TEST(refused.error().message.english() == "Someone else was faster.");
    BOOST_TEST(refused.error().others.empty());
}

BOOST_AUTO_TEST_CASE(a_form_without_faults_has_none)
{
    BOOST_TEST(Faults{}.none());
}

BOOST_AUTO_TEST_CASE(all_faults_of_a_form_come_in_the_order_they_were_found)
{
    Faults faults;
    faults.add("name.family", "Write a name.");
    faults.add("birth_date", "Write the birth date.");
    faults.add(Refusal{Refusal::Reason::Conflict, "record_number", {"{0} is taken.", {"001"}}, {}});

    Refusal const all = faults.refusal();

    BOOST_TEST(!faults.none());
    BOOST_TEST(all.field == "name.family");
    BOOST_TEST((all.reason == Refusal::Reason::Invalid));
    BOOST_REQUIRE(all.others.size() == 2U);
    BOOST_TEST(all.others[0].field == "birth_date");
    BOOST_TEST(all.others[1].message.english() == "001 is taken.");
    BOOST_TEST((all.others[1].reason == Refusal::Reason::Conflict));
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace plumbline::testing
