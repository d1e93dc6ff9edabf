// SPDX-License-Identifier: Apache-2.0
#include "tests/persistence/records/Engines.hpp"

using namespace plumbline;

BOOST_AUTO_TEST_SUITE(users)

ON_BOTH_ENGINES(a_user_comes_back_whole_by_id_and_by_login)
{
    auto const lee = User::create(UserId{50}, {"lee", "Lee Park", "PTA", "", Role::Assistant, false});
    BOOST_REQUIRE(records.users().keep(*lee).has_value());

    auto const expected = User::create(UserId{50}, lee->details(), 1);
    BOOST_TEST((records.users().find(UserId{50}) == *expected));
    BOOST_TEST((records.users().by_login("LEE") == *expected));
    BOOST_TEST(!records.users().by_login("nobody").has_value());
}

ON_BOTH_ENGINES(all_users_are_listed_by_login)
{
    hire("zoe");
    hire("ann");

    std::vector<std::string> logins;
    for (User const& user : records.users().all())
        logins.push_back(user.details().login);
    BOOST_TEST(logins == (std::vector<std::string>{"ann", "dana", "zoe"}), boost::test_tools::per_element());
}

ON_BOTH_ENGINES(a_login_belongs_to_one_user)
{
    auto const refused =
        records.users().keep(*User::create(UserId{50}, {"dana", "Other", "", "", Role::FrontDesk, true}));

    BOOST_REQUIRE(!refused.has_value());
    BOOST_TEST((refused.error().reason == Refusal::Reason::Conflict));
    BOOST_TEST(refused.error().field == "login");
}

ON_BOTH_ENGINES(a_changed_user_is_kept_and_an_outdated_copy_refused)
{
    User const dana = *records.users().find(therapist);
    auto details = dana.details();
    details.role = Role::Owner;
    BOOST_TEST(records.users().keep(*User::create(therapist, details, dana.version())).has_value());

    details.role = Role::Manager;
    auto const second = records.users().keep(*User::create(therapist, details, dana.version()));

    BOOST_REQUIRE(!second.has_value());
    BOOST_TEST((second.error().reason == Refusal::Reason::Conflict));
    BOOST_TEST((records.users().find(therapist)->details().role == Role::Owner));
}

ON_BOTH_ENGINES(keeping_the_same_new_user_twice_is_one_user)
{
    auto const lee = User::create(UserId{50}, {"lee", "Lee Park", "PTA", "", Role::Assistant, true});

    BOOST_TEST(records.users().keep(*lee).has_value());
    BOOST_TEST(records.users().keep(*lee).has_value());

    BOOST_TEST(records.users().all().size() == 2);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(referring_providers)

ON_BOTH_ENGINES(a_referring_provider_comes_back_whole_and_is_found_by_any_word)
{
    ReferringProviderDetails const details{
        "Ángela Ruiz", "MD", "", "Harbor Orthopedics", "+1 555 555 0100", "", "12 Quay St"};
    auto const ruiz = ReferringProvider::create(ReferringProviderId{3}, details);
    BOOST_REQUIRE(ruiz.has_value());
    BOOST_REQUIRE(records.referring_providers().keep(*ruiz).has_value());

    auto const kept = records.referring_providers().find(ReferringProviderId{3});

    BOOST_REQUIRE(kept.has_value());
    BOOST_TEST((kept->details() == ruiz->details()));
    BOOST_TEST(kept->version() == 1);
    for (auto const* typed : {"", "angela", "RUIZ", "ang ru", "orth", "ruiz harb"})
        BOOST_TEST(records.referring_providers().search(typed, 5).size() == 1, typed);
    for (auto const* typed : {"uiz", "ruiz ang", "xyz"})
        BOOST_TEST(records.referring_providers().search(typed, 5).empty(), typed);
}

ON_BOTH_ENGINES(an_outdated_referring_provider_is_refused)
{
    auto const first = ReferringProvider::create(ReferringProviderId{3}, {"Ruiz", "MD", "", "", "", "", ""});
    BOOST_REQUIRE(records.referring_providers().keep(*first).has_value());
    BOOST_TEST(records.referring_providers().keep(*first).has_value());
    auto const changed = ReferringProvider::create(ReferringProviderId{3}, {"Ruiz", "DO", "", "", "", "", ""}, 1);
    BOOST_TEST(records.referring_providers().keep(*changed).has_value());

    auto const late = records.referring_providers().keep(*changed);

    BOOST_REQUIRE(!late.has_value());
    BOOST_TEST((late.error().reason == Refusal::Reason::Conflict));
}

BOOST_AUTO_TEST_SUITE_END()
