// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/patients/Patient.hpp"
#include "persistence/exchange/csv/CsvReader.hpp"
#include "persistence/exchange/csv/PatientColumns.hpp"

#include <array>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace plumbline::exchange {

/// One row of a patient list. The details are as written, still to be checked by Patient::create.
struct SheetPatient {
    int line = 0;
    std::string record_number; ///< Empty when the sheet gives none that can be used.
    Patient::Details details;
    std::vector<Refusal> faults; ///< Of cells that mean nothing; the field is Patient::create's.
    bool deleted = false;        ///< Thrown away in the program that wrote the sheet.
};

/// A list of patients as another program exported it, read row by row. Names of people are never echoed.
class PatientSheet {
public:
    /// Refuses what is no CSV text, a header without name or birth date, and a column that comes twice.
    [[nodiscard]] static Result<PatientSheet> open(std::string bytes, CsvLimits limits = {});

    /// False from the sink stops the reading. May be called again; the rows are the same.
    [[nodiscard]] Result<void> read(std::function<bool(SheetPatient const&)> const& sink) const;

    [[nodiscard]] bool was_latin() const noexcept { return was_latin_; }
    /// Headers that nothing was read from.
    [[nodiscard]] std::vector<std::string> const& ignored() const noexcept { return ignored_; }
    /// The headers that a field of Patient::create was read from, as they stand in the file.
    [[nodiscard]] std::vector<std::string> headers_of(std::string_view field) const;

private:
    PatientSheet(std::string text, bool was_latin, CsvLimits limits);
    [[nodiscard]] Result<void> take_header(CsvRow const& row);
    [[nodiscard]] SheetPatient patient_in(CsvRow const& row) const;

    std::string text_;
    CsvLimits limits_;
    std::array<std::optional<std::size_t>, static_cast<std::size_t>(PatientColumn::count_)> place_{};
    std::vector<std::string> headers_, ignored_;
    bool was_latin_ = false;
    bool open_dental_ = false;
};

/// `YYYY-MM-DD`, with or without a time behind it, or the American M/D/YYYY.
[[nodiscard]] std::optional<Date> sheet_date(std::string_view text);

} // namespace plumbline::exchange
