// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ctime>

#include <cstddef>
#include <vector>

namespace plumbline::bench {

/// Nanoseconds of a clock that nobody sets.
[[nodiscard]] inline double now()
{
    timespec moment{};
    clock_gettime(CLOCK_MONOTONIC, &moment);
    return static_cast<double>(moment.tv_sec) * 1e9 + static_cast<double>(moment.tv_nsec);
}

template <class Work>
[[nodiscard]] double nanoseconds_of(Work&& work)
{
    double const before = now();
    work();
    return now() - before;
}

/// What both took, pair by pair.
struct Pairs {
    std::vector<double> product, baseline;
    void add(double of_product, double of_baseline)
    {
        product.push_back(of_product);
        baseline.push_back(of_baseline);
    }
};

struct Plan {
    int pairs = 30;
    int warm_ups = 5;
};

/// Runs the two in turn, A B B A, so that neither always finds the caches as the other left them. Each is given
/// the number of the pair and answers the nanoseconds that count.
template <class Product, class Baseline>
[[nodiscard]] Pairs interleaved(Plan plan, Product&& product, Baseline&& baseline)
{
    Pairs pairs;
    for (int pair = -plan.warm_ups; pair < plan.pairs; ++pair) {
        std::size_t const work = static_cast<std::size_t>(pair + plan.warm_ups);
        double of_product = 0, of_baseline = 0;
        if (pair % 2 == 0) {
            of_product = product(work);
            of_baseline = baseline(work);
        } else {
            of_baseline = baseline(work);
            of_product = product(work);
        }
        if (pair >= 0)
            pairs.add(of_product, of_baseline);
    }
    return pairs;
}

} // namespace plumbline::bench
