// SPDX-License-Identifier: Apache-2.0
// What the kernel is really asked for, seen from outside the process.
#include "tests/faults/Driver.hpp"
#include "tests/support/TemporaryFolder.hpp"

#include <boost/test/unit_test.hpp>

#include <cstdlib>
#include <iostream>
#include <sstream>

using namespace plumbline::faults;
using namespace plumbline::testing;

namespace {

constexpr int saves_of_a_note = 4;

boost::test_tools::assertion_result needs_strace(boost::unit_test::test_unit_id)
{
    TemporaryFolder const folder;
    bool const may =
        std::system(("strace -f -qq -o '" + (folder / "log").string() + "' true 2>/dev/null").c_str()) == 0;
    boost::test_tools::assertion_result result{may};
    result.message() << "this computer lets no process be traced";
    return result;
}

struct Calls {
    int fdatasync = 0, other_syncs = 0;
};

/// The calls that make data last, of a run that saves so many notes.
Calls calls_of(int notes)
{
    TemporaryFolder const folder;
    auto const log = folder / "log";
    std::string const clinic = (folder / "clinic").string();
    static_cast<void>(drive({"make", clinic}));
    // A sanitized program cannot look for leaks while it is being traced.
    Driver driver{{"save", clinic, std::to_string(notes)},
        {"strace", "-f", "-qq", "-E", "ASAN_OPTIONS=detect_leaks=0", "-e",
            "trace=fdatasync,fsync,sync,syncfs,msync,sync_file_range", "-o", log.string()}};
    BOOST_TEST_REQUIRE(driver.must_say() == "saved");
    BOOST_TEST_REQUIRE(driver.wait() == 0);
    Calls calls;
    std::istringstream lines{read_file(log)};
    for (std::string line; std::getline(lines, line);)
        ++(line.find("fdatasync(") != std::string::npos ? calls.fdatasync : calls.other_syncs);
    return calls;
}

} // namespace

BOOST_AUTO_TEST_SUITE(one_sync, *boost::unit_test::precondition(needs_strace))

BOOST_AUTO_TEST_CASE(each_save_of_a_note_is_exactly_one_fdatasync)
{
    // What opening and closing cost is the same in both runs, so the difference is the saves'.
    constexpr int few = 5, many = 25;
    auto const first = calls_of(few);
    auto const second = calls_of(many);
    std::cout << (second.fdatasync - first.fdatasync) << " fdatasync for " << (many - few) * saves_of_a_note << " saves"
              << std::endl;
    BOOST_TEST(first.fdatasync > few * saves_of_a_note);
    BOOST_TEST(second.fdatasync - first.fdatasync == (many - few) * saves_of_a_note);
    BOOST_TEST(second.other_syncs == first.other_syncs);
}

BOOST_AUTO_TEST_SUITE_END()
