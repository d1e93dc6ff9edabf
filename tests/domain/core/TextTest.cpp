// SPDX-License-Identifier: Apache-2.0
#include "domain/core/Text.hpp"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <string>

namespace plumbline::testing {
namespace {

namespace data = boost::unit_test::data;

std::string cleaned(std::string text, TextRule rule = line_rule)
{
    Faults faults;
    clean_text(faults, "text", text, rule);
    return faults.none() ? text : "refused: " + faults.refusal().message.english();
}

bool refused(std::string const& text, TextRule rule = line_rule)
{
    return cleaned(text, rule).starts_with("refused");
}

} // namespace

BOOST_AUTO_TEST_SUITE(text)

BOOST_DATA_TEST_CASE(every_script_and_emoji_is_valid_text,
    data::make({"", "Lindqvist", "\u00c5ngstr\u00f6m", "\u0645\u062d\u0645\u062f", "\u05d3\u05d5\u05d3",
        "\u738b\u5c0f\u660e", "\U0001F9D8\U0001F3FD\u200D\u2640\uFE0F", "\U0010FFFF", "\u07ff\u0800\uffff"}),
    word)
{
    BOOST_TEST(is_utf8(word));
}

BOOST_DATA_TEST_CASE(bytes_that_are_no_characters_are_found,
    data::make({"\x80", "abc\xff", "\xc3", "\xc3(", "\xc0\xaf", "\xc1\xbf", "\xe0\x80\xaf", "\xe0\x9f\xbf",
        "\xed\xa0\x80", "\xed\xbf\xbf", "\xf0\x80\x80\xaf", "\xf0\x8f\xbf\xbf", "\xf4\x90\x80\x80", "\xf5\x80\x80\x80",
        "\xe2\x82", "\xf0\x9f\xa7", "M\xfcller"}),
    bytes)
{
    BOOST_TEST(!is_utf8(bytes));
}

BOOST_AUTO_TEST_CASE(white_space_of_every_kind_is_trimmed_at_the_ends_only)
{
    BOOST_TEST(trimmed(" \t\r\n\v\f Maja  Lind \n") == "Maja  Lind");
    BOOST_TEST(trimmed("\u00a0\u2003\u3000Maja\u2028\ufeff\u0085") == "Maja");
    BOOST_TEST(trimmed(" \u2009 ").empty());
    BOOST_TEST(trimmed("").empty());
    BOOST_TEST(trimmed("\u00e0") == "\u00e0");
}

BOOST_AUTO_TEST_CASE(zero_width_joiners_are_part_of_words_and_stay)
{
    BOOST_TEST(trimmed("\u0646\u200c") == "\u0646\u200c");
}

BOOST_AUTO_TEST_CASE(only_ascii_letters_are_lowered)
{
    BOOST_TEST(ascii_lower("D.REYES-\u00c5") == "d.reyes-\u00c5");
}

BOOST_AUTO_TEST_CASE(control_characters_are_refused)
{
    BOOST_TEST(refused(std::string("a\0b", 3)));
    BOOST_TEST(refused("a\x1b[31mb"));
    BOOST_TEST(refused("a\x7f"
                       "b"));
    BOOST_TEST(refused("a\u0085b"));
    BOOST_TEST(refused("a\nb"));
    BOOST_TEST(refused("a\tb"));
}

BOOST_AUTO_TEST_CASE(paragraphs_may_have_lines_and_tabs_and_no_other_control)
{
    BOOST_TEST(cleaned("one\ttwo\nthree", free_text_rule) == "one\ttwo\nthree");
    BOOST_TEST(refused("one\btwo", free_text_rule));
    BOOST_TEST(refused(std::string("one\0", 4), free_text_rule));
}

BOOST_AUTO_TEST_CASE(line_breaks_of_other_systems_become_plain_ones)
{
    BOOST_TEST(cleaned("a\r\nb\rc\n\r\nd", free_text_rule) == "a\nb\nc\n\nd");
}

BOOST_AUTO_TEST_CASE(a_text_may_be_as_long_as_its_rule_and_not_a_byte_longer)
{
    BOOST_TEST(!refused(std::string(100, 'x'), name_rule));
    BOOST_TEST(
        cleaned(std::string(101, 'x'), name_rule) == "refused: This is too long: at most 100 bytes, this has 101.");
    BOOST_TEST(!refused("  " + std::string(100, 'x') + "  ", name_rule));
    BOOST_TEST(refused(std::string(5'000'000, 'x'), free_text_rule));
}

BOOST_AUTO_TEST_CASE(damaged_text_is_left_as_it_came_for_the_person_to_see)
{
    Faults faults;
    std::string text = " M\xfcller ";

    clean_text(faults, "name.family", text, name_rule);

    BOOST_TEST(text == " M\xfcller ");
    BOOST_TEST(faults.refusal().field == "name.family");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace plumbline::testing
