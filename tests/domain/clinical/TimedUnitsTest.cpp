// SPDX-License-Identifier: Apache-2.0
#include "domain/clinical/TimedUnits.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <map>
#include <random>
#include <sstream>
#include <string>

namespace plumbline::testing {
namespace {

std::vector<TimedMinutes> day(std::string const& text)
{
    std::vector<TimedMinutes> lines;
    std::istringstream in{text};
    TimedMinutes line;
    while (in >> line.code >> line.minutes)
        lines.push_back(line);
    return lines;
}

/// `97112 x2 97110 x1`; codes without a unit are left out.
std::string in_words(TimedUnits const& units)
{
    std::string out;
    for (TimedLine const& line : units.lines)
        if (line.units > 0)
            out += (out.empty() ? "" : " ") + line.code + " x" + std::to_string(line.units);
    return out;
}

struct Vector {
    std::string_view id;
    std::string minutes;
    int total;
    std::string cms;
    bool tie;
    std::string ama;
};

/// M: examples of the Medicare manual (CMS Pub. 100-04 ch. 5). D: worked by both rules.
std::vector<Vector> const vectors{
    {"M1", "97112 24 97110 23", 47, "97112 x2 97110 x1", false, "97112 x2 97110 x2"},
    {"M2", "97112 20 97110 20", 40, "97112 x2 97110 x1", true, "97112 x1 97110 x1"},
    {"M3", "97110 33 97140 7", 40, "97110 x2 97140 x1", false, "97110 x2"},
    {"M4", "97110 18 97140 13 97116 10 97035 8", 49, "97110 x1 97140 x1 97116 x1", false,
        "97110 x1 97140 x1 97116 x1 97035 x1"},
    {"M5", "97112 7 97110 7 97140 7", 21, "97112 x1", true, ""},
    {"D1", "97110 10 97140 10", 20, "97110 x1", true, "97110 x1 97140 x1"},
    {"D2", "97110 8 97140 8 97035 8", 24, "97110 x1 97140 x1", true, "97110 x1 97140 x1 97035 x1"},
    {"D3", "97110 5 97140 5", 10, "97110 x1", true, ""},
    {"D4", "97110 7 97140 7", 14, "97110 x1", true, ""},
    {"D5", "97110 16 97140 15", 31, "97110 x1 97140 x1", false, "97110 x1 97140 x1"},
    {"D6", "97110 20 97140 18", 38, "97110 x2 97140 x1", false, "97110 x1 97140 x1"},
    {"D7", "97110 22 97112 22", 44, "97110 x2 97112 x1", true, "97110 x1 97112 x1"},
    {"D8", "97110 30 97035 8", 38, "97110 x2 97035 x1", false, "97110 x2 97035 x1"},
    {"D9", "97110 30 97035 7", 37, "97110 x2", false, "97110 x2"},
    {"D10", "97110 15 97035 7", 22, "97110 x1", false, "97110 x1"},
    {"D11", "97110 23 97140 8", 31, "97110 x2", true, "97110 x2 97140 x1"},
    {"D12", "97110 45 97140 12 97112 11", 68, "97110 x3 97140 x1 97112 x1", false, "97110 x3 97140 x1 97112 x1"},
    {"D13", "97530 38 97140 15 97110 14", 67, "97530 x2 97140 x1 97110 x1", false, "97530 x3 97140 x1 97110 x1"},
    {"D14", "97110 14 97112 14 97140 14", 42, "97110 x1 97112 x1 97140 x1", false, "97110 x1 97112 x1 97140 x1"},
    {"D15", "97110 7 97035 0", 7, "", false, ""},
    {"D16", "97110 8", 8, "97110 x1", false, "97110 x1"},
    {"D17", "97110 52", 52, "97110 x3", false, "97110 x3"},
    {"D18", "97110 53", 53, "97110 x4", false, "97110 x4"},
    {"D19", "97110 12 97140 11 97112 9 97035 8 97116 8", 48, "97110 x1 97140 x1 97112 x1", false,
        "97110 x1 97140 x1 97112 x1 97035 x1 97116 x1"},
    {"D20", "97140 3 97110 4", 7, "", false, ""},
};

int units_of(UnitRule rule, int minutes)
{
    return timed_units(rule, std::vector<TimedMinutes>{{"97110", minutes}}).value().total_units;
}

} // namespace

BOOST_AUTO_TEST_SUITE(timed_minutes_and_units)

BOOST_AUTO_TEST_CASE(the_worked_examples_come_out_under_both_rules)
{
    for (Vector const& v : vectors) {
        BOOST_TEST_CONTEXT(v.id)
        {
            auto const cms = timed_units(UnitRule::Cms, day(v.minutes)).value();
            auto const ama = timed_units(UnitRule::Ama, day(v.minutes)).value();
            BOOST_TEST(cms.total_minutes == v.total);
            BOOST_TEST(in_words(cms) == v.cms);
            BOOST_TEST(cms.tie == v.tie);
            BOOST_TEST(in_words(ama) == v.ama);
            BOOST_TEST(!ama.tie);
        }
    }
}

BOOST_AUTO_TEST_CASE(the_cms_chart_steps_at_8_23_38_and_every_15_minutes_on)
{
    BOOST_TEST(units_of(UnitRule::Cms, 0) == 0);
    BOOST_TEST(units_of(UnitRule::Cms, 7) == 0);
    for (int units = 1; units <= 8; ++units) {
        BOOST_TEST(units_of(UnitRule::Cms, 15 * units - 7) == units);
        BOOST_TEST(units_of(UnitRule::Cms, 15 * units + 7) == units);
    }
}

BOOST_AUTO_TEST_CASE(minutes_of_a_repeated_code_are_summed_where_it_first_appears)
{
    auto const found = timed_units(UnitRule::Ama, day("97110 5 97140 8 97110 4")).value();
    BOOST_TEST(found.lines.size() == 2U);
    BOOST_TEST(in_words(found) == "97110 x1 97140 x1");
    BOOST_TEST(found.lines[0].minutes == 9);
}

BOOST_AUTO_TEST_CASE(the_minutes_to_the_next_unit_are_counted_on_the_day_or_on_the_nearest_code)
{
    BOOST_TEST(timed_units(UnitRule::Cms, day("97110 23 97140 15")).value().minutes_to_next == 15);
    BOOST_TEST(timed_units(UnitRule::Cms, {}).value().minutes_to_next == 8);
    BOOST_TEST(timed_units(UnitRule::Cms, day("97110 37")).value().minutes_to_next == 1);
    BOOST_TEST(timed_units(UnitRule::Ama, day("97110 23 97140 5")).value().minutes_to_next == 3);
    BOOST_TEST(timed_units(UnitRule::Ama, {}).value().minutes_to_next == 8);
}

BOOST_AUTO_TEST_CASE(impossible_minutes_and_nameless_codes_are_refused)
{
    BOOST_TEST(!timed_units(UnitRule::Cms, std::vector<TimedMinutes>{{"97110", -1}}));
    BOOST_TEST(!timed_units(UnitRule::Cms, std::vector<TimedMinutes>{{"97110", 1441}}));
    BOOST_TEST(!timed_units(UnitRule::Cms, std::vector<TimedMinutes>{{"97110", 1440}, {"97110", 1}}));
    BOOST_TEST(!timed_units(UnitRule::Cms, std::vector<TimedMinutes>{{"97110", 2147483647}, {"97110", 2147483647}}));
    BOOST_TEST(!timed_units(UnitRule::Ama, std::vector<TimedMinutes>{{" ", 15}}));
    BOOST_TEST(units_of(UnitRule::Cms, 1440) == 96);
}

BOOST_AUTO_TEST_CASE(whatever_the_day_the_allocation_keeps_its_promises)
{
    std::mt19937 random{20261123};
    std::uniform_int_distribution<int> how_many{1, 6};
    std::uniform_int_distribution<int> how_long{0, 70};
    for (int round = 0; round < 20000; ++round) {
        std::vector<TimedMinutes> lines;
        for (int i = how_many(random); i > 0; --i)
            lines.push_back({std::to_string(97100 + i), how_long(random)});
        auto const found = timed_units(UnitRule::Cms, lines).value();

        int sum = 0;
        bool fair = true;
        for (TimedLine const& line : found.lines) {
            int const extra = line.units - line.minutes / 15;
            fair = fair && (extra == 0 || (extra == 1 && line.minutes % 15 != 0));
            sum += line.units;
        }
        std::shuffle(lines.begin(), lines.end(), random);
        bool const good = fair && sum == found.total_units
            && timed_units(UnitRule::Cms, lines).value().total_units == found.total_units;
        if (!good) {
            BOOST_TEST_ERROR("a day of " << lines.size() << " codes in round " << round);
            break;
        }
    }
}

BOOST_AUTO_TEST_CASE(without_a_tie_the_order_of_the_chart_does_not_matter)
{
    std::mt19937 random{7};
    std::uniform_int_distribution<int> how_long{0, 70};
    for (int round = 0; round < 5000; ++round) {
        std::vector<TimedMinutes> lines{
            {"97110", how_long(random)}, {"97112", how_long(random)}, {"97140", how_long(random)}};
        auto const by_code = [](TimedUnits const& units) {
            std::map<std::string, int> out;
            for (TimedLine const& line : units.lines)
                out[line.code] = line.units;
            return out;
        };
        auto const first = timed_units(UnitRule::Cms, lines).value();
        std::reverse(lines.begin(), lines.end());
        auto const second = timed_units(UnitRule::Cms, lines).value();
        BOOST_REQUIRE(first.tie == second.tie);
        if (!first.tie)
            BOOST_REQUIRE((by_code(first) == by_code(second)));
    }
}

BOOST_AUTO_TEST_CASE(where_codes_tie_the_therapist_chooses)
{
    auto const found = timed_units(UnitRule::Cms, day("97112 20 97110 20")).value();
    BOOST_TEST(found.tied == (std::vector<std::string>{"97112", "97110"}), boost::test_tools::per_element());
    BOOST_TEST(found.lines.front().units == 2);
    auto const chosen = timed_units(UnitRule::Cms, day("97112 20 97110 20"), "97110").value();
    BOOST_TEST(chosen.lines.front().units == 1);
    BOOST_TEST(chosen.lines.back().units == 2);
    BOOST_TEST(chosen.total_units == found.total_units);
    auto const clear = timed_units(UnitRule::Cms, day("97110 33 97140 7"), "97140").value();
    BOOST_TEST(clear.tied.empty());
    BOOST_TEST(clear.lines.front().units == 2);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace plumbline::testing
