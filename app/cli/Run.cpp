// SPDX-License-Identifier: Apache-2.0
#include "app/cli/Shell.hpp"

#include "app/services/Context.hpp"
#include "domain/store/BrokenWorld.hpp"

#include <ostream>

namespace plumbline::app::cli {

namespace {

constexpr auto examples = R"(Examples:
  plumbline-cli demo --patients 120
  plumbline-cli --clinic ~/clinic.plumbline init --name "Harbor Street" --owner dreyes
  plumbline-cli --user dreyes --password-file key.txt patient list --search linq
  plumbline-cli units --rule cms 97110=33 97140=7
  plumbline-cli score odi 3 2 4 1 3 2 - 1 2 3
  plumbline-cli --user dreyes report progress --patient ID --out report.pdf

Exit codes: 0 ok, 1 failure, 2 usage, 3 not found, 4 locked or busy, 5 refused.)";

} // namespace

int run(int argc, char const* const* argv, Shell& shell)
{
    CLI::App app{"Plumbline, the practice suite of a physical-therapy clinic", "plumbline-cli"};
    app.footer(examples);
    app.set_version_flag("--version", std::string{program_version()});
    app.require_subcommand(1);
    app.fallthrough();
    app.add_option("--clinic", shell.clinic, "The clinic's file, or postgresql://... of a server");
    app.add_option("--user", shell.user, "Login name");
    app.add_option(
        "--password-file", shell.password_file, "File whose first line is the password; - reads standard input");
    app.add_flag("--json", shell.json, "Print one line of JSON instead of text");

    Exit outcome = Exit::Ok;
    Finish const finish = [&](Exit code) { outcome = code; };
    add_set_up_commands(app, shell, finish);
    add_patient_commands(app, shell, finish);
    add_clinical_commands(app, shell, finish);
    add_report_commands(app, shell, finish);
    add_keeping_commands(app, shell, finish);
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
