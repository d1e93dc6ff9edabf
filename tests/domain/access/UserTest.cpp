// SPDX-License-Identifier: Apache-2.0
#include "domain/access/User.hpp"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <string>

namespace plumbline::testing {
namespace {

namespace data = boost::unit_test::data;

User::Details dana()
{
    return {"dana.reyes", "Dana Reyes", "PT, DPT", "1234567893", Role::Therapist, true};
}

std::string faulty_field(User::Details const& details)
{
    auto const user = User::create(UserId{1}, details);
    return user ? "" : std::string{user.error().field};
}

} // namespace

BOOST_AUTO_TEST_SUITE(user)

BOOST_AUTO_TEST_CASE(a_therapist_signs_with_name_and_credentials)
{
    auto const user = User::create(UserId{5}, dana(), 3);

    BOOST_REQUIRE(user);
    BOOST_TEST(user->name_with_credentials() == "Dana Reyes, PT, DPT");
    BOOST_TEST((user->id() == UserId{5}));
    BOOST_TEST(user->version() == 3);
}

BOOST_AUTO_TEST_CASE(a_login_is_folded_to_lower_case_and_texts_are_trimmed)
{
    User::Details details = dana();
    details.login = " Dana.REYES ";
    details.full_name = "  Dana Reyes\n";
    details.credentials = " PT ";
    details.npi = " 1234567893 ";

    auto const user = User::create(UserId{1}, details);

    BOOST_REQUIRE(user);
    BOOST_TEST(user->details().login == "dana.reyes");
    BOOST_TEST(user->name_with_credentials() == "Dana Reyes, PT");
    BOOST_TEST(user->details().npi == "1234567893");
}

BOOST_DATA_TEST_CASE(a_login_of_other_signs_or_length_is_refused,
    data::make({"", "a", "dana reyes", "dana@reyes", "d\u00e1na", "dana/../reyes", "dana'--", "-\n-",
        "abcdefghijklmnopqrstuvwxyz0123456"}),
    login)
{
    User::Details details = dana();
    details.login = login;

    BOOST_TEST(faulty_field(details) == "login");
}

BOOST_AUTO_TEST_CASE(a_login_may_have_2_to_32_signs)
{
    User::Details details = dana();
    details.login = "d_";
    BOOST_TEST(faulty_field(details).empty());
    details.login = std::string(32, '9');
    BOOST_TEST(faulty_field(details).empty());
}

BOOST_AUTO_TEST_CASE(clinicians_need_credentials_and_others_do_not)
{
    User::Details details = dana();
    details.credentials = "  ";

    for (Role const role : all_roles()) {
        details.role = role;
        bool const clinician = role == Role::Therapist || role == Role::Assistant;
        BOOST_TEST(faulty_field(details) == (clinician ? "credentials" : ""));
    }
    details.role = Role::Manager;
    BOOST_TEST(User::create(UserId{1}, details)->name_with_credentials() == "Dana Reyes");
}

BOOST_DATA_TEST_CASE(a_wrong_npi_is_refused, data::make({"1234567890", "123456789", "12345678931", "abcdefghij"}), npi)
{
    User::Details details = dana();
    details.npi = npi;

    BOOST_TEST(faulty_field(details) == "npi");
}

BOOST_AUTO_TEST_CASE(an_npi_may_be_missing)
{
    User::Details details = dana();
    details.npi.clear();

    BOOST_TEST(faulty_field(details).empty());
}

BOOST_AUTO_TEST_CASE(a_full_name_is_needed_and_must_be_printable)
{
    User::Details details = dana();
    details.full_name = " \u00a0 ";
    BOOST_TEST(faulty_field(details) == "full_name");
    details.full_name = std::string("Dana\0Reyes", 10);
    BOOST_TEST(faulty_field(details) == "full_name");
    details.full_name = "Dana \xff";
    BOOST_TEST(faulty_field(details) == "full_name");
    details.full_name = std::string(101, 'D');
    BOOST_TEST(faulty_field(details) == "full_name");
    details.full_name = "\u062f\u0627\u0646\u0629";
    BOOST_TEST(faulty_field(details).empty());
}

BOOST_AUTO_TEST_CASE(a_role_that_does_not_exist_is_refused)
{
    User::Details details = dana();
    details.role = static_cast<Role>(42);

    BOOST_TEST(faulty_field(details) == "role");
}

BOOST_AUTO_TEST_CASE(all_faults_are_named_at_once)
{
    auto const user = User::create(UserId{1}, {"!", "", "", "1", Role::Assistant, true});

    BOOST_REQUIRE(!user);
    BOOST_TEST(user.error().field == "login");
    BOOST_REQUIRE(user.error().others.size() == 3U);
    BOOST_TEST(user.error().others[0].field == "full_name");
    BOOST_TEST(user.error().others[1].field == "credentials");
    BOOST_TEST(user.error().others[2].field == "npi");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace plumbline::testing
