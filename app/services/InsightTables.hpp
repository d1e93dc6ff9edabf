// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/services/Insights.hpp"
#include "app/services/Worklists.hpp"
#include "reports/document/Document.hpp"

#include <optional>
#include <string>
#include <vector>

namespace plumbline::app {

/// A table that a manager reads, with its picture where numbers have one: the same on screen, on paper and in a file.
struct InsightTable {
    struct Column {
        std::string title;
        bool number = false;
        int share = 1; ///< Of the width.
        friend bool operator==(Column const&, Column const&) = default;
    };
    struct Row {
        std::vector<std::string> cells;
        bool urgent = false;
        std::optional<PatientId> patient{}; ///< Whose chart it leads to.
        std::string patient_name{};
        std::optional<VisitId> visit{}; ///< The note it leads to.
        friend bool operator==(Row const&, Row const&) = default;
    };
    std::string code;      ///< `visits-per-week`; the name of its file.
    std::string title;     ///< `Visits a week`
    std::string figure{};  ///< The one number that says the most: `38`, `8 %`.
    bool pressing = false; ///< The figure asks for work.
    std::string meaning{}; ///< What is counted, and where a threshold comes from.
    std::string nothing{}; ///< Stands where there is no row.
    std::vector<Column> columns{};
    std::vector<Row> rows{};
    std::vector<reports::Chart> charts{};
    friend bool operator==(InsightTable const&, InsightTable const&) = default;
};

[[nodiscard]] InsightTable table_of(Worklist const& list);
/// Visits, cancellations, new patients, utilization, outcomes.
[[nodiscard]] std::vector<InsightTable> tables_of(Insights const& insights);

/// As a file, see CsvWriter.hpp.
[[nodiscard]] std::string csv_of(InsightTable const& table);
[[nodiscard]] reports::Document document_of(InsightTable const& table, Records const& records, Context const& context);

[[nodiscard]] std::string pdf_of(InsightTable const& table, Records const& records, Context const& context);

/// A table was printed, or left as a file.
[[nodiscard]] Result<void> note_taken_out(
    Records& records, Context const& context, AuditEvent how, std::string const& code);

} // namespace plumbline::app
