// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/bench/BigClinic.hpp"
#include "tests/bench/Scoreboard.hpp"

#include <filesystem>
#include <optional>
#include <vector>

namespace plumbline::bench {

/// What the command line asked for.
struct Wishes {
    std::filesystem::path data;                         ///< Where clinics lie between runs.
    std::filesystem::path programs;                     ///< Where `plumbline` lies.
    Size clinic{.patients = 10'000, .visits = 200'000}; ///< Of P1, P4 and P19.
    std::vector<int> typeahead{100'000, 1'000'000};     ///< Sizes of P3.
    int appointments = 1'000'000;                       ///< Of the large clinic of P10.
    int launches = 20;                                  ///< Of P9, each program.
};

/// The two clinics of P10: one that has booked for 25 years, and one that has begun.
[[nodiscard]] inline Size large_diary(Wishes const& wishes)
{
    return {.patients = 50'000,
        .visits = wishes.clinic.visits,
        .seed = wishes.clinic.seed,
        .appointments = wishes.appointments};
}
[[nodiscard]] inline Size small_diary(Wishes const& wishes)
{
    return {.patients = 1'000, .visits = 4'000, .seed = wishes.clinic.seed, .appointments = 1'000};
}

// One for each row of the table of goals. Each measures product and baseline in turn and prints its lines.

void open_chart(Wishes const& wishes, Scoreboard& scoreboard);    // P1
void type_ahead(Wishes const& wishes, Scoreboard& scoreboard);    // P3
void save_note(Wishes const& wishes, Scoreboard& scoreboard);     // P4
void write_report(Wishes const& wishes, Scoreboard& scoreboard);  // P6
void start_program(Wishes const& wishes, Scoreboard& scoreboard); // P9
void open_day(Wishes const& wishes, Scoreboard& scoreboard);      // P10
void paint_day(Wishes const& wishes, Scoreboard& scoreboard);     // P10, to the painted window
void paint_week(Wishes const& wishes, Scoreboard& scoreboard);    // P12
void weigh_program(Wishes const& wishes, Scoreboard& scoreboard); // P19

} // namespace plumbline::bench
