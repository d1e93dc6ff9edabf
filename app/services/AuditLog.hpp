// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/services/Context.hpp"
#include "app/services/InsightTables.hpp"

#include <optional>
#include <string>
#include <vector>

namespace plumbline::app {

/// Which entries; days are the clinic's own, both included.
struct AuditLogWish {
    std::string login{};
    std::optional<PatientId> patient{};
    std::optional<Date> from{}, to{};
    friend bool operator==(AuditLogWish const&, AuditLogWish const&) = default;
};

/// An entry as a person reads it.
struct AuditLine {
    std::int64_t seq = 0;
    ClinicTime at{};
    std::string who;     ///< The login.
    std::string what;    ///< `Signed`
    std::string about;   ///< `visit`; empty for a patient as a whole.
    std::string patient; ///< The name of whose record it is, empty for nobody's.
    std::string details; ///< Fields and codes, never findings.
    AuditEvent event = AuditEvent::Read;
    friend bool operator==(AuditLine const&, AuditLine const&) = default;
};

/// `visit · Tran, Huong`
[[nodiscard]] std::string about_words(AuditLine const& line, std::string const& patient);

/// Newest first, at most so many, older than an entry that was seen before.
[[nodiscard]] Result<std::vector<AuditLine>> audit_log(Records const& records, Context const& context,
    AuditLogWish const& wish, int limit, std::optional<std::int64_t> before_seq = {});
/// Everyone whose login stands in the log's filter: the clinic's people, those who left too.
[[nodiscard]] Result<std::vector<std::string>> audit_logins(Records const& records, Context const& context);
/// Looking at the log is itself an entry.
[[nodiscard]] Result<void> note_audit_read(Records& records, Context const& context);

inline constexpr int most_audit_lines_on_paper = 5000;
/// What was asked for, as a table for a file or for paper. Refused on `period` when it is longer than can be read.
[[nodiscard]] Result<InsightTable> audit_table(
    Records const& records, Context const& context, AuditLogWish const& wish);
/// It was printed, or left as a file.
[[nodiscard]] Result<void> note_audit_taken_out(Records& records, Context const& context, AuditEvent how);

} // namespace plumbline::app
