// SPDX-License-Identifier: Apache-2.0
#pragma once

class wxFrame;

namespace plumbline::testing {

/// A running toolkit with one empty window. Cases that need it fail where there is no display; run
/// them through `run-with-display`.
class Desktop {
public:
    Desktop();
    ~Desktop();
    Desktop(Desktop const&) = delete;
    Desktop& operator=(Desktop const&) = delete;

    [[nodiscard]] wxFrame* window() noexcept { return window_; }
    /// Lets everything that waits in the queue of events happen.
    static void settle();

private:
    wxFrame* window_ = nullptr;
};

} // namespace plumbline::testing
