// SPDX-License-Identifier: Apache-2.0
#include "domain/clinical/ReviewRule.hpp"

#include <boost/test/unit_test.hpp>

using namespace plumbline;

namespace {

/// Day 0 is 19 October 2026; twice a week was planned.
struct AnEpisode {
    static constexpr Date day_zero{std::chrono::year{2026}, std::chrono::October, std::chrono::day{19}};
    ReviewFacts facts{.first_treatment_day = day_zero,
        .today = day_zero,
        .attended_visits = 8,
        .planned_visits = 12,
        .visits_with_exercise = 6,
        .global_change = {}};
    std::vector<DatedScore> scores;

    void on_day(int day) { facts.today = plus_days(day_zero, day); }
    void scored(Measure measure, double first, double now, int now_on_day = 40)
    {
        scores.push_back({day_zero, measure, first});
        scores.push_back({plus_days(day_zero, now_on_day), measure, now});
    }
    ReviewOutcome outcome() const { return review(facts, scores).outcome; }
};

} // namespace

// The vectors of fact book 4.4, then its borders.
BOOST_FIXTURE_TEST_SUITE(review_after_six_to_eight_weeks, AnEpisode)

BOOST_AUTO_TEST_CASE(small_changes_in_pain_and_function_are_no_improvement)
{
    on_day(45);
    scored(Measure::Odi, 44, 36);
    scored(Measure::Nprs, 6, 5);

    BOOST_TEST((outcome() == ReviewOutcome::NoImprovement));
}

BOOST_AUTO_TEST_CASE(ten_points_of_oswestry_are_an_improvement)
{
    on_day(45);
    scored(Measure::Odi, 44, 34);

    BOOST_TEST((outcome() == ReviewOutcome::Improved));
}

BOOST_AUTO_TEST_CASE(thirty_percent_are_an_improvement_even_below_ten_points)
{
    on_day(45);
    scored(Measure::Odi, 30, 21);

    BOOST_TEST((outcome() == ReviewOutcome::Improved));
}

BOOST_AUTO_TEST_CASE(less_pain_without_better_function_is_partial)
{
    on_day(45);
    scored(Measure::Nprs, 6, 4);
    scored(Measure::Odi, 44, 44);

    BOOST_TEST((outcome() == ReviewOutcome::Partial));
}

BOOST_AUTO_TEST_CASE(pain_that_began_low_does_not_count)
{
    on_day(45);
    scored(Measure::Nprs, 2, 2);
    scored(Measure::Odi, 40, 40);

    auto const found = review(facts, scores);
    BOOST_TEST((found.outcome == ReviewOutcome::NoImprovement));
    BOOST_TEST(!found.measures[0].eligible);
    BOOST_TEST(found.measures[1].eligible);
}

BOOST_AUTO_TEST_CASE(four_visits_are_no_trial)
{
    on_day(45);
    facts.attended_visits = 4;
    scored(Measure::Odi, 44, 44);

    BOOST_TEST((outcome() == ReviewOutcome::TrialInsufficient));
}

BOOST_AUTO_TEST_CASE(neither_is_one_without_exercise_or_with_too_many_visits_missed)
{
    on_day(45);
    scored(Measure::Odi, 44, 44);
    facts.visits_with_exercise = 0;
    BOOST_TEST((outcome() == ReviewOutcome::TrialInsufficient));

    facts.visits_with_exercise = 1;
    facts.attended_visits = 7; // 58 % of 12.
    BOOST_TEST((outcome() == ReviewOutcome::TrialInsufficient));
    facts.planned_visits = 0;
    BOOST_TEST((outcome() == ReviewOutcome::NoImprovement));
}

