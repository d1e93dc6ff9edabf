// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/core/IdMaker.hpp"
#include "domain/store/Store.hpp"
#include "persistence/Secret.hpp"
#include "persistence/Session.hpp"

#include <filesystem>
#include <memory>
#include <string>

namespace plumbline::persistence {

namespace sqlite {
class LogSize;
}

/// The one opener of transactions, over one connection. Belongs to the database thread.
class Database : public Store {
public:
    ~Database() override;
    [[nodiscard]] virtual Session& session() noexcept = 0;
    /// Moves what waits in a log to its place. Cheap when nothing waits.
    virtual void rest() = 0;
};

/// One encrypted file. The folder was looked at before (habitable), the lock is held (Holder).
class SqliteDatabase final : public Database {
public:
    /// Throws DataDamaged when the key does not fit or the file is not whole.
    SqliteDatabase(std::filesystem::path const& file, SecretKey const& key, AuditKey const& audit_key);
    ~SqliteDatabase() override;
    [[nodiscard]] Session& session() noexcept override { return session_; }
    void rest() override;

protected:
    void write_all(std::function<bool(Records&)> const& work) override;
    void read_all(std::function<void(Records const&)> const& work) override;

private:
    void commit();
    void roll_back() noexcept;

    AuditKey audit_key_;
    Session session_;
    std::unique_ptr<sqlite::LogSize> log_;
    /// After a failed sync the disk may have thrown away what it was given, so nothing more is promised.
    bool failed_disk_ = false;
};

/// One server connection, made again when it is lost.
class PostgresDatabase final : public Database {
public:
    /// Throws ServerLost. Nothing can be written to the audit chain before hold().
    PostgresDatabase(std::string connection_string, Clock const& clock, IdMaker& ids);
    ~PostgresDatabase() override;
    void hold(AuditKey const& audit_key) noexcept { audit_key_ = audit_key; }
    [[nodiscard]] Session& session() noexcept override { return session_; }
    void rest() override;

protected:
    void write_all(std::function<bool(Records&)> const& work) override;
    void read_all(std::function<void(Records const&)> const& work) override;

private:
    enum class Attempt { Done, Again };
    [[nodiscard]] Attempt try_write(std::function<bool(Records&)> const& work, std::int64_t operation);
    void begin_write();
    [[nodiscard]] Attempt commit(std::int64_t operation);
    /// Whether an operation whose COMMIT got no answer was kept. Throws OutcomeUnknown when nobody can say.
    [[nodiscard]] bool was_kept(std::int64_t operation);
    void reconnect();
    void roll_back() noexcept;

    std::string connection_string_;
    AuditKey audit_key_;
    Clock const& clock_;
    IdMaker& ids_;
    Session session_;
};

} // namespace plumbline::persistence
