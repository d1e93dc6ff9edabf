// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/presenters/RecordForm.hpp"
#include "app/services/Chart.hpp"

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
    GoalState state = GoalState::OnCourse; ///< What it is now; a change becomes a line of its history.
    std::string now;                       ///< Said with the change of state: `6 kg`.
    bool kept = false;
    friend bool operator==(GoalFields const&, GoalFields const&) = default;
};

struct PlanFields {
    std::string established, visits_per_week = "2", weeks = "6", notes;
    std::vector<Modality> interventions;
    std::vector<GoalFields> goals;
    std::string sent, verbal_order, signed_on, signed_by;
    bool order_on_file = false;
    friend bool operator==(PlanFields const&, PlanFields const&) = default;
};

/// Names are those of PlanOfCare::create; goals are `goal.<id>.` when kept and `new.<n>.` when not.
[[nodiscard]] TypedTexts texts_of(PlanFields const& fields);
[[nodiscard]] PlanFields with_texts(PlanFields base, TypedTexts const& texts);

struct PlanState : TypingState {
    PlanFields fields;
    std::string visits;        ///< `12 visits: 2 a week for 6 weeks`
    std::string certification; ///< `due by 4 Feb 2026 · interval ends 4 Apr 2026`
    /// What is wrong with each goal, beside its row; complaints hold the rest.
    std::vector<std::vector<Refusal>> goal_complaints;
    friend bool operator==(PlanState const&, PlanState const&) = default;
};

/// The plan of care of an episode with its goals and certification.
class PlanPresenter final : public RecordForm<PlanOfCare, PlanFields, PlanState> {
public:
    PlanPresenter(Desk& desk, Chart const& chart);

    Signal<> kept;

    void edit(PlanFields fields);
    void add_goal();
    /// Only one that was never kept; a kept goal is dropped by its state.
    void remove_goal(std::size_t index);
    void keep();
    [[nodiscard]] EpisodeId episode() const noexcept { return episode_; }
    /// The stored plan this form stands on; nothing while it is new.
    [[nodiscard]] std::optional<PlanOfCare> const& stored() const noexcept { return plan_; }

private:
    [[nodiscard]] Result<PlanOfCare::Details> details();
    [[nodiscard]] std::vector<Goal> goals(Date established);
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
    std::optional<PlanOfCare> plan_;
    PlanId id_;
    Date first_treatment_;
};

} // namespace plumbline::app
