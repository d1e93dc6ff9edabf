// SPDX-License-Identifier: Apache-2.0
#include "reports/content/MeasureWords.hpp"

#include "reports/content/ProgressReport.hpp"

#include <algorithm>

namespace plumbline::reports {

namespace {

constexpr std::string_view no_break_space = "\u00A0";

/// What differs between measures in words; numbers come from facts().
struct Wording {
    std::string_view noun, noun_first, short_name, title;
};

Wording wording(Measure measure)
{
    switch (measure) {
    case Measure::Nprs:
        return {tr_noop("pain"), tr_noop("Pain"), "", tr_noop("Pain, {0}")};
    case Measure::Odi:
        return {tr_noop("disability"), tr_noop("Disability"), "Oswestry", tr_noop("Oswestry disability, {0}")};
    case Measure::Rmdq:
        return {
            tr_noop("disability"), tr_noop("Disability"), "Roland-Morris", tr_noop("Roland-Morris disability, {0}")};
    case Measure::Ndi:
        return {tr_noop("neck disability"), tr_noop("Neck disability"), "NDI", tr_noop("Neck disability, {0}")};
    case Measure::Psfs:
        return {tr_noop("function"), tr_noop("Function"), "Patient-Specific Functional Scale",
            tr_noop("Patient-specific function, {0}")};
    }
    return {};
}

Axis axis_of(MeasureFacts const& known, std::vector<ScoredDay> const& days)
{
    double const range = known.highest - known.lowest;
    if (range <= 10)
        return {known.lowest, known.highest, range / 2};
    double top = known.lowest + range / 5;
    for (ScoredDay const& day : days)
        top = std::max(top, day.value);
    Axis const axis = nice_axis(known.lowest, top);
    // A scale of 24 would otherwise be drawn up to 30, where no score can be.
    return axis.high <= known.highest ? axis : Axis{known.lowest, known.highest, range / 3};
}

} // namespace

std::string noun(Measure measure, Words const& words)
{
    return words(wording(measure).noun);
}

std::string noun_first(Measure measure, Words const& words)
{
    return words(wording(measure).noun_first);
}

std::string short_name(Measure measure)
{
    return std::string{wording(measure).short_name};
}

std::string amount(Measure measure, double value)
{
    std::string text = plain_number(value);
    text.append(no_break_space);
    for (char const c : facts(measure).unit)
        c == ' ' ? text.append(no_break_space) : text.append(1, c);
    return text;
}

std::string course_title(Measure measure, Words const& words)
{
    MeasureFacts const& known = facts(measure);
    std::string const scale = known.unit == "%" ? std::string{known.unit}
                                                : plain_number(known.lowest) + "\u2013" + plain_number(known.highest);
    return words(wording(measure).title, {scale});
}

Chart course_chart(MeasureCourse const& course, Words const& words)
{
    MeasureFacts const& known = facts(course.measure);
    bool const pain = course.measure == Measure::Nprs;
    Series series{.name = std::string{known.name}};
    if (pain) {
        series.mark = Mark::Square;
        series.dash = 4;
        series.hue = 1;
    }
    for (ScoredDay const& day : course.days)
        series.points.push_back({day.on, day.value, {}, day.visit});

    Chart chart;
    chart.height = 110; // An ordinary report, with its goals assessed, stays on one page of Letter.
    chart.title = course_title(course.measure, words);
    chart.unit = std::string{known.unit};
    chart.axis = axis_of(known, course.days);
    chart.nothing = words(tr_noop("no value recorded"));
    if (!course.days.empty()) {
        double const baseline = course.days.front().value;
        double const change = important_change(course.measure, baseline);
        if (known.better == Better::Lower && baseline - change >= known.lowest)
            chart.band =
                Band{known.lowest, baseline - change, words(tr_noop("below the line: important change reached"))};
        if (known.better == Better::Higher && baseline + change <= known.highest)
            chart.band =
                Band{baseline + change, chart.axis.high, words(tr_noop("above the line: important change reached"))};
    }
    chart.series.push_back(std::move(series));
    return chart;
}

} // namespace plumbline::reports
