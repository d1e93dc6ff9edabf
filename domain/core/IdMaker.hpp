// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/core/Id.hpp"
#include "domain/core/Time.hpp"

#include <cstdint>
#include <mutex>

namespace plumbline {

/// Makes time-sorted 64-bit ids in the TSID layout: 42 bits of milliseconds since 2020-01-01 UTC,
/// then 22 bits of node (10) and counter (12). Strictly increasing even when the clock steps back.
/// May be called from any thread.
class IdMaker {
public:
    /// Node tells workstations apart: 0 to 1023.
    explicit IdMaker(Clock const& clock, std::uint32_t node = 0) noexcept;

    [[nodiscard]] std::int64_t next();

    template <class AnyId>
    [[nodiscard]] AnyId make()
    {
        return AnyId{next()};
    }

private:
    Clock const& clock_;
    std::int64_t node_;
    std::mutex guard_;
    std::int64_t millis_ = 0;
    std::int64_t counter_ = 0;
};

} // namespace plumbline
