// SPDX-License-Identifier: Apache-2.0
#include "domain/patients/Patient.hpp"

#include <boost/test/unit_test.hpp>

#include <set>

namespace plumbline::testing {
namespace {

/// Every value from the first to the last has a label and a code of its own that leads back to it.
template <class Enum>
void check_words(Enum last)
{
    std::set<std::string_view> codes;
    for (int i = 0; i <= static_cast<int>(last); ++i) {
        auto const value = static_cast<Enum>(i);
        BOOST_TEST(!code(value).empty());
        BOOST_TEST(!label(value).empty());
        BOOST_TEST((from_code<Enum>(code(value)) == value));
        codes.insert(code(value));
    }
    BOOST_TEST(codes.size() == static_cast<std::size_t>(last) + 1);
    BOOST_TEST(!from_code<Enum>("").has_value());
    BOOST_TEST(!from_code<Enum>("something else").has_value());
    BOOST_TEST(code(static_cast<Enum>(static_cast<int>(last) + 1)).empty());
}

} // namespace

BOOST_AUTO_TEST_SUITE(patient_words)

BOOST_AUTO_TEST_CASE(every_word_about_a_patient_has_code_and_label)
{
    check_words(Sex::Other);
    check_words(PhysicalDemand::VeryHeavy);
    check_words(UnitRule::Ama);
    check_words(MedicationFlag::BetaBlocker);
}

BOOST_AUTO_TEST_CASE(unit_rules_have_the_codes_of_the_command_line)
{
    BOOST_TEST(code(UnitRule::Cms) == "cms");
    BOOST_TEST(code(UnitRule::Ama) == "ama");
}

BOOST_AUTO_TEST_CASE(a_name_is_listed_by_family_and_spoken_by_given_name)
{
    PersonName const both{"Lindqvist", "Maja", "Maj"};

    BOOST_TEST(both.listed() == "Lindqvist, Maja");
    BOOST_TEST(both.spoken() == "Maja Lindqvist");
}

BOOST_AUTO_TEST_CASE(one_name_alone_has_no_comma_and_no_blank)
{
    BOOST_TEST((PersonName{"Suharto", "", ""}.listed()) == "Suharto");
    BOOST_TEST((PersonName{"Suharto", "", ""}.spoken()) == "Suharto");
    BOOST_TEST((PersonName{"", "Bj\u00f6rk", ""}.listed()) == "Bj\u00f6rk");
    BOOST_TEST((PersonName{"", "Bj\u00f6rk", ""}.spoken()) == "Bj\u00f6rk");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace plumbline::testing
