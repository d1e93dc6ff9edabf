// SPDX-License-Identifier: Apache-2.0
#include "domain/clinical/Evaluation.hpp"

#include <boost/test/unit_test.hpp>

#include <limits>
#include <string>

namespace plumbline::testing {
namespace {

Date on(std::string_view iso)
{
    return parse_date(iso).value();
}
PainScore pain(int points)
{
    return PainScore::of(points).value();
}

struct FirstVisit {
    Date const today = on("2026-11-23");
    Evaluation::Details details = [] {
        Evaluation::Details d;
        d.on = on("2026-11-23");
        d.pain = {pain(5), pain(2), pain(8)};
        d.motions = {{Motion::LumbarFlexion, 48.5, true}, {Motion::LumbarExtension, 12, false}};
        d.history = "Since lifting a crate.";
        return d;
    }();

    Result<Evaluation> create() const
    {
        return Evaluation::create(EvaluationId{1}, PatientId{2}, EpisodeId{3}, UserId{4}, details, today);
    }
    std::string fault() const
    {
        auto const made = create();
        return made ? std::string{} : std::string{made.error().field};
    }
    std::string text() const { return create().value().canonical_text(); }
};

Seal const seal{"7f3a91c244de00", UserId{4}, "Dana Reyes, PT, DPT", {}, "0.1.0"};

} // namespace

BOOST_AUTO_TEST_SUITE(evaluation)

BOOST_AUTO_TEST_CASE(pain_is_scored_from_0_to_10)
{
    BOOST_TEST(PainScore::of(0).value().points() == 0);
    BOOST_TEST(PainScore::of(10).value().points() == 10);
    BOOST_TEST(!PainScore::of(-1));
    BOOST_TEST(!PainScore::of(11));
    BOOST_TEST(PainScore::of(11, "pain_worst").error().field == "pain_worst");
}

BOOST_AUTO_TEST_CASE(lumbar_motion_knows_its_normal_values_and_errors)
{
    BOOST_TEST(facts(Motion::LumbarFlexion).normal_degrees.value() == 60.0);
    BOOST_TEST(facts(Motion::LumbarExtension).normal_degrees.value() == 25.0);
    BOOST_TEST(facts(Motion::LumbarFlexion).mdc_degrees.value() == 12.8);
    BOOST_TEST(!facts(Motion::LumbarRotationLeft).normal_degrees.has_value());
    for (MotionFacts const& about : all_motions()) {
        BOOST_TEST((motion_from_code(about.code).value() == about.motion));
        BOOST_TEST((&facts(about.motion) == &about));
    }
    BOOST_TEST((instrument_from_code("goniometer").value() == Instrument::Goniometer));
    BOOST_TEST((evaluation_kind_from_code("re-evaluation").value() == EvaluationKind::ReEvaluation));
}

BOOST_FIXTURE_TEST_CASE(a_sound_evaluation_is_kept_as_given, FirstVisit)
{
    BOOST_TEST((create().value().details() == details));
}

BOOST_FIXTURE_TEST_CASE(the_best_pain_is_never_above_the_worst, FirstVisit)
{
    details.pain = {pain(5), pain(9), pain(8)};
    BOOST_TEST(fault() == "pain.best");
}

BOOST_FIXTURE_TEST_CASE(an_angle_beyond_the_possible_is_refused, FirstVisit)
{
    for (double const degrees : {-1.0, 180.5, std::numeric_limits<double>::quiet_NaN()}) {
        details.motions = {{Motion::LumbarExtension, degrees, false}};
        BOOST_TEST(fault() == "lumbar-extension");
    }
    details.motions = {{Motion::LumbarFlexion, 40, false}, {Motion::LumbarFlexion, 45, false}};
    BOOST_TEST(fault() == "lumbar-flexion");
}

BOOST_FIXTURE_TEST_CASE(an_evaluation_never_lies_in_the_future, FirstVisit)
{
    details.on = on("2026-11-24");
    BOOST_TEST(fault() == "on");
    details.on = Date{};
    BOOST_TEST(fault() == "on");
}

BOOST_FIXTURE_TEST_CASE(signing_needs_the_pain_now, FirstVisit)
{
    details.pain.now.reset();
    BOOST_TEST(create().value().sealed(seal).error().field == "pain.now");
}

BOOST_FIXTURE_TEST_CASE(a_signed_evaluation_never_changes, FirstVisit)
{
    Evaluation const signed_one = create().value().sealed(seal).value();
    BOOST_TEST((signed_one.with(details, today).error().reason == Refusal::Reason::NotAllowed));
    BOOST_TEST((signed_one.sealed(seal).error().reason == Refusal::Reason::NotAllowed));
    BOOST_TEST((signed_one.seal() == seal));
}

BOOST_FIXTURE_TEST_CASE(the_seal_covers_every_field, FirstVisit)
{
    std::string const before = text();
    BOOST_TEST(before.find("plumbline-evaluation 1\n") == 0U);
    BOOST_TEST(before.find("lumbar-flexion: 48.5 painful\n") != std::string::npos);
    auto const changes = [&](auto change) {
        Evaluation::Details const kept = details;
        change(details);
        bool const differs = text() != before;
        details = kept;
        return differs;
    };
    using D = Evaluation::Details;
    BOOST_TEST(changes([](D& d) { d.kind = EvaluationKind::ReEvaluation; }));
    BOOST_TEST(changes([](D& d) { d.on = on("2026-11-22"); }));
    BOOST_TEST(changes([](D& d) { d.pain.now = pain(6); }));
    BOOST_TEST(changes([](D& d) { d.pain.best.reset(); }));
    BOOST_TEST(changes([](D& d) { d.pain.worst = pain(9); }));
    BOOST_TEST(changes([](D& d) { d.instrument = Instrument::Visual; }));
    BOOST_TEST(changes([](D& d) { d.motions[0].degrees = 49; }));
    BOOST_TEST(changes([](D& d) { d.motions[0].painful = false; }));
    BOOST_TEST(changes([](D& d) { d.motions.pop_back(); }));
    BOOST_TEST(changes([](D& d) { d.history += "."; }));
    BOOST_TEST(changes([](D& d) { d.findings = "x"; }));
    BOOST_TEST(changes([](D& d) { d.assessment = "x"; }));
}

BOOST_FIXTURE_TEST_CASE(a_line_break_in_a_text_cannot_pass_for_another_line, FirstVisit)
{
    details.history = "a\nfindings: b";
    std::string const first = text();
    details.history = "a";
    details.findings = "b";
    BOOST_TEST(text() != first);
    details.history = "a\\nfindings: b";
    details.findings.clear();
    BOOST_TEST(text() != first);
}

BOOST_FIXTURE_TEST_CASE(the_order_in_which_motions_were_measured_does_not_matter, FirstVisit)
{
    std::string const before = text();
    std::swap(details.motions[0], details.motions[1]);
    BOOST_TEST(text() == before);
}

BOOST_AUTO_TEST_CASE(a_seal_is_short_on_paper)
{
    BOOST_TEST(seal.short_form() == "7F3A-91C2-44DE");
    BOOST_TEST(Seal{}.short_form().empty());
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace plumbline::testing
