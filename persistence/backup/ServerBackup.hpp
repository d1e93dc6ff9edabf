// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "persistence/backup/Backup.hpp"

#include <filesystem>
#include <string>

namespace plumbline::persistence {

/// A server clinic's backup: what pg_dump says of one moment, in the same container as a file clinic's. Proven
/// in a database of its own on the same server, when the server lets us make one; the receipt says so.
struct ServerBackupSource {
    Database& database;
    std::string const& connection_string;
    KeyRing const& ring;
    SecretKey const& clinic_key;
    Clock const& clock;
};
[[nodiscard]] Result<BackupReceipt> back_up_server(
    ServerBackupSource const& source, std::filesystem::path const& target);

/// Fills an empty database from an opened backup, all or nothing, and proves it.
[[nodiscard]] Result<BackupReceipt> fill_server(OpenedBackup& backup, std::string const& connection_string);

} // namespace plumbline::persistence
