// SPDX-License-Identifier: Apache-2.0
#include "domain/clinical/PlanOfCare.hpp"

#include <boost/test/unit_test.hpp>

#include <string>
#include <vector>

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
    one.baseline = "25 min";
    one.target = "60 min";
    one.target_date = on("2026-03-01");
    return one;
}

/// Evaluation and first treatment on Monday 5 January 2026.
struct Plan {
    std::vector<Date> treated{on("2026-01-05")};
    Date const today = on("2026-01-20");
    PlanOfCare::Details details = [] {
        PlanOfCare::Details d;
        d.established = on("2026-01-05");
        d.interventions = {Modality::Exercise, Modality::Mobilization};
        d.weeks = 13;
        d.goals = {goal(1, 1)};
        return d;
    }();

    static PlanOfCare stored(PlanOfCare::Details const& of, int id = 1)
    {
        return PlanOfCare::restore(PlanId{id}, PatientId{2}, EpisodeId{3}, UserId{4}, of, 1);
    }
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
        std::vector const plans{stored(details)};
        return certification_clock(plans, treated, on(day)).value();
    }
    /// The clock of a plan that was established later, on the last of these days of treatment.
    CertificationClock renewed(PlanOfCare::Details const& later, std::string_view day) const
    {
        std::vector const plans{stored(details), stored(later, 2)};
        return certification_clock(plans, treated, on(day)).value();
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
    details.goals[0].history = {{on("2026-01-12"), GoalState::InProgress, "30 min", "", UserId{4}}};
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
    BOOST_TEST((goal(1, 1).state() == GoalState::InProgress));
    changed.goals[0].history.push_back({on("2026-01-21"), GoalState::Met, "", "", UserId{4}});
    BOOST_TEST(!plan.with(changed, today));
}

BOOST_FIXTURE_TEST_CASE(a_goal_says_where_it_starts_and_ends, Plan)
{
    details.goals[0].baseline = " ";
    BOOST_TEST(fault() == "goals.baseline");
    details.goals[0].baseline = "25 min";
    details.goals[0].target = "";
    BOOST_TEST(fault() == "goals.target");
    details.goals[0].measure = Measure::Odi;
    details.goals[0].baseline = "44";
    details.goals[0].target = "20%";
    BOOST_TEST(fault().empty());
    BOOST_TEST(create()->details().goals[0].baseline == "44 %");
    BOOST_TEST(create()->details().goals[0].target == "20 %");
    for (char const* const no_score : {"a lot", "20 min", "101 %", "-1"}) {
        details.goals[0].target = no_score;
        BOOST_TEST(fault() == "goals.target", no_score);
    }
    details.goals[0].target = "44 %";
    BOOST_TEST(fault() == "goals.target", "no better than the start");
}

BOOST_FIXTURE_TEST_CASE(a_goal_that_is_given_up_says_why, Plan)
{
    for (GoalState const state : {GoalState::NotMet, GoalState::Dropped}) {
        details.goals[0].history = {{on("2026-01-19"), state, "30 min", "", UserId{4}}};
        BOOST_TEST(fault() == "goals.comment");
        details.goals[0].history[0].comment = "Changed jobs; sits little now.";
        BOOST_TEST(fault().empty());
    }
}

/// A signed plan of the fixture.
PlanOfCare sealed(Plan const& given)
{
    return given.create()->sealed({"ab", UserId{4}, "Dana Reyes, PT", {}, "1"}).value();
}

BOOST_FIXTURE_TEST_CASE(a_signed_plan_takes_only_certification_and_progress, Plan)
{
    PlanOfCare const plan = sealed(*this);
    BOOST_TEST(!plan.sealed({}).has_value());
    auto changed = plan.details();
    changed.certification.sent = on("2026-01-06");
    changed.goals[0].history = {{on("2026-01-19"), GoalState::InProgress, "40 min", "slowly", UserId{4}}};
    auto const later = plan.with(changed, today);
    BOOST_TEST_REQUIRE(later.has_value());
    BOOST_TEST((later->seal() == plan.seal()));
    auto const refused = [&](auto change) {
        auto other = plan.details();
        change(other);
        auto const result = plan.with(other, today);
        return !result && result.error().reason == Refusal::Reason::NotAllowed;
    };
    BOOST_TEST(refused([](auto& d) { d.weeks = 12; }));
    BOOST_TEST(refused([](auto& d) { d.sessions_per_day = 2; }));
    BOOST_TEST(refused([](auto& d) { d.notes = "and massage"; }));
    BOOST_TEST(refused([](auto& d) { d.interventions.push_back(Modality::Massage); }));
    BOOST_TEST(refused([](auto& d) { d.goals[0].target = "90 min"; }));
    BOOST_TEST(refused([](auto& d) { d.goals.push_back(goal(9, 9)); }));
}

