// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/store/FeeSchedule.hpp"
#include "persistence/exchange/csv/CsvReader.hpp"

#include <string>
#include <vector>

namespace plumbline::exchange {

/// One row of a list of service codes, as it can be kept unless it has faults; their field is `code`, `label`, `timed`
/// or `modality`, empty for the row as a whole.
struct SheetCode {
    int line = 0;
    ServiceCode service;
    std::vector<Refusal> faults;
};

struct CodeSheet {
    std::vector<SheetCode> rows;
    std::vector<std::string> ignored; ///< Columns that nothing was read from.
    bool was_latin = false;
};

/// More than any clinic's fee schedule has.
inline constexpr CsvLimits code_limits{.bytes = 4U << 20, .rows = 5000};

/// A clinic's own service codes in CSV. The first line names the columns: code and timed (yes or no), and if wanted
/// label (or description) and modality (or offered for). Refuses, on field `file`, what is no such list.
[[nodiscard]] Result<CodeSheet> read_code_sheet(std::string bytes, CsvLimits const& limits = code_limits);

} // namespace plumbline::exchange
