// SPDX-License-Identifier: Apache-2.0
// A kept statement remembers what it was given and where its columns went. Nobody may notice.
#include "persistence/Session.hpp"

#include "persistence/SearchKey.hpp"
#include "tests/persistence/records/Engines.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

using namespace plumbline;

BOOST_AUTO_TEST_SUITE(sessions)

ON_BOTH_ENGINES(the_same_statement_reads_into_other_types_than_last_time)
{
    constexpr std::string_view sql = "select own_number, birth_on from patient";
    admit("Lindqvist", "Maja");
    std::int64_t number = 0;
    std::string born;
    {
        auto query = session.query(sql);
        query.into(number).into(born);
        BOOST_REQUIRE(query.next());
    }
    std::optional<int> small;
    std::optional<std::string> again;
    {
        auto query = session.query(sql);
        query.into(small).into(again);
        BOOST_REQUIRE(query.next());
    }

    BOOST_TEST(number == 1);
    BOOST_TEST(small.value_or(0) == 1);
    BOOST_TEST(born == "1979-03-12");
    BOOST_TEST(again.value_or("") == "1979-03-12");
}

ON_BOTH_ENGINES(a_parameter_is_given_as_text_after_it_was_nothing)
{
    admit("Lindqvist", "Maja");
    auto const found = [&](std::optional<std::string> family) {
        std::int64_t count = 0;
        auto query = session.query("select count(*) from patient where family = cast(:family as text)");
        query.bind("family", family).into(count);
        return query.next() ? count : -1;
    };

    BOOST_TEST(found(std::nullopt) == 0);
    BOOST_TEST(found("Lindqvist") == 1);
    BOOST_TEST(found(std::nullopt) == 0);
    BOOST_TEST(found("Nobody") == 0);
    BOOST_TEST(found("Lindqvist") == 1);
}

ON_BOTH_ENGINES(each_row_brings_its_own_texts_although_the_last_were_moved_away)
{
    std::vector<std::string> const texts{std::string(100, 'a'), "b", std::string(5000, 'c'), "d"};
    for (std::size_t i = 0; i < texts.size(); ++i)
        records.settings().set("x." + std::to_string(i), texts[i]);
    for (int round = 0; round < 2; ++round) {
        std::vector<std::string> read;
        std::string text;
        auto query = session.query("select value from clinic_setting where name >= 'x.' order by name");
        query.into(text);
        while (query.next())
            read.push_back(std::move(text));

        BOOST_TEST(read == texts, boost::test_tools::per_element());
    }
}

ON_BOTH_ENGINES(nothing_where_something_must_be_throws_and_the_statement_stays_good)
{
    admit("Lindqvist", "Maja");
    constexpr std::string_view sql = "select treatment_consent_on from patient";
    std::string day;
    {
        auto query = session.query(sql);
        query.into(day);
        BOOST_CHECK_THROW(static_cast<void>(query.next()), soci::soci_error);
    }
    BOOST_TEST(session.take_failed());
    std::optional<std::string> perhaps = "something";
    auto query = session.query(sql);
    query.into(perhaps);

    BOOST_TEST(query.next());
    BOOST_TEST(!perhaps.has_value());
}

ON_BOTH_ENGINES(a_number_too_large_for_its_place_throws)
{
    admit("Lindqvist", "Maja");
    int too_small = 0;
    auto query = session.query("select own_number + 5000000000 from patient");
    query.into(too_small);

    BOOST_CHECK_THROW(static_cast<void>(query.next()), soci::soci_error);
}

ON_BOTH_ENGINES(people_born_on_one_day_come_in_the_order_of_their_search_keys)
{
    std::vector<std::string> const families{"Ångström", "Anders", "O'Neill", "Oneal", "de la Cruz", "Delacroix",
        "Østergaard", "Oster", "McKay", "Mc Kay", "anders", "Zoë", "Zoe", "3rd", "Ölund", "Olund"};
    for (std::string const& family : families)
        for (std::string const given : {"Jose", "José", "Ana"})
            admit(family, given);

    auto const found = records.patients().search("1979-03-12", 100);

    auto const key = [](PatientRow const& row) {
        return std::tuple{persistence::search_key(row.name.family), persistence::search_key(row.name.given), row.id};
    };
    BOOST_TEST(found.size() == 3 * families.size());
    BOOST_TEST(std::ranges::is_sorted(found, {}, key));
}

ON_BOTH_ENGINES(a_page_is_full_although_some_stand_in_its_range_twice)
{
    // Home and mobile begin alike, so each of them is met twice before the next.
    std::string const digits = "0123456789";
    for (char const digit : digits) {
        auto details = person("Twice", std::string{"No "} + digit);
        details.contact.phone = std::string{"555-555-10"} + digit + "0";
        details.contact.mobile = std::string{"555-555-10"} + digit + "1";
        admit(details);
    }

    auto const found = records.patients().search("555-555-10", 8);

    BOOST_TEST(found.size() == 8u);
    BOOST_TEST(records.patients().search("555-555-10", 8, 4).size() == 6u);
}

BOOST_AUTO_TEST_SUITE_END()
