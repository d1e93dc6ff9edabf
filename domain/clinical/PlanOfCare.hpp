// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/clinical/Measure.hpp"
#include "domain/clinical/Modality.hpp"
#include "domain/clinical/Seal.hpp"
#include "domain/core/Id.hpp"
#include "domain/core/Time.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace plumbline {

enum class GoalState { InProgress, Met, NotMet, Dropped };
enum class GoalTerm { Short, Long };
[[nodiscard]] std::string_view code(GoalState) noexcept;
[[nodiscard]] std::string_view label(GoalState) noexcept;
[[nodiscard]] Result<GoalState> goal_state_from_code(std::string_view code);
[[nodiscard]] std::string_view code(GoalTerm) noexcept;
[[nodiscard]] Result<GoalTerm> goal_term_from_code(std::string_view code);

/// What was true of a goal on a day. Entries are only added.
struct GoalStatus {
    Date on{};
    GoalState state = GoalState::InProgress;
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
    std::string baseline, target;   ///< Both needed, so that it can be measured; in the measure's unit when it has one.
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

/// Type, amount, frequency, duration and goals of an episode's treatment, and the certification of one interval. Once
/// sealed only what comes later is added: the physician's certification and how the goals go. A recertification is a
/// plan of its own, so that what was certified before stays.
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
    [[nodiscard]] static PlanOfCare restore(PlanId id, PatientId patient, EpisodeId episode, UserId author,
        Details details, int version, std::optional<Seal> seal = {});
    /// Refuses to reword, renumber or remove a goal, to rewrite its history, and to change what is signed.
    [[nodiscard]] Result<PlanOfCare> with(Details details, Date today) const;
    /// The plan that follows this one, established later, its goals carried on. Refused while this one is not signed.
    [[nodiscard]] Result<PlanOfCare> recertified(PlanId id, UserId author, Details details, Date today) const;
    /// Refused when sealed already.
    [[nodiscard]] Result<PlanOfCare> sealed(Seal seal) const;
    /// The text the seal is computed over: what was established, without certification and the goals' history.
    [[nodiscard]] std::string canonical_text() const;

    [[nodiscard]] PlanId id() const noexcept { return id_; }
    [[nodiscard]] PatientId patient() const noexcept { return patient_; }
    [[nodiscard]] EpisodeId episode() const noexcept { return episode_; }
    [[nodiscard]] UserId author() const noexcept { return author_; }
    [[nodiscard]] Details const& details() const noexcept { return details_; }
    [[nodiscard]] std::optional<Seal> const& seal() const noexcept { return seal_; }
    [[nodiscard]] int version() const noexcept { return version_; }
    [[nodiscard]] int planned_visits() const noexcept { return details_.visits_per_week * details_.weeks; }
    friend bool operator==(PlanOfCare const&, PlanOfCare const&) = default;

private:
    PlanOfCare(PlanId, PatientId, EpisodeId, UserId, Details, std::optional<Seal>, int version);
    PlanId id_;
    PatientId patient_;
    EpisodeId episode_;
    UserId author_;
    Details details_;
    std::optional<Seal> seal_;
    int version_;
};

/// The clock of one certified interval, fact book 5.1 (CMS Pub. 100-02 ch. 15 section 220.1.3). A verbal order certifies
/// until its signature is due. What was signed before the plan was established belongs to the interval before.
struct CertificationClock {
    Date due;                                 ///< First signature: D + 30, D the first treatment day.
    std::optional<Date> verbal_signature_due; ///< Verbal order + 14 days.
    bool certified = false;
    Date interval_ends; ///< The shorter of the plan's duration and 90 days, its first treatment day included.
    int days_left = 0;  ///< To the interval's end when certified, else to the due date; negative when past.
    Date begins{};      ///< The first treatment day under the plan; the plan's own day while there is none.
    bool again = false; ///< A recertification: due when the interval before ends, and no order replaces its signature.
    friend bool operator==(CertificationClock const&, CertificationClock const&) = default;
};
/// One for each plan of an episode. Plans oldest first, treatment days ascending. A plan that is established within 30
/// days of the first treatment day, while none before it was signed by the physician, is still the first one.
[[nodiscard]] std::vector<CertificationClock> certification_clocks(
    std::span<PlanOfCare const> plans, std::span<Date const> treatment_days, Date today);
/// Of the plan in force; none without a plan.
[[nodiscard]] std::optional<CertificationClock> certification_clock(
    std::span<PlanOfCare const> plans, std::span<Date const> treatment_days, Date today);

struct ProgressReportClock {
    int treatment_days = 0; ///< Distinct days since the last progress report, counting today's if treated.
    int due_in = 10;        ///< Treatment days left until the report is due; 0 is due now, negative overdue.
    friend bool operator==(ProgressReportClock const&, ProgressReportClock const&) = default;
};
/// Treatment days in any order, doubles count once; report_days are the days progress reports were written.
[[nodiscard]] ProgressReportClock progress_report_clock(
    std::span<Date const> treatment_days, std::span<Date const> report_days);

} // namespace plumbline
