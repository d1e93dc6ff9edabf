// SPDX-License-Identifier: Apache-2.0
// P19: memory with a chart open on the big clinic, and what a thousand charts leave behind.
#include "app/services/Chart.hpp"
#include "tests/bench/Goals.hpp"
#include "tests/bench/Screen.hpp"
#include "tests/support/Samples.hpp"

#include <fmt/format.h>

#include <malloc.h>

#include <chrono>
#include <stdexcept>
#include <thread>

namespace plumbline::bench {
namespace {

using testing::must;

constexpr double median = 0.5;
constexpr double goal = 1.6;
constexpr double growth_goal = 1;
constexpr int colors_of_a_page = 24;
constexpr int a_thousand = 1000;
constexpr int times_weighed = 5;
/// Until lists that load in the background have come.
constexpr std::chrono::seconds settling{2};

/// Record number of the first patient of every clinic of this program, who is one of the charts.
constexpr std::string_view first_record = "000001";

struct Weight {
    double proportional, resident;
};

Weight weigh(RunningProgram const& program)
{
    return {program.memory(), program.resident()};
}

Weight weigh_window_with_chart(Wishes const& wishes)
{
    Screen screen;
    screen.as_new();
    RunningProgram const program{
        wishes.programs / "plumbline", {"--clinic", BigClinic::file(wishes.data, wishes.clinic).string()}};
    static_cast<void>(screen.watch(program, colors_of_a_page));
    screen.type(BigClinic::login());
    screen.press("Tab");
    screen.type(BigClinic::password());
    screen.press("Return");
    std::this_thread::sleep_for(settling);
    screen.wait_until_still();
    screen.press_with_control("k");
    screen.wait_until_still();
    screen.type(first_record);
    std::this_thread::sleep_for(settling);
    screen.press("Return");
    std::this_thread::sleep_for(settling);
    screen.wait_until_still();
    return weigh(program);
}

Weight weigh_empty_window(Wishes const& wishes)
{
    Screen screen;
    screen.as_new();
    RunningProgram const program{wishes.programs / "plumbline-empty-window", {}};
    static_cast<void>(screen.watch(program, 1));
    std::this_thread::sleep_for(settling);
    return weigh(program);
}

/// The window says nothing to us; the audit log knows whether somebody really saw that chart.
bool was_seen(BigClinic& clinic, Instant since)
{
    return clinic.database().read([&](Records const& records) {
        auto const links = records.audit().of_patient(BigClinic::patient(0), 1);
        return !links.empty() && links.front().entry.event == AuditEvent::Read && links.front().entry.at >= since;
    });
}

/// As the desktop opens a chart: read, then the audit entry of the reading.
void open_charts(BigClinic& clinic, int first, int count)
{
    app::Context const context{clinic.clinic().actor(), &clinic.clock(), &clinic.ids()};
    for (int i = 0; i < count; ++i) {
        // A step that meets all patients before it meets one again.
        PatientId const patient = BigClinic::patient((first + i) * 7 % clinic.size().patients);
        must(
            clinic.database().read([&](Records const& records) { return app::open_chart(records, context, patient); }));
        must(
            clinic.database().write([&](Records& records) { return app::note_chart_read(records, context, patient); }));
    }
    clinic.database().rest();
    malloc_trim(0);
}

} // namespace

void weigh_program(Wishes const& wishes, Scoreboard& scoreboard)
{
    Instant const begin = BigClinic{wishes.data, wishes.clinic}.clock().now();
    Pairs windows, proportional;
    for (int i = 0; i < times_weighed; ++i) {
        Weight const product = weigh_window_with_chart(wishes);
        Weight const baseline = weigh_empty_window(wishes);
        windows.add(product.resident, baseline.resident);
        proportional.add(product.proportional, baseline.proportional);
    }
    BigClinic clinic{wishes.data, wishes.clinic};
    if (!was_seen(clinic, begin))
        throw std::runtime_error{"the window did not open the chart"};
    scoreboard.ratio("P19", fmt::format("resident memory, window with a chart out of {} visits", clinic.size().visits),
        windows, median, goal, Scoreboard::Unit::Mebibytes);
    constexpr double mebibyte = 1024 * 1024;
    double const part = testing::percentile(proportional.product, median) / mebibyte;
    double const part_empty = testing::percentile(proportional.baseline, median) / mebibyte;
    scoreboard.note("P19",
        fmt::format(
            "      proportional, pages shared with other programs in parts: {:.1f} MiB, {:.1f} MiB, ratio {:.2f}", part,
            part_empty, part / part_empty));

    // As far as the window has come with its one chart.
    open_charts(clinic, 0, 1);
    double const before = own_memory();
    open_charts(clinic, 0, a_thousand);
    double const after_first = own_memory();
    open_charts(clinic, a_thousand, a_thousand);
    double const after_second = own_memory();
    double const window = testing::percentile(windows.product, median);
    double const cache = after_first - before;
    scoreboard.count("P19", "the same and 1,000 charts' growth in services (estimated)", window + cache,
        testing::percentile(windows.baseline, median), goal, Scoreboard::Unit::Mebibytes);
    scoreboard.growth("P19", "memory after 2,000 charts; baseline after 1,000 (services)",
        window + cache + after_second - after_first, window + cache, growth_goal);
}

} // namespace plumbline::bench
