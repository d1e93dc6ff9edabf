// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/services/Backups.hpp"
#include "app/services/Desk.hpp"
#include "app/services/Signal.hpp"

#include <chrono>
#include <memory>
#include <optional>
#include <string>

namespace plumbline::app {

/// How the status line speaks of backups.
struct BackupLine {
    enum class Tone { Quiet, Due, Failed };
    std::string words; ///< `Last verified backup: today 07:30`
    Tone tone = Tone::Quiet;
    friend bool operator==(BackupLine const&, BackupLine const&) = default;
};
[[nodiscard]] BackupLine backup_line(BackupStatus const& status, ClinicTime now);

struct BackupState {
    bool known = false;
    BackupStatus status;
    BackupLine line;
    bool busy = false;
    bool may_back_up = false;
    friend bool operator==(BackupState const&, BackupState const&) = default;
};

/// Makes the day's backup when it is due and nobody is typing, and says how the backups stand. The work is done on
/// the database thread; only when somebody types without a pause for an hour does it come between.
class BackupKeeper {
public:
    using Moment = std::chrono::steady_clock::time_point;
    BackupKeeper(Desk& desk, ClinicAddress address);

    [[nodiscard]] BackupState const& state() const noexcept { return state_; }
    Signal<> changed;
    /// What just happened, in a sentence; good or bad.
    Signal<std::string> happened;

    void refresh();
    /// Looks once a minute whether the day's backup is due.
    void tick(Moment now, Moment last_action);
    /// Into the folder of the automatic backups, now.
    void back_up_now();

private:
    enum class Made { ByHand, ByItself };
    void receive(BackupStatus status);
    void finish(Result<BackupReceipt> const& receipt, Made made);
    void keep_daily();

    Desk& desk_;
    ClinicAddress address_;
    std::shared_ptr<int> alive_ = std::make_shared<int>(0);
    BackupState state_;
    std::optional<Moment> looked_, due_since_;
};

} // namespace plumbline::app
