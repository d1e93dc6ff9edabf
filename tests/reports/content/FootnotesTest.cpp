// SPDX-License-Identifier: Apache-2.0
#include "reports/content/Footnotes.hpp"

#include "tests/reports/Sample.hpp"

#include <boost/test/unit_test.hpp>

namespace plumbline::reports::testing {

namespace {

Document statements(std::vector<Run> runs)
{
    Document document;
    document.blocks = {Paragraph{std::move(runs)}};
    return document;
}

std::string text_of(Block const& block)
{
    std::string text;
    auto const& paragraph = std::get<Paragraph>(block.kind);
    for (Run const& run : paragraph.runs)
        text += run.text;
    return paragraph.marker + (paragraph.marker.empty() ? "" : " ") + text;
}

} // namespace

BOOST_AUTO_TEST_SUITE(footnotes)

BOOST_AUTO_TEST_CASE(each_statement_gets_a_number_and_the_days_of_its_visits_stand_at_the_end)
{
    std::vector<VisitDay> const days{{11, day(2026, 10, 19)}, {17, day(2026, 11, 23)}};
    Document const document = with_footnotes(statements({{"Pain fell. ", Face::Regular, Tone::Ink, {17, 11}},
                                                 {"No note. "}, {"A goal is met.", Face::Regular, Tone::Ink, {17}}}),
        days);

    BOOST_TEST_REQUIRE(document.blocks.size() == 4U);
    BOOST_TEST(text_of(document.blocks[0]) == "Pain fell.\u00A0[1] No note. A goal is met.\u00A0[2]");
    BOOST_TEST(text_of(document.blocks[2]) == "[1] 2 visits: 19 Oct 2026, 23 Nov 2026");
    BOOST_TEST(text_of(document.blocks[3]) == "[2] 1 visit: 23 Nov 2026");
}

BOOST_AUTO_TEST_CASE(statements_from_the_same_visits_share_a_number)
{
    Document const document = with_footnotes(
        statements({{"One. ", Face::Regular, Tone::Ink, {11}}, {"Two.", Face::Regular, Tone::Ink, {11}}}), {});

    BOOST_TEST(text_of(document.blocks[0]) == "One.\u00A0[1] Two.\u00A0[1]");
    BOOST_TEST(document.blocks.size() == 3U);
}

BOOST_AUTO_TEST_CASE(a_document_without_sources_stays_as_it_is)
{
    BOOST_TEST(with_footnotes(statements({{"Nothing derived."}}), {}).blocks.size() == 1U);
}

BOOST_AUTO_TEST_CASE(statements_in_tables_and_groups_are_numbered_too)
{
    Cell cell{"28 %"};
    cell.runs[0].sources = {7};
    Document document;
    document.blocks = {KeepTogether{{Table{{{"Now"}}, {Row{{cell}}}}}}};
    document = with_footnotes(std::move(document), {});

    auto const& table = std::get<Table>(std::get<KeepTogether>(document.blocks[0].kind).blocks[0].kind);
    BOOST_TEST(table.rows[0].cells[0].runs.size() == 2U);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace plumbline::reports::testing
