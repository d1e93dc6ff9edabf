// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/faults/driver/Judge.hpp"

#include <sys/types.h>

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace plumbline::faults {

/// A process of the driver. Killed at the latest when the object goes.
class Driver {
public:
    explicit Driver(std::vector<std::string> const& arguments, std::vector<std::string> const& under = {});
    ~Driver();
    Driver(Driver const&) = delete;
    Driver& operator=(Driver const&) = delete;

    /// The next line it says, or nothing when it has ended.
    [[nodiscard]] std::optional<std::string> line();
    /// The next line; a failed test when it has ended.
    [[nodiscard]] std::string must_say();
    void tell(std::string const& line) const;
    /// kill -9.
    void kill();
    /// Its exit code, or 128 and the signal.
    int wait();

private:
    pid_t child_ = -1;
    int from_it_ = -1, to_it_ = -1;
    std::string heard_;
    std::optional<int> ended_;
};

/// Runs a task of the driver to its end and gives the last line it said.
std::string drive(std::vector<std::string> const& arguments);

/// Found by a fresh process, through the door.
[[nodiscard]] Verdict judged(std::string const& clinic, std::filesystem::path const& ledger);

/// A new empty folder that shares no file system with the one given, gone with the object.
class FolderElsewhere {
public:
    explicit FolderElsewhere(std::filesystem::path const& than);
    ~FolderElsewhere();
    FolderElsewhere(FolderElsewhere const&) = delete;
    FolderElsewhere& operator=(FolderElsewhere const&) = delete;
    [[nodiscard]] std::filesystem::path operator/(char const* name) const { return path_ / name; }

private:
    std::filesystem::path path_;
};

/// A number from the environment, for longer drills than a commit can wait for.
[[nodiscard]] int count_from(char const* variable, int otherwise);

} // namespace plumbline::faults
