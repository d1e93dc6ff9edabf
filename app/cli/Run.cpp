// SPDX-License-Identifier: Apache-2.0
#include "app/cli/Shell.hpp"

#include "app/services/Context.hpp"
#include "domain/store/BrokenWorld.hpp"

#include <ostream>
#include <string_view>

namespace plumbline::app::cli {

namespace {

constexpr std::string_view exit_codes =
    "Exit codes: 0 ok, 1 failure, 2 usage, 3 not found, 4 locked or busy, 5 refused.";

struct Example {
    std::string_view command; ///< `patient list`; empty for the program.
    std::string_view line;
};

constexpr Example examples[]{
    {"", "plumbline-cli demo --patients 120"},
    {"", "plumbline-cli --user demo patient list --search lind"},
    {"", "plumbline-cli units --rule cms 97110=33 97140=7"},
    {"", "plumbline-cli --user demo report progress --patient ID --out report.pdf"},
    {"init", "plumbline-cli --clinic ~/harbor.plumbline init --name \"Harbor Street\" --owner dreyes"},
    {"demo", "plumbline-cli demo --patients 120 --seed 7"},
    {"patient", "plumbline-cli --user demo patient list --search lind"},
    {"patient", "plumbline-cli --user demo --json patient show ID"},
    {"patient list", "plumbline-cli --user demo patient list --search 1979-03"},
    {"patient show", "plumbline-cli --user demo --json patient show ID"},
    {"patient add", "plumbline-cli --user demo patient add --family Lind --given Mara --birth-date 1979-03-12"},
    {"patient add",
        "plumbline-cli --user demo patient add --family Lind --given Mara --birth-date 1979-03-12 --mobile '555 0142'"
        " --payer Medicare --precaution 'cardiac-pacemaker; since 2019'"},
    {"patient change", "plumbline-cli --user demo patient change ID --phone '555 0199' --if-version 3"},
    {"episode", "plumbline-cli --user demo episode list --patient ID"},
    {"episode start",
        "plumbline-cli --user demo episode start --patient ID --title 'Left-sided sciatica' --side left"
        " --onset 2026-10-02 --diagnosis M54.32"},
    {"episode list", "plumbline-cli --user demo --json episode list --patient ID"},
    {"diagnosis", "plumbline-cli diagnosis find sciat left"},
    {"diagnosis find", "plumbline-cli --json diagnosis find 'low back' --limit 5"},
    {"evaluation", "plumbline-cli --user demo evaluation list --episode ID"},
    {"evaluation record",
        "plumbline-cli --user demo evaluation record --episode ID --pain-now 6 --pain-worst 8 --motion "
        "flexion=40,painful"
        " extension=15 --odi '3 2 4 1 3 2 - 1 2 3' --history @history.txt --sign"},
    {"evaluation list", "plumbline-cli --user demo --json evaluation list --episode ID"},
    {"evaluation sign", "plumbline-cli --user demo evaluation sign ID"},
    {"plan", "plumbline-cli --user demo plan show --episode ID"},
    {"plan establish",
        "plumbline-cli --user demo plan establish --episode ID --intervention exercise ultrasound --frequency 2 "
        "--weeks 6"
        " --goal 'Sits 60 minutes by=2027-01-15 baseline=\"15 min\" target=\"60 min\"'"},
    {"plan show", "plumbline-cli --user demo --json plan show --episode ID"},
    {"plan sign", "plumbline-cli --user demo plan sign ID"},
    {"visit", "plumbline-cli --user demo visit list --episode ID"},
    {"visit chart",
        "plumbline-cli --user demo visit chart --episode ID --pain-now 4 --subjective @said.txt"
        " --row 'ultrasound minutes=8 ultrasound-frequency=1 ultrasound-intensity=1.2 code=97035' --sign"},
    {"visit chart",
        "plumbline-cli --user demo visit chart --episode ID --pain-now 3 --as-last-time --plan - <next.txt"},
    {"visit show", "plumbline-cli --user demo --json visit show ID"},
    {"visit list", "plumbline-cli --user demo --json visit list --episode ID"},
    {"visit sign", "plumbline-cli --user demo visit sign ID --if-version 2"},
    {"visit addendum", "plumbline-cli --user demo visit addendum ID --text @added.txt"},
    {"import", "plumbline-cli --user dreyes import csv patients.csv --dry-run"},
    {"import csv", "plumbline-cli --user dreyes import csv patients.csv --dry-run"},
    {"import csv", "plumbline-cli --user dreyes import csv patients.csv"},
    {"import codes", "plumbline-cli --user dreyes import codes fees.csv --dry-run"},
    {"codes", "plumbline-cli --user dreyes codes list"},
    {"codes list", "plumbline-cli --user dreyes --json codes list"},
    {"units", "plumbline-cli units --rule cms 97110=33 97140=7"},
    {"units", "plumbline-cli units --rule ama 97110=8 97140=8"},
    {"score", "plumbline-cli score odi 3 2 4 1 3 2 - 1 2 3"},
    {"score", "plumbline-cli score nprs 6"},
    {"check-treatment", "plumbline-cli check-treatment --condition cardiac-pacemaker --modality tens"},
    {"schedule", "plumbline-cli --user demo schedule list --from 2026-11-23 --to 2026-11-27"},
    {"schedule", "plumbline-cli --user demo schedule openings --minutes 45 --from 2026-11-23"},
    {"schedule list", "plumbline-cli --user demo --json schedule list --from 2026-11-23 --to 2026-11-23"},
    {"schedule book",
        "plumbline-cli --user demo schedule book --patient ID --clinician demo --start 2026-11-24T10:00"
        " --minutes 45"},
    {"schedule book",
        "plumbline-cli --user demo schedule book --patient ID --clinician demo --start 2026-11-24T10:00"
        " --minutes 45 --repeat 'FREQ=WEEKLY;BYDAY=TU,TH;COUNT=12'"},
    {"schedule move", "plumbline-cli --user demo schedule move ID --start 2026-11-24T11:00"},
    {"schedule cancel", "plumbline-cli --user demo schedule cancel ID --reason 'patient is ill'"},
    {"schedule openings", "plumbline-cli --user demo schedule openings --minutes 45 --from 2026-11-23 --days 10"},
    {"schedule hours", "plumbline-cli --user demo --json schedule hours"},
    {"schedule rooms", "plumbline-cli --user demo schedule rooms"},
    {"patient authorizations", "plumbline-cli --user demo patient authorizations ID"},
    {"report", "plumbline-cli --user demo report progress --patient ID --out report.pdf"},
    {"report progress", "plumbline-cli --user demo report progress --patient ID --date 2026-11-20 --out report.pdf"},
    {"report schedule", "plumbline-cli --user demo report schedule --date 2026-11-23 --out monday.pdf"},
    {"report schedule", "plumbline-cli --user demo report schedule --clinician dreyes --out mine.pdf"},
    {"report routing", "plumbline-cli --user demo report routing --appointment ID --out slip.pdf"},
    {"report coming", "plumbline-cli --user demo report coming --patient ID --out visits.pdf"},
    {"report reminders",
        "plumbline-cli --user demo report reminders --from 2026-11-24 --to 2026-11-25 --out slips.pdf"},
    {"export", "plumbline-cli --user demo export ical --patient ID --out visits.ics"},
    {"export ical", "plumbline-cli --user demo export ical --patient ID --out visits.ics"},
    {"export ical", "plumbline-cli --user demo export ical --clinician dreyes --names --out schedule.ics"},
    {"export reminders", "plumbline-cli --user demo export reminders --from 2026-11-24 --out reminders.csv"},
    {"check", "plumbline-cli --user dreyes --password-file key.txt check"},
    {"audit", "plumbline-cli --user dreyes audit verify"},
    {"audit verify", "plumbline-cli --user dreyes audit verify"},
    {"audit list", "plumbline-cli --user dreyes --json audit list --limit 20"},
    {"backup", "plumbline-cli --user dreyes --password-file key.txt backup /media/usb/harbor.backup"},
    {"restore", "plumbline-cli --user dreyes restore /media/usb/harbor.backup --to restored.plumbline"},
};

/// The command's examples and the exit codes under its help, and under that of all its parts.
void exemplify(CLI::App& command, std::string const& path)
{
    std::string footer = "Examples:\n";
    for (Example const& example : examples)
        if (example.command == path)
            footer.append("  ").append(example.line).append("\n");
    command.footer(footer.append("\n").append(exit_codes));
    for (CLI::App* const part : command.get_subcommands([](CLI::App const*) { return true; }))
        exemplify(*part, path.empty() ? part->get_name() : path + ' ' + part->get_name());
}

} // namespace

int run(int argc, char const* const* argv, Shell& shell)
{
    CLI::App app{"Plumbline, the practice suite of a physical-therapy clinic", "plumbline-cli"};
    app.set_version_flag("--version", std::string{program_version()});
    app.require_subcommand(1);
    app.fallthrough();
    app.add_option("--clinic", shell.clinic,
        "The clinic's file, or postgresql://... of a server; without it this computer's clinic, for user demo the "
        "demo");
    app.add_option("--user", shell.user, "Login name");
    app.add_option(
        "--password-file", shell.password_file, "File whose first line is the password; - reads standard input");
    app.add_flag("--json", shell.json, "Print one line of JSON instead of text");

    Exit outcome = Exit::Ok;
    Finish const finish = [&](Exit code) { outcome = code; };
    add_set_up_commands(app, shell, finish);
    add_patient_commands(app, shell, finish);
    add_code_commands(app, shell, finish);
    add_patient_form_commands(app, shell, finish);
    add_episode_commands(app, shell, finish);
    add_evaluation_commands(app, shell, finish);
    add_plan_commands(app, shell, finish);
    add_visit_commands(app, shell, finish);
    add_clinical_commands(app, shell, finish);
    add_schedule_commands(app, shell, finish);
    add_schedule_basis_commands(app, shell, finish);
    add_report_commands(app, shell, finish);
    add_export_commands(app, shell, finish);
    add_keeping_commands(app, shell, finish);
    exemplify(app, {});
    try {
        app.parse(argc, argv);
    } catch (CLI::Success const& success) {
        return app.exit(success, shell.out, shell.err);
    } catch (CLI::ParseError const& error) {
        app.exit(error, shell.out, shell.err);
        return static_cast<int>(Exit::Usage);
    } catch (BrokenWorld const& broken) {
        shell.err << "plumbline-cli: " << broken.message().english() << '\n';
        return static_cast<int>(Exit::Failure);
    }
    return static_cast<int>(outcome);
}

} // namespace plumbline::app::cli
