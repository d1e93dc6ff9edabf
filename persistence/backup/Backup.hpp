// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/store/Clinic.hpp"
#include "persistence/Database.hpp"
#include "persistence/Files.hpp"
#include "persistence/KeyRing.hpp"
#include "persistence/backup/BackupFile.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace plumbline::persistence {

/// What a backup is taken of.
struct BackupSource {
    Database& database;
    ClinicFiles const& files;
    KeyRing const& ring;
    SecretKey const& clinic_key;
    Clock const& clock;
};

/// Copies the live database, seals the copy into the target and proves the target by restoring it aside. An
/// older backup of that name is only replaced by a proven one; nothing else is ever replaced.
[[nodiscard]] Result<BackupReceipt> back_up(BackupSource const& source, std::filesystem::path const& target);

/// Opens the backup with a person's password. The refusal does not say whether the name or the password was
/// wrong.
struct OpenedBackup {
    BackupReader reader;
    BackupManifest manifest;
    SecretKey clinic_key;
};
[[nodiscard]] Result<OpenedBackup> open_backup(
    std::filesystem::path const& file, std::string const& login, std::string const& password);

/// Takes the data part out into a new file and proves it: hash, pages, references, schema, audit chain, counts.
[[nodiscard]] Result<BackupReceipt> extract(OpenedBackup& backup, std::filesystem::path const& into);

// What file and server backups share.
/// Refuses a target that is not free: only a backup may be replaced, and never one of these files.
[[nodiscard]] Result<void> may_replace(
    std::filesystem::path const& target, std::vector<std::filesystem::path> const& own);
/// The manifest of the data as the session sees it now; without size and hash, which only a file has.
[[nodiscard]] BackupManifest describe_data(Session& session, Clock const& clock, std::string engine);
/// True when the session sees what the manifest says, and all of it holds.
[[nodiscard]] bool is_whole(Session& session, OpenedBackup const& backup);
/// Gives a proven backup its name, and the receipt that name and the file's hash.
void take_name(Scratch& sealed, std::filesystem::path const& target, BackupReceipt& receipt);

/// Makes an extracted database a clinic again: lifts its schema and writes into its audit trail who restored it.
/// The ring for its key file. Refuses who may not restore.
[[nodiscard]] Result<KeyRing> revive(
    Database& database, OpenedBackup const& backup, std::string const& login, Clock const& clock);

} // namespace plumbline::persistence
