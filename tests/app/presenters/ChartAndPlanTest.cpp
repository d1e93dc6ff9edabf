// SPDX-License-Identifier: Apache-2.0
#include "app/presenters/ChartPresenter.hpp"
#include "app/presenters/DischargePresenter.hpp"
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
    fields.goals.back().baseline = "25 min";
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

BOOST_AUTO_TEST_CASE(plan_and_header_count_the_same_clock)
{
    // A blank note older than the evaluation: opened by mistake, so that it is no treatment.
    Visit::Details blank;
    blank.start = time(day(2026, 10, 12), 9);
    blank.provider = dana_id;
    must(records().visits().keep(must(Visit::create(VisitId{1}, maja_id, sciatica_id, blank, clock.local_now()))));
    app::PlanPresenter const plan{desk_of(), chart()};
    BOOST_TEST_REQUIRE(plan.state().intervals.size() == 1U);
    BOOST_TEST(plan.state().intervals.front().days
        == "19 Oct 2026 – " + to_words(chart().header.certification->interval_ends));
    BOOST_TEST(plan.state().intervals.front().paper == "sent 20 Oct 2026 · certified 26 Oct 2026 by H. Brandt, MD");
}

BOOST_AUTO_TEST_CASE(a_goal_measured_by_a_score_wants_figures_of_it)
{
    app::PlanPresenter plan{desk_of(), chart()};
    plan.add_goal();
    auto fields = plan.state().fields;
    fields.goals.back().text = "Pain at rest 2 or less";
    fields.goals.back().measure = Measure::Nprs;
    fields.goals.back().baseline = "6";
    fields.goals.back().target = "none";
    fields.goals.back().target_date = "+21";
    plan.edit(fields);
    plan.keep();
    BOOST_TEST(!complaint(plan.state().goal_complaints.back(), "goals.target").empty());
    fields.goals.back().target = "2";
    plan.edit(fields);
    plan.keep();
    BOOST_TEST_REQUIRE(plan.state().complaints.empty(), first_of(plan.state().complaints));
    BOOST_TEST((chart().plan->details().goals.back().measure == Measure::Nprs));
    BOOST_TEST(chart().plan->details().goals.back().target == "2 of 10");
}

BOOST_AUTO_TEST_CASE(a_comment_becomes_a_line_of_the_history_that_the_form_shows)
{
    app::PlanPresenter plan{desk_of(), chart()};
    auto fields = plan.state().fields;
    fields.goals.front().comment = "Sits longer at work.";
    plan.edit(fields);
    plan.keep();
    BOOST_TEST_REQUIRE(plan.state().complaints.empty(), first_of(plan.state().complaints));
    BOOST_TEST(plan.state().fields.goals.front().comment.empty());
    BOOST_TEST_REQUIRE(plan.state().goal_history.front().size() == 1U);
    BOOST_TEST(plan.state().goal_history.front().front()
        == "23 Nov 2026 · In progress · Sits longer at work. · Dana Reyes, PT, DPT");

    fields = plan.state().fields;
    fields.goals.front().state = GoalState::Dropped;
    plan.edit(fields);
    plan.keep();
    BOOST_TEST(!complaint(plan.state().goal_complaints.front(), "goals.comment").empty());
    BOOST_TEST(chart().plan->details().goals.front().history.size() == 1U);
}

BOOST_AUTO_TEST_CASE(how_often_a_day_is_part_of_the_plan)
{
    app::PlanPresenter plan{desk_of(), chart()};
    auto fields = plan.state().fields;
    BOOST_TEST(fields.sessions_per_day == "1");
    fields.sessions_per_day = "9";
    plan.edit(fields);
    plan.keep();
    BOOST_TEST(!complaint(plan.state().complaints, "sessions_per_day").empty());
    fields.sessions_per_day = "2";
    plan.edit(fields);
    plan.keep();
    BOOST_TEST(chart().plan->details().sessions_per_day == 2);
}

BOOST_AUTO_TEST_CASE(a_signed_plan_says_so_and_takes_only_certification_and_progress)
{
    app::PlanPresenter plan{desk_of(), chart()};
    BOOST_TEST(!plan.state().sealed);
    BOOST_TEST(!plan.state().may_recertify);
    plan.sign();
    BOOST_TEST_REQUIRE(plan.state().complaints.empty(), first_of(plan.state().complaints));
    BOOST_TEST(plan.state().sealed);
    BOOST_TEST(plan.state().may_recertify);
    BOOST_TEST(plan.state().seal.starts_with("Signed by Dana Reyes, PT, DPT"), plan.state().seal);
    auto fields = plan.state().fields;
    fields.weeks = "12";
    plan.edit(fields);
    plan.keep();
    BOOST_TEST(!complaint(plan.state().complaints, "").empty());
    BOOST_TEST(plan.state().fields.weeks == "12", "nothing typed is lost");
    fields.weeks = "6";
    fields.goals.front().comment = "Comes along.";
    plan.edit(fields);
    plan.keep();
    BOOST_TEST(plan.state().complaints.empty());
    BOOST_TEST(chart().plan->details().goals.front().history.size() == 1U);
    BOOST_TEST(chart().plan->seal().has_value());
}

