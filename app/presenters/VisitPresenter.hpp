// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/presenters/PatientPick.hpp"
#include "app/presenters/ProposalLines.hpp"
#include "app/presenters/SchedulePresenter.hpp"
#include "domain/scheduling/Recurrence.hpp"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace plumbline::app {

enum class VisitRepeat : std::uint8_t { Once, Weekly };

/// A visit as it is typed in. Days, times and counts stay texts until they are meant.
struct VisitFields {
    AppointmentType type = AppointmentType::Treatment;
    std::string length{};      ///< Minutes; empty: the type's.
    std::size_t clinician = 0; ///< Of those who can be chosen.
    std::string day{}, time{};
    std::size_t resource = 0; ///< 0: none, then those that can be chosen.
    std::string note{};
    VisitRepeat repeat = VisitRepeat::Once;
    std::array<bool, 7> weekdays{}; ///< Monday first.
    std::string every = "1", count{}, until{};
    SeriesScope scope = SeriesScope::This; ///< Of a change to one of a series.
    friend bool operator==(VisitFields const&, VisitFields const&) = default;
};

struct VisitState {
    enum class Kind : std::uint8_t { New, Change, WalkIn } kind = Kind::New;
    VisitFields fields{};
    std::vector<ClinicianRow> clinicians{};
    std::vector<Resource> resources{};
    bool in_series = false;
    std::vector<Refusal> complaints{};
    bool may_override = false;          ///< What was refused lies outside the hours only.
    std::vector<ProposedLine> visits{}; ///< Of a series, before it is booked.
    std::string summary{};
    bool busy = false;
    friend bool operator==(VisitState const&, VisitState const&) = default;
};

/// Booking by typing, and changing what is booked. A series is shown first, visit by visit, with what stands against
/// each; the second time it is booked.
class VisitPresenter {
public:
    VisitPresenter(Desk& desk, VisitState::Kind kind, ScheduleSlot const& slot);
    VisitPresenter(Desk& desk, ScheduleBlock const& existing);

    [[nodiscard]] VisitState const& state() const noexcept { return state_; }
    Signal<> changed;
    Signal<ScheduleEdit, std::string> kept; ///< With whose it is.

    [[nodiscard]] PatientPick& who() noexcept { return who_; }
    void edit(VisitFields fields);
    /// Leaves a visit of the series out, or takes it in again.
    void toggle(std::size_t visit);
    void keep();
    /// The same outside of working hours.
    void keep_all_the_same();

private:
    void load();
    void attempt(Hours hours);
    void attempt_series(Appointment::Details const& details, Hours hours);
    void attempt_change(Appointment::Details const& details, Hours hours);
    void propose(Appointment::Details const& details, std::string const& rule, Hours hours);
    void show(VisitProposal proposal);
    void receive(Result<ScheduleEdit> const& edit);
    void complain(std::vector<Refusal> complaints);
    [[nodiscard]] Result<Appointment::Details> details() const;
    [[nodiscard]] Result<std::string> rule() const;

    Desk& desk_;
    std::shared_ptr<int> alive_ = std::make_shared<int>(0);
    PatientPick who_;
    VisitState state_;
    ScheduleSlot slot_;
    std::optional<ScheduleBlock> existing_;
    AppointmentId id_; ///< Made once, so that a repeated save is recognized.
    std::optional<VisitProposal> proposal_;
    VisitFields proposed_for_;
};

} // namespace plumbline::app
