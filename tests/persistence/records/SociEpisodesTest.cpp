// SPDX-License-Identifier: Apache-2.0
#include "tests/persistence/records/Engines.hpp"

using namespace plumbline;

BOOST_AUTO_TEST_SUITE(episodes)

ON_BOTH_ENGINES(an_episode_comes_back_whole)
{
    Patient const maja = admit("Lindqvist", "Maja");
    auto const ruiz = ReferringProvider::create(ReferringProviderId{3}, {"Ruiz", "MD", "", "", "", "", ""});
    BOOST_REQUIRE(records.referring_providers().keep(*ruiz).has_value());
    Episode::Details details;
    details.title = "left-sided sciatica";
    details.complaint = "“It shoots down my leg”";
    details.region = Region::LowBack;
    details.side = Side::Left;
    details.onset = day("2026-08-20");
    details.onset_approximate = true;
    details.mechanism = Mechanism::Lifting;
    details.diagnoses = {"M54.32", "M54.16"};
    details.referred_by = ReferringProviderId{3};
    details.started = day("2026-10-05");
    details.status = EpisodeStatus::Discharged;
    details.ended = day("2026-11-20");
    details.end_reason = "goals met";
    Episode const kept = Episode::restore(EpisodeId{8}, maja.id(), details, 0);
    BOOST_REQUIRE(records.episodes().keep(kept).has_value());
    BOOST_TEST(records.episodes().keep(kept).has_value());

    BOOST_TEST((records.episodes().find(EpisodeId{8}) == Episode::restore(EpisodeId{8}, maja.id(), details, 1)));
}

ON_BOTH_ENGINES(episodes_of_a_patient_are_listed_newest_first)
{
    Patient const maja = admit("Lindqvist", "Maja");
    Patient const ana = admit("Ruiz", "Ana");
    auto const add = [&](std::int64_t id, PatientId patient, std::string_view started) {
        Episode::Details details;
        details.title = std::string{started};
        details.diagnoses = {"M54.5" + std::to_string(id % 10)};
        details.started = day(started);
        BOOST_REQUIRE(records.episodes().keep(Episode::restore(EpisodeId{id}, patient, details, 0)).has_value());
    };
    add(1, maja.id(), "2024-01-02");
    add(2, ana.id(), "2025-01-02");
    add(3, maja.id(), "2026-01-02");
    add(4, maja.id(), "2025-06-02");

    auto const found = records.episodes().of_patient(maja.id());

    BOOST_REQUIRE(found.size() == 3);
    BOOST_TEST(found[0].details().title == "2026-01-02");
    BOOST_TEST(found[1].details().title == "2025-06-02");
    BOOST_TEST(found[2].details().title == "2024-01-02");
    BOOST_TEST(found[0].details().diagnoses.at(0) == "M54.53");
    BOOST_TEST(found[2].details().diagnoses.at(0) == "M54.51");
}

ON_BOTH_ENGINES(a_changed_episode_is_kept_and_an_outdated_copy_refused)
{
    Episode const opened = begin_episode(admit("Lindqvist", "Maja").id());
    auto details = opened.details();
    details.diagnoses = {"M54.32"};
    BOOST_TEST(records.episodes()
                   .keep(Episode::restore(opened.id(), opened.patient(), details, opened.version()))
                   .has_value());

    details.diagnoses = {"M54.31"};
    auto const late =
        records.episodes().keep(Episode::restore(opened.id(), opened.patient(), details, opened.version()));

    BOOST_REQUIRE(!late.has_value());
    BOOST_TEST((late.error().reason == Refusal::Reason::Conflict));
    auto const kept = records.episodes().find(opened.id());
    BOOST_TEST(kept->version() == 2);
    BOOST_TEST(kept->details().diagnoses.at(0) == "M54.32");
}

ON_BOTH_ENGINES(an_episode_of_nobody_is_impossible)
{
    BOOST_TEST(is_refused_by_schema(
        "insert into episode (id, patient_id, title, complaint, region, side, onset_approximate, mechanism, started_on,"
        " status, end_reason, version) values (1, 404, 't', '', 'low-back', '', 0, 'unknown', '2026-01-01', 'open', "
        "'', 1)"));
}

BOOST_AUTO_TEST_SUITE_END()
