// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/bench/BigClinic.hpp"
#include "tests/support/Samples.hpp"

#include <algorithm>

namespace plumbline::bench {

inline constexpr std::size_t rows_in_one_go = 5'000;

/// Runs work(records, i) for 0 to count - 1, so many to a transaction.
template <class Work>
void in_batches(persistence::Database& database, std::size_t count, Work const& work)
{
    for (std::size_t from = 0; from < count; from += rows_in_one_go)
        testing::must(database.write([&](Records& records) {
            for (std::size_t i = from; i < std::min(count, from + rows_in_one_go); ++i)
                work(records, i);
            return Result<void>{};
        }));
}

/// Clinicians, and appointments around `diary_monday`: as many working days before it as after it, once there are more
/// than its own week.
void make_diary(persistence::Database& database, Size const& size);

} // namespace plumbline::bench
