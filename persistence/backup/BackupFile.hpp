// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/core/Result.hpp"
#include "persistence/Files.hpp"
#include "persistence/KeyRing.hpp"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace plumbline::persistence {

/// What a backup says of itself, readable only with the clinic's key.
struct BackupManifest {
    std::string engine; ///< `sqlite` or `postgres`: what the data part is for.
    std::string created;
    std::string program_version;
    int schema = 0;
    AuditAnchor head; ///< Where the audit chain stood.
    std::int64_t patients = 0, visits = 0, audit_entries = 0;
    std::int64_t data_size = 0;
    std::string data_sha256;
    friend bool operator==(BackupManifest const&, BackupManifest const&) = default;
};

/// Makes a backup file: a line that says what it is, the clinic's key slots in the open, and then, as one
/// libsodium secretstream that also vouches for the open part, the manifest and the data.
class BackupWriter {
public:
    /// Throws DiskFull or DiskFailed. The file must not exist.
    BackupWriter(std::filesystem::path const& file, KeyRing const& ring, SecretKey const& clinic_key);
    ~BackupWriter();
    BackupWriter(BackupWriter const&) = delete;
    BackupWriter& operator=(BackupWriter const&) = delete;
    void manifest(BackupManifest const& manifest);
    void data(std::string_view bytes);
    /// Ends the stream and makes the file last.
    void finish();

private:
    struct Stream;
    void push(std::string_view bytes, unsigned char tag);
    Descriptor file_;
    std::unique_ptr<Stream> stream_;
};

/// Reads a backup file of any origin. Whatever is wrong with it comes out as the same refusal.
class BackupReader {
public:
    [[nodiscard]] static Result<BackupReader> open(std::filesystem::path const& file);
    BackupReader(BackupReader&&) noexcept;
    ~BackupReader();

    [[nodiscard]] KeyRing const& ring() const noexcept { return ring_; }
    [[nodiscard]] Result<BackupManifest> manifest(SecretKey const& clinic_key);
    /// The next piece of data; nothing after the last, which is only the last when its tag says so.
    [[nodiscard]] Result<std::optional<std::string>> next();

private:
    struct Stream;
    explicit BackupReader(Descriptor file);
    [[nodiscard]] Result<std::string> pull();
    Descriptor file_;
    std::unique_ptr<Stream> stream_;
    KeyRing ring_;
};

/// True for a file that begins as a backup does.
[[nodiscard]] bool looks_like_backup(std::filesystem::path const& file);

} // namespace plumbline::persistence
