// SPDX-License-Identifier: Apache-2.0
// The main job without a window: from an empty clinic to the progress report.
#include "tests/cli/Treated.hpp"

using namespace plumbline::testing;

namespace {

bool holds(std::string const& text, std::string_view part)
{
    return text.find(part) != std::string::npos;
}

constexpr char const* exercise_and_manual_therapy =
    "--row 'exercise exercise=E05 sets=3 reps=10 minutes=33 code=97110' "
    "--row 'mobilization grade=III segment=L4 name=\"Central PA\" minutes=7 code=97140 response=\"eased it\"' ";

} // namespace

BOOST_FIXTURE_TEST_SUITE(the_main_job_on_the_command_line, Treated)

BOOST_AUTO_TEST_CASE(it_is_done_from_the_first_patient_to_the_report)
{
    auto const evaluation = must_ask("evaluation record --episode " + episode
        + " --date 2025-03-03 --pain-now 6 --pain-best 3 --pain-worst 8 --motion flexion=40,painful extension=12"
          " --odi '3 2 4 1 3 2 - 1 2 3' --history 'Lifted a crate' --findings 'SLR 45' --assessment 'Sciatica' --sign");
    BOOST_TEST(keys(evaluation.dump()) == "id version episode_id kind date pain_now odi signed");
    BOOST_TEST(evaluation["kind"] == "initial");
    BOOST_TEST(!evaluation["signed"].is_null());
    // 21 of 45 points.
    BOOST_TEST(evaluation["odi"].get<double>() == 100 * 21 / 45., boost::test_tools::tolerance(1e-9));

    auto const plan = must_ask("plan establish --episode " + episode
        + " --date 2025-03-03 --frequency 3 --weeks 4 --intervention exercise mobilization"
          " --goal 'Sits an hour by=2025-04-15 baseline=47 target=20 measure=odi'"
          " --goal 'Walks a mile by=2025-03-20 term=short baseline=\"0.2 mi\" target=\"1 mi\"'");
    BOOST_TEST(plan["visits"] == 12);
    BOOST_TEST(plan["goals"][0]["text"] == "Sits an hour");
    BOOST_TEST(plan["goals"][1]["term"] == "short");

    std::string const note = "visit chart --episode " + episode + " --sign ";
    auto const first =
        must_ask(note + "--start 2025-03-05T10:00 --pain-now 5 --subjective 'Better' " + exercise_and_manual_therapy);
    BOOST_TEST(keys(first.dump())
        == "id version patient_id episode_id start provider pain_now pain_worst trend subjective objective assessment "
           "plan rows minutes rule total_minutes total_units tie lines signed addenda");
    BOOST_TEST(first["rows"][0]["name"] == "Bird dog"); // As the library calls it.
    BOOST_TEST(first["rows"][1]["side"] == "left");     // The episode's.
    // CMS Pub. 100-04 ch. 5 section 20.2 C, example 3.
    BOOST_TEST(first["total_units"] == 3);
    BOOST_TEST(
        first["lines"].dump() == R"([{"code":"97110","minutes":33,"units":2},{"code":"97140","minutes":7,"units":1}])");
    BOOST_TEST(first["signed"]["holds"].get<bool>());
    static_cast<void>(must_ask(note
        + "--start 2025-03-07T10:00 --pain-now 4 --trend better --as-last-time"
          " --row 'ultrasound minutes=8 ultrasound-frequency=1 ultrasound-intensity=1.2 code=97035'"));
    auto const third = must_ask(note + "--start 2025-03-10T10:00 --pain-now 3 --as-last-time");
    BOOST_TEST(third["rows"].size() == 3U);
    BOOST_TEST(third["rows"][1]["response"] == ""); // Of that day, not of the last.

    auto const visits = must_ask("visit list --episode " + episode);
    BOOST_TEST_REQUIRE(visits.size() == 3U);
    BOOST_TEST(keys(visits[0].dump()) == "id version start provider minutes total_units signed");
    BOOST_TEST(visits[2]["minutes"] == 48);
    BOOST_TEST(must_ask("episode list --patient " + patient)[0]["visits"] == 3);

    auto const report =
        must_ask("report progress --patient " + patient + " --date 2025-03-11 --out '" + clinic.path("r.pdf") + "'");
    auto const words = words_of(clinic.path("r.pdf"), clinic.path("words"));
    for (auto const* const part : {"Lind", "M54.32", "Sits an hour", "Olga Harbor, PT", "Oswestry"})
        BOOST_TEST(holds(words, part), part);

    BOOST_TEST(must_ask("check")["ok"].get<bool>());
    BOOST_TEST(must_ask("audit verify")["ok"].get<bool>());
    BOOST_TEST(audited("create", "patient") == 1);
    BOOST_TEST(audited("create", "episode") == 1);
    BOOST_TEST(audited("create", "plan_of_care") == 1);
    BOOST_TEST(audited("sign", "evaluation") == 1);
    BOOST_TEST(audited("create", "visit") == 3);
    BOOST_TEST(audited("sign", "visit") == 3);
    BOOST_TEST(audited("create", "document") == 1);
    BOOST_TEST(audited("read", "chart") >= 2);
}

