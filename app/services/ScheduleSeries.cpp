// SPDX-License-Identifier: Apache-2.0
#include "app/services/ScheduleSeries.hpp"

#include "app/services/Common.hpp"
#include "app/services/SeriesParts.hpp"
#include "persistence/exchange/ical/IcalRecurrence.hpp"

#include <algorithm>

namespace plumbline::app {

namespace {

constexpr std::size_t most_visits = 366;

/// The visits of a proposal one after the other, each beside those before it.
class Looking {
public:
    Looking(Records const& records, Context const& context, VisitProposal const& proposal, Meant const& meant)
        : records_{records}
        , context_{context}
        , existing_{proposal.existing}
        , meant_{meant}
    {
        if (existing_)
            together_.changed = {existing_->id};
    }
    /// The visit as it may be kept, or what stands against it. The first is the existing one.
    [[nodiscard]] Result<Fit> at(std::size_t index, Appointment::Details const& details)
    {
        bool const is_existing = existing_ && index == 0;
        AppointmentId const id = is_existing ? existing_->id : context_.make<AppointmentId>();
        int const version = is_existing ? existing_->version.value_or(0) : 0;
        auto fit = fit_to_keep(records_, context_, id, details, version, meant_, together_);
        if (!fit)
            return fit;
        if (auto conflict = obstacle(records_, fit->appointment, together_.changed))
            return refuse(*std::move(conflict));
        for (Appointment const& other : before_)
            if (auto const clash = clash_between(fit->appointment, other))
                return refuse(refusal_of(*clash, other));
        return fit;
    }
    void take(Appointment const& one)
    {
        together_.days.push_back(day_of(one.details().start));
        before_.push_back(one);
    }

private:
    Records const& records_;
    Context const& context_;
    std::optional<Seen> existing_;
    Meant meant_;
    Together together_;
    std::vector<Appointment> before_;
};

void look_again(Records const& records, Context const& context, VisitProposal& proposal, Meant const& meant)
{
    Looking looking{records, context, proposal, meant};
    for (std::size_t i = 0; i < proposal.visits.size(); ++i) {
        ProposedVisit& visit = proposal.visits[i];
        auto const fit = looking.at(i, visit.details);
        visit.conflict = fit ? std::nullopt : std::optional{fit.error()};
        if (!fit)
            continue;
        visit.details = fit->appointment.details();
        if (visit.wanted)
            looking.take(fit->appointment);
    }
}

VisitProposal proposal_of(Appointment::Details const& like, std::vector<ClinicTime> const& starts)
{
    VisitProposal proposal{.asked = static_cast<int>(starts.size())};
    for (ClinicTime const start : starts) {
        auto details = like;
        details.start = start;
        proposal.visits.push_back({.details = std::move(details)});
    }
    return proposal;
}

} // namespace

Result<std::vector<ClinicTime>> starts_of(
    std::string const& rule, ClinicTime first, std::vector<Date> const& exceptions)
{
    return persistence::IcalRecurrence{}.expand(rule, first, exceptions, most_visits);
}

Result<Changed<AppointmentSeries>> kept_series(Records& records, AppointmentSeries const& series)
{
    auto before = series.version() == 0 ? std::nullopt : records.series().find(series.id());
    if (auto kept = records.series().keep(series); !kept)
        return refuse(kept.error());
    return Changed<AppointmentSeries>{std::move(before), records.series().find(series.id())};
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

int VisitProposal::conflicts() const noexcept
{
    return static_cast<int>(std::ranges::count_if(
        visits, [](ProposedVisit const& visit) { return visit.wanted && visit.conflict.has_value(); }));
}

Result<VisitProposal> propose_series(Records const& records, Context const& context, Appointment::Details const& first,
    std::string const& rule, std::vector<Date> const& exceptions, Meant const& meant)
{
    if (auto allowed = permit(context.actor, Action::EditSchedule); !allowed)
        return refuse(allowed.error());
    auto const starts = starts_of(rule, first.start, exceptions);
    if (!starts)
        return refuse(starts.error());
    auto proposal = proposal_of(fresh_like(first), *starts);
    proposal.rule = rule;
    look_again(records, context, proposal, meant);
    return proposal;
}

Result<VisitProposal> propose_series_from(Records const& records, Context const& context, Seen existing,
    AppointmentChange const& changed, std::string const& rule, std::vector<Date> const& exceptions)
{
    if (auto allowed = permit(context.actor, Action::EditSchedule); !allowed)
        return refuse(allowed.error());
    auto const stored = seen_appointment(records, existing);
    if (!stored)
        return refuse(stored.error());
    auto first = with_change(*stored, changed);
    if (!first)
        return refuse(first.error());
    auto starts = starts_of(rule, first->start, exceptions);
    if (!starts)
        return refuse(starts.error());
    std::erase(*starts, first->start);
    auto proposal = proposal_of(fresh_like(*first), *starts);
    proposal.visits.insert(proposal.visits.begin(), ProposedVisit{.details = *std::move(first)});
    ++proposal.asked;
    proposal.rule = rule;
    proposal.existing = Seen{stored->id(), stored->version()};
    look_again(records, context, proposal, changed.meant);
    return proposal;
}

Result<VisitProposal> with_visit_at(Records const& records, Context const& context, VisitProposal const& proposal,
    std::size_t visit, ClinicTime start, Meant const& meant)
{
    if (auto allowed = permit(context.actor, Action::EditSchedule); !allowed)
        return refuse(allowed.error());
    VisitProposal moved = proposal;
    if (visit < moved.visits.size()) {
        moved.visits[visit].details.start = start;
        moved.visits[visit].wanted = true;
    }
    look_again(records, context, moved, meant);
    return moved;
}

Result<ScheduleEdit> book_proposal(
    Records& records, Context const& context, VisitProposal const& proposal, Conflicts conflicts, Meant const& meant)
{
    if (auto allowed = permit(context.actor, Action::EditSchedule); !allowed)
        return refuse(allowed.error());
    if (proposal.existing)
        if (auto const stored = seen_appointment(records, *proposal.existing); !stored)
            return refuse(stored.error());
    std::vector<Appointment> wanted;
    Meant set_aside;
    SeriesId const id = context.make<SeriesId>();
    Looking looking{records, context, proposal, meant};
    for (std::size_t i = 0; i < proposal.visits.size(); ++i) {
        if (!proposal.visits[i].wanted)
            continue;
        auto details = proposal.visits[i].details;
        details.series = id;
        auto const fit = looking.at(i, details);
        if (!fit && conflicts == Conflicts::Refuse)
            return refuse_conflict(fit.error());
        if (!fit)
            continue;
        looking.take(fit->appointment);
        wanted.push_back(fit->appointment);
        set_aside = joined(std::move(set_aside), fit->set_aside);
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
        detail_of("series", set_aside));
    if (edit)
        edit->series.push_back(*std::move(kept));
    return edit;
}

} // namespace plumbline::app
