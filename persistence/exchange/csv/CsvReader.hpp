// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/core/Result.hpp"

#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <string_view>

namespace plumbline::exchange {

/// Above these a file is no table of a clinic.
struct CsvLimits {
    std::size_t bytes = 64U << 20;
    std::size_t columns = 200;
    std::size_t field_bytes = 8192;
    int rows = 500'000;
};

/// One row as it stands in the file; the views are valid during the call.
struct CsvRow {
    int line = 0; ///< Of the file, counted from 1, where the row begins: a quoted cell may hold line breaks.
    std::span<std::string const> cells;
};

/// False stops the reading.
using CsvSink = std::function<bool(CsvRow const&)>;

/// Comma, semicolon or tab, whichever stands most often outside quotes in the first line.
[[nodiscard]] char csv_separator(std::string_view text) noexcept;

/// Hands out the rows of UTF-8 text one by one (RFC 4180; LF, CR LF or CR; blank lines are left out). Refuses,
/// naming the line, a quote that is not closed or stands inside a bare cell, and what is over the limits.
[[nodiscard]] Result<void> read_csv(std::string_view text, CsvSink const& sink, CsvLimits const& limits = {});

} // namespace plumbline::exchange
