// SPDX-License-Identifier: Apache-2.0
#include "tests/reports/Sample.hpp"

namespace plumbline::reports::testing {

Date day(int year, unsigned month, unsigned day)
{
    return Date{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}};
}

namespace {

std::vector<ScoredDay> pain_per_visit(std::vector<double> const& values, Date first)
{
    std::vector<ScoredDay> days;
    for (std::size_t i = 0; i < values.size(); ++i)
        days.push_back({plus_days(first, static_cast<int>(i) * 35 / std::max(1, static_cast<int>(values.size()) - 1)),
            values[i], static_cast<std::int64_t>(1 + i)});
    return days;
}

std::vector<GoalLine> three_goals()
{
    return {
        {1, "Sit through a one-hour meeting without leg pain", "25 min", "60 min", "60 min", day(2026, 12, 1),
            GoalState::Met, day(2026, 11, 20), "", {6}},
        {2, "Oswestry 20 % or less", "46 %", "28 %", "20 %", day(2026, 12, 15), GoalState::InProgress, {},
            "More than half way; sitting at work still sets it back.", {1, 7}},
        {3, "Lift 10 kg from the floor ten times", "not able", "6 kg", "10 kg", day(2026, 12, 15),
            GoalState::InProgress, {}, "Form is safe up to 6 kg; the last kilos need grip and pace.", {7}},
    };
}

std::vector<FindingLine> four_findings()
{
    return {
        {"Lumbar flexion, dual inclinometer", "32°", "48°", "60°", "+16°, beyond measurement error 12.8°",
            Course::Improved, false, {1, 7}},
        {"Straight-leg raise left / right", "40° / 80°", "55° / 80°", "", "+15°", Course::Improved, false, {1, 7}},
        {"L5 strength left", "4−", "4+", "5", "+⅔ grade", Course::Improved, true, {1, 7}},
        {"Achilles reflex left", "1+", "2+", "2+", "normal", Course::Improved, false, {1, 7}},
    };
}

} // namespace

ProgressReportData ordinary_course()
{
    ProgressReportData data;
    data.clinic = {"Harbour Street Physical Therapy", "14 Harbour Street, Portland · 555-0142 · NPI 1999999992"};
    data.patient = {"Maja Lindqvist", day(1979, 3, 12), "001482"};
    data.episode = {"H. Brandt, MD", "left-sided sciatica", {"M54.32"}, day(2026, 8, 3), "lifting"};
    data.period = {day(2026, 10, 19), day(2026, 11, 23), 8, 0, 1, {1, 2, 3, 4, 5, 6, 7}};
    data.written = day(2026, 11, 23);
    data.written_at = Instant{std::chrono::sys_days{day(2026, 11, 23)}} + std::chrono::hours{19};
    data.patient_says = {{"I sat through the whole staff meeting and the leg stayed quiet", day(2026, 11, 20), {6}}};
    data.observations = {{"Leg symptoms have withdrawn from calf to buttock.", {}, {1, 7}}};
    data.measures = {
        {Measure::Odi,
            {{day(2026, 10, 19), 46, 1}, {day(2026, 10, 30), 42, 3}, {day(2026, 11, 10), 36, 5},
                {day(2026, 11, 23), 28, 7}}},
        {Measure::Nprs, pain_per_visit({7, 7, 6, 6, 5, 5, 4}, day(2026, 10, 19))},
    };
    data.goals = three_goals();
    data.findings = four_findings();
    data.findings_then = day(2026, 10, 19);
    data.findings_now = day(2026, 11, 23);
    data.warning_signs_asked = true;
    data.treatments = {{"graded core and extension exercise", {1, 2, 3, 4, 5, 6, 7}},
        {"lumbar mobilization grade III", {1, 2, 3, 4, 5, 6}}, {"neural sliders", {2, 3, 4, 5, 6}},
        {"moist heat", {1, 2, 3, 4}}, {"traction 22 kg intermittent", {1, 2, 3}}};
    data.home_program = HomeProgramLine{5, 7, {7}};
    data.plan = {{"continue twice weekly for 3 weeks, load lifting to 10 kg, discharge to home program on 15 December "
                  "if goals 2 and 3 are met.",
        {}, {7}}};
    data.signature = SignatureLine{
        "Dana Reyes, PT, DPT", at(day(2026, 11, 23), std::chrono::minutes{11 * 60 + 4}), "7F3A-91C2-44DE"};
    return data;
}

