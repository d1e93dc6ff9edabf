// SPDX-License-Identifier: Apache-2.0
#include "app/services/ScheduleSeries.hpp"

#include "app/services/Booking.hpp"
#include "app/services/Common.hpp"
#include "persistence/exchange/ical/IcalRecurrence.hpp"

#include <algorithm>

namespace plumbline::app {

namespace {

constexpr std::size_t most_visits = 366;

Result<std::vector<ClinicTime>> starts_of(
    std::string const& rule, ClinicTime first, std::vector<Date> const& exceptions = {})
{
    return persistence::IcalRecurrence{}.expand(rule, first, exceptions, most_visits);
}

/// One visit with what stands against it.
ProposedVisit looked_at(Records const& records, AppointmentId id, Appointment::Details details, int version,
    Hours hours, std::span<AppointmentId const> together = {})
{
    auto fit = fit_to_keep(records, id, details, version, hours);
    if (!fit)
        return {.details = std::move(details), .conflict = fit.error()};
    return {.details = fit->details(), .conflict = obstacle(records, *fit, together)};
}

VisitProposal proposal_of(Records const& records, Context const& context, Appointment::Details const& like,
    std::vector<ClinicTime> const& starts, Hours hours)
{
    VisitProposal proposal{.asked = static_cast<int>(starts.size())};
    for (ClinicTime const start : starts) {
        auto details = like;
        details.start = start;
        proposal.visits.push_back(looked_at(records, context.make<AppointmentId>(), std::move(details), 0, hours));
    }
    return proposal;
}

Appointment::Details fresh_like(Appointment::Details const& details)
{
    return {.patient = details.patient,
        .episode = details.episode,
        .clinician = details.clinician,
        .start = details.start,
        .length = details.length,
        .type = details.type,
        .arrived = {},
        .note = details.note,
        .resources = details.resources};
}

tl::unexpected<Refusal> refuse_conflict(Refusal conflict)
{
    conflict.reason = Refusal::Reason::Conflict;
    return refuse(std::move(conflict));
}

/// Keeps the series first, since its appointments refer to it.
Result<Changed<AppointmentSeries>> kept_series(Records& records, AppointmentSeries const& series)
{
    auto before = series.version() == 0 ? std::nullopt : records.series().find(series.id());
    if (auto kept = records.series().keep(series); !kept)
        return refuse(kept.error());
    return Changed<AppointmentSeries>{std::move(before), records.series().find(series.id())};
}

/// What a change of a series may still move.
bool can_change(Appointment const& one, Date today)
{
    auto const status = one.details().status;
    return (status == AppointmentStatus::Booked || status == AppointmentStatus::Confirmed)
        && day_of(one.details().start) >= today;
}

std::vector<Appointment> in_scope(Records const& records, Appointment const& of, SeriesScope scope, Date today)
{
    if (scope == SeriesScope::This || !of.details().series)
        return {of};
    auto members = records.appointments().of_series(*of.details().series);
    std::erase_if(members, [&](Appointment const& one) {
        bool const earlier = one.details().start < of.details().start;
        return one.id() != of.id() && (!can_change(one, today) || (scope == SeriesScope::ThisAndFollowing && earlier));
    });
    return members;
}

/// The appointments as a change of their series would leave them, surplus ones canceled, new ones with version 0.
struct Relaid {
    std::vector<Appointment> changed;
    std::vector<std::optional<Refusal>> conflicts;
    std::optional<AppointmentSeries> series; ///< That all of them belong to from now on.
};

class Relaying {
public:
    Relaying(Records const& records, Context const& context, Appointment const& of, SeriesChange const& wanted)
        : records_{records}
        , context_{context}
        , of_{of}
        , wanted_{wanted}
        , members_{in_scope(records, of, wanted.scope, context.today())}
    {
    }
    [[nodiscard]] Result<Relaid> relaid() const
    {
        auto const starts = new_starts();
        if (!starts)
            return refuse(starts.error());
        Relaid result;
        result.series = series_from_now();
        std::vector<AppointmentId> together;
        for (Appointment const& one : members_)
            together.push_back(one.id());
        for (std::size_t i = 0; i < std::max(members_.size(), starts->size()); ++i)
            if (auto added = add(result, i, *starts, together); !added)
                return refuse(added.error());
        return result;
    }

private:
    [[nodiscard]] ClinicTime first_start() const { return wanted_.change.start.value_or(of_.details().start); }
    [[nodiscard]] Result<std::vector<ClinicTime>> new_starts() const
    {
        if (wanted_.rule)
            return starts_of(*wanted_.rule, first_start());
        std::vector<ClinicTime> starts;
        for (Appointment const& one : members_)
            starts.push_back(one.details().start + (first_start() - of_.details().start));
        return starts;
    }
    /// Part of a series that goes its own way is a series of its own.
    [[nodiscard]] std::optional<AppointmentSeries> series_from_now() const
    {
        auto const own = of_.details().series ? records_.series().find(*of_.details().series) : std::nullopt;
        if (!own || wanted_.scope == SeriesScope::This)
            return std::nullopt;
        auto details = own->details();
        bool const same_weekdays = days_between(day_of(of_.details().start), day_of(first_start())) % 7 == 0;
        details.rule = wanted_.rule ? *wanted_.rule : same_weekdays ? details.rule : std::string{};
        details.first = first_start();
        auto const everyone = records_.appointments().of_series(own->id());
        bool const whole = everyone.size() == members_.size();
        if (!whole && !wanted_.rule)
            details.rule.clear(); // The old rule counts those that were left behind.
        return whole ? AppointmentSeries::restore(own->id(), details, own->version())
                     : AppointmentSeries::restore(context_.make<SeriesId>(), details, 0);
    }
    [[nodiscard]] Result<void> add(Relaid& result, std::size_t i, std::vector<ClinicTime> const& starts,
        std::vector<AppointmentId> const& together) const
    {
        bool const is_member = i < members_.size();
        Appointment::Details details = fresh_like(of_.details());
        if (is_member)
            details = members_[i].details();
        if (is_member && i >= starts.size()) {
            plumbline::set_status(details, AppointmentStatus::Cancelled, context_.clock->local_now());
            details.reason = tr_noop("The series was shortened.");
            result.changed.push_back(Appointment::restore(members_[i].id(), details, members_[i].version()));
            result.conflicts.emplace_back();
            return {};
        }
        auto change = wanted_.change;
        change.start = starts[i];
        AppointmentId const id = is_member ? members_[i].id() : context_.make<AppointmentId>();
        int const version = is_member ? members_[i].version() : 0;
        auto changed = with_change(Appointment::restore(id, details, version), change);
        if (!changed)
            return refuse(changed.error());
        if (result.series)
            changed->series = result.series->id();
        auto const fit = fit_to_keep(records_, id, *changed, version, wanted_.change.hours);
        result.changed.push_back(fit ? *fit : Appointment::restore(id, *changed, version));
        result.conflicts.push_back(fit ? obstacle(records_, *fit, together) : std::optional{fit.error()});
        return {};
    }

