// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>

namespace plumbline::app::demo {

/// Chance that repeats itself: the same seed throws the same numbers on every machine and library (SplitMix64,
/// Steele, Lea and Flood 2014). For invented data only, never for secrets.
class Dice {
public:
    explicit Dice(std::uint64_t seed) noexcept
        : state_{seed}
    {
    }
    [[nodiscard]] std::uint64_t next() noexcept
    {
        std::uint64_t z = (state_ += 0x9e3779b97f4a7c15ULL);
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
        return z ^ (z >> 31);
    }
    /// From low to high, both included.
    [[nodiscard]] int between(int low, int high) noexcept
    {
        return low + static_cast<int>(next() % static_cast<std::uint64_t>(high - low + 1));
    }
    [[nodiscard]] bool percent(int chance) noexcept { return between(1, 100) <= chance; }
    template <class T, std::size_t N>
    [[nodiscard]] T const& pick(T const (&all)[N]) noexcept
    {
        return all[static_cast<std::size_t>(next() % N)];
    }
    template <class T>
    [[nodiscard]] T const& pick(std::span<T const> all) noexcept
    {
        return all[static_cast<std::size_t>(next() % all.size())];
    }

private:
    std::uint64_t state_;
};

} // namespace plumbline::app::demo
