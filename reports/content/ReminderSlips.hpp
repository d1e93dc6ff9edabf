// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "reports/content/ComingVisits.hpp"

namespace plumbline::reports {

/// One slip: a person and a visit.
struct ReminderSlip {
    std::string patient; ///< `Maja Lindqvist`
    ComingVisit visit;
    friend bool operator==(ReminderSlip const&, ReminderSlip const&) = default;
};

struct ReminderSlipsData {
    ClinicLines clinic;
    std::string clinic_phone; ///< Whom to call; empty when the clinic has written none.
    Date from{}, to{};
    std::vector<ReminderSlip> slips;
    std::optional<Instant> printed_at{}; ///< The date in the file's properties.
    friend bool operator==(ReminderSlipsData const&, ReminderSlipsData const&) = default;
};

/// Two slips side by side, to be cut along dashed lines. A slip is never divided by a page's end and says when and
/// with whom, never what for.
[[nodiscard]] Document reminder_slips(ReminderSlipsData const& data, Words const& words = {});

} // namespace plumbline::reports
