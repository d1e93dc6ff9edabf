// SPDX-License-Identifier: Apache-2.0
#include "persistence/exchange/csv/CsvWriter.hpp"

#include <csv.h>

#include <string_view>

namespace plumbline::exchange {

namespace {

constexpr std::string_view mark_of_utf8 = "\xEF\xBB\xBF";

/// As spreadsheets decide it, by the first character (OWASP, CSV injection).
bool looks_like_a_formula(std::string_view cell) noexcept
{
    return !cell.empty() && std::string_view{"=+-@\t\r\n"}.find(cell.front()) != std::string_view::npos;
}

void add_cell(std::string& text, std::string const& cell)
{
    std::string const safe = looks_like_a_formula(cell) ? '\'' + cell : cell;
    auto const begin = text.size();
    text.resize(begin + csv_write(nullptr, 0, safe.data(), safe.size()));
    csv_write(text.data() + begin, text.size() - begin, safe.data(), safe.size());
}

void add_row(std::string& text, CsvCells const& cells)
{
    for (std::string const& cell : cells) {
        if (&cell != &cells.front())
            text += ',';
        add_cell(text, cell);
    }
    text += "\r\n";
}

} // namespace

std::string write_csv(CsvCells const& head, std::vector<CsvCells> const& rows)
{
    std::string text{mark_of_utf8};
    add_row(text, head);
    for (CsvCells const& row : rows)
        add_row(text, row);
    return text;
}

} // namespace plumbline::exchange
