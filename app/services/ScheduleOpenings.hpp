// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/services/Schedule.hpp"
#include "domain/scheduling/Openings.hpp"
#include "domain/scheduling/Resource.hpp"

namespace plumbline::app {

struct OpeningsWish {
    OpeningsWanted wanted{};             ///< Its `days` are the horizon; the service does not stop at `at_most`.
    int dates = 366;                     ///< The search ends after so many dates with an opening.
    std::vector<UserId> clinicians{};    ///< None: everyone who treats.
    std::optional<PatientId> patient{};  ///< Whose own appointments are no openings.
    std::optional<ResourceKind> kind{};  ///< One of this kind is needed; any that is in use will do.
    std::vector<ResourceId> resources{}; ///< Each of these is needed.
};
/// As far as an opening is looked for when nobody says how far.
inline constexpr int openings_horizon = 92;
/// Nothing before now. Working hours, absences, resources and what is booked are looked at, a week at a time and no
/// further than the dates that were asked for.
[[nodiscard]] Result<std::vector<Opening>> openings(
    Records const& records, Context const& context, OpeningsWish const& wish);

struct WaitlistRow {
    WaitlistEntry entry;
    PersonName name{};
    std::string phone{};
    friend bool operator==(WaitlistRow const&, WaitlistRow const&) = default;
};
/// As soon as possible first, then longest waiting.
[[nodiscard]] Result<std::vector<WaitlistRow>> waitlist(Records const& records, Context const& context);
/// Who could come into this free time, best first; not who has an appointment then. It is no place in a class, and
/// evaluations need a clinician who may evaluate.
[[nodiscard]] Result<std::vector<WaitlistRow>> waiting_for(
    Records const& records, Context const& context, Opening const& opening, std::size_t at_most = 3);

/// What is free of a clinician from a moment on: until the next appointment or the end of the hours, or the places of
/// the class that is there.
struct FreeTime {
    Opening opening{};
    std::vector<WaitlistRow> fits{}; ///< Best first.
    friend bool operator==(FreeTime const&, FreeTime const&) = default;
};
/// Refused (Invalid on `start`) where the clinician does not work, or has somebody.
[[nodiscard]] Result<FreeTime> free_time_at(
    Records const& records, Context const& context, UserId clinician, ClinicTime start, std::size_t at_most);

/// New with version 0, otherwise changed.
[[nodiscard]] Result<ScheduleEdit> put_on_waitlist(
    Records& records, Context const& context, WaitlistEntry const& entry);
[[nodiscard]] Result<ScheduleEdit> take_off_waitlist(
    Records& records, Context const& context, WaitlistEntryId id, int version);
/// Books what somebody waits for and takes them off the list, in one piece.
[[nodiscard]] Result<ScheduleEdit> fill_from_waitlist(Records& records, Context const& context, WaitlistEntryId id,
    int version, AppointmentId as, Opening const& opening, Meant const& meant = {});

} // namespace plumbline::app
