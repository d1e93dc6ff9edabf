// SPDX-License-Identifier: Apache-2.0
#include "reports/content/ProgressReport.hpp"

#include "reports/document/Layout.hpp"
#include "tests/reports/PageText.hpp"
#include "tests/reports/Sample.hpp"
#include "tests/support/Golden.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>

namespace plumbline::reports::testing {

using plumbline::testing::is_golden;

namespace {

std::string summary(ProgressReportData const& data)
{
    std::string text;
    for (Run const& run : progress_summary(data))
        text += run.text;
    return text;
}

bool contains(std::string const& text, std::string_view part)
{
    return text.find(part) != std::string::npos;
}

/// All words of the report, page after page.
std::string words(ProgressReportData const& data)
{
    std::string text;
    for (Page const& page : lay_out(progress_report(data), PageSize::Letter))
        for (std::string const& run : words_of(page))
            text += run + '\n';
    return text;
}

ProgressReportData with_scores(Measure measure, std::vector<double> const& values)
{
    ProgressReportData data = ordinary_course();
    data.measures = {{measure, {}}};
    for (std::size_t i = 0; i < values.size(); ++i)
        data.measures[0].days.push_back(
            {plus_days(day(2026, 10, 19), static_cast<int>(i) * 7), values[i], static_cast<std::int64_t>(i + 1)});
    return data;
}

} // namespace

BOOST_AUTO_TEST_SUITE(progress_report_content)

BOOST_AUTO_TEST_CASE(an_ordinary_report_looks_as_it_was_approved)
{
    auto const pages = lay_out(progress_report(ordinary_course()), PageSize::Letter);

    BOOST_TEST(pages.size() == 1U);
    BOOST_TEST(is_golden("reports/progress.txt", as_text(pages)));
}

BOOST_AUTO_TEST_CASE(a_long_report_breaks_where_it_was_approved)
{
    auto const pages = lay_out(progress_report(long_course()), PageSize::Letter);

    BOOST_TEST(pages.size() == 3U);
    BOOST_TEST(is_golden("reports/progress-long.txt", as_text(pages)));
}

BOOST_AUTO_TEST_CASE(the_summary_tells_an_improvement_with_its_size_and_what_size_matters)
{
    std::string const text = summary(ordinary_course());

    BOOST_TEST(contains(text,
        "After 7 of 8 planned visits in this period, disability fell from 46\u00A0% to 28\u00A0% "
        "(Oswestry; 18 points, an important change is 10)."));
    BOOST_TEST(contains(text, "Pain fell from 7 to 4\u00A0of\u00A010 (3 points, an important change is 2)."));
    BOOST_TEST(contains(text, "One visit was missed."));
    BOOST_TEST(contains(text, "L5 strength left improved from 4− to 4+."));
    BOOST_TEST(contains(text, "One of three goals is met. Two are in progress."));
    BOOST_TEST(contains(text, "No warning signs at any visit."));
}

BOOST_AUTO_TEST_CASE(each_sentence_carries_the_visits_it_came_from)
{
    auto const runs = progress_summary(ordinary_course());

    auto const pain = std::ranges::find_if(runs, [](Run const& run) { return run.text.starts_with("Pain"); });
    BOOST_TEST_REQUIRE((pain != runs.end()));
    BOOST_TEST((pain->sources == Sources{1, 7}));
    BOOST_TEST((runs.front().sources == Sources{1, 2, 3, 4, 5, 6, 7}));
    auto const met = std::ranges::find_if(runs, [](Run const& run) { return contains(run.text, "goals is met"); });
    BOOST_TEST_REQUIRE((met != runs.end()));
    BOOST_TEST((met->sources == Sources{6}));
}

BOOST_AUTO_TEST_CASE(a_change_smaller_than_what_matters_is_told_as_such)
{
    BOOST_TEST(contains(
        summary(with_scores(Measure::Odi, {46, 42})), "(Oswestry; 4 points, less than the important change of 10)"));
    BOOST_TEST(
        contains(summary(with_scores(Measure::Odi, {46, 46})), "disability stayed at 46\u00A0% (Oswestry; no change)"));
}

BOOST_AUTO_TEST_CASE(a_third_of_a_small_baseline_counts_as_important_too)
{
    // Ostelo 2008: 30 % of baseline where that comes before the absolute value.
    BOOST_TEST(contains(
        summary(with_scores(Measure::Nprs, {3, 2})), "(1 point or 33 % of the start, an important change is 30 %)"));
}

BOOST_AUTO_TEST_CASE(a_worsening_is_said_to_be_one_and_whether_it_exceeds_error)
{
    BOOST_TEST(contains(summary(with_scores(Measure::Odi, {28, 46})),
        "disability rose from 28\u00A0% to 46\u00A0% (Oswestry; worse by 18 points, measurement error is 10)"));
    BOOST_TEST(
        contains(summary(with_scores(Measure::Odi, {28, 32})), "worse by 4 points, within measurement error 10"));
}

BOOST_AUTO_TEST_CASE(for_a_scale_that_rises_with_health_a_rise_is_the_improvement)
{
    BOOST_TEST(contains(summary(with_scores(Measure::Psfs, {2.3, 7.7})),
        "function rose from 2.3 to 7.7\u00A0of\u00A010 (Patient-Specific Functional Scale; 5.4 points, an important "
        "change is"));
    auto const chart = course_chart(with_scores(Measure::Psfs, {6, 8}).measures[0]);
    BOOST_TEST_REQUIRE(chart.band.has_value());
    BOOST_TEST(chart.band->high == 10);
    BOOST_TEST(chart.band->low > 6);
}

BOOST_AUTO_TEST_CASE(a_single_score_is_stated_without_a_course)
{
    std::string const text = summary(with_scores(Measure::Odi, {46}));

    BOOST_TEST(contains(text, "disability stands at 46\u00A0% (Oswestry; scored once, on 19 Oct 2026)."));
    BOOST_TEST(!contains(text, "fell"));
}

BOOST_AUTO_TEST_CASE(without_a_score_the_summary_says_that_none_was_recorded)
{
    ProgressReportData data = ordinary_course();
    data.measures.clear();

    BOOST_TEST(contains(summary(data),
        "7 of 8 planned visits in this period took place. No outcome score was recorded in this period."));
}

BOOST_AUTO_TEST_CASE(warning_signs_are_never_denied_when_nobody_asked)
{
    ProgressReportData data = ordinary_course();
    data.warning_signs_asked = false;
    BOOST_TEST(!contains(summary(data), "arning sign"));

    BOOST_TEST(contains(summary(worsening_course()), "Warning sign on 23 Nov 2026: numbness in the saddle area"));
    BOOST_TEST(!contains(summary(worsening_course()), "No warning signs"));
}

BOOST_AUTO_TEST_CASE(goals_are_counted_in_words_a_person_would_use)
{
    ProgressReportData data = ordinary_course();
    for (GoalLine& goal : data.goals)
        goal.state = GoalState::Met;
    BOOST_TEST(contains(summary(data), "All three goals are met."));

    data.goals.resize(1);
    data.goals[0].state = GoalState::InProgress;
    BOOST_TEST(contains(summary(data), "The goal is not met yet. It is in progress."));

    BOOST_TEST(
        contains(summary(worsening_course()), "None of three goals is met yet. Two are in progress. One was not met."));
}

BOOST_AUTO_TEST_CASE(the_report_holds_the_assistants_part)
{
    // CMS Pub. 100-02 ch. 15 section 220.3 D: dates of the period, date written, signature with
    // professional identification, the patient's statements, measurements for each goal.
    std::string const text = words(ordinary_course());

    BOOST_TEST(contains(text, "period 19 Oct – 23 Nov 2026"));
    BOOST_TEST(contains(text, "\n23 Nov 2026\n"));
    BOOST_TEST(contains(text, "Dana Reyes, PT, DPT"));
    BOOST_TEST(contains(text, "“I sat through the whole staff meeting and the leg stayed quiet” (20 Nov)."));
    for (std::string_view const part : {"25 min", "60 min by 1 Dec", "46 %", "28 %", "6 kg"})
        BOOST_TEST(contains(text, part), part);
}

BOOST_AUTO_TEST_CASE(the_report_holds_the_clinicians_part)
{
    // Extent of progress toward each goal, changes to goals, plan for continuing, certification.
    std::string const text = words(long_course());

    BOOST_TEST(contains(text, "Distance grows by a street a week"));
    BOOST_TEST(contains(text, "Goal 12 was added on 9 November."));
    BOOST_TEST(contains(text, "skilled care remains necessary"));
    BOOST_TEST(contains(text, "Plan: continue"));
    BOOST_TEST(contains(text, "Sam Okafor, PTA"));
    BOOST_TEST(contains(text, "Plan of care certified until 3 Jan 2027."));
    BOOST_TEST(contains(text, "Physician (certification) · H. Brandt, MD · date"));
}

BOOST_AUTO_TEST_CASE(what_a_report_must_say_and_cannot_yet_is_said_to_be_missing)
{
    std::string const text = words(nothing_yet());

    for (std::string_view const part :
        {"No visit took place in this period.", "No outcome score was recorded in this period.",
            "No goal is written for this episode.", "No plan for continuing is written yet.",
            "DEMO clinic, invented patients · DRAFT – not signed", "Physical therapist, credentials · date"})
        BOOST_TEST(contains(text, part), part);
    BOOST_TEST(!contains(text, "Findings"));
    BOOST_TEST(!contains(text, "Signed electronically"));
}

BOOST_AUTO_TEST_CASE(a_signed_report_is_no_draft)
{
    BOOST_TEST(!contains(words(ordinary_course()), "DRAFT"));
}

BOOST_AUTO_TEST_CASE(the_region_of_important_change_begins_where_the_rule_says)
{
    auto const odi = course_chart(ordinary_course().measures[0]);
    BOOST_TEST_REQUIRE(odi.band.has_value());
    BOOST_TEST(odi.band->high == 36);
    BOOST_TEST(odi.band->low == 0);
    BOOST_TEST((odi.axis == Axis{0, 60, 20}));
    BOOST_TEST(odi.title == "Oswestry disability, %");

    auto const pain = course_chart(ordinary_course().measures[1]);
    BOOST_TEST((pain.axis == Axis{0, 10, 5}));
    BOOST_TEST(pain.title == "Pain, 0–10");
}

BOOST_AUTO_TEST_CASE(no_axis_is_longer_than_its_scale)
{
    BOOST_TEST((course_chart({Measure::Rmdq, {{day(2026, 10, 19), 23, 1}}}).axis == Axis{0, 24, 8}));
    BOOST_TEST(course_chart({Measure::Odi, {{day(2026, 10, 19), 100, 1}}}).axis.high == 100);
    BOOST_TEST(course_chart({Measure::Odi, {{day(2026, 10, 19), 0, 1}}}).axis.high > 0);
}

BOOST_AUTO_TEST_CASE(another_language_reaches_every_word_that_is_ours)
{
    Words const spanish{[](std::string_view text) -> std::string {
        if (text == "Goals")
            return "Metas";
        return text == "{0} of {1} planned visits in this period took place." ? "De {1} visitas hubo {0}."
                                                                              : std::string{text};
    }};
    ProgressReportData data = ordinary_course();
    data.measures.clear();
    std::string text;
    for (Run const& run : progress_summary(data, spanish))
        text += run.text;
    BOOST_TEST(contains(text, "De 8 visitas hubo 7."));

    auto const pages = lay_out(progress_report(data, spanish), PageSize::Letter);
    BOOST_TEST(baseline_of(pages[0], "Metas") > 0);
    BOOST_TEST(baseline_of(pages[0], "Goals") < 0);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace plumbline::reports::testing
