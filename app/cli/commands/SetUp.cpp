// SPDX-License-Identifier: Apache-2.0
#include "app/cli/Shell.hpp"

#include "app/services/Administration.hpp"
#include "app/services/DemoClinic.hpp"
#include "domain/store/ShownAddress.hpp"

#include <ostream>

namespace plumbline::app::cli {

namespace {

Exit init(Shell& shell, NewClinic clinic)
{
    auto password = shell.password("Password for " + clinic.owner.login + ": ", true);
    if (!password)
        return shell.refuse_with(password.error());
    if (auto const acceptable = acceptable_password(*password, clinic.owner.login); !acceptable)
        return shell.refuse_with(acceptable.error());
    clinic.password = std::move(*password);
    auto const code = shell.door.create(shell.address(), clinic);
    if (!code)
        return shell.refuse_with(code.error());
    std::string const address = shown(shell.address());
    shell.answer({{"clinic", address}, {"recovery_code", *code}}, [&](std::ostream& out) {
        out << "Made the clinic " << address << "\nRecovery code: " << *code
            << "\nWrite it down and lock it away. It is the only way in when the password is lost, and it is shown "
               "only now.\n";
    });
    return Exit::Ok;
}

Exit demo(Shell& shell, int patients, std::uint64_t seed)
{
    ClinicAddress const address{shell.clinic.empty() ? demo_clinic_path() : shell.clinic};
    int told = 0;
    auto const counts = make_demo_clinic(shell.door, address, shell.clock, shell.ids, patients, seed, [&](int done) {
        if (done - told < patients / 20 && done != patients)
            return;
        told = done;
        shell.err << done << " of " << patients << " patients\n";
    });
    if (!counts)
        return shell.refuse_with(counts.error());
    shell.answer({{"patients", counts->patients}, {"visits", counts->visits}, {"appointments", counts->appointments}},
        [&](std::ostream& out) {
            out << "Made the demo clinic " << shown(address) << ": " << counts->patients << " patients, "
                << counts->visits << " visits, " << counts->appointments
                << " appointments. User demo, password demo.\n";
        });
    return Exit::Ok;
}

} // namespace

void add_set_up_commands(CLI::App& app, Shell& shell, Finish const& finish)
{
    struct Arguments {
        NewClinic clinic;
        int patients = 120;
        std::uint64_t seed = 1;
    };
    auto const given = std::make_shared<Arguments>();
    given->clinic.owner.role = Role::Owner;

    auto* const init_command = app.add_subcommand("init", "Make a clinic; prints the recovery code once");
    init_command->add_option("--name", given->clinic.name, "Name of the clinic, printed on every page")->required();
    init_command->add_option("--owner", given->clinic.owner.login, "Login name of the owner")->required();
    init_command->add_option(
        "--full-name", given->clinic.owner.full_name, "Full name of the owner; the login when left out");
    init_command->add_option(
        "--credentials", given->clinic.owner.credentials, "Credentials that print after the name, such as PT, DPT");
    init_command->add_option("--address", given->clinic.address, "Address line of the clinic");
    init_command->add_option("--phone", given->clinic.phone, "Telephone of the clinic");
    init_command->add_option("--npi", given->clinic.npi, "National provider identifier of the clinic");
    init_command->add_option(
        "--zone", given->clinic.zone, "IANA time zone, such as America/New_York; the computer's when left out");
    init_command->callback([&shell, finish, given] {
        if (given->clinic.owner.full_name.empty())
            given->clinic.owner.full_name = given->clinic.owner.login;
        finish(init(shell, given->clinic));
    });

    auto* const demo_command = app.add_subcommand("demo", "Make a demo clinic: user demo, password demo");
    demo_command->add_option("--patients", given->patients, "How many patients")->capture_default_str();
    demo_command->add_option("--seed", given->seed, "Same seed, same clinic")->capture_default_str();
    demo_command->callback([&shell, finish, given] { finish(demo(shell, given->patients, given->seed)); });
}

} // namespace plumbline::app::cli
