// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/presenters/PatientPick.hpp"
#include "app/presenters/ProposalLines.hpp"
#include "app/presenters/SchedulePresenter.hpp"
#include "domain/scheduling/Recurrence.hpp"

#include <array>
#include <functional>
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
    std::vector<ResourceId> resources{}; ///< Ascending.
    std::string note{};
    VisitRepeat repeat = VisitRepeat::Once;
    std::array<bool, 7> weekdays{}; ///< Monday first.
    std::string every = "1", count{}, until{};
    std::string left_out{};                ///< Days, with commas between them.
    SeriesScope scope = SeriesScope::This; ///< Of a change to one of a series.
    std::string reason{};                  ///< Why against hours or limits; kept with the visit.
    friend bool operator==(VisitFields const&, VisitFields const&) = default;
};

struct VisitState {
    enum class Kind : std::uint8_t { New, Change, WalkIn } kind = Kind::New;
    VisitFields fields{};
    std::vector<ClinicianRow> clinicians{};
    std::vector<Resource> resources{}; ///< In use, or held by the visit already.
    std::string patient{};             ///< Of a visit that is booked already: it stays with whom it is.
    bool in_series = false;
    std::vector<Refusal> complaints{};
    bool may_override = false;          ///< What stands against it are hours or limits, which can be set aside.
    std::vector<ProposedLine> visits{}; ///< Of a series, before it is booked or changed.
    std::string summary{};
    bool busy = false;
    bool keep_waits = false; ///< It goes on once what it needs has been read.
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
    /// Leaves a visit of a new series out, or takes it in again.
    void toggle(std::size_t visit);
    /// Before the choices are read, or who fits the name, it waits for them.
    void keep();
    /// The same although hours or limits speak against it.
    void keep_all_the_same();

private:
    struct Choices {
        std::vector<ClinicianRow> clinicians;
        std::vector<Resource> resources;
        SeriesStanding series;
    };
    void load();
    void go_on_keeping();
    void take(Choices choices);
    void attempt();
    void book_once(Appointment::Details const& details);
    void attempt_series(Appointment::Details const& details);
    void attempt_change(AppointmentChange const& change);
    void attempt_series_change(AppointmentChange const& change);
    void propose(std::function<Result<VisitProposal>(Records const&, Context const&)> work);
    void write(std::function<Result<ScheduleEdit>(Records&, Context const&)> work);
    void show(VisitProposal proposal);
    void receive(Result<ScheduleEdit> const& edit);
    void complain(std::vector<Refusal> complaints);
    void forget_proposal();
    /// The weekday of a series moves with the day until somebody ticks others.
    void follow_day(VisitFields& fields) const;
    /// The pattern of the series, counted for what the change is to reach.
    void fill_pattern(VisitFields& fields, SeriesScope scope) const;
    [[nodiscard]] bool has_other_pattern() const;
    [[nodiscard]] bool changes_series() const;
    [[nodiscard]] Meant meant() const;
    [[nodiscard]] Result<Appointment::Details> details() const;
    /// Only what differs from what is booked.
    [[nodiscard]] AppointmentChange change_to(Appointment::Details const& typed) const;
    [[nodiscard]] Result<std::string> rule() const;
    [[nodiscard]] Result<std::vector<Date>> left_out() const;

    Desk& desk_;
    std::shared_ptr<int> alive_ = std::make_shared<int>(0);
    PatientPick who_;
    VisitState state_;
    ScheduleSlot slot_;
    std::optional<ScheduleBlock> existing_;
    AppointmentId id_; ///< Made once, so that a repeated save is recognized.
    std::optional<VisitProposal> proposal_;
    VisitFields proposed_for_;
    std::optional<SeriesStanding> series_;
    Meant meant_; ///< What was asked for again.
    bool loaded_ = false;
    Connection found_;
};

} // namespace plumbline::app
