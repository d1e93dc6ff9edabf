// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/services/Schedule.hpp"
#include "domain/scheduling/Openings.hpp"

namespace plumbline::app {

struct OpeningsWish {
    OpeningsWanted wanted{};
    std::vector<UserId> clinicians{};   ///< None: everyone who treats.
    std::optional<PatientId> patient{}; ///< Whose own appointments are no openings.
};
/// Nothing before now. Working hours, absences, resources and what is booked are looked at.
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
/// Who could come then, best first; not who has an appointment at that time.
[[nodiscard]] Result<std::vector<WaitlistRow>> waiting_for(
    Records const& records, Context const& context, Opening const& opening, std::size_t at_most = 3);

/// New with version 0, otherwise changed.
[[nodiscard]] Result<ScheduleEdit> put_on_waitlist(
    Records& records, Context const& context, WaitlistEntry const& entry);
[[nodiscard]] Result<ScheduleEdit> take_off_waitlist(
    Records& records, Context const& context, WaitlistEntryId id, int version);
/// Books what somebody waits for and takes them off the list, in one piece.
[[nodiscard]] Result<ScheduleEdit> fill_from_waitlist(Records& records, Context const& context, WaitlistEntryId id,
    int version, AppointmentId as, Opening const& opening, Meant const& meant = {});

} // namespace plumbline::app
