// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/core/Time.hpp"

#include <string>

namespace plumbline::app {

/// The computer's time; local in the clinic's IANA zone, or the computer's own zone when none is set.
/// May be read from any thread; the zone is set before other threads start.
class SystemClock final : public Clock {
public:
    [[nodiscard]] Instant now() const override;
    [[nodiscard]] ClinicTime local_now() const override;
    /// Refused when the zone is not known.
    [[nodiscard]] Result<void> set_zone(std::string const& iana_name);

private:
    std::string zone_;
};

/// What the wall clock of an IANA zone shows at an instant, and when a day begins there. Without a name the computer's
/// own zone.
[[nodiscard]] ClinicTime local_time(Instant at, std::string const& zone);
[[nodiscard]] Instant beginning_of(Date day, std::string const& zone);

/// Refused when the zone database does not have the name.
[[nodiscard]] Result<void> known_zone(std::string const& iana_name);

} // namespace plumbline::app
