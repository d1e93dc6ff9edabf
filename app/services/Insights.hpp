// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/services/Context.hpp"

#include <map>
#include <string>
#include <vector>

namespace plumbline::app {

/// Monday to Sunday. Only what is not in the future is counted, so that the running week is not judged by it.
struct InsightsWeek {
    Date monday{};
    int visits = 0;   ///< Charted: their notes are signed or have minutes.
    int seen = 0;     ///< Appointments whose patient came: arrived, in treatment or done.
    int canceled = 0; ///< Called off.
    int missed = 0;   ///< Did not come.
    int open = 0;     ///< Over, and nobody wrote what became of it.
    int new_patients = 0;
    std::map<UserId, int> visits_of{};
    std::map<UserId, Minutes> minutes_of{}; ///< Of appointments that took the clinician's time, overlaps once.
    std::map<UserId, Minutes> worked_of{};  ///< Working hours that are over.
    [[nodiscard]] int booked() const noexcept { return seen + canceled + missed + open; }
    friend bool operator==(InsightsWeek const&, InsightsWeek const&) = default;
};

/// What became of a measure in the episodes of one diagnosis.
struct OutcomeRow {
    std::string diagnosis{}; ///< ICD-10-CM code; empty for episodes without one.
    std::string title{};
    Measure measure{};
    int episodes = 0;  ///< Measured twice or more.
    double first = 0;  ///< Mean of the first values.
    double last = 0;   ///< Mean of the last values.
    int important = 0; ///< Episodes with an important change for the better (Change::Improved).
    [[nodiscard]] double important_share() const noexcept { return episodes == 0 ? 0 : 100.0 * important / episodes; }
    friend bool operator==(OutcomeRow const&, OutcomeRow const&) = default;
};

struct Insights {
    Date from{}, to{};
    std::vector<std::pair<UserId, std::string>> clinicians{}; ///< Who had a visit or an appointment, by name.
    std::vector<InsightsWeek> weeks{};                        ///< All of them, empty ones too.
    std::vector<OutcomeRow> outcomes{};                       ///< Of ODI and NPRS, the most episodes first.
    friend bool operator==(Insights const&, Insights const&) = default;
};

inline constexpr int longest_insights_weeks = 104;

/// The last so many weeks, the running one included. A fixed number of statements.
[[nodiscard]] Result<Insights> insights(Records const& records, Context const& context, int weeks);

} // namespace plumbline::app
