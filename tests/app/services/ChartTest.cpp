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

BOOST_AUTO_TEST_CASE(a_recertification_keeps_the_certification_before_it_and_names_new_goals)
{
    must(by(Role::Therapist, app::sign_plan, plan_id, 1));
    PlanOfCare const first = *records().plans().find(plan_id);
    auto details = first.details();
    details.established = today();
    details.certification = {};
    Goal walk;
    walk.number = 2;
    walk.text = "Walk to the harbor and back";
    walk.baseline = "10 min";
    walk.target = "40 min";
    walk.target_date = plus_days(today(), 40);
    details.goals.push_back(walk);

    must(by(Role::Therapist, app::establish_plan, PlanId{9001}, sciatica_id, details));

    auto const chart = must(seen_by(Role::Therapist, app::open_chart, maja_id, std::optional<EpisodeId>{}));
    BOOST_TEST_REQUIRE(chart.plans.size() == 2U);
    BOOST_TEST((chart.plans.front() == first), "as it was certified");
    BOOST_TEST((chart.plan->id() == PlanId{9001}));
    BOOST_TEST(chart.plan->details().goals.back().id.value() != 0);
    BOOST_TEST(was_noted(AuditEvent::Create, "plan_of_care"));
    BOOST_TEST_REQUIRE(chart.header.certification.has_value());
    BOOST_TEST(chart.header.certification->again);
    BOOST_TEST(!chart.header.certification->certified, "the signature of October is not one of November");
    BOOST_TEST((chart.header.certification->due == day(2026, 11, 29)), "when the six weeks before end");
}

BOOST_AUTO_TEST_CASE(a_plan_that_is_not_signed_is_changed_and_not_recertified)
{
    auto details = records().plans().find(plan_id)->details();
    details.established = today();
    details.certification = {};
    BOOST_TEST(
        refused(by(Role::Therapist, app::establish_plan, PlanId{9001}, sciatica_id, details), Reason::Invalid, ""));
}

BOOST_AUTO_TEST_CASE(a_signed_plan_is_sealed_and_noted)
{
    must(by(Role::Therapist, app::sign_plan, plan_id, 1));

    PlanOfCare const signed_one = *records().plans().find(plan_id);
    BOOST_TEST_REQUIRE(signed_one.seal().has_value());
    BOOST_TEST(signed_one.seal()->sha256 == records().digest(signed_one.canonical_text()));
    BOOST_TEST(was_noted(AuditEvent::Sign, "plan_of_care"));
    auto details = signed_one.details();
    details.weeks = 12;
    BOOST_TEST(refused(by(Role::Therapist, app::change_plan, plan_id, sciatica_id, signed_one.version(), details),
        Reason::NotAllowed, ""));
    BOOST_TEST(refused(by(Role::Therapist, app::sign_plan, plan_id, signed_one.version()), Reason::NotAllowed, ""));
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_FIXTURE_TEST_SUITE(discharge, AtTheClinic)

BOOST_AUTO_TEST_CASE(an_unsigned_entry_keeps_an_episode_from_being_discharged_and_is_named)
{
    Visit::Details draft = treatment(time(day(2026, 11, 19), 10, 30));
    must(records().visits().keep(must(Visit::create(VisitId{1}, maja_id, sciatica_id, draft, clock.local_now()))));

    auto const outcome =
        by(Role::Therapist, app::discharge_episode, sciatica_id, 1, app::Discharge{today(), "Goals met"});

    BOOST_TEST_REQUIRE(!outcome.has_value());
    BOOST_TEST(outcome.error().message.english() == "Sign first, or discard, the visit note of 19 Nov 2026.");
    BOOST_TEST_REQUIRE(outcome.error().others.size() == 1U);
    BOOST_TEST(outcome.error().others.front().message.english() == "Sign first the evaluation of 19 Oct 2026.");
}

BOOST_AUTO_TEST_CASE(a_discharge_has_its_day_and_reason_and_can_be_taken_back)
{
    must(by(Role::Therapist, app::sign_evaluation, first_evaluation_id, 1));
    signed_visit(VisitId{1}, day(2026, 11, 19));
    auto const discharge = [&](Date on, std::string const& reason, int version = 1) {
        return by(Role::Therapist, app::discharge_episode, sciatica_id, version, app::Discharge{on, reason});
    };
    BOOST_TEST(refused(discharge(day(2026, 11, 18), "Goals met"), Reason::Invalid, "ended"));
    BOOST_TEST(refused(discharge(plus_days(today(), 1), "Goals met"), Reason::Invalid, "ended"));
    BOOST_TEST(refused(discharge(Date{}, "Goals met"), Reason::Invalid, "ended"));
    BOOST_TEST(refused(discharge(today(), " "), Reason::Invalid, "end_reason"));
    BOOST_TEST(refused(discharge(today(), "Goals met", 7), Reason::Conflict, ""));
    BOOST_TEST(refused(by(Role::Therapist, app::reopen_episode, sciatica_id, 1), Reason::Invalid, ""));

    must(discharge(day(2026, 11, 19), "Goals met"));

    BOOST_TEST(last_entry().detail == "discharged");
    auto const ended = *records().episodes().find(sciatica_id);
    BOOST_TEST((ended.details().status == EpisodeStatus::Discharged));
    BOOST_TEST((ended.details().ended == day(2026, 11, 19)));
    BOOST_TEST(ended.details().end_reason == "Goals met");
    BOOST_TEST(refused(discharge(today(), "Goals met", ended.version()), Reason::Invalid, ""));

    must(by(Role::Therapist, app::reopen_episode, sciatica_id, ended.version()));

    BOOST_TEST(last_entry().detail == "reopened");
    auto const open = *records().episodes().find(sciatica_id);
    BOOST_TEST((open.details().status == EpisodeStatus::Open));
    BOOST_TEST(!open.details().ended.has_value());
}

BOOST_AUTO_TEST_SUITE_END()
