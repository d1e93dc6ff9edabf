// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/core/Result.hpp"

#include <string>
#include <vector>

namespace plumbline::app {

// What is the same of every list that is taken over.

/// Something about a row that a person should know, without what stood in it.
struct ImportProblem {
    enum class Kind {
        Fault,   ///< The row cannot be imported; one fault and nothing is.
        Skipped, ///< It is in the clinic or further up in the file already.
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
    int updated = 0; ///< Of patients none: a list never overwrites a record.
    int skipped = 0;
    int faults = 0;                      ///< Rows at fault. With any, nothing was created.
    std::vector<ImportProblem> problems; ///< The first thousand, in the order of the file.
    friend bool operator==(ImportOutcome const&, ImportOutcome const&) = default;
};

enum class ImportMode { Rehearse, Import };

/// The bytes of a file that is about to be imported. Refused on field `file` when it is too large or cannot be read.
[[nodiscard]] Result<std::string> read_import_file(std::string const& path);

} // namespace plumbline::app
