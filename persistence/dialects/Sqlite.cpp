// SPDX-License-Identifier: Apache-2.0
#include "persistence/dialects/Sqlite.hpp"

#include "domain/store/BrokenWorld.hpp"
#include "persistence/Session.hpp"
#include "persistence/dialects/Errors.hpp"

#include <sodium.h>

#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>

namespace plumbline::persistence::sqlite {
namespace {

using Connection = sqlite_api::sqlite3;

Connection* raw(soci::session& session) noexcept
{
    return static_cast<soci::sqlite3_session_backend*>(session.get_backend())->conn_;
}

[[noreturn]] void not_set_up()
{
    throw BrokenWorld{Message{tr_noop("The database engine did not accept its safety settings.")}};
}

void set_key(Connection* connection, SecretKey const& key)
{
    int const cipher = sqlite_api::sqlite3mc_cipher_index("sqlcipher");
    bool const configured = cipher > 0 && sqlite_api::sqlite3mc_config(connection, "cipher", cipher) == cipher
        && sqlite_api::sqlite3mc_config_cipher(connection, "sqlcipher", "legacy", 4) == 4;
    if (!configured)
        not_set_up();
    // SQLCipher's form of a key that needs no derivation; through the C interface, because SQL text can
    // end up in an error message.
    std::string quoted = "x'" + to_hex(key.bytes()) + '\'';
    int const result = sqlite_api::sqlite3_key_v2(connection, "main", quoted.data(), static_cast<int>(quoted.size()));
    sodium_memzero(quoted.data(), quoted.size());
    if (result != SQLITE_OK)
        not_set_up();
}

void defend(Connection* connection)
{
    int on = 0;
    if (sqlite_api::sqlite3_db_config(connection, SQLITE_DBCONFIG_DEFENSIVE, 1, &on) != SQLITE_OK || on != 1)
        not_set_up();
}

/// A kept statement keeps its plan. Otherwise the engine parses and plans some anew for each bound value, which
/// makes typing in the search field twice as slow.
void keep_plans(Connection* connection)
{
    int on = 0;
    if (sqlite_api::sqlite3_db_config(connection, SQLITE_DBCONFIG_ENABLE_QPSG, 1, &on) != SQLITE_OK || on != 1)
        not_set_up();
}

std::int64_t number(Session& session, std::string_view sql)
{
    std::int64_t value = -1;
    auto query = session.query(sql);
    query.into(value);
    static_cast<void>(query.next());
    return value;
}

std::string text(Session& session, std::string_view sql)
{
    std::string value;
    auto query = session.query(sql);
    query.into(value);
    static_cast<void>(query.next());
    return value;
}

void demand(bool holds)
{
    if (!holds)
        not_set_up();
}

void demand_our_mark(Session& session)
{
    bool const is_empty = number(session, "select count(*) from sqlite_master") == 0;
    if (!is_empty && number(session, "pragma application_id") != application_id)
        throw DataDamaged{Message{tr_noop("This file is not a clinic of this program.")}};
}

void distrust(Session& session)
{
    defend(raw(session.connection()));
    session.execute("pragma trusted_schema = off");
    demand(number(session, "pragma trusted_schema") == 0);
    session.execute("pragma cell_size_check = on");
    demand(number(session, "pragma cell_size_check") == 1);
    session.execute("pragma mmap_size = 0");
    demand(number(session, "pragma mmap_size") <= 0);
}

/// Which rule of the schema was broken, not only that one was.
void tell_constraints_apart(Connection* connection)
{
    sqlite_api::sqlite3_extended_result_codes(connection, 1);
}

} // namespace

void release(soci::statement& statement) noexcept
{
    auto* const backend = static_cast<soci::sqlite3_statement_backend*>(statement.get_backend());
    if (backend == nullptr || backend->stmt_ == nullptr)
        return;
    sqlite_api::sqlite3_reset(backend->stmt_);
    sqlite_api::sqlite3_clear_bindings(backend->stmt_);
    backend->useData_.clear();
}

Row::Row(soci::statement& statement) noexcept
    : backend_{*static_cast<soci::sqlite3_statement_backend*>(statement.get_backend())}
{
}

bool Row::step()
{
    return backend_.fetch(1) == soci::details::statement_backend::ef_success;
}

bool Row::is_null(int column) const noexcept
{
    return sqlite_api::sqlite3_column_type(backend_.stmt_, column) == SQLITE_NULL;
}

std::int64_t Row::number(int column) const noexcept
{
    return sqlite_api::sqlite3_column_int64(backend_.stmt_, column);
}

double Row::real(int column) const noexcept
{
    return sqlite_api::sqlite3_column_double(backend_.stmt_, column);
}

void Row::text(int column, std::string& into) const
{
    auto const* const bytes = reinterpret_cast<char const*>(sqlite_api::sqlite3_column_text(backend_.stmt_, column));
    auto const size = static_cast<std::size_t>(sqlite_api::sqlite3_column_bytes(backend_.stmt_, column));
    if (bytes == nullptr)
        throw soci::sqlite3_soci_error{"out of memory", SQLITE_NOMEM};
    into.assign(bytes, size);
}

std::unique_ptr<soci::session> connect(std::filesystem::path const& file, SecretKey const& key)
{
    // SOCI reads its connection string as words; a quotation mark in a path would end the path.
    if (file.string().find('"') != std::string::npos)
        throw DiskFailed{Message{tr_noop("A clinic's path cannot hold a quotation mark.")}};
    auto session = std::make_unique<soci::session>(soci::sqlite3, "db=\"" + file.string() + '"');
    set_key(raw(*session), key);
    tell_constraints_apart(raw(*session));
    return session;
}

std::unique_ptr<soci::session> connect_memory()
{
    auto session = std::make_unique<soci::session>(soci::sqlite3, "db=:memory:");
    tell_constraints_apart(raw(*session));
    return session;
}

void harden(Session& session)
{
    distrust(session);
    keep_plans(raw(session.connection()));
    // Before the first read, so that no shared memory beside the file is ever made.
    session.execute("pragma locking_mode = exclusive");
    demand(text(session, "pragma locking_mode") == "exclusive");
    demand(text(session, "pragma journal_mode = wal") == "wal");
    demand_our_mark(session);
    session.execute("pragma synchronous = full");
    demand(number(session, "pragma synchronous") == 2);
    session.execute("pragma foreign_keys = on");
    demand(number(session, "pragma foreign_keys") == 1);
    session.execute("pragma secure_delete = on");
    demand(number(session, "pragma secure_delete") == 1);
    session.execute("pragma cache_size = -16384");
    demand(number(session, "pragma cache_size") == -16384);
    session.execute("pragma wal_autocheckpoint = 0");
    demand(number(session, "pragma wal_autocheckpoint") == 0);
    session.forget_statements();
}

void harden_for_reading(Session& session)
{
    distrust(session);
    demand_our_mark(session);
    session.execute("pragma query_only = on");
    demand(number(session, "pragma query_only") == 1);
    session.forget_statements();
}

void mark_as_clinic(Session& session)
{
    session.execute("pragma application_id = 1347177794");
}

bool checkpoint(Session& session)
{
    std::int64_t busy = 1;
    auto query = session.query("pragma wal_checkpoint(truncate)");
    query.into(busy);
    return query.next() && busy == 0;
}

LogSize::LogSize(Session& session)
    : session_{session}
    , page_size_{number(session, "pragma page_size")}
{
    sqlite_api::sqlite3_wal_hook(
        raw(session.connection()),
        [](void* self, Connection*, char const*, int pages) {
            static_cast<LogSize*>(self)->pages_ = pages;
            return SQLITE_OK;
        },
        this);
}

LogSize::~LogSize()
{
    sqlite_api::sqlite3_wal_hook(raw(session_.connection()), nullptr, nullptr);
}

bool is_writable(Session& session) noexcept
{
    return sqlite_api::sqlite3_db_readonly(raw(session.connection()), "main") == 0;
}

void copy(Session& from, Session& to)
{
    auto* const target = raw(to.connection());
    auto* const backup = sqlite_api::sqlite3_backup_init(target, "main", raw(from.connection()), "main");
    int result = SQLITE_ERROR;
    if (backup != nullptr) {
        sqlite_api::sqlite3_backup_step(backup, -1);
        result = sqlite_api::sqlite3_backup_finish(backup);
    }
    if (result != SQLITE_OK)
        throw_broken_world(soci::sqlite3_soci_error{"backup", result});
}

std::vector<std::string> integrity_problems(Session& session)
{
    std::vector<std::string> problems;
    {
        std::string line;
        auto query = session.query("pragma integrity_check(20)");
        query.into(line);
        while (query.next())
            if (line != "ok")
                problems.push_back(line);
    }
    std::string table;
    auto query = session.query("select distinct \"table\" from pragma_foreign_key_check()");
    query.into(table);
    while (query.next())
        problems.push_back("foreign key broken in table " + table);
    return problems;
}

std::string schema_text(Session& session)
{
    std::string text;
    std::string kind, name, table, sql;
    auto query = session.query("select type, name, tbl_name, coalesce(sql, '') from sqlite_master "
                               "order by type, name");
    query.into(kind).into(name).into(table).into(sql);
    while (query.next())
        text += kind + ' ' + name + ' ' + table + ' ' + sql + '\n';
    return text;
}

} // namespace plumbline::persistence::sqlite
