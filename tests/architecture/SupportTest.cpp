// SPDX-License-Identifier: Apache-2.0
// The tools of the tests are tested, too: a comparison that always agrees would approve anything.
#include "tests/support/FixedClock.hpp"
#include "tests/support/Golden.hpp"
#include "tests/support/TemporaryFolder.hpp"

#include <boost/test/unit_test.hpp>

#include <filesystem>
#include <string>

namespace {

namespace fs = std::filesystem;
using plumbline::testing::FixedClock;
using plumbline::testing::is_golden;
using plumbline::testing::TemporaryFolder;

/// Gives a name that nothing was approved under, and leaves nothing behind.
struct Unapproved {
    std::string const name = "self-test/nothing.txt";
    ~Unapproved() { fs::remove_all(plumbline::testing::received_folder() / "self-test"); }
};

} // namespace

BOOST_AUTO_TEST_SUITE(the_tools)

BOOST_AUTO_TEST_CASE(the_clock_stands_still_until_it_is_told_to_move)
{
    FixedClock clock;
    auto const before = clock.now();
    BOOST_TEST((clock.now() == before));
    BOOST_TEST(plumbline::to_iso(clock.local_now()) == "2026-11-23T10:30");

    clock.advance(std::chrono::minutes{31});
    BOOST_TEST(plumbline::to_iso(clock.local_now()) == "2026-11-23T11:01");
}

BOOST_AUTO_TEST_CASE(a_clinic_west_of_greenwich_reads_its_own_wall)
{
    FixedClock clock{*plumbline::parse_clinic_time("2026-11-23T20:00"), plumbline::Minutes{-300}};
    BOOST_TEST(plumbline::to_iso(clock.now()) == "2026-11-24T01:00:00.000Z");
    BOOST_TEST(plumbline::to_iso(clock.today()) == "2026-11-23");
}

BOOST_AUTO_TEST_CASE(a_temporary_folder_is_private_and_disappears)
{
    fs::path path;
    {
        TemporaryFolder const folder;
        path = folder.path();
        auto const file = folder.write("deep/inside.txt", "pain 4");
        BOOST_TEST(plumbline::testing::read_file(file) == "pain 4");
        BOOST_TEST((fs::status(path).permissions() == fs::perms::owner_all));
    }
    BOOST_TEST(!fs::exists(path));
}

BOOST_FIXTURE_TEST_CASE(an_output_that_nobody_approved_fails_and_waits, Unapproved)
{
    auto const verdict = is_golden(name, "pain 4\n");
    BOOST_TEST(!verdict.p_predicate_value.get());
    BOOST_TEST(verdict.has_empty_message() == false);
    BOOST_TEST(plumbline::testing::read_file(plumbline::testing::received_folder() / name) == "pain 4\n");
}

BOOST_FIXTURE_TEST_CASE(an_output_is_compared_byte_for_byte, Unapproved)
{
    auto const approved = plumbline::testing::read_file(plumbline::testing::golden_folder() / "self-test.txt");
    BOOST_TEST(is_golden("self-test.txt", approved));
    auto const verdict = is_golden("self-test.txt", approved + " ");
    BOOST_TEST(!verdict.p_predicate_value.get());
    fs::remove(plumbline::testing::received_folder() / "self-test.txt");
}

BOOST_AUTO_TEST_SUITE_END()
