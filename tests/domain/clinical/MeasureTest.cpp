// SPDX-License-Identifier: Apache-2.0
#include "domain/clinical/Measure.hpp"

#include <boost/test/unit_test.hpp>

#include <string>
#include <vector>

namespace plumbline::testing {
namespace {

using Items = std::vector<std::optional<int>>;
constexpr std::nullopt_t blank = std::nullopt;

/// Ten sections whose answered ones add up to a sum; the last few are left blank.
Items sections(int sum, std::size_t answered)
{
    Items items(10, blank);
    for (std::size_t i = 0; i < answered; ++i) {
        int const most = std::min(5, sum);
        items[i] = most;
        sum -= most;
    }
    BOOST_REQUIRE_EQUAL(sum, 0);
    return items;
}

Score scored(Measure measure, Items const& items)
{
    auto const found = score(measure, items);
    BOOST_REQUIRE(found);
    return *found;
}

std::string refused(Measure measure, Items const& items)
{
    auto const found = score(measure, items);
    return found ? std::string{} : found.error().message.english();
}

} // namespace

BOOST_AUTO_TEST_SUITE(measure)

BOOST_AUTO_TEST_CASE(an_oswestry_of_16_is_32_percent_and_moderate)
{
    Score const found = scored(Measure::Odi, sections(16, 10));
    BOOST_TEST(found.value == 32.0);
    BOOST_TEST(found.band == "moderate");
    BOOST_TEST(found.answered == 10);
    BOOST_TEST(found.items == 10);
}

BOOST_AUTO_TEST_CASE(a_blank_oswestry_section_lowers_the_denominator)
{
    Score const found = scored(Measure::Odi, sections(16, 9));
    BOOST_TEST(found.value == 1600.0 / 45, boost::test_tools::tolerance(1e-12));
    BOOST_TEST(shown(found.value) == "35.6");
    BOOST_TEST(found.band == "moderate");
    BOOST_TEST(found.answered == 9);
}

BOOST_AUTO_TEST_CASE(the_oswestry_bands_begin_and_end_where_the_literature_says)
{
    BOOST_TEST(scored(Measure::Odi, sections(0, 10)).value == 0.0);
    BOOST_TEST(scored(Measure::Odi, sections(0, 10)).band == "minimal");
    BOOST_TEST(scored(Measure::Odi, sections(10, 10)).band == "minimal");
    BOOST_TEST(scored(Measure::Odi, sections(20, 8)).value == 50.0);
    BOOST_TEST(scored(Measure::Odi, sections(20, 8)).band == "severe");
    BOOST_TEST(scored(Measure::Odi, sections(50, 10)).band == "extreme");
    struct Edge {
        double value;
        std::string_view name;
    };
    for (Edge const edge :
        {Edge{20, "minimal"}, Edge{21, "moderate"}, Edge{40, "moderate"}, Edge{41, "severe"}, Edge{60, "severe"},
            Edge{61, "very severe"}, Edge{80, "very severe"}, Edge{81, "extreme"}, Edge{100, "extreme"}})
        BOOST_TEST(band(Measure::Odi, edge.value) == edge.name);
}

BOOST_AUTO_TEST_CASE(a_percentage_is_rounded_half_up_before_it_is_banded)
{
    BOOST_TEST(band(Measure::Odi, 20.4) == "minimal");
    BOOST_TEST(band(Measure::Odi, 20.5) == "moderate");
}

BOOST_AUTO_TEST_CASE(seven_oswestry_answers_are_too_few)
{
    BOOST_TEST(refused(Measure::Odi, sections(14, 7)).find("at least 8") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_forgotten_item_is_not_taken_for_a_blank_one)
{
    BOOST_TEST(!refused(Measure::Odi, Items(9, 2)).empty());
    BOOST_TEST(!refused(Measure::Odi, Items(11, 2)).empty());
    BOOST_TEST(!refused(Measure::Rmdq, Items(23, 1)).empty());
    BOOST_TEST(!refused(Measure::Nprs, Items{}).empty());
}

BOOST_AUTO_TEST_CASE(an_answer_outside_its_range_is_refused_by_its_place)
{
    Items items = sections(16, 10);
    items[6] = 6;
    BOOST_TEST(refused(Measure::Odi, items) == "Item 7 is 6; it must lie between 0 and 5.");
    items[6] = -1;
    BOOST_TEST(!refused(Measure::Odi, items).empty());
    BOOST_TEST(!refused(Measure::Rmdq, Items(24, 2)).empty());
    BOOST_TEST(!refused(Measure::Nprs, {11}).empty());
}

BOOST_AUTO_TEST_CASE(the_pain_scale_must_be_answered_and_is_banded)
{
    BOOST_TEST(!refused(Measure::Nprs, {blank}).empty());
    constexpr std::string_view names[]{
        "none", "mild", "mild", "mild", "moderate", "moderate", "moderate", "severe", "severe", "severe", "severe"};
    for (int pain = 0; pain <= 10; ++pain)
        BOOST_TEST(scored(Measure::Nprs, {pain}).band == names[pain]);
}

BOOST_AUTO_TEST_CASE(roland_morris_counts_ticks_and_takes_a_blank_for_none)
{
    Items items(24, 0);
    items[0] = items[5] = items[23] = 1;
    items[7] = blank;
    Score const found = scored(Measure::Rmdq, items);
    BOOST_TEST(found.value == 3.0);
    BOOST_TEST(found.answered == 23);
    BOOST_TEST(found.band.empty());
    BOOST_TEST(scored(Measure::Rmdq, Items(24, 1)).value == 24.0);
    BOOST_TEST(scored(Measure::Rmdq, Items(24, blank)).value == 0.0);
}

BOOST_AUTO_TEST_CASE(the_neck_index_is_expressed_of_50)
{
    BOOST_TEST(scored(Measure::Ndi, sections(16, 10)).value == 16.0);
    BOOST_TEST(scored(Measure::Ndi, sections(16, 10)).band == "moderate");
    BOOST_TEST(2 * scored(Measure::Ndi, sections(16, 9)).value == 1600.0 / 45, boost::test_tools::tolerance(1e-12));
    BOOST_TEST(!refused(Measure::Ndi, sections(16, 7)).empty());
    struct Edge {
        double value;
        std::string_view name;
    };
    for (Edge const edge : {Edge{4, "none"}, Edge{4.5, "mild"}, Edge{14, "mild"}, Edge{15, "moderate"},
             Edge{24, "moderate"}, Edge{25, "severe"}, Edge{34, "severe"}, Edge{35, "complete"}, Edge{50, "complete"}})
        BOOST_TEST(band(Measure::Ndi, edge.value) == edge.name);
}

BOOST_AUTO_TEST_CASE(the_patient_specific_scale_is_the_mean_of_the_activities_rated)
{
    BOOST_TEST(shown(scored(Measure::Psfs, {3, 5, 6}).value) == "4.7");
    BOOST_TEST(scored(Measure::Psfs, {7}).value == 7.0);
    BOOST_TEST(scored(Measure::Psfs, {4, blank, 6}).value == 5.0);
    BOOST_TEST(!refused(Measure::Psfs, {}).empty());
    BOOST_TEST(!refused(Measure::Psfs, {blank, blank}).empty());
    BOOST_TEST(!refused(Measure::Psfs, Items(6, 5)).empty());
}

BOOST_AUTO_TEST_CASE(a_score_is_shown_with_one_decimal_at_most)
{
    BOOST_TEST(shown(32) == "32");
    BOOST_TEST(shown(35.55555) == "35.6");
    BOOST_TEST(shown(16.25) == "16.3");
    BOOST_TEST(shown(-0.04) == "0");
    BOOST_TEST(shown(100) == "100");
    BOOST_TEST(shown(-7.5) == "-7.5");
}

BOOST_AUTO_TEST_CASE(improvement_is_positive_whichever_way_the_measure_runs)
{
    BOOST_TEST(improvement(Measure::Odi, 44, 34) == 10.0);
    BOOST_TEST(improvement(Measure::Psfs, 3, 6) == 3.0);
    BOOST_TEST(improvement(Measure::Nprs, 4, 6) == -2.0);
}

BOOST_AUTO_TEST_CASE(a_change_matters_at_the_published_points_or_at_30_percent)
{
    BOOST_TEST((judge(Measure::Odi, 44, 36) == Change::NotImproved)); // 8 points, 18 %
    BOOST_TEST((judge(Measure::Odi, 44, 34) == Change::Improved));
    BOOST_TEST((judge(Measure::Odi, 30, 21) == Change::Improved)); // 9 points, but 30 %
    BOOST_TEST((judge(Measure::Odi, 30, 21.1) == Change::NotImproved));
    BOOST_TEST((judge(Measure::Nprs, 6, 5) == Change::NotImproved));
    BOOST_TEST((judge(Measure::Nprs, 6, 4) == Change::Improved));
    BOOST_TEST((judge(Measure::Ndi, 40, 32.5) == Change::Improved));
    BOOST_TEST((judge(Measure::Ndi, 40, 33) == Change::NotImproved));
    BOOST_TEST((judge(Measure::Psfs, 7, 9) == Change::Improved));
    BOOST_TEST((judge(Measure::Odi, 320.0 / 9, 0.7 * (320.0 / 9)) == Change::Improved));
}

BOOST_AUTO_TEST_CASE(the_important_change_is_whichever_rule_is_reached_first)
{
    BOOST_TEST(important_change(Measure::Odi, 44) == 10.0);
    BOOST_TEST(important_change(Measure::Odi, 30) == 9.0, boost::test_tools::tolerance(1e-12));
    BOOST_TEST(important_change(Measure::Rmdq, 0) == 5.0);
}

BOOST_AUTO_TEST_CASE(worse_is_said_only_beyond_the_measurement_error)
{
    BOOST_TEST((judge(Measure::Odi, 40, 50) == Change::Worse));
    BOOST_TEST((judge(Measure::Odi, 40, 49) == Change::NotImproved));
    BOOST_TEST((judge(Measure::Psfs, 6, 4) == Change::Worse));
    BOOST_TEST((judge(Measure::Nprs, 0, 0) == Change::NotImproved));
    BOOST_TEST((judge(Measure::Rmdq, 10, 15) == Change::Worse));
}

BOOST_AUTO_TEST_CASE(every_measure_is_found_by_its_code_and_names_its_source)
{
    for (MeasureFacts const& about : all_measures()) {
        BOOST_TEST((measure_from_code(about.code).value() == about.measure));
        BOOST_TEST((facts(about.measure).code == about.code));
        BOOST_TEST(!about.source.empty());
    }
    BOOST_TEST(!measure_from_code("ODI "));
    BOOST_TEST(item_labels(Measure::Odi).size() == 10U);
    BOOST_TEST(item_labels(Measure::Ndi)[4] == "Headaches");
    BOOST_TEST(item_labels(Measure::Rmdq).empty());
}

BOOST_AUTO_TEST_CASE(an_outcome_score_keeps_the_raw_answers)
{
    Date const day = parse_date("2026-11-23").value();
    auto const kept =
        OutcomeScore::create(ScoreId{1}, PatientId{2}, EpisodeId{3}, day, Measure::Odi, sections(16, 9), UserId{4});
    BOOST_REQUIRE(kept);
    BOOST_TEST((kept->items() == sections(16, 9)));
    BOOST_TEST(kept->score().answered == 9);
    BOOST_TEST(
        !OutcomeScore::create(ScoreId{1}, PatientId{2}, EpisodeId{3}, day, Measure::Odi, sections(14, 7), UserId{4}));
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace plumbline::testing
