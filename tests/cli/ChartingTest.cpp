// SPDX-License-Identifier: Apache-2.0
// What charting on the command line refuses, and that nothing half done stays.
#include "persistence/Door.hpp"
#include "tests/cli/Treated.hpp"
#include "tests/support/FixedClock.hpp"

#include <fstream>

using namespace plumbline::testing;

namespace {

struct Bad {
    char const* request; ///< P and E stand for patient and episode.
    int code;
    char const* said; ///< Field, or a word of the sentence.
};

std::string with_ids(std::string text, Treated const& who)
{
    for (auto const& [sign, id] : {std::pair{" P", &who.patient}, std::pair{" E", &who.episode}})
        if (auto const at = text.find(sign); at != std::string::npos)
            text.replace(at + 1, 1, *id);
    return text;
}

void are_refused(Treated const& who, std::initializer_list<Bad> all)
{
    for (Bad const& bad : all) {
        auto const run = who.clinic.ask(with_ids(bad.request, who));
        BOOST_TEST(run.code == bad.code, bad.request << " gave " << run.code << ": " << run.err);
        BOOST_TEST(run.err.find(bad.said) != std::string::npos, bad.request << ": " << run.err);
        BOOST_TEST(run.out.empty(), bad.request);
    }
}

std::string repeated(std::string const& part, int times)
{
    std::string text;
    for (int i = 0; i < times; ++i)
        text += part;
    return text;
}

/// Gives others a login, with the owner's own password.
void admit(OwnClinic const& clinic, std::vector<plumbline::User::Details> const& people)
{
    using namespace plumbline;
    FixedClock const clock{
        ClinicTime{std::chrono::floor<Minutes>(std::chrono::system_clock::now()).time_since_epoch()}};
    IdMaker ids{clock};
    auto const door = persistence::make_door(clock, ids);
    auto const open = door->open({clinic.path("own.plumbline")}, "olga", OwnClinic::password);
    BOOST_TEST_REQUIRE(open.has_value());
    for (User::Details const& details : people) {
        auto const user = User::create(ids.make<UserId>(), details);
        BOOST_TEST_REQUIRE(user.has_value());
        BOOST_TEST_REQUIRE((*open)->admit(*user, OwnClinic::password).has_value());
    }
}

} // namespace

BOOST_FIXTURE_TEST_SUITE(charting_on_the_command_line, Treated)

BOOST_AUTO_TEST_CASE(what_a_patient_or_episode_cannot_be_is_refused_beside_its_field)
{
    are_refused(*this,
        {{"patient add --family Lind --given Mara --birth-date 1979-03-12", 5, "name.family"},
            {"patient add --family X --birth-date 2199-01-01", 5, "birth_date"},
            {"patient add --family X --birth-date soon", 5, "birth_date"},
            {"patient add --family X --birth-date 1979-03-12 --email nowhere", 5, "contact.email"},
            {"patient add --family X --birth-date 1979-03-12 --visits-authorized many", 5,
                "coverage.visits_authorized"},
            {"patient add --family X --birth-date 1979-03-12 --medication 'A; B; C; D'", 5, "medications"},
            {"patient add --birth-date 1979-03-12", 5, "name.family"}, {"patient add --family X", 2, "--birth-date"},
            {"patient add --family X --birth-date 1979-03-12 --sex maybe", 2, "--sex"},
            {"episode start --patient P --title Back --diagnosis M54.99", 5, "diagnoses"},
            {"episode start --patient P --title '' --diagnosis M54.32", 5, "title"},
            {"episode start --patient P --title Back --region moon", 5, "region"},
            {"episode start --patient P --title Back --onset 2199-01-01", 5, "onset"},
            {"episode start --patient 5 --title Back", 3, "patient"}, {"episode list --patient 5", 3, "patient"}});
    BOOST_TEST(must_ask("patient list").size() == 1U);
    BOOST_TEST(must_ask("episode list --patient " + patient).size() == 1U);
    BOOST_TEST(
        clinic.ask("patient add --family Lind --given Mara --birth-date 1979-03-12 --accept-duplicate").code == 0);
    BOOST_TEST(must_ask("patient list").size() == 2U);
}

