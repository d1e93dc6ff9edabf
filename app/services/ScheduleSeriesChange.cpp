// SPDX-License-Identifier: Apache-2.0
// How what was booked as a series is changed: one of it, it and the following, or all.
#include "app/services/Common.hpp"
#include "app/services/SeriesParts.hpp"

#include <algorithm>

namespace plumbline::app {

namespace {

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
    std::vector<Appointment> changed{};
    std::vector<std::optional<Refusal>> conflicts{};
    std::optional<AppointmentSeries> series{}; ///< That all of them belong to from now on.
    Meant set_aside{};
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
        for (Appointment const& one : members_)
            together_.changed.push_back(one.id());
    }
    [[nodiscard]] Result<Relaid> relaid()
    {
        auto places = new_places();
        if (!places)
            return refuse(places.error());
        Relaid result;
        result.series = series_from_now();
        for (Place const& place : *places)
            if (auto added = add(result, place); !added)
                return refuse(added.error());
        return result;
    }

private:
    /// Of a member at its new start; without a start it goes, without a member it is new.
    struct Place {
        Appointment const* member = nullptr;
        std::optional<ClinicTime> start{};
    };

    [[nodiscard]] Minutes shift() const
    {
        return wanted_.change.start ? *wanted_.change.start - of_.details().start : Minutes{0};
    }
    [[nodiscard]] ClinicTime first_start() const { return members_.front().details().start + shift(); }
    [[nodiscard]] Result<std::vector<Place>> new_places() const
    {
        std::vector<Place> places;
        for (Appointment const& one : members_)
            places.push_back({&one, one.details().start + shift()});
        if (!wanted_.rule) {
            for (Place& place : places)
                if (std::ranges::count(wanted_.exceptions, day_of(*place.start)) > 0)
                    place.start.reset();
            return places;
        }
        auto starts = starts_of(*wanted_.rule, first_start(), wanted_.exceptions);
        if (!starts)
            return refuse(starts.error());
        settle(places, *std::move(starts));
        return places;
    }
    /// Who has a visit on a day of the rule keeps it; what is left is dealt out in order.
    static void settle(std::vector<Place>& places, std::vector<ClinicTime> starts)
    {
        std::vector<Place*> moving;
        for (Place& place : places) {
            auto const same_day = std::ranges::find(starts, day_of(*place.start), day_of);
            if (same_day == starts.end()) {
                moving.push_back(&place);
                continue;
            }
            place.start = *same_day;
            starts.erase(same_day);
        }
        auto next = starts.begin();
        for (Place* const place : moving)
            place->start = next == starts.end() ? std::nullopt : std::optional{*next++};
        for (; next != starts.end(); ++next)
            places.push_back({nullptr, *next});
    }
    /// Part of a series that goes its own way is a series of its own.
    [[nodiscard]] std::optional<AppointmentSeries> series_from_now() const
    {
        auto const own = of_.details().series ? records_.series().find(*of_.details().series) : std::nullopt;
        if (!own || wanted_.scope == SeriesScope::This)
            return std::nullopt;
        auto details = own->details();
        bool const same_weekdays =
            days_between(day_of(of_.details().start), day_of(of_.details().start + shift())) % 7 == 0;
        details.rule = wanted_.rule ? *wanted_.rule : same_weekdays ? details.rule : std::string{};
        details.first = first_start();
        auto const everyone = records_.appointments().of_series(own->id());
        bool const whole = everyone.size() == members_.size();
        if (!whole && !wanted_.rule)
            details.rule.clear(); // The old rule counts those that were left behind.
        return whole ? AppointmentSeries::restore(own->id(), details, own->version())
                     : AppointmentSeries::restore(context_.make<SeriesId>(), details, 0);
    }
    void let_go(Relaid& result, Appointment const& member) const
    {
        auto details = member.details();
        plumbline::set_status(details, AppointmentStatus::Cancelled, context_.clock->local_now());
        details.reason = tr_noop("The series was shortened.");
        result.changed.push_back(Appointment::restore(member.id(), std::move(details), member.version()));
        result.conflicts.emplace_back();
    }
    [[nodiscard]] Result<void> add(Relaid& result, Place const& place)
    {
        if (!place.start) {
            let_go(result, *place.member);
            return {};
        }
        auto change = wanted_.change;
        change.start = place.start;
        AppointmentId const id = place.member != nullptr ? place.member->id() : context_.make<AppointmentId>();
        int const version = place.member != nullptr ? place.member->version() : 0;
        auto const& from = place.member != nullptr ? place.member->details() : of_.details();
        auto changed =
            with_change(Appointment::restore(id, place.member != nullptr ? from : fresh_like(from), version), change);
        if (!changed)
            return refuse(changed.error());
        if (result.series)
            changed->series = result.series->id();
        auto const fit =
            fit_to_keep(records_, context_, id, *changed, version, still_meant(place, *changed), together_);
        result.changed.push_back(fit ? fit->appointment : Appointment::restore(id, *changed, version));
        result.conflicts.push_back(
            fit ? obstacle(records_, fit->appointment, together_.changed) : std::optional{fit.error()});
        if (fit)
            result.set_aside = joined(std::move(result.set_aside), newly(fit->set_aside, wanted_.change.meant));
        together_.days.push_back(day_of(*place.start));
        return {};
    }
    /// What stays where it was stays as it was meant.
    [[nodiscard]] Meant still_meant(Place const& place, Appointment::Details const& wanted) const
    {
        return place.member != nullptr ? app::still_meant(*place.member, wanted, wanted_.change.meant)
                                       : wanted_.change.meant;
    }

    Records const& records_;
    Context const& context_;
    Appointment const& of_;
    SeriesChange const& wanted_;
    std::vector<Appointment> members_;
    Together together_;
};

} // namespace

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

Result<ScheduleEdit> change_series(
    Records& records, Context const& context, Seen seen, SeriesChange const& wanted, Conflicts conflicts)
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
    std::vector<Appointment> changed;
    for (std::size_t i = 0; i < relaid->changed.size(); ++i)
        if (!relaid->conflicts[i])
            changed.push_back(relaid->changed[i]);
        else if (conflicts == Conflicts::Refuse)
            return refuse_conflict(*relaid->conflicts[i]);
    if (changed.empty())
        return refuse(Refusal::Reason::Conflict, "visits", tr_noop("None of these visits can be changed."));
    std::vector<Changed<AppointmentSeries>> series;
    if (relaid->series) {
        auto kept = kept_series(records, *relaid->series);
        if (!kept)
            return refuse(kept.error());
        series.push_back(*std::move(kept));
    }
    auto edit = write_down(records, context, changed,
        {tr_noop("Changed {0} visits."), {std::to_string(changed.size())}}, detail_of("series", relaid->set_aside));
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

Result<SeriesStanding> series_standing(Records const& records, Context const& context, AppointmentId of)
{
    if (auto allowed = permit(context.actor, Action::SeeSchedule); !allowed)
        return refuse(allowed.error());
    auto const stored = seen_appointment(records, of);
    if (!stored)
        return refuse(stored.error());
    auto const reached = [&](SeriesScope scope) {
        return static_cast<int>(in_scope(records, *stored, scope, context.today()).size());
    };
    SeriesStanding now{.following = reached(SeriesScope::ThisAndFollowing), .all = reached(SeriesScope::All)};
    if (stored->details().series)
        if (auto const series = records.series().find(*stored->details().series))
            now.rule = series->details().rule;
    return now;
}

} // namespace plumbline::app
