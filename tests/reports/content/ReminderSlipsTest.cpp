// SPDX-License-Identifier: Apache-2.0
#include "reports/content/ReminderSlips.hpp"

#include "reports/document/Layout.hpp"
#include "tests/reports/PageText.hpp"
#include "tests/reports/ScheduleSample.hpp"
#include "tests/support/Golden.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>

namespace plumbline::reports::testing {

using plumbline::testing::is_golden;

namespace {

std::vector<Page> pages_of(ReminderSlipsData const& data)
{
    return lay_out(reminder_slips(data), PageSize::Letter);
}

std::ptrdiff_t count(Page const& page, std::string_view part)
{
    return std::ranges::count_if(
        words_of(page), [&](auto const& text) { return text.find(part) != std::string::npos; });
}

} // namespace

BOOST_AUTO_TEST_SUITE(reminder_slips_content)

BOOST_AUTO_TEST_CASE(seven_slips_look_as_they_were_approved)
{
    BOOST_TEST(is_golden("reports/reminder-slips.txt", as_text(pages_of(reminders(7)))));
}

BOOST_AUTO_TEST_CASE(several_slips_share_a_page_and_none_is_divided)
{
    auto const pages = pages_of(reminders(60));

    BOOST_TEST(pages.size() > 1U);
    BOOST_TEST(pages.size() <= 8U);
    std::ptrdiff_t slips = 0;
    for (Page const& page : pages) {
        auto const here = count(page, "with Dana Reyes");
        BOOST_TEST(count(page, "If you cannot come") == here);
        slips += here;
    }
    BOOST_TEST(slips == 60);
}

BOOST_AUTO_TEST_CASE(nobody_to_remind_is_said)
{
    auto const pages = pages_of(reminders(0));

    BOOST_TEST(count(pages.at(0), "Nobody is to be reminded.") == 1);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace plumbline::reports::testing
