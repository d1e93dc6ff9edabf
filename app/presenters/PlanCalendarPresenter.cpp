// SPDX-License-Identifier: Apache-2.0
#include "app/presenters/PlanCalendarPresenter.hpp"

#include "app/presenters/DateEntry.hpp"
#include "app/presenters/Faults.hpp"
#include "app/presenters/TimeEntry.hpp"

namespace plumbline::app {

PlanCalendarPresenter::PlanCalendarPresenter(
    Desk& desk, EpisodeId episode, std::string who, std::optional<UserId> clinician)
    : desk_{desk}
    , episode_{episode}
    , who_{std::move(who)}
    , wanted_clinician_{clinician}
{
    using Choices = std::pair<std::vector<ClinicianRow>, std::vector<Resource>>;
    state_.fields.from = to_iso(desk.context().today());
    desk_.read(
        alive_,
        [](Records const& records, Context const& context) -> Result<Choices> {
            auto things = resources(records, context);
            if (!things)
                return tl::unexpected{things.error()};
            std::erase_if(*things, [](Resource const& one) { return !one.details().active; });
            return Choices{clinicians(records), std::move(*things)};
        },
        [this](Result<Choices> choices) {
            if (!choices)
                return complain(each(choices.error()));
            state_.clinicians = std::move(choices->first);
            state_.resources = std::move(choices->second);
            UserId const wanted = wanted_clinician_.value_or(desk_.actor().user);
            for (std::size_t index = 0; index < state_.clinicians.size(); ++index)
                if (state_.clinicians[index].id == wanted)
                    state_.fields.clinician = index;
            propose();
        });
}

void PlanCalendarPresenter::edit(PlanCalendarFields fields)
{
    if (fields == state_.fields)
        return;
    state_.fields = std::move(fields);
    propose();
}

void PlanCalendarPresenter::propose()
{
    PlanCalendarFields const& typed = state_.fields;
    Faults faults;
    Date const today = desk_.context().today();
    auto const from = parse_typed_date(typed.from, today, DateLeaning::Future, "from");
    auto const about = parse_typed_time(typed.about, "about");
    if (!from)
        faults.add(from.error());
    if (!about)
        faults.add(about.error());
    if (typed.clinician >= state_.clinicians.size())
        faults.add("clinician", tr_noop("Choose who treats."));
    if (!faults.none())
        return complain(each(faults.refusal()));
    PlanWish wish{.episode = episode_, .clinician = state_.clinicians[typed.clinician].id};
    wish.from = from->value_or(today);
    wish.weekdays = typed.weekdays;
    wish.about = *about;
    if (typed.resource > 0 && typed.resource <= state_.resources.size())
        wish.resources = {state_.resources[typed.resource - 1].id()};
    desk_.read(
        alive_, [wish](Records const& records, Context const& context) { return propose_plan(records, context, wish); },
        [this, question = ++questions_](Result<VisitProposal> proposal) {
            if (question != questions_)
                return;
            if (!proposal)
                return complain(each(proposal.error()));
            for (ProposedVisit& visit : proposal->visits)
                visit.wanted = !visit.conflict;
            state_.complaints.clear();
            state_.visits = lines_of(*proposal);
            state_.summary = summary_of(*proposal);
            proposal_ = std::move(*proposal);
            changed();
        });
}

void PlanCalendarPresenter::complain(std::vector<Refusal> complaints)
{
    busy_ = false;
    proposal_.reset();
    state_.visits.clear();
    state_.summary.clear();
    state_.complaints = std::move(complaints);
    changed();
}

void PlanCalendarPresenter::toggle(std::size_t visit)
{
    if (!proposal_ || visit >= proposal_->visits.size() || proposal_->visits[visit].conflict)
        return;
    proposal_->visits[visit].wanted = !proposal_->visits[visit].wanted;
    state_.visits = lines_of(*proposal_);
    changed();
}

void PlanCalendarPresenter::keep()
{
    if (busy_ || !proposal_ || proposal_->visits.empty())
        return;
    busy_ = true;
    desk_.write(
        alive_,
        [proposal = *proposal_](Records& records, Context const& context) {
            return book_proposal(records, context, proposal, Conflicts::Skip);
        },
        [this](Result<ScheduleEdit> edit) {
            busy_ = false;
            if (!edit)
                return complain(each(edit.error()));
            kept(*edit, who_);
        });
}

} // namespace plumbline::app
