// SPDX-License-Identifier: Apache-2.0
#include "persistence/exchange/ical/IcalRecurrence.hpp"

#include "tests/support/Golden.hpp"

#include <boost/test/unit_test.hpp>

#include <fstream>

using namespace plumbline;
using namespace plumbline::testing;

namespace {

constexpr std::size_t plenty = 400;

ClinicTime clinic_time(std::string_view iso)
{
    return parse_clinic_time(iso).value();
}

Result<std::vector<ClinicTime>> expand(
    std::string_view rule, std::string_view first, std::vector<Date> const& except = {}, std::size_t at_most = plenty)
{
    return persistence::IcalRecurrence{}.expand(rule, clinic_time(first), except, at_most);
}

std::string starts(Result<std::vector<ClinicTime>> const& series)
{
    if (!series)
        return "refused";
    std::string all;
    for (ClinicTime const start : *series)
        all += (all.empty() ? "" : " ") + to_iso(start).substr(5);
    return all;
}

/// As the oracle writes them: whole days from the first start.
std::string offsets(Result<std::vector<ClinicTime>> const& series, ClinicTime first)
{
    if (!series)
        return "refused: " + series.error().message.english();
    std::string all;
    for (ClinicTime const start : *series) {
        if ((start - first) % std::chrono::days{1} != Minutes{0})
            return "another time of the day";
        all += (all.empty() ? "" : " ") + std::to_string((start - first) / std::chrono::days{1});
    }
    return all;
}

} // namespace

BOOST_AUTO_TEST_SUITE(repeating_appointments)

BOOST_AUTO_TEST_CASE(keep_their_time_of_the_day_when_the_clocks_change)
{
    BOOST_TEST(starts(expand("FREQ=WEEKLY;COUNT=3", "2026-03-01T10:00")) == "03-01T10:00 03-08T10:00 03-15T10:00");
    BOOST_TEST(starts(expand("FREQ=WEEKLY;COUNT=3", "2026-10-25T10:00")) == "10-25T10:00 11-01T10:00 11-08T10:00");
}

BOOST_AUTO_TEST_CASE(come_on_several_days_of_every_second_week)
{
    BOOST_TEST(starts(expand("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH;COUNT=4", "2026-11-24T09:30"))
        == "11-24T09:30 11-26T09:30 12-08T09:30 12-10T09:30");
}

BOOST_AUTO_TEST_CASE(leave_out_days_that_are_excepted)
{
    Date const thanksgiving{std::chrono::year{2026}, std::chrono::November, std::chrono::day{26}};
    BOOST_TEST(starts(expand("FREQ=WEEKLY;BYDAY=TU,TH;COUNT=4", "2026-11-24T09:30", {thanksgiving}))
        == "11-24T09:30 12-01T09:30 12-03T09:30");
}

BOOST_AUTO_TEST_CASE(refuse_rules_that_are_none_have_no_end_or_fill_a_day)
{
    for (auto const* const rule : {"", "twice a week", "FREQ=SOMETIMES", "FREQ=WEEKLY;BYDAY=XX", "FREQ=HOURLY;COUNT=3",
             "FREQ=DAILY;BYHOUR=8,9;COUNT=4", "FREQ=WEEKLY", "FREQ=DAILY;COUNT=401", "FREQ=DAILY;COUNT=2000000000"}) {
        auto const series = expand(rule, "2026-11-24T09:30");
        BOOST_TEST_REQUIRE(!series.has_value(), rule);
        BOOST_TEST(series.error().field == "repeat");
    }
    BOOST_TEST(expand("FREQ=DAILY;COUNT=400", "2026-11-24T09:30").has_value());
}

BOOST_AUTO_TEST_CASE(a_thousand_rules_come_out_as_another_program_counts_them)
{
    std::ifstream lines{data_file("recurrence.txt")};
    int rules = 0;
    for (std::string line; std::getline(lines, line); ++rules) {
        auto const rule = line.substr(0, line.find('|'));
        auto const first = line.substr(rule.size() + 1, 16);
        BOOST_TEST(offsets(expand(rule, first), clinic_time(first)) == line.substr(rule.size() + 18), line);
    }
    BOOST_TEST(rules == 1000);
}

BOOST_AUTO_TEST_SUITE_END()
