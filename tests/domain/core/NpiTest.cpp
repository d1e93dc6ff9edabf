// SPDX-License-Identifier: Apache-2.0
#include "domain/core/Npi.hpp"

#include <boost/test/unit_test.hpp>

#include <string>

namespace plumbline::testing {

BOOST_AUTO_TEST_SUITE(npi)

BOOST_AUTO_TEST_CASE(the_example_of_the_standard_is_valid)
{
    BOOST_TEST(is_npi("1234567893"));
}

BOOST_AUTO_TEST_CASE(one_check_digit_of_ten_fits)
{
    int fitting = 0;
    for (char last = '0'; last <= '9'; ++last)
        fitting += is_npi(std::string{"123456789"} + last) ? 1 : 0;

    BOOST_TEST(fitting == 1);
}

BOOST_AUTO_TEST_CASE(every_single_wrong_digit_is_caught)
{
    std::string const valid = "1234567893";
    for (std::size_t place = 0; place < valid.size(); ++place)
        for (char digit = '0'; digit <= '9'; ++digit) {
            std::string changed = valid;
            changed[place] = digit;
            BOOST_REQUIRE_EQUAL(is_npi(changed), changed == valid);
        }
}

BOOST_AUTO_TEST_CASE(what_is_not_ten_digits_is_no_npi)
{
    BOOST_TEST(!is_npi(""));
    BOOST_TEST(!is_npi("123456789"));
    BOOST_TEST(!is_npi("12345678930"));
    BOOST_TEST(!is_npi("12345 7893"));
    BOOST_TEST(!is_npi("123456789x"));
    BOOST_TEST(!is_npi("808401234567893"));
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace plumbline::testing
