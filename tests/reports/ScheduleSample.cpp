// SPDX-License-Identifier: Apache-2.0
#include "tests/reports/ScheduleSample.hpp"

#include "tests/reports/Sample.hpp"

namespace plumbline::reports::testing {

namespace {

Date const monday = day(2026, 11, 23);

ClinicLines clinic()
{
    return {"Harbour Street Physical Therapy", "14 Harbour Street, Portland · 555-0142 · NPI 1999999992"};
}

ClinicTime clock(int hour, int minute, Date on = monday)
{
    return at(on, std::chrono::hours{hour} + Minutes{minute});
}

DaySheetLine line(ClinicTime start, std::string patient, std::string record, Date born)
{
    return {.start = start,
        .length = Minutes{45},
        .patient = std::move(patient),
        .record_number = std::move(record),
        .born = born,
        .phone = "555-0118",
        .type = "Treatment",
        .status = "Booked",
        .visit_number = 3};
}

ClinicianDay danas_day()
{
    DaySheetLine first = line(clock(8, 0), "Lindqvist, Maja", "001482", day(1979, 3, 12));
    first.status = "Confirmed";
    first.visit_number = 7;
    first.visits_authorized = 12;
    first.alert = "cardiac pacemaker";
    first.due = "progress report due today";
    DaySheetLine second = line(clock(8, 45), "Bauer, Tom", "001290", day(1958, 2, 1));
    second.type = "Evaluation";
    second.visit_number = 1;
    second.note = "brings his own walker; needs the wide room";
    DaySheetLine third = line(clock(10, 30), "Okonkwo, Adaeze", "001503", day(1990, 7, 30));
    third.status = "Canceled";
    third.takes_place = false;
    DaySheetLine fourth = line(clock(11, 15), "García-Hernández, José Luis", "001377", day(1966, 12, 24));
    fourth.visit_number = 13;
    fourth.visits_authorized = 12;
    fourth.due = "no authorized visit left";
    fourth.status = "Arrived";
    return {"Dana Reyes, PT, DPT", "08:00-12:00 13:00-17:30", {first, second, third, fourth}};
}

ClinicianDay pats_day()
{
    ClinicianDay pat{"Pat Ōno, PTA", {}, {}};
    char const* const names[]{"Trần, Văn Đức", "Ægirsdóttir, Þórunn", "Ιωάννου, Ελένη", "Чернышёв, Лев", "שמואלי, נועה",
        "王, 小明", "Wolfeschlegelsteinhausenbergerdorff, Hubert Blaine Maximilian Ferdinand Alexander"};
    int minutes = 0;
    for (char const* const name : names) {
        pat.lines.push_back(
            line(clock(8, 0) + Minutes{minutes}, name, "00" + std::to_string(1600 + minutes), day(1980, 1, 1)));
        minutes += 45;
    }
    return pat;
}

} // namespace

DaySheetData ordinary_day()
{
    return {.clinic = clinic(),
        .day = monday,
        .printed = clock(7, 40),
        .printed_at = Instant{std::chrono::sys_days{monday}} + std::chrono::hours{12},
        .clinicians = {danas_day(), pats_day(), {"Olga Marsh, PT", {}, {}}}};
}

DaySheetData long_day()
{
    DaySheetData data = ordinary_day();
    data.clinicians.resize(1);
    auto& lines = data.clinicians[0].lines;
    lines.clear();
    for (int i = 0; i < 60; ++i) {
        lines.push_back(line(clock(6, 0) + Minutes{15 * i}, "Patient " + std::to_string(i + 1),
            std::to_string(2000 + i), day(1950, 1, 1)));
        if (i % 7 == 0)
            lines.back().alert = "anticoagulant";
    }
    return data;
}

RoutingSlipData ordinary_slip()
{
    return {.clinic = clinic(),
        .patient = {"Maja Lindqvist", day(1979, 3, 12), "001482"},
        .phone = "555-0118",
        .start = clock(10, 30),
        .length = Minutes{45},
        .clinician = "Dana Reyes, PT, DPT",
        .type = "Treatment",
        .status = "Arrived",
        .visit_number = 7,
        .visits_authorized = 12,
        .certified_until = day(2027, 1, 17),
        .alert = "cardiac pacemaker",
        .due = {"progress report due today"},
        .note = "prefers the quiet room",
        .coming = {{clock(10, 30, day(2026, 11, 25)), Minutes{45}, "Dana Reyes, PT, DPT"},
            {clock(9, 0, day(2026, 11, 30)), Minutes{45}, "Pat Ōno, PTA"}},
        .printed = clock(10, 21)};
}

ComingVisitsData ordinary_coming()
{
    return {.clinic = clinic(),
        .clinic_phone = "555-0142",
        .patient = {"Maja Lindqvist", day(1979, 3, 12), "001482"},
        .visits = {{clock(10, 30, day(2026, 11, 25)), Minutes{45}, "Dana Reyes, PT, DPT"},
            {clock(9, 0, day(2026, 11, 30)), Minutes{45}, "Pat Ōno, PTA"},
            {clock(10, 30, day(2026, 12, 2)), Minutes{45}, "Dana Reyes, PT, DPT"}},
        .printed = clock(11, 20)};
}

ReminderSlipsData reminders(int count)
{
    ReminderSlipsData data{.clinic = clinic(),
        .clinic_phone = "555-0142",
        .from = day(2026, 11, 23),
        .to = day(2026, 11, 24),
        .slips = {}};
    for (int i = 0; i < count; ++i)
        data.slips.push_back({i == 1 ? "Trần Văn Đức" : "Patient " + std::to_string(i + 1),
            {clock(8, 0, plus_days(monday, i % 2)) + Minutes{45 * (i / 2)}, Minutes{45}, "Dana Reyes, PT, DPT"}});
    return data;
}

} // namespace plumbline::reports::testing
