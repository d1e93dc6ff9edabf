// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/access/Audit.hpp"
#include "domain/clinical/Measure.hpp"
#include "domain/clinical/Visit.hpp"
#include "tests/bench/RawStatement.hpp"

#include <string>
#include <variant>
#include <vector>

namespace plumbline::bench {

/// All that is saved with one note.
struct NoteToSave {
    Visit visit;
    std::vector<OutcomeScore> scores;
    AuditEntry entry;
};

/// The same as rows: every text written out beforehand, the audit link with its seal computed. What is left is the
/// engine's work, and the disk's.
struct NoteRows {
    using Cell = std::variant<std::monostate, std::int64_t, std::string>;
    using Row = std::vector<Cell>;
    Row visit, audit;
    std::vector<Row> interventions, scores;
};
[[nodiscard]] NoteRows rows_of(NoteToSave const& note, std::int64_t seq, std::string const& mac);

/// BEGIN IMMEDIATE, one kept statement for each table, COMMIT.
class RawNoteWriter {
public:
    explicit RawNoteWriter(sqlite_api::sqlite3* connection);
    void save(NoteRows const& rows);

private:
    RawStatement begin_, visit_, intervention_, score_, audit_, commit_;
};

} // namespace plumbline::bench