BOOST_AUTO_TEST_CASE(it_opens_on_day_42_and_is_overdue_after_day_56)
{
    scored(Measure::Odi, 44, 44, 41);
    on_day(41);
    BOOST_TEST((outcome() == ReviewOutcome::NotOpen));
    on_day(42);
    BOOST_TEST((outcome() == ReviewOutcome::NoImprovement));
    on_day(56);
    BOOST_TEST(!review(facts, scores).overdue);
    on_day(57);
    BOOST_TEST(review(facts, scores).overdue);
}

BOOST_AUTO_TEST_CASE(without_a_score_it_is_overdue_and_a_score_is_needed)
{
    on_day(57);

    auto const found = review(facts, scores);
    BOOST_TEST((found.outcome == ReviewOutcome::ScoreNeeded));
    BOOST_TEST(found.overdue);
}

BOOST_AUTO_TEST_CASE(a_score_before_day_35_is_too_old)
{
    on_day(45);
    scored(Measure::Odi, 44, 44, 34);
    BOOST_TEST((outcome() == ReviewOutcome::ScoreNeeded));

    scores.push_back({plus_days(day_zero, 35), Measure::Odi, 44});
    BOOST_TEST((outcome() == ReviewOutcome::NoImprovement));
}

BOOST_AUTO_TEST_CASE(worse_is_told_at_any_day)
{
    on_day(10);
    scored(Measure::Odi, 40, 50, 9);

    BOOST_TEST((outcome() == ReviewOutcome::Worse));
}

BOOST_AUTO_TEST_CASE(a_scale_that_runs_upwards_is_worse_when_it_falls)
{
    on_day(10);
    scored(Measure::Psfs, 5, 3, 9);
    BOOST_TEST((outcome() == ReviewOutcome::Worse));
}

BOOST_AUTO_TEST_CASE(the_baseline_is_of_the_first_week)
{
    on_day(45);
    scores.push_back({plus_days(day_zero, -8), Measure::Odi, 80});
    scores.push_back({plus_days(day_zero, 7), Measure::Odi, 44});
    scores.push_back({plus_days(day_zero, 40), Measure::Odi, 44});

    auto const found = review(facts, scores);
    BOOST_TEST_REQUIRE(found.measures.size() == 1U);
    BOOST_TEST(found.measures.front().baseline == 44);
}

BOOST_AUTO_TEST_CASE(a_score_of_tomorrow_is_not_known_today)
{
    on_day(45);
    scored(Measure::Odi, 44, 44);
    scores.push_back({plus_days(day_zero, 46), Measure::Odi, 20});

    BOOST_TEST((outcome() == ReviewOutcome::NoImprovement));
}

BOOST_AUTO_TEST_CASE(a_patient_who_feels_much_better_is_the_therapists_decision)
{
    on_day(45);
    scored(Measure::Odi, 44, 44);
    facts.global_change = 3;
    BOOST_TEST((outcome() == ReviewOutcome::Partial));
    facts.global_change = 2;
    BOOST_TEST((outcome() == ReviewOutcome::NoImprovement));
}

BOOST_AUTO_TEST_CASE(an_open_red_flag_wins)
{
    on_day(45);
    scored(Measure::Odi, 40, 60);
    facts.red_flag_open = true;

    BOOST_TEST((outcome() == ReviewOutcome::RedFlagFirst));
}

BOOST_AUTO_TEST_CASE(chronic_pain_without_leg_signs_suggests_rehabilitation_not_surgery)
{
    on_day(45);
    scored(Measure::Odi, 44, 44);
    BOOST_TEST(!review(facts, scores).suggests_rehabilitation);
    facts.chronic_without_leg_signs = true;
    BOOST_TEST(review(facts, scores).suggests_rehabilitation);
}

BOOST_AUTO_TEST_CASE(nothing_to_improve_is_no_failure)
{
    on_day(45);
    scored(Measure::Nprs, 2, 2);
    scored(Measure::Odi, 10, 10);

    BOOST_TEST((outcome() == ReviewOutcome::NothingToImprove));
}

BOOST_AUTO_TEST_SUITE_END()
