// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/clinical/Visit.hpp"
#include "domain/patients/Patient.hpp"

#include <cstdint>
#include <random>

namespace plumbline::bench {

/// Numbers that are the same on every machine for the same seed.
class Dice {
public:
    explicit Dice(std::uint64_t seed)
        : random_{seed}
    {
    }
    [[nodiscard]] std::size_t below(std::size_t count) { return static_cast<std::size_t>(random_() % count); }
    [[nodiscard]] bool one_in(std::size_t count) { return below(count) == 0; }
    template <class Items>
    [[nodiscard]] auto const& one_of(Items const& items)
    {
        return items[below(std::size(items))];
    }

private:
    std::mt19937_64 random_;
};

/// An invented person; every second name is written with letters beyond ASCII.
[[nodiscard]] Patient::Details somebody(Dice& dice);

/// A note of some 700 bytes with four rows of the flowsheet.
[[nodiscard]] Visit::Details treatment(Dice& dice, ClinicTime start, UserId provider, std::int64_t first_row_id);

inline constexpr int rows_of_a_note = 4;

} // namespace plumbline::bench
