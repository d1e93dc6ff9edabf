// SPDX-License-Identifier: Apache-2.0
#include "tests/persistence/records/Engines.hpp"

using namespace plumbline;

namespace {

using persistence::testing::Clinic;

PlanOfCare::Details plan(UserId author)
{
    Goal walk{
        GoalId{71}, 1, "walk 30 min", GoalTerm::Long, Measure::Odi, "40 %", "20 %", Clinic::day("2026-12-20"), {}};
    walk.history = {{Clinic::day("2026-10-20"), GoalState::InProgress, "36 %", "slow", author},
        {Clinic::day("2026-11-05"), GoalState::InProgress, "30 %", "", author}};
    Goal const lift{GoalId{70}, 2, "lift 6 kg", GoalTerm::Short, {}, "2 kg", "6 kg", Clinic::day("2026-11-20"), {}};
    PlanOfCare::Details details;
    details.established = Clinic::day("2026-10-05");
    details.interventions = {Modality::Tens, Modality::Exercise};
    details.sessions_per_day = 1;
    details.visits_per_week = 3;
    details.weeks = 8;
    details.goals = {walk, lift};
    details.certification = {Clinic::day("2026-10-06"), {}, Clinic::day("2026-10-20"), "A. Ruiz, MD", true};
    details.notes = "no ice";
    return details;
}

} // namespace

BOOST_AUTO_TEST_SUITE(plans)

ON_BOTH_ENGINES(a_plan_of_care_comes_back_whole)
{
    Episode const episode = begin_episode(admit("Lindqvist", "Maja").id());
    auto const id = ids.make<PlanId>();
    auto const kept = PlanOfCare::restore(id, episode.patient(), episode.id(), therapist, plan(therapist), 0);
    BOOST_REQUIRE(records.plans().keep(kept).has_value());
    BOOST_TEST(records.plans().keep(kept).has_value());

    auto const found = records.plans().of_episode(episode.id());

    BOOST_REQUIRE(found.size() == 1);
    BOOST_TEST(
        (found.front() == PlanOfCare::restore(id, episode.patient(), episode.id(), therapist, plan(therapist), 1)));
}

ON_BOTH_ENGINES(a_renewed_plan_takes_the_same_goals_along)
{
    Episode const episode = begin_episode(admit("Lindqvist", "Maja").id());
    auto renewed = plan(therapist);
    renewed.established = day("2026-11-20");
    renewed.goals[1].history = {{day("2026-11-20"), GoalState::Met, "6 kg", "", therapist}};
    auto const keep = [&](PlanOfCare::Details const& details) {
        BOOST_REQUIRE(
            records.plans()
                .keep(PlanOfCare::restore(ids.make<PlanId>(), episode.patient(), episode.id(), therapist, details, 0))
                .has_value());
    };
    keep(renewed);
    keep(plan(therapist));

    auto const found = records.plans().of_episode(episode.id());

    BOOST_REQUIRE(found.size() == 2);
    BOOST_TEST((found[0].details() == plan(therapist)));
    BOOST_TEST((found[1].details() == renewed));
}

ON_BOTH_ENGINES(history_of_a_goal_is_added_to_and_never_rewritten)
{
    Episode const episode = begin_episode(admit("Lindqvist", "Maja").id());
    auto const id = ids.make<PlanId>();
    auto const keep = [&](PlanOfCare::Details const& details, int version) {
        return records.plans().keep(
            PlanOfCare::restore(id, episode.patient(), episode.id(), therapist, details, version));
    };
    BOOST_REQUIRE(keep(plan(therapist), 0).has_value());
    auto grown = plan(therapist);
    grown.goals[0].history.push_back({day("2026-11-20"), GoalState::Met, "20 %", "done", therapist});
    grown.goals.push_back({GoalId{72}, 3, "sleep", GoalTerm::Long, {}, "", "", day("2026-12-20"), {}});
    BOOST_REQUIRE(keep(grown, 1).has_value());
    BOOST_TEST((records.plans().of_episode(episode.id()).front().details() == grown));

    auto rewritten = grown;
    rewritten.goals[0].history[0].now = "10 %";
    auto shortened = grown;
    shortened.goals.pop_back();

    BOOST_TEST((keep(rewritten, 2).error().reason == Refusal::Reason::NotAllowed));
    BOOST_TEST((keep(shortened, 2).error().reason == Refusal::Reason::NotAllowed));
    BOOST_TEST((keep(grown, 1).error().reason == Refusal::Reason::Conflict));
    BOOST_TEST((records.plans().of_episode(episode.id()).front().details() == grown));
    BOOST_TEST(is_refused_by_schema("update goal_status set now_text = '10 %'"));
    BOOST_TEST(is_refused_by_schema("delete from goal_status"));
}

ON_BOTH_ENGINES(a_signed_plan_takes_only_certification_and_history)
{
    Episode const episode = begin_episode(admit("Lindqvist", "Maja").id());
    auto const id = ids.make<PlanId>();
    auto const draft = PlanOfCare::restore(id, episode.patient(), episode.id(), therapist, plan(therapist), 0);
    auto const given = draft.sealed(seal(draft.canonical_text())).value();
    BOOST_REQUIRE(records.plans().keep(draft).has_value());
    auto const sealed =
        PlanOfCare::restore(id, episode.patient(), episode.id(), therapist, plan(therapist), 1, given.seal());
    BOOST_REQUIRE(records.plans().keep(sealed).has_value());
    BOOST_TEST((records.plans().find(id)->seal() == given.seal()));

    auto details = plan(therapist);
    details.certification.verbal_order = day("2026-10-06");
    details.goals[0].history.push_back({day("2026-11-20"), GoalState::Met, "20 %", "done", therapist});
    auto const keep = [&](PlanOfCare::Details const& changed, int version, std::optional<Seal> const& by) {
        return records.plans().keep(
            PlanOfCare::restore(id, episode.patient(), episode.id(), therapist, changed, version, by));
    };
    BOOST_REQUIRE(keep(details, 2, given.seal()).has_value());
    BOOST_TEST((records.plans().find(id)->details() == details));
    auto longer = details;
    longer.weeks = 12;
    BOOST_TEST((keep(longer, 3, given.seal()).error().reason == Refusal::Reason::NotAllowed));
    BOOST_TEST((keep(details, 3, {}).error().reason == Refusal::Reason::NotAllowed));
    BOOST_TEST(is_refused_by_schema("update plan_of_care set weeks = 12"));
    BOOST_TEST(is_refused_by_schema("update plan_of_care set seal_at = '2026-01-01T00:00:00.000Z'"));
    BOOST_TEST(is_refused_by_schema("update plan_goal set target = '10 %'"));
    BOOST_TEST(is_refused_by_schema("delete from plan_goal"));
}

BOOST_AUTO_TEST_SUITE_END()
