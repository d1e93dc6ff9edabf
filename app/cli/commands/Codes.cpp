// SPDX-License-Identifier: Apache-2.0
#include "app/cli/Shell.hpp"

#include "app/services/FeeSchedule.hpp"

#include <ostream>

namespace plumbline::app::cli {

namespace {

Exit list(Shell& shell)
{
    auto const desk = shell.desk();
    if (!desk)
        return shell.refuse_with(desk.error());
    auto const codes = (*desk)->read_now(service_codes);
    if (!codes)
        return shell.refuse_with(codes.error());
    Json rows = Json::array();
    for (ServiceCode const& one : *codes)
        rows.push_back({{"code", one.code}, {"label", one.label}, {"timed", one.timed},
            {"modality", one.modality ? Json(code(*one.modality)) : Json{}}});
    shell.answer(rows, [&](std::ostream& out) {
        for (ServiceCode const& one : *codes)
            out << one.code << "  " << (one.timed ? "timed  " : "       ") << one.label
                << (one.modality ? ", first for " + std::string{label(*one.modality)} : std::string{}) << '\n';
    });
    return Exit::Ok;
}

Exit import(Shell& shell, std::string const& file, ImportMode mode)
{
    auto const desk = shell.desk();
    if (!desk)
        return shell.refuse_with(desk.error());
    auto const bytes = read_import_file(file);
    if (!bytes)
        return shell.refuse_with(bytes.error());
    auto const import = mode == ImportMode::Rehearse
        ? (*desk)->read_now(
            [&](Records const& records, Context const& context) { return rehearse_codes(records, context, *bytes); })
        : (*desk)->write_now(
            [&](Records& records, Context const& context) { return import_codes(records, context, *bytes, mode); });
    if (!import)
        return shell.refuse_with(import.error());
    return say_import(shell, import->outcome, mode);
}

} // namespace

void add_code_commands(CLI::App& app, Shell& shell, Finish const& finish)
{
    auto* const codes = app.add_subcommand("codes", "The clinic's own service codes");
    codes->require_subcommand(1);
    codes->add_subcommand("list", "All codes, which of them are timed, and what they are offered for")
        ->callback([&shell, finish] { finish(list(shell)); });

    struct Arguments {
        std::string file;
        bool dry = false;
    };
    auto const given = std::make_shared<Arguments>();
    auto* const take = app.get_subcommand("import")->add_subcommand(
        "codes", "Service codes from a CSV file with the columns code, label, timed and modality");
    take->add_option("FILE", given->file, "The file")->required();
    take->add_flag("--dry-run", given->dry, "Only say what would happen");
    take->callback([&shell, finish, given] {
        finish(import(shell, given->file, given->dry ? ImportMode::Rehearse : ImportMode::Import));
    });
}

} // namespace plumbline::app::cli
