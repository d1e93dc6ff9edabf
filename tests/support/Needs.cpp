// SPDX-License-Identifier: Apache-2.0
#include "tests/support/Needs.hpp"

#include <cstdlib>
#include <string_view>

namespace plumbline::testing {

std::optional<std::string> postgres_address()
{
    char const* address = std::getenv("PLUMBLINE_TEST_POSTGRES");
    return address != nullptr && *address != '\0' ? std::optional<std::string>{address} : std::nullopt;
}

bool in_ci()
{
    char const* ci = std::getenv("CI");
    return ci != nullptr && std::string_view{ci} == "true";
}

boost::test_tools::assertion_result needs_postgres(boost::unit_test::test_unit_id)
{
    if (postgres_address())
        return true;
    boost::test_tools::assertion_result no{false};
    no.message() << "PLUMBLINE_TEST_POSTGRES is not set; tests/run starts a server";
    return no;
}

} // namespace plumbline::testing
