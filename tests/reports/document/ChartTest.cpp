// SPDX-License-Identifier: Apache-2.0
#include "reports/document/Chart.hpp"

#include "tests/reports/FixedMetrics.hpp"
#include "tests/reports/PageText.hpp"
#include "tests/reports/Sample.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <limits>

namespace plumbline::reports::testing {

namespace {

constexpr double chart_width = 250;

Chart chart_of(std::vector<double> const& values)
{
    Chart chart;
    chart.axis = {0, 60, 20};
    Series series{.name = "Oswestry"};
    for (std::size_t i = 0; i < values.size(); ++i)
        series.points.push_back({plus_days(day(2026, 10, 19), static_cast<int>(i) * 7), values[i]});
    chart.series = {series};
    return chart;
}

Page painted(Chart const& chart)
{
    return {chart_width, chart.height, draw(chart, chart_width, FixedMetrics{}), {}};
}

long times(Page const& page, std::string const& text)
{
    auto const words = words_of(page);
    return std::ranges::count(words, text);
}

template <class Kind>
long count(Page const& page)
{
    return std::ranges::count_if(page.ops, [](Op const& op) { return std::holds_alternative<Kind>(op); });
}

} // namespace

BOOST_AUTO_TEST_SUITE(chart)

BOOST_AUTO_TEST_CASE(an_axis_has_round_steps_and_covers_its_values)
{
    BOOST_TEST((nice_axis(0, 46) == Axis{0, 60, 20}));
    BOOST_TEST((nice_axis(0, 10) == Axis{0, 10, 5}));
    BOOST_TEST((nice_axis(0, 100) == Axis{0, 100, 50}));
    BOOST_TEST((nice_axis(0, 100, 5) == Axis{0, 100, 20}));
    BOOST_TEST((nice_axis(-12, 30) == Axis{-20, 40, 20}));
}

BOOST_AUTO_TEST_CASE(an_axis_over_a_single_value_still_has_room)
{
    Axis const axis = nice_axis(7, 7);

    BOOST_TEST(axis.low < 7);
    BOOST_TEST(axis.high > 7);
    BOOST_TEST(nice_axis(0, 0).low == 0);
}

BOOST_AUTO_TEST_CASE(an_axis_never_comes_from_what_is_no_number)
{
    BOOST_TEST((nice_axis(0, std::numeric_limits<double>::infinity()) == Axis{}));
    BOOST_TEST(ticks(Axis{0, 10, 0}).empty());
}

BOOST_AUTO_TEST_CASE(ticks_stand_at_both_ends_and_every_step_between)
{
    BOOST_TEST((ticks(Axis{0, 60, 20}) == std::vector<double>{0, 20, 40, 60}));
}

BOOST_AUTO_TEST_CASE(numbers_have_one_decimal_at_most_and_a_true_minus)
{
    BOOST_TEST(plain_number(28) == "28");
    BOOST_TEST(plain_number(35.5555) == "35.6");
    BOOST_TEST(plain_number(-2) == "−2");
    BOOST_TEST(plain_number(-0.04) == "0");
}

BOOST_AUTO_TEST_CASE(a_few_values_are_all_written)
{
    Page const page = painted(chart_of({46, 42, 36, 28}));

    for (char const* value : {"46", "42", "36", "28"})
        BOOST_TEST(times(page, value) == 1);
}

BOOST_AUTO_TEST_CASE(of_many_values_the_first_and_the_last_are_written)
{
    Page const page = painted(chart_of({51, 49, 47, 45, 43, 41, 39, 37}));

    BOOST_TEST(times(page, "51") == 1);
    BOOST_TEST(times(page, "37") == 1);
    BOOST_TEST(times(page, "45") == 0);
    BOOST_TEST(count<Disc>(page) == 8);
}

BOOST_AUTO_TEST_CASE(a_single_score_is_a_point_with_its_value_and_day_and_no_line)
{
    Page const page = painted(chart_of({46}));

    BOOST_TEST(count<Disc>(page) == 1);
    BOOST_TEST(count<Polyline>(page) == 0);
    BOOST_TEST(times(page, "46") == 1);
    BOOST_TEST(times(page, "19 Oct") == 1);
}

BOOST_AUTO_TEST_CASE(a_chart_without_values_says_so)
{
    BOOST_TEST(times(painted(chart_of({})), "no value recorded") == 1);
    BOOST_TEST(times(painted(chart_of({std::numeric_limits<double>::quiet_NaN()})), "no value recorded") == 1);
}

BOOST_AUTO_TEST_CASE(days_lie_where_time_puts_them)
{
    Chart chart = chart_of({46, 40, 28});
    chart.series[0].points[1].day = plus_days(day(2026, 10, 19), 1);
    Page const page = painted(chart);

    auto const line = std::ranges::find_if(page.ops, [](Op const& op) { return std::holds_alternative<Polyline>(op); });
    BOOST_TEST_REQUIRE((line != page.ops.end()));
    auto const& points = std::get<Polyline>(*line).points;
    BOOST_TEST((points[1].x - points[0].x) * 14 == points[2].x - points[0].x, boost::test_tools::tolerance(1e-6));
}

BOOST_AUTO_TEST_CASE(years_are_named_when_a_course_crosses_new_year)
{
    Chart chart = chart_of({46, 28});
    chart.series[0].points[1].day = day(2027, 1, 4);
    Page const page = painted(chart);

    BOOST_TEST(times(page, "19 Oct 2026") == 1);
    BOOST_TEST(times(page, "4 Jan 2027") == 1);
}

BOOST_AUTO_TEST_CASE(the_region_of_important_change_is_tinted_and_says_what_it_is)
{
    Chart chart = chart_of({46, 28});
    chart.band = Band{0, 36, "important change"};
    Page const page = painted(chart);

    BOOST_TEST(times(page, "important change") == 1);
    auto const box = std::ranges::find_if(page.ops, [](Op const& op) { return std::holds_alternative<Box>(op); });
    BOOST_TEST_REQUIRE((box != page.ops.end()));
    BOOST_TEST((std::get<Box>(*box).fill == paper_palette.band));
}

BOOST_AUTO_TEST_CASE(two_series_are_named_at_their_ends_and_differ_in_shape)
{
    Chart chart = chart_of({46, 28});
    Series right = chart.series[0];
    right.name = "right";
    right.mark = Mark::Triangle;
    right.hue = 1;
    chart.series.push_back(right);
    Page const page = painted(chart);

    BOOST_TEST(times(page, "Oswestry") == 1);
    BOOST_TEST(times(page, "right") == 1);
    BOOST_TEST(count<Polygon>(page) == 2);
    // Equal last values would put both names on one place.
    BOOST_TEST(baseline_of(page, "right") - baseline_of(page, "Oswestry") >= 8);
}

BOOST_AUTO_TEST_CASE(bars_stand_on_the_axis_with_value_and_name)
{
    Chart chart;
    chart.kind = ChartKind::Bar;
    chart.axis = {0, 10, 5};
    chart.series = {Series{.name = "days", .points = {{{}, 5, "week 1"}, {{}, 10, "week 2"}, {{}, 0, "week 3"}}}};
    Page const page = painted(chart);

    BOOST_TEST(times(page, "week 1") == 1);
    BOOST_TEST(times(page, "week 3") == 1);
    std::vector<double> heights;
    for (Op const& op : page.ops)
        if (auto const* bar = std::get_if<Box>(&op))
            heights.push_back(bar->height);
    BOOST_TEST_REQUIRE(heights.size() == 3U);
    BOOST_TEST(heights[0] * 2 == heights[1], boost::test_tools::tolerance(1e-6));
    BOOST_TEST(heights[2] == 0);
}

BOOST_AUTO_TEST_CASE(no_mark_leaves_the_chart_even_when_a_value_lies_beyond_the_scale)
{
    Page const page = painted(chart_of({900, -40, 30}));

    for (Op const& op : page.ops)
        if (auto const* disc = std::get_if<Disc>(&op)) {
            BOOST_TEST(disc->center.y >= 0);
            BOOST_TEST(disc->center.y <= page.height);
        }
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace plumbline::reports::testing
