// SPDX-License-Identifier: Apache-2.0
#include "app/presenters/ChartPresenter.hpp"
#include "app/presenters/PlanPresenter.hpp"
#include "tests/app/presenters/AtTheDesk.hpp"

#include <boost/test/unit_test.hpp>

using namespace plumbline;
using namespace plumbline::testing;

BOOST_FIXTURE_TEST_SUITE(the_chart_of_a_patient, AtTheDesk)

BOOST_AUTO_TEST_CASE(the_header_says_who_and_where_care_stands)
{
    signed_visit(VisitId{7001}, day(2026, 11, 19), 5);
    app::ChartPresenter const chart{desk_of(), maja_id};
    auto const& header = chart.state().header;
    BOOST_TEST_REQUIRE(chart.state().loaded);
    BOOST_TEST(header.name == "Lindqvist, Maja");
    BOOST_TEST(header.facts == "47 y · 12 Mar 1979 · 001482 · left-sided sciatica · since 3 Aug");
    BOOST_TEST_REQUIRE(header.figures.size() == 3U);
    // The evaluation of 19 October is a treatment day as well.
    BOOST_TEST(header.figures[0].value == "2 of 12");
    BOOST_TEST(header.figures[0].caption == "visits authorized");
    BOOST_TEST(!header.figures[0].due);
    BOOST_TEST(header.figures[1].caption == "certification left");
    BOOST_TEST(header.figures[2].caption == "progress report due");
    BOOST_TEST_REQUIRE(header.precautions.size() == 1U);
    BOOST_TEST(header.precautions.front() != "cardiac-pacemaker", "shown in words, not as a code");
}

BOOST_AUTO_TEST_CASE(the_last_two_authorized_visits_are_amber)
{
    for (unsigned i = 1; i <= 9; ++i)
        signed_visit(VisitId{7000 + i}, day(2026, 11, i));
    app::ChartPresenter const chart{desk_of(), maja_id};
    BOOST_TEST(chart.state().header.figures[0].value == "10 of 12");
    BOOST_TEST(chart.state().header.figures[0].due);
}

BOOST_AUTO_TEST_CASE(the_end_of_an_authorization_and_of_a_referral_stand_in_the_header)
{
    AuthorizationId const own{maja_id.value()};
    auto details = records().authorizations().find(own)->details();
    details.until = plus_days(today(), 5);
    must(records().authorizations().keep(Authorization::restore(own, details, 1)));
    Authorization::Details referral{.patient = maja_id, .kind = AuthorizationKind::Referral};
    referral.until = plus_days(today(), -1);
    must(records().authorizations().keep(must(Authorization::create(AuthorizationId{7}, referral))));
    app::ChartPresenter const chart{desk_of(), maja_id};
    auto const& figures = chart.state().header.figures;
    BOOST_TEST_REQUIRE(figures.size() == 5U);
    BOOST_TEST(figures[3].value == "28 Nov");
    BOOST_TEST(figures[3].caption == "authorization ends");
    BOOST_TEST(figures[3].due);
    BOOST_TEST(figures[4].caption == "referral ended");
}

BOOST_AUTO_TEST_CASE(someone_without_episode_has_a_header_without_clocks)
{
    app::ChartPresenter const chart{desk_of(), tom_id};
    BOOST_TEST(chart.state().header.facts == "68 y · 2 May 1958 · 001483");
    BOOST_TEST(chart.state().header.figures.empty());
    BOOST_TEST(!chart.state().episode.has_value());
}

BOOST_AUTO_TEST_CASE(reading_a_chart_is_noted_once_however_often_it_refreshes)
{
    app::ChartPresenter chart{desk_of(), maja_id};
    BOOST_TEST(was_noted(AuditEvent::Read, "chart"));
    auto const entries = state().audit.size();
    chart.refresh();
    BOOST_TEST(state().audit.size() == entries);
}

BOOST_AUTO_TEST_CASE(the_overview_shows_pain_goals_and_visits)
{
    signed_visit(VisitId{7001}, day(2026, 11, 19), 3);
    app::ChartPresenter const chart{desk_of(), maja_id};
    auto const& seen = chart.state().overview;
    BOOST_TEST_REQUIRE(seen.outcomes.size() == 1U);
    BOOST_TEST(seen.outcomes.front().change.starts_with("7 → 3"), seen.outcomes.front().change);
    BOOST_TEST_REQUIRE(seen.goals.size() == 1U);
    BOOST_TEST(seen.goals.front().left == "Oswestry 20 % or less");
    BOOST_TEST(seen.goals.front().id == 501);
    BOOST_TEST_REQUIRE(seen.visits.size() == 1U);
    BOOST_TEST(seen.visits.front().right == "signed");
    BOOST_TEST(seen.frequency == "2 × week");
    BOOST_TEST(seen.findings.size() == 2U);
}

