// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/presenters/PatientPick.hpp"
#include "app/presenters/ScheduleAgenda.hpp"
#include "app/presenters/ScheduleDrawing.hpp"
#include "app/presenters/ScheduleGesture.hpp"
#include "app/presenters/ScheduleLook.hpp"
#include "app/services/Desk.hpp"
#include "app/services/ScheduleHistory.hpp"
#include "app/services/ScheduleSeries.hpp"
#include "app/services/ScheduleSetup.hpp"
#include "app/services/Signal.hpp"

#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace plumbline::app {

/// Held for another day: dragged off the sheet, to be dropped somewhere else.
struct PinnedVisit {
    AppointmentId id{0};
    std::string name{};  ///< As it may be shown.
    std::string words{}; ///< `45 min, Malik`
    Minutes length{};
    BlockFill fill = BlockFill::Visit;
    friend bool operator==(PinnedVisit const&, PinnedVisit const&) = default;
};
struct WaitingLine {
    AppointmentId appointment{0};
    std::string name{}, words{}; ///< `9 min`
    friend bool operator==(WaitingLine const&, WaitingLine const&) = default;
};
struct WaitlistLine {
    WaitlistEntryId id{0};
    std::string name{}, words{}; ///< `ASAP · Mon, Wed before noon`
    Minutes length{};
    friend bool operator==(WaitlistLine const&, WaitlistLine const&) = default;
};
struct MonthDay {
    Date day{};
    bool in_month = true;
    int booked = 0, canceled = 0, missed = 0;
    friend bool operator==(MonthDay const&, MonthDay const&) = default;
};

struct ScheduleState {
    bool loaded = false;
    Date day{}, today{};
    std::string title{}; ///< `Monday 23 November`
    ScheduleLook look{};
    std::vector<ClinicianRow> clinicians{}; ///< Who can be chosen.
    DrawnSheet sheet{};
    std::vector<AgendaLine> agenda{};
    std::vector<MonthDay> month{};
    std::vector<WaitingLine> waiting{};
    std::vector<PinnedVisit> pinned{};
    std::vector<WaitlistLine> waitlist{};
    Names names = Names::Shown;
    bool may_edit = false, may_print = false;
    bool can_undo = false, can_redo = false;
    /// Why the last wish did not happen. What lies outside the hours or the limits can be meant all the same.
    std::optional<Refusal> complaint{};
    bool may_override = false;
    bool may_move_following = false; ///< One of a series was moved just now.
    friend bool operator==(ScheduleState const&, ScheduleState const&) = default;
};

/// Where somebody wants an appointment.
struct ScheduleSlot {
    std::optional<UserId> clinician{};
    std::vector<ResourceId> resources{};
    ClinicTime start{};
    std::optional<Minutes> length{}; ///< What was drawn; otherwise the type's.
    std::optional<PatientChoice> patient{};
};

/// The clinic's days: what is booked, and everything that is done about it. Each change can be undone; nothing is asked
/// before it, what a rule forbids is said afterwards and the sheet is as it was.
class SchedulePresenter {
public:
    explicit SchedulePresenter(Desk& desk);

    [[nodiscard]] ScheduleState const& state() const noexcept { return state_; }
    Signal<> changed;
    /// Something was done, in words; it can be undone.
    Signal<std::string> said;
    /// A patient who came has somebody waiting to write the note.
    Signal<ScheduleBlock> note_wanted;
    /// A visit is to be typed in: at this place.
    Signal<ScheduleSlot> booking_wanted;

    void refresh();
    void tick();
    void go_to(Date day);
    void go_today();
    void step(int direction);
    /// The same while something is pulled past the edge: what is said stays, so that nothing moves under the mouse.
    void turn(int direction);
    void step_weeks(int weeks);
    void step_months(int months);
    void choose_span(ScheduleSpan span);
    void choose_columns(ScheduleColumns columns);
    void choose_clinicians(std::vector<UserId> clinicians);
    void use(ScheduleLook look);
    void show_names(Names names);

    /// Where the keyboard stands in the sheet; what most deeds below are about.
    void select(SheetCursor const& cursor);
    void select(AppointmentId appointment);
    /// On free time of the list.
    void select(FreePlace const& place);
    [[nodiscard]] SheetCursor const& cursor() const noexcept { return cursor_; }
    [[nodiscard]] ScheduleBlock const* selected() const;
    /// Who is in the class where the keyboard stands, while it is not said who of them is meant; otherwise nobody.
    [[nodiscard]] std::vector<ScheduleBlock> whole_class() const;
    /// Until the keyboard goes elsewhere, or to nobody in particular.
    void mean(std::optional<AppointmentId> of_the_class);
    [[nodiscard]] ScheduleBlock const* block(AppointmentId id) const;
    [[nodiscard]] ScheduleSlot slot() const;
    [[nodiscard]] ScheduleSlot slot(std::size_t column, Minutes from) const;
    /// In a class: somebody of it may.
    [[nodiscard]] bool may_become(AppointmentStatus status) const;

