// SPDX-License-Identifier: Apache-2.0
#include "reports/document/Layout.hpp"

#include "tests/reports/FixedMetrics.hpp"
#include "tests/reports/PageText.hpp"
#include "tests/reports/Sample.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>

namespace plumbline::reports::testing {

namespace {

Document letter(std::vector<Block> blocks)
{
    Document document;
    document.kind = "Progress report";
    document.clinic = "Harbour Street Physical Therapy";
    document.patient = PatientLine{"Maja Lindqvist", day(1979, 3, 12), "001482"};
    document.blocks = std::move(blocks);
    return document;
}

std::vector<Page> pages_of(Document const& document, PageSize size = PageSize::Letter)
{
    return lay_out(document, size, FixedMetrics{});
}

bool holds(Page const& page, std::string_view part)
{
    return std::ranges::any_of(words_of(page), [&](auto const& text) { return text.find(part) != std::string::npos; });
}

Table table_of(int rows, std::string const& text = "x")
{
    Table table{{{"Measure"}, {"Change"}}, {}};
    for (int i = 1; i <= rows; ++i)
        table.rows.push_back({{"row " + std::to_string(i), text}});
    return table;
}

/// Rows of the table that stand on this page, by their first cell.
int rows_on(Page const& page)
{
    return static_cast<int>(
        std::ranges::count_if(words_of(page), [](auto const& text) { return text.starts_with("row "); }));
}

/// So many lines of one word each.
Paragraph lines(int count, std::string const& word = "line")
{
    std::string text = word;
    for (int i = 1; i < count; ++i)
        text += "\n" + word;
    return {{{text}}};
}

} // namespace

BOOST_AUTO_TEST_SUITE(layout)

BOOST_AUTO_TEST_CASE(an_empty_document_is_one_page_that_still_says_whose_it_is)
{
    auto const pages = pages_of(letter({}));

    BOOST_TEST_REQUIRE(pages.size() == 1U);
    BOOST_TEST(holds(pages[0], "Maja Lindqvist · born 12 Mar 1979 · record 001482"));
    BOOST_TEST(holds(pages[0], "page 1 of 1"));
}

BOOST_AUTO_TEST_CASE(every_page_carries_clinic_patient_birth_date_record_number_and_page_n_of_m)
{
    auto const pages = pages_of(letter({table_of(90)}));

    BOOST_TEST_REQUIRE(pages.size() >= 3U);
    for (std::size_t i = 0; i < pages.size(); ++i) {
        BOOST_TEST(holds(pages[i], "Harbour Street Physical Therapy"));
        BOOST_TEST(holds(pages[i], "Maja Lindqvist · born 12 Mar 1979 · record 001482"));
        BOOST_TEST(holds(pages[i], "page " + std::to_string(i + 1) + " of " + std::to_string(pages.size())));
    }
}

BOOST_AUTO_TEST_CASE(a_document_of_the_clinic_names_clinic_and_kind_instead_of_a_patient)
{
    Document sheet = letter({});
    sheet.kind = "Day sheet";
    sheet.patient.reset();

    BOOST_TEST(holds(pages_of(sheet)[0], "Harbour Street Physical Therapy · Day sheet"));
}

BOOST_AUTO_TEST_CASE(a_name_too_long_for_the_foot_is_cut_but_never_the_birth_date_or_the_record_number)
{
    Document document = letter({});
    document.patient->name = std::string(400, 'W');
    auto const page = pages_of(document)[0];

    BOOST_TEST(holds(page, "… · born 12 Mar 1979 · record 001482"));
    for (Op const& op : page.ops)
        if (auto const* run = std::get_if<TextRun>(&op))
            BOOST_TEST(run->at.x + FixedMetrics{}.width(run->face, run->size, run->text) <= 612 - 45 + 0.1);
}

BOOST_AUTO_TEST_CASE(the_head_of_a_table_repeats_on_each_of_its_pages)
{
    auto const pages = pages_of(letter({table_of(90)}));

    int rows = 0;
    for (Page const& page : pages) {
        BOOST_TEST(holds(page, "Measure"));
        rows += rows_on(page);
    }
    BOOST_TEST(rows == 90);
}

BOOST_AUTO_TEST_CASE(a_table_that_goes_on_says_what_it_belongs_to)
{
    Table table = table_of(90);
    table.continued = "Dana Reyes, continued";
    auto const pages = pages_of(letter({table}));

    BOOST_TEST(!holds(pages.front(), "continued"));
    BOOST_TEST(holds(pages.back(), "Dana Reyes, continued"));
    BOOST_TEST(holds(pages.back(), "Measure"));
}

BOOST_AUTO_TEST_CASE(a_heading_can_begin_a_page_but_never_leaves_one_empty)
{
    auto const pages =
        pages_of(letter({Heading{"One", Start::NewPage}, lines(2), Heading{"Two", Start::NewPage}, lines(2, "told")}));

    BOOST_TEST_REQUIRE(pages.size() == 2U);
    BOOST_TEST(holds(pages[0], "One"));
    BOOST_TEST(!holds(pages[0], "Two"));
    BOOST_TEST(holds(pages[1], "told"));
}

BOOST_AUTO_TEST_CASE(the_last_row_of_a_table_never_opens_a_page_alone)
{
    for (int rows = 25; rows <= 70; ++rows) {
        auto const pages = pages_of(letter({table_of(rows)}));
        if (pages.size() > 1)
            BOOST_TEST(rows_on(pages.back()) >= 2);
    }
}

BOOST_AUTO_TEST_CASE(a_row_of_up_to_five_lines_is_never_divided)
{
    Table table{{{"Measure"}, {"Change"}}, {}};
    for (int i = 0; i < 30; ++i)
        table.rows.push_back({{"row " + std::to_string(i), Cell{"begin\nb\nc\nd\nend"}}});
    auto const pages = pages_of(letter({table}));

    BOOST_TEST(pages.size() > 1U);
    for (Page const& page : pages) {
        auto const words = words_of(page);
        BOOST_TEST(std::ranges::count(words, "begin") == std::ranges::count(words, "end"));
    }
}

BOOST_AUTO_TEST_CASE(a_long_row_is_divided_into_parts_of_three_lines_or_more)
{
    for (int before = 20; before < 34; ++before) {
        Table table = table_of(before);
        std::string text = "part";
        for (int i = 0; i < 30; ++i)
            text += "\npart";
        table.rows.push_back({{"long", Cell{text}}});
        for (Page const& page : pages_of(letter({table}))) {
            auto const words = words_of(page);
            auto const parts = std::ranges::count(words, "part");
            BOOST_TEST((parts == 0 || parts >= 3));
        }
    }
}

BOOST_AUTO_TEST_CASE(a_heading_never_stands_last_on_a_page)
{
    for (int before = 30; before < 52; ++before) {
        auto const pages = pages_of(letter({lines(before), Heading{"Findings"}, table_of(3)}));
        for (Page const& page : pages)
            if (holds(page, "Findings"))
                BOOST_TEST(holds(page, "row 1"));
    }
}

BOOST_AUTO_TEST_CASE(no_line_of_a_paragraph_stands_alone_on_a_page)
{
    for (int before = 30; before < 52; ++before)
        for (Page const& page : pages_of(letter({lines(before), lines(6, "told")}))) {
            auto const words = words_of(page);
            BOOST_TEST(std::ranges::count(words, "told") != 1);
        }
}

BOOST_AUTO_TEST_CASE(what_is_kept_together_moves_to_the_next_page_as_a_whole)
{
    KeepTogether end{{Heading{"Plan"}, lines(4, "plan"), SignatureLines{{"Dana Reyes, PT", "Physician"}}}};
    auto const pages = pages_of(letter({lines(44), end}));

    BOOST_TEST_REQUIRE(pages.size() == 2U);
    BOOST_TEST(!holds(pages[0], "Plan"));
    BOOST_TEST(holds(pages[1], "Plan"));
    BOOST_TEST(holds(pages[1], "Physician"));
}

BOOST_AUTO_TEST_CASE(what_no_page_can_hold_together_is_dealt_over_pages_all_the_same)
{
    auto const pages = pages_of(letter({KeepTogether{{lines(120)}}}));

    BOOST_TEST(pages.size() == 3U);
}

BOOST_AUTO_TEST_CASE(columns_too_high_for_a_page_follow_one_another)
{
    auto const pages = pages_of(letter({SideBySide{{{lines(80, "left")}, {lines(80, "right")}}}}));

    BOOST_TEST(pages.size() > 2U);
    BOOST_TEST(holds(pages.front(), "left"));
    BOOST_TEST(!holds(pages.front(), "right"));
}

BOOST_AUTO_TEST_CASE(columns_stand_beside_each_other_on_one_line)
{
    auto const page = pages_of(letter({SideBySide{{{Heading{"Pain"}}, {Heading{"Disability"}}}}}))[0];

    BOOST_TEST(baseline_of(page, "Pain") > 0);
    BOOST_TEST(baseline_of(page, "Pain") == baseline_of(page, "Disability"));
}

BOOST_AUTO_TEST_CASE(numbers_in_a_column_end_under_each_other)
{
    Table table{{{"Measure"}, {"Now", 1, Align::Right}}, {{{"flexion", "48°"}}, {{"raise", "5°"}}}};
    auto const page = pages_of(letter({table}))[0];

    std::vector<double> ends;
    for (Op const& op : page.ops)
        if (auto const* run = std::get_if<TextRun>(&op); run != nullptr && run->text.ends_with("°"))
            ends.push_back(run->at.x + FixedMetrics{}.width(run->face, run->size, run->text));
    BOOST_TEST_REQUIRE(ends.size() == 2U);
    BOOST_TEST(ends[0] == ends[1], boost::test_tools::tolerance(1e-9));
}

BOOST_AUTO_TEST_CASE(each_statement_keeps_the_visits_it_came_from_at_its_place_on_the_page)
{
    Paragraph paragraph{
        {{"Pain fell. ", Face::Regular, Tone::Ink, {11, 17}}, {"One goal is met.", Face::Regular, Tone::Ink, {16}}}};
    auto const page = pages_of(letter({paragraph}))[0];

    BOOST_TEST_REQUIRE(page.sources.size() == 2U);
    BOOST_TEST((page.sources[0].visits == Sources{11, 17}));
    BOOST_TEST((page.sources[1].visits == Sources{16}));
    BOOST_TEST(page.sources[1].corner.x >= page.sources[0].corner.x + page.sources[0].width - 0.01);
    // Two statements that look alike are printed as one run.
    BOOST_TEST(holds(page, "Pain fell. One goal is met."));
}

BOOST_AUTO_TEST_CASE(a_notice_stands_on_every_page)
{
    Document document = letter({lines(120)});
    document.notice = "DRAFT – not signed";

    for (Page const& page : pages_of(document))
        BOOST_TEST(holds(page, "DRAFT – not signed"));
}

BOOST_AUTO_TEST_CASE(a_drawing_wider_than_the_page_is_scaled_down_with_its_pens)
{
    Drawing drawing{1044, 100, {Line{{0, 0}, {1044, 0}, {{}, 2}}}, "a spine"};
    auto const page = pages_of(letter({drawing}))[0];

    auto const line = std::ranges::find_if(page.ops, [](Op const& op) {
        auto const* const found = std::get_if<Line>(&op);
        return found != nullptr && found->pen.color == Color{};
    });
    BOOST_TEST_REQUIRE((line != page.ops.end()));
    BOOST_TEST(std::get<Line>(*line).to.x == 45 + 522.0, boost::test_tools::tolerance(1e-9));
    BOOST_TEST(std::get<Line>(*line).pen.width == 1.0, boost::test_tools::tolerance(1e-9));
}

BOOST_AUTO_TEST_CASE(paper_of_both_continents_is_filled_to_the_same_margins)
{
    auto const page = pages_of(letter({Heading{"Goals"}}), PageSize::A4)[0];

    BOOST_TEST(page.width == 595.28);
    BOOST_TEST(page.height == 841.89);
    auto const rule = std::ranges::find_if(page.ops, [](Op const& op) { return std::holds_alternative<Line>(op); });
    BOOST_TEST(std::get<Line>(*rule).to.x == 595.28 - 45, boost::test_tools::tolerance(1e-9));
}

BOOST_AUTO_TEST_CASE(the_same_document_gives_the_same_pages)
{
    BOOST_TEST((pages_of(letter({table_of(90)})) == pages_of(letter({table_of(90)}))));
}

BOOST_AUTO_TEST_CASE(a_character_that_no_font_holds_is_shown_as_a_box_and_explained_on_the_page)
{
    Document const document = letter({Paragraph{{{"named 山田"}}}});
    auto const page = lay_out(document, PageSize::Letter)[0];

    BOOST_TEST(holds(page, "named □□"));
    BOOST_TEST(holds(page, "□ stands for a character that this document cannot show."));
    BOOST_TEST(!holds(lay_out(letter({}), PageSize::Letter)[0], "□"));
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace plumbline::reports::testing
