// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "persistence/Secret.hpp"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace soci {
class session;
class statement;
struct sqlite3_statement_backend;
} // namespace soci

namespace plumbline::persistence {
class Session;
}

namespace plumbline::persistence::sqlite {

/// `PLMB` in the header of every clinic file.
inline constexpr std::int64_t application_id = 0x504c4d42;

/// Ends the run of a statement: releases its read lock and lets go of bound values.
void release(soci::statement& statement) noexcept;

/// The row that an executed statement stands on, read where it lies. SOCI would copy each column through three
/// virtual calls, which takes as long as the engine itself. Columns count from 0.
class Row {
public:
    explicit Row(soci::statement& statement) noexcept;
    /// False behind the last row. Throws like SOCI.
    [[nodiscard]] bool step();
    [[nodiscard]] bool is_null(int column) const noexcept;
    [[nodiscard]] std::int64_t number(int column) const noexcept;
    [[nodiscard]] double real(int column) const noexcept;
    void text(int column, std::string& into) const;

private:
    soci::sqlite3_statement_backend& backend_;
};

/// Opens the encrypted file, or makes an empty one, with the key itself as the SQLCipher 4 page key, so that no
/// key derivation is paid. Says nothing yet about whether the key fits: the first statement does.
[[nodiscard]] std::unique_ptr<soci::session> connect(std::filesystem::path const& file, SecretKey const& key);
/// An empty database in memory, unencrypted: to compare schemas with, and for tests.
[[nodiscard]] std::unique_ptr<soci::session> connect_memory();

/// Sets what keeps the data whole and reads each of it back. Throws DataDamaged for a wrong key or a damaged
/// file and BrokenWorld when a setting does not hold.
void harden(Session& session);
/// For a copy that is only looked at: nothing in it is trusted, nothing is written.
void harden_for_reading(Session& session);

/// Marks the file as a clinic of ours; harden() demands the mark of any file that is not empty.
void mark_as_clinic(Session& session);

/// Moves the log into the file and cuts the log off. False when something still read from it.
bool checkpoint(Session& session);
/// Bytes that wait in the log; known without asking the disk.
class LogSize {
public:
    explicit LogSize(Session& session);
    ~LogSize();
    LogSize(LogSize const&) = delete;
    LogSize& operator=(LogSize const&) = delete;
    [[nodiscard]] std::int64_t bytes() const noexcept { return pages_ * page_size_; }
    void reset() noexcept { pages_ = 0; }

private:
    Session& session_;
    std::int64_t pages_ = 0;
    std::int64_t page_size_ = 4096;
};

/// False when the connection can only read, as SQLite silently does with a file it may not write.
[[nodiscard]] bool is_writable(Session& session) noexcept;

/// Copies a live database into an empty one of the same key while this connection goes on. Throws.
void copy(Session& from, Session& to);

/// Problems found by integrity_check and foreign_key_check, without content. Reads everything.
[[nodiscard]] std::vector<std::string> integrity_problems(Session& session);

/// Everything the schema says, in one text: equal texts are equal schemas.
[[nodiscard]] std::string schema_text(Session& session);

} // namespace plumbline::persistence::sqlite
