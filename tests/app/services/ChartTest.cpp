// SPDX-License-Identifier: Apache-2.0
#include "app/services/Chart.hpp"

#include "tests/app/services/AtTheClinic.hpp"

#include <boost/test/unit_test.hpp>

using namespace plumbline;
using namespace plumbline::testing;
using Reason = Refusal::Reason;

namespace {

std::vector<std::optional<int>> answers(int of_each)
{
    return std::vector<std::optional<int>>(10, of_each);
}

} // namespace

BOOST_FIXTURE_TEST_SUITE(chart, AtTheClinic)

BOOST_AUTO_TEST_CASE(the_header_says_who_how_old_what_limits_and_where_care_stands)
{
    signed_visit(VisitId{1}, day(2026, 11, 16));
    signed_visit(VisitId{2}, day(2026, 11, 19));

    auto const header = must(seen_by(Role::Therapist, app::open_chart, maja_id, std::optional<EpisodeId>{})).header;

    BOOST_TEST(header.age == 47);
    BOOST_TEST(header.record_number == "001482");
    BOOST_TEST_REQUIRE(header.precautions.size() == 1U);
    BOOST_TEST(header.precautions.front().note == "cardiac pacemaker / ICD");
    BOOST_TEST(header.episode_title == "left-sided sciatica");
    BOOST_TEST(header.visits_done == 3); // The evaluation and two visits.
    BOOST_TEST(header.visits_authorized.value_or(0) == 12);
    BOOST_TEST(header.progress.due_in == 7);
    BOOST_TEST_REQUIRE(header.certification.has_value());
    BOOST_TEST((header.certification->due == day(2026, 11, 18)));
}

BOOST_AUTO_TEST_CASE(a_note_opened_by_mistake_counts_as_no_treatment)
{
    Visit::Details empty;
    empty.start = time(day(2026, 11, 12), 9);
    empty.provider = dana_id;
    must(records().visits().keep(must(Visit::create(VisitId{1}, maja_id, sciatica_id, empty, clock.local_now()))));

    auto const header = must(seen_by(Role::Therapist, app::open_chart, maja_id, std::optional<EpisodeId>{})).header;

    BOOST_TEST(header.visits_done == 1);
}

BOOST_AUTO_TEST_CASE(the_newest_open_episode_is_chosen_and_any_other_can_be_asked_for)
{
    auto newer = sciatica();
    newer.title = "neck pain";
    newer.started = day(2026, 11, 2);
    newer.onset.reset();
    newer.diagnoses = {"M54.2"};
    must(by(Role::Therapist, app::start_episode, EpisodeId{9001}, maja_id, newer));

    auto const chosen = must(seen_by(Role::Therapist, app::open_chart, maja_id, std::optional<EpisodeId>{}));
    auto const asked = must(seen_by(Role::Therapist, app::open_chart, maja_id, std::optional{sciatica_id}));

    BOOST_TEST(chosen.header.episode_title == "neck pain");
    BOOST_TEST(asked.header.episode_title == "left-sided sciatica");
    BOOST_TEST(asked.evaluations.size() == 1U);
    BOOST_TEST(asked.plan.has_value());
}

BOOST_AUTO_TEST_CASE(someone_elses_episode_is_not_in_this_chart)
{
    BOOST_TEST(refused(
        seen_by(Role::Therapist, app::open_chart, tom_id, std::optional{sciatica_id}), Reason::NotFound, "episode"));
}

BOOST_AUTO_TEST_CASE(a_patient_without_an_episode_has_a_chart_too)
{
    auto const opened = must(seen_by(Role::Therapist, app::open_chart, tom_id, std::optional<EpisodeId>{}));

    BOOST_TEST(!opened.episode.has_value());
    BOOST_TEST(opened.header.visits_done == 0);
}

BOOST_AUTO_TEST_CASE(reading_a_chart_is_noted)
{
    must(by(Role::ReadOnly, app::note_chart_read, maja_id));

    BOOST_TEST((last_entry().event == AuditEvent::Read));
    BOOST_TEST((last_entry().patient == maja_id));
}

BOOST_AUTO_TEST_CASE(an_episode_cannot_start_for_nobody_or_be_sent_by_nobody)
{
    BOOST_TEST(refused(by(Role::Therapist, app::start_episode, EpisodeId{9001}, PatientId{404}, sciatica()),
        Reason::NotFound, "patient"));
    auto details = sciatica();
    details.referred_by = ReferringProviderId{404};
    BOOST_TEST(refused(
        by(Role::Therapist, app::start_episode, EpisodeId{9001}, maja_id, details), Reason::NotFound, "referred_by"));
}

BOOST_AUTO_TEST_CASE(an_outdated_change_is_a_conflict_in_every_part_of_the_chart)
{
    BOOST_TEST(refused(by(Role::Therapist, app::change_episode, sciatica_id, 7, sciatica()), Reason::Conflict, ""));
    BOOST_TEST(
        refused(by(Role::Therapist, app::save_evaluation, first_evaluation_id, sciatica_id, 7, first_evaluation()),
            Reason::Conflict, ""));
    BOOST_TEST(refused(by(Role::Therapist, app::sign_evaluation, first_evaluation_id, 7), Reason::Conflict, ""));
    BOOST_TEST(refused(by(Role::Therapist, app::change_plan, plan_id, sciatica_id, 7, plan()), Reason::Conflict, ""));
}

BOOST_AUTO_TEST_CASE(a_signed_evaluation_is_sealed_for_ever)
{
    must(by(Role::Therapist, app::sign_evaluation, first_evaluation_id, 1));

    auto const evaluation = *records().evaluations().find(first_evaluation_id);
    BOOST_TEST_REQUIRE(evaluation.seal().has_value());
    BOOST_TEST(evaluation.seal()->sha256 == records().digest(evaluation.canonical_text()));
    BOOST_TEST(was_noted(AuditEvent::Sign, "evaluation"));
    BOOST_TEST(refused(by(Role::Owner, app::save_evaluation, first_evaluation_id, sciatica_id, evaluation.version(),
                           first_evaluation()),
        Reason::NotAllowed, ""));
}

BOOST_AUTO_TEST_CASE(an_assistant_takes_scores_but_none_lies_in_the_future)
{
    auto const taken =
        by(Role::Assistant, app::record_score, ScoreId{1}, sciatica_id, today(), Measure::Odi, answers(2));
    BOOST_TEST(taken.has_value());
    BOOST_TEST(records().scores().of_episode(sciatica_id).front().score().value == 40);
    BOOST_TEST(was_noted(AuditEvent::Create, "score"));

    BOOST_TEST(refused(by(Role::Assistant, app::record_score, ScoreId{2}, sciatica_id, plus_days(today(), 1),
                           Measure::Odi, answers(2)),
        Reason::Invalid, "on"));
}

BOOST_AUTO_TEST_CASE(new_goals_get_their_ids_when_the_plan_is_kept)
{
    must(by(Role::Therapist, app::establish_plan, PlanId{9001}, sciatica_id, plan()));

    auto const kept = records().plans().of_episode(sciatica_id);
    auto const established = std::ranges::find(kept, PlanId{9001}, &PlanOfCare::id);
    BOOST_TEST_REQUIRE((established != kept.end()));
    BOOST_TEST(established->details().goals.front().id.value() != 0);
    BOOST_TEST(was_noted(AuditEvent::Create, "plan_of_care"));
}

BOOST_AUTO_TEST_SUITE_END()
