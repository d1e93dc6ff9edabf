// SPDX-License-Identifier: Apache-2.0
#include "reports/content/ComingVisits.hpp"

#include "reports/document/Layout.hpp"
#include "tests/reports/PageText.hpp"
#include "tests/reports/ScheduleSample.hpp"
#include "tests/support/Golden.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>

namespace plumbline::reports::testing {

using plumbline::testing::is_golden;

namespace {

std::vector<Page> pages_of(ComingVisitsData const& data)
{
    return lay_out(coming_visits(data), PageSize::Letter);
}

bool holds(Page const& page, std::string_view part)
{
    return std::ranges::any_of(words_of(page), [&](auto const& text) { return text.find(part) != std::string::npos; });
}

} // namespace

BOOST_AUTO_TEST_SUITE(coming_visits_content)

BOOST_AUTO_TEST_CASE(an_ordinary_list_looks_as_it_was_approved)
{
    BOOST_TEST(is_golden("reports/coming-visits.txt", as_text(pages_of(ordinary_coming()))));
}

BOOST_AUTO_TEST_CASE(all_that_a_patient_reads_is_in_large_print)
{
    // Large print begins at 14 points (American Printing House for the Blind asks for 18, clear print for 12 to 14).
    auto const page = pages_of(ordinary_coming())[0];
    for (Op const& op : page.ops)
        if (auto const* const run = std::get_if<TextRun>(&op); run != nullptr
            && (run->text.find("Nov 2026") != std::string::npos || run->text.find("Reyes") != std::string::npos
                || run->text.find("cannot come") != std::string::npos)
            && run->color == paper_palette.ink)
            BOOST_TEST(run->size >= 14, run->text);
    BOOST_TEST(holds(page, "Wednesday, 25 Nov"));
    BOOST_TEST(holds(page, "10:30–11:15"));
}

BOOST_AUTO_TEST_CASE(a_long_series_goes_on_on_further_pages_under_the_same_head)
{
    ComingVisitsData data = ordinary_coming();
    for (int i = 0; i < 60; ++i)
        data.visits.push_back(data.visits.front());
    auto const pages = pages_of(data);

    BOOST_TEST(pages.size() > 1U);
    for (Page const& page : pages) {
        BOOST_TEST(holds(page, "With"));
        BOOST_TEST(holds(page, "Maja Lindqvist · born 12 Mar 1979 · record 001482"));
    }
}

BOOST_AUTO_TEST_CASE(whoever_has_no_visit_is_told_whom_to_call)
{
    ComingVisitsData data = ordinary_coming();
    data.visits.clear();
    auto const page = pages_of(data)[0];

    BOOST_TEST(holds(page, "No visit is booked for you."));
    BOOST_TEST(holds(page, "To book one, call 555-0142."));
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace plumbline::reports::testing
