// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/services/Chart.hpp"
#include "app/services/Desk.hpp"
#include "app/services/Signal.hpp"

#include <memory>
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

struct PlanState {
    PlanFields fields;
    bool fresh = true;
    std::string visits;        ///< `12 visits: 2 a week for 6 weeks`
    std::string certification; ///< `due by 4 Feb 2026 · interval ends 4 Apr 2026`
    std::vector<Refusal> complaints;
    std::string saved;
    bool busy = false;
    bool changed = false;
    friend bool operator==(PlanState const&, PlanState const&) = default;
};

/// The plan of care of an episode with its goals and certification.
class PlanPresenter {
public:
    PlanPresenter(Desk& desk, Chart const& chart);

    [[nodiscard]] PlanState const& state() const noexcept { return state_; }
    Signal<> changed;
    Signal<> kept;

    void edit(PlanFields fields);
    void add_goal();
    /// Only one that was never kept; a kept goal is dropped by its state.
    void remove_goal(std::size_t index);
    void keep();

private:
    void derive();
    [[nodiscard]] Result<PlanOfCare::Details> details() const;
    [[nodiscard]] std::vector<Goal> goals(Faults& faults) const;

    Desk& desk_;
    std::shared_ptr<int> alive_ = std::make_shared<int>(0);
    PatientId patient_;
    EpisodeId episode_;
    std::optional<PlanOfCare> plan_;
    PlanId id_;
    Date first_treatment_;
    PlanState state_;
};

} // namespace plumbline::app
