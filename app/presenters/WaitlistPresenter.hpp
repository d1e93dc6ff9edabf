// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/presenters/PatientPick.hpp"
#include "app/services/ScheduleOpenings.hpp"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace plumbline::app {

/// What somebody waits for, as typed.
struct WaitlistFields {
    std::size_t clinician = 0; ///< 0: anybody, then those who can be chosen.
    AppointmentType type = AppointmentType::Treatment;
    std::string length = "45";
    std::array<bool, 7> weekdays{true, true, true, true, true, false, false}; ///< Monday first.
    std::string from{}, to{};                                                 ///< Hours of the day.
    WaitlistPriority priority = WaitlistPriority::Normal;
    std::string until{}, note{};
    friend bool operator==(WaitlistFields const&, WaitlistFields const&) = default;
};

struct WaitlistState {
    bool fresh = true;
    WaitlistFields fields{};
    std::vector<ClinicianRow> clinicians{};
    std::array<Minutes, 4> usual_lengths{}; ///< Of each type; none before they are known.
    std::vector<Refusal> complaints{};
    friend bool operator==(WaitlistState const&, WaitlistState const&) = default;
};

/// Puts somebody on the waitlist, or changes what they wait for.
class WaitlistPresenter {
public:
    explicit WaitlistPresenter(Desk& desk);
    WaitlistPresenter(Desk& desk, WaitlistRow const& row);

    [[nodiscard]] WaitlistState const& state() const noexcept { return state_; }
    [[nodiscard]] PatientPick& who() noexcept { return who_; }
    Signal<> changed;
    Signal<ScheduleEdit, std::string> kept; ///< With whose it is.

    void edit(WaitlistFields fields) { state_.fields = std::move(fields); }
    /// A length that nobody typed follows the type.
    void choose_type(AppointmentType type);
    /// Before the choices are read, or who fits the name, it waits for them.
    void keep();

private:
    void load();
    void go_on_keeping();
    void complain(std::vector<Refusal> complaints);
    [[nodiscard]] Result<WaitlistEntry::Details> details() const;

    Desk& desk_;
    std::shared_ptr<int> alive_ = std::make_shared<int>(0);
    PatientPick who_;
    WaitlistState state_;
    std::optional<WaitlistEntry> stored_;
    WaitlistEntryId id_;
    bool busy_ = false;
    bool loaded_ = false;
    bool keep_waits_ = false;
    Connection found_;
};

} // namespace plumbline::app
