// SPDX-License-Identifier: Apache-2.0
#include "reports/document/ChartTable.hpp"

#include "tests/reports/Sample.hpp"

#include <boost/test/unit_test.hpp>

namespace plumbline::reports::testing {

namespace {

std::vector<std::string> line(Row const& row)
{
    std::vector<std::string> texts;
    for (Cell const& cell : row.cells)
        texts.push_back(cell.runs.empty() ? "" : cell.runs.front().text);
    return texts;
}

using Line = std::vector<std::string>;

} // namespace

BOOST_AUTO_TEST_SUITE(chart_table)

BOOST_AUTO_TEST_CASE(a_chart_can_be_read_as_a_table_with_its_unit_and_the_visits_behind_it)
{
    Table const table = data_table(course_chart(ordinary_course().measures[0]), "Day");

    BOOST_TEST(table.columns[0].title == "Day");
    BOOST_TEST(table.columns[1].title == "Oswestry Disability Index, %");
    BOOST_TEST_REQUIRE(table.rows.size() == 4U);
    BOOST_TEST((line(table.rows[0]) == Line{"19 Oct 2026", "46"}));
    BOOST_TEST((line(table.rows[3]) == Line{"23 Nov 2026", "28"}));
    BOOST_TEST((table.rows[3].cells[1].runs[0].sources == Sources{7}));
}

BOOST_AUTO_TEST_CASE(series_of_different_days_share_one_table_in_order_of_time)
{
    Chart chart;
    chart.series = {Series{.name = "left", .points = {{day(2026, 10, 19), 40}, {day(2026, 11, 2), 55}}},
        Series{.name = "right", .points = {{day(2026, 10, 12), 80}, {day(2026, 11, 2), 81}}}};
    Table const table = data_table(chart, "Day");

    BOOST_TEST_REQUIRE(table.rows.size() == 3U);
    BOOST_TEST((line(table.rows[0]) == Line{"12 Oct 2026", "", "80"}));
    BOOST_TEST((line(table.rows[1]) == Line{"19 Oct 2026", "40", ""}));
    BOOST_TEST((line(table.rows[2]) == Line{"2 Nov 2026", "55", "81"}));
}

BOOST_AUTO_TEST_CASE(two_values_of_one_day_both_keep_their_row)
{
    Chart chart;
    chart.series = {Series{.name = "pain", .points = {{day(2026, 10, 19), 7}, {day(2026, 10, 19), 5}}}};

    BOOST_TEST(data_table(chart, "Day").rows.size() == 2U);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace plumbline::reports::testing
