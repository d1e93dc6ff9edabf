// SPDX-License-Identifier: Apache-2.0
#include "tests/cli/Running.hpp"
#include "tests/support/Golden.hpp"

#include <boost/test/unit_test.hpp>

#include <cstdlib>
#include <regex>
#include <set>
#include <sstream>
#include <vector>

using namespace plumbline::testing;

namespace {

using Words = std::set<std::string>;

std::string const linux_folder = std::string{PLUMBLINE_SOURCE_ROOT} + "/installer/linux/";

Words all_matches(std::string const& text, std::regex const& pattern)
{
    Words found;
    for (std::sregex_iterator match{text.begin(), text.end(), pattern}, end; match != end; ++match)
        found.insert((*match)[1]);
    return found;
}

/// What a command says of itself.
struct Command {
    std::string path; ///< `patient list`
    Words parts, options;
};

std::string between(std::string const& text, std::string const& from, std::string const& to)
{
    auto const begin = text.find(from);
    return begin == std::string::npos ? std::string{} : text.substr(begin, text.find(to, begin + 1) - begin);
}

/// The command and all below it, as their own help lists them.
void collect(std::string const& path, std::vector<Command>& all)
{
    auto const help = plumbline_cli(path + " --help");
    BOOST_TEST_REQUIRE(help.code == 0, path);
    Command command{path, all_matches(between(help.out, "\nSubcommands:", "\n\n"), std::regex{"\n  ([a-z-]+)"}),
        all_matches(between(help.out, "\nOptions:", "\n\n"), std::regex{"\n  (?:-h,)?--([a-z-]+)"})};
    all.push_back(command);
    for (auto const& part : command.parts)
        collect(path.empty() ? part : path + ' ' + part, all);
}

std::vector<Command> commands()
{
    std::vector<Command> all;
    collect("", all);
    return all;
}

/// What a person is offered who presses Tab behind these words.
Words offered(std::string const& path)
{
    TemporaryFolder const folder;
    std::string const script = "compopt() { :; }; . '" + linux_folder
        + "plumbline-cli.bash'; COMP_WORDS=(plumbline-cli " + path
        + " -); [ -z \"$1\" ] || COMP_WORDS[-1]=; COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _plumbline_cli; "
        + "printf '%s\\n' \"${COMPREPLY[@]}\"";
    Words all;
    for (auto const* const mode : {"", "parts"}) {
        auto const words = folder / "words";
        std::string const run = "bash -c '" + std::regex_replace(script, std::regex{"'"}, "'\\''") + "' bash " + "'"
            + mode + "' >'" + words.string() + "'";
        BOOST_TEST_REQUIRE(std::system(run.c_str()) == 0); // NOLINT(concurrency-mt-unsafe): one thread.
        std::istringstream lines{read_file(words)};
        for (std::string line; std::getline(lines, line);)
            if (!line.empty())
                all.insert(line);
    }
    return all;
}

std::string plain(std::string text)
{
    return std::regex_replace(text, std::regex{R"(\\-)"}, "-");
}

/// The man page's part about a command; its head for the program itself.
std::string described(std::string const& man, std::string const& path)
{
    return path.empty() ? between(man, ".SH OPTIONS", ".SH COMMANDS") : between(man, ".SS " + path + "\n", "\n.S");
}

std::string listed(Words const& words)
{
    std::string all;
    for (auto const& word : words)
        all += word + ' ';
    return all;
}

} // namespace

BOOST_AUTO_TEST_SUITE(what_is_written_about_the_command_line)

BOOST_AUTO_TEST_CASE(every_command_shows_an_example_of_itself)
{
    for (Command const& command : commands()) {
        auto const help = plumbline_cli(command.path + " --help").out;
        auto const examples = help.substr(std::min(help.find("\nExamples:"), help.size()));
        BOOST_TEST(examples.find(command.path) != std::string::npos, command.path);
        BOOST_TEST(examples.find("plumbline-cli ") != std::string::npos, command.path);
    }
}

BOOST_AUTO_TEST_CASE(the_manual_names_each_command_with_its_options_and_no_other)
{
    auto const man = plain(read_file(linux_folder + "plumbline-cli.1"));
    Words known;
    for (Command const& command : commands()) {
        if (!command.parts.empty() && !command.path.empty())
            continue; // Its parts are described.
        known.insert(command.path);
        auto options = all_matches(described(man, command.path), std::regex{R"re(\n\.BI? "?--([a-z-]+))re"});
        auto expected = command.options;
        if (!command.path.empty())
            expected.erase("help");
        BOOST_TEST(listed(options) == listed(expected), command.path);
    }
    for (auto const& section : all_matches(man, std::regex{"\n\\.SS ([a-z -]+)"}))
        BOOST_TEST(known.contains(section), section);
}

BOOST_AUTO_TEST_CASE(bash_offers_each_command_with_its_options_and_no_other)
{
    for (Command const& command : commands()) {
        Words expected = command.parts;
        for (auto const& option : command.options)
            expected.insert("--" + option);
        auto words = offered(command.path);
        std::erase_if(words, [](std::string const& word) { return word.find('.') != std::string::npos; }); // Files.
        Words dashed;
        for (auto const& word : words)
            if (word.starts_with("--") || command.parts.contains(word))
                dashed.insert(word);
        BOOST_TEST(listed(dashed) == listed(expected), command.path);
    }
}

BOOST_AUTO_TEST_SUITE_END()
