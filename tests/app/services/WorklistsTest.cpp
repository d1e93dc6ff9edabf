// SPDX-License-Identifier: Apache-2.0
#include "app/services/Worklists.hpp"

#include "tests/app/services/AtTheClinic.hpp"

#include <boost/test/unit_test.hpp>

using namespace plumbline;
using namespace plumbline::app;
using namespace plumbline::testing;

namespace {

struct AtTheDesk : AtTheClinic {
    std::vector<WorkRow> list(WorklistKind kind)
    {
        auto const all = must(seen_by(Role::Manager, worklists));
        return std::ranges::find(all, kind, &Worklist::kind)->rows;
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(managers_worklists, AtTheDesk)

BOOST_AUTO_TEST_CASE(are_for_owner_and_manager_alone)
{
    for (Role const role : all_roles()) {
        bool const may = role == Role::Owner || role == Role::Manager;
        BOOST_TEST(seen_by(role, worklists).has_value() == may, code(role));
    }
}

BOOST_AUTO_TEST_CASE(name_the_notes_without_a_signature)
{
    auto details = treatment(time(plus_days(today(), -2), 10, 30));
    must(records().visits().keep(must(Visit::create(VisitId{61}, maja_id, sciatica_id, details, clock.local_now()))));

    auto const rows = list(WorklistKind::UnsignedNotes);
    BOOST_TEST_REQUIRE(rows.size() == 1U);
    BOOST_TEST((rows[0].visit == VisitId{61}));
    BOOST_TEST(rows[0].about == "Dana Reyes, PT, DPT");
    BOOST_TEST(rows[0].due == "21 Nov 2026 10:30");
    BOOST_TEST(rows[0].urgent);
}

BOOST_AUTO_TEST_CASE(name_the_tenth_treatment_day_before_it_is_over)
{
    // Evaluated once: nine treatments make ten days.
    for (int i = 0; i < 7; ++i)
        signed_visit(VisitId{61 + i}, plus_days(today(), -20 + 2 * i));
    BOOST_TEST_REQUIRE(list(WorklistKind::ProgressReports).size() == 1U);
    BOOST_TEST(list(WorklistKind::ProgressReports)[0].due == "progress report due in 2 visits");
    for (int i = 7; i < 10; ++i)
        signed_visit(VisitId{61 + i}, plus_days(today(), -20 + 2 * i));

    auto const rows = list(WorklistKind::ProgressReports);
    BOOST_TEST_REQUIRE(rows.size() == 1U);
    BOOST_TEST(rows[0].due == "progress report 1 visit over");
    BOOST_TEST(rows[0].urgent);
    BOOST_TEST((rows[0].patient == maja_id));
}

BOOST_AUTO_TEST_CASE(name_an_authorization_that_ends)
{
    BOOST_TEST(list(WorklistKind::Authorizations).empty());
    for (int i = 0; i < 11; ++i)
        signed_visit(VisitId{61 + i}, plus_days(today(), -25 + 2 * i));

    auto const rows = list(WorklistKind::Authorizations);
    BOOST_TEST_REQUIRE(rows.size() == 1U);
    BOOST_TEST(rows[0].due == "no authorized visit left");
}

BOOST_AUTO_TEST_CASE(name_who_has_a_plan_and_no_visit)
{
    auto const rows = list(WorklistKind::NoFutureVisit);
    BOOST_TEST_REQUIRE(rows.size() == 1U);
    BOOST_TEST(rows[0].due == "last seen 19 Oct 2026, 1 of 12 planned visits");
    BOOST_TEST(rows[0].urgent);

    booked(1, time(plus_days(today(), 3), 9, 0));
    BOOST_TEST(list(WorklistKind::NoFutureVisit).empty());
}

BOOST_AUTO_TEST_CASE(name_who_missed_a_visit_and_whether_they_come_again)
{
    auto missed = treatment_at(time(plus_days(today(), -3), 9, 0), maja_id);
    missed.status = AppointmentStatus::NoShow;
    must(records().appointments().keep(must(Appointment::create(AppointmentId{1}, missed))));
    BOOST_TEST_REQUIRE(list(WorklistKind::NoShows).size() == 1U);
    BOOST_TEST(list(WorklistKind::NoShows)[0].due == "no visit booked");

    booked(2, time(plus_days(today(), 3), 9, 0));
    BOOST_TEST(list(WorklistKind::NoShows)[0].due == "comes 26 Nov 2026");
    BOOST_TEST(!list(WorklistKind::NoShows)[0].urgent);
}

BOOST_AUTO_TEST_SUITE_END()
