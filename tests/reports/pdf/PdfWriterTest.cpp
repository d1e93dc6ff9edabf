// SPDX-License-Identifier: Apache-2.0
#include "reports/pdf/PdfWriter.hpp"

#include "reports/document/Layout.hpp"
#include "tests/reports/Sample.hpp"
#include "tests/reports/Tools.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <future>

namespace plumbline::reports::testing {

namespace {

long times(std::string const& text, std::string_view part)
{
    long count = 0;
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size()))
        ++count;
    return count;
}

bool contains(std::string const& text, std::string_view part)
{
    return times(text, part) > 0;
}

/// A page with nothing but these words on it, and a patient of this name.
Document note(std::string const& words, std::string const& name = "Maja Lindqvist")
{
    Document document;
    document.kind = "Note";
    document.clinic = "Harbour Street Physical Therapy";
    document.patient = PatientLine{name, day(1979, 3, 12), "001482"};
    document.blocks = {Paragraph{{{words}}}};
    return document;
}

} // namespace

BOOST_AUTO_TEST_SUITE(pdf_writer)

BOOST_AUTO_TEST_CASE(the_same_report_gives_the_same_bytes_every_time)
{
    std::string const first = write_pdf(progress_report(long_course()));

    BOOST_TEST((first == write_pdf(progress_report(long_course()))));
    BOOST_TEST(first.starts_with("%PDF-"));
}

BOOST_AUTO_TEST_CASE(the_same_report_gives_the_same_bytes_in_several_threads_at_once)
{
    auto const write = [] { return write_pdf(progress_report(ordinary_course())); };
    std::string const alone = write();

    std::vector<std::future<std::string>> others;
    for (int i = 0; i < 4; ++i)
        others.push_back(std::async(std::launch::async, write));
    for (auto& other : others)
        BOOST_TEST((other.get() == alone));
}

BOOST_AUTO_TEST_CASE(the_files_date_is_the_documents_and_without_one_the_file_has_none)
{
    Document document = progress_report(ordinary_course());
    BOOST_TEST(contains(PdfOnDisk{write_pdf(document)}.info(), "D:20261123190000Z"));

    document.written.reset();
    BOOST_TEST(!contains(PdfOnDisk{write_pdf(document)}.info(), "Date"));
}

BOOST_AUTO_TEST_CASE(every_kind_of_course_gives_a_sound_file)
{
    for (auto const& course : {ordinary_course(), long_course(), worsening_course(), nothing_yet()})
        for (PageSize const size : {PageSize::Letter, PageSize::A4}) {
            Outcome const outcome = PdfOnDisk{write_pdf(progress_report(course), size)}.check();
            BOOST_TEST(outcome.status == 0);
            BOOST_TEST(contains(outcome.output, "No syntax or stream encoding errors"));
        }
}

BOOST_AUTO_TEST_CASE(what_is_written_can_be_read_back_sign_by_sign)
{
    constexpr std::string_view words = "Łukasz Müller-Ñandú, 45°, ≥ MCID, −1⅔ grade, ½ × 3 µs, “so” – ✓ ☐ ☑";
    std::string const text = PdfOnDisk{write_pdf(note(std::string{words}))}.text();

    BOOST_TEST(contains(text, words), text);
}

BOOST_AUTO_TEST_CASE(decomposed_letters_are_written_composed)
{
    BOOST_TEST(contains(PdfOnDisk{write_pdf(note("Mu\u0308ller"))}.text(), "Müller"));
}

BOOST_AUTO_TEST_CASE(the_page_says_in_reading_order_what_the_report_says)
{
    ProgressReportData const data = ordinary_course();
    std::string const text = PdfOnDisk{write_pdf(progress_report(data))}.text();

    for (std::string_view const part : {"Harbour Street Physical Therapy", "period 19 Oct – 23 Nov 2026",
             "Maja Lindqvist", "After 7 of 8 planned visits in this period, disability fell from 46 % to 28 %",
             "Lumbar flexion, dual inclinometer", "met 20 Nov", "seal 7F3A-91C2-44DE"})
        BOOST_TEST(contains(text, part), part);
    BOOST_TEST(text.find("Goals") < text.find("Findings"));
    BOOST_TEST(text.find("Findings") < text.find("Signed electronically"));
}

