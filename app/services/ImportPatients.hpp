// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/services/Context.hpp"

#include <string>
#include <vector>

namespace plumbline::app {

/// Something about a row that a person should know, without what stood in it.
struct ImportProblem {
    enum class Kind {
        Fault,   ///< The row cannot be imported; one fault and nothing is.
        Skipped, ///< The person is in the clinic or further up in the file already.
        Note,    ///< About the file as a whole.
    };
    Kind kind = Kind::Fault;
    int line = 0;                     ///< Of the file, from 1; 0 for the whole.
    std::vector<std::string> columns; ///< As the file's first line names them.
    Message message;
    [[nodiscard]] std::string english() const; ///< `line 7, DOB: The birth date is missing.`
    friend bool operator==(ImportProblem const&, ImportProblem const&) = default;
};

struct ImportOutcome {
    int created = 0; ///< In a rehearsal: that would be.
    int updated = 0; ///< A list never overwrites a record, so this stays 0.
    int skipped = 0;
    int faults = 0;                      ///< Rows at fault. With any, nothing was created.
    std::vector<ImportProblem> problems; ///< The first thousand, in the order of the file.
    friend bool operator==(ImportOutcome const&, ImportOutcome const&) = default;
};

enum class ImportMode { Rehearse, Import };

/// Imports a patient list in CSV as OpenEMR, Open Dental or a person writes it (PatientSheet.hpp): all rows in this
/// transaction or none. A file that is no such list is refused on field `file`; faults in rows come back as values.
[[nodiscard]] Result<ImportOutcome> import_patients(
    Records& records, Context const& context, std::string const& bytes, ImportMode mode);
/// The same as a dry run on a reader.
[[nodiscard]] Result<ImportOutcome> rehearse_import(
    Records const& records, Context const& context, std::string const& bytes);

/// The bytes of a file that is about to be imported. Refused on field `file` when it is too large or cannot be read.
[[nodiscard]] Result<std::string> read_import_file(std::string const& path);

} // namespace plumbline::app
