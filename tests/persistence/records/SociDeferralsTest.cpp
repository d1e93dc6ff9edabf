// SPDX-License-Identifier: Apache-2.0
#include "tests/persistence/records/Engines.hpp"

#include <boost/test/unit_test.hpp>

using namespace plumbline;
using namespace plumbline::testing;

namespace {

Deferral deferral(std::int64_t id, Episode const& episode, UserId by, Instant at)
{
    return {.id = DeferralId{id},
        .patient = episode.patient(),
        .episode = episode.id(),
        .by = by,
        .at = at,
        .until = Date{std::chrono::year{2026} / 12 / 7},
        .reason = "Waiting for imaging \u2013 she said \u201csoon\u201d",
        .facts = "no improvement; nprs 7 7"};
}

} // namespace

BOOST_AUTO_TEST_SUITE(decisions_put_off)

ON_BOTH_ENGINES(the_newest_of_an_episode_counts)
{
    Episode const episode = begin_episode(admit("Lindqvist", "Maja").id());
    BOOST_TEST(!records.deferrals().newest(episode.id()).has_value());
    auto const first = deferral(4, episode, therapist, clock.now());
    auto const second = deferral(3, episode, therapist, clock.now() + std::chrono::minutes{1});
    BOOST_TEST(records.deferrals().keep(second).has_value());
    BOOST_TEST(records.deferrals().keep(first).has_value());

    BOOST_TEST((records.deferrals().newest(episode.id()) == second));
}

ON_BOTH_ENGINES(a_repeated_save_is_one_and_another_under_its_id_is_refused)
{
    Episode const episode = begin_episode(admit("Lindqvist", "Maja").id());
    auto one = deferral(4, episode, therapist, clock.now());
    BOOST_TEST(records.deferrals().keep(one).has_value());
    BOOST_TEST(records.deferrals().keep(one).has_value());
    one.reason = "another";
    BOOST_TEST(!records.deferrals().keep(one).has_value());
}

ON_BOTH_ENGINES(they_and_the_drawings_of_documents_are_never_changed)
{
    Episode const episode = begin_episode(admit("Lindqvist", "Maja").id());
    BOOST_TEST(records.deferrals().keep(deferral(4, episode, therapist, clock.now())).has_value());
    records.documents().keep(
        {DocumentId{5}, episode.patient(), episode.id(), DocumentKind::ProgressReport, "Report",
            Date{std::chrono::year{2026} / 11 / 20}, clock.now(), therapist, 1, records.digest("x"), 1},
        "x");
    BOOST_TEST(!records.documents().drawing(DocumentId{5}).has_value());
    records.documents().keep_drawing(DocumentId{5}, "{\u201cpages\u201d}");
    records.documents().keep_drawing(DocumentId{5}, "another");
    BOOST_TEST((records.documents().drawing(DocumentId{5}) == "{\u201cpages\u201d}"));

    for (auto const* sql : {"update decision_deferral set reason = 'x'", "delete from decision_deferral",
             "update document_drawing set content = 'x'", "delete from document_drawing"})
        BOOST_TEST(is_refused_by_schema(sql), sql);
}

BOOST_AUTO_TEST_SUITE_END()
