// SPDX-License-Identifier: Apache-2.0
#include "app/services/Reporting.hpp"

#include "app/services/DocumentText.hpp"
#include "app/services/ProgressFacts.hpp"
#include "tests/app/services/AtTheClinic.hpp"

#include <boost/test/unit_test.hpp>

using namespace plumbline;
using namespace plumbline::testing;
using Reason = Refusal::Reason;

namespace {

constexpr DocumentId report_id{9001};

/// Maja after seven visits, with two Oswestry scores, on the day of her report.
struct MajasReport : AtTheClinic {
    MajasReport()
    {
        must(by(Role::Therapist, app::sign_evaluation, first_evaluation_id, 1));
        for (int i = 0; i < 7; ++i)
            signed_visit(VisitId{7000 + i}, plus_days(day(2026, 10, 22), 4 * i), 7 - i / 2);
        score(ScoreId{1}, day(2026, 10, 19), 23);
        score(ScoreId{2}, day(2026, 11, 15), 14);
    }
    /// Oswestry percent is twice the sum of ten answers.
    void score(ScoreId id, Date on, int sum)
    {
        std::vector<std::optional<int>> items(10, sum / 10);
        for (int i = 0; i < sum % 10; ++i)
            items[static_cast<std::size_t>(i)] = sum / 10 + 1;
        must(records().scores().keep(
            must(OutcomeScore::create(id, maja_id, sciatica_id, on, Measure::Odi, items, dana_id))));
    }
    app::Chart chart() { return must(seen_by(Role::Therapist, app::open_chart, maja_id, std::optional<EpisodeId>{})); }
    void re_evaluate(Evaluation::Details const& details)
    {
        must(by(Role::Therapist, app::save_evaluation, EvaluationId{302}, sciatica_id, 0, details));
        must(by(Role::Therapist, app::sign_evaluation, EvaluationId{302}, 1));
    }
    /// A line of the history of Maja's goal.
    void state_goal(Date on, GoalState state, std::string comment)
    {
        PlanOfCare const plan = *records().plans().find(plan_id);
        auto details = plan.details();
        details.goals.front().history.push_back({on, state, "", std::move(comment), dana_id});
        must(by(Role::Therapist, app::change_plan, plan_id, sciatica_id, plan.version(), details));
    }
    Result<app::ProducedDocument> produce(Date as_of, DocumentId id = report_id, Role role = Role::Therapist)
    {
        return by(role, app::produce_progress_report, id, maja_id, std::optional<EpisodeId>{}, as_of);
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(progress_report, MajasReport)

BOOST_AUTO_TEST_CASE(it_says_what_the_chart_says)
{
    auto const data = app::progress_facts(records(), chart(), today());

    BOOST_TEST(data.patient.name == "Maja Lindqvist");
    BOOST_TEST((data.period.from == day(2026, 10, 19)));
    BOOST_TEST(data.period.attended.size() == 7U);
    BOOST_TEST_REQUIRE(data.measures.size() == 2U);
    BOOST_TEST((data.measures[0].measure == Measure::Odi));
    BOOST_TEST(data.measures[0].days.front().value == 46);
    BOOST_TEST(data.measures[0].days.back().value == 28);
    BOOST_TEST((data.measures[1].measure == Measure::Nprs));
    BOOST_TEST(data.measures[1].days.size() == 8U);
    BOOST_TEST_REQUIRE(data.goals.size() == 1U);
    BOOST_TEST(data.goals.front().now == "28\u00A0%");
    BOOST_TEST_REQUIRE(data.treatments.size() == 1U);
    BOOST_TEST(data.treatments.front().visits.size() == 7U);
    BOOST_TEST(data.findings.size() == 2U);
    BOOST_TEST(data.episode.onset_circumstance == "lifting");
}

BOOST_AUTO_TEST_CASE(every_number_leads_back_to_its_visit)
{
    auto const data = app::progress_facts(records(), chart(), today());

    BOOST_TEST(data.measures[1].days.back().visit == 7006);
    BOOST_TEST_REQUIRE(!data.patient_says.empty());
    BOOST_TEST(data.patient_says.front().sources.front() == 7006);
}

BOOST_AUTO_TEST_CASE(what_came_after_its_day_is_left_out)
{
    auto const data = app::progress_facts(records(), chart(), day(2026, 11, 3));

    BOOST_TEST(data.measures[0].days.size() == 1U);
    BOOST_TEST(data.period.attended.size() == 4U);
}

BOOST_AUTO_TEST_CASE(readings_of_two_instruments_are_not_compared)
{
    auto details = first_evaluation();
    details.kind = EvaluationKind::ReEvaluation;
    details.on = day(2026, 11, 20);
    details.instrument = Instrument::Goniometer;
    details.motions = {{Motion::LumbarFlexion, 48, false}};
    re_evaluate(details);

    auto const finding = app::progress_facts(records(), chart(), today()).findings.front();

    BOOST_TEST(finding.now == "48\u00B0");
    BOOST_TEST(finding.change.find("16") == std::string::npos);
    BOOST_TEST((finding.course == reports::Course::Unsaid));
}

BOOST_AUTO_TEST_CASE(a_change_beyond_measurement_error_is_told_in_the_summary)
{
    auto details = first_evaluation();
    details.kind = EvaluationKind::ReEvaluation;
    details.on = day(2026, 11, 20);
    details.motions = {{Motion::LumbarFlexion, 48, false}, {Motion::LumbarExtension, 14, false}};
    re_evaluate(details);

    auto const findings = app::progress_facts(records(), chart(), today()).findings;

    BOOST_TEST(findings[0].change == "+16\u00B0, beyond measurement error 12.8\u00B0");
    BOOST_TEST(findings[0].in_summary);
    BOOST_TEST(findings[1].change == "+2\u00B0, within measurement error 6.4\u00B0");
    BOOST_TEST(!findings[1].in_summary);
}

BOOST_AUTO_TEST_CASE(what_is_not_signed_is_named_and_not_quoted)
{
    auto draft = treatment(time(day(2026, 11, 20), 10, 30));
    draft.note.pain_now = pain(1);
    draft.note.pain_worst.reset();
    draft.note.subjective = "Nothing hurts any more.";
    must(records().visits().keep(must(Visit::create(VisitId{7900}, maja_id, sciatica_id, draft, clock.local_now()))));
    auto details = first_evaluation();
    details.kind = EvaluationKind::ReEvaluation;
    details.on = day(2026, 11, 21);
    details.pain.now = pain(0);
    details.motions = {{Motion::LumbarFlexion, 60, false}};
    must(by(Role::Therapist, app::save_evaluation, EvaluationId{302}, sciatica_id, 0, details));
    std::vector<std::optional<int>> const none(10, 0);
    must(records().scores().keep(must(OutcomeScore::create(
        ScoreId{3}, maja_id, sciatica_id, day(2026, 11, 21), Measure::Odi, none, dana_id, EvaluationId{302}))));

    auto const data = app::progress_facts(records(), chart(), today());

    BOOST_TEST(data.period.attended.size() == 7U);
    BOOST_TEST((data.unsigned_days == std::vector{day(2026, 11, 20)}));
    BOOST_TEST(data.measures[0].days.back().value == 28);
    BOOST_TEST(data.measures[1].days.back().value == 4);
    BOOST_TEST(data.findings.front().now != "60\u00B0");
    for (auto const& said : data.patient_says)
        BOOST_TEST(said.text != "Nothing hurts any more.");
}

BOOST_AUTO_TEST_CASE(each_goal_is_assessed_in_the_therapists_words_of_the_period)
{
    must(produce(day(2026, 11, 3)));
    auto const assessed = [&] { return app::progress_facts(records(), chart(), today()).goals.front().assessment; };
    state_goal(day(2026, 10, 30), GoalState::InProgress, "Before the last report.");
    BOOST_TEST(assessed().empty());
    state_goal(day(2026, 11, 10), GoalState::InProgress, "Half way; sitting still sets it back.");
    state_goal(day(2026, 11, 12), GoalState::InProgress, "");
    BOOST_TEST(assessed() == "Half way; sitting still sets it back.");
}

BOOST_AUTO_TEST_CASE(what_became_of_goals_in_the_period_is_told)
{
    state_goal(day(2026, 11, 10), GoalState::Dropped, "Changed jobs.");
    state_goal(day(2026, 11, 20), GoalState::InProgress, "Back at the old job.");
    auto const changes = app::progress_facts(records(), chart(), today()).goal_changes;
    BOOST_TEST_REQUIRE(changes.size() == 2U);
    BOOST_TEST(changes[0].text == "Goal 1 was dropped on 10 Nov 2026.");
    BOOST_TEST(changes[1].text == "Goal 1 was taken up again on 20 Nov 2026.");
}

BOOST_AUTO_TEST_CASE(an_open_warning_sign_and_the_trend_are_told)
{
    auto details = maja();
    details.precautions.push_back({"cauda-equina", "saddle numbness, seen at the hospital"});
    must(records().patients().keep(Patient::restore(maja_id, "001482", details, 1)));
    auto const data = app::progress_facts(records(), chart(), today());
    BOOST_TEST_REQUIRE(data.warning_signs.size() == 1U);
    BOOST_TEST(data.warning_signs.front().text == "saddle numbness, seen at the hospital");
    BOOST_TEST(!data.observations.empty());
    BOOST_TEST(!data.observations.front().sources.empty());
}

BOOST_AUTO_TEST_CASE(the_draft_on_the_screen_is_the_same_for_the_same_chart_and_day)
{
    auto const first = must(seen_by(Role::Therapist, app::compose_progress_report, chart(), today()));
    clock.advance(std::chrono::hours{1});
    auto const second = must(seen_by(Role::Therapist, app::compose_progress_report, chart(), today()));

    BOOST_TEST(app::plain_text(first) == app::plain_text(second));
    BOOST_TEST(first.notice.find("DRAFT") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_produced_report_is_signed_kept_for_ever_and_noted)
{
    auto const produced = must(produce(today()));

    BOOST_TEST(produced.pdf.starts_with("%PDF-"));
    BOOST_TEST(produced.about.pages >= 1);
    BOOST_TEST(produced.about.sha256 == records().digest(produced.pdf));
    BOOST_TEST(must(by(Role::FrontDesk, app::fetch_document, maja_id, report_id)).pdf == produced.pdf);
    BOOST_TEST(was_noted(AuditEvent::Create, "document"));
    BOOST_TEST(was_noted(AuditEvent::Read, "document"));
}

BOOST_AUTO_TEST_CASE(the_same_data_and_clock_give_the_same_bytes)
{
    auto const first = must(produce(today()));
    MajasReport twin;
    auto const second = must(twin.produce(twin.today()));

    BOOST_TEST((first.pdf == second.pdf));
}

BOOST_AUTO_TEST_CASE(producing_twice_under_one_id_gives_the_document_that_is_there)
{
    auto const first = must(produce(today()));
    clock.advance(std::chrono::hours{1});
    auto const second = must(produce(today()));

    BOOST_TEST((first.pdf == second.pdf));
    BOOST_TEST(records().documents().of_patient(maja_id).size() == 1U);
}

BOOST_AUTO_TEST_CASE(it_resets_the_ten_visit_clock)
{
    BOOST_TEST(chart().header.progress.due_in == 2);
    must(produce(today()));

    BOOST_TEST(chart().header.progress.due_in == 10);
}

BOOST_AUTO_TEST_CASE(the_next_report_begins_where_this_one_ended)
{
    must(produce(day(2026, 11, 3)));

    auto const data = app::progress_facts(records(), chart(), today());

    BOOST_TEST((data.period.from == day(2026, 11, 4)));
    BOOST_TEST(data.period.attended.size() == 3U);
    BOOST_TEST(data.measures[0].days.size() == 2U);
}

BOOST_AUTO_TEST_CASE(no_report_is_dated_in_the_future_or_before_care_began)
{
    BOOST_TEST(refused(produce(plus_days(today(), 1)), Reason::Invalid, "date"));
    BOOST_TEST(refused(produce(day(2026, 10, 1)), Reason::Invalid, "date"));
    BOOST_TEST(records().documents().of_patient(maja_id).empty());
}

BOOST_AUTO_TEST_CASE(a_document_changed_behind_the_programs_back_is_not_handed_out)
{
    must(produce(today()));
    state().documents.at(report_id).second += " ";

    BOOST_TEST(refused(by(Role::Therapist, app::fetch_document, maja_id, report_id), Reason::Invalid, "document"));
}

BOOST_AUTO_TEST_CASE(a_printed_document_is_noted)
{
    auto const produced = must(produce(today()));
    must(by(Role::FrontDesk, app::note_printed, produced.about));

    BOOST_TEST((last_entry().event == AuditEvent::Print));
    BOOST_TEST(last_entry().entity_id == report_id.value());
}

BOOST_AUTO_TEST_SUITE_END()
