// SPDX-License-Identifier: Apache-2.0
#include "app/services/Backups.hpp"

#include "domain/store/BrokenWorld.hpp"

#include <sys/stat.h>

#include <filesystem>
#include <vector>

namespace plumbline::app {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view ending = ".plumbline-backup";

enum class Made { ByHand, ByItself };

std::string stem_of(ClinicAddress const& address)
{
    return address.is_server() ? "clinic" : fs::path{address.text}.stem().string();
}

std::string name_of(ClinicAddress const& address, Date day)
{
    return stem_of(address) + '-' + to_iso(day) + std::string{ending};
}

std::optional<ClinicTime> time_setting(Records const& records, std::string_view key)
{
    auto const time = parse_clinic_time(records.settings().get(key));
    return time ? std::optional{*time} : std::nullopt;
}

Result<void> write_down(OpenClinic& clinic, Context const& context, BackupReceipt const& receipt, Made made)
{
    std::error_code fault;
    auto const whole = fs::absolute(receipt.file, fault);
    std::string const file = fault ? receipt.file : whole.string();
    return clinic.store().write([&](Records& records) -> Result<void> {
        Settings& settings = records.settings();
        settings.set("backup.verified", to_iso(context.clock->now()));
        settings.set("backup.verified_local", to_iso(context.clock->local_now()));
        settings.set("backup.file", file);
        settings.set("backup.failed_local", "");
        settings.set("backup.failure", "");
        audit(records, context, AuditEvent::Backup, {"clinic"},
            std::string{made == Made::ByItself ? "automatic; " : ""} + "verified; sha256=" + receipt.sha256
                + "; file=" + file);
        return {};
    });
}

Result<void> write_down(OpenClinic& clinic, Context const& context, Refusal const& failure, Made made)
{
    return clinic.store().write([&](Records& records) -> Result<void> {
        records.settings().set("backup.failed_local", to_iso(context.clock->local_now()));
        records.settings().set("backup.failure", failure.message.english());
        audit(records, context, AuditEvent::Backup, {"clinic"},
            std::string{made == Made::ByItself ? "automatic; " : ""} + "failed: " + failure.message.english());
        return {};
    });
}

/// A full disk or a folder that is gone is this backup's failure, not the end of the day's work.
Result<BackupReceipt> try_to_back_up(OpenClinic& clinic, std::string const& file)
{
    try {
        auto receipt = clinic.backup(file);
        if (receipt && !receipt->verified)
            return refuse(Refusal::Reason::Invalid, "file",
                tr_noop("The backup could not be restored, so it is none. Choose another disk and try again."));
        return receipt;
    } catch (BrokenWorld const& broken) {
        return refuse(Refusal{Refusal::Reason::Invalid, "file", broken.message(), {}});
    }
}

Result<BackupReceipt> back_up_to(OpenClinic& clinic, Context const& context, std::string const& file, Made made)
{
    auto receipt = try_to_back_up(clinic, file);
    auto const noted =
        receipt ? write_down(clinic, context, *receipt, made) : write_down(clinic, context, receipt.error(), made);
    if (!noted)
        return refuse(noted.error());
    return receipt;
}

/// Born closed to others; empty when it cannot be made.
Result<std::string> ready_folder(OpenClinic& clinic, ClinicAddress const& address)
{
    std::string folder = clinic.store().read([&](Records const& records) { return backup_folder(records, address); });
    if (folder.empty())
        return refuse(Refusal::Reason::Invalid, "backup.folder",
            tr_noop("Choose the folder for backups in Settings first: a server's clinic has none of its own."));
    std::error_code fault;
    if (fs::is_directory(folder, fault))
        return folder;
    fs::create_directories(fs::path{folder}.parent_path(), fault);
    if (::mkdir(folder.c_str(), S_IRWXU) != 0)
        return refuse(Refusal::Reason::Invalid, "backup.folder",
            tr_noop("The folder for backups cannot be made: {0}. Choose another one in Settings."), {folder});
    return folder;
}

/// The days of the files that bear our own name and no other.
std::vector<Date> days_kept(std::string const& folder, ClinicAddress const& address)
{
    std::vector<Date> days;
    std::error_code fault;
    std::string const before = stem_of(address) + '-';
    for (auto const& entry : fs::directory_iterator{folder, fault}) {
        std::string const name = entry.path().filename().string();
        if (!name.starts_with(before) || !name.ends_with(ending) || name.size() <= before.size() + ending.size())
            continue;
        auto const day = parse_date(name.substr(before.size(), name.size() - before.size() - ending.size()));
        if (day && name == name_of(address, *day) && entry.is_regular_file(fault))
            days.push_back(*day);
    }
    return days;
}

Result<void> drop_surplus(OpenClinic& clinic, Context const& context, ClinicAddress const& address,
    std::string const& folder, BackupRule const& rule)
{
    std::string dropped;
    for (Date const day : surplus_backups(days_kept(folder, address), rule)) {
        std::error_code fault;
        if (fs::remove(fs::path{folder} / name_of(address, day), fault))
            dropped += (dropped.empty() ? "" : ", ") + to_iso(day);
    }
    if (dropped.empty())
        return {};
    return clinic.store().write([&](Records& records) -> Result<void> {
        audit(records, context, AuditEvent::Delete, {"backup"}, "surplus: " + dropped);
        return {};
    });
}

} // namespace

