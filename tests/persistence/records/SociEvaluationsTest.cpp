// SPDX-License-Identifier: Apache-2.0
#include "tests/persistence/records/Engines.hpp"

using namespace plumbline;

namespace {

Evaluation::Details findings()
{
    Evaluation::Details details;
    details.kind = EvaluationKind::ReEvaluation;
    details.on = persistence::testing::Clinic::day("2026-10-05");
    details.pain = {*PainScore::of(4), *PainScore::of(0), *PainScore::of(10)};
    details.instrument = Instrument::SingleInclinometer;
    details.motions = {{Motion::LumbarFlexion, 42.5, true}, {Motion::LumbarExtension, 1.0 / 3, false}};
    details.history = "Lifted a crate.\nSitting is worst.";
    details.findings = "SLR 40° left";
    details.assessment = "responds";
    return details;
}

} // namespace

BOOST_AUTO_TEST_SUITE(evaluations)

ON_BOTH_ENGINES(an_evaluation_comes_back_whole)
{
    Episode const episode = begin_episode(admit("Lindqvist", "Maja").id());
    auto const id = ids.make<EvaluationId>();
    Evaluation const kept = Evaluation::restore(id, episode.patient(), episode.id(), therapist, findings(), {}, 0);
    BOOST_REQUIRE(records.evaluations().keep(kept).has_value());
    BOOST_TEST(records.evaluations().keep(kept).has_value());

    BOOST_TEST((records.evaluations().find(id)
        == Evaluation::restore(id, episode.patient(), episode.id(), therapist, findings(), {}, 1)));
}

ON_BOTH_ENGINES(what_was_not_measured_stays_unmeasured)
{
    Episode const episode = begin_episode(admit("Lindqvist", "Maja").id());
    auto const id = ids.make<EvaluationId>();
    Evaluation::Details bare;
    bare.on = day("2026-10-05");
    BOOST_REQUIRE(records.evaluations()
                      .keep(Evaluation::restore(id, episode.patient(), episode.id(), therapist, bare, {}, 0))
                      .has_value());

    BOOST_TEST((records.evaluations().find(id)->details() == bare));
}

ON_BOTH_ENGINES(evaluations_of_an_episode_are_listed_oldest_first)
{
    Episode const episode = begin_episode(admit("Lindqvist", "Maja").id());
    for (auto const* on : {"2026-11-01", "2026-10-05", "2026-10-20"}) {
        auto details = findings();
        details.on = day(on);
        BOOST_REQUIRE(records.evaluations()
                          .keep(Evaluation::restore(
                              ids.make<EvaluationId>(), episode.patient(), episode.id(), therapist, details, {}, 0))
                          .has_value());
    }

    auto const found = records.evaluations().of_episode(episode.id());

    BOOST_REQUIRE(found.size() == 3);
    BOOST_TEST(to_iso(found[0].details().on) == "2026-10-05");
    BOOST_TEST(to_iso(found[2].details().on) == "2026-11-01");
    BOOST_TEST((found[1].details().motions == findings().motions));
}

ON_BOTH_ENGINES(a_signed_evaluation_never_changes)
{
    Episode const episode = begin_episode(admit("Lindqvist", "Maja").id());
    auto const id = ids.make<EvaluationId>();
    auto const keep = [&](Evaluation::Details const& details, std::optional<Seal> seal, int version) {
        return records.evaluations().keep(
            Evaluation::restore(id, episode.patient(), episode.id(), therapist, details, seal, version));
    };
    BOOST_REQUIRE(keep(findings(), {}, 0).has_value());
    BOOST_REQUIRE(keep(findings(), seal("text"), 1).has_value());
    BOOST_TEST((records.evaluations().find(id)->seal() == seal("text")));

    auto changed = findings();
    changed.assessment = "something else";
    auto const refused = keep(changed, seal("text"), 2);

    BOOST_REQUIRE(!refused.has_value());
    BOOST_TEST((refused.error().reason == Refusal::Reason::NotAllowed));
    BOOST_TEST((records.evaluations().find(id)->details() == findings()));
    BOOST_TEST(is_refused_by_schema("update evaluation set history = 'x'"));
    BOOST_TEST(is_refused_by_schema("delete from evaluation_motion"));
    BOOST_TEST(is_refused_by_schema("update evaluation_motion set degrees = 1"));
}

ON_BOTH_ENGINES(an_evaluation_signed_before_it_was_ever_kept_is_kept_signed)
{
    Episode const episode = begin_episode(admit("Lindqvist", "Maja").id());
    auto const id = ids.make<EvaluationId>();
    Evaluation const kept =
        Evaluation::restore(id, episode.patient(), episode.id(), therapist, findings(), seal("t"), 0);
    BOOST_REQUIRE(records.evaluations().keep(kept).has_value());

    auto const found = records.evaluations().find(id);

    BOOST_TEST((found->seal() == kept.seal()));
    BOOST_TEST((found->details() == kept.details()));
}

