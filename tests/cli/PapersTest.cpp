// SPDX-License-Identifier: Apache-2.0
#include "tests/cli/Running.hpp"

#include <boost/test/unit_test.hpp>

#include <cstdlib>
#include <filesystem>

using namespace plumbline::testing;

namespace {

bool holds(std::string const& text, std::string_view part)
{
    return text.find(part) != std::string::npos;
}

std::string first_patient(DemoClinic const& clinic)
{
    return clinic.ask("patient list --limit 1").json().front()["id"].get<std::string>();
}

} // namespace

BOOST_AUTO_TEST_SUITE(papers_and_exports_on_the_command_line)

BOOST_AUTO_TEST_CASE(a_day_sheet_is_made_and_noted)
{
    DemoClinic const clinic;
    auto const made = clinic.ask("report schedule --out '" + clinic.path("day.pdf") + "'");
    BOOST_TEST_REQUIRE(made.code == 0, made.err);
    BOOST_TEST(keys(made.out) == "file pages sha256");
    BOOST_TEST(holds(words_of(clinic.path("day.pdf"), clinic.path("words")), "Day sheet"));
    BOOST_TEST(holds(clinic.ask("audit list --limit 3").out, "day-sheet"));

    auto const mine =
        clinic.ask("report schedule --clinician demo --date 2031-01-05 --out '" + clinic.path("mine.pdf") + "'");
    BOOST_TEST_REQUIRE(mine.code == 0, mine.err);
    BOOST_TEST(holds(words_of(clinic.path("mine.pdf"), clinic.path("words")), "No appointment on this day."));
}

BOOST_AUTO_TEST_CASE(what_cannot_be_made_leaves_no_file)
{
    DemoClinic const clinic;
    std::string const out = " --out '" + clinic.path("x") + "'";
    BOOST_TEST(clinic.ask("report schedule --clinician nobody" + out).code == 3);
    BOOST_TEST(clinic.ask("report schedule --date soon" + out).code == 5);
    BOOST_TEST(clinic.ask("report routing --appointment 5" + out).code == 3);
    BOOST_TEST(clinic.ask("report coming --patient 5" + out).code == 3);
    BOOST_TEST(clinic.ask("export ical" + out).code == 5);
    BOOST_TEST(clinic.ask("export ical --patient 5" + out).code == 3);
    BOOST_TEST(!std::filesystem::exists(clinic.path("x")));
}

BOOST_AUTO_TEST_CASE(papers_for_patients_and_lists_for_the_desk_are_made)
{
    DemoClinic const clinic;
    auto const coming =
        clinic.ask("report coming --patient " + first_patient(clinic) + " --out '" + clinic.path("c.pdf") + "'");
    BOOST_TEST_REQUIRE(coming.code == 0, coming.err);
    BOOST_TEST(holds(words_of(clinic.path("c.pdf"), clinic.path("words")), "Your coming visits"));
    auto const slips = clinic.ask("report reminders --out '" + clinic.path("r.pdf") + "'");
    BOOST_TEST_REQUIRE(slips.code == 0, slips.err);
    auto const list = clinic.ask("export reminders --to 2031-01-05 --out '" + clinic.path("r.csv") + "'");
    BOOST_TEST_REQUIRE(list.code == 0, list.err);
    BOOST_TEST(keys(list.out) == "file");
    BOOST_TEST(read_file(clinic.path("r.csv")).starts_with("\xEF\xBB\xBF\"name\",\"family\""));
}

BOOST_AUTO_TEST_CASE(a_calendar_is_exported)
{
    DemoClinic const clinic;
    auto const own = clinic.ask("export ical --clinician demo --out '" + clinic.path("own.ics") + "'");
    BOOST_TEST_REQUIRE(own.code == 0, own.err);
    BOOST_TEST(keys(own.out) == "file events sha256");
    auto const text = read_file(clinic.path("own.ics"));
    BOOST_TEST(text.starts_with("BEGIN:VCALENDAR\r\n"));
    BOOST_TEST(holds(text, "METHOD:PUBLISH"));

    auto const patients = clinic.ask(
        "export ical --patient " + first_patient(clinic) + " --from 2020-01-01 --out '" + clinic.path("p.ics") + "'");
    BOOST_TEST_REQUIRE(patients.code == 0, patients.err);
    BOOST_TEST(patients.json()["events"].get<int>() >= 0);
}

BOOST_AUTO_TEST_SUITE_END()
