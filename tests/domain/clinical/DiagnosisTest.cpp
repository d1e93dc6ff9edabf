// SPDX-License-Identifier: Apache-2.0
#include "domain/clinical/Diagnosis.hpp"

#include <boost/test/unit_test.hpp>

#include <map>
#include <string>

namespace plumbline::testing {
namespace {

Date on(std::string_view iso)
{
    return parse_date(iso).value();
}

bool valid(std::string_view code, std::string_view day)
{
    return diagnosis(code, on(day)).has_value();
}

std::string refusal(std::string_view code, std::string_view day)
{
    auto const found = diagnosis(code, on(day));
    return found ? std::string{} : found.error().message.english();
}

std::string first_found(std::string_view text, std::string_view day = "2026-11-23")
{
    auto const found = find_diagnoses(text, on(day), 1);
    return found.empty() ? std::string{} : std::string{found.front().code};
}

std::size_t clashes(std::vector<std::string> codes)
{
    return excluded_pairs(codes).size();
}

} // namespace

BOOST_AUTO_TEST_SUITE(diagnosis_codes_and_their_days)

BOOST_AUTO_TEST_CASE(low_back_pain_was_split_on_1_october_2021)
{
    BOOST_TEST(valid("M54.5", "2021-09-30"));
    BOOST_TEST(!valid("M54.5", "2021-10-01"));
    BOOST_TEST(!valid("M54.50", "2021-09-30"));
    BOOST_TEST(valid("M54.50", "2021-10-01"));
    BOOST_TEST(valid("M54.51", "2026-11-23"));
    BOOST_TEST(valid("M54.59", "2026-11-23"));
}

BOOST_AUTO_TEST_CASE(disc_degeneration_was_split_on_1_october_2024)
{
    for (std::string const code : {"M51.36", "M51.37"}) {
        BOOST_TEST(valid(code, "2024-09-30"));
        BOOST_TEST(!valid(code, "2024-10-01"));
        for (char const last : {'0', '1', '2', '9'}) {
            BOOST_TEST(!valid(code + last, "2024-09-30"));
            BOOST_TEST(valid(code + last, "2024-10-01"));
        }
    }
    BOOST_TEST(valid("E66.8", "2024-09-30"));
    BOOST_TEST(!valid("E66.8", "2024-10-01"));
    BOOST_TEST(valid("E66.811", "2024-10-01"));
}

BOOST_AUTO_TEST_CASE(a_code_out_of_its_days_names_the_day_and_what_to_use)
{
    BOOST_TEST(refusal("M54.5", "2026-11-23")
        == "M54.5 was valid until 30 Sep 2021, not on 23 Nov 2026. Use M54.50, M54.51, M54.59.");
    BOOST_TEST(refusal("M54.50", "2021-09-30") == "M54.50 is valid from 1 Oct 2021, not on 30 Sep 2021. Use M54.5.");
}

BOOST_AUTO_TEST_CASE(a_code_may_be_typed_small_and_without_its_dot)
{
    BOOST_TEST(diagnosis("m5432", on("2026-11-23")).value().code == "M54.32");
    BOOST_TEST(diagnosis(" M54.32 ", on("2026-11-23")).value().title == "Sciatica, left side");
    BOOST_TEST(diagnosis("s335xxd", on("2026-11-23")).value().code == "S33.5XXD");
    BOOST_TEST(diagnosis("r32", on("2026-11-23")).value().code == "R32");
}

BOOST_AUTO_TEST_CASE(what_is_no_code_and_what_is_not_in_the_list_are_told_apart)
{
    for (std::string_view const text :
        {"", "M5", "54.32", "M.5432", "M54.32.", "M54..32", "M54 32", "M54.32 left", "M54.12345", "Ümlaut"})
        BOOST_TEST(refusal(text, "2026-11-23").find("not written like") != std::string::npos, text);
    BOOST_TEST(refusal("A00.0", "2026-11-23").find("not in the list") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(every_code_stands_once_and_can_be_asked_for)
{
    std::map<std::string_view, int> seen;
    for (DiagnosisCode const& one : diagnosis_codes()) {
        BOOST_TEST(++seen[one.code] == 1, one.code);
        BOOST_TEST(!one.title.empty());
        BOOST_TEST(!one.group.empty());
        Date const day = one.valid_from.value_or(one.valid_until.value_or(on("2026-11-23")));
        BOOST_TEST(diagnosis(one.code, day).has_value(), one.code);
    }
    BOOST_TEST(seen.size() > 200U);
}

BOOST_AUTO_TEST_CASE(a_diagnosis_is_found_by_beginnings_of_words)
{
    BOOST_TEST(first_found("sciat left") == "M54.32");
    BOOST_TEST(first_found("LOW back pain") == "M54.50");
    BOOST_TEST(first_found("m54.5") == "M54.50");
    BOOST_TEST(first_found("m545") == "M54.50");
    BOOST_TEST(first_found("low back pain", "2021-09-30") == "M54.5");
    BOOST_TEST(first_found("M54.32") == "M54.32");
    BOOST_TEST(first_found("ciatica").empty());
    BOOST_TEST(first_found("sciatica toothache").empty());
}

BOOST_AUTO_TEST_CASE(no_more_diagnoses_are_offered_than_asked_for)
{
    BOOST_TEST(find_diagnoses("lumbar", on("2026-11-23"), 5).size() == 5U);
    BOOST_TEST(find_diagnoses("lumbar", on("2026-11-23"), 0).empty());
    for (DiagnosisCode const& found : find_diagnoses("disc", on("2026-11-23"), 100))
        BOOST_TEST(diagnosis(found.code, on("2026-11-23")).has_value());
}

BOOST_AUTO_TEST_CASE(codes_that_exclude_each_other_are_named)
{
    std::vector<std::string> const codes{"M54.50", "M54.41", "R26.2"};
    auto const found = excluded_pairs(codes);
    BOOST_REQUIRE_EQUAL(found.size(), 1U);
    BOOST_TEST(found.front().english().find("M54.50 and M54.41") == 0U);
    BOOST_TEST(clashes({"M51.26", "M54.59"}) == 1U);
    BOOST_TEST(clashes({"M54.32", "G57.02"}) == 1U);
    BOOST_TEST(clashes({"M54.12", "M50.121"}) == 1U);
    BOOST_TEST(clashes({"M54.6", "M51.24"}) == 1U);
    BOOST_TEST(clashes({"S33.5XXD", "M51.26"}) == 1U);
    BOOST_TEST(clashes({"M54.50", "M54.6", "M54.89"}) == 2U);
}

BOOST_AUTO_TEST_CASE(codes_that_may_stand_together_raise_nothing)
{
    BOOST_TEST(clashes({"S33.5XXD", "S39.012D"}) == 0U);
    BOOST_TEST(clashes({"M54.32", "M54.16"}) == 0U);
    BOOST_TEST(clashes({"M54.50", "M62.830"}) == 0U);
    BOOST_TEST(clashes({}) == 0U);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace plumbline::testing
