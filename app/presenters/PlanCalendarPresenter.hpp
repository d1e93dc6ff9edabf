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
#include <utility>
#include <variant>
#include <vector>

namespace plumbline::app {

/// When the patient can come, as typed.
struct PlanCalendarFields {
    std::size_t clinician = 0; ///< Of those who can be chosen.
    std::string from{}, about{};
    std::string not_before{}, not_after{}; ///< The patient's hours; both or none.
    AppointmentType type = AppointmentType::Treatment;
    std::string length{};                                                     ///< Minutes; empty: the type's.
    std::array<bool, 7> weekdays{true, true, true, true, true, false, false}; ///< Monday first.
    std::size_t resource = 0;                                                 ///< Of what can be asked for; 0: none.
    friend bool operator==(PlanCalendarFields const&, PlanCalendarFields const&) = default;
};

struct PlanCalendarState {
    PlanCalendarFields fields{};
    std::vector<ClinicianRow> clinicians{};
    std::vector<std::string> resources{}; ///< `none`, then any of a kind, then each by its name.
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
    /// Takes a visit to another time, as typed; faults stand on `move_day` and `move_time`.
    void move(std::size_t visit, std::string const& day, std::string const& time);
    /// What stands in those two fields for it.
    [[nodiscard]] std::pair<std::string, std::string> place_of(std::size_t visit) const;
    void keep();

private:
    void propose();
    void show(VisitProposal proposal);
    void receive(std::vector<ClinicianRow> clinicians, std::vector<Resource> const& resources);
    [[nodiscard]] Result<PlanWish> wish() const;
    void complain(std::vector<Refusal> complaints);

    Desk& desk_;
    std::shared_ptr<int> alive_ = std::make_shared<int>(0);
    EpisodeId episode_;
    std::string who_;
    std::optional<UserId> wanted_clinician_;
    PlanCalendarState state_;
    std::vector<std::variant<ResourceKind, ResourceId>> resources_; ///< As the state lists them, without `none`.
    std::optional<VisitProposal> proposal_;
    int questions_ = 0; ///< Only the answer to the newest counts.
    bool busy_ = false;
};

} // namespace plumbline::app