BOOST_AUTO_TEST_CASE(an_unsigned_note_is_what_the_note_button_opens)
{
    auto details = treatment(time(today(), 9, 0));
    must(records().visits().keep(must(Visit::create(VisitId{7001}, maja_id, sciatica_id, details, clock.local_now()))));
    app::ChartPresenter const chart{desk_of(), maja_id};
    BOOST_TEST((chart.state().draft == VisitId{7001}));
    BOOST_TEST(chart.state().next_visit_number == 1);
}

BOOST_AUTO_TEST_CASE(a_chart_that_may_not_be_read_shows_why)
{
    app::ChartPresenter const chart{desk_of(), PatientId{1}};
    BOOST_TEST(!chart.state().loaded);
    BOOST_TEST(chart.state().complaint.has_value());
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_FIXTURE_TEST_SUITE(the_plan_of_care_form, AtTheDesk)

BOOST_AUTO_TEST_CASE(a_kept_goal_cannot_be_reworded)
{
    app::PlanPresenter plan{desk_of(), chart()};
    auto fields = plan.state().fields;
    BOOST_TEST_REQUIRE(fields.goals.size() == 1U);
    BOOST_TEST(fields.goals.front().kept);
    fields.goals.front().text = "Oswestry 40 % or less";
    plan.edit(fields);
    plan.keep();
    plan.remove_goal(0);
    BOOST_TEST(plan.state().fields.goals.size() == 1U);
    BOOST_TEST(chart().plan->details().goals.front().text == "Oswestry 20 % or less");
}

BOOST_AUTO_TEST_CASE(a_change_of_state_becomes_a_line_of_the_goals_history)
{
    app::PlanPresenter plan{desk_of(), chart()};
    auto fields = plan.state().fields;
    fields.goals.front().state = GoalState::Met;
    fields.goals.front().now = "18 %";
    plan.edit(fields);
    plan.keep();
    BOOST_TEST_REQUIRE(plan.state().complaints.empty(), first_of(plan.state().complaints));
    auto const goal = chart().plan->details().goals.front();
    BOOST_TEST_REQUIRE(goal.history.size() == 1U);
    BOOST_TEST((goal.history.front().state == GoalState::Met));
    BOOST_TEST(goal.history.front().now == "18 %");
    BOOST_TEST((goal.history.front().on == today()));
    BOOST_TEST((goal.history.front().author == dana_id));
}

BOOST_AUTO_TEST_CASE(a_new_goal_is_added_once)
{
    app::PlanPresenter plan{desk_of(), chart()};
    plan.add_goal();
    auto fields = plan.state().fields;
    fields.goals.back().text = "Sits for an hour";
    fields.goals.back().target = "60 min";
    fields.goals.back().term = GoalTerm::Short;
    fields.goals.back().target_date = "+21";
    plan.edit(fields);
    plan.keep();
    BOOST_TEST_REQUIRE(plan.state().complaints.empty(), first_of(plan.state().complaints));
    auto const goals = chart().plan->details().goals;
    BOOST_TEST_REQUIRE(goals.size() == 2U);
    BOOST_TEST(goals.back().number == 2);
    BOOST_TEST((goals.back().target_date == day(2026, 12, 14)));
}

BOOST_AUTO_TEST_CASE(a_goal_without_its_day_is_refused)
{
    app::PlanPresenter plan{desk_of(), chart()};
    plan.add_goal();
    auto fields = plan.state().fields;
    fields.goals.back().text = "Sits for an hour";
    fields.visits_per_week = "twice";
    plan.edit(fields);
    plan.keep();
    BOOST_TEST_REQUIRE(plan.state().goal_complaints.size() == 2U);
    BOOST_TEST(plan.state().goal_complaints.front().empty());
    BOOST_TEST(!complaint(plan.state().goal_complaints.back(), "goals.target_date").empty());
    BOOST_TEST(!complaint(plan.state().complaints, "visits_per_week").empty());
    BOOST_TEST(chart().plan->details().goals.size() == 1U);
}

BOOST_AUTO_TEST_CASE(the_number_of_visits_follows_what_is_typed)
{
    app::PlanPresenter plan{desk_of(), chart()};
    BOOST_TEST(plan.state().visits == "12 visits: 2 a week for 6 weeks");
    auto fields = plan.state().fields;
    fields.visits_per_week = "3";
    plan.edit(fields);
    BOOST_TEST(plan.state().visits == "18 visits: 3 a week for 6 weeks");
    fields.weeks = "";
    plan.edit(fields);
    BOOST_TEST(plan.state().visits.empty());
}

BOOST_AUTO_TEST_SUITE_END()
