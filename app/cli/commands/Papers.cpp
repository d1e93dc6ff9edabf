// SPDX-License-Identifier: Apache-2.0
#include "app/cli/Shell.hpp"

#include "app/services/Paper.hpp"
#include "app/services/SchedulePrints.hpp"

#include <ostream>

namespace plumbline::app::cli {

namespace {

struct PaperRequest {
    std::string date, from, to, clinician, patient, appointment, file;
};

Result<SchedulePrintWish> wish_of(Shell& shell, Desk& desk, SchedulePaper paper, PaperRequest const& request)
{
    SchedulePrintWish wish{.paper = paper, .from = shell.clock.today(), .to = {}};
    for (auto const& [text, option, target] : {std::tuple{&request.date, "--date", &wish.from},
             std::tuple{&request.from, "--from", &wish.from}, std::tuple{&request.to, "--to", &wish.to}})
        if (!text->empty()) {
            auto const day = parse_date(*text, option);
            if (!day)
                return refuse(day.error());
            *target = *day;
        }
    if (request.to.empty())
        wish.to = wish.from;
    if (!request.clinician.empty()) {
        auto const clinician = clinician_from(desk, request.clinician);
        if (!clinician)
            return refuse(clinician.error());
        wish.clinicians = {*clinician};
    }
    if (!request.patient.empty()) {
        auto const id = id_from<PatientId>(request.patient, "--patient");
        if (!id)
            return refuse(id.error());
        wish.patient = *id;
    }
    if (!request.appointment.empty()) {
        auto const id = id_from<AppointmentId>(request.appointment, "--appointment");
        if (!id)
            return refuse(id.error());
        wish.appointment = *id;
    }
    return wish;
}

Exit make(Shell& shell, SchedulePaper paper, PaperRequest const& request)
{
    auto const desk = shell.desk();
    if (!desk)
        return shell.refuse_with(desk.error());
    auto const wish = wish_of(shell, **desk, paper, request);
    if (!wish)
        return shell.refuse_with(wish.error());
    auto const made = (*desk)->write_now([&](Records& records, Context const& context) {
        return produce_schedule_paper(records, context, *wish, AuditEvent::Export);
    });
    if (!made)
        return shell.refuse_with(made.error());
    if (auto const written = write_file(request.file, made->pdf); !written)
        return shell.refuse_with(written.error());
    shell.answer({{"file", request.file}, {"pages", made->pages}, {"sha256", made->sha256}}, [&](std::ostream& out) {
        out << request.file << ", " << made->pages << (made->pages == 1 ? " page, " : " pages, ") << made->sha256
            << '\n';
    });
    return Exit::Ok;
}

} // namespace

void add_schedule_papers(CLI::App& report, Shell& shell, Finish const& finish)
{
    auto const given = std::make_shared<PaperRequest>();
    auto const add = [&](std::string name, std::string help, SchedulePaper paper) {
        auto* const command = report.add_subcommand(std::move(name), std::move(help));
        command->callback([&shell, finish, given, paper] { finish(make(shell, paper, *given)); });
        return command;
    };
    auto const out = [&](CLI::App* command) {
        command->add_option("--out", given->file, "Where the PDF goes")->required();
    };

    auto* const sheet = add("schedule", "Day sheet, each clinician on pages of their own", SchedulePaper::DaySheet);
    sheet->add_option("--date", given->date, "Of this day, YYYY-MM-DD; today when left out");
    sheet->add_option("--clinician", given->clinician, "Login or id; the whole clinic when left out");
    out(sheet);
    auto* const slip = add("routing", "Slip that goes with a patient through one visit", SchedulePaper::RoutingSlip);
    slip->add_option("--appointment", given->appointment, "Id of the appointment")->required();
    out(slip);
    auto* const coming = add("coming", "A patient's coming visits, in large print", SchedulePaper::ComingVisits);
    coming->add_option("--patient", given->patient, "Id of the patient")->required();
    out(coming);
    auto* const slips = add("reminders", "Reminder slips, several to a page", SchedulePaper::ReminderSlips);
    slips->add_option("--from", given->from, "First day, YYYY-MM-DD; today when left out");
    slips->add_option("--to", given->to, "Last day; the first one when left out");
    slips->add_option("--clinician", given->clinician, "Login or id; the whole clinic when left out");
    out(slips);
}

} // namespace plumbline::app::cli
