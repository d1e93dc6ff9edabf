// SPDX-License-Identifier: Apache-2.0
// How a visit that was typed in is kept.
#include "app/presenters/Faults.hpp"
#include "app/presenters/VisitPresenter.hpp"

#include <algorithm>

namespace plumbline::app {

void VisitPresenter::attempt()
{
    if (state_.busy)
        return;
    if (!loaded_ || who_.asking()) {
        state_.keep_waits = true;
        return;
    }
    auto const wanted = details();
    if (!wanted)
        return complain(each(wanted.error()));
    if (changes_series())
        return attempt_series_change(change_to(*wanted));
    if (state_.fields.repeat == VisitRepeat::Weekly && !state_.in_series)
        return attempt_series(*wanted);
    if (existing_)
        return attempt_change(change_to(*wanted));
    book_once(*wanted);
}

void VisitPresenter::book_once(Appointment::Details const& wanted)
{
    write([id = id_, typed = wanted, by = meant(), kind = state_.kind](
              Records& records, Context const& context) -> Result<ScheduleEdit> {
        Appointment::Details details = typed;
        if (details.length == Minutes{0})
            details.length = type_rule_of(records, details.type).length;
        auto const appointment = Appointment::create(id, details);
        if (!appointment)
            return tl::unexpected{appointment.error()};
        return kind == VisitState::Kind::WalkIn ? walk_in(records, context, *appointment, by)
                                                : book(records, context, *appointment, by);
    });
}

void VisitPresenter::attempt_change(AppointmentChange const& change)
{
    write([seen = Seen{existing_->id, existing_->version}, change](
              Records& records, Context const& context) { return app::change(records, context, seen, change); });
}

void VisitPresenter::attempt_series_change(AppointmentChange const& change)
{
    SeriesChange wanted{.scope = state_.fields.scope, .change = change};
    auto days = left_out();
    if (!days)
        return complain(each(days.error()));
    wanted.exceptions = *std::move(days);
    if (has_other_pattern()) {
        auto by = rule();
        if (!by)
            return complain(each(by.error()));
        wanted.rule = *std::move(by);
    }
    Seen const seen{existing_->id, existing_->version};
    if (proposal_)
        return write([seen, wanted](Records& records, Context const& context) {
            return change_series(records, context, seen, wanted, Conflicts::Skip);
        });
    propose([seen, wanted](Records const& records, Context const& context) {
        return propose_series_change(records, context, seen, wanted);
    });
}

void VisitPresenter::attempt_series(Appointment::Details const& wanted)
{
    auto const by = rule();
    auto const days = left_out();
    if (!by)
        return complain(each(by.error()));
    if (!days)
        return complain(each(days.error()));
    if (proposal_)
        return write([proposal = *proposal_, by_all = meant()](Records& records, Context const& context) {
            return book_proposal(records, context, proposal, Conflicts::Skip, by_all);
        });
    if (existing_)
        return propose([seen = Seen{existing_->id, existing_->version}, change = change_to(wanted), by = *by,
                           days = *days](Records const& records, Context const& context) {
            return propose_series_from(records, context, seen, change, by, days);
        });
    propose([first = wanted, by = *by, days = *days, by_all = meant()](
                Records const& records, Context const& context) mutable {
        if (first.length == Minutes{0})
            first.length = type_rule_of(records, first.type).length;
        return propose_series(records, context, first, by, days, by_all);
    });
}

void VisitPresenter::propose(std::function<Result<VisitProposal>(Records const&, Context const&)> work)
{
    state_.busy = true;
    proposed_for_ = state_.fields;
    desk_.read(alive_, std::move(work), [this](Result<VisitProposal> proposal) {
        if (!proposal)
            return complain(each(proposal.error()));
        show(std::move(*proposal));
    });
}

void VisitPresenter::write(std::function<Result<ScheduleEdit>(Records&, Context const&)> work)
{
    state_.busy = true;
    desk_.write(alive_, std::move(work), [this](Result<ScheduleEdit> edit) { receive(edit); });
}

void VisitPresenter::show(VisitProposal proposal)
{
    for (ProposedVisit& visit : proposal.visits)
        visit.wanted = !visit.conflict;
    state_.busy = false;
    state_.complaints.clear();
    state_.visits = lines_of(proposal);
    state_.summary = changes_series() ? change_summary_of(proposal) : summary_of(proposal);
    state_.may_override = std::ranges::any_of(
        proposal.visits, [](ProposedVisit const& visit) { return visit.conflict && can_be_meant(*visit.conflict); });
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
