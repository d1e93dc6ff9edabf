// SPDX-License-Identifier: Apache-2.0
#include "domain/core/Message.hpp"

#include <boost/test/unit_test.hpp>

namespace plumbline::testing {

BOOST_AUTO_TEST_SUITE(message)

BOOST_AUTO_TEST_CASE(arguments_stand_in_their_places_in_any_order)
{
    BOOST_TEST(fill("{1} of {0}, {1}", {"12", "4"}) == "4 of 12, 4");
    BOOST_TEST((Message{"At most {0} bytes.", {"100"}}.english()) == "At most 100 bytes.");
}

BOOST_AUTO_TEST_CASE(a_missing_argument_leaves_nothing_and_a_spare_one_is_not_used)
{
    BOOST_TEST(fill("a{0}b{1}c", {"-"}) == "a-bc");
    BOOST_TEST(fill("plain", {"spare"}) == "plain");
}

BOOST_AUTO_TEST_CASE(what_only_looks_like_a_place_stays_as_it_is)
{
    BOOST_TEST(fill("{x} {} { 0 {10} {0", {"A"}) == "{x} {} { 0 {10} {0");
    BOOST_TEST(fill("", {}).empty());
    BOOST_TEST(fill("{", {"A"}) == "{");
}

BOOST_AUTO_TEST_CASE(an_argument_that_looks_like_a_place_is_not_filled_again)
{
    BOOST_TEST(fill("{0}{1}", {"{1}", "x"}) == "{1}x");
}

BOOST_AUTO_TEST_CASE(messages_are_equal_when_text_and_arguments_are)
{
    BOOST_TEST((Message{"a {0}", {"1"}} == Message{"a {0}", {"1"}}));
    BOOST_TEST((Message{"a {0}", {"1"}} != Message{"a {0}", {"2"}}));
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace plumbline::testing
