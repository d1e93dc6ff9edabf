// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/core/Time.hpp"
#include "reports/content/ClinicLines.hpp"
#include "reports/content/ComingVisits.hpp"
#include "reports/content/Words.hpp"
#include "reports/document/Document.hpp"

#include <optional>
#include <string>
#include <vector>

namespace plumbline::reports {

/// What goes with a patient through one visit. Empty texts are left out.
struct RoutingSlipData {
    ClinicLines clinic;
    PatientLine patient;
    std::string phone;
    ClinicTime start{};
    Minutes length{};
    std::string clinician, type, status;
    int visit_number = 0; ///< 0 when it is not known.
    std::optional<int> visits_authorized{};
    std::optional<Date> certified_until{};
    std::string alert{};            ///< Precautions, in words; empty also when whoever prints may not see charts.
    std::vector<std::string> due{}; ///< What the front desk or the clinician has to see to.
    std::string note{};             ///< The front desk's own words.
    std::vector<ComingVisit> coming{};
    std::optional<ClinicTime> printed{};
    std::optional<Instant> printed_at{}; ///< The date in the file's properties.
    friend bool operator==(RoutingSlipData const&, RoutingSlipData const&) = default;
};

[[nodiscard]] Document routing_slip(RoutingSlipData const& data, Words const& words = {});

} // namespace plumbline::reports
