// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/services/Context.hpp"
#include "domain/scheduling/AppointmentSeries.hpp"
#include "domain/scheduling/Resource.hpp"
#include "domain/scheduling/Waitlist.hpp"
#include "domain/scheduling/WorkingHours.hpp"
#include "domain/store/Agenda.hpp"
#include "domain/store/ScheduleRules.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace plumbline::app {

// The schedule: what it shows, and everything that can be done to it. Each function that changes it is one unit of
// work: checked against all rules, written whole with its audit entries, and answered with what it did, so that undo()
// can take it back.

// ---- What it shows ----

struct ScheduleWish {
    Date from{}, to{};                   ///< Both included.
    std::vector<UserId> clinicians{};    ///< None: everyone who treats, and who has something booked in these days.
    std::vector<ResourceId> resources{}; ///< Columns of their own; none: none.
    bool all_resources = false;
};

/// One day of one column.
struct ScheduleDay {
    Date day{};
    std::vector<DaySpan> worked{}; ///< Of a clinician; a resource is there as long as the clinic is open.
    std::string absence{};         ///< Why this day is not like the week says.
    int booked = 0;                ///< That take time. A class is one.
    Minutes taken{};               ///< What the booked ones take of the column, overlaps once.
    friend bool operator==(ScheduleDay const&, ScheduleDay const&) = default;
};
struct ScheduleColumn {
    std::optional<UserId> clinician{}; ///< Exactly one of the two.
    std::optional<ResourceId> resource{};
    std::optional<ResourceKind> kind{}; ///< Of the resource.
    std::string name{};
    std::vector<ScheduleDay> days{};
    friend bool operator==(ScheduleColumn const&, ScheduleColumn const&) = default;
};

/// What is worth saying about an appointment before anybody asks.
struct ScheduleFlag {
    enum class About {
        Precaution,
        NewPatient,
        LastVisits,
        Authorization,
        Certification,
        ProgressReport,
        OtherClinician
    };
    About about{};
    Message words{};
    bool urgent = false; ///< Over, or due now.
    friend bool operator==(ScheduleFlag const&, ScheduleFlag const&) = default;
};

struct ScheduleBlock {
    AppointmentId id{0};
    int version = 0;
    PatientId patient{0};
    std::optional<EpisodeId> episode{}; ///< Its own, else the newest open one.
    PersonName name{};
    UserId clinician{0};
    std::vector<ResourceId> resources{};
    ClinicTime start{};
    Minutes length{};
    AppointmentType type{};
    AppointmentStatus status{};
    std::optional<ClinicTime> arrived{}, started{}, finished{};
    std::string reason{}; ///< Why it was canceled, or booked against a rule.
    bool late = false;
    bool may_overlap = false;
    std::optional<SeriesId> series{};
    std::string note_of_desk{};
    std::optional<VisitId> visit{};
    enum class Note { None, Draft, Signed } note = Note::None;
    int visit_number = 0;                ///< Counting those booked before it; 0 without an episode or when canceled.
    std::optional<int> visits_planned{}; ///< By the plan of care.
    std::optional<AuthorizationStanding> authorization{}, referral{};
    std::optional<Date> certified_until{};
    std::optional<Date> last_visit{};
    std::string phone{};
    std::string precautions{};        ///< Empty for who does not see charts.
    int places = 1, places_taken = 1; ///< Of a class.
    std::vector<ScheduleFlag> flags{};
    [[nodiscard]] ClinicTime end() const noexcept { return start + length; }
    /// Authorized, else planned.
    [[nodiscard]] std::optional<int> visits_of() const noexcept;
    friend bool operator==(ScheduleBlock const&, ScheduleBlock const&) = default;
};

struct ScheduleSheet {
    Date from{}, to{};
    DaySpan open{}; ///< The clinic's hours, grown for what lies outside them.
    Minutes step{15};
    std::vector<ScheduleColumn> columns{};
    std::vector<ScheduleBlock> blocks{};       ///< By start, canceled ones too.
    std::map<ResourceId, std::string> rooms{}; ///< Names of all that blocks hold, those without a column too.
    friend bool operator==(ScheduleSheet const&, ScheduleSheet const&) = default;
};
/// The same number of statements however many appointments the days hold.
[[nodiscard]] Result<ScheduleSheet> schedule_sheet(
    Records const& records, Context const& context, ScheduleWish const& wish);
/// One block anew, as the sheet would show it.
[[nodiscard]] Result<ScheduleBlock> schedule_block(Records const& records, Context const& context, AppointmentId id);
/// The month view, of everyone or of some; days without appointments are left out.
[[nodiscard]] Result<std::vector<DayCount>> schedule_counts(
    Records const& records, Context const& context, Date from, Date to, std::vector<UserId> const& clinicians = {});

struct ClinicianRow {
    UserId id{0};
    std::string name{}; ///< With credentials.
    friend bool operator==(ClinicianRow const&, ClinicianRow const&) = default;
};
/// Everyone active who treats, by name.
[[nodiscard]] std::vector<ClinicianRow> clinicians(Records const& records);
/// How the clinic books appointments of a type.
[[nodiscard]] TypeRule type_rule_of(Records const& records, AppointmentType type);

