// SPDX-License-Identifier: Apache-2.0
#include "persistence/dialects/Sqlite.hpp"

#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>

namespace plumbline::persistence::sqlite {

void release(soci::statement& statement) noexcept
{
    auto* const backend = static_cast<soci::sqlite3_statement_backend*>(statement.get_backend());
    if (backend == nullptr || backend->stmt_ == nullptr)
        return;
    sqlite_api::sqlite3_reset(backend->stmt_);
    sqlite_api::sqlite3_clear_bindings(backend->stmt_);
    backend->useData_.clear();
}

} // namespace plumbline::persistence::sqlite
