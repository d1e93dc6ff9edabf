// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace plumbline::bench {

/// A program of ours that runs until this is gone.
class RunningProgram {
public:
    RunningProgram(std::filesystem::path const& program, std::vector<std::string> const& arguments);
    ~RunningProgram();
    RunningProgram(RunningProgram const&) = delete;
    RunningProgram& operator=(RunningProgram const&) = delete;

    /// When it was started, by the clock of now().
    [[nodiscard]] double started() const noexcept { return started_; }
    /// Proportional set size: pages shared with other programs count in parts. In bytes.
    [[nodiscard]] double memory() const;
    /// Resident set size: shared pages count in full.
    [[nodiscard]] double resident() const;

private:
    pid_t pid_ = -1;
    double started_ = 0;
};

/// Of this very program, likewise.
[[nodiscard]] double own_memory();

/// The display, looked at from outside: the programs know nothing of it and carry no code for it.
class Screen {
public:
    /// Throws when there is no display.
    Screen();
    ~Screen();
    Screen(Screen const&) = delete;
    Screen& operator=(Screen const&) = delete;

    /// The next program is then the first GTK program of this display, which loads the graphics driver to ask what it
    /// can do; the answer would stay on the display and spare the ones after it.
    void as_new();

    struct Painted {
        double first = 0; ///< Nanoseconds from start to the first change of the mapped window.
        double done = 0;  ///< To the last change before the screen stood still.
    };
    /// Waits until a window has come and the screen stands still with at least so many colors in it: a bare
    /// background has one or two, a page with letters dozens. Throws when that does not happen.
    [[nodiscard]] Painted watch(RunningProgram const& program, int colors);

    /// Into the window that came last.
    void type(std::string_view text);
    /// X's own name of the key: `Return`, `Tab`, `k`.
    void press(char const* key);
    void press_with_control(char const* key);
    void wait_until_still();

private:
    class Connection;
    std::unique_ptr<Connection> x_;
};

} // namespace plumbline::bench
