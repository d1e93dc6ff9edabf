// SPDX-License-Identifier: Apache-2.0
#include "persistence/records/PatientKeys.hpp"

#include <boost/test/unit_test.hpp>

using namespace plumbline;
using namespace std::chrono_literals;
using persistence::search_keys;
using persistence::search_steps;

namespace {

Patient patient(PersonName name, std::string phone = {})
{
    Patient::Details details;
    details.name = std::move(name);
    details.birth_date = 1979y / 3 / 12;
    details.contact.phone = std::move(phone);
    return Patient::restore(PatientId{1}, "001482", details, 1);
}

} // namespace

BOOST_AUTO_TEST_SUITE(patient_keys)

BOOST_AUTO_TEST_CASE(a_patient_is_filed_under_both_names_number_and_birth_date)
{
    auto const keys = search_keys(patient({"Lindqvist", "Maja", ""}, "+1 (555) 555-0142"));

    std::set<std::string> const expected{
        "d:5550142", "d:5555550142", "f:lindqvist maja", "g:maja lindqvist", "m:03-12-1979", "r:001482"};
    BOOST_TEST((keys == expected));
}

BOOST_AUTO_TEST_CASE(inner_words_and_preferred_names_are_filed_too)
{
    auto const keys = search_keys(patient({"de la Cruz", "Ana", "Anita"}));

    for (auto const* key :
        {"x:la cruz ana", "x:cruz ana", "x:delacruz ana", "x:anita de la cruz", "x:de la cruz anita"})
        BOOST_TEST(keys.contains(key), key);
}

BOOST_AUTO_TEST_CASE(an_archived_patient_is_filed_nowhere)
{
    auto details = patient({"Lindqvist", "Maja", ""}).details();
    details.archived = true;

    BOOST_TEST(search_keys(Patient::restore(PatientId{1}, "1", details, 1)).empty());
}

BOOST_AUTO_TEST_CASE(a_name_of_very_many_words_is_not_filed_under_each)
{
    std::string words;
    for (int i = 0; i < 50; ++i)
        words += "a ";

    BOOST_TEST(search_keys(patient({words, words, words})).size() < 25);
}

BOOST_AUTO_TEST_CASE(a_text_without_a_sign_to_search_by_finds_nobody)
{
    BOOST_TEST(search_steps("%_'\"").empty());
    BOOST_TEST(search_steps("\xF0\x9F\x98\x80").empty());
    BOOST_TEST(search_steps("   ").size() == 1);
}

BOOST_AUTO_TEST_CASE(no_typed_wildcard_reaches_a_pattern)
{
    for (auto const& step : search_steps("li%nd m_a"))
        BOOST_TEST((step.words.find('_') == std::string::npos && step.low.find('%') == std::string::npos), step.low);
}

BOOST_AUTO_TEST_SUITE_END()
