// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/Goals.hpp"
#include "tests/support/TemporaryFolder.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <sched.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <string>
#include <vector>

namespace {

using plumbline::bench::Scoreboard;
using plumbline::bench::Wishes;

constexpr double quiet = 0.5;
constexpr int exit_short = 1;
constexpr int exit_usage = 2;
constexpr int exit_refused = 5;

/// In-process work is pinned to one processor; programs that are started may use all.
enum class Where { OneProcessor, Display };

struct Goal {
    std::string_view id;
    std::string_view what;
    Where where;
    void (*measure)(Wishes const&, Scoreboard&);
};

constexpr std::array goals{
    Goal{"P1", "open a chart of 200 visits", Where::OneProcessor, plumbline::bench::open_chart},
    Goal{"P3", "type-ahead over 100,000 and 1,000,000 patients", Where::OneProcessor, plumbline::bench::type_ahead},
    Goal{"P4", "save and durably commit a note", Where::OneProcessor, plumbline::bench::save_note},
    Goal{"P6", "write a progress report", Where::OneProcessor, plumbline::bench::write_report},
    Goal{"P10", "a day of the schedule, and openings", Where::OneProcessor, plumbline::bench::open_day},
#ifdef PLUMBLINE_HAS_WINDOW
    Goal{"P9", "start to the painted login window", Where::Display, plumbline::bench::start_program},
    Goal{"P10", "a day of the schedule, painted", Where::Display, plumbline::bench::paint_day},
    Goal{"P12", "frames of a full week", Where::Display, plumbline::bench::paint_week},
    Goal{"P19", "memory with a chart open", Where::Display, plumbline::bench::weigh_program},
#endif
};

constexpr char const* examples = R"(
Examples:
  plumbline-bench                                everything, in a folder that disappears
  plumbline-bench --data ~/bench P1 P4           two goals; the next run finds its clinics again
  plumbline-bench --data ~/bench --visits 2000000 --patients 100000 P1
  plumbline-bench --strict P6                    only on a quiet machine

Goals: one line each for P1 P3 P4 P6 P9 P10 P12 P19; see tests/bench/README.md.
Exit code: 0 all reached, 1 some fell short, 2 usage, 5 the machine was not quiet (--strict).)";

struct CommandLine {
    std::vector<std::string> ids;
    Wishes wishes;
    bool strict = false;
    bool this_display = false;
};

void describe(CLI::App& app, CommandLine& line)
{
    app.footer(examples);
    std::vector<std::string> known;
    for (Goal const& goal : goals)
        known.emplace_back(goal.id);
    app.add_option("goals", line.ids, "which goals; none means all")->check(CLI::IsMember(known));
    app.add_option("--data", line.wishes.data, "keep the clinics in this folder, or find them there");
    app.add_option("--visits", line.wishes.clinic.visits, "visits of the clinic of P1, P4 and P19")
        ->check(CLI::Range(10'000, 10'000'000))
        ->capture_default_str();
    app.add_option("--patients", line.wishes.clinic.patients, "its patients; a twentieth of the visits by default")
        ->check(CLI::Range(1'000, 1'000'000));
    app.add_option("--typeahead", line.wishes.typeahead, "sizes of the clinics of P3, in patients")
        ->delimiter(',')
        ->allow_extra_args(false)
        ->check(CLI::Range(1'000, 10'000'000));
    app.add_option("--appointments", line.wishes.appointments, "of the large clinic of P10")
        ->check(CLI::Range(10'000, 10'000'000))
        ->capture_default_str();
    app.add_option("--seed", line.wishes.clinic.seed, "another seed, other people")->capture_default_str();
    app.add_option("--launches", line.wishes.launches, "how often P9 starts each program")
        ->check(CLI::Range(20, 1'000))
        ->capture_default_str();
    app.add_flag("--strict", line.strict, "refuse to measure while the machine does something else");
    app.add_flag("--this-display", line.this_display, "P9 and P19 on the present display, not on one of their own");
}

std::vector<Goal> chosen(CommandLine const& line)
{
    std::vector<Goal> wanted;
    std::ranges::copy_if(goals, std::back_inserter(wanted),
        [&](Goal const& goal) { return line.ids.empty() || std::ranges::count(line.ids, goal.id) > 0; });
    return wanted;
}

double load()
{
    double minutes[1] = {0};
    return getloadavg(minutes, 1) == 1 ? minutes[0] : 0;
}

void pin_to(Where where)
{
    long const processors = sysconf(_SC_NPROCESSORS_ONLN);
    cpu_set_t set;
    CPU_ZERO(&set);
    for (long i = where == Where::OneProcessor ? processors - 1 : 0; i < processors; ++i)
        CPU_SET(static_cast<std::size_t>(i), &set);
    sched_setaffinity(0, sizeof set, &set);
}

/// Starts this program anew on a virtual display of its own. Comes back only when that fails.
void go_to_own_display(int argc, char** argv)
{
    std::vector<std::string> words{PLUMBLINE_SOURCE_ROOT "/tests/gui/run-with-display"};
    words.insert(words.end(), argv, argv + argc);
    words[1] = std::filesystem::read_symlink("/proc/self/exe").string();
    words.emplace_back("--this-display");
    std::vector<char*> pointers;
    for (std::string& word : words)
        pointers.push_back(word.data());
    pointers.push_back(nullptr);
    execv(pointers.front(), pointers.data());
    throw std::runtime_error{"tests/gui/run-with-display cannot be started"};
}

int run(CommandLine& line)
{
    if (load() > quiet) {
        fmt::print(stderr, "the machine is busy (load {:.2f}): ratios still mean something, times less\n", load());
        if (line.strict)
            return exit_refused;
    }
    line.wishes.programs = std::filesystem::read_symlink("/proc/self/exe").parent_path();
    std::unique_ptr<plumbline::testing::TemporaryFolder> passing;
    if (line.wishes.data.empty()) {
        passing = std::make_unique<plumbline::testing::TemporaryFolder>();
        line.wishes.data = passing->path();
    }
    Scoreboard scoreboard;
    for (Goal const& goal : chosen(line)) {
        pin_to(goal.where);
        try {
            goal.measure(line.wishes, scoreboard);
        } catch (std::exception const& error) {
            scoreboard.not_measured(goal.id, fmt::format("{}: {}", goal.what, error.what()));
        }
    }
    if (double const after = load(); after > quiet)
        scoreboard.note("", fmt::format("load at the end: {:.2f}", after));
    return scoreboard.all_reached() ? EXIT_SUCCESS : exit_short;
}

} // namespace

int main(int argc, char** argv)
{
    CommandLine line;
    CLI::App app{"Measures Plumbline against the physical limit, in one run", "plumbline-bench"};
    describe(app, line);
    try {
        app.parse(argc, argv);
        if (app.count("--patients") == 0)
            line.wishes.clinic.patients = line.wishes.clinic.visits / 20;
        bool const needs_display =
            std::ranges::any_of(chosen(line), [](Goal const& goal) { return goal.where == Where::Display; });
        if (needs_display && !line.this_display)
            go_to_own_display(argc, argv);
        return run(line);
    } catch (CLI::Success const& success) {
        return app.exit(success);
    } catch (CLI::ParseError const& error) {
        app.exit(error);
        return exit_usage;
    } catch (std::exception const& error) {
        fmt::print(stderr, "{}\n", error.what());
        return exit_short;
    }
}
