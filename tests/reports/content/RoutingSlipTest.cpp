// SPDX-License-Identifier: Apache-2.0
#include "reports/content/RoutingSlip.hpp"

#include "reports/document/Layout.hpp"
#include "tests/reports/PageText.hpp"
#include "tests/reports/ScheduleSample.hpp"
#include "tests/support/Golden.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>

namespace plumbline::reports::testing {

using plumbline::testing::is_golden;

namespace {

std::vector<Page> pages_of(RoutingSlipData const& data)
{
    return lay_out(routing_slip(data), PageSize::Letter);
}

bool holds(Page const& page, std::string_view part)
{
    return std::ranges::any_of(words_of(page), [&](auto const& text) { return text.find(part) != std::string::npos; });
}

} // namespace

BOOST_AUTO_TEST_SUITE(routing_slip_content)

BOOST_AUTO_TEST_CASE(an_ordinary_slip_looks_as_it_was_approved)
{
    auto const pages = pages_of(ordinary_slip());

    BOOST_TEST(pages.size() == 1U);
    BOOST_TEST(is_golden("reports/routing-slip.txt", as_text(pages)));
}

BOOST_AUTO_TEST_CASE(a_visit_beyond_the_authorized_ones_is_said_in_the_color_of_what_is_due)
{
    RoutingSlipData data = ordinary_slip();
    data.visit_number = 13;
    auto const page = pages_of(data)[0];

    auto const said = std::ranges::find_if(page.ops, [](Op const& op) {
        auto const* const run = std::get_if<TextRun>(&op);
        return run != nullptr && run->text == "Visit 13 of 12 authorized";
    });
    BOOST_TEST_REQUIRE((said != page.ops.end()));
    BOOST_TEST((std::get<TextRun>(*said).color == paper_palette.due));
}

BOOST_AUTO_TEST_CASE(a_patient_without_further_visits_is_said_to_have_none)
{
    RoutingSlipData data = ordinary_slip();
    data.coming.clear();
    data.alert.clear();
    auto const page = pages_of(data)[0];

    BOOST_TEST(holds(page, "No further visit is booked."));
    BOOST_TEST(!holds(page, "Precaution"));
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace plumbline::reports::testing
