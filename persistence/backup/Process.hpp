// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "persistence/Files.hpp"

#include <sys/types.h>

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace plumbline::persistence {

/// A program run beside ours, for what must not be linked. It is found on the PATH and gets the environment
/// given on top of ours, which is where secrets go: arguments can be read by everybody on the computer. What it
/// says on standard error is thrown away, since it may hold data.
class Process {
public:
    enum class Pipe { FromIt, ToIt };
    /// Nothing when there is no such program.
    [[nodiscard]] static std::optional<Process> start(
        std::vector<std::string> const& command, std::map<std::string, std::string> const& environment, Pipe pipe);
    Process(Process&& other) noexcept;
    Process& operator=(Process&&) = delete;
    Process(Process const&) = delete;
    Process& operator=(Process const&) = delete;
    /// Waits for it, after letting go of the pipe.
    ~Process();

    /// Empty at the end. Throws DiskFailed.
    [[nodiscard]] std::string read();
    /// False when it no longer listens.
    [[nodiscard]] bool write(std::string_view bytes);
    /// True when it ended well.
    [[nodiscard]] bool succeeded();

private:
    Process(pid_t child, Descriptor pipe) noexcept
        : child_{child}
        , pipe_{std::move(pipe)}
    {
    }
    pid_t child_;
    Descriptor pipe_;
};

} // namespace plumbline::persistence
