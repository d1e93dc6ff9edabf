// SPDX-License-Identifier: Apache-2.0
#include "domain/core/Time.hpp"
#include "tests/cli/Running.hpp"

#include <boost/test/unit_test.hpp>

#include <chrono>
#include <cstdlib>
#include <filesystem>

using namespace plumbline::testing;

namespace {

/// The first patient with an episode that had visits.
nlohmann::json someone_treated(DemoClinic const& clinic)
{
    for (auto const& row : clinic.ask("patient list").json()) {
        auto const shown = clinic.ask("patient show " + row["id"].get<std::string>()).json();
        for (auto const& episode : shown["episodes"])
            if (episode["visits"].get<int>() > 2)
                return shown;
    }
    return {};
}

} // namespace

BOOST_AUTO_TEST_SUITE(the_demo_clinic_on_the_command_line)

BOOST_AUTO_TEST_CASE(the_same_seed_makes_the_same_clinic)
{
    DemoClinic const first{"7"}, second{"7"}, other{"8"};
    BOOST_TEST_REQUIRE(first.made().code == 0, first.made().err);
    BOOST_TEST(keys(first.made().out) == "patients visits appointments");
    BOOST_TEST(first.made().json()["patients"].get<int>() == 6);
    BOOST_TEST(first.made().out == second.made().out);
    auto const listed = first.ask("patient list");
    BOOST_TEST_REQUIRE(listed.code == 0, listed.err);
    BOOST_TEST(listed.json().size() == 6U);
    BOOST_TEST(listed.out == second.ask("patient list").out);
    BOOST_TEST(listed.out != other.ask("patient list").out);
    BOOST_TEST(first.ask("check").code == 0);
}

BOOST_AUTO_TEST_CASE(the_demo_is_found_again_without_naming_its_file)
{
    TemporaryFolder const home;
    char const* const before = std::getenv("XDG_DATA_HOME"); // NOLINT(concurrency-mt-unsafe)
    std::string const usual = before == nullptr ? "" : before;
    ::setenv("XDG_DATA_HOME", home.path().c_str(), 1); // NOLINT(concurrency-mt-unsafe)
    BOOST_TEST(plumbline_cli("--user demo patient list").code == 3);
    BOOST_TEST(plumbline_cli("demo --patients 3").code == 0);
    auto const listed = plumbline_cli("--user demo --json patient list");
    BOOST_TEST_REQUIRE(listed.code == 0, listed.err);
    BOOST_TEST(listed.json().size() == 3U);
    BOOST_TEST(plumbline_cli("--user dreyes patient list").code == 3); // Somebody else's clinic is another file.
    ::setenv("XDG_DATA_HOME", usual.c_str(), 1); // NOLINT(concurrency-mt-unsafe); empty means unset.
}

BOOST_AUTO_TEST_CASE(what_lies_behind_was_treated_or_missed_and_is_mostly_treatment)
{
    DemoClinic const clinic;
    auto const today = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
    auto const ago = [today](int days) { return plumbline::to_iso(plumbline::Date{today - std::chrono::days{days}}); };
    auto const listed = clinic.ask("schedule list --from " + ago(56) + " --to " + ago(2));
    BOOST_TEST_REQUIRE(listed.code == 0, listed.err);
    int done = 0, treatments = 0;
    for (auto const& one : listed.json()) {
        auto const status = one["status"].get<std::string>();
        BOOST_TEST((status == "done" || status == "no-show" || status == "cancelled"), status);
        done += status == "done";
        treatments += one["type"] == "treatment";
    }
    BOOST_TEST(done > 0);
    BOOST_TEST(2 * treatments > done);
}

BOOST_AUTO_TEST_CASE(a_patient_is_shown_with_episodes)
{
    DemoClinic const clinic;
    auto const someone = clinic.ask("patient list --limit 1").json().front();
    auto const shown = clinic.ask("patient show " + someone["id"].get<std::string>());
    BOOST_TEST_REQUIRE(shown.code == 0, shown.err);
    BOOST_TEST(keys(shown.out) == "id record_number name birth_date episodes version");
    BOOST_TEST_REQUIRE(shown.json()["episodes"].size() > 0U);
    BOOST_TEST(keys(nlohmann::ordered_json::parse(shown.out)["episodes"].front().dump()) == "id title started visits");
    BOOST_TEST(clinic.ask("patient show 5").code == 3);
    BOOST_TEST(clinic.ask("patient show five").code == 5);
}

BOOST_AUTO_TEST_CASE(a_progress_report_names_the_patient_and_says_its_digest)
{
    DemoClinic const clinic;
    auto const patient = someone_treated(clinic);
    BOOST_TEST_REQUIRE(!patient.is_null());
    std::string const request = "report progress --patient " + patient["id"].get<std::string>();

    auto const first = clinic.ask(request + " --out '" + clinic.path("a.pdf") + "'");
    auto const second = clinic.ask(request + " --out '" + clinic.path("b.pdf") + "'");
    BOOST_TEST_REQUIRE(first.code == 0, first.err);
    BOOST_TEST_REQUIRE(second.code == 0, second.err);
    BOOST_TEST(keys(first.out) == "file pages sha256");
    BOOST_TEST(first.json()["pages"].get<int>() >= 1);
    std::string const name = patient["name"].get<std::string>();
    std::string const family = name.substr(0, name.find(','));
    for (auto const* const file : {"a.pdf", "b.pdf"})
        BOOST_TEST(words_of(clinic.path(file), clinic.path("words")).find(family) != std::string::npos);
    std::string const sum =
        "echo '" + first.json()["sha256"].get<std::string>() + "  " + clinic.path("a.pdf") + "' | sha256sum -c --quiet";
    BOOST_TEST(std::system(sum.c_str()) == 0); // NOLINT(concurrency-mt-unsafe)
}

BOOST_AUTO_TEST_CASE(a_report_of_nobody_or_of_no_day_is_not_made)
{
    DemoClinic const clinic;
    auto const id = clinic.ask("patient list --limit 1").json().front()["id"].get<std::string>();
    BOOST_TEST(clinic.ask("report progress --patient 5 --out '" + clinic.path("x.pdf") + "'").code == 3);
    BOOST_TEST(
        clinic.ask("report progress --patient " + id + " --date soon --out '" + clinic.path("x.pdf") + "'").code == 5);
    BOOST_TEST(!std::filesystem::exists(clinic.path("x.pdf")));
}

BOOST_AUTO_TEST_SUITE_END()
