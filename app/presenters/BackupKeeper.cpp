// SPDX-License-Identifier: Apache-2.0
#include "app/presenters/BackupKeeper.hpp"

#include <utility>

namespace plumbline::app {

namespace {

constexpr std::chrono::minutes look_every{1};
constexpr std::chrono::seconds pause_of_typing{60};
constexpr std::chrono::minutes longest_wait{60};

std::string when(ClinicTime time, ClinicTime now)
{
    int const days = days_between(day_of(time), day_of(now));
    std::string const day = days == 0 ? "today" : days == 1 ? "yesterday" : to_short_words(day_of(time));
    return day + ' ' + to_clock(time);
}

} // namespace

BackupLine backup_line(BackupStatus const& status, ClinicTime now)
{
    std::string last = status.verified ? "Last verified backup: " + when(*status.verified, now) : "No backup yet";
    if (status.failed)
        return {"Backup failed " + when(*status.failed, now) + ": " + status.failure + ' ' + last + '.',
            BackupLine::Tone::Failed};
    return {std::move(last),
        backup_is_stale(status.rule, now, status.verified) ? BackupLine::Tone::Due : BackupLine::Tone::Quiet};
}

BackupKeeper::BackupKeeper(Desk& desk, ClinicAddress address)
    : desk_{desk}
    , address_{std::move(address)}
{
    state_.may_back_up = permitted(desk_.actor().role, Action::BackUp);
    refresh();
}

void BackupKeeper::refresh()
{
    desk_.read(
        alive_,
        [address = address_](Records const& records, Context const& context) -> Result<BackupStatus> {
            return backup_status(records, context, address);
        },
        [this](Result<BackupStatus> status) {
            if (status)
                receive(*std::move(status));
        });
}

void BackupKeeper::receive(BackupStatus status)
{
    BackupState fresh = state_;
    fresh.known = true;
    fresh.line = backup_line(status, desk_.context().clock->local_now());
    fresh.status = std::move(status);
    if (fresh == state_)
        return;
    state_ = std::move(fresh);
    changed();
}

void BackupKeeper::tick(Moment now, Moment last_action)
{
    if (!looked_ || now - *looked_ >= look_every) {
        looked_ = now;
        refresh();
    }
    if (!state_.known || !state_.status.due || state_.busy) {
        due_since_.reset();
        return;
    }
    if (!due_since_)
        due_since_ = now;
    if (now - last_action >= pause_of_typing || now - *due_since_ >= longest_wait)
        keep_daily();
}

void BackupKeeper::keep_daily()
{
    state_.busy = true;
    changed();
    desk_.manage(
        alive_,
        [address = address_](
            OpenClinic& clinic, Context const& context) { return keep_daily_backup(clinic, context, address); },
        [this](Result<BackupReceipt> receipt) { finish(receipt, Made::ByItself); });
}

void BackupKeeper::back_up_now()
{
    if (state_.busy)
        return;
    state_.busy = true;
    changed();
    desk_.manage(
        alive_,
        [address = address_](
            OpenClinic& clinic, Context const& context) { return back_up_today(clinic, context, address); },
        [this](Result<BackupReceipt> receipt) { finish(receipt, Made::ByHand); });
}

void BackupKeeper::finish(Result<BackupReceipt> const& receipt, Made made)
{
    state_.busy = false;
    due_since_.reset();
    if (!receipt)
        happened("No backup was made. " + receipt.error().message.english());
    else if (made == Made::ByHand)
        happened(fill("Backup verified by restoring it: {0} patients, {1} visits, in {2}",
            {std::to_string(receipt->patients), std::to_string(receipt->visits), receipt->file}));
    changed();
    refresh();
}

} // namespace plumbline::app
