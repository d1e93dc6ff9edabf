// SPDX-License-Identifier: Apache-2.0
#include "tests/cli/Running.hpp"

#include <sys/wait.h>

#include <cstdlib>

namespace plumbline::testing {

Run plumbline_cli(std::string const& arguments)
{
    TemporaryFolder const folder;
    std::string const input = arguments.find('<') == std::string::npos ? " </dev/null" : "";
    std::string const command = std::string{"'"} + PLUMBLINE_CLI + "' " + arguments + input + " >'"
        + (folder / "out").string() + "' 2>'" + (folder / "err").string() + "'";
    int const status = std::system(command.c_str()); // NOLINT(concurrency-mt-unsafe): one thread.
    return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, read_file(folder / "out"), read_file(folder / "err")};
}

OwnClinic::OwnClinic()
{
    static_cast<void>(folder_.write("password", std::string{password} + '\n'));
    made_ = plumbline_cli("--json --clinic '" + path("own.plumbline") + "' --password-file '" + path("password")
        + "' init --name 'Harbor Street' --owner olga --full-name 'Olga Harbor' --credentials PT");
}

std::string OwnClinic::as_owner() const
{
    return "--clinic '" + path("own.plumbline") + "' --user olga --password-file '" + path("password") + "' ";
}

Run OwnClinic::ask(std::string const& arguments) const
{
    return plumbline_cli("--json " + as_owner() + arguments);
}

DemoClinic::DemoClinic(std::string const& seed)
    : made_{plumbline_cli("--json --clinic '" + path("demo.plumbline") + "' demo --patients 6 --seed " + seed)}
{
}

Run DemoClinic::ask(std::string const& arguments) const
{
    return plumbline_cli("--json --clinic '" + path("demo.plumbline") + "' --user demo " + arguments);
}

std::string words_of(std::string const& pdf, std::string const& into)
{
    std::string const command = "pdftotext '" + pdf + "' '" + into + "'";
    return std::system(command.c_str()) == 0 ? read_file(into) : std::string{}; // NOLINT(concurrency-mt-unsafe)
}

std::string keys(std::string const& text)
{
    std::string all;
    auto const object = nlohmann::ordered_json::parse(text);
    for (auto const& [key, value] : object.items())
        all += (all.empty() ? "" : " ") + key;
    return all;
}

} // namespace plumbline::testing