BOOST_AUTO_TEST_CASE(what_an_evaluation_or_plan_cannot_be_is_refused_beside_its_field)
{
    are_refused(*this,
        {{"evaluation record --episode E --pain-now 11", 5, "pain.now"},
            {"evaluation record --episode E --pain-now high --pain-worst x", 5, "pain.worst"},
            {"evaluation record --episode E --pain-best 8 --pain-worst 2", 5, "pain.best"},
            {"evaluation record --episode E --date 2199-01-01", 5, "on: "},
            {"evaluation record --episode E --motion flexion=900", 5, "lumbar-flexion"},
            {"evaluation record --episode E --motion wings=40", 5, "lumbar-flexion, lumbar-extension"},
            {"evaluation record --episode E --motion flexion", 5, "--motion"},
            {"evaluation record --episode E --pain-now 5 --odi '3 2 4'", 5, "oswestry"},
            {"evaluation record --episode E --pain-now 5 --odi '3 2 4 1 3 2 - 1 2 9'", 5, "oswestry"},
            {"evaluation record --episode E --sign", 5, "pain.now"},
            {"evaluation record --episode E --history @/nowhere/at/all", 3, "history"},
            {"evaluation record --episode 5 --pain-now 5", 3, "episode"}, {"evaluation sign 5", 3, "evaluation"},
            {"plan establish --episode E --goal 'Sits by=2199-01-01'", 5, "interventions"},
            {"plan establish --episode E --intervention exercise", 5, "goals"},
            {"plan establish --episode E --intervention exercise --goal 'Sits'", 5, "goals.target_date"},
            {"plan establish --episode E --intervention exercise --goal 'Sits until=2199-01-01'", 5, "“until”"},
            {"plan establish --episode E --intervention moon --goal 'Sits by=2199-01-01'", 5, "modality"},
            {"plan establish --episode E --intervention exercise --frequency 99 --goal 'Sits by=2199-01-01'", 5,
                "visits_per_week"},
            {"plan establish --episode E --intervention exercise --sessions 9 --goal 'Sits by=2199-01-01'", 5,
                "sessions_per_day"},
            {"plan show --episode E", 3, "plan"}, {"plan sign 5", 3, "plan"}});
    BOOST_TEST(must_ask("evaluation list --episode " + episode).empty());

    auto const evaluation = must_ask("evaluation record --episode " + episode + " --pain-now 5");
    BOOST_TEST(must_ask("evaluation record --episode " + episode + " --pain-now 4")["kind"] == "re-evaluation");
    std::string const sign = "evaluation sign " + evaluation["id"].get<std::string>();
    BOOST_TEST(clinic.ask(sign + " --if-version 7").code == 5);
    BOOST_TEST(clinic.ask(sign).code == 0);
    BOOST_TEST(clinic.ask(sign).code == 5);
    std::string const plan = "plan establish --episode " + episode
        + " --intervention exercise --sessions 2 --goal 'Sits by=2199-01-01 baseline=\"10 min\" target=\"1 h\"'";
    auto const established = must_ask(plan);
    BOOST_TEST(clinic.ask(plan).code == 5);
    auto const shown = must_ask("plan show --episode " + episode);
    BOOST_TEST(shown["goals"][0]["text"] == "Sits");
    BOOST_TEST(shown["sessions_per_day"] == 2);
    BOOST_TEST(shown["signed"].is_null());
    std::string const seal = "plan sign " + established["id"].get<std::string>();
    BOOST_TEST(clinic.ask(seal + " --if-version 7").code == 5);
    BOOST_TEST(!must_ask(seal)["signed"].is_null());
    BOOST_TEST(clinic.ask(seal).code == 5);
}