BOOST_FIXTURE_TEST_CASE(a_recertification_follows_a_signed_plan_and_carries_its_goals_on, Plan)
{
    auto next = details;
    next.established = on("2026-01-20");
    BOOST_TEST(!create()->recertified(PlanId{2}, UserId{4}, next, today), "not signed yet");
    PlanOfCare const plan = sealed(*this);
    auto const renewed = plan.recertified(PlanId{2}, UserId{4}, next, today);
    BOOST_TEST_REQUIRE(renewed.has_value());
    BOOST_TEST((renewed->id() == PlanId{2}));
    BOOST_TEST(!renewed->seal().has_value());
    BOOST_TEST(renewed->version() == 0);
    next.goals[0].text = "Sit for two hours.";
    BOOST_TEST((plan.recertified(PlanId{2}, UserId{4}, next, today).error().field == "goals"));
    next = details;
    BOOST_TEST((plan.recertified(PlanId{2}, UserId{4}, next, today).error().field == "established"));
}

BOOST_FIXTURE_TEST_CASE(a_signature_has_a_name_and_no_future, Plan)
{
    details.certification.signed_on = on("2026-01-19");
    BOOST_TEST(fault() == "certification.signed_by");
    details.certification.signed_by = "R. Osei, MD";
    BOOST_TEST(fault().empty());
    details.certification.sent = on("2026-01-21");
    BOOST_TEST(fault() == "certification.sent");
    details.certification.sent.reset();
    details.certification.signed_on = on("2026-01-04");
    BOOST_TEST(fault() == "certification.signed_on", "older than the plan");
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
    treated = {on("2024-12-15")};
    BOOST_TEST(!clock("2025-01-10").certified);
}

BOOST_FIXTURE_TEST_CASE(a_recertification_counts_from_its_first_treatment_and_needs_its_own_signature, Plan)
{
    details.certification.signed_on = on("2026-01-12");
    auto later = details;
    later.established = on("2026-04-01");
    later.certification = {};
    later.certification.order_on_file = true;
    later.certification.sent = on("2026-04-01");
    CertificationClock const open = renewed(later, "2026-04-02");
    BOOST_TEST(open.again);
    BOOST_TEST(!open.certified, "no order replaces the signature of a recertification");
    BOOST_TEST((open.due == on("2026-04-04")), "when the interval before ends, D + 89");
    later.certification.signed_on = on("2026-04-02");
    BOOST_TEST(renewed(later, "2026-04-02").certified);
    BOOST_TEST((renewed(later, "2026-04-02").interval_ends == on("2026-06-29")), "not treated yet: from its own day");
    treated.push_back(on("2026-04-03"));
    BOOST_TEST((renewed(later, "2026-04-03").begins == on("2026-04-03")));
    BOOST_TEST((renewed(later, "2026-04-03").interval_ends == on("2026-07-01")));
}

BOOST_FIXTURE_TEST_CASE(a_recertification_is_due_when_a_shorter_plan_before_it_ends, Plan)
{
    details.weeks = 6;
    auto later = details;
    later.established = on("2026-02-17"); // D + 43
    BOOST_TEST((renewed(later, "2026-02-17").due == on("2026-02-15")), "D + 41, not D + 89");
    BOOST_TEST(renewed(later, "2026-02-17").days_left == -2);
}

BOOST_FIXTURE_TEST_CASE(an_old_signature_certifies_no_new_interval, Plan)
{
    details.certification.signed_on = on("2026-01-12");
    auto later = details;
    later.established = on("2026-04-01"); // Carries the signature of January along.
    BOOST_TEST(!renewed(later, "2026-04-02").certified);
    later.certification.signed_on.reset();
    later.certification.verbal_order = on("2026-03-30");
    BOOST_TEST(!renewed(later, "2026-04-02").certified);
    later.certification.verbal_order = on("2026-04-01");
    BOOST_TEST(renewed(later, "2026-04-02").certified);
}

BOOST_FIXTURE_TEST_CASE(a_plan_changed_before_it_was_ever_certified_is_still_the_first, Plan)
{
    auto later = details;
    later.established = on("2026-01-19");
    BOOST_TEST(!renewed(later, "2026-01-20").again);
    BOOST_TEST((renewed(later, "2026-01-20").due == on("2026-02-04")));
    BOOST_TEST((renewed(later, "2026-01-20").begins == on("2026-01-05")));
    details.certification.signed_on = on("2026-01-12");
    BOOST_TEST(renewed(later, "2026-01-20").again);
}

BOOST_FIXTURE_TEST_CASE(every_interval_of_an_episode_keeps_its_own_clock, Plan)
{
    details.certification.signed_on = on("2026-01-12");
    auto later = details;
    later.established = on("2026-04-01");
    later.certification = {};
    std::vector const plans{stored(details), stored(later, 2)};
    auto const clocks = certification_clocks(plans, treated, on("2026-04-02"));
    BOOST_TEST_REQUIRE(clocks.size() == 2U);
    BOOST_TEST(clocks[0].certified);
    BOOST_TEST((clocks[0].interval_ends == on("2026-04-04")));
    BOOST_TEST(!clocks[1].certified);
    BOOST_TEST(!certification_clock({}, treated, on("2026-04-02")).has_value());
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
    for (GoalState const state : {GoalState::InProgress, GoalState::Met, GoalState::NotMet, GoalState::Dropped}) {
        BOOST_TEST((goal_state_from_code(code(state)).value() == state));
        BOOST_TEST(!label(state).empty());
    }
    BOOST_TEST((goal_term_from_code("long").value() == GoalTerm::Long));
    BOOST_TEST(!goal_term_from_code("eternal"));
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace plumbline::testing