BOOST_AUTO_TEST_CASE(each_sheet_finds_its_chart_even_when_the_pages_are_parted)
{
    std::string const text = PdfOnDisk{write_pdf(progress_report(long_course()))}.text();
    long const pages = times(text, "\f");

    BOOST_TEST(pages == 3);
    BOOST_TEST(times(text, "Łukasz Müller-Ñandú · born 12 Mar 1979 · record 001482") == pages);
    for (long page = 1; page <= pages; ++page)
        BOOST_TEST(contains(text, "page " + std::to_string(page) + " of 3"));
}

BOOST_AUTO_TEST_CASE(every_font_is_embedded_as_a_subset_and_the_sign_font_only_where_it_is_needed)
{
    auto const fonts = PdfOnDisk{write_pdf(progress_report(ordinary_course()))}.fonts();
    BOOST_TEST(times(fonts, "LiberationSans") == 2);
    BOOST_TEST(!contains(fonts, "DejaVu"));
    BOOST_TEST(times(fonts, "yes") >= 4); // embedded, subset

    BOOST_TEST(contains(PdfOnDisk{write_pdf(note("✓ done"))}.fonts(), "DejaVuSans"));
}

BOOST_AUTO_TEST_CASE(a_file_can_carry_no_script_no_launcher_and_no_attachment)
{
    Document const document = note("(/JS) /Launch << /EmbeddedFile >> \\) Tj ET %%EOF <script>", "O'Neill) /JS (alert");
    std::string const raw = PdfOnDisk{write_pdf(document)}.uncompressed();

    BOOST_TEST(!raw.empty());
    for (std::string_view const key : {"/JS", "/JavaScript", "/Launch", "/EmbeddedFile", "/OpenAction", "/URI", "/AA"})
        BOOST_TEST(!contains(raw, key), key);
}

