// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/clinical/Measure.hpp"
#include "domain/clinical/Modality.hpp"
#include "domain/core/Id.hpp"
#include "domain/core/Time.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace plumbline {

enum class GoalState { OnCourse, Met, NotMet, Dropped };
enum class GoalTerm { Short, Long };
[[nodiscard]] std::string_view code(GoalState) noexcept;
[[nodiscard]] std::string_view label(GoalState) noexcept;
[[nodiscard]] Result<GoalState> goal_state_from_code(std::string_view code);
[[nodiscard]] std::string_view code(GoalTerm) noexcept;
[[nodiscard]] Result<GoalTerm> goal_term_from_code(std::string_view code);

/// What was true of a goal on a day. Entries are only added.
struct GoalStatus {
    Date on{};
    GoalState state = GoalState::OnCourse;
    std::string now; ///< `28 %`, `6 kg`
    std::string comment;
    UserId author{0};
    friend bool operator==(GoalStatus const&, GoalStatus const&) = default;
};

/// A measurable goal. Number and text identify it for the whole episode and never change
/// (CMS Pub. 100-02 ch. 15 section 220.3 D); what changes is its history.
struct Goal {
    GoalId id{0};
    int number = 1;
    std::string text;
    GoalTerm term = GoalTerm::Long;
    std::optional<Measure> measure; ///< When set, the latest score says where it stands.
    std::string baseline, target;
    Date target_date{};
    std::vector<GoalStatus> history;
    [[nodiscard]] GoalState state() const noexcept;
    friend bool operator==(Goal const&, Goal const&) = default;
};

struct PlanCertification {
    std::optional<Date> sent, verbal_order, signed_on;
    std::string signed_by;
    bool order_on_file = false; ///< The order in the chart that replaces the first signature since 1 Jan 2025.
    friend bool operator==(PlanCertification const&, PlanCertification const&) = default;
};

/// Type, amount, frequency, duration and goals of an episode's treatment.
class PlanOfCare {
public:
    struct Details {
        Date established{};
        std::vector<Modality> interventions;
        int sessions_per_day = 1, visits_per_week = 2, weeks = 6;
        std::vector<Goal> goals;
        PlanCertification certification;
        std::string notes;
        friend bool operator==(Details const&, Details const&) = default;
    };
    /// Needs at least one long-term goal and one intervention; frequency 1 to 14 a week, 1 to 52 weeks.
    [[nodiscard]] static Result<PlanOfCare> create(
        PlanId id, PatientId patient, EpisodeId episode, UserId author, Details details, Date today);
    [[nodiscard]] static PlanOfCare restore(
        PlanId id, PatientId patient, EpisodeId episode, UserId author, Details details, int version);
    /// Refuses to reword, renumber or remove a goal, or to rewrite its history.
    [[nodiscard]] Result<PlanOfCare> with(Details details, Date today) const;

    [[nodiscard]] PlanId id() const noexcept { return id_; }
    [[nodiscard]] PatientId patient() const noexcept { return patient_; }
    [[nodiscard]] EpisodeId episode() const noexcept { return episode_; }
    [[nodiscard]] UserId author() const noexcept { return author_; }
    [[nodiscard]] Details const& details() const noexcept { return details_; }
    [[nodiscard]] int version() const noexcept { return version_; }
    [[nodiscard]] int planned_visits() const noexcept { return details_.visits_per_week * details_.weeks; }
    friend bool operator==(PlanOfCare const&, PlanOfCare const&) = default;

private:
    PlanOfCare(PlanId, PatientId, EpisodeId, UserId, Details, int version);
    PlanId id_;
    PatientId patient_;
    EpisodeId episode_;
    UserId author_;
    Details details_;
    int version_;
};

/// The clocks of fact book 5.1, counted per episode (CMS Pub. 100-02 ch. 15 section 220). A verbal order certifies
/// until its signature is due. A plan established more than 30 days after D is a recertification: its interval
/// starts on its own day, it is due when the one before ends, and no order replaces its signature.
struct CertificationClock {
    Date due;                                 ///< First signature: D + 30, D the first treatment day.
    std::optional<Date> verbal_signature_due; ///< Verbal order + 14 days.
    bool certified = false;
    Date interval_ends; ///< The shorter of the plan's duration and the cautious D + 89 (90 days inclusive).
    int days_left = 0;  ///< To the interval's end when certified, else to the due date; negative when past.
    friend bool operator==(CertificationClock const&, CertificationClock const&) = default;
};
[[nodiscard]] CertificationClock certification_clock(PlanOfCare const& plan, Date first_treatment_day, Date today);

struct ProgressReportClock {
    int treatment_days = 0; ///< Distinct days since the last progress report, counting today's if treated.
    int due_in = 10;        ///< Treatment days left until the report is due; 0 is due now, negative overdue.
    friend bool operator==(ProgressReportClock const&, ProgressReportClock const&) = default;
};
/// Treatment days in any order, doubles count once; report_days are the days progress reports were written.
[[nodiscard]] ProgressReportClock progress_report_clock(
    std::span<Date const> treatment_days, std::span<Date const> report_days);

} // namespace plumbline