    void wish(SheetWish const& wish);
    void set_status(AppointmentStatus status);
    void cancel(std::string const& reason, SeriesScope scope);
    /// By a step of the clock, or to the column beside.
    void nudge(int steps, int columns);
    void lengthen(int steps);
    void cut();
    void copy();
    void paste();
    [[nodiscard]] bool can_paste() const noexcept { return clip_.has_value(); }
    void pin();
    void pin(AppointmentId id);
    void unpin(AppointmentId id);
    /// The waiting patient gets the place: of the gap, or at the place where the keyboard stands.
    void fill(WaitlistEntryId entry, ScheduleSlot const& slot);
    [[nodiscard]] std::vector<WaitlistRow> fits_of(std::size_t gap) const;
    [[nodiscard]] std::optional<ScheduleSlot> slot_of_gap(std::size_t gap) const;
    /// Who on the waitlist could come into the free time at this place; the answer comes later, or a complaint.
    void who_fits(ScheduleSlot const& slot, std::function<void(FreeTime)> answer);
    /// This patient is being pulled onto the sheet from beside it: dropped, a visit is to be typed in.
    void carry(PatientChoice patient) { carried_ = std::move(patient); }
    void take_off(WaitlistEntryId entry);

    void undo();
    void redo();
    /// What was refused, although it lies outside the hours or the limits; the reason is kept with the visit.
    void mean_it(std::string reason = {});
    /// Moves the later visits of the series as the one that was moved just now, in one piece with it.
    void move_following();
    void dismiss();
    /// Says in the schedule's own place why something did not happen.
    void complain(Refusal refusal);
    /// What a dialog did; undone from here like everything else.
    void adopt(ScheduleEdit edit, std::string const& who);

    [[nodiscard]] Desk& desk() noexcept { return desk_; }
    [[nodiscard]] WaitlistRow const* waiting_row(WaitlistEntryId id) const;

private:
    struct Reading {
        ScheduleSheet sheet;
        std::vector<DayCount> counts;
        std::vector<WaitingRow> waiting;
        std::vector<WaitlistRow> waitlist;
        std::vector<ClinicianRow> clinicians;
        FitsByCanceled fits;
        std::vector<ScheduleBlock> pinned;
    };
    struct Clip {
        AppointmentId id;
        int version;
        bool cut;
    };
    using Work = std::function<Result<ScheduleEdit>(Records&, Context const&, Meant const&)>;

    struct Pending {
        std::string who;
        Work work;
        std::function<void()> then; ///< Once it is done.
        Meant meant{};
    };

    [[nodiscard]] static Result<Reading> read(
        Records const& records, Context const& context, ScheduleLook const& look, Date day);
    [[nodiscard]] static std::vector<ScheduleBlock> read_again(
        Records const& records, Context const& context, std::vector<ScheduleBlock> pinned);
    void receive(Reading reading);
    void draw();
    void draw_beside();
    void perform(std::string who, Work work, std::function<void()> then = {});
    void run(Pending deed);
    void refused(Refusal refusal);
    void take_back(ScheduleHistory::Way way);
    void took_back(ScheduleHistory::Way way, Result<ScheduleEdit> answer);
    /// Once everything that was handed in before it is done, or has failed: keys are faster than the database.
    void when_settled(std::function<void()> deed);
    void settle();
    void move_following(AppointmentChange const& as);
    void follow(ScheduleEdit const& edit);
    void say_done(std::string words, std::optional<AppointmentId> about);
    void change(ScheduleBlock const& block, AppointmentChange const& wanted, std::function<void()> then);
    void copy_to(ScheduleBlock const& block, AppointmentChange wanted);
    /// To another clinician's column: theirs. To a resource's: it has this resource, in place of the one it was pulled
    /// from and of others of that kind.
    [[nodiscard]] AppointmentChange change_to(
        ScheduleBlock const& block, std::size_t column, Minutes from, std::int64_t pulled_from) const;
    [[nodiscard]] std::vector<ResourceId> resources_with(
        ScheduleBlock const& block, ResourceId wanted, std::int64_t pulled_from) const;
    [[nodiscard]] std::int64_t resource_at_cursor() const;
    [[nodiscard]] std::string shown(PersonName const& name) const;

    Desk& desk_;
    std::shared_ptr<int> alive_ = std::make_shared<int>(0);
    ScheduleState state_;
    Reading reading_;
    SheetCursor cursor_;
    std::optional<AppointmentId> meant_;            ///< Who of the class under the cursor.
    std::optional<ScheduleBlock> held_;             ///< Stood on last: a drag can carry it to days that do not hold it.
    std::optional<AppointmentId> wanted_selection_; ///< To stand on once it has been read.
    ScheduleHistory history_;
    std::deque<std::function<void()>> waiting_deeds_;
    bool settling_ = false;
    std::optional<Clip> clip_;
    std::optional<AppointmentChange> following_; ///< How one of a series was moved just now.
    std::optional<Pending> refused_;             ///< What hours or limits forbade.
    std::vector<ScheduleBlock> pinned_;
    std::optional<PatientChoice> carried_;
    int questions_ = 0; ///< Only the answer to the newest counts.
    Instant refreshed_{};
};

} // namespace plumbline::app
