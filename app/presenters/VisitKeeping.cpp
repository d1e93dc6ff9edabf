// SPDX-License-Identifier: Apache-2.0
// How a visit that was typed in is kept.
#include "app/presenters/Faults.hpp"
#include "app/presenters/VisitPresenter.hpp"

namespace plumbline::app {

void VisitPresenter::attempt(Hours hours)
{
    if (state_.busy)
        return;
    auto const wanted = details();
    if (!wanted)
        return complain(each(wanted.error()));
    if (state_.fields.repeat == VisitRepeat::Weekly)
        return attempt_series(*wanted, hours);
    if (existing_)
        return attempt_change(*wanted, hours);
    state_.busy = true;
    desk_.write(
        alive_,
        [id = id_, typed = *wanted, hours, kind = state_.kind](
            Records& records, Context const& context) -> Result<ScheduleEdit> {
            Appointment::Details meant = typed;
            if (meant.length == Minutes{0})
                meant.length = type_rule_of(records, meant.type).length;
            auto const appointment = Appointment::create(id, meant);
            if (!appointment)
                return tl::unexpected{appointment.error()};
            return kind == VisitState::Kind::WalkIn ? walk_in(records, context, *appointment, hours)
                                                    : book(records, context, *appointment, hours);
        },
        [this](Result<ScheduleEdit> edit) { receive(edit); });
}

void VisitPresenter::attempt_change(Appointment::Details const& wanted, Hours hours)
{
    AppointmentChange change{.start = wanted.start,
        .clinician = wanted.clinician,
        .resources = wanted.resources,
        .type = wanted.type,
        .note = wanted.note,
        .hours = hours};
    if (wanted.length != Minutes{0})
        change.length = wanted.length;
    state_.busy = true;
    desk_.write(
        alive_,
        [seen = Seen{existing_->id, existing_->version}, change, scope = state_.fields.scope](
            Records& records, Context const& context) {
            return scope == SeriesScope::This
                ? app::change(records, context, seen, change)
                : change_series(records, context, seen, {.scope = scope, .change = change});
        },
        [this](Result<ScheduleEdit> edit) { receive(edit); });
}

void VisitPresenter::attempt_series(Appointment::Details const& wanted, Hours hours)
{
    auto const by = rule();
    if (!by)
        return complain(each(by.error()));
    if (!proposal_)
        return propose(wanted, *by, hours);
    state_.busy = true;
    desk_.write(
        alive_,
        [proposal = *proposal_, hours](Records& records, Context const& context) {
            return book_proposal(records, context, proposal, Conflicts::Skip, hours);
        },
        [this](Result<ScheduleEdit> edit) { receive(edit); });
}

void VisitPresenter::propose(Appointment::Details const& wanted, std::string const& by, Hours hours)
{
    state_.busy = true;
    proposed_for_ = state_.fields;
    auto const existing = existing_ ? std::optional{existing_->id} : std::nullopt;
    desk_.read(
        alive_,
        [wanted, by, existing, hours](Records const& records, Context const& context) {
            Appointment::Details first = wanted;
            if (first.length == Minutes{0})
                first.length = type_rule_of(records, first.type).length;
            return existing ? propose_series_from(records, context, *existing, by, {}, hours)
                            : propose_series(records, context, first, by, {}, hours);
        },
        [this](Result<VisitProposal> proposal) {
            if (!proposal)
                return complain(each(proposal.error()));
            show(std::move(*proposal));
        });
}

void VisitPresenter::show(VisitProposal proposal)
{
    for (ProposedVisit& visit : proposal.visits)
        visit.wanted = !visit.conflict;
    state_.busy = false;
    state_.complaints.clear();
    state_.visits = lines_of(proposal);
    state_.summary = summary_of(proposal);
    proposal_ = std::move(proposal);
    changed();
}

void VisitPresenter::receive(Result<ScheduleEdit> const& edit)
{
    if (!edit)
        return complain(each(edit.error()));
    state_.busy = false;
    auto const patient = who_.meant();
    kept(*edit, patient ? patient->name : std::string{});
}

} // namespace plumbline::app
