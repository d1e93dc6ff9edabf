// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "persistence/Session.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace plumbline::persistence {

/// One rung of the ladder. A released file is never edited; its checksum says so.
struct Migration {
    int version;
    std::string_view name;
    std::string_view checksum; ///< SHA-256 of the file, lower-case hex.
    std::string_view text;     ///< Statements parted by lines that say `-- next`.
};

/// The migrations this program was built with, 1 upward without gaps.
[[nodiscard]] std::span<Migration const> embedded_migrations() noexcept;

/// The statements of one migration that this dialect runs. A statement whose first line is
/// `-- only sqlite` or `-- only postgres` belongs to that dialect alone; `bigint primary key`
/// becomes `integer primary key` on SQLite.
[[nodiscard]] std::vector<std::string> statements_of(Migration const& migration, Dialect dialect);

/// 0 for a database without a schema.
[[nodiscard]] int schema_version(Session& session);

/// Why a schema cannot be used as it is; nothing when it can, perhaps after migrate().
enum class SchemaFault { FromTheFuture, ChangedMigration };
[[nodiscard]] std::optional<SchemaFault> schema_fault(Session& session, std::span<Migration const> steps);

/// Climbs to the newest version, each rung in one transaction. How many rungs were climbed.
/// Only when schema_fault() finds nothing.
int migrate(Session& session, std::span<Migration const> steps, std::string const& now);

} // namespace plumbline::persistence