// ---- What was done ----

template <class Record>
struct Changed {
    std::optional<Record> before{}, after{}; ///< Before is empty for what is new, after for what was taken away.
    friend bool operator==(Changed const&, Changed const&) = default;
};

/// What one piece of work did to the schedule.
struct ScheduleEdit {
    Message words{}; ///< `Moved to 09:30.`, for the banner. Without the patient's name: the screen knows it.
    std::vector<Changed<Appointment>> appointments{};
    std::vector<Changed<AppointmentSeries>> series{};
    std::vector<Changed<WaitlistEntry>> waitlist{};
    /// Of the first appointment that is there afterwards.
    [[nodiscard]] std::optional<AppointmentId> appointment() const;
    friend bool operator==(ScheduleEdit const&, ScheduleEdit const&) = default;
};
/// Writes back exactly what was before, when nobody has changed it since (Conflict otherwise, and nothing is written).
/// What had been booked is taken away, or canceled when a visit refers to it. The answer undoes the undoing.
[[nodiscard]] Result<ScheduleEdit> undo(Records& records, Context const& context, ScheduleEdit const& edit);

// ---- Single appointments ----

/// An appointment as a person saw it. Without a version, whatever is stored is meant.
struct Seen {
    AppointmentId id;
    std::optional<int> version{};
    Seen(AppointmentId appointment)
        : id{appointment}
    {
    }
    Seen(AppointmentId appointment, int seen_version)
        : id{appointment}
        , version{seen_version}
    {
    }
    friend bool operator==(Seen const&, Seen const&) = default;
};

/// Outside working hours an appointment is refused (Invalid on field `hours`), and so is one that authorization,
/// referral or certification do not cover (on field `limits`), unless the person has said that it is meant.
enum class Hours { Kept, Overridden };
enum class Limits { Kept, Overridden };
/// What the person means although a rule speaks against it. The audit log says so, and the reason is kept with the
/// appointment. All other rules hold always.
struct Meant {
    Hours hours = Hours::Kept;
    Limits limits = Limits::Kept;
    std::string reason{};
    Meant(Hours meant_hours = Hours::Kept, Limits meant_limits = Limits::Kept, std::string why = {})
        : hours{meant_hours}
        , limits{meant_limits}
        , reason{std::move(why)}
    {
    }
};
/// Whether asking again, with this meant, could help: every fault of the refusal is one of those.
[[nodiscard]] bool can_be_meant(Refusal const& refusal) noexcept;
/// What was meant, and now what the refusal names too.
[[nodiscard]] Meant with_meant(Meant meant, Refusal const& refusal);

/// What is booked: the id is the caller's, so that a repeated save is recognized. Seat and may_overlap are the
/// clinic's rule, whatever the details say. Refused: somebody who does not treat, another patient's episode, a clash
/// (Conflict on `start`, in words), no place left in a class, a resource that is out of use.
[[nodiscard]] Result<ScheduleEdit> book(
    Records& records, Context const& context, Appointment const& appointment, Meant const& meant = {});

/// What is unset stays.
struct AppointmentChange {
    std::optional<ClinicTime> start{};
    std::optional<Minutes> length{};
    std::optional<UserId> clinician{};
    std::optional<std::vector<ResourceId>> resources{};
    std::optional<AppointmentType> type{};
    std::optional<std::optional<EpisodeId>> episode{};
    std::optional<std::string> note{};
    Meant meant{};
};
/// Moves, resizes, gives to somebody else. Refused for what is done, missed or canceled, besides what book() refuses.
[[nodiscard]] Result<ScheduleEdit> change(
    Records& records, Context const& context, Seen seen, AppointmentChange const& wanted);
/// A new appointment like this one, at another time. It is booked, belongs to no series and has its own id.
[[nodiscard]] Result<ScheduleEdit> copy(
    Records& records, Context const& context, Seen seen, AppointmentId as, AppointmentChange const& wanted);
/// Refused without a reason. Late or not follows from the clock and the clinic's rule.
[[nodiscard]] Result<ScheduleEdit> cancel(
    Records& records, Context const& context, Seen seen, std::string const& reason);
/// Refused: what may_become() forbids, arrival before the appointment's day, a no-show before its start, canceling
/// (which has a reason: cancel()), and taking back `done` once the note is signed.
[[nodiscard]] Result<ScheduleEdit> set_status(
    Records& records, Context const& context, Seen seen, AppointmentStatus status);
/// Somebody who came without an appointment: booked now, arrived now.
[[nodiscard]] Result<ScheduleEdit> walk_in(
    Records& records, Context const& context, Appointment const& appointment, Meant const& meant = {});

// ---- Waiting room ----

struct WaitingRow {
    AppointmentId appointment{0};
    PatientId patient{0};
    PersonName name{};
    UserId clinician{0};
    ClinicTime start{}, arrived{};
    int minutes = 0; ///< Since arrival.
    friend bool operator==(WaitingRow const&, WaitingRow const&) = default;
};
/// Who has arrived today and is not in treatment yet, longest first.
[[nodiscard]] Result<std::vector<WaitingRow>> waiting_room(Records const& records, Context const& context);

} // namespace plumbline::app
