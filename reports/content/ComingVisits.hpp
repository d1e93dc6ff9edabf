// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/core/Time.hpp"
#include "reports/content/ClinicLines.hpp"
#include "reports/content/Words.hpp"
#include "reports/document/Document.hpp"

#include <optional>
#include <string>
#include <vector>

namespace plumbline::reports {

struct ComingVisit {
    ClinicTime start{};
    Minutes length{};
    std::string clinician;
    friend bool operator==(ComingVisit const&, ComingVisit const&) = default;
};

/// What a patient takes home. It says when and with whom, never what for.
struct ComingVisitsData {
    ClinicLines clinic;
    std::string clinic_phone; ///< Whom to call; empty when the clinic has written none.
    PatientLine patient;
    std::vector<ComingVisit> visits;
    std::optional<ClinicTime> printed{};
    std::optional<Instant> printed_at{}; ///< The date in the file's properties.
    friend bool operator==(ComingVisitsData const&, ComingVisitsData const&) = default;
};

/// In large print.
[[nodiscard]] Document coming_visits(ComingVisitsData const& data, Words const& words = {});

} // namespace plumbline::reports
