// SPDX-License-Identifier: Apache-2.0
#include "domain/store/BrokenWorld.hpp"
#include "persistence/Database.hpp"
#include "persistence/dialects/Errors.hpp"
#include "persistence/dialects/Postgres.hpp"
#include "persistence/records/SociRecords.hpp"

#include <random>
#include <thread>

namespace plumbline::persistence {
namespace {

using std::chrono::milliseconds;

// Writers of a clinic follow one another, as they do on SQLite: each holds this advisory lock from its
// first statement. It keeps the audit chain dense and leaves no room for two bookings of one hour.
constexpr char const* begin_writing = "begin; select pg_advisory_xact_lock(5784283411901)";

constexpr int most_attempts = 6;
constexpr int most_connects = 6;
constexpr int most_lookups = 8;

/// Longer each time and never the same for two workstations.
void pause(int attempt)
{
    static thread_local std::mt19937 random{std::random_device{}()};
    int const longest = 50 << std::min(attempt, 6);
    std::this_thread::sleep_for(milliseconds{std::uniform_int_distribution{longest / 4, longest}(random)});
}

bool may_succeed_later(Fault fault)
{
    return fault == Fault::Collision || fault == Fault::LostConnection || fault == Fault::Busy;
}

std::unique_ptr<soci::session> connected(std::string const& connection_string)
{
    for (int attempt = 0;; ++attempt) {
        try {
            return postgres::connect(connection_string);
        } catch (soci::soci_error const&) {
            if (attempt + 1 == most_connects)
                throw ServerLost{Message{tr_noop("The server does not answer. Nothing was saved; what you "
                                                 "typed is still here. Check the network and try again.")}};
        }
        pause(attempt);
    }
}

} // namespace

PostgresDatabase::PostgresDatabase(std::string connection_string, Clock const& clock, IdMaker& ids)
    : connection_string_{std::move(connection_string)}
    , audit_key_{SecretKey{}}
    , clock_{clock}
    , ids_{ids}
    , session_{Dialect::Postgres, connected(connection_string_)}
{
}

PostgresDatabase::~PostgresDatabase() = default;

void PostgresDatabase::write_all(std::function<bool(Records&)> const& work)
{
    std::int64_t const operation = ids_.next();
    for (int attempt = 0; attempt < most_attempts; ++attempt) {
        if (try_write(work, operation) == Attempt::Done)
            return;
        pause(attempt);
    }
    throw StoreBusy{Message{tr_noop("Others kept the database busy for too long. Nothing was saved; try again.")}};
}

PostgresDatabase::Attempt PostgresDatabase::try_write(std::function<bool(Records&)> const& work, std::int64_t operation)
{
    try {
        begin_write();
        SociRecords records{session_, audit_key_};
        if (!work(records)) {
            roll_back();
            return Attempt::Done;
        }
        // The server would answer COMMIT of a failed transaction with ROLLBACK, and call it a success.
        if (session_.take_failed() || postgres::in_failed_transaction(session_))
            throw BrokenWorld{Message{tr_noop("A part of the change failed. Nothing was saved.")}};
        session_.query("insert into operation_log (id, at) values (:id, :at)")
            .bind("id", operation)
            .bind("at", to_iso(clock_.now()))
            .run();
    } catch (soci::soci_error const& error) {
        bool const again = may_succeed_later(fault_of(error)) || postgres::is_lost(session_);
        roll_back();
        if (again)
            return Attempt::Again;
        throw_broken_world(error);
    } catch (...) {
        roll_back();
        throw;
    }
    return commit(operation);
}

void PostgresDatabase::begin_write()
{
    if (postgres::is_lost(session_))
        reconnect();
    static_cast<void>(session_.take_failed());
    session_.execute(begin_writing);
}

PostgresDatabase::Attempt PostgresDatabase::commit(std::int64_t operation)
{
    try {
        session_.execute("commit");
        return Attempt::Done;
    } catch (soci::soci_error const& error) {
        if (!postgres::is_lost(session_)) {
            roll_back();
            if (may_succeed_later(fault_of(error)))
                return Attempt::Again;
            throw_broken_world(error);
        }
    }
    return was_kept(operation) ? Attempt::Done : Attempt::Again;
}

bool PostgresDatabase::was_kept(std::int64_t operation)
{
    for (int attempt = 0; attempt < most_lookups; ++attempt) {
        try {
            // The lock is had only when the server has finished with the lost transaction, one way or the
            // other; before that, its absence from the log would prove nothing.
            reconnect();
            begin_write();
            std::int64_t found = 0;
            auto query = session_.query("select count(*) from operation_log where id = :id");
            query.bind("id", operation).into(found);
            bool const kept = query.next() && found > 0;
            roll_back();
            return kept;
        } catch (soci::soci_error const&) {
            roll_back();
        } catch (ServerLost const&) {
        }
        pause(attempt);
    }
    throw OutcomeUnknown{Message{tr_noop("The server went away while it was saving, and it is not known whether "
                                         "the last change was kept. Look before you enter it again.")}};
}

void PostgresDatabase::reconnect()
{
    session_.replace(connected(connection_string_));
}

void PostgresDatabase::roll_back() noexcept
{
    try {
        if (!postgres::is_lost(session_))
            session_.execute("rollback");
    } catch (...) {
        static_cast<void>(session_.take_failed());
    }
}

void PostgresDatabase::read_all(std::function<void(Records const&)> const& work)
{
    for (int attempt = 0; attempt < most_attempts; ++attempt) {
        try {
            if (postgres::is_lost(session_))
                reconnect();
            session_.execute("begin isolation level repeatable read read only");
            SociRecords const records{session_, audit_key_};
            work(records);
            session_.execute("commit");
            return;
        } catch (soci::soci_error const& error) {
            bool const again = may_succeed_later(fault_of(error)) || postgres::is_lost(session_);
            roll_back();
            if (!again)
                throw_broken_world(error);
        } catch (...) {
            roll_back();
            throw;
        }
        pause(attempt);
    }
    throw StoreBusy{Message{tr_noop("Others kept the database busy for too long. Try again.")}};
}

void PostgresDatabase::rest()
{
    // A lost COMMIT is asked about within a minute; a day is for clocks that disagree.
    auto const cutoff = clock_.now() - std::chrono::hours{24};
    try {
        session_.query("delete from operation_log where at < :cutoff").bind("cutoff", to_iso(cutoff)).run();
    } catch (soci::soci_error const&) {
        static_cast<void>(session_.take_failed());
    }
}

} // namespace plumbline::persistence
