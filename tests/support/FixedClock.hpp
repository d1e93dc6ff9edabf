// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/core/Time.hpp"

namespace plumbline::testing {

/// A clock that stands still until it is told to move. Its zone is UTC unless an offset is given, so
/// that no test depends on where it runs.
class FixedClock final : public Clock {
public:
    /// Monday 23 November 2026, 10:30 in the clinic.
    FixedClock();
    explicit FixedClock(ClinicTime local, Minutes ahead_of_utc = Minutes{0});

    [[nodiscard]] Instant now() const override { return now_; }
    [[nodiscard]] ClinicTime local_now() const override;

    void set(ClinicTime local);
    /// Backwards too: a computer's clock does step back.
    void advance(std::chrono::milliseconds by) { now_ += by; }

private:
    Minutes ahead_of_utc_;
    Instant now_;
};

} // namespace plumbline::testing
