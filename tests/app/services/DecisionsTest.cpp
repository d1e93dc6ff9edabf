// SPDX-License-Identifier: Apache-2.0
#include "app/services/Decisions.hpp"

#include "tests/app/services/AtTheClinic.hpp"

#include <boost/test/unit_test.hpp>

using namespace plumbline;
using namespace plumbline::testing;
using Reason = Refusal::Reason;

namespace {

/// Maja in week 7, treated and no better: the board asks for a decision.
struct NoBetter : AtTheClinic {
    NoBetter()
    {
        clock.set(time(day(2026, 12, 7), 10, 30)); // Day 49.
        booked(1, time(day(2026, 12, 7), 10, 30));
        for (int i = 0; i < 9; ++i)
            signed_visit(VisitId{7000 + i}, plus_days(day(2026, 10, 22), 5 * i), 7);
        score(ScoreId{1}, day(2026, 10, 19), 2);
        score(ScoreId{2}, day(2026, 12, 3), 2);
    }
    void score(ScoreId id, Date on, int each)
    {
        must(records().scores().keep(must(OutcomeScore::create(
            id, maja_id, sciatica_id, on, Measure::Odi, std::vector<std::optional<int>>(10, each), dana_id))));
    }
    std::size_t asked()
    {
        return must(seen_by(Role::Therapist, app::today_board, clock.today(), app::Scope::Mine)).decisions.size();
    }
    Result<void> put_off(std::string reason, int days, std::int64_t id = 5001, Role role = Role::Therapist)
    {
        return by(role, app::put_off_decision,
            app::DeferRequest{DeferralId{id}, maja_id, sciatica_id, plus_days(clock.today(), days), std::move(reason)});
    }
    app::DecisionFacts facts() { return must(seen_by(Role::Therapist, app::decision_facts, maja_id, sciatica_id)); }
    app::EpisodeDecision of_chart()
    {
        auto const chart =
            must(seen_by(Role::Therapist, app::open_chart, maja_id, std::optional<EpisodeId>{sciatica_id}));
        return app::decision_of(records(), chart, clock.today());
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(putting_a_decision_off, NoBetter)

BOOST_AUTO_TEST_CASE(it_is_asked_until_someone_says_why_not_now)
{
    BOOST_TEST(asked() == 1U);
    must(put_off("Waiting for imaging", 14));
    BOOST_TEST(asked() == 0U);

    auto const seen = of_chart();
    BOOST_TEST_REQUIRE(seen.put_off.has_value());
    BOOST_TEST(seen.put_off->reason == "Waiting for imaging");
    BOOST_TEST(seen.put_off->by == "Dana Reyes, PT, DPT");
    BOOST_TEST((seen.put_off->until == day(2026, 12, 21)));
}

BOOST_AUTO_TEST_CASE(it_comes_back_on_its_day)
{
    must(put_off("Waiting for imaging", 7));
    clock.advance(std::chrono::hours{24 * 6});
    BOOST_TEST(!of_chart().row->title.empty());
    BOOST_TEST(of_chart().put_off.has_value());
    clock.advance(std::chrono::hours{24});
    BOOST_TEST(!of_chart().put_off.has_value());
}

BOOST_AUTO_TEST_CASE(another_visit_changes_nothing_but_another_score_asks_at_once)
{
    must(put_off("Waiting for imaging", 28));
    signed_visit(VisitId{7100}, day(2026, 12, 6), 7);
    BOOST_TEST(asked() == 0U);
    score(ScoreId{3}, day(2026, 12, 7), 3);
    BOOST_TEST(asked() == 1U);
}

BOOST_AUTO_TEST_CASE(a_reason_and_a_day_are_needed)
{
    BOOST_TEST(refused(put_off("  ", 7), Reason::Invalid, "reason"));
    BOOST_TEST(refused(put_off("why", 0), Reason::Invalid, "until"));
    BOOST_TEST(refused(put_off("why", 57), Reason::Invalid, "until"));
    BOOST_TEST(state().deferrals.empty());
    must(put_off("why", 56));
}

BOOST_AUTO_TEST_CASE(who_may_not_plan_care_may_not_put_it_off)
{
    for (Role const role : all_roles()) {
        NoBetter here;
        BOOST_TEST(here.put_off("why", 7, 5001, role).has_value() == permitted(role, Action::EditPlan), label(role));
    }
}

BOOST_AUTO_TEST_CASE(the_audit_log_knows_when_and_not_why)
{
    must(put_off("Told the patient about surgery", 7));
    BOOST_TEST((last_entry().event == AuditEvent::Change));
    BOOST_TEST(last_entry().entity == "decision");
    BOOST_TEST((last_entry().patient == maja_id));
    BOOST_TEST(last_entry().detail.starts_with("put off until 2026-12-14"));
    BOOST_TEST(last_entry().detail.find("surgery") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(it_can_be_taken_up_again_and_both_stay_on_record)
{
    must(put_off("Waiting for imaging", 14));
    clock.advance(std::chrono::minutes{1});
    must(by(Role::Therapist, app::take_up_decision, DeferralId{5002}, maja_id, sciatica_id));
    BOOST_TEST(asked() == 1U);
    BOOST_TEST(state().deferrals.size() == 2U);
    must(by(Role::Therapist, app::take_up_decision, DeferralId{5003}, maja_id, sciatica_id));
    BOOST_TEST(state().deferrals.size() == 2U);
}

BOOST_AUTO_TEST_CASE(saving_it_twice_is_one_deferral)
{
    must(put_off("Waiting for imaging", 14));
    must(put_off("Waiting for imaging", 14));
    BOOST_TEST(state().deferrals.size() == 1U);
}

BOOST_AUTO_TEST_CASE(the_facts_lead_to_their_visits)
{
    auto const seen = facts();
    BOOST_TEST(seen.row.title == "no improvement at week 7");
    BOOST_TEST(seen.row.report_is_a_step);
    BOOST_TEST_REQUIRE(seen.judgments.size() == 2U);
    BOOST_TEST(seen.judgments.front().find("7 \u2192 7") != std::string::npos);
    BOOST_TEST(seen.judgments.front().find("a change of 2 would matter") != std::string::npos);
    BOOST_TEST(seen.lines.size() == 12U); // Nine visits, two questionnaires, one evaluation.
    BOOST_TEST((seen.lines.front().on == day(2026, 12, 3)));
    auto const visit = std::ranges::find(seen.lines, VisitId{7008}, &app::FactLine::visit);
    BOOST_TEST_REQUIRE((visit != seen.lines.end()));
    BOOST_TEST(visit->what == "visit 9");
    BOOST_TEST(visit->figures == "pain 7 of 10 \u00b7 with exercise");
}

BOOST_AUTO_TEST_CASE(where_nothing_is_asked_nothing_is_put_off)
{
    score(ScoreId{3}, day(2026, 12, 7), 0);
    for (int i = 0; i < 2; ++i)
        signed_visit(VisitId{7200 + i}, plus_days(day(2026, 12, 6), i), 1);
    BOOST_TEST(refused(put_off("why", 7), Reason::NotFound, "decision"));
}

BOOST_AUTO_TEST_SUITE_END()
