// SPDX-License-Identifier: Apache-2.0
#include "persistence/Migrations.hpp"

#include <algorithm>

namespace plumbline::persistence {
namespace {

bool has_version_table(Session& session)
{
    std::int64_t count = 0;
    auto query = session.dialect() == Dialect::Sqlite
        ? session.query("select count(*) from sqlite_master where type = 'table' and name = 'schema_version'")
        : session.query("select count(*) from information_schema.tables "
                        "where table_schema = current_schema() and table_name = 'schema_version'");
    query.into(count);
    return query.next() && count > 0;
}

std::string_view trimmed(std::string_view text)
{
    auto const first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

bool is_only_comment(std::string_view statement)
{
    while (!statement.empty()) {
        auto const end = std::min(statement.find('\n'), statement.size());
        auto const line = trimmed(statement.substr(0, end));
        if (!line.empty() && !line.starts_with("--"))
            return false;
        statement.remove_prefix(std::min(end + 1, statement.size()));
    }
    return true;
}

bool runs_on(std::string_view statement, Dialect dialect)
{
    if (statement.starts_with("-- only sqlite"))
        return dialect == Dialect::Sqlite;
    if (statement.starts_with("-- only postgres"))
        return dialect == Dialect::Postgres;
    return true;
}

// Only with these exact words does SQLite make the column the row's own number, without a second index.
std::string in_dialect(std::string statement, Dialect dialect)
{
    constexpr std::string_view portable = "bigint primary key";
    constexpr std::string_view sqlite = "integer primary key";
    if (dialect == Dialect::Sqlite)
        for (auto at = statement.find(portable); at != std::string::npos; at = statement.find(portable, at))
            statement.replace(at, portable.size(), sqlite);
    return statement;
}

void climb(Session& session, Migration const& step, std::string const& now)
{
    session.execute(session.dialect() == Dialect::Sqlite ? "begin immediate" : "begin");
    try {
        for (std::string const& statement : statements_of(step, session.dialect()))
            session.execute(statement);
        session.query("insert into schema_version (version, checksum, applied) values (:version, :checksum, :now)")
            .bind("version", step.version)
            .bind("checksum", step.checksum)
            .bind("now", now)
            .run();
        session.execute("commit");
    } catch (...) {
        session.forget_statements();
        session.execute("rollback");
        throw;
    }
    session.forget_statements();
}

} // namespace

std::vector<std::string> statements_of(Migration const& migration, Dialect dialect)
{
    std::vector<std::string> statements;
    std::string current;
    auto const take = [&] {
        auto const statement = trimmed(current);
        if (!is_only_comment(statement) && runs_on(statement, dialect))
            statements.push_back(in_dialect(std::string{statement}, dialect));
        current.clear();
    };
    for (std::string_view rest = migration.text; !rest.empty();) {
        auto const end = std::min(rest.find('\n'), rest.size() - 1);
        auto const line = rest.substr(0, end + 1);
        if (trimmed(line) == "-- next")
            take();
        else
            current += line;
        rest.remove_prefix(end + 1);
    }
    take();
    return statements;
}

int schema_version(Session& session)
{
    if (!has_version_table(session))
        return 0;
    int version = 0;
    auto query = session.query("select coalesce(max(version), 0) from schema_version");
    query.into(version);
    return query.next() ? version : 0;
}

std::optional<SchemaFault> schema_fault(Session& session, std::span<Migration const> steps)
{
    int const found = schema_version(session);
    if (found > static_cast<int>(steps.size()))
        return SchemaFault::FromTheFuture;
    if (found == 0)
        return std::nullopt;
    int version = 0;
    std::string checksum;
    auto query = session.query("select version, checksum from schema_version order by version");
    query.into(version).into(checksum);
    int expected = 0;
    while (query.next()) {
        ++expected;
        if (version != expected || checksum != steps[static_cast<std::size_t>(expected - 1)].checksum)
            return SchemaFault::ChangedMigration;
    }
    return std::nullopt;
}

int migrate(Session& session, std::span<Migration const> steps, std::string const& now)
{
    if (!has_version_table(session)) {
        session.execute("create table schema_version (version integer primary key, checksum text not null, "
                        "applied text not null)");
        session.forget_statements();
    }
    int const found = schema_version(session);
    auto const missing = steps.subspan(static_cast<std::size_t>(found));
    for (Migration const& step : missing)
        climb(session, step, now);
    return static_cast<int>(missing.size());
}

} // namespace plumbline::persistence
