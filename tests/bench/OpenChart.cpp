// SPDX-License-Identifier: Apache-2.0
// P1: a chart of 200 visits to the domain's values.
#include "tests/bench/Goals.hpp"
#include "tests/bench/RawChart.hpp"

#include <fmt/format.h>

#include <stdexcept>

namespace plumbline::bench {
namespace {

constexpr double warm_goal = 1.25;
constexpr double cold_goal = 1.10;
constexpr double median = 0.5;

std::vector<Visit> visits_of(persistence::Database& database, PatientId patient)
{
    return database.read([&](Records const& records) { return records.visits().of_patient(patient); });
}

PatientId chart_of(Size const& size, std::size_t pair)
{
    return BigClinic::patient(static_cast<int>(pair % charts) * (size.patients / charts));
}

/// So few that all their pages stay in the page cache of 16 MiB: some 1,000 pages each, scattered over eight years.
constexpr std::size_t warm_charts = 3;

/// A baseline that reads something else would be a baseline of nothing.
void demand_the_same(BigClinic& clinic, RawChart& raw_chart)
{
    for (std::size_t chart = 0; chart < charts; ++chart) {
        PatientId const patient = chart_of(clinic.size(), chart);
        auto const visits = visits_of(clinic.database(), patient);
        if (std::ssize(visits) != visits_of_a_chart || visits != raw_chart.of_patient(patient))
            throw std::runtime_error{"product and baseline read different charts"};
    }
}

} // namespace

void open_chart(Wishes const& wishes, Scoreboard& scoreboard)
{
    BigClinic clinic{wishes.data, wishes.clinic};
    auto* const connection = raw(clinic.database());
    RawChart raw_chart{connection};
    demand_the_same(clinic, raw_chart);
    auto const forget_pages = [&] { sqlite_api::sqlite3_db_release_memory(connection); };
    auto const product = [&](std::size_t pair) {
        return nanoseconds_of([&] { static_cast<void>(visits_of(clinic.database(), chart_of(clinic.size(), pair))); });
    };
    auto const baseline = [&](std::size_t pair) {
        return nanoseconds_of([&] { static_cast<void>(raw_chart.of_patient(chart_of(clinic.size(), pair))); });
    };

    auto const among_few = [](auto const& run) { return [&run](std::size_t pair) { return run(pair % warm_charts); }; };
    auto const warm = interleaved({.pairs = 2000, .warm_ups = 5 * charts}, among_few(product), among_few(baseline));
    auto const of = fmt::format("chart of {} of {} visits to model objects", visits_of_a_chart, clinic.size().visits);
    scoreboard.ratio("P1", of + ", warm", warm, median, warm_goal, Scoreboard::Unit::Milliseconds);

    auto const after = [&](auto const& run) {
        return [&](std::size_t pair) {
            forget_pages();
            return run(pair);
        };
    };
    auto const cold = interleaved({.pairs = 300, .warm_ups = charts}, after(product), after(baseline));
    scoreboard.ratio("P1", of + ", no page kept", cold, median, cold_goal, Scoreboard::Unit::Milliseconds);

    auto const walk = [&](std::size_t pair) {
        return nanoseconds_of([&] { static_cast<void>(raw_chart.bytes_of_patient(chart_of(clinic.size(), pair))); });
    };
    auto const rows_only = interleaved({.pairs = 300, .warm_ups = charts}, among_few(product), among_few(walk));
    scoreboard.note("P1",
        fmt::format("      the same rows walked and thrown away: {:.3f} ms",
            testing::percentile(rows_only.baseline, median) / 1e6));
}

} // namespace plumbline::bench
