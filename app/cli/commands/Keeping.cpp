// SPDX-License-Identifier: Apache-2.0
#include "app/cli/Shell.hpp"

#include "app/services/Administration.hpp"
#include "app/services/Backups.hpp"

#include <ostream>

namespace plumbline::app::cli {

namespace {

Exit check(Shell& shell)
{
    auto const desk = shell.desk();
    if (!desk)
        return shell.refuse_with(desk.error());
    auto const report =
        (*desk)->manage_now([](OpenClinic& clinic, Context const& context) { return check_clinic(clinic, context); });
    if (!report)
        return shell.refuse_with(report.error());
    shell.answer({{"ok", report->ok}, {"problems", report->problems}}, [&](std::ostream& out) {
        out << (report->ok ? "ok\n" : "problems found\n");
        for (std::string const& problem : report->problems)
            out << "  " << problem << '\n';
    });
    return report->ok ? Exit::Ok : Exit::Failure;
}

Exit audit_verify(Shell& shell)
{
    auto const desk = shell.desk();
    if (!desk)
        return shell.refuse_with(desk.error());
    auto const verdict =
        (*desk)->manage_now([](OpenClinic& clinic, Context const& context) { return verify_audit(clinic, context); });
    if (!verdict)
        return shell.refuse_with(verdict.error());
    Json const first_bad = verdict->first_bad_seq ? Json(*verdict->first_bad_seq) : Json{};
    shell.answer(
        {{"ok", verdict->ok}, {"entries", verdict->entries}, {"first_bad_seq", first_bad}}, [&](std::ostream& out) {
            if (verdict->ok)
                out << "ok, " << verdict->entries << " entries\n";
            else
                out << "broken at entry " << verdict->first_bad_seq.value_or(0) << " of " << verdict->entries << '\n';
        });
    return verdict->ok ? Exit::Ok : Exit::Failure;
}

Exit audit_list(Shell& shell, int limit)
{
    auto const desk = shell.desk();
    if (!desk)
        return shell.refuse_with(desk.error());
    auto const links =
        (*desk)->read_now([&](Records const& records, Context const& context) -> Result<std::vector<AuditLink>> {
            if (auto const allowed = permit(context.actor, Action::SeeAudit); !allowed)
                return refuse(allowed.error());
            return records.audit().latest(limit);
        });
    if (!links)
        return shell.refuse_with(links.error());
    Json json = Json::array();
    for (AuditLink const& link : *links)
        json.push_back({{"seq", link.seq}, {"at", to_iso(link.entry.at)}, {"login", link.entry.login},
            {"event", code(link.entry.event)}, {"entity", link.entry.entity},
            {"entity_id", std::to_string(link.entry.entity_id)}, {"detail", link.entry.detail}});
    shell.answer(json, [&](std::ostream& out) {
        for (AuditLink const& link : *links)
            out << link.seq << "  " << to_iso(link.entry.at) << "  " << link.entry.login << "  "
                << code(link.entry.event) << "  " << link.entry.entity << '\n';
    });
    return Exit::Ok;
}

Exit say_receipt(Shell& shell, Result<BackupReceipt> const& receipt)
{
    if (!receipt)
        return shell.refuse_with(receipt.error());
    shell.answer({{"file", receipt->file}, {"sha256", receipt->sha256}, {"verified", receipt->verified}},
        [&](std::ostream& out) {
            out << receipt->file << ", " << (receipt->verified ? "verified by restoring" : "NOT verified") << ", "
                << receipt->patients << " patients, " << receipt->visits << " visits\n";
        });
    return receipt->verified ? Exit::Ok : Exit::Failure;
}

Exit backup(Shell& shell, std::string const& file)
{
    auto const desk = shell.desk();
    if (!desk)
        return shell.refuse_with(desk.error());
    return say_receipt(shell, (*desk)->manage_now([&](OpenClinic& clinic, Context const& context) {
        return back_up(clinic, context, file);
    }));
}

Exit restore(Shell& shell, std::string const& file, std::string const& to)
{
    if (shell.user.empty())
        return shell.refuse_with(
            {Refusal::Reason::Invalid, "user", {tr_noop("Who is restoring? Give --user."), {}}, {}});
    auto const password = shell.password("Password: ", false);
    if (!password)
        return shell.refuse_with(password.error());
    return say_receipt(shell, shell.door.restore(file, {to}, shell.user, *password));
}

} // namespace

void add_keeping_commands(CLI::App& app, Shell& shell, Finish const& finish)
{
    struct Arguments {
        std::string file, to;
        int limit = 50;
    };
    auto const given = std::make_shared<Arguments>();

    app.add_subcommand("check", "Schema, integrity, foreign keys, seals and audit chain")->callback([&shell, finish] {
        finish(check(shell));
    });

    auto* const audit = app.add_subcommand("audit", "The audit chain");
    audit->require_subcommand(1);
    audit->add_subcommand("verify", "Prove that no entry was changed or removed")->callback([&shell, finish] {
        finish(audit_verify(shell));
    });
    auto* const list = audit->add_subcommand("list", "The latest entries");
    list->add_option("--limit", given->limit, "At most so many")->check(CLI::Range(1, 100000))->capture_default_str();
    list->callback([&shell, finish, given] { finish(audit_list(shell, given->limit)); });

    auto* const backup_command = app.add_subcommand("backup", "Encrypted copy, verified by restoring it aside");
    backup_command->add_option("FILE", given->file, "Where the backup goes")->required();
    backup_command->callback([&shell, finish, given] { finish(backup(shell, given->file)); });

    auto* const restore_command =
        app.add_subcommand("restore", "Make a clinic from a backup; never over an existing one");
    restore_command->add_option("FILE", given->file, "The backup")->required();
    restore_command->add_option("--to", given->to, "The clinic file to make")->required();
    restore_command->callback([&shell, finish, given] { finish(restore(shell, given->file, given->to)); });
}

} // namespace plumbline::app::cli
