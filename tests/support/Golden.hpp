// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <boost/test/tools/assertion_result.hpp>

#include <filesystem>
#include <string_view>

namespace plumbline::testing {

/// Compares an output with the one that a person approved, `tests/golden/<name>`, byte for byte:
///
///     BOOST_TEST(is_golden("reports/progress.txt", as_text(document)));
///
/// When they differ, or nothing was approved yet, the check fails with the first line that differs,
/// and the output is left in `received_folder()`. `tests/approve` shows the differences and takes them over.
[[nodiscard]] boost::test_tools::assertion_result is_golden(std::string_view name, std::string_view received);

[[nodiscard]] std::filesystem::path golden_folder();
[[nodiscard]] std::filesystem::path received_folder();

/// A file of invented input in `tests/data`.
[[nodiscard]] std::filesystem::path data_file(std::string_view name);

} // namespace plumbline::testing
