// SPDX-License-Identifier: Apache-2.0
// P10, as far as the data goes: a day of the schedule, and the next openings, in a clinic that has booked for 25 years.
#include "app/services/Schedule.hpp"
#include "app/services/ScheduleOpenings.hpp"
#include "tests/bench/Goals.hpp"
#include "tests/bench/RawStatement.hpp"
#include "tests/support/Samples.hpp"

#include <fmt/format.h>

#include <stdexcept>

namespace plumbline::bench {
namespace {

constexpr double median = 0.5;
constexpr double p99 = 0.99;
constexpr double same_goal = 1.1;
constexpr double time_goal = 50e6; // 50 ms
constexpr int days = 5;
constexpr Plan plan{.pairs = 500, .warm_ups = 2 * days};

app::Context context_of(BigClinic& clinic)
{
    return {clinic.clinic().actor(), &clinic.clock(), &clinic.ids()};
}

Date day_of_pair(std::size_t pair)
{
    return plus_days(diary_monday, static_cast<int>(pair % days));
}

app::ScheduleSheet sheet_of(BigClinic& clinic, Date day)
{
    return testing::must(clinic.database().read([&](Records const& records) {
        return app::schedule_sheet(records, context_of(clinic), {.from = day, .to = day});
    }));
}

std::vector<Opening> openings_of(BigClinic& clinic, Date day)
{
    app::OpeningsWish wish;
    wish.wanted.from = day;
    wish.wanted.days = app::openings_horizon;
    wish.dates = 10;
    wish.wanted.step = std::chrono::minutes{30};
    return testing::must(clinic.database().read(
        [&](Records const& records) { return app::openings(records, context_of(clinic), wish); }));
}

/// Days that hold something else would compare nothing.
void demand_the_same(BigClinic& large, BigClinic& small)
{
    for (std::size_t day = 0; day < days; ++day) {
        auto const one = sheet_of(large, day_of_pair(day));
        auto const other = sheet_of(small, day_of_pair(day));
        if (std::ssize(one.blocks) != appointments_of_a_day || one.blocks.size() != other.blocks.size()
            || one.columns.size() != other.columns.size())
            throw std::runtime_error{"the two clinics have different days"};
        if (openings_of(large, day_of_pair(day)).empty())
            throw std::runtime_error{"there is no free time to be found"};
    }
}

enum class Goal { SameAsSmall, InTime };

template <class Work>
void compare(
    BigClinic& large, BigClinic& small, std::string const& what, Goal goal, Scoreboard& scoreboard, Work const& work)
{
    auto const timed = [&](BigClinic& clinic) {
        return [&](std::size_t pair) {
            return nanoseconds_of([&] { static_cast<void>(work(clinic, day_of_pair(pair))); });
        };
    };
    auto const of =
        fmt::format("{}, {} appointments against {}", what, large.size().appointments, small.size().appointments);
    auto const warm = interleaved(plan, timed(large), timed(small));
    if (goal == Goal::SameAsSmall)
        scoreboard.ratio("P10", of, warm, median, same_goal, Scoreboard::Unit::Milliseconds);
    scoreboard.at_most("P10", of + ", p99", warm, p99, time_goal, Scoreboard::Unit::Milliseconds);
    auto const cold = [&](BigClinic& clinic) {
        return [&, run = timed(clinic)](std::size_t pair) {
            sqlite_api::sqlite3_db_release_memory(raw(clinic.database()));
            return run(pair);
        };
    };
    auto const first = interleaved({.pairs = 200, .warm_ups = days}, cold(large), cold(small));
    scoreboard.at_most("P10", of + ", no page kept, p99", first, p99, time_goal, Scoreboard::Unit::Milliseconds);
}

} // namespace

void open_day(Wishes const& wishes, Scoreboard& scoreboard)
{
    BigClinic large{wishes.data, large_diary(wishes)};
    BigClinic small{wishes.data, small_diary(wishes)};
    demand_the_same(large, small);
    compare(large, small, "a day of the schedule", Goal::SameAsSmall, scoreboard, sheet_of);
    // A large clinic has ten booked dates to look through, a small one is free after a week.
    compare(large, small, "openings of ten dates", Goal::InTime, scoreboard, openings_of);
}

} // namespace plumbline::bench
