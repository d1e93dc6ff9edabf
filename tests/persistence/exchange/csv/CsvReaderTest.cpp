// SPDX-License-Identifier: Apache-2.0
#include "persistence/exchange/csv/CsvReader.hpp"

#include "persistence/exchange/csv/PatientSheet.hpp"

#include <boost/test/unit_test.hpp>

#include <stdexcept>
#include <utility>
#include <vector>

using namespace plumbline;
using namespace plumbline::exchange;

namespace {

using Rows = std::vector<std::pair<int, std::vector<std::string>>>;

Rows rows_of(std::string_view text)
{
    Rows rows;
    auto const read = read_csv(text, [&](CsvRow const& row) {
        rows.emplace_back(row.line, std::vector<std::string>{row.cells.begin(), row.cells.end()});
        return true;
    });
    BOOST_TEST_REQUIRE(read.has_value());
    return rows;
}

bool too_much(std::string_view text, CsvLimits const& limits)
{
    auto const read = read_csv(
        text, [](CsvRow const&) { return true; }, limits);
    return !read && read.error().field == "file";
}

} // namespace

BOOST_AUTO_TEST_SUITE(csv_reader)

BOOST_AUTO_TEST_CASE(quotes_hold_separators_line_breaks_and_quotes)
{
    Rows const expected{{1, {"a,b", "c\nd", "e\"f"}}, {3, {"g", "", "h"}}};

    BOOST_TEST((rows_of("\"a,b\",\"c\nd\",\"e\"\"f\"\ng,,h\n") == expected));
}

BOOST_AUTO_TEST_CASE(the_last_line_needs_no_end_and_blank_lines_count_as_lines)
{
    Rows const expected{{1, {"a"}}, {4, {"b"}}};

    BOOST_TEST((rows_of("a\r\n\r\n\r\nb") == expected));
}

BOOST_AUTO_TEST_CASE(the_separator_is_found_in_the_first_line)
{
    BOOST_TEST(csv_separator("a;b,c;d\n") == ';');
    BOOST_TEST(csv_separator("a\tb\n1,2,3\n") == '\t');
    BOOST_TEST(csv_separator("\"a;b;c\",d\n") == ',');
    BOOST_TEST(csv_separator("alone") == ',');
}

BOOST_AUTO_TEST_CASE(what_no_clinic_writes_is_refused)
{
    BOOST_TEST(too_much("a,b,c\n", {.columns = 2}));
    BOOST_TEST(!too_much("a,b\n", {.columns = 2}));
    BOOST_TEST(too_much("abcdef\n", {.field_bytes = 5}));
    BOOST_TEST(too_much("a\nb\nc\n", {.rows = 2}));
    BOOST_TEST(too_much("abc\n", {.bytes = 3}));
}

BOOST_AUTO_TEST_CASE(reading_stops_when_it_is_told_to)
{
    int rows = 0;
    auto const read = read_csv("a\nb\nc\n", [&](CsvRow const&) { return ++rows < 2; });

    BOOST_TEST(read.has_value());
    BOOST_TEST(rows == 2);
}

BOOST_AUTO_TEST_CASE(what_breaks_in_the_listener_is_not_lost_on_the_way)
{
    auto const breaks = [](CsvRow const&) -> bool { throw std::runtime_error{"world"}; };

    BOOST_CHECK_THROW(read_csv("a\nb\n", breaks).has_value(), std::runtime_error);
}

BOOST_AUTO_TEST_CASE(dates_are_read_as_databases_and_americans_write_them)
{
    Date const leap{std::chrono::year{1984}, std::chrono::February, std::chrono::day{29}};
    for (char const* text : {"1984-02-29", "1984-02-29 00:00:00", "1984-02-29T00:00:00Z", "2/29/1984", "02/29/1984",
             "2/29/1984 12:00:00 AM"})
        BOOST_TEST((sheet_date(text) == leap), text);
    for (char const* text : {"", "29/2/1984", "2/30/1984", "2/29/84", "1984/02/29", "Feb 29 1984", "2/29/19841", "/"})
        BOOST_TEST(!sheet_date(text).has_value(), text);
}

BOOST_AUTO_TEST_CASE(columns_are_known_however_they_are_spelt)
{
    for (char const* header : {"DOB", "Birthdate", "birth date", "Date of Birth", "BIRTH_DATE"})
        BOOST_TEST((patient_column(header) == PatientColumn::BirthDate), header);
    BOOST_TEST((patient_column("pubpid") == PatientColumn::RecordNumber));
    BOOST_TEST((patient_column("WirelessPhone") == PatientColumn::Mobile));
    BOOST_TEST(!patient_column("SSN").has_value());
    BOOST_TEST(!patient_column("").has_value());
}

BOOST_AUTO_TEST_SUITE_END()
