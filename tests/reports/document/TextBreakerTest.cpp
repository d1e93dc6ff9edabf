// SPDX-License-Identifier: Apache-2.0
#include "reports/document/TextBreaker.hpp"

#include "tests/reports/FixedMetrics.hpp"

#include <boost/test/unit_test.hpp>

namespace plumbline::reports::testing {

namespace {

/// Ten characters of size 2 fill a line.
std::vector<std::string> broken(std::vector<Run> const& runs, double width = 10)
{
    std::vector<std::string> texts;
    for (TextLine const& line : break_lines(runs, 2, width, FixedMetrics{})) {
        std::string text;
        for (LinePiece const& piece : line.pieces)
            text += piece.text;
        texts.push_back(text);
    }
    return texts;
}

using Lines = std::vector<std::string>;

} // namespace

BOOST_AUTO_TEST_SUITE(text_breaker)

BOOST_AUTO_TEST_CASE(a_line_breaks_at_spaces_and_drops_them_there)
{
    BOOST_TEST((broken({{"sit one hour  without pain"}}) == Lines{"sit one", "hour", "without", "pain"}));
}

BOOST_AUTO_TEST_CASE(a_word_that_ends_exactly_at_the_margin_stays_on_its_line)
{
    BOOST_TEST((broken({{"1234 67890 x"}}) == Lines{"1234 67890", "x"}));
}

BOOST_AUTO_TEST_CASE(a_compound_may_break_after_its_hyphen)
{
    BOOST_TEST((broken({{"Straight-leg raise"}}) == Lines{"Straight-", "leg raise"}));
}

BOOST_AUTO_TEST_CASE(a_telephone_number_and_a_range_stay_whole)
{
    BOOST_TEST((broken({{"call 555-0142"}}) == Lines{"call", "555-0142"}));
    BOOST_TEST((broken({{"pain is 0–10"}}, 9) == Lines{"pain is", "0–10"}));
}

BOOST_AUTO_TEST_CASE(a_hard_space_holds_a_figure_and_its_unit_together)
{
    BOOST_TEST((broken({{"falls to 46\u00A0%"}}) == Lines{"falls to", "46\u00A0%"}));
}

BOOST_AUTO_TEST_CASE(a_word_longer_than_a_line_is_broken_inside_between_letters_and_never_under_its_accent)
{
    BOOST_TEST((broken({{"abcdefghijklm"}}) == Lines{"abcdefghij", "klm"}));
    BOOST_TEST((broken({{"abcdefghix\u0301y"}}) == Lines{"abcdefghi", "x\u0301y"}));
}

BOOST_AUTO_TEST_CASE(a_newline_ends_a_line_and_two_leave_one_empty)
{
    BOOST_TEST((broken({{"one\n\ntwo"}}) == Lines{"one", "", "two"}));
}

BOOST_AUTO_TEST_CASE(text_without_a_visible_character_gives_no_line)
{
    BOOST_TEST(broken({}).empty());
    BOOST_TEST(broken({{""}, {"   "}}).empty());
}

BOOST_AUTO_TEST_CASE(a_change_of_style_inside_a_word_is_no_place_to_break)
{
    BOOST_TEST((broken({{"grade of 4"}, {"plus", Face::Bold}}) == Lines{"grade of", "4plus"}));
}

BOOST_AUTO_TEST_CASE(each_piece_knows_its_run_and_where_it_starts)
{
    auto const lines = break_lines(std::vector<Run>{{"now "}, {"met", Face::Bold}}, 2, 10, FixedMetrics{});

    BOOST_TEST_REQUIRE(lines.size() == 1U);
    BOOST_TEST_REQUIRE(lines[0].pieces.size() == 2U);
    BOOST_TEST(lines[0].pieces[1].run == 1U);
    BOOST_TEST(lines[0].pieces[1].x == 4.0);
    BOOST_TEST(lines[0].width == 7.0);
}

BOOST_AUTO_TEST_CASE(a_text_too_long_for_one_line_is_cut_with_an_ellipsis)
{
    BOOST_TEST(shortened("Maja Lindqvist", Face::Regular, 2, 14, FixedMetrics{}) == "Maja Lindqvist");
    BOOST_TEST(shortened("Maja Lindqvist", Face::Regular, 2, 8, FixedMetrics{}) == "Maja Li…");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace plumbline::reports::testing
