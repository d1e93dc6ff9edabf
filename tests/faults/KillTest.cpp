// SPDX-License-Identifier: Apache-2.0
// The program ends in the middle of everything: kill -9 at random moments, four writers at work.
#include "tests/faults/Drill.hpp"
#include "tests/faults/driver/Ledger.hpp"
#include "tests/persistence/Server.hpp"
#include "tests/support/Needs.hpp"
#include "tests/support/TemporaryFolder.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <chrono>
#include <iostream>
#include <thread>

using namespace plumbline::faults;
using plumbline::testing::EmptyServer;
using plumbline::testing::needs_postgres;
using plumbline::testing::TemporaryFolder;

namespace {

namespace fs = std::filesystem;

constexpr int latest_kill = 400;
/// A fresh clinic now and then: judging reads all there is, and a drill is to take its time killing.
constexpr int kills_of_one_clinic = 20;
/// Every so many, the kill comes while the clinic is still being opened and mended from the last one.
constexpr int kill_at_the_door = 8;
/// So many, it may come before the first save. The others wait for one, however slow the machine is.
constexpr int kill_before_the_first = 4;
constexpr std::chrono::seconds patience{60};

/// The four writers go in step, so a defect that shows between two of their steps takes some kills to meet.
constexpr int most_kills_for_a_plant = 60;

/// Kills on one clinic, which is judged by each process that comes after.
class Drill {
public:
    Drill(std::string clinic, fs::path ledger, std::string plant)
        : clinic_{std::move(clinic)}
        , ledger_{std::move(ledger)}
        , plant_{std::move(plant)}
    {
        static_cast<void>(drive({"make", clinic_}));
    }
    void kill_once(Tally& tally, std::mt19937& dice)
    {
        Driver driver{{"work", clinic_, ledger_.string(), std::to_string(++runs_), plant_}};
        ++tally.faults;
        if (runs_ % kill_at_the_door == 0) {
            wait_some(dice, latest_kill);
            return;
        }
        tally.add(Verdict::from_line(driver.must_say()));
        BOOST_TEST_REQUIRE(driver.must_say() == "ready");
        if (runs_ % kill_before_the_first != 0)
            wait_for_a_save();
        wait_some(dice, latest_kill);
        driver.kill();
    }
    void judge_last(Tally& tally) { tally.add(judged(clinic_, ledger_)); }

private:
    [[nodiscard]] std::ptrdiff_t saves() const
    {
        return std::ranges::count_if(Ledger::read(ledger_), &Ledger::Line::done);
    }
    void wait_for_a_save() const
    {
        auto const before = saves();
        auto const end = std::chrono::steady_clock::now() + patience;
        while (saves() == before) {
            BOOST_REQUIRE_MESSAGE(std::chrono::steady_clock::now() < end, "nothing was saved");
            std::this_thread::sleep_for(std::chrono::milliseconds{2});
        }
    }

    std::string clinic_;
    fs::path ledger_;
    std::string plant_;
    int runs_ = 0;
};

/// Kills until a planted defect is found, or so many times.
Tally kill_on_files(int kills, std::string const& plant)
{
    Tally tally;
    auto moments = dice();
    bool const planted = plant != "none";
    while (tally.faults < kills && !(planted && tally.found_something())) {
        TemporaryFolder const folder;
        FolderElsewhere const elsewhere{folder.path()};
        Drill drill{(folder / "clinic").string(), elsewhere / "ledger", plant};
        for (int i = 0; i < kills_of_one_clinic && tally.faults < kills && !(planted && tally.found_something()); ++i)
            drill.kill_once(tally, moments);
        drill.judge_last(tally);
        tally.close_book();
    }
    return tally;
}

} // namespace

BOOST_AUTO_TEST_SUITE(kill_nine)

BOOST_AUTO_TEST_CASE(a_program_killed_at_any_moment_has_lost_nothing_it_acknowledged)
{
    Tally const tally = kill_on_files(count_from("PLUMBLINE_KILLS", 200), "none");
    std::cout << tally.figures("kills") << std::endl;
    tally.expect_nothing_lost();
}

BOOST_AUTO_TEST_CASE(a_program_that_acknowledges_before_it_commits_is_caught)
{
    Tally const tally = kill_on_files(most_kills_for_a_plant, "ack-before-commit");
    std::cout << tally.figures("kills of a program that acknowledges too early") << std::endl;
    BOOST_TEST(tally.sum().lost > 0);
}

BOOST_AUTO_TEST_CASE(a_program_that_saves_a_note_in_two_transactions_is_caught)
{
    Tally const tally = kill_on_files(most_kills_for_a_plant, "two-transactions");
    std::cout << tally.figures("kills of a program that saves in two transactions") << std::endl;
    BOOST_TEST(tally.sum().half > 0);
}

BOOST_AUTO_TEST_CASE(a_program_that_sends_a_save_twice_is_caught)
{
    Tally const tally = kill_on_files(most_kills_for_a_plant, "blind-retry");
    std::cout << tally.figures("kills of a program that retries blindly") << std::endl;
    BOOST_TEST(tally.sum().strays > 0);
}

BOOST_AUTO_TEST_CASE(
    a_program_killed_over_a_server_has_lost_nothing_it_acknowledged, *boost::unit_test::precondition(needs_postgres))
{
    TemporaryFolder const folder;
    EmptyServer const server;
    Tally tally;
    auto moments = dice();
    Drill drill{server.address().text, folder / "ledger", "none"};
    int const kills = count_from("PLUMBLINE_SERVER_KILLS", 24);
    while (tally.faults < kills)
        drill.kill_once(tally, moments);
    drill.judge_last(tally);
    std::cout << tally.figures("kills over a server") << std::endl;
    tally.expect_nothing_lost();
}

BOOST_AUTO_TEST_SUITE_END()