BOOST_AUTO_TEST_CASE(a_note_is_written_read_signed_and_added_to_in_steps)
{
    auto const begun = chart("--pain-now 5 " + std::string{exercise_and_manual_therapy});
    BOOST_TEST_REQUIRE(begun.code == 0, begun.err);
    std::string const id = begun.json()["id"];
    BOOST_TEST(begun.json()["signed"].is_null());
    BOOST_TEST(clinic.ask("visit addendum " + id + " --text more").code == 5);

    // The same command again would write everything twice.
    auto const again = chart("--pain-now 5");
    BOOST_TEST(again.code == 5);
    BOOST_TEST(holds(again.err, id), again.err);
    auto const more = chart("--continue --plan 'As before' --row 'hot-pack minutes=15'");
    BOOST_TEST_REQUIRE(more.code == 0, more.err);
    BOOST_TEST(more.json()["rows"].size() == 3U);
    BOOST_TEST(more.json()["pain_now"] == 5);
    BOOST_TEST(more.json()["plan"] == "As before");

    int const version = more.json()["version"];
    auto const late = clinic.ask("visit sign " + id + " --if-version " + std::to_string(version - 1));
    BOOST_TEST(late.code == 5);
    BOOST_TEST(must_ask("visit show " + id)["signed"].is_null());
    BOOST_TEST(!must_ask("visit sign " + id + " --if-version " + std::to_string(version))["signed"].is_null());
    auto const added = must_ask("visit addendum " + id + " --text 'He called: all is well'");
    BOOST_TEST(added["addenda"][0]["text"] == "He called: all is well");
    BOOST_TEST(added["signed"]["holds"].get<bool>());
    BOOST_TEST(audited("addend", "visit") == 1);

    auto const sealed = chart("--continue --plan other");
    BOOST_TEST(sealed.code == 0, sealed.err); // A second visit of that day: the first is signed.
    BOOST_TEST(sealed.json()["id"] != id);
}

BOOST_AUTO_TEST_CASE(a_patient_is_changed_field_by_field_and_never_over_somebody_else)
{
    std::string const change = "patient change " + patient;
    auto const changed = must_ask(change
        + " --given 'Ma\xC5\x82gorzata Zo\xC3\xAB' --phone '555 0142' --payer Medicare --unit-rule ama"
          " --precaution 'cardiac-pacemaker; since 2019' --precaution 'Afraid of heights'");
    BOOST_TEST(keys(changed.dump()) == "id version record_number name birth_date precautions");
    BOOST_TEST(changed["name"] == "Lind, Ma\xC5\x82gorzata Zo\xC3\xAB");
    BOOST_TEST(changed["precautions"][0]["condition"] == "cardiac-pacemaker");
    BOOST_TEST(changed["precautions"][1]["condition"].is_null());
    int const version = changed["version"];
    BOOST_TEST(must_ask("patient show " + patient)["version"] == version);

    auto const late = clinic.ask(change + " --phone '555 0199' --if-version " + std::to_string(version - 1));
    BOOST_TEST(late.code == 5);
    BOOST_TEST(must_ask("patient list --search '555 0142'").size() == 1U);
    auto const now = must_ask(change + " --phone '' --precaution '' --if-version " + std::to_string(version));
    BOOST_TEST(now["precautions"].empty());
    BOOST_TEST(now["name"] == "Lind, Ma\xC5\x82gorzata Zo\xC3\xAB");
    BOOST_TEST(must_ask("patient list --search '555 0142'").empty());
    BOOST_TEST(clinic.ask("patient change 5 --phone 5550142").code == 3);
}

BOOST_AUTO_TEST_SUITE_END()
