// SPDX-License-Identifier: Apache-2.0
#include "tests/cli/Running.hpp"

#include <boost/test/unit_test.hpp>

#include <cmath>

using namespace plumbline::testing;

BOOST_AUTO_TEST_SUITE(timed_units_on_the_command_line)

// The five worked examples of the CMS manual, Pub. 100-04 ch. 5 section 20.2 C.
BOOST_AUTO_TEST_CASE(the_examples_of_the_manual_come_out_as_printed)
{
    struct Example {
        char const* minutes;
        int total_minutes, cms, ama;
    };
    for (auto const& [minutes, total, cms, ama] : {Example{"97112=24 97110=23", 47, 3, 4},
             Example{"97112=20 97110=20", 40, 3, 2}, Example{"97110=33 97140=7", 40, 3, 2},
             Example{"97110=18 97140=13 97116=10 97035=8", 49, 3, 4}, Example{"97112=7 97110=7 97140=7", 21, 1, 0}}) {
        auto const by_cms = plumbline_cli(std::string{"--json units --rule cms "} + minutes);
        auto const by_ama = plumbline_cli(std::string{"--json units --rule ama "} + minutes);
        BOOST_TEST_CONTEXT(minutes)
        {
            BOOST_TEST_REQUIRE(by_cms.code == 0);
            BOOST_TEST_REQUIRE(by_ama.code == 0);
            BOOST_TEST(keys(by_cms.out) == "rule total_minutes total_units tie lines");
            BOOST_TEST(by_cms.json()["total_minutes"].get<int>() == total);
            BOOST_TEST(by_cms.json()["total_units"].get<int>() == cms);
            BOOST_TEST(by_ama.json()["total_units"].get<int>() == ama);
        }
    }
}

BOOST_AUTO_TEST_CASE(each_code_has_its_line_and_a_tie_is_said)
{
    auto const third = plumbline_cli("--json units --rule cms 97110=33 97140=7").json();
    BOOST_TEST(
        third["lines"].dump() == R"([{"code":"97110","minutes":33,"units":2},{"code":"97140","minutes":7,"units":1}])");
    BOOST_TEST(!third["tie"].get<bool>());
    BOOST_TEST(plumbline_cli("--json units --rule cms 97112=20 97110=20").json()["tie"].get<bool>());
}

BOOST_AUTO_TEST_CASE(words_that_are_no_minutes_are_refused)
{
    for (auto const* const bad : {"97110", "97110=", "97110=x", "97110=12.5", "97110=-4"}) {
        auto const run = plumbline_cli(std::string{"--json units "} + bad);
        BOOST_TEST(run.code == 5, bad << " gave " << run.code);
        BOOST_TEST(run.out.empty());
        BOOST_TEST(!run.err.empty());
    }
    BOOST_TEST(plumbline_cli("units --rule mine 97110=10").code == 2);
    BOOST_TEST(plumbline_cli("units").code == 2);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(scores_on_the_command_line)

BOOST_AUTO_TEST_CASE(an_oswestry_with_an_unanswered_section_is_a_share_of_what_was_answered)
{
    auto const run = plumbline_cli("--json score odi 2 2 2 2 2 2 - 2 1 1");
    BOOST_TEST_REQUIRE(run.code == 0);
    BOOST_TEST(keys(run.out) == "measure value unit answered band");
    // 16 of 45 points, in whole percent.
    BOOST_TEST(std::lround(run.json()["value"].get<double>()) == 36);
    BOOST_TEST(run.json()["answered"].get<int>() == 9);
    BOOST_TEST(run.json()["measure"].get<std::string>() == "odi");
    BOOST_TEST(run.json()["unit"].get<std::string>() == "%");
    BOOST_TEST(run.json()["band"].get<std::string>() == "moderate");
}

BOOST_AUTO_TEST_CASE(answers_that_are_none_are_refused)
{
    BOOST_TEST(plumbline_cli("score odi 2 2 2 2 2 2 6 2 1 1").code == 5);
    BOOST_TEST(plumbline_cli("score odi 2 2 2").code == 5);
    BOOST_TEST(plumbline_cli("score odi 2 2 2 2 2 2 x 2 1 1").code == 5);
    BOOST_TEST(plumbline_cli("score mood 2").code != 0);
    BOOST_TEST(plumbline_cli("score").code == 2);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(treatments_checked_on_the_command_line)

BOOST_AUTO_TEST_CASE(tens_stops_at_a_pacemaker_and_says_why)
{
    auto const run = plumbline_cli("--json check-treatment --condition cardiac-pacemaker --modality tens");
    BOOST_TEST_REQUIRE(run.code == 0);
    BOOST_TEST(keys(run.out) == "verdict overridable reasons");
    BOOST_TEST(run.json()["verdict"].get<std::string>() == "stop");
    BOOST_TEST(run.json()["reasons"].size() > 0U);
}

BOOST_AUTO_TEST_CASE(what_the_matrix_does_not_know_is_refused)
{
    BOOST_TEST(plumbline_cli("check-treatment --condition moonlight --modality tens").code != 0);
    BOOST_TEST(plumbline_cli("check-treatment --condition cardiac-pacemaker --modality moonlight").code != 0);
    BOOST_TEST(plumbline_cli("check-treatment --condition cardiac-pacemaker").code == 2);
}

BOOST_AUTO_TEST_SUITE_END()
