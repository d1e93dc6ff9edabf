// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <exception>
#include <string>

namespace plumbline::app {

/// One sentence for whoever was at work when the world broke. Only a BrokenWorld speaks for itself: the texts of
/// other exceptions may hold what was being written.
[[nodiscard]] std::string what_broke(std::exception_ptr const& exception);

} // namespace plumbline::app
