// SPDX-License-Identifier: Apache-2.0
// The plug is pulled: a disk drops everything that was not made to last, and the clinic is opened again.
#include "tests/faults/Drill.hpp"
#include "tests/faults/Mounts.hpp"
#include "tests/faults/driver/Ledger.hpp"
#include "tests/support/TemporaryFolder.hpp"

#include <boost/test/unit_test.hpp>

#include <iostream>

using namespace plumbline::faults;
using plumbline::testing::TemporaryFolder;

namespace {

constexpr int latest_cut = 250;
constexpr int cuts_of_one_disk = 15;

/// Cuts the power of one disk after another, so many times in all.
Tally cut_power(int cuts, std::string const& file_system, std::string const& plant)
{
    Tally tally;
    auto moments = dice();
    while (tally.faults < cuts) {
        TemporaryFolder const folder;
        FolderElsewhere const elsewhere{folder.path()};
        auto const ledger = elsewhere / "ledger";
        LoopDisk disk{folder.path(), file_system};
        std::string const clinic = (disk.path() / "clinic").string();
        static_cast<void>(drive({"make", clinic}));
        for (int i = 0; i < cuts_of_one_disk && tally.faults < cuts && !tally.found_something(); ++i) {
            Driver driver{{"work", clinic, ledger.string(), std::to_string(i), plant}};
            BOOST_TEST_REQUIRE(!driver.must_say().empty());
            BOOST_TEST_REQUIRE(driver.must_say() == "ready");
            wait_some(moments, latest_cut);
            auto const written = std::filesystem::file_size(ledger);
            disk.cut_power();
            std::string const told = driver.must_say();
            BOOST_TEST(told.starts_with("trouble: "), told);
            driver.wait();
            // A real cut ends the program in the same moment. Here it lives on for an instant, and the kernel may
            // call a sync done that was under way when the disk went: what was said from then on counts for nothing.
            Ledger::take_back(ledger, written);
            disk.power_on();
            ++tally.faults;
            tally.add(judged(clinic, ledger));
        }
        tally.close_book();
        if (tally.found_something())
            break;
    }
    return tally;
}

} // namespace

BOOST_AUTO_TEST_SUITE(power_cuts, *boost::unit_test::precondition(needs_ext4_disks))

BOOST_AUTO_TEST_CASE(a_power_cut_takes_nothing_that_was_acknowledged)
{
    Tally const tally = cut_power(count_from("PLUMBLINE_POWER_CUTS", 45), "ext4", "none");
    std::cout << tally.figures("power cuts on ext4") << std::endl;
    tally.expect_nothing_lost();
}

BOOST_AUTO_TEST_CASE(a_program_that_does_not_sync_each_commit_is_caught)
{
    for (auto const* const plant : {"lazy-sync", "no-sync"}) {
        Tally const tally = cut_power(10, "ext4", plant);
        std::cout << tally.figures(std::string{"power cuts with the planted defect "} + plant) << std::endl;
        BOOST_TEST(tally.sum().lost > 0, plant << " was not caught");
    }
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(power_cuts_xfs, *boost::unit_test::precondition(needs_xfs_disks))

BOOST_AUTO_TEST_CASE(a_power_cut_takes_nothing_that_was_acknowledged)
{
    Tally const tally = cut_power(count_from("PLUMBLINE_POWER_CUTS", 45) / 3, "xfs", "none");
    std::cout << tally.figures("power cuts on xfs") << std::endl;
    tally.expect_nothing_lost();
}

BOOST_AUTO_TEST_SUITE_END()
