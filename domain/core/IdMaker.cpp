// SPDX-License-Identifier: Apache-2.0
#include "domain/core/IdMaker.hpp"

namespace plumbline {

namespace {

constexpr int counter_bits = 12;
constexpr int node_bits = 10;
constexpr std::int64_t counters = std::int64_t{1} << counter_bits;
constexpr Instant epoch{std::chrono::sys_days{std::chrono::year{2020} / 1 / 1}};

} // namespace

IdMaker::IdMaker(Clock const& clock, std::uint32_t node) noexcept
    : clock_{clock}
    , node_{static_cast<std::int64_t>(node) & ((1 << node_bits) - 1)}
{
}

std::int64_t IdMaker::next()
{
    std::scoped_lock const lock{guard_};
    std::int64_t const now = (clock_.now() - epoch).count();
    if (now > millis_) {
        millis_ = now;
        counter_ = 0;
    } else if (++counter_ == counters) {
        ++millis_; // Borrows from the future rather than waiting or repeating.
        counter_ = 0;
    }
    return (millis_ << (node_bits + counter_bits)) | (node_ << counter_bits) | counter_;
}

} // namespace plumbline
