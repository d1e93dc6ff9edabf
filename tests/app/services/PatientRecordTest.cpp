// SPDX-License-Identifier: Apache-2.0
#include "app/services/PatientRecord.hpp"

#include "tests/app/services/AtTheClinic.hpp"

#include <boost/test/unit_test.hpp>

using namespace plumbline;
using namespace plumbline::testing;
using Reason = Refusal::Reason;

namespace {

constexpr PatientId newcomer{9001};

Patient::Details nour()
{
    Patient::Details details;
    details.name = {"Haddad", "Nour", ""};
    details.birth_date = day(1990, 1, 31);
    return details;
}

} // namespace

BOOST_FIXTURE_TEST_SUITE(patient_record, AtTheClinic)

BOOST_AUTO_TEST_CASE(a_new_patient_gets_the_next_number_of_the_series)
{
    auto const added = by(Role::FrontDesk, app::register_patient, newcomer, nour(), "", app::Duplicates::Refuse);

    BOOST_TEST_REQUIRE(added.has_value());
    BOOST_TEST(records().patients().find(newcomer)->record_number() == "001484");
    BOOST_TEST(was_noted(AuditEvent::Create, "patient"));
}

BOOST_AUTO_TEST_CASE(the_same_name_and_birth_date_is_asked_about_and_can_be_accepted)
{
    auto const asked = by(Role::FrontDesk, app::register_patient, newcomer, maja(), "", app::Duplicates::Refuse);
    BOOST_TEST(refused(asked, Reason::Conflict, "name.family"));
    BOOST_TEST(records().patients().count() == 2);

    auto const accepted = by(Role::FrontDesk, app::register_patient, newcomer, maja(), "", app::Duplicates::Accept);
    BOOST_TEST(accepted.has_value());
    BOOST_TEST(records().patients().count() == 3);
}

BOOST_AUTO_TEST_CASE(a_record_number_belongs_to_one_patient)
{
    auto const taken = by(Role::Owner, app::register_patient, newcomer, nour(), "001482", app::Duplicates::Refuse);

    BOOST_TEST(refused(taken, Reason::Conflict, "record_number"));
}

BOOST_AUTO_TEST_CASE(a_save_that_comes_twice_is_one_patient)
{
    for (int i = 0; i < 2; ++i) {
        auto const added = by(Role::Owner, app::register_patient, newcomer, nour(), "", app::Duplicates::Refuse);
        BOOST_TEST(added.has_value());
    }

    BOOST_TEST(records().patients().count() == 3);
    BOOST_TEST(state().audit.size() == 1U);
}

BOOST_AUTO_TEST_CASE(a_form_with_faults_names_them_all_and_keeps_nothing)
{
    auto details = nour();
    details.name = {};
    details.birth_date = day(2030, 1, 1);

    auto const added = by(Role::Owner, app::register_patient, newcomer, details, "", app::Duplicates::Refuse);

    BOOST_TEST_REQUIRE(!added.has_value());
    BOOST_TEST(added.error().others.size() == 1U);
    BOOST_TEST(state().audit.empty());
}

BOOST_AUTO_TEST_CASE(a_change_over_someone_elses_change_is_a_conflict_and_overwrites_nothing)
{
    auto first = maja();
    first.occupation = "teacher";
    BOOST_TEST(by(Role::FrontDesk, app::change_patient, maja_id, 1, first).has_value());

    auto second = maja();
    second.occupation = "carpenter";
    auto const late = by(Role::Manager, app::change_patient, maja_id, 1, second);

    BOOST_TEST(refused(late, Reason::Conflict, ""));
    BOOST_TEST(records().patients().find(maja_id)->details().occupation == "teacher");
}

BOOST_AUTO_TEST_CASE(a_change_of_nobody_is_not_found)
{
    BOOST_TEST(refused(by(Role::Owner, app::change_patient, newcomer, 1, nour()), Reason::NotFound, "patient"));
}

BOOST_AUTO_TEST_CASE(search_finds_by_the_beginning_of_a_name)
{
    auto const found = seen_by(Role::ReadOnly, app::search_patients, "lind", 10, 0);

    BOOST_TEST_REQUIRE(found.has_value());
    BOOST_TEST_REQUIRE(found->size() == 1U);
    BOOST_TEST(found->front().name.family == "Lindqvist");
}

BOOST_AUTO_TEST_SUITE_END()
