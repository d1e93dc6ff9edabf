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
    /// Of Maja, in place of the one that her record came with.
    void authorized(Authorization::Details details)
    {
        AuthorizationId const own{maja_id.value()};
        details.patient = maja_id;
        auto const stored = records().authorizations().find(own);
        must(records().authorizations().keep(must(Authorization::create(own, details, stored->version()))));
    }
    void also_authorized(std::int64_t id, Authorization::Details details)
    {
        details.patient = maja_id;
        must(records().authorizations().keep(must(Authorization::create(AuthorizationId{id}, details))));
    }
    std::vector<std::string> ending()
    {
        std::vector<std::string> said;
        for (WorkRow const& row : list(WorklistKind::Authorizations))
            said.push_back(row.due + (row.urgent ? "!" : ""));
        return said;
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

BOOST_AUTO_TEST_CASE(count_the_visits_before_this_program_and_those_of_the_authorization_alone)
{
    using Said = std::vector<std::string>;
    authorized({.visits = 12, .visits_before = 8}); // One evaluation here: nine are used.
    BOOST_TEST((ending() == Said{}));
    authorized({.visits = 12, .visits_before = 9});
    BOOST_TEST((ending() == Said{"2 authorized visits left"}));
    authorized({.visits = 12, .visits_before = 9, .from = today()}); // The evaluation was before it.
    BOOST_TEST((ending() == Said{}));
    authorized({.visits = 12, .visits_before = 13, .from = today()});
    BOOST_TEST((ending() == Said{"1 visit more than authorized!"}));
    also_authorized(900, {.visits = 10, .from = today()}); // The payer gave more.
    BOOST_TEST((ending() == Said{}));
}

BOOST_AUTO_TEST_CASE(name_what_ends_within_a_week_and_what_has_ended)
{
    using Said = std::vector<std::string>;
    authorized({.visits = 12, .until = plus_days(today(), 8)});
    BOOST_TEST((ending() == Said{}));
    authorized({.visits = 12, .until = plus_days(today(), 7)});
    BOOST_TEST((ending() == Said{"authorization ends in 7 days"}));
    authorized({.visits = 12, .until = today()});
    BOOST_TEST((ending() == Said{"authorization ends today!"}));
    authorized({.visits = 3, .visits_before = 1, .until = plus_days(today(), -3)}); // Over is said before nearly used.
    BOOST_TEST((ending() == Said{"authorization ended 3 days ago!"}));
    authorized({.visits = 12, .until = plus_days(today(), -3), .ended = true});
    BOOST_TEST((ending() == Said{}));
}

BOOST_AUTO_TEST_CASE(name_units_and_referrals_too_and_each_but_once)
{
    using Said = std::vector<std::string>;
    authorized({.units = 30, .units_before = 19});
    BOOST_TEST((ending() == Said{}));
    authorized({.units = 30, .units_before = 20});
    also_authorized(900, {.kind = AuthorizationKind::Referral, .until = plus_days(today(), -1)});
    BOOST_TEST((ending() == Said{"referral ended 1 day ago!", "10 authorized units left"}));

    Episode::Details shoulder = records().episodes().find(sciatica_id)->details();
    shoulder.title = "Shoulder";
    must(records().episodes().keep(Episode::restore(EpisodeId{901}, maja_id, shoulder, 0)));
    BOOST_TEST((ending() == Said{"referral ended 1 day ago!", "10 authorized units left"}));
}

BOOST_AUTO_TEST_CASE(warn_as_early_as_the_clinic_wants)
{
    records().settings().set("alert.authorization_visits", "5");
    authorized({.visits = 12, .visits_before = 6});
    BOOST_TEST((ending() == std::vector<std::string>{"5 authorized visits left"}));
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
