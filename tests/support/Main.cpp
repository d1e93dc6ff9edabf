// SPDX-License-Identifier: Apache-2.0
#include "tests/support/Main.hpp"

#include "tests/support/Needs.hpp"

#include <boost/test/tree/test_case_counter.hpp>
#include <boost/test/tree/traverse.hpp>
#include <boost/test/unit_test.hpp>

#include <cstdlib>
#include <iostream>
#include <string>

namespace plumbline::testing {
namespace {

namespace boost_test = boost::unit_test;

std::string room_name;

/// Hears what Boost.Test skips, be it for an unmet need or for a `disabled` decorator.
class Skips final : public boost_test::test_observer {
public:
    [[nodiscard]] unsigned long count() const noexcept { return count_; }

    /// After the framework's own: Boost 1.74 reads a flag that its observer of priority 0 has not yet cleared,
    /// and then, as memory happens to be, runs no test at all.
    int priority() override { return 4; }

    void test_unit_skipped(boost_test::test_unit const& unit, boost_test::const_string reason) override
    {
        bool const filtered_out =
            !unit.is_enabled() && unit.p_default_status.get() != boost_test::test_unit::RS_DISABLED;
        if (filtered_out)
            return;
        boost_test::test_case_counter cases{true};
        boost_test::traverse_test_tree(unit, cases, true);
        count_ += cases.p_count;
        std::cerr << "SKIPPED " << unit.full_name() << ": " << reason << '\n';
    }

private:
    unsigned long count_ = 0;
};

Skips skips;

bool prepare()
{
    boost_test::framework::master_test_suite().p_name.value = room_name;
    boost_test::framework::register_observer(skips);
    return true;
}

} // namespace

int run_tests(char const* room, int argc, char** argv)
{
    room_name = room;
    int const outcome = boost_test::unit_test_main(&prepare, argc, argv);
    if (skips.count() == 0)
        return outcome;
    std::cerr << skips.count() << " skipped in " << room << (in_ci() ? ": a skip is a failure in CI\n" : "\n");
    return outcome == EXIT_SUCCESS && in_ci() ? EXIT_FAILURE : outcome;
}

} // namespace plumbline::testing
