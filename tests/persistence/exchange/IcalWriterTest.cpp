// SPDX-License-Identifier: Apache-2.0
#include "persistence/exchange/ical/IcalWriter.hpp"

#include "persistence/exchange/ical/IcalRecurrence.hpp"
#include "tests/support/Golden.hpp"

#include <boost/test/unit_test.hpp>
#include <date/tz.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <fstream>

using namespace plumbline;
using namespace plumbline::exchange;
using namespace plumbline::testing;

namespace {

constexpr std::array zones{"America/New_York", "Europe/Berlin", "Australia/Lord_Howe", "America/Phoenix"};

/// Half of them broke other programs.
std::vector<std::string> texts()
{
    std::string emoji;
    for (int i = 0; i < 30; ++i)
        emoji += "\U0001F9D1\u200D\u2695\uFE0F";
    std::string umlauts = "x";
    for (int i = 0; i < 120; ++i)
        umlauts += "\u00FC";
    return {"Appointment", "comma, semicolon; colon: \"quote\" back\\slash", "first line\nsecond line\n",
        "END:VEVENT\nBEGIN:VEVENT\nSUMMARY:planted", emoji, umlauts, "\\n \\, \\; \\\\n",
        "Tr\u1EA7n V\u0103n \u0110\u1EE9c, \u05E0\u05D5\u05E2\u05D4, \u738B\u5C0F\u660E",
        std::string(74, 'a') + "," + std::string(74, 'b') + ";"};
}

ClinicTime clinic_time(std::string_view iso)
{
    return parse_clinic_time(iso).value();
}

/// A visit a week through 2026 at a quarter past nine.
Calendar year_of_visits(std::string const& zone)
{
    Calendar calendar{.name = "Visits in " + zone,
        .place = "14 Harbour Street, Portland",
        .zone = zone,
        .written = parse_instant("2026-11-23T15:30:00.000Z").value(),
        .events = {}};
    auto const said = texts();
    std::int64_t id = 7001;
    for (ClinicTime start = clinic_time("2026-01-05T09:15"); start < clinic_time("2027-01-01T00:00");
         start += std::chrono::days{7}) {
        auto const n = static_cast<std::size_t>(id);
        calendar.events.push_back({.id = id,
            .start = start,
            .length = Minutes{45},
            .summary = said[n % said.size()],
            .description = n % 3 == 0 ? std::string{} : said[(n / 2) % said.size()],
            .takes_place = n % 5 != 0,
            .version = static_cast<int>(n % 4) + 1});
        ++id;
    }
    return calendar;
}

/// Twice a week over the end of summer time, one left out and one moved.
Calendar series()
{
    Calendar calendar{.name = {},
        .place = {},
        .zone = "America/New_York",
        .written = parse_instant("2026-10-01T12:00:00.000Z").value(),
        .events = {}};
    calendar.events.push_back({.id = 81,
        .start = clinic_time("2026-10-20T10:30"),
        .length = Minutes{45},
        .summary = "Appointment",
        .description = {},
        .rule = "FREQ=WEEKLY;BYDAY=TU,TH;UNTIL=20261112T103000",
        .left_out = {clinic_time("2026-10-27T10:30")}});
    calendar.events.push_back({.id = 81,
        .start = clinic_time("2026-11-03T14:00"),
        .length = Minutes{30},
        .summary = "Appointment, moved",
        .description = {},
        .version = 2,
        .instead_of = clinic_time("2026-11-03T10:30")});
    return calendar;
}

std::string written(Calendar const& calendar)
{
    auto const text = write_calendar(calendar);
    BOOST_TEST_REQUIRE(text.has_value());
    return *text;
}

/// The file with the line ends of the repository; each of its own is CR LF.
std::string with_plain_ends(std::string const& text)
{
    std::string plain;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '\r' && at + 1 < text.size() && text[at + 1] == '\n')
            continue;
        BOOST_TEST_REQUIRE(text[at] != '\r');
        BOOST_TEST_REQUIRE((text[at] != '\n' || text[at - 1] == '\r'));
        plain += text[at];
    }
    return plain;
}

std::string file_of(std::string zone)
{
    std::ranges::replace(zone, '/', '-');
    return "year-" + zone + ".ics";
}

std::string utc(ClinicTime time, std::string const& zone)
{
    auto const moment =
        date::locate_zone(zone)->to_sys(date::local_seconds{time.time_since_epoch()}, date::choose::earliest);
    return date::format("%FT%R", std::chrono::time_point_cast<std::chrono::minutes>(moment));
}

nlohmann::json as_read(std::string const& file, std::string const& what, CalendarEvent const& event,
    Calendar const& calendar, std::string const& uid)
{
    return {{"file", file}, {"what", what}, {"uid", uid}, {"start", utc(event.start, calendar.zone)},
        {"end", utc(event.start + event.length, calendar.zone)}, {"summary", event.summary},
        {"description", event.description}, {"place", calendar.place},
        {"status", event.takes_place ? "CONFIRMED" : "CANCELLED"}, {"sequence", event.version - 1}};
}

