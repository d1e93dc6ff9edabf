// SPDX-License-Identifier: Apache-2.0
#include "app/cli/Shell.hpp"

#include "app/services/Paper.hpp"
#include "app/services/Reporting.hpp"

#include <ostream>

namespace plumbline::app::cli {

namespace {

struct ReportRequest {
    std::string patient, episode, date, file;
};

Exit progress(Shell& shell, ReportRequest const& request)
{
    auto const patient = id_from<PatientId>(request.patient, "--patient");
    if (!patient)
        return shell.refuse_with(patient.error());
    std::optional<EpisodeId> episode;
    if (!request.episode.empty()) {
        auto const id = id_from<EpisodeId>(request.episode, "--episode");
        if (!id)
            return shell.refuse_with(id.error());
        episode = *id;
    }
    auto const desk = shell.desk();
    if (!desk)
        return shell.refuse_with(desk.error());
    Date as_of = shell.clock.today();
    if (!request.date.empty()) {
        auto const date = parse_date(request.date, "--date");
        if (!date)
            return shell.refuse_with(date.error());
        as_of = *date;
    }
    auto const made = (*desk)->write_now([&](Records& records, Context const& context) {
        return produce_progress_report(records, context, context.make<DocumentId>(), *patient, episode, as_of);
    });
    if (!made)
        return shell.refuse_with(made.error());
    if (auto const written = write_file(request.file, made->pdf); !written)
        return shell.refuse_with(written.error());
    shell.answer(
        {{"file", request.file}, {"pages", made->about.pages}, {"sha256", made->about.sha256}}, [&](std::ostream& out) {
            out << request.file << ", " << made->about.pages << (made->about.pages == 1 ? " page, " : " pages, ")
                << made->about.sha256 << '\n';
        });
    return Exit::Ok;
}

} // namespace

void add_report_commands(CLI::App& app, Shell& shell, Finish const& finish)
{
    auto const given = std::make_shared<ReportRequest>();
    auto* const report = app.add_subcommand("report", "Produce a document");
    report->require_subcommand(1);
    auto* const command = report->add_subcommand("progress", "Progress report of an episode");
    command->add_option("--patient", given->patient, "Id of the patient")->required();
    command->add_option("--episode", given->episode, "Id of the episode; the newest open one when left out");
    command->add_option("--date", given->date, "As of this day, YYYY-MM-DD; today when left out");
    command->add_option("--out", given->file, "Where the PDF goes")->required();
    command->callback([&shell, finish, given] { finish(progress(shell, *given)); });
    add_schedule_papers(*report, shell, finish);
}

} // namespace plumbline::app::cli