BOOST_AUTO_TEST_CASE(what_a_note_cannot_hold_is_refused_and_no_visit_stays)
{
    are_refused(*this,
        {{"visit chart --episode E --start 2199-01-01T10:00 --pain-now 5", 5, "day"},
            {"visit chart --episode E --start 2025-01-01T10:00 --pain-now 5", 5, "day"},
            {"visit chart --episode E --start 2025-03-05 --pain-now 5", 5, "time"},
            {"visit chart --episode E --start soon", 5, "start"}, {"visit chart --episode E --pain-now 11", 5, "pain"},
            {"visit chart --episode E --trend sideways", 5, "better, same, worse"},
            {"visit chart --episode E --sign", 5, "pain"},
            {"visit chart --episode E --row 'dancing minutes=8'", 5, "modality"},
            {"visit chart --episode E --row 'ultrasound minutes=8 tempo=3'", 5, "ultrasound-intensity"},
            {"visit chart --episode E --row 'ultrasound minutes=8 ultrasound-frequency=2 ultrasound-intensity=1'", 5,
                "ultrasound-frequency"},
            {"visit chart --episode E --row 'ultrasound ultrasound-frequency=1 ultrasound-intensity=99'", 5,
                "ultrasound-intensity"},
            {"visit chart --episode E --row 'hot-pack minutes=200'", 5, "minutes"},
            {"visit chart --episode E --row 'hot-pack minutes=x'", 5, "minutes"},
            {"visit chart --episode E --row 'exercise exercise=E999'", 5, "exercise_id"},
            {"visit chart --episode E --row 'mobilization grade=IX'", 5, "grade"},
            {"visit chart --episode E --row 'massage timed=perhaps'", 5, "--row"},
            {"visit chart --episode E --row 'massage minutes=8 minutes=9'", 5, "twice"},
            {"visit chart --episode E --row 'massage name=\"open'", 5, "quote"},
            {"visit chart --episode E --row 'massage minutes=8 loosely'", 5, "loosely"},
            {"visit chart --episode E --subjective - --plan -", 5, "plan"},
            {"visit chart --episode 5 --pain-now 5", 3, "episode"}, {"visit show 5", 3, "visit"},
            {"visit show five", 5, "ID"}, {"visit sign 5", 3, "visit"}, {"visit list --episode 5", 3, "episode"},
            {"visit addendum 5 --text x", 3, "visit"}, {"visit chart --pain-now 5", 2, "--episode"}});
    BOOST_TEST(must_ask("visit list --episode " + episode).empty());
    BOOST_TEST(audited("create", "visit") == 0);
}

BOOST_AUTO_TEST_CASE(a_contraindication_stops_a_row_until_a_reason_is_given)
{
    static_cast<void>(must_ask("patient change " + patient + " --precaution cardiac-pacemaker"));
    std::string const tens = "--pain-now 5 --row 'tens minutes=20 frequency=100' ";
    auto const stopped = chart(tens);
    BOOST_TEST(stopped.code == 5);
    BOOST_TEST(stopped.err.find("--override-reason") != std::string::npos, stopped.err);
    BOOST_TEST(must_ask("visit list --episode " + episode).empty());

    auto const given = chart(tens + "--override-reason 'Cardiologist agreed' --sign");
    BOOST_TEST_REQUIRE(given.code == 0, given.err);
    BOOST_TEST(given.json()["rows"][0]["override_reason"] == "Cardiologist agreed");
    BOOST_TEST(given.json()["rows"][0]["cautions"].size() > 0U);
    BOOST_TEST(audited("change", "intervention") == 1);
}

