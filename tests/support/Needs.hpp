// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <boost/test/tools/assertion_result.hpp>
#include <boost/test/tree/test_unit.hpp>

#include <optional>
#include <string>

namespace plumbline::testing {

/// Address of the throw-away PostgreSQL server that `tests/run` starts, from PLUMBLINE_TEST_POSTGRES.
[[nodiscard]] std::optional<std::string> postgres_address();

/// True when CI=true. There every skipped case is a failed run.
[[nodiscard]] bool in_ci();

/// For `* boost::unit_test::precondition(needs_postgres)` on a case or suite: without a server it is
/// skipped, aloud, on a person's machine, and fails the run in CI.
[[nodiscard]] boost::test_tools::assertion_result needs_postgres(boost::unit_test::test_unit_id);

} // namespace plumbline::testing
