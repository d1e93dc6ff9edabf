// SPDX-License-Identifier: Apache-2.0
// What breaks in the world, as a person at the command line is told of it.
#include "tests/cli/Running.hpp"
#include "tests/support/Golden.hpp"

#include <boost/test/unit_test.hpp>

#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>

using namespace plumbline::testing;

namespace {

namespace fs = std::filesystem;

/// A clinic with somebody in it, and its files as they were.
struct Practice : OwnClinic {
    Practice()
    {
        BOOST_TEST_REQUIRE(made().code == 0, made().err);
        BOOST_TEST_REQUIRE(ask("import csv '" + data_file("import/plain.csv").string() + "'").code == 0);
        before = files();
    }
    [[nodiscard]] std::map<std::string, std::string> files() const
    {
        std::map<std::string, std::string> all;
        for (auto const& entry : fs::directory_iterator{fs::path{path("")}})
            if (entry.is_regular_file())
                all[entry.path().filename().string()] = read_file(entry.path());
        return all;
    }
    void put_back(std::string const& name) const { overwrite(name, before.at(name)); }
    void overwrite(std::string const& name, std::string const& bytes) const
    {
        std::ofstream{path(name), std::ios::binary | std::ios::trunc} << bytes;
    }
    /// Refused, in words, with nothing on standard output.
    void expect_refused(std::string const& request, std::string const& word) const
    {
        auto const run = ask(request);
        BOOST_TEST(run.code == 5, request << " ended with " << run.code);
        BOOST_TEST(run.out.empty());
        BOOST_TEST(run.err.find(word) != std::string::npos, run.err);
        BOOST_TEST(run.err.find("Meyer") == std::string::npos);
    }
    std::map<std::string, std::string> before;
    static constexpr char const* clinic = "own.plumbline";
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(damage_on_the_command_line, Practice)

BOOST_AUTO_TEST_CASE(a_flipped_byte_is_found_wherever_it_is)
{
    auto const& whole = before.at(clinic);
    int at_the_door = 0, by_check = 0;
    for (std::size_t const at : {std::size_t{5}, std::size_t{4096 + 100}, whole.size() / 2, whole.size() - 7}) {
        auto flipped = whole;
        flipped[at] = static_cast<char>(flipped[at] ^ 1);
        overwrite(clinic, flipped);
        auto const run = ask("check");
        BOOST_TEST((run.code == 5 || run.code == 1), "flipped at " << at << ": " << run.code << run.out);
        at_the_door += run.code == 5;
        by_check += run.code == 1;
        BOOST_TEST(run.out.find("\"ok\":true") == std::string::npos);
        if (run.out.empty())
            BOOST_TEST(run.err.find("damaged") != std::string::npos, run.err);
        for (auto const& [name, bytes] : before)
            put_back(name);
    }
    BOOST_TEST(at_the_door + by_check == 4);
    BOOST_TEST(ask("check").code == 0);
}

BOOST_AUTO_TEST_CASE(a_file_cut_short_is_refused_and_not_made_worse)
{
    auto const& whole = before.at(clinic);
    for (std::size_t const rest : {std::size_t{0}, std::size_t{4096}, whole.size() / 2}) {
        overwrite(clinic, whole.substr(0, rest));
        auto const run = ask("check");
        BOOST_TEST((run.code == 5 || run.code == 1), "cut at " << rest << ": " << run.code << run.out);
        BOOST_TEST(run.out.find("\"ok\":true") == std::string::npos);
        BOOST_TEST(run.err.find("damaged") != std::string::npos, run.err);
        for (auto const& [name, bytes] : before)
            put_back(name);
    }
    BOOST_TEST(ask("check").code == 0);
}

BOOST_AUTO_TEST_CASE(a_file_that_is_no_clinic_is_refused_and_left_alone)
{
    std::string const letter(20000, 'x');
    overwrite(clinic, letter);
    expect_refused("patient list", "clinic");
    BOOST_TEST((read_file(path(clinic)) == letter));
}

BOOST_AUTO_TEST_CASE(without_its_keys_a_clinic_says_which_file_is_missing)
{
    fs::remove(path("own.plumbline.keys"));
    expect_refused("patient list", "own.plumbline.keys");
    put_back("own.plumbline.keys");
    BOOST_TEST(ask("check").code == 0);
}

BOOST_AUTO_TEST_CASE(a_wrong_password_changes_nothing_in_the_clinic)
{
    auto const wrong =
        plumbline_cli("--clinic '" + path(clinic) + "' --user olga --password-file /dev/null patient list");
    BOOST_TEST(wrong.code == 5);
    BOOST_TEST(wrong.err.find("Wrong name or password") != std::string::npos, wrong.err);
    for (auto const* const name : {clinic, "own.plumbline.keys"})
        BOOST_TEST((read_file(path(name)) == before.at(name)), name);
}

BOOST_AUTO_TEST_CASE(a_folder_that_cannot_be_written_is_said_to_be_one)
{
    fs::path const home{path("")};
    // Root may write anywhere, so root asks as nobody, who needs a program of its own to run.
    TemporaryFolder const bin;
    std::string program = std::string{"'"} + PLUMBLINE_CLI + "' ";
    if (::geteuid() == 0) {
        fs::permissions(bin.path(), fs::perms::others_exec, fs::perm_options::add);
        fs::copy_file(PLUMBLINE_CLI, bin / "plumbline-cli");
        program = "setpriv --reuid=65534 --regid=65534 --clear-groups '" + (bin / "plumbline-cli").string() + "' ";
        for (auto const& entry : fs::directory_iterator{home})
            fs::permissions(entry.path(), fs::perms::others_read, fs::perm_options::add);
    }
    fs::permissions(
        home, fs::perms::owner_read | fs::perms::owner_exec | fs::perms::others_read | fs::perms::others_exec);
    std::string const command = program + as_owner() + "patient list </dev/null 2>&1";
    std::FILE* const pipe = ::popen(command.c_str(), "r");
    BOOST_TEST_REQUIRE(pipe != nullptr);
    std::string said(4000, '\0');
    said.resize(std::fread(said.data(), 1, said.size(), pipe));
    int const status = ::pclose(pipe);
    fs::permissions(home, fs::perms::owner_all);
    BOOST_TEST(WEXITSTATUS(status) == 5, said);
    BOOST_TEST(said.find("cannot be written") != std::string::npos, said);
    BOOST_TEST(ask("check").code == 0);
}

BOOST_AUTO_TEST_CASE(no_patient_can_be_read_in_anything_the_program_leaves_behind)
{
    // Everything a program could leave something in is one folder here.
    TemporaryFolder const world;
    for (auto const* const place : {"tmp", "home", "state", "data", "cache", "config"})
        fs::create_directory(world / place);
    std::string const in_it = "env TMPDIR='" + (world / "tmp").string() + "' HOME='" + (world / "home").string()
        + "' XDG_STATE_HOME='" + (world / "state").string() + "' XDG_DATA_HOME='" + (world / "data").string()
        + "' XDG_CACHE_HOME='" + (world / "cache").string() + "' XDG_CONFIG_HOME='" + (world / "config").string()
        + "' ";
    auto const run = [&](std::string const& request) {
        std::string const command = in_it + "'" + PLUMBLINE_CLI + "' " + as_owner() + request
            + " </dev/null >/dev/null 2>'" + (world / "words").string() + "'";
        return std::system(command.c_str()); // NOLINT(concurrency-mt-unsafe): one thread.
    };
    BOOST_TEST(run("patient list --search mey") == 0);
    BOOST_TEST(run("backup '" + (world / "practice.backup").string() + "'") == 0);
    BOOST_TEST(
        run("restore '" + (world / "practice.backup").string() + "' --to '" + (world / "second").string() + "'") == 0);
    BOOST_TEST(run("check") == 0);
    BOOST_TEST(run("audit list") == 0);
    BOOST_TEST(run("patient show 5") != 0);
    int looked_at = 0;
    for (fs::path const& root : {world.path(), fs::path{path("")}})
        for (auto const& entry : fs::recursive_directory_iterator{root})
            if (entry.is_regular_file()) {
                ++looked_at;
                auto const bytes = read_file(entry.path());
                for (auto const* const canary : {"Meyer", "meyer", "MEYER", "1969-07-07"})
                    BOOST_TEST(bytes.find(canary) == std::string::npos, entry.path() << " holds " << canary);
                if (entry.path().filename() != "password")
                    BOOST_TEST(bytes.find(password) == std::string::npos, entry.path() << " holds a password");
            }
    BOOST_TEST(looked_at >= 7);
}

BOOST_AUTO_TEST_SUITE_END()
