// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace plumbline::testing {

/// The main of every test program: Boost.Test's own, after which the skipped cases are counted
/// aloud. In CI a skip is a failed run, since nobody reads a green log.
[[nodiscard]] int run_tests(char const* room, int argc, char** argv);

} // namespace plumbline::testing
