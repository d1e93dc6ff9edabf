// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/services/Context.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace plumbline::app {

/// One thing that an open episode needs soon, or should have had.
struct CaseDue {
    enum class What { ProgressReport, Certification, Authorization };
    What what{};
    int left = 0; ///< Treatment days, days, visits or units; negative when over.
    bool urgent = false;
    std::string words{}; ///< `progress report due now`
    std::optional<AuthorizationId> authorization{};
    friend bool operator==(CaseDue const&, CaseDue const&) = default;
};
/// The authorization that counts for an episode on a day.
[[nodiscard]] std::optional<AuthorizationStanding> authorization_of(
    OpenCase const& one, AuthorizationKind kind, Date day, Settings const& settings);
/// What an episode's clocks say on a day, by the clinic's own limits (settings `alert.*`).
[[nodiscard]] std::vector<CaseDue> due_of(OpenCase const& one, Date day, Settings const& settings);
/// The clock of the plan in force; none without one.
[[nodiscard]] std::optional<CertificationClock> certification_of(OpenCase const& one, Date day);

enum class WorklistKind { UnsignedNotes, Certifications, ProgressReports, NoFutureVisit, Authorizations, NoShows };
[[nodiscard]] std::string_view code(WorklistKind) noexcept;
[[nodiscard]] std::string_view label(WorklistKind) noexcept;

/// A line of a list that someone works through.
struct WorkRow {
    PatientId patient{0};
    std::optional<VisitId> visit{}; ///< The note to open.
    PersonName name{};
    std::string record_number{}; ///< Empty for notes.
    std::string about{};         ///< The episode, or who has to do it.
    std::string due{};
    bool urgent = false;
    friend bool operator==(WorkRow const&, WorkRow const&) = default;
};
struct Worklist {
    WorklistKind kind{};
    std::vector<WorkRow> rows{}; ///< The most pressing first.
    friend bool operator==(Worklist const&, Worklist const&) = default;
};

/// How far back missed appointments are looked for.
inline constexpr int no_show_days = 30;

/// All six, empty ones too, in a fixed number of statements.
[[nodiscard]] Result<std::vector<Worklist>> worklists(Records const& records, Context const& context);

} // namespace plumbline::app
