// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/presenters/RecordForm.hpp"
#include "app/services/Chart.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace plumbline::app {

/// A goal as typed. Number, text and term are fixed once it is kept.
struct GoalFields {
    GoalId id{0};
    std::string text, baseline, target, target_date;
    GoalTerm term = GoalTerm::Long;
    std::optional<Measure> measure;
    GoalState state = GoalState::InProgress; ///< What it is now; a change becomes a line of its history.
    std::string now;                         ///< Said with the change of state: `6 kg`.
    std::string comment;                     ///< The progress toward it, in the therapist's words; part of that line.
    bool kept = false;
    friend bool operator==(GoalFields const&, GoalFields const&) = default;
};

struct PlanFields {
    std::string established, sessions_per_day = "1", visits_per_week = "2", weeks = "6", notes;
    std::vector<Modality> interventions;
    std::vector<GoalFields> goals;
    std::string sent, verbal_order, signed_on, signed_by;
    bool order_on_file = false;
    friend bool operator==(PlanFields const&, PlanFields const&) = default;
};

[[nodiscard]] PlanFields fields_of(PlanOfCare const& plan);
/// Names are those of PlanOfCare::create; goals are `goal.<id>.` when kept and `new.<n>.` when not.
[[nodiscard]] TypedTexts texts_of(PlanFields const& fields);
[[nodiscard]] PlanFields with_texts(PlanFields base, TypedTexts const& texts);

struct PlanState : TypingState {
    PlanFields fields;
    std::string visits;        ///< `12 visits: 2 a week for 6 weeks`
    std::string certification; ///< `due by 4 Feb 2026 · interval ends 4 Apr 2026`
    /// What was certified, or waits for it, with its plan.
    struct Interval {
        std::string days;  ///< `5 Jan 2026 – 4 Apr 2026`
        std::string plan;  ///< `2 a week for 6 weeks, signed by Dana Reyes, PT, DPT`
        std::string paper; ///< `sent 6 Jan 2026 · signed 12 Jan 2026 by H. Brandt, MD`
        bool certified = false;
        friend bool operator==(Interval const&, Interval const&) = default;
    };
    std::vector<Interval> intervals;                    ///< Newest first, the one in force among them.
    std::vector<std::vector<std::string>> goal_history; ///< Of each goal, newest first.
    bool sealed = false;                                ///< Signed: only certification and the state of goals change.
    std::string seal;
    bool recertifying = false;  ///< A plan that follows the one in force, not kept yet.
    bool may_recertify = false; ///< The plan in force is signed.
    /// What is wrong with each goal, beside its row; complaints hold the rest.
    std::vector<std::vector<Refusal>> goal_complaints;
    friend bool operator==(PlanState const&, PlanState const&) = default;
};

enum class PlanPurpose {
    Current,   ///< The plan in force, or the first one.
    Recertify, ///< The plan that follows it, beginning as that one stands.
};

/// The plan of care of an episode with its goals and certification.
class PlanPresenter final : public RecordForm<PlanOfCare, PlanFields, PlanState> {
public:
    PlanPresenter(Desk& desk, Chart const& chart, PlanPurpose purpose = PlanPurpose::Current);

    Signal<> kept; ///< Also after signing.

    void edit(PlanFields fields);
    void add_goal();
    /// Only one that was never kept; a kept goal is dropped by its state.
    void remove_goal(std::size_t index);
    void keep();
    /// Keeps it and signs it in the therapist's name.
    void sign();
    [[nodiscard]] EpisodeId episode() const noexcept { return episode_; }
    /// The stored plan this form stands on; nothing while it is new.
    [[nodiscard]] std::optional<PlanOfCare> const& stored() const noexcept { return plan_; }
    /// The plan in force that this recertification is to follow.
    [[nodiscard]] std::optional<PlanOfCare> const& follows() const noexcept { return before_; }

private:
    enum class Then { Stay, Sign };
    void store(Then then);
    void derive_clocks();
    [[nodiscard]] Result<PlanOfCare::Details> details();
    [[nodiscard]] Result<PlanOfCare> checked(PlanOfCare::Details details) const;
    [[nodiscard]] std::vector<Refusal> faults_of(Goal const& goal, Date established) const;
    [[nodiscard]] std::vector<Goal> goals(Date established);
    void add_status(Goal& goal, GoalFields const& typed) const;
    [[nodiscard]] Goal new_goal(
        GoalFields const& typed, int number, Date established, std::vector<Refusal>& complaints);
    [[nodiscard]] PlanFields fields_of(PlanOfCare const& plan) const override;
    void adopt(PlanOfCare const& plan) override;
    [[nodiscard]] std::int64_t subject_of(PlanOfCare const& plan) const override { return plan.id().value(); }
    [[nodiscard]] Reading reading() const override;
    void derive() override;
    void after_keeping(PlanOfCare const&) override { kept(); }

    PatientId patient_;
    EpisodeId episode_;
    std::optional<PlanOfCare> plan_, before_;
    PlanId id_;
    std::vector<PlanOfCare> plans_; ///< All of the episode, oldest first.
    std::vector<Date> treatment_days_;
    std::map<UserId, std::string> names_;
};

} // namespace plumbline::app
