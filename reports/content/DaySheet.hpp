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

/// One appointment as a day sheet shows it. Empty texts are left out.
struct DaySheetLine {
    ClinicTime start{};
    Minutes length{};
    std::string patient; ///< `Lindqvist, Maja`
    std::string record_number;
    Date born{};
    std::string phone;
    std::string type;
    std::string status;
    bool takes_place = true; ///< False for what was canceled or missed.
    int visit_number = 0;    ///< 0 when it is not known.
    std::optional<int> visits_authorized{};
    std::string alert{}; ///< Precautions, in words.
    std::string due{};   ///< `progress report due today`
    std::string note{};  ///< The front desk's own words.
    friend bool operator==(DaySheetLine const&, DaySheetLine const&) = default;
};

struct ClinicianDay {
    std::string clinician; ///< Name with credentials.
    std::string hours{};   ///< `08:00-12:00 13:00-17:30`; empty when none are kept.
    std::vector<DaySheetLine> lines;
    Date day{}; ///< Of a sheet of several.
    friend bool operator==(ClinicianDay const&, ClinicianDay const&) = default;
};

struct DaySheetData {
    ClinicLines clinic;
    Date day{}, to{}; ///< Both included.
    std::optional<ClinicTime> printed{};
    std::optional<Instant> printed_at{}; ///< The date in the file's properties.
    std::vector<ClinicianDay> clinicians;
    friend bool operator==(DaySheetData const&, DaySheetData const&) = default;
};

/// Each clinician, and of several days each day, begins a page, so that the sheets can be handed out. A clinician or a clinic without an appointment
/// is said to have none.
[[nodiscard]] Document day_sheet(DaySheetData const& data, Words const& words = {});

} // namespace plumbline::reports
