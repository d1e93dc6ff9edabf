// SPDX-License-Identifier: Apache-2.0
#include "domain/clinical/PlanOfCare.hpp"

#include <boost/test/unit_test.hpp>

#include <string>

namespace plumbline::testing {
namespace {

Date on(std::string_view iso)
{
    return parse_date(iso).value();
}

Goal goal(std::int64_t id, int number)
{
    Goal one;
    one.id = GoalId{id};
    one.number = number;
    one.text = "Sit through a meeting of one hour.";
    one.target_date = on("2026-03-01");
    return one;
}

/// Evaluation and first treatment on Monday 5 January 2026.
struct Plan {
    Date const first_day = on("2026-01-05");
    Date const today = on("2026-01-20");
    PlanOfCare::Details details = [] {
        PlanOfCare::Details d;
        d.established = on("2026-01-05");
        d.interventions = {Modality::Exercise, Modality::Mobilization};
        d.weeks = 13;
        d.goals = {goal(1, 1)};
        return d;
    }();

    Result<PlanOfCare> create() const
    {
        return PlanOfCare::create(PlanId{1}, PatientId{2}, EpisodeId{3}, UserId{4}, details, today);
    }
    std::string fault() const
    {
        auto const made = create();
        return made ? std::string{} : std::string{made.error().field};
    }
    CertificationClock clock(std::string_view day) const
    {
        return certification_clock(
            PlanOfCare::restore(PlanId{1}, PatientId{2}, EpisodeId{3}, UserId{4}, details, 1), first_day, on(day));
    }
};

/// Treatment on so many days in a row, and reports on the days of those numbers (first day is 1).
ProgressReportClock counted(int days, std::vector<int> const& reports = {})
{
    Date const first = on("2026-01-05");
    std::vector<Date> treated;
    std::vector<Date> reported;
    for (int i = 0; i < days; ++i)
        treated.push_back(plus_days(first, i));
    for (int const number : reports)
        reported.push_back(plus_days(first, number - 1));
    return progress_report_clock(treated, reported);
}

} // namespace

BOOST_AUTO_TEST_SUITE(plan_of_care)

BOOST_FIXTURE_TEST_CASE(a_plan_needs_treatment_and_a_long_term_goal, Plan)
{
    BOOST_TEST(fault().empty());
    BOOST_TEST(create().value().planned_visits() == 26);
    details.interventions.clear();
    BOOST_TEST(fault() == "interventions");
    details.interventions = {Modality::Exercise};
    details.goals[0].term = GoalTerm::Short;
    BOOST_TEST(fault() == "goals");
    details.goals.clear();
    BOOST_TEST(fault() == "goals");
}

BOOST_FIXTURE_TEST_CASE(frequency_and_duration_have_limits, Plan)
{
    for (int const visits : {0, 15}) {
        details.visits_per_week = visits;
        BOOST_TEST(fault() == "visits_per_week");
    }
    details.visits_per_week = 14;
    for (int const weeks : {0, 53}) {
        details.weeks = weeks;
        BOOST_TEST(fault() == "weeks");
    }
    details.weeks = 52;
    BOOST_TEST(fault().empty());
}

BOOST_FIXTURE_TEST_CASE(goals_have_words_a_day_and_numbers_of_their_own, Plan)
{
    details.goals.push_back(goal(2, 1));
    BOOST_TEST(fault() == "goals.number");
    details.goals[1].number = 2;
    BOOST_TEST(fault().empty());
    details.goals[1].text = " ";
    BOOST_TEST(fault() == "goals.text");
    details.goals[1] = goal(2, 2);
    details.goals[1].target_date = on("2026-01-04");
    BOOST_TEST(fault() == "goals.target_date");
    details.goals[1].target_date = Date{};
    BOOST_TEST(fault() == "goals.target_date");
}

BOOST_FIXTURE_TEST_CASE(a_goal_is_never_reworded_renumbered_or_removed, Plan)
{
    PlanOfCare const plan = create().value();
    auto const refused = [&](auto change) {
        PlanOfCare::Details changed = plan.details();
        changed.goals.push_back(goal(9, 9));
        change(changed.goals);
        auto const result = plan.with(changed, today);
        return !result && result.error().reason == Refusal::Reason::NotAllowed;
    };
    BOOST_TEST(refused([](auto& goals) { goals[0].text = "Sit for two hours."; }));
    BOOST_TEST(refused([](auto& goals) { goals[0].number = 7; }));
    BOOST_TEST(refused([](auto& goals) { goals.erase(goals.begin()); }));
    BOOST_TEST(!refused([](auto& goals) {
        goals[0].history.push_back({on("2026-01-20"), GoalState::Met, "60 min", "", UserId{4}});
    }));
    BOOST_TEST(!refused([](auto&) {}));
}

BOOST_FIXTURE_TEST_CASE(the_history_of_a_goal_is_only_added_to, Plan)
{
    details.goals[0].history = {{on("2026-01-12"), GoalState::OnCourse, "30 min", "", UserId{4}}};
    PlanOfCare const plan = create().value();
    PlanOfCare::Details changed = plan.details();
    changed.goals[0].history[0].now = "50 min";
    BOOST_TEST(!plan.with(changed, today));
    changed.goals[0].history.clear();
    BOOST_TEST(!plan.with(changed, today));
    changed = plan.details();
    changed.goals[0].history.push_back({on("2026-01-20"), GoalState::Met, "60 min", "", UserId{4}});
    BOOST_REQUIRE(plan.with(changed, today));
    BOOST_TEST((plan.with(changed, today)->details().goals[0].state() == GoalState::Met));
    BOOST_TEST((goal(1, 1).state() == GoalState::OnCourse));
    changed.goals[0].history.push_back({on("2026-01-21"), GoalState::Met, "", "", UserId{4}});
    BOOST_TEST(!plan.with(changed, today));
}

BOOST_FIXTURE_TEST_CASE(a_signature_has_a_name_and_no_future, Plan)
{
    details.certification.signed_on = on("2026-01-19");
    BOOST_TEST(fault() == "certification.signed_by");
    details.certification.signed_by = "R. Osei, MD";
    BOOST_TEST(fault().empty());
    details.certification.sent = on("2026-01-21");
    BOOST_TEST(fault() == "certification.sent");
}

BOOST_FIXTURE_TEST_CASE(the_first_signature_is_due_30_days_after_the_first_treatment_day, Plan)
{
    BOOST_TEST((clock("2026-01-20").due == on("2026-02-04")));
    BOOST_TEST(!clock("2026-01-20").certified);
    BOOST_TEST(clock("2026-01-20").days_left == 15);
    BOOST_TEST(clock("2026-02-05").days_left == -1);
}

BOOST_FIXTURE_TEST_CASE(a_certificate_covers_90_days_at_most_counting_the_first, Plan)
{
    details.certification.signed_on = on("2026-01-15");
    CertificationClock const found = clock("2026-03-16");
    BOOST_TEST(found.certified);
    BOOST_TEST((found.interval_ends == on("2026-04-04")));
    BOOST_TEST(found.days_left == 19);
    details.weeks = 6;
    BOOST_TEST((clock("2026-03-16").interval_ends == on("2026-02-15")));
}

BOOST_FIXTURE_TEST_CASE(a_verbal_order_holds_for_14_days, Plan)
{
    details.certification.verbal_order = on("2026-01-20");
    BOOST_TEST((clock("2026-01-20").verbal_signature_due == on("2026-02-03")));
    BOOST_TEST(clock("2026-02-03").certified);
    BOOST_TEST(!clock("2026-02-04").certified);
    details.certification.signed_on = on("2026-02-01");
    BOOST_TEST(clock("2026-02-04").certified);
    BOOST_TEST(!clock("2026-02-04").verbal_signature_due.has_value());
}

BOOST_FIXTURE_TEST_CASE(an_order_on_file_replaces_the_first_signature_when_the_plan_was_sent_in_time, Plan)
{
    details.certification.order_on_file = true;
    BOOST_TEST(!clock("2026-02-10").certified);
    details.certification.sent = on("2026-02-04");
    BOOST_TEST(clock("2026-02-10").certified);
    details.certification.sent = on("2026-02-05");
    BOOST_TEST(!clock("2026-02-10").certified);
    details.certification.sent = on("2024-12-20");
    BOOST_TEST(!certification_clock(PlanOfCare::restore(PlanId{1}, PatientId{2}, EpisodeId{3}, UserId{4}, details, 1),
        on("2024-12-15"), on("2025-01-10"))
                    .certified);
}

BOOST_FIXTURE_TEST_CASE(a_recertification_counts_from_its_own_day_and_needs_its_own_signature, Plan)
{
    details.established = on("2026-04-01");
    details.certification.order_on_file = true;
    details.certification.sent = on("2026-01-10");
    CertificationClock const open = clock("2026-04-02");
    BOOST_TEST(!open.certified);
    BOOST_TEST((open.due == on("2026-04-04")));
    details.certification.signed_on = on("2026-04-02");
    BOOST_TEST((clock("2026-04-02").interval_ends == on("2026-06-29")));
}

BOOST_AUTO_TEST_CASE(a_progress_report_is_due_on_the_tenth_treatment_day)
{
    BOOST_TEST(counted(1).treatment_days == 1);
    BOOST_TEST(counted(1).due_in == 9);
    BOOST_TEST(counted(10).due_in == 0);
    BOOST_TEST(counted(11).due_in == -1);
    BOOST_TEST(counted(0).due_in == 10);
}

BOOST_AUTO_TEST_CASE(a_report_starts_a_new_period_on_the_next_treatment_day)
{
    BOOST_TEST(counted(8, {8}).treatment_days == 0);
    BOOST_TEST(counted(8, {8}).due_in == 10);
    BOOST_TEST(counted(18, {8}).due_in == 0);
    BOOST_TEST(counted(19, {8}).due_in == -1);
    BOOST_TEST(counted(20, {18, 8}).due_in == 8);
}

BOOST_AUTO_TEST_CASE(two_visits_on_one_day_are_one_treatment_day)
{
    std::vector<Date> const days{on("2026-01-07"), on("2026-01-05"), on("2026-01-07")};
    BOOST_TEST(progress_report_clock(days, {}).treatment_days == 2);
}

BOOST_AUTO_TEST_CASE(states_and_terms_of_goals_are_found_by_their_codes)
{
    for (GoalState const state : {GoalState::OnCourse, GoalState::Met, GoalState::NotMet, GoalState::Dropped}) {
        BOOST_TEST((goal_state_from_code(code(state)).value() == state));
        BOOST_TEST(!label(state).empty());
    }
    BOOST_TEST((goal_term_from_code("long").value() == GoalTerm::Long));
    BOOST_TEST(!goal_term_from_code("eternal"));
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace plumbline::testing