BOOST_AUTO_TEST_CASE(a_recertification_begins_as_the_plan_stands_and_is_a_plan_of_its_own)
{
    app::PlanPresenter first{desk_of(), chart()};
    first.sign();
    app::PlanPresenter plan{desk_of(), chart(), app::PlanPurpose::Recertify};
    BOOST_TEST(plan.state().recertifying);
    BOOST_TEST(plan.state().fields.signed_on.empty());
    BOOST_TEST(plan.state().fields.established == to_iso(today()));
    BOOST_TEST_REQUIRE(plan.state().fields.goals.size() == 1U);
    auto fields = plan.state().fields;
    fields.weeks = "4";
    fields.goals.front().comment = "Half way.";
    plan.edit(fields);
    plan.sign();
    BOOST_TEST_REQUIRE(plan.state().complaints.empty(), first_of(plan.state().complaints));
    BOOST_TEST(!plan.state().recertifying);
    BOOST_TEST(plan.state().sealed);
    BOOST_TEST_REQUIRE(plan.state().intervals.size() == 2U);
    BOOST_TEST(plan.state().intervals[1].certified);
    BOOST_TEST(!plan.state().intervals[0].certified);
    BOOST_TEST(plan.state().intervals[0].paper == "signature due by 29 Nov 2026");
    BOOST_TEST_REQUIRE(chart().plans.size() == 2U);
    BOOST_TEST(chart().plans[0].details().weeks == 6);
    BOOST_TEST(chart().plans[1].details().weeks == 4);
}

BOOST_AUTO_TEST_CASE(what_was_typed_of_a_recertification_survives_a_crash)
{
    app::PlanPresenter{desk_of(), chart()}.sign();
    {
        app::PlanPresenter plan{desk_of(), chart(), app::PlanPurpose::Recertify};
        auto fields = plan.state().fields;
        fields.notes = "less massage, more load";
        plan.edit(fields);
    }
    app::PlanPresenter const current{desk_of(), chart()};
    BOOST_TEST(current.state().fields.notes != "less massage, more load");
    app::PlanPresenter const again{desk_of(), chart(), app::PlanPurpose::Recertify};
    BOOST_TEST(again.state().fields.notes == "less massage, more load");
    BOOST_TEST(!again.state().restored.empty());
}

BOOST_AUTO_TEST_CASE(whoever_recertified_first_is_not_overwritten)
{
    app::PlanPresenter{desk_of(), chart()}.sign();
    auto const before = chart();
    app::PlanPresenter mine{desk_of(), before, app::PlanPurpose::Recertify};
    app::PlanPresenter theirs{desk_of(), before, app::PlanPurpose::Recertify};
    theirs.keep();
    mine.keep();
    BOOST_TEST((mine.state().clash == app::TypingState::Clash::Met));
    BOOST_TEST(chart().plans.size() == 2U);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_FIXTURE_TEST_SUITE(ending_an_episode, AtTheDesk)

BOOST_AUTO_TEST_CASE(a_discharge_is_shown_in_the_chart_and_can_be_taken_back)
{
    must(by(Role::Therapist, app::sign_evaluation, first_evaluation_id, 1));
    app::DischargePresenter ending{desk_of(), chart()};
    app::DischargePresenter const hidden{desk_of(), chart(), app::Names::Hidden};
    BOOST_TEST(ending.state().title.starts_with("Lindqvist, Maja · "));
    BOOST_TEST(hidden.state().title.starts_with("••••• · "));
    BOOST_TEST(ending.state().on == "2026-10-19");
    BOOST_TEST(ending.state().facts == "one treatment day, on 19 Oct 2026 · 0 of 1 goals met");
    bool told = false;
    auto const heard = ending.discharged.connect([&] { told = true; });
    BOOST_TEST(!ending.state().reason.has_value(), "no goal was met, so none is claimed to be");
    ending.discharge("2026-11-20", std::nullopt, "");
    BOOST_TEST(complaint(ending.state().complaints, "why") == "Choose why care ends.");
    ending.discharge("yesterday, or so", 0, "");
    BOOST_TEST(!complaint(ending.state().complaints, "ended").empty());
    ending.discharge("2026-11-20", ending.state().reasons.size() - 1, "");
    BOOST_TEST(!complaint(ending.state().complaints, "end_reason").empty());
    BOOST_TEST(!told);
    ending.discharge("2026-11-20", 0, "walks an hour");
    BOOST_TEST_REQUIRE(ending.state().complaints.empty(), first_of(ending.state().complaints));
    BOOST_TEST(told);

    app::ChartPresenter seen{desk_of(), maja_id};
    BOOST_TEST(seen.state().discharged == "Discharged on 20 Nov 2026: Goals met: walks an hour.");
    BOOST_TEST(seen.state().header.facts.ends_with("discharged 20 Nov"), seen.state().header.facts);
    BOOST_TEST(seen.state().header.figures.size() == 1U, "its clocks have stopped");
    seen.reopen_episode([] {});
    BOOST_TEST(seen.state().discharged.empty());
    BOOST_TEST(seen.state().header.figures.size() > 1U);
}

BOOST_AUTO_TEST_CASE(met_goals_are_proposed_as_the_reason_where_all_were_met)
{
    app::PlanPresenter plan{desk_of(), chart()};
    auto fields = plan.state().fields;
    for (auto& goal : fields.goals)
        goal.state = GoalState::Met;
    plan.edit(fields);
    plan.keep();
    BOOST_TEST_REQUIRE(plan.state().complaints.empty(), first_of(plan.state().complaints));
    app::DischargePresenter const ending{desk_of(), chart()};
    BOOST_TEST_REQUIRE(ending.state().reason.has_value());
    BOOST_TEST(ending.state().reasons[*ending.state().reason] == "Goals met");
}

BOOST_AUTO_TEST_CASE(an_unsigned_note_is_named_and_nothing_is_ended)
{
    app::DischargePresenter ending{desk_of(), chart()};
    ending.discharge("2026-11-20", 0, "");
    BOOST_TEST(complaint(ending.state().complaints, "") == "Sign first the evaluation of 19 Oct 2026.");
    BOOST_TEST(!ending.state().busy);
    BOOST_TEST((chart().episode->details().status == EpisodeStatus::Open));
}

BOOST_AUTO_TEST_SUITE_END()
