// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/presenters/ProposalLines.hpp"
#include "app/services/Desk.hpp"
#include "app/services/ScheduleSetup.hpp"
#include "app/services/Signal.hpp"

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace plumbline::app {

/// When the patient can come, as typed.
struct PlanCalendarFields {
    std::size_t clinician = 0; ///< Of those who can be chosen.
    std::string from{}, about{};
    std::array<bool, 7> weekdays{true, true, true, true, true, false, false}; ///< Monday first.
    std::size_t resource = 0; ///< 0: none, then those that can be chosen.
    friend bool operator==(PlanCalendarFields const&, PlanCalendarFields const&) = default;
};

struct PlanCalendarState {
    PlanCalendarFields fields{};
    std::vector<ClinicianRow> clinicians{};
    std::vector<Resource> resources{};
    std::vector<ProposedLine> visits{};
    std::string summary{};
    std::vector<Refusal> complaints{};
    friend bool operator==(PlanCalendarState const&, PlanCalendarState const&) = default;
};

/// The visits of a plan of care that are not booked yet, laid out as a proposal and booked together.
class PlanCalendarPresenter {
public:
    PlanCalendarPresenter(Desk& desk, EpisodeId episode, std::string who, std::optional<UserId> clinician);

    [[nodiscard]] PlanCalendarState const& state() const noexcept { return state_; }
    Signal<> changed;
    Signal<ScheduleEdit, std::string> kept; ///< With whose it is.

    /// Lays out anew.
    void edit(PlanCalendarFields fields);
    /// Leaves a visit out, or takes it in again.
    void toggle(std::size_t visit);
    void keep();

private:
    void propose();
    void complain(std::vector<Refusal> complaints);

    Desk& desk_;
    std::shared_ptr<int> alive_ = std::make_shared<int>(0);
    EpisodeId episode_;
    std::string who_;
    std::optional<UserId> wanted_clinician_;
    PlanCalendarState state_;
    std::optional<VisitProposal> proposal_;
    int questions_ = 0; ///< Only the answer to the newest counts.
    bool busy_ = false;
};

} // namespace plumbline::app
