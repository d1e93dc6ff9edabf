// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

namespace plumbline::exchange {

using CsvCells = std::vector<std::string>;

/// A table as CSV (RFC 4180): UTF-8 with the mark by which spreadsheets know it, every cell in quotes, lines end with
/// CR LF. A cell that a spreadsheet would take for a formula (= + - @, tab or line break in front) begins with an
/// apostrophe instead, so that opening the file runs nothing.
[[nodiscard]] std::string write_csv(CsvCells const& head, std::vector<CsvCells> const& rows);

} // namespace plumbline::exchange
