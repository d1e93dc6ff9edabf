// SPDX-License-Identifier: Apache-2.0
#include "persistence/dialects/Errors.hpp"

#include "domain/store/BrokenWorld.hpp"

#include <soci/postgresql/soci-postgresql.h>
#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>

#include <string>
#include <string_view>

namespace plumbline::persistence {
namespace {

Fault of_sqlite(int result) noexcept
{
    if (result == SQLITE_CONSTRAINT_UNIQUE || result == SQLITE_CONSTRAINT_TRIGGER)
        return Fault::Taken;
    switch (result & 0xff) {
    case SQLITE_CONSTRAINT:
        return Fault::Constraint;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return Fault::Busy;
    case SQLITE_FULL:
        return Fault::DiskFull;
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
        return Fault::ReadOnly;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return Fault::Damaged;
    case SQLITE_IOERR:
        return Fault::Io;
    default:
        return Fault::Other;
    }
}

// SQLSTATE classes: PostgreSQL 15 manual, appendix A.
Fault of_postgres(std::string_view state) noexcept
{
    if (state == "23P01" || state == "23505")
        return Fault::Taken;
    if (state.starts_with("23"))
        return Fault::Constraint;
    if (state == "40001" || state == "40P01")
        return Fault::Collision;
    if (state == "55P03" || state == "57014")
        return Fault::Busy;
    if (state == "53100")
        return Fault::DiskFull;
    if (state == "25006")
        return Fault::ReadOnly;
    if (state.starts_with("08") || state.starts_with("57P") || state == "53300")
        return Fault::LostConnection;
    if (state.starts_with("XX"))
        return Fault::Damaged;
    if (state.starts_with("58"))
        return Fault::Io;
    return Fault::Other;
}

} // namespace

Fault fault_of(soci::soci_error const& error) noexcept
{
    if (auto const* sqlite = dynamic_cast<soci::sqlite3_soci_error const*>(&error))
        return of_sqlite(sqlite->result());
    if (auto const* postgres = dynamic_cast<soci::postgresql_soci_error const*>(&error))
        return of_postgres(postgres->sqlstate());
    return Fault::Other;
}

void throw_broken_world(soci::soci_error const& error)
{
    switch (fault_of(error)) {
    case Fault::DiskFull:
        throw DiskFull{Message{tr_noop("The disk is full. Nothing was saved; free some space and try again.")}};
    case Fault::ReadOnly:
        throw DiskFailed{Message{tr_noop("The clinic's folder can no longer be written. Nothing was saved.")}};
    case Fault::Io:
        throw DiskFailed{Message{tr_noop(
            "The disk reported an error. Nothing was saved; close the clinic, check the disk and open it again.")}};
    case Fault::Damaged:
        throw DataDamaged{Message{tr_noop("The clinic's data is damaged. Close it and restore the last backup.")}};
    case Fault::Collision:
    case Fault::Busy:
        throw StoreBusy{Message{tr_noop("Others kept the database busy for too long. Nothing was saved; try again.")}};
    case Fault::LostConnection:
        throw ServerLost{Message{tr_noop("The connection to the server was lost. Nothing was saved.")}};
    case Fault::Constraint:
    case Fault::Taken:
    case Fault::Other:
        break;
    }
    throw BrokenWorld{Message{tr_noop("The database refused the change. Nothing was saved.")}};
}

} // namespace plumbline::persistence