    Records const& records_;
    Context const& context_;
    Appointment const& of_;
    SeriesChange const& wanted_;
    std::vector<Appointment> members_;
};

} // namespace

int VisitProposal::conflicts() const noexcept
{
    return static_cast<int>(std::ranges::count_if(
        visits, [](ProposedVisit const& visit) { return visit.wanted && visit.conflict.has_value(); }));
}

Result<VisitProposal> propose_series(Records const& records, Context const& context, Appointment::Details const& first,
    std::string const& rule, std::vector<Date> const& exceptions, Hours hours)
{
    if (auto allowed = permit(context.actor, Action::EditSchedule); !allowed)
        return refuse(allowed.error());
    auto const starts = starts_of(rule, first.start, exceptions);
    if (!starts)
        return refuse(starts.error());
    auto proposal = proposal_of(records, context, fresh_like(first), *starts, hours);
    proposal.rule = rule;
    return proposal;
}

Result<VisitProposal> propose_series_from(Records const& records, Context const& context, AppointmentId existing,
    std::string const& rule, std::vector<Date> const& exceptions, Hours hours)
{
    if (auto allowed = permit(context.actor, Action::EditSchedule); !allowed)
        return refuse(allowed.error());
    auto const stored = seen_appointment(records, existing);
    if (!stored)
        return refuse(stored.error());
    auto starts = starts_of(rule, stored->details().start, exceptions);
    if (!starts)
        return refuse(starts.error());
    std::erase(*starts, stored->details().start);
    auto proposal = proposal_of(records, context, fresh_like(stored->details()), *starts, hours);
    ++proposal.asked;
    proposal.rule = rule;
    proposal.existing = existing;
    return proposal;
}

Result<ScheduleEdit> book_proposal(
    Records& records, Context const& context, VisitProposal const& proposal, Conflicts conflicts, Hours hours)
{
    if (auto allowed = permit(context.actor, Action::EditSchedule); !allowed)
        return refuse(allowed.error());
    std::vector<Appointment> wanted;
    SeriesId const id = context.make<SeriesId>();
    if (proposal.existing) {
        auto const stored = seen_appointment(records, *proposal.existing);
        if (!stored)
            return refuse(stored.error());
        auto details = stored->details();
        details.series = id;
        wanted.push_back(Appointment::restore(stored->id(), std::move(details), stored->version()));
    }
    for (ProposedVisit const& visit : proposal.visits) {
        if (!visit.wanted)
            continue;
        auto details = visit.details;
        details.series = id;
        auto const fit = fit_to_keep(records, context.make<AppointmentId>(), std::move(details), 0, hours);
        auto const conflict = fit ? obstacle(records, *fit) : std::optional{fit.error()};
        if (!conflict)
            wanted.push_back(*fit);
        else if (conflicts == Conflicts::Refuse)
            return refuse_conflict(*conflict);
    }
    if (wanted.empty())
        return refuse(Refusal::Reason::Conflict, "visits", tr_noop("None of these visits can be booked."));
    std::ranges::sort(wanted, {}, [](Appointment const& one) { return one.details().start; });
    auto const series = AppointmentSeries::create(
        id, {wanted.front().details().patient, proposal.rule, wanted.front().details().start});
    if (!series)
        return refuse(series.error());
    auto kept = kept_series(records, *series);
    if (!kept)
        return refuse(kept.error());
    auto edit = write_down(records, context, wanted, {tr_noop("Booked {0} visits."), {std::to_string(wanted.size())}},
        hours == Hours::Overridden ? "series; outside working hours" : "series");
    if (edit)
        edit->series.push_back(*std::move(kept));
    return edit;
}

Result<VisitProposal> propose_series_change(
    Records const& records, Context const& context, Seen seen, SeriesChange const& wanted)
{
    if (auto allowed = permit(context.actor, Action::EditSchedule); !allowed)
        return refuse(allowed.error());
    auto const of = seen_appointment(records, seen);
    if (!of)
        return refuse(of.error());
    auto const relaid = Relaying{records, context, *of, wanted}.relaid();
    if (!relaid)
        return refuse(relaid.error());
    VisitProposal proposal{.rule = wanted.rule.value_or(""), .asked = static_cast<int>(relaid->changed.size())};
    for (std::size_t i = 0; i < relaid->changed.size(); ++i)
        proposal.visits.push_back({.details = relaid->changed[i].details(), .conflict = relaid->conflicts[i]});
    return proposal;
}

Result<ScheduleEdit> change_series(Records& records, Context const& context, Seen seen, SeriesChange const& wanted)
{
    if (auto allowed = permit(context.actor, Action::EditSchedule); !allowed)
        return refuse(allowed.error());
    auto const of = seen_appointment(records, seen);
    if (!of)
        return refuse(of.error());
    if (!of->details().series || (wanted.scope == SeriesScope::This && !wanted.rule))
        return change(records, context, seen, wanted.change);
    auto const relaid = Relaying{records, context, *of, wanted}.relaid();
    if (!relaid)
        return refuse(relaid.error());
    for (auto const& conflict : relaid->conflicts)
        if (conflict)
            return refuse_conflict(*conflict);
    std::vector<Changed<AppointmentSeries>> series;
    if (relaid->series) {
        auto kept = kept_series(records, *relaid->series);
        if (!kept)
            return refuse(kept.error());
        series.push_back(*std::move(kept));
    }
    auto edit = write_down(records, context, relaid->changed,
        {tr_noop("Changed {0} visits."), {std::to_string(relaid->changed.size())}},
        wanted.change.hours == Hours::Overridden ? "series; outside working hours" : "series");
    if (edit)
        edit->series = std::move(series);
    return edit;
}

Result<ScheduleEdit> cancel_series(
    Records& records, Context const& context, Seen seen, SeriesScope scope, std::string const& reason)
{
    if (auto allowed = permit(context.actor, Action::EditSchedule); !allowed)
        return refuse(allowed.error());
    auto const of = seen_appointment(records, seen);
    if (!of)
        return refuse(of.error());
    ScheduleEdit all;
    for (Appointment const& one : in_scope(records, *of, scope, context.today())) {
        auto edit = cancel(records, context, {one.id(), one.version()}, reason);
        if (!edit)
            return edit;
        all.appointments.push_back(std::move(edit->appointments.front()));
    }
    all.words = {tr_noop("Canceled {0} visits."), {std::to_string(all.appointments.size())}};
    return all;
}

} // namespace plumbline::app