ProgressReportData long_course()
{
    ProgressReportData data = ordinary_course();
    data.patient.name = "Łukasz Müller-Ñandú";
    data.period.planned = 44;
    data.period.canceled = 3;
    data.period.attended.clear();
    MeasureCourse pain{Measure::Nprs, {}};
    for (int i = 0; i < 40; ++i) {
        data.period.attended.push_back(100 + i);
        pain.days.push_back({plus_days(day(2026, 7, 6), i * 7 / 2), static_cast<double>(8 - i / 8 + i % 2), 100 + i});
    }
    data.period.from = day(2026, 7, 6);
    data.measures[1] = pain;
    data.measures.push_back(
        {Measure::Rmdq, {{day(2026, 7, 6), 17, 100}, {day(2026, 9, 21), 11, 120}, {day(2026, 11, 23), 6, 139}}});
    data.measures.push_back({Measure::Psfs, {{day(2026, 7, 6), 2.3, 100}, {day(2026, 11, 23), 7.7, 139}}});
    data.goals.clear();
    for (int i = 1; i <= 12; ++i)
        data.goals.push_back(
            {i, "Walk the hill from the ferry to the house with the week's groceries, goal " + std::to_string(i),
                std::to_string(50 * i) + " m", std::to_string(80 * i) + " m", std::to_string(100 * i) + " m",
                day(2026, 12, 15), i % 4 == 0 ? GoalState::Met : (i == 7 ? GoalState::NotMet : GoalState::InProgress),
                i % 4 == 0 ? std::optional{day(2026, 11, static_cast<unsigned>(i))} : std::nullopt,
                i % 2 == 0 ? "Distance grows by a street a week; the last steep stretch still needs one rest and the "
                             "railing, which the patient no longer minds."
                           : "",
                {100, 139}});
    data.findings.clear();
    for (int i = 1; i <= 18; ++i)
        data.findings.push_back({"Range " + std::to_string(i) + ", universal goniometer, seated, second trial",
            std::to_string(20 + i) + "°", std::to_string(35 + i) + "°", "60°", "+15°, beyond measurement error",
            Course::Improved, false, {100, 139}});
    data.assessment = {
        {"Strength and walking distance grow as planned; skilled care remains necessary to progress load "
         "safely after two earlier relapses.",
            {}, {139}}};
    data.goal_changes = {{"Goal 12 was added on 9 November.", {}, {130}}};
    data.contributors = {"Sam Okafor, PTA"};
    data.certified_until = day(2027, 1, 3);
    return data;
}

ProgressReportData worsening_course()
{
    ProgressReportData data = ordinary_course();
    data.measures = {{Measure::Odi, {{day(2026, 10, 19), 28, 1}, {day(2026, 11, 23), 46, 7}}},
        {Measure::Nprs, {{day(2026, 11, 23), 8, 7}}}};
    data.findings = {{"L5 strength left", "5", "3+", "5", "−1⅔ grade", Course::Declined, true, {1, 7}}};
    data.goals[0].state = GoalState::NotMet;
    data.warning_signs = {
        {"numbness in the saddle area, referred to the emergency department the same hour", day(2026, 11, 23), {7}}};
    data.observations.clear();
    data.patient_says.clear();
    return data;
}

ProgressReportData nothing_yet()
{
    ProgressReportData data;
    data.clinic = {"Harbour Street Physical Therapy", "", "DEMO clinic, invented patients"};
    data.patient = {"Bo Ek", day(1990, 2, 28), "000001"};
    data.period = {day(2026, 11, 23), day(2026, 11, 23), 0, 0, 0, {}};
    data.written = day(2026, 11, 23);
    return data;
}

} // namespace plumbline::reports::testing
