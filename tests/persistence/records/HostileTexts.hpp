// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

namespace plumbline::persistence::testing {

/// Texts that broke other programs: SQL injection, formats, patterns, scripts, controls, markup.
/// None of them holds a word of three letters that a test's patient is called by.
[[nodiscard]] std::vector<std::string> const& hostile_texts();

} // namespace plumbline::persistence::testing
