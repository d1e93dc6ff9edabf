// SPDX-License-Identifier: Apache-2.0
#include "domain/store/Clinic.hpp"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <string>

namespace plumbline::testing {
namespace {

namespace data = boost::unit_test::data;

bool refused(std::string_view password, std::string_view login = "dana.reyes")
{
    bool const is_refused = password_strength(password, login) == PasswordStrength::Refused;
    BOOST_TEST(acceptable_password(password, login).has_value() == !is_refused);
    return is_refused;
}

} // namespace

BOOST_AUTO_TEST_SUITE(clinic)

BOOST_AUTO_TEST_CASE(an_address_is_a_file_or_a_server)
{
    BOOST_TEST(!ClinicAddress{"/home/dana/harbor.plumb"}.is_server());
    BOOST_TEST(ClinicAddress{"postgresql://db.example.org/harbor"}.is_server());
}

BOOST_AUTO_TEST_CASE(a_password_has_at_least_10_characters_not_bytes)
{
    BOOST_TEST(refused(""));
    BOOST_TEST(refused("k7#vQ2!xZ"));
    BOOST_TEST(!refused("k7#vQ2!xZm"));
    BOOST_TEST(refused("\u00e5\u00e4\u00f6\u00e9\u00fc\u00f1\u00f8"));
    BOOST_TEST(!refused("\u00e5\u00e4\u00f6\u00e9\u00fc\u00f1\u00f8\u00e7\u00df\u0142"));
}

BOOST_AUTO_TEST_CASE(a_password_longer_than_1024_bytes_is_refused)
{
    std::string words;
    while (words.size() < 1020)
        words += "plumb" + std::to_string(words.size());

    BOOST_TEST(!refused(words.substr(0, 1024)));
    BOOST_TEST(refused(words + words));
}

BOOST_DATA_TEST_CASE(a_password_made_of_the_login_is_refused,
    data::make({"dana.reyes", "DANA.REYES", "dana.reyes1", "1dana.reyes!", "Dana.Reyes2026"}), password)
{
    BOOST_TEST(refused(password));
}

BOOST_AUTO_TEST_CASE(a_long_sentence_may_hold_the_login_and_an_empty_login_is_in_nothing)
{
    BOOST_TEST(!refused("dana.reyes walks the dog"));
    BOOST_TEST(!refused("quiet harbor lamp", ""));
}

BOOST_DATA_TEST_CASE(one_character_a_sequence_or_a_repetition_is_refused,
    data::make({"aaaaaaaaaa", "0000000000000", "1234567890", "0123456789", "9876543210", "0987654321", "abcdefghijkl",
        "ZYXWVUTSRQP", "abababababab", "abcabcabcabc", "12341234123", "AbCdAbCdabcd"}),
    password)
{
    BOOST_TEST(refused(password));
}

BOOST_DATA_TEST_CASE(the_first_guesses_of_a_thief_are_refused,
    data::make({"password123", "Password2026!", "P@ssw0rd123", "qwertyuiop", "123qwerty123", "iloveyou!!!!",
        "letmein12345", "administrator", "Plumbline2026", "physicaltherapy", "correcthorsebatterystaple"}),
    password)
{
    BOOST_TEST(refused(password));
}

BOOST_AUTO_TEST_CASE(strength_grows_with_length_and_variety)
{
    auto const strength = [](std::string_view password) { return password_strength(password, "dana.reyes"); };

    BOOST_TEST((strength("aabbaabbcd") == PasswordStrength::Weak));
    BOOST_TEST((strength("8305719264") == PasswordStrength::Weak));
    BOOST_TEST((strength("harbor lamp") == PasswordStrength::Weak));
    BOOST_TEST((strength("Harbor lamp") == PasswordStrength::Fair));
    BOOST_TEST((strength("harbor lamps") == PasswordStrength::Fair));
    BOOST_TEST((strength("Harbor lamp 7") == PasswordStrength::Strong));
    BOOST_TEST((strength("quiet harbor lamp") == PasswordStrength::Strong));
}

BOOST_AUTO_TEST_CASE(a_refused_password_is_not_repeated_in_its_message)
{
    auto const refusal = acceptable_password("password123", "dana.reyes").error();

    BOOST_TEST(refusal.field == "password");
    BOOST_TEST(refusal.message.english().find("password123") == std::string::npos);
    BOOST_TEST(refusal.message.arguments.empty());
}

BOOST_AUTO_TEST_CASE(the_demo_password_is_refused_here_and_left_to_the_demo_clinic)
{
    BOOST_TEST(refused("demo", "demo"));
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace plumbline::testing
