// SPDX-License-Identifier: Apache-2.0
#include "reports/content/DaySheet.hpp"

#include "reports/document/Layout.hpp"
#include "tests/reports/PageText.hpp"
#include "tests/reports/ScheduleSample.hpp"
#include "tests/support/Golden.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>

namespace plumbline::reports::testing {

using plumbline::testing::is_golden;

namespace {

std::vector<Page> pages_of(DaySheetData const& data)
{
    return lay_out(day_sheet(data), PageSize::Letter);
}

bool holds(Page const& page, std::string_view part)
{
    return std::ranges::any_of(words_of(page), [&](auto const& text) { return text.find(part) != std::string::npos; });
}

} // namespace

BOOST_AUTO_TEST_SUITE(day_sheet_content)

BOOST_AUTO_TEST_CASE(an_ordinary_day_looks_as_it_was_approved)
{
    BOOST_TEST(is_golden("reports/day-sheet.txt", as_text(pages_of(ordinary_day()))));
}

BOOST_AUTO_TEST_CASE(each_clinician_begins_a_page_that_names_nobody_elses_patients)
{
    auto const pages = pages_of(ordinary_day());

    BOOST_TEST_REQUIRE(pages.size() == 3U);
    BOOST_TEST(holds(pages[0], "Dana Reyes, PT, DPT"));
    BOOST_TEST(holds(pages[0], "Lindqvist, Maja"));
    BOOST_TEST(holds(pages[1], "Pat Ōno, PTA"));
    BOOST_TEST(!holds(pages[1], "Lindqvist"));
    BOOST_TEST(holds(pages[2], "Olga Marsh, PT"));
    BOOST_TEST(holds(pages[2], "No appointment on this day."));
}

BOOST_AUTO_TEST_CASE(sixty_appointments_stand_on_pages_that_all_say_whose_they_are)
{
    auto const pages = pages_of(long_day());

    BOOST_TEST(pages.size() > 2U);
    std::ptrdiff_t rows = 0;
    for (Page const& page : pages) {
        auto const all = words_of(page);
        rows += std::ranges::count_if(all, [](std::string const& text) { return text.starts_with("Patient "); });
        BOOST_TEST(holds(page, "Dana Reyes, PT, DPT"));
        BOOST_TEST(holds(page, "23 Nov 2026"));
    }
    BOOST_TEST(rows == 60);
    BOOST_TEST(holds(pages[1], "Dana Reyes, PT, DPT, continued"));
    BOOST_TEST(!holds(pages[0], "continued"));
}

BOOST_AUTO_TEST_CASE(what_a_clinician_must_know_stands_beside_the_name)
{
    auto const page = pages_of(ordinary_day())[0];

    for (std::string_view const part : {"08:00–08:45", "born 12 Mar 1979 · record 001482", "7 of 12",
             "Precaution: cardiac pacemaker", "progress report due today", "needs the wide room", "Canceled",
             "13 of 12", "3 appointments · 1 canceled or missed · works 08:00-12:00 13:00-17:30"})
        BOOST_TEST(holds(page, part), part);
}

BOOST_AUTO_TEST_CASE(a_day_without_anyone_says_so)
{
    DaySheetData data = ordinary_day();
    data.clinicians.clear();
    auto const pages = pages_of(data);

    BOOST_TEST(pages.size() == 1U);
    BOOST_TEST(holds(pages[0], "No appointment on this day."));
    BOOST_TEST(holds(pages[0], "page 1 of 1"));
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace plumbline::reports::testing
