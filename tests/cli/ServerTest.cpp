// SPDX-License-Identifier: Apache-2.0
// The same commands over a clinic on a server.
#include "tests/persistence/Server.hpp"
#include "tests/cli/Running.hpp"
#include "tests/support/Golden.hpp"
#include "tests/support/Needs.hpp"

#include <boost/test/unit_test.hpp>

#include <stdlib.h>

using namespace plumbline::testing;

namespace {

/// An owner and an empty database; the workstation keeps what it notes of it in a folder of its own.
struct OnServer {
    TemporaryFolder folder;
    EmptyServer server;

    OnServer()
    {
        static_cast<void>(folder.write("password", std::string{OwnClinic::password} + '\n'));
        ::setenv("XDG_STATE_HOME", (folder / "state").c_str(), 1);
    }
    ~OnServer() { ::unsetenv("XDG_STATE_HOME"); }
    [[nodiscard]] std::string at(EmptyServer const& place) const
    {
        return "--json --clinic '" + place.address().text + "' --password-file '" + (folder / "password").string()
            + "' ";
    }
    [[nodiscard]] Run init() const
    {
        return plumbline_cli(at(server) + "init --name 'Harbor Street' --owner olga --full-name 'Olga Harbor'");
    }
    [[nodiscard]] Run ask(std::string const& request) const { return ask_at(server, request); }
    [[nodiscard]] Run ask_at(EmptyServer const& place, std::string const& request) const
    {
        return plumbline_cli(at(place) + "--user olga " + request);
    }
};

/// The server's own password, out of `postgresql://user:password@...`.
std::string server_password()
{
    std::string const address = postgres_address().value();
    auto const end = address.rfind('@');
    auto const begin = address.find(':', std::string_view{"postgresql://"}.size());
    return begin < end ? address.substr(begin, end - begin) + '@' : std::string{};
}

} // namespace

BOOST_FIXTURE_TEST_SUITE(a_server_clinic_on_the_command_line, OnServer, *boost::unit_test::precondition(needs_postgres))

BOOST_AUTO_TEST_CASE(it_is_made_filled_checked_and_audited)
{
    BOOST_TEST(ask("patient list").code == 3);
    auto const made = init();
    BOOST_TEST_REQUIRE(made.code == 0, made.err);
    BOOST_TEST(keys(made.out) == "clinic recovery_code");
    BOOST_TEST(init().code == 5, "a clinic went over another");

    BOOST_TEST(ask("import csv '" + data_file("import/plain.csv").string() + "'").json()["created"].get<int>() == 2);
    auto const found = ask("patient list --search mey");
    BOOST_TEST_REQUIRE(found.json().size() == 1U);
    BOOST_TEST(found.json().front()["name"].get<std::string>() == "Meyer, Lena");
    auto const check = ask("check");
    BOOST_TEST(check.code == 0, check.out);
    auto const audit = ask("audit verify");
    BOOST_TEST(audit.code == 0, audit.out);
    BOOST_TEST(audit.json()["entries"].get<int>() > 3);
    BOOST_TEST(ask("audit list --limit 2").json().front()["login"].get<std::string>() == "olga");
}

BOOST_AUTO_TEST_CASE(its_backup_comes_back_on_an_empty_server)
{
    BOOST_TEST_REQUIRE(init().code == 0);
    BOOST_TEST_REQUIRE(ask("import csv '" + data_file("import/plain.csv").string() + "'").code == 0);
    std::string const before = ask("patient list").out;
    auto const backup = ask("backup '" + (folder / "copy.backup").string() + "'");
    BOOST_TEST_REQUIRE(backup.code == 0, backup.err);
    BOOST_TEST(backup.json()["verified"].get<bool>());

    EmptyServer const other;
    auto const restored = plumbline_cli("--json --user olga --password-file '" + (folder / "password").string()
        + "' restore '" + (folder / "copy.backup").string() + "' --to '" + other.address().text + "'");
    BOOST_TEST_REQUIRE(restored.code == 0, restored.err);
    BOOST_TEST(ask_at(other, "patient list").out == before);
    BOOST_TEST(ask_at(other, "check").code == 0);
}

BOOST_AUTO_TEST_CASE(a_wrong_password_and_a_server_that_is_gone_are_said_and_no_server_password_is)
{
    BOOST_TEST_REQUIRE(init().code == 0);
    auto const wrong =
        plumbline_cli("--clinic '" + server.address().text + "' --user olga --password-file /dev/null patient list");
    BOOST_TEST(wrong.code == 5);
    BOOST_TEST(wrong.err.find("Wrong name or password") != std::string::npos, wrong.err);
    EmptyServer const empty;
    auto const nobody = ask_at(empty, "patient list");
    BOOST_TEST(nobody.code == 3);
    auto const again = init();
    for (Run const& run : {wrong, nobody, again, ask("audit list")}) {
        BOOST_TEST_REQUIRE(!server_password().empty());
        BOOST_TEST(run.out.find(server_password()) == std::string::npos, run.out);
        BOOST_TEST(run.err.find(server_password()) == std::string::npos, run.err);
    }
}

BOOST_AUTO_TEST_SUITE_END()
