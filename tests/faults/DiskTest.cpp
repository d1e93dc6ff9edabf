// SPDX-License-Identifier: Apache-2.0
// Disks that are full or may only be read, under the driver and under the product's own command line.
#include "tests/cli/Running.hpp"
#include "tests/faults/Drill.hpp"
#include "tests/faults/Mounts.hpp"
#include "tests/support/Golden.hpp"
#include "tests/support/TemporaryFolder.hpp"

#include <boost/test/unit_test.hpp>

#include <sys/statvfs.h>

#include <iostream>
#include <map>

using namespace plumbline::faults;
using namespace plumbline::testing;

namespace {

namespace fs = std::filesystem;

constexpr std::size_t plenty = 16384;
constexpr std::size_t kibibyte = 1024;

/// A clinic on a disk of its own, and the command line of its owner.
struct OnSmallDisk {
    TemporaryFolder folder;
    FolderElsewhere elsewhere{folder.path()};
    SmallDisk disk{folder.path(), plenty};
    fs::path home = disk.path() / "practice";
    std::string clinic = (home / "clinic").string();
    fs::path ledger = elsewhere / "ledger";

    OnSmallDisk()
    {
        fs::create_directory(home);
        static_cast<void>(drive({"make", clinic}));
        static_cast<void>(folder.write("password", "correct horse battery\n"));
    }
    /// Leaves so many KiB beyond what is used now.
    void leave(std::size_t room) const
    {
        struct statvfs found { };
        BOOST_REQUIRE(::statvfs(disk.path().c_str(), &found) == 0);
        disk.resize((found.f_blocks - found.f_bfree) * found.f_frsize / kibibyte + room);
    }
    [[nodiscard]] Run ask(std::string const& arguments) const
    {
        return plumbline_cli("--json --clinic '" + clinic + "' --user dana --password-file '"
            + (folder / "password").string() + "' " + arguments);
    }
    [[nodiscard]] std::map<std::string, std::string> files() const
    {
        std::map<std::string, std::string> all;
        for (auto const& entry : fs::directory_iterator{home})
            all[entry.path().filename().string()] = read_file(entry.path());
        return all;
    }
};

/// The clinic's files back as they were.
void put_back(fs::path const& copy, fs::path const& home)
{
    fs::remove_all(home);
    fs::copy(copy, home, fs::copy_options::recursive);
}

} // namespace

BOOST_AUTO_TEST_SUITE(disks, *boost::unit_test::precondition(needs_mounts))

BOOST_FIXTURE_TEST_CASE(a_disk_that_fills_up_at_any_size_loses_nothing_and_saves_again_once_there_is_room, OnSmallDisk)
{
    constexpr std::size_t step = 20;
    int const sizes = count_from("PLUMBLINE_FULL_DISKS", 40);
    fs::copy(home, folder / "fresh", fs::copy_options::recursive);
    Tally tally;
    int at_the_door = 0, at_work = 0;
    for (int size = 0; size < sizes; ++size) {
        disk.resize(plenty);
        put_back(folder / "fresh", home);
        fs::remove(ledger);
        leave(static_cast<std::size_t>(size) * step);
        Driver driver{{"fill", clinic, ledger.string(), "1"}};
        ++tally.faults;
        std::string const first = driver.must_say();
        if (first.starts_with("refused: ")) {
            ++at_the_door;
            BOOST_TEST(first.find("full") != std::string::npos, first);
            disk.resize(plenty);
        } else {
            std::string said = driver.must_say();
            if (said == "ready") {
                said = driver.must_say();
                BOOST_TEST(said.starts_with("full: "), said);
                disk.resize(plenty);
                driver.tell("there is room again");
                BOOST_TEST(driver.must_say() == "saved");
                ++at_work;
            } else {
                BOOST_TEST(said.find("full") != std::string::npos, said);
                ++at_the_door;
            }
        }
        driver.wait();
        disk.resize(plenty);
        tally.add(judged(clinic, ledger));
        tally.close_book();
    }
    std::cout << tally.figures("sizes of a full disk") << std::endl;
    tally.expect_nothing_lost();
    BOOST_TEST(at_the_door > 0);
    BOOST_TEST(at_work > sizes / 2);
}

BOOST_FIXTURE_TEST_CASE(a_full_disk_is_said_on_the_command_line_and_nothing_is_harmed, OnSmallDisk)
{
    std::string const before = ask("patient list").out;
    std::string const import = "import csv '" + data_file("import/plain.csv").string() + "'";
    int refused = 0;
    for (std::size_t const room : {0U, 8U, 24U, 48U}) {
        leave(room);
        auto const run = ask(import);
        if (run.code != 0) {
            ++refused;
            BOOST_TEST(run.err.find("full") != std::string::npos, run.err);
            BOOST_TEST(run.out.empty());
        }
        disk.resize(plenty);
        BOOST_TEST(ask("check").code == 0);
        if (run.code != 0)
            BOOST_TEST(ask("patient list").out == before);
    }
    BOOST_TEST(refused > 0);
    BOOST_TEST(ask(import).code == 0);
}

BOOST_FIXTURE_TEST_CASE(a_backup_that_finds_no_room_is_refused_and_leaves_no_half_of_one, OnSmallDisk)
{
    std::string const target = (disk.path() / "practice.backup").string();
    leave(200);
    auto const run = ask("backup '" + target + "'");
    BOOST_TEST(run.code != 0);
    BOOST_TEST(run.err.find("full") != std::string::npos, run.err);
    BOOST_TEST(!fs::exists(target));
    std::size_t others = 0;
    for (auto const& entry : fs::directory_iterator{disk.path()})
        others += entry.path() == home ? 0U : 1U;
    BOOST_TEST(others == 0U);
    disk.resize(plenty);
    BOOST_TEST(ask("check").code == 0);
    BOOST_TEST(ask("backup '" + target + "'").code == 0);
}

BOOST_FIXTURE_TEST_CASE(a_disk_that_may_only_be_read_is_said_to_be_one_and_stays_as_it_is, OnSmallDisk)
{
    auto const before = files();
    disk.make_read_only();
    for (auto const* const request : {"patient list", "check", "backup /dev/null"}) {
        auto const run = ask(request);
        BOOST_TEST(run.code == 5, request << " ended with " << run.code);
        BOOST_TEST(run.err.find("written") != std::string::npos, run.err);
    }
    BOOST_TEST((files() == before));
    disk.make_writable();
    BOOST_TEST(ask("check").code == 0);
}

BOOST_AUTO_TEST_SUITE_END()