std::string backup_folder(Records const& records, ClinicAddress const& address)
{
    if (std::string chosen = records.settings().get("backup.folder"); !chosen.empty())
        return chosen;
    if (address.is_server())
        return {};
    std::error_code fault;
    auto const whole = fs::absolute(address.text, fault);
    return ((fault ? fs::path{address.text} : whole).parent_path() / "backups").string();
}

BackupStatus backup_status(Records const& records, Context const& context, ClinicAddress const& address)
{
    Settings const& settings = records.settings();
    BackupStatus status{.rule = backup_rule([&](std::string_view key) { return settings.get(key); }),
        .verified = time_setting(records, "backup.verified_local"),
        .file = settings.get("backup.file"),
        .failed = time_setting(records, "backup.failed_local"),
        .failure = settings.get("backup.failure")};
    bool const has_place = !backup_folder(records, address).empty();
    status.due = has_place && backup_due(status.rule, context.clock->local_now(), status.verified, status.failed);
    return status;
}

Result<BackupReceipt> back_up(OpenClinic& clinic, Context const& context, std::string const& file)
{
    if (auto allowed = permit(context.actor, Action::BackUp); !allowed)
        return refuse(allowed.error());
    return back_up_to(clinic, context, file, Made::ByHand);
}

Result<BackupReceipt> back_up_today(OpenClinic& clinic, Context const& context, ClinicAddress const& address)
{
    if (auto allowed = permit(context.actor, Action::BackUp); !allowed)
        return refuse(allowed.error());
    auto const folder = ready_folder(clinic, address);
    if (!folder)
        return refuse(folder.error());
    return back_up_to(clinic, context, (fs::path{*folder} / name_of(address, context.today())).string(), Made::ByHand);
}

Result<BackupReceipt> keep_daily_backup(OpenClinic& clinic, Context const& context, ClinicAddress const& address)
{
    auto const status =
        clinic.store().read([&](Records const& records) { return backup_status(records, context, address); });
    auto const folder = ready_folder(clinic, address);
    if (!folder) {
        if (auto noted = write_down(clinic, context, folder.error(), Made::ByItself); !noted)
            return refuse(noted.error());
        return refuse(folder.error());
    }
    auto receipt =
        back_up_to(clinic, context, (fs::path{*folder} / name_of(address, context.today())).string(), Made::ByItself);
    if (receipt)
        if (auto dropped = drop_surplus(clinic, context, address, *folder, status.rule); !dropped)
            return refuse(dropped.error());
    return receipt;
}

} // namespace plumbline::app