BOOST_AUTO_TEST_CASE(hostile_names_harm_neither_the_file_nor_its_text)
{
    std::vector<std::string> const names{"O'Neill; drop table patient", "\\(((", ")Tj ET Q", "<</Title>>", "%%EOF",
        std::string{"nul\0inside", 10}, "bell\a and escape\x1b[2J", "\xff\xfe not UTF-8 \xc3",
        "\xed\xa0\x80 half a pair", "\u202Etxt.exe", "a\u0301\u0323\u0308 stacked", std::string(20'000, 'W'),
        std::string(3'000, ' '), "line\nbreak\r\ntab\t", "=cmd|' /C calc'!A0", "😀 👩‍⚕️ emoji", "山田太郎",
        "Ελένη Παππά", "Юлия Щербакова"};
    for (std::string const& name : names) {
        PdfOnDisk const file{write_pdf(note(name, name))};
        BOOST_TEST(file.check().status == 0);
        BOOST_TEST(contains(file.text(), "record 001482"));
    }
}

BOOST_AUTO_TEST_CASE(a_character_the_page_cannot_show_never_vanishes_silently)
{
    auto const text = [](std::string const& words) { return PdfOnDisk{write_pdf(note(words))}.text(); };

    BOOST_TEST(contains(text("for 山田 only"), "for □□ only"));
    BOOST_TEST(contains(text("pain \u202Egone"), "pain □gone"));
    BOOST_TEST(contains(text("a\x01"
                             "b"),
        "a□b"));
    BOOST_TEST(contains(text("bad \xff byte"), "bad □ byte"));
    BOOST_TEST(contains(text("smile 😀!"), "smile □!"));
    BOOST_TEST(contains(text("an out\u00ADcome"), "an outcome"));
}

BOOST_AUTO_TEST_CASE(names_written_from_right_to_left_are_kept_whole)
{
    // pdftotext turns the letters back into reading order.
    BOOST_TEST(contains(PdfOnDisk{write_pdf(note("שלום עולם"))}.text(), "שלום"));

    PdfOnDisk const arabic{write_pdf(note("بهاء"))};
    BOOST_TEST(arabic.check().status == 0);
    // Beh at the front, heh between its neighbors, alef at the end of its stroke, hamza alone.
    for (std::string_view const form : {"\uFE91", "\uFEEC", "\uFE8E", "\u0621"})
        BOOST_TEST(contains(arabic.text(), form));
}

BOOST_AUTO_TEST_CASE(title_and_author_of_the_file_are_unicode)
{
    ProgressReportData data = ordinary_course();
    data.patient.name = "Łukasz Müller-Ñandú";
    data.signature->signer = "Zoë Ångström, PT";
    std::string const info = PdfOnDisk{write_pdf(progress_report(data))}.info();

    BOOST_TEST(contains(info, "Progress report · Łukasz Müller-Ñandú"));
    BOOST_TEST(contains(info, "Zoë Ångström, PT"));
}

BOOST_AUTO_TEST_CASE(the_paper_is_the_one_that_was_asked_for)
{
    Document const document = note("x");

    BOOST_TEST(contains(PdfOnDisk{write_pdf(document, PageSize::Letter)}.info(), "612 x 792"));
    BOOST_TEST(contains(PdfOnDisk{write_pdf(document, PageSize::A4)}.info(), "595.28 x 841.89"));
}

BOOST_AUTO_TEST_CASE(there_is_as_much_ink_on_the_page_as_when_a_person_last_looked_at_it)
{
    auto const ink = PdfOnDisk{write_pdf(progress_report(ordinary_course()))}.ink(1);

    // Approved by eye at about 8,500 dark pixels. A lost font, chart or table changes far more than this.
    BOOST_TEST(ink.all > 7'000);
    BOOST_TEST(ink.all < 10'000);
    BOOST_TEST(ink.foot > 100);
    BOOST_TEST(ink.foot < 800);
}

BOOST_AUTO_TEST_CASE(every_operation_of_a_page_reaches_the_paper)
{
    Page page{200, 100, {}, {}};
    page.ops = {Box{{10, 10}, 30, 30, {255, 0, 0}, 5}, Frame{{50, 10}, 30, 30, {{0, 0, 255}, 2, 3}, 4},
        Disc{{105, 25}, 15, {0, 128, 0}}, Polygon{{{130, 40}, {145, 10}, {160, 40}}, {0, 0, 0}},
        Polyline{{{10, 60}, {60, 80}, {110, 60}}, {{0, 0, 0}, 1, 4}}, Line{{10, 90}, {190, 90}, {}},
        TextRun{{120, 70}, Face::Bold, 12, {}, "ok ✓"}};
    PdfOnDisk const file{write_pdf(std::span{&page, 1}, PdfInfo{"shapes", "test", {}})};

    BOOST_TEST(file.check().status == 0);
    BOOST_TEST(contains(file.text(), "ok ✓"));
    std::string const raw = file.uncompressed();
    BOOST_TEST(contains(raw, "1 0 0 rg")); // the red box
    BOOST_TEST(contains(raw, "[3 ] 0 d")); // the dashed frame
    BOOST_TEST(contains(raw, "[4 ] 0 d"));
    BOOST_TEST(contains(raw, "[] 0 d"));  // and a solid line after them
    BOOST_TEST(times(raw, " c\n") >= 12); // three rounded shapes
}

BOOST_AUTO_TEST_CASE(font_and_color_are_written_only_where_they_change)
{
    Page page{200, 100, {}, {}};
    for (int i = 0; i < 20; ++i)
        page.ops.emplace_back(TextRun{{10, 10.0 + i * 4}, Face::Regular, 9, {26, 26, 26}, "line"});
    std::string const raw = PdfOnDisk{write_pdf(std::span{&page, 1}, PdfInfo{})}.uncompressed();

    BOOST_TEST(times(raw, " Tf") == 1);
    BOOST_TEST(times(raw, " rg") == 1);
    BOOST_TEST(times(raw, "BT\n") == 1);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace plumbline::reports::testing
