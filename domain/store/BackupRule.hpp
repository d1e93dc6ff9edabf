// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/core/Time.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace plumbline {

/// How a clinic keeps its automatic backups (settings `backup.*`).
struct BackupRule {
    bool daily = true;
    Minutes at{}; ///< Of the day, in the clinic's zone.
    int keep_days = 7;
    int keep_weeks = 4;
    int stale_days = 2; ///< An older backup is said in amber.
    friend bool operator==(BackupRule const&, BackupRule const&) = default;
};
/// Reads each setting; one that makes no sense counts as its default.
[[nodiscard]] BackupRule backup_rule(std::function<std::string(std::string_view)> const& setting);

/// Whether the day's backup is to be made now. A missed day is due at once. After a failure the next try waits an
/// hour. A time in the future (the clock was wrong) counts as none.
[[nodiscard]] bool backup_due(
    BackupRule const& rule, ClinicTime now, std::optional<ClinicTime> verified, std::optional<ClinicTime> failed);

/// Whether the last verified backup is too old to be trusted in silence; so is none at all.
[[nodiscard]] bool backup_is_stale(BackupRule const& rule, ClinicTime now, std::optional<ClinicTime> verified);

/// Of the days with a backup, those that may go: all but the newest keep_days and, of what is older, the newest
/// day of each of the newest keep_weeks weeks (Monday to Sunday).
[[nodiscard]] std::vector<Date> surplus_backups(std::vector<Date> days, BackupRule const& rule);

} // namespace plumbline
