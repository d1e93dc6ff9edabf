// SPDX-License-Identifier: Apache-2.0
#include "app/cli/Shell.hpp"

#include "app/services/Chart.hpp"
#include "app/services/ImportPatients.hpp"
#include "app/services/PatientRecord.hpp"

#include <ostream>

namespace plumbline::app::cli {

namespace {

Json row_json(PatientRow const& row)
{
    return {{"id", id_text(row.id)}, {"record_number", row.record_number}, {"name", row.name.listed()},
        {"birth_date", to_iso(row.birth_date)}};
}

Exit list(Shell& shell, std::string const& text, int limit)
{
    auto const desk = shell.desk();
    if (!desk)
        return shell.refuse_with(desk.error());
    auto const rows = (*desk)->read_now(
        [&](Records const& records, Context const& context) { return search_patients(records, context, text, limit); });
    if (!rows)
        return shell.refuse_with(rows.error());
    Json json = Json::array();
    for (PatientRow const& row : *rows)
        json.push_back(row_json(row));
    shell.answer(json, [&](std::ostream& out) {
        for (PatientRow const& row : *rows)
            out << id_text(row.id) << "  " << row.record_number << "  " << to_iso(row.birth_date) << "  "
                << row.name.listed() << '\n';
    });
    return Exit::Ok;
}

struct EpisodeLine {
    Episode episode;
    std::size_t visits;
};
struct PatientPage {
    Patient patient;
    std::vector<EpisodeLine> episodes;
};

Result<PatientPage> patient_page(Records const& records, Context const& context, PatientId id)
{
    auto const chart = open_chart(records, context, id);
    if (!chart)
        return refuse(chart.error());
    PatientPage page{chart->patient, {}};
    for (Episode const& episode : chart->episodes)
        page.episodes.push_back({episode, records.visits().rows_of_episode(episode.id()).size()});
    return page;
}

Exit show(Shell& shell, std::string const& id_typed)
{
    auto const id = id_from<PatientId>(id_typed, "ID");
    if (!id)
        return shell.refuse_with(id.error());
    auto const desk = shell.desk();
    if (!desk)
        return shell.refuse_with(desk.error());
    auto const page = (*desk)->read_now(
        [&](Records const& records, Context const& context) { return patient_page(records, context, *id); });
    if (!page)
        return shell.refuse_with(page.error());
    if (auto const noted = (*desk)->write_now(
            [&](Records& records, Context const& context) { return note_chart_read(records, context, *id); });
        !noted)
        return shell.refuse_with(noted.error());
    Patient const& patient = page->patient;
    Json json{{"id", id_text(patient.id())}, {"record_number", patient.record_number()},
        {"name", patient.name().listed()}, {"birth_date", to_iso(patient.birth_date())}, {"episodes", Json::array()}};
    for (auto const& [episode, visits] : page->episodes)
        json["episodes"].push_back({{"id", id_text(episode.id())}, {"title", episode.details().title},
            {"started", to_iso(episode.details().started)}, {"visits", visits}});
    json["version"] = patient.version();
    shell.answer(json, [&](std::ostream& out) {
        out << patient.name().listed() << "\nrecord " << patient.record_number() << ", born "
            << to_iso(patient.birth_date()) << '\n';
        for (auto const& [episode, visits] : page->episodes)
            out << "  " << id_text(episode.id()) << "  " << to_iso(episode.details().started) << "  "
                << episode.details().title << ", " << visits << " visits\n";
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
    auto const outcome = mode == ImportMode::Rehearse
        ? (*desk)->read_now(
            [&](Records const& records, Context const& context) { return rehearse_import(records, context, *bytes); })
        : (*desk)->write_now(
            [&](Records& records, Context const& context) { return import_patients(records, context, *bytes, mode); });
    if (!outcome)
        return shell.refuse_with(outcome.error());
    return say_import(shell, *outcome, mode);
}

} // namespace

Exit say_import(Shell& shell, ImportOutcome const& outcome, ImportMode mode)
{
    Json json{{"created", outcome.created}, {"updated", outcome.updated}, {"skipped", outcome.skipped},
        {"problems", Json::array()}};
    for (ImportProblem const& problem : outcome.problems)
        json["problems"].push_back(problem.english());
    shell.answer(json, [&](std::ostream& out) {
        out << (mode == ImportMode::Rehearse ? "Would create " : "Created ") << outcome.created;
        if (outcome.updated > 0)
            out << (mode == ImportMode::Rehearse ? ", change " : ", changed ") << outcome.updated;
        out << ", skipped " << outcome.skipped << '\n';
        for (ImportProblem const& problem : outcome.problems)
            out << "  " << problem.english() << '\n';
    });
    return outcome.faults == 0 ? Exit::Ok : Exit::Refused;
}

void add_patient_commands(CLI::App& app, Shell& shell, Finish const& finish)
{
    struct Arguments {
        std::string search, id, file;
        int limit = 50;
        bool dry = false;
    };
    auto const given = std::make_shared<Arguments>();

    auto* const patient = app.add_subcommand("patient", "List and show patients");
    patient->require_subcommand(1);
    auto* const list_command = patient->add_subcommand("list", "Patients by name");
    list_command->add_option("--search", given->search, "Beginning of a name, birth date, phone or record number");
    list_command->add_option("--limit", given->limit, "At most so many")
        ->check(CLI::Range(1, 100000))
        ->capture_default_str();
    list_command->callback([&shell, finish, given] { finish(list(shell, given->search, given->limit)); });
    auto* const show_command = patient->add_subcommand("show", "One patient with the episodes of care");
    show_command->add_option("ID", given->id, "Id of the patient")->required();
    show_command->callback([&shell, finish, given] { finish(show(shell, given->id)); });

    auto* const import_command = app.add_subcommand("import", "Take over a clinic's own lists");
    import_command->require_subcommand(1);
    auto* const csv = import_command->add_subcommand(
        "csv", "Patients from a CSV file; columns of OpenEMR and Open Dental are recognized");
    csv->add_option("FILE", given->file, "The file")->required();
    csv->add_flag("--dry-run", given->dry, "Only say what would happen");
    csv->callback([&shell, finish, given] {
        finish(import(shell, given->file, given->dry ? ImportMode::Rehearse : ImportMode::Import));
    });
}

} // namespace plumbline::app::cli
