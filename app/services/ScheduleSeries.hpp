// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/services/Schedule.hpp"
#include "domain/scheduling/Recurrence.hpp"
#include "domain/scheduling/Resource.hpp"

namespace plumbline::app {

/// One visit of a proposal.
struct ProposedVisit {
    Appointment::Details details{};
    std::optional<Refusal> conflict{}; ///< Why it cannot be booked.
    bool wanted = true;                ///< The person may leave some out.
    friend bool operator==(ProposedVisit const&, ProposedVisit const&) = default;
};
/// Visits to be booked together. Shown first, with what stands against each; nothing is written until it is booked.
struct VisitProposal {
    std::vector<ProposedVisit> visits{};
    std::string rule{};             ///< RFC 5545; empty when they were chosen one by one.
    std::optional<Seen> existing{}; ///< A booked appointment that becomes the first of them, as `visits` shows it.
    std::vector<Message> limits{};  ///< What kept it shorter: authorization, certification, no free time.
    int asked = 0;                  ///< How many visits were asked for.
    [[nodiscard]] int conflicts() const noexcept;
    friend bool operator==(VisitProposal const&, VisitProposal const&) = default;
};

/// A series by an RFC 5545 rule in clinic time; exception days are left out. At most 366 visits.
[[nodiscard]] Result<VisitProposal> propose_series(Records const& records, Context const& context,
    Appointment::Details const& first, std::string const& rule, std::vector<Date> const& exceptions = {},
    Meant const& meant = {});
/// The same, from an appointment that is booked already and becomes the first, changed as is wanted.
[[nodiscard]] Result<VisitProposal> propose_series_from(Records const& records, Context const& context, Seen existing,
    AppointmentChange const& changed, std::string const& rule, std::vector<Date> const& exceptions = {});
/// One of the visits at another time; all are looked at anew.
[[nodiscard]] Result<VisitProposal> with_visit_at(Records const& records, Context const& context,
    VisitProposal const& proposal, std::size_t visit, ClinicTime start, Meant const& meant = {});

/// Plan to calendar: the visits of the plan of care that are not yet treated or booked, spread over its weeks, each
/// where clinician, resources, patient and the patient's hours are free, and none beyond certification, authorization
/// and referral.
struct PlanWish {
    EpisodeId episode{0};
    UserId clinician{0};
    Date from{};
    std::array<bool, 7> weekdays{true, true, true, true, true, false, false}; ///< Monday first.
    std::optional<DaySpan> between{};                                         ///< The patient's hours.
    std::optional<Minutes> about{};  ///< The time of day that suits best, since midnight.
    std::optional<Minutes> length{}; ///< The type's otherwise.
    AppointmentType type = AppointmentType::Treatment;
    std::vector<ResourceId> resources{};     ///< All of these,
    std::vector<ResourceKind> any_of_kind{}; ///< and one of each of these kinds, whichever is free.
};
[[nodiscard]] Result<VisitProposal> propose_plan(Records const& records, Context const& context, PlanWish const& wish);

/// Books all that are wanted, in one piece. What stands against one of them is looked at anew: then nothing is booked,
/// or with Skip the others are. The edit's first appointment is the earliest.
enum class Conflicts { Refuse, Skip };
[[nodiscard]] Result<ScheduleEdit> book_proposal(Records& records, Context const& context,
    VisitProposal const& proposal, Conflicts conflicts = Conflicts::Refuse, Meant const& meant = {});

enum class SeriesScope { This, ThisAndFollowing, All };
/// A change of one appointment of a series, and to how much of it. What is unset stays as it is in each. Its start moves
/// the others by as much; a rule lays all of the scope out anew: who has a visit on one of its days keeps it, and
/// exception days are left out. What has begun, is done, missed or canceled stays as it is.
struct SeriesChange {
    SeriesScope scope = SeriesScope::This;
    AppointmentChange change{};
    std::optional<std::string> rule{};
    std::vector<Date> exceptions{};
};
/// What the change would do, visit by visit, with what stands against each. One that would go is shown as canceled.
[[nodiscard]] Result<VisitProposal> propose_series_change(
    Records const& records, Context const& context, Seen seen, SeriesChange const& wanted);
/// All of it or nothing; with Skip, what something stands against stays as it was.
[[nodiscard]] Result<ScheduleEdit> change_series(Records& records, Context const& context, Seen seen,
    SeriesChange const& wanted, Conflicts conflicts = Conflicts::Refuse);
[[nodiscard]] Result<ScheduleEdit> cancel_series(
    Records& records, Context const& context, Seen seen, SeriesScope scope, std::string const& reason);

/// How an appointment's series came about, and how many visits a change would reach.
struct SeriesStanding {
    std::string rule{};
    int following = 0, all = 0;
    friend bool operator==(SeriesStanding const&, SeriesStanding const&) = default;
};
[[nodiscard]] Result<SeriesStanding> series_standing(Records const& records, Context const& context, AppointmentId of);

} // namespace plumbline::app
