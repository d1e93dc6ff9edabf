// SPDX-License-Identifier: Apache-2.0
#include "domain/store/BrokenWorld.hpp"
#include "persistence/Database.hpp"
#include "persistence/dialects/Errors.hpp"
#include "persistence/dialects/Sqlite.hpp"
#include "persistence/records/SociRecords.hpp"

namespace plumbline::persistence {
namespace {

// Beyond this the log is folded in although somebody may be waiting, so that it cannot fill the disk.
constexpr std::int64_t longest_log = 64 * 1024 * 1024;

std::unique_ptr<soci::session> opened(std::filesystem::path const& file, SecretKey const& key)
{
    try {
        return sqlite::connect(file, key);
    } catch (soci::soci_error const& error) {
        throw_broken_world(error);
    }
}

} // namespace

Database::~Database() = default;

SqliteDatabase::SqliteDatabase(std::filesystem::path const& file, SecretKey const& key, AuditKey const& audit_key)
    : audit_key_{audit_key}
    , session_{Dialect::Sqlite, opened(file, key)}
{
    try {
        if (!sqlite::is_writable(session_))
            throw DiskFailed{Message{tr_noop("The clinic file cannot be written.")}};
        sqlite::harden(session_);
        log_ = std::make_unique<sqlite::LogSize>(session_);
    } catch (soci::soci_error const& error) {
        throw_broken_world(error);
    }
}

SqliteDatabase::~SqliteDatabase() = default;

void SqliteDatabase::write_all(std::function<bool(Records&)> const& work)
{
    if (failed_disk_)
        throw DiskFailed{Message{tr_noop("The disk reported an error earlier. Nothing was saved; close the clinic, "
                                         "check the disk and open it again.")}};
    static_cast<void>(session_.take_failed());
    try {
        session_.query("begin immediate").run();
        SociRecords records{session_, audit_key_};
        bool const keep = work(records);
        if (keep && session_.take_failed())
            throw BrokenWorld{Message{tr_noop("A part of the change failed. Nothing was saved.")}};
        if (keep)
            commit();
        else
            roll_back();
    } catch (soci::soci_error const& error) {
        roll_back();
        throw_broken_world(error);
    } catch (...) {
        roll_back();
        throw;
    }
}

void SqliteDatabase::commit()
{
    try {
        session_.query("commit").run();
    } catch (soci::soci_error const& error) {
        failed_disk_ = fault_of(error) == Fault::Io;
        throw;
    }
    if (log_->bytes() > longest_log)
        rest();
}

void SqliteDatabase::roll_back() noexcept
{
    // After some failures SQLite has rolled back already, and then there is nothing to roll back.
    try {
        session_.query("rollback").run();
    } catch (...) {
        static_cast<void>(session_.take_failed());
    }
}

void SqliteDatabase::read_all(std::function<void(Records const&)> const& work)
{
    // One connection and one thread: nobody can write between two statements, so no transaction is needed.
    try {
        SociRecords const records{session_, audit_key_};
        work(records);
    } catch (soci::soci_error const& error) {
        throw_broken_world(error);
    }
}

void SqliteDatabase::rest()
{
    if (log_->bytes() == 0 || failed_disk_)
        return;
    try {
        if (sqlite::checkpoint(session_))
            log_->reset();
    } catch (soci::soci_error const& error) {
        // Everything is still in the log and stays safe there; only a failing disk is worth stopping for.
        failed_disk_ = fault_of(error) == Fault::Io;
    }
}

} // namespace plumbline::persistence