std::vector<nlohmann::json> what_another_program_read(std::string const& file)
{
    std::vector<nlohmann::json> found;
    std::ifstream lines{data_file("calendar.txt")};
    for (std::string line; std::getline(lines, line);)
        if (auto read = nlohmann::json::parse(line); read["file"] == file)
            found.push_back(std::move(read));
    return found;
}

} // namespace

BOOST_AUTO_TEST_SUITE(calendars_for_others)

BOOST_AUTO_TEST_CASE(are_read_by_another_program_without_loss)
{
    for (std::string const zone : zones) {
        Calendar const calendar = year_of_visits(zone);
        auto const file = file_of(zone);
        BOOST_TEST(is_golden("exchange/" + file, with_plain_ends(written(calendar))));

        auto const read = what_another_program_read(file);
        BOOST_TEST(read.size() == calendar.events.size() + 1, file);
        if (read.size() != calendar.events.size() + 1)
            continue;
        BOOST_TEST(read.front()["method"] == "PUBLISH");
        BOOST_TEST(read.front()["name"] == calendar.name);
        for (std::size_t i = 0; i < calendar.events.size(); ++i) {
            CalendarEvent const& event = calendar.events[i];
            BOOST_TEST(read[i + 1].dump()
                == as_read(file, "event", event, calendar, "appointment-" + std::to_string(event.id) + "@plumbline")
                       .dump());
        }
    }
}

BOOST_AUTO_TEST_CASE(a_series_keeps_its_hour_over_the_change_of_the_clocks_its_gap_and_its_moved_visit)
{
    Calendar const calendar = series();
    BOOST_TEST(is_golden("exchange/series.ics", with_plain_ends(written(calendar))));

    auto const read = what_another_program_read("series.ics");
    std::vector<nlohmann::json> expected;
    for (auto const* const start : {"2026-10-20T10:30", "2026-10-22T10:30", "2026-10-29T10:30", "2026-11-03T14:00",
             "2026-11-05T10:30", "2026-11-10T10:30", "2026-11-12T10:30"}) {
        CalendarEvent one = calendar.events[clinic_time(start) == calendar.events[1].start ? 1 : 0];
        one.start = clinic_time(start);
        expected.push_back(as_read("series.ics", "occurrence", one, calendar, "series-81@plumbline"));
    }
    BOOST_TEST_REQUIRE(read.size() == expected.size() + 1);
    for (std::size_t i = 0; i < expected.size(); ++i)
        BOOST_TEST(read[i + 1] == expected[i]);
}

BOOST_AUTO_TEST_CASE(no_line_is_longer_than_75_octets_and_no_character_is_divided)
{
    for (std::string const zone : zones) {
        std::string line;
        for (char const c : written(year_of_visits(zone))) {
            if (c != '\n') {
                line += c;
                continue;
            }
            BOOST_TEST_REQUIRE(line.ends_with('\r'));
            line.pop_back();
            BOOST_TEST(line.size() <= 75U, line);
            bool const begins_inside_a_character =
                line.size() > 1 && line[0] == ' ' && (static_cast<unsigned char>(line[1]) & 0xC0U) == 0x80U;
            BOOST_TEST(!begins_inside_a_character, line);
            line.clear();
        }
        BOOST_TEST(line.empty());
    }
}

BOOST_AUTO_TEST_CASE(the_same_calendar_gives_the_same_bytes_and_the_same_visit_the_same_uid)
{
    Calendar calendar = year_of_visits("Europe/Berlin");
    BOOST_TEST(written(calendar) == written(calendar));

    calendar.events = {calendar.events[3]};
    calendar.events[0].start += std::chrono::days{1};
    BOOST_TEST(written(calendar).find("UID:appointment-7004@plumbline\r\n") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_calendar_without_a_visit_is_one_all_the_same)
{
    Calendar calendar = series();
    calendar.events.clear();
    auto const text = written(calendar);

    BOOST_TEST(text.starts_with("BEGIN:VCALENDAR\r\n"));
    BOOST_TEST(text.ends_with("END:VCALENDAR\r\n"));
    BOOST_TEST(text.find("METHOD:PUBLISH\r\n") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_zone_or_a_rule_that_nobody_knows_is_refused)
{
    Calendar calendar = series();
    calendar.zone = "Mars/Olympus_Mons";
    BOOST_TEST_REQUIRE(!write_calendar(calendar).has_value());
    BOOST_TEST(write_calendar(calendar).error().field == "zone");

    calendar = series();
    calendar.events[0].rule = "twice a week";
    BOOST_TEST_REQUIRE(!write_calendar(calendar).has_value());
    BOOST_TEST(write_calendar(calendar).error().field == "repeat");
}

BOOST_AUTO_TEST_SUITE_END()
