// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/services/Standing.hpp"
#include "app/services/Today.hpp"
#include "domain/store/ScheduleRules.hpp"

#include <map>
#include <set>
#include <vector>

namespace plumbline::app {

/// An episode that is looked at for the board, with where it stands.
struct Case {
    Patient patient;
    Episode episode;
    std::vector<PlanOfCare> plans{}; ///< Oldest first.
    std::vector<Evaluation> evaluations{};
    Standing now{};
    std::vector<Date> report_days{};
    ProgressReportClock progress{}; ///< With the day of the board as a treatment day when the patient comes then.
    bool comes_today = false;
    std::optional<AuthorizationStanding> authorization{}, referral{}; ///< In force on the day of the board.
};

/// Builds the board of a day. It looks at the patients of the day and at those of the next week, at most sixty
/// episodes besides the day's own, so that a large clinic's board costs no more than a small one's.
class Board {
public:
    enum class Clinical { Shown, Hidden };
    Board(Records const& records, Context const& context, Date day, Clinical clinical);

    void add(Appointment const& appointment);
    /// The patients of the next week; they have no row.
    void add_coming(std::optional<UserId> clinician);

    [[nodiscard]] std::vector<DayRow> const& rows() const noexcept { return rows_; }
    [[nodiscard]] std::vector<DecisionRow> decisions() const;
    [[nodiscard]] std::vector<DueRow> due() const;

private:
    enum class Comes { Today, Later };
    Patient const* person(PatientId id);
    Case const* look_at(Patient const& patient, std::optional<EpisodeId> wanted, Comes comes);
    [[nodiscard]] std::optional<Episode> choose(PatientId patient, std::optional<EpisodeId> wanted) const;
    [[nodiscard]] Case read(Patient const& patient, Episode const& episode) const;
    void describe(DayRow& row, Appointment const& appointment, Case const& one) const;
    void add_clocks(std::vector<DueRow>& rows, Case const& one) const;
    void add_authorization(std::vector<DueRow>& rows, Case const& one, AuthorizationStanding const& standing) const;
    [[nodiscard]] int setting(std::string_view key) const;

    Records const& records_;
    Context const& context_;
    Date day_;
    Clinical clinical_;
    AuthorizationAlert alert_;
    std::vector<DayRow> rows_;
    std::map<PatientId, Patient> people_;
    std::map<EpisodeId, Case> cases_;
    std::set<PatientId> without_case_;
};

/// What the 6-to-8-week rule asks to be decided about an episode, if anything (ReviewRule.hpp). None while it is
/// put off.
[[nodiscard]] std::optional<DecisionRow> decision(Records const& records, Case const& one, Date day);

} // namespace plumbline::app
