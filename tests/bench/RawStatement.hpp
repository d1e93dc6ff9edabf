// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "persistence/Database.hpp"

#include <soci/sqlite3/soci-sqlite3.h>

#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

namespace plumbline::bench {

/// The connection beneath the product: the baseline shares file, key, page cache and log with it, so that what
/// differs is the code in between and nothing else.
[[nodiscard]] inline sqlite_api::sqlite3* raw(persistence::Database& database)
{
    return static_cast<soci::sqlite3_session_backend*>(database.session().connection().get_backend())->conn_;
}

/// A kept statement of the C interface and nothing around it: the floor that the product is measured against.
/// Columns count from 0, parameters from 1. What is bound must outlive the run.
class RawStatement {
public:
    RawStatement(sqlite_api::sqlite3* connection, char const* sql)
    {
        if (sqlite_api::sqlite3_prepare_v3(connection, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement_, nullptr)
            != SQLITE_OK)
            throw std::runtime_error{"the baseline's statement does not fit the schema"};
    }
    ~RawStatement() { sqlite_api::sqlite3_finalize(statement_); }
    RawStatement(RawStatement const&) = delete;
    RawStatement& operator=(RawStatement const&) = delete;

    void bind(int at, std::int64_t value) { sqlite_api::sqlite3_bind_int64(statement_, at, value); }
    void bind(int at, std::string_view value)
    {
        sqlite_api::sqlite3_bind_text(statement_, at, value.data(), static_cast<int>(value.size()), nullptr);
    }
    void bind_null(int at) { sqlite_api::sqlite3_bind_null(statement_, at); }

    [[nodiscard]] bool step()
    {
        int const result = sqlite_api::sqlite3_step(statement_);
        if (result != SQLITE_ROW && result != SQLITE_DONE)
            throw std::runtime_error{"the baseline's statement failed"};
        return result == SQLITE_ROW;
    }
    /// For statements that answer no rows.
    void run()
    {
        static_cast<void>(step());
        reset();
    }
    void reset() { sqlite_api::sqlite3_reset(statement_); }

    [[nodiscard]] bool is_null(int column) const
    {
        return sqlite_api::sqlite3_column_type(statement_, column) == SQLITE_NULL;
    }
    [[nodiscard]] std::int64_t number(int column) const { return sqlite_api::sqlite3_column_int64(statement_, column); }
    [[nodiscard]] std::string_view view(int column) const
    {
        auto const* const bytes = reinterpret_cast<char const*>(sqlite_api::sqlite3_column_text(statement_, column));
        return {bytes, static_cast<std::size_t>(sqlite_api::sqlite3_column_bytes(statement_, column))};
    }
    [[nodiscard]] std::string text(int column) const { return std::string{view(column)}; }

private:
    sqlite_api::sqlite3_stmt* statement_ = nullptr;
};

} // namespace plumbline::bench