BOOST_AUTO_TEST_CASE(long_texts_come_from_files_and_standard_input_as_they_are)
{
    // Two bytes each: ten thousand characters are what a note holds at most.
    std::string const text = repeated("\xC3\xA9", 10'000);
    std::string const file = clinic.path("said.txt");
    std::string const as_file = "--subjective '@" + file + "' --plan - <'" + file + "'";
    auto const write = [&](std::string const& words) { std::ofstream{file} << words; };
    write(text + "\n");
    auto const kept = chart("--pain-now 5 " + as_file);
    BOOST_TEST_REQUIRE(kept.code == 0, kept.err);
    BOOST_TEST((kept.json()["subjective"] == text));
    BOOST_TEST((kept.json()["plan"] == text));

    write(text + "x");
    BOOST_TEST(chart("--continue " + as_file).code == 5);
    write("not \xFF UTF-8");
    BOOST_TEST(chart("--continue " + as_file).code == 5);
    write(repeated("0123456789", 100'000));
    BOOST_TEST(chart("--continue " + as_file).code == 5);
    std::string const id = kept.json()["id"];
    BOOST_TEST((must_ask("visit show " + id)["subjective"] == text));
    BOOST_TEST(must_ask("visit sign " + id)["signed"]["holds"].get<bool>());
    BOOST_TEST(must_ask("visit addendum " + id + " --text '@@home'")["addenda"][0]["text"] == "@home");
}

BOOST_AUTO_TEST_CASE(roles_do_here_what_they_may_do_in_the_window)
{
    using plumbline::Role;
    std::string const evaluation = must_ask("evaluation record --episode " + episode + " --pain-now 5")["id"];
    admit(clinic,
        {{"frida", "Frida Front", "", "", Role::FrontDesk, true},
            {"arno", "Arno Assistant", "PTA", "", Role::Assistant, true}});
    auto const ask = [&](std::string const& who, std::string const& request) {
        return plumbline_cli("--json --clinic '" + clinic.path("own.plumbline") + "' --user " + who
            + " --password-file '" + clinic.path("password") + "' " + with_ids(request, *this));
    };
    for (auto const* const request :
        {"visit chart --episode E --pain-now 5", "visit list --episode E", "evaluation record --episode E --pain-now 5",
            "evaluation list --episode E", "plan show --episode E", "episode start --patient P --title Back",
            "plan establish --episode E --intervention exercise --goal 'Sits by=2199-01-01 baseline=5 target=9'",
            "episode list --patient P"})
        BOOST_TEST(ask("frida", request).code == 5, request);
    BOOST_TEST(ask("frida", "evaluation sign " + evaluation).code == 5);
    BOOST_TEST(ask("frida", "patient add --family Novak --given Jan --birth-date 1960-01-01").code == 0);
    BOOST_TEST(ask("frida", "patient change P --phone '555 0142'").code == 0);
    BOOST_TEST(audited("denied", "") == 9);

    // An assistant treats, and neither evaluates nor plans (CMS Pub. 100-02 ch. 15 section 220.3).
    BOOST_TEST(ask("arno", "evaluation record --episode E --pain-now 5").code == 5);
    BOOST_TEST(ask("arno", "evaluation sign " + evaluation).code == 5);
    auto const note = ask("arno", "visit chart --episode E --pain-now 5 --row 'massage minutes=15' --sign");
    BOOST_TEST_REQUIRE(note.code == 0, note.err);
    BOOST_TEST(note.json()["provider"] == "arno");
    BOOST_TEST(must_ask("evaluation list --episode " + episode)[0]["signed"].is_null());
}

BOOST_AUTO_TEST_CASE(diagnoses_are_found_by_the_beginnings_of_their_words)
{
    auto const found = plumbline_cli("--json diagnosis find sciat left");
    BOOST_TEST_REQUIRE(found.code == 0, found.err);
    BOOST_TEST(keys(nlohmann::ordered_json::parse(found.out)[0].dump()) == "code title group");
    BOOST_TEST(found.json()[0]["code"] == "M54.32");
    BOOST_TEST(plumbline_cli("--json diagnosis find moonlight").json().empty());
    BOOST_TEST(plumbline_cli("--json diagnosis find pain --limit 2").json().size() == 2U);
    BOOST_TEST(plumbline_cli("diagnosis find pain --date soon").code == 5);
}

BOOST_AUTO_TEST_SUITE_END()
