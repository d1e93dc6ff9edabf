// SPDX-License-Identifier: Apache-2.0
#include "persistence/exchange/csv/CsvWriter.hpp"

#include "persistence/exchange/csv/CsvReader.hpp"

#include <boost/test/unit_test.hpp>

using namespace plumbline;
using namespace plumbline::exchange;

namespace {

std::vector<CsvCells> read_back(std::string_view text)
{
    std::vector<CsvCells> rows;
    auto const read = read_csv(text.substr(3), [&](CsvRow const& row) {
        rows.emplace_back(row.cells.begin(), row.cells.end());
        return true;
    });
    BOOST_TEST(read.has_value());
    return rows;
}

} // namespace

BOOST_AUTO_TEST_SUITE(tables_for_others)

BOOST_AUTO_TEST_CASE(come_back_as_they_were)
{
    std::vector<CsvCells> const rows{
        {"Lindqvist, Maja", "says \"well\"", "two\nlines"}, {"Trần", "", "🙂"}, {"נועה", " spaces ", "a;b\tc"}};
    auto const text = write_csv({"name", "words", "more"}, rows);

    BOOST_TEST(text.starts_with("\xEF\xBB\xBF\"name\",\"words\",\"more\"\r\n"));
    auto const back = read_back(text);
    BOOST_TEST_REQUIRE(back.size() == 4U);
    for (std::size_t i = 0; i < rows.size(); ++i)
        BOOST_TEST(back[i + 1] == rows[i], boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(run_nothing_in_a_spreadsheet)
{
    for (std::string const hostile : {"=cmd|' /C calc'!A0", "+1+1", "-2+3", "@SUM(A1)", "\t=1", "\r=1"}) {
        auto const back = read_back(write_csv({"x"}, {{hostile}}));
        BOOST_TEST(back.at(1).at(0) == '\'' + hostile);
    }
    BOOST_TEST(read_back(write_csv({"x"}, {{"555-0142"}, {"a=b"}})).at(1).at(0) == "555-0142");
}

BOOST_AUTO_TEST_CASE(without_rows_hold_their_head)
{
    BOOST_TEST(write_csv({"a", "b"}, {}) == "\xEF\xBB\xBF\"a\",\"b\"\r\n");
}

BOOST_AUTO_TEST_SUITE_END()
