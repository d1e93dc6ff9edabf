// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/services/Context.hpp"
#include "domain/store/BackupRule.hpp"
#include "domain/store/Clinic.hpp"

#include <optional>
#include <string>

namespace plumbline::app {

/// How the clinic's backups stand, as the settings tell it.
struct BackupStatus {
    BackupRule rule;
    std::optional<ClinicTime> verified; ///< When the last one was proven by restoring it.
    std::string file;                   ///< And where it lies.
    std::optional<ClinicTime> failed;   ///< A failure since then.
    std::string failure;
    bool due = false; ///< The day's automatic backup is to be made now.
    friend bool operator==(BackupStatus const&, BackupStatus const&) = default;
};
[[nodiscard]] BackupStatus backup_status(Records const& records, Context const& context, ClinicAddress const& address);

/// Where automatic backups go: the folder of the settings, else `backups` beside the clinic's file. Empty for a
/// server's clinic without a setting: one workstation of many cannot know where its backups belong.
[[nodiscard]] std::string backup_folder(Records const& records, ClinicAddress const& address);

/// Makes an encrypted copy, proves it by restoring it, and writes down when and where: settings and audit entry
/// together. A failure is written down as well.
[[nodiscard]] Result<BackupReceipt> back_up(OpenClinic& clinic, Context const& context, std::string const& file);
/// The same into the folder of the automatic backups, under the day's name.
[[nodiscard]] Result<BackupReceipt> back_up_today(
    OpenClinic& clinic, Context const& context, ClinicAddress const& address);

/// The day's automatic backup, whoever is logged in: made, proven, written down; then the surplus of older ones
/// goes. Nothing is removed unless a proven one was made. Only files of this program's own naming are touched.
[[nodiscard]] Result<BackupReceipt> keep_daily_backup(
    OpenClinic& clinic, Context const& context, ClinicAddress const& address);

} // namespace plumbline::app