ON_BOTH_ENGINES(an_outdated_evaluation_is_refused)
{
    Episode const episode = begin_episode(admit("Lindqvist", "Maja").id());
    auto const id = ids.make<EvaluationId>();
    auto const keep = [&](int version) {
        return records.evaluations().keep(
            Evaluation::restore(id, episode.patient(), episode.id(), therapist, findings(), {}, version));
    };
    BOOST_REQUIRE(keep(0).has_value());
    BOOST_REQUIRE(keep(1).has_value());

    auto const late = keep(1);

    BOOST_REQUIRE(!late.has_value());
    BOOST_TEST((late.error().reason == Refusal::Reason::Conflict));
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(outcome_scores)

ON_BOTH_ENGINES(the_answers_of_a_questionnaire_come_back_with_their_gaps)
{
    Episode const episode = begin_episode(admit("Lindqvist", "Maja").id());
    std::vector<std::optional<int>> const answers{3, {}, 2, 0, 5, 1, 1, 2, {}, 4};
    auto const add = [&](std::string_view on, Measure measure, std::vector<std::optional<int>> items) {
        auto const score = OutcomeScore::create(
            ids.make<ScoreId>(), episode.patient(), episode.id(), day(on), measure, std::move(items), therapist);
        BOOST_REQUIRE(score.has_value());
        BOOST_REQUIRE(records.scores().keep(*score).has_value());
        BOOST_REQUIRE(records.scores().keep(*score).has_value());
        return *records.scores().find(score->id());
    };
    auto const later = add("2026-11-05", Measure::Nprs, {7});
    auto const first = add("2026-10-05", Measure::Odi, answers);

    auto const found = records.scores().of_episode(episode.id());

    BOOST_REQUIRE(found.size() == 2);
    BOOST_TEST((found[0] == first));
    BOOST_TEST((found[1] == later));
}

ON_BOTH_ENGINES(another_score_does_not_take_the_place_of_a_kept_one)
{
    Episode const episode = begin_episode(admit("Lindqvist", "Maja").id());
    auto const keep = [&](int answer) {
        return records.scores().keep(*OutcomeScore::create(
            ScoreId{4}, episode.patient(), episode.id(), day("2026-10-05"), Measure::Nprs, {answer}, therapist));
    };
    BOOST_REQUIRE(keep(7).has_value());

    auto const other = keep(2);

    BOOST_REQUIRE(!other.has_value());
    BOOST_TEST((other.error().reason == Refusal::Reason::Conflict));
}

ON_BOTH_ENGINES(a_kept_score_is_corrected_by_who_saw_its_newest_version)
{
    Episode const episode = begin_episode(admit("Lindqvist", "Maja").id());
    BOOST_REQUIRE(records.scores()
                      .keep(*OutcomeScore::create(ScoreId{4}, episode.patient(), episode.id(), day("2026-10-05"),
                          Measure::Nprs, {7}, therapist))
                      .has_value());
    auto const first = *records.scores().find(ScoreId{4});

    BOOST_REQUIRE(records.scores().keep(*first.with(day("2026-10-06"), {2}, {})).has_value());
    auto const late = records.scores().keep(*first.with(day("2026-10-07"), {9}, {}));

    BOOST_REQUIRE(!late.has_value());
    BOOST_TEST((late.error().reason == Refusal::Reason::Conflict));
    auto const now = *records.scores().find(ScoreId{4});
    BOOST_TEST(now.score().value == 2);
    BOOST_TEST((now.on() == day("2026-10-06")));
    BOOST_TEST(now.version() == 2);
    BOOST_TEST(!records.scores().drop(first).has_value());
    BOOST_TEST(records.scores().drop(now).has_value());
    BOOST_TEST(records.scores().of_episode(episode.id()).empty());
}

ON_BOTH_ENGINES(what_was_answered_for_a_signed_evaluation_stays)
{
    Episode const episode = begin_episode(admit("Lindqvist", "Maja").id());
    auto const id = ids.make<EvaluationId>();
    auto const keep = [&](std::optional<Seal> by, int version) {
        return records.evaluations().keep(
            Evaluation::restore(id, episode.patient(), episode.id(), therapist, findings(), std::move(by), version));
    };
    BOOST_REQUIRE(keep({}, 0).has_value());
    BOOST_REQUIRE(records.scores()
                      .keep(*OutcomeScore::create(ScoreId{4}, episode.patient(), episode.id(), day("2026-10-05"),
                          Measure::Nprs, {7}, therapist, id))
                      .has_value());
    BOOST_REQUIRE(keep(seal("t"), 1).has_value());
    auto const score = *records.scores().find(ScoreId{4});

    auto const changed = records.scores().keep(*score.with(day("2026-10-06"), {2}, id));
    auto const dropped = records.scores().drop(score);

    BOOST_REQUIRE(!changed.has_value());
    BOOST_TEST((changed.error().reason == Refusal::Reason::NotAllowed));
    BOOST_TEST(!dropped.has_value());
    BOOST_TEST((*records.scores().find(ScoreId{4}) == score));
    BOOST_TEST(is_refused_by_schema("update outcome_score set items = '1'"));
    BOOST_TEST(is_refused_by_schema("delete from outcome_score"));
}

BOOST_AUTO_TEST_SUITE_END()
