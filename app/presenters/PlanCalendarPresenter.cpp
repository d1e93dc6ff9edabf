// SPDX-License-Identifier: Apache-2.0
#include "app/presenters/PlanCalendarPresenter.hpp"

#include "app/presenters/DateEntry.hpp"
#include "app/presenters/Faults.hpp"
#include "app/presenters/TimeEntry.hpp"
#include "domain/core/Text.hpp"

#include <algorithm>

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
            receive(std::move(choices->first), choices->second);
        });
}

void PlanCalendarPresenter::receive(std::vector<ClinicianRow> clinicians, std::vector<Resource> const& resources)
{
    state_.clinicians = std::move(clinicians);
    UserId const wanted = wanted_clinician_.value_or(desk_.actor().user);
    for (std::size_t index = 0; index < state_.clinicians.size(); ++index)
        if (state_.clinicians[index].id == wanted)
            state_.fields.clinician = index;
    state_.resources = {"none"};
    for (ResourceKind const kind : {ResourceKind::Room, ResourceKind::TractionTable, ResourceKind::Equipment})
        if (std::ranges::any_of(resources, [&](Resource const& one) { return one.details().kind == kind; })) {
            state_.resources.push_back("any: " + ascii_lower(label(kind)));
            resources_.emplace_back(kind);
        }
    for (Resource const& one : resources) {
        state_.resources.push_back(one.details().name);
        resources_.emplace_back(one.id());
    }
    propose();
}

void PlanCalendarPresenter::edit(PlanCalendarFields fields)
{
    if (fields == state_.fields)
        return;
    state_.fields = std::move(fields);
    propose();
}

Result<PlanWish> PlanCalendarPresenter::wish() const
{
    PlanCalendarFields const& typed = state_.fields;
    Faults faults;
    Date const today = desk_.context().today();
    auto const from = parse_typed_date(typed.from, today, DateLeaning::Future, "from");
    if (!from)
        faults.add(from.error());
    auto const time = [&](std::string const& text, std::string_view field) {
        auto const meant = parse_typed_time(text, field);
        if (!meant)
            faults.add(meant.error());
        return meant.value_or(std::nullopt);
    };
    PlanWish wish{
        .episode = episode_, .weekdays = typed.weekdays, .about = time(typed.about, "about"), .type = typed.type};
    auto const not_before = time(typed.not_before, "not_before");
    auto const not_after = time(typed.not_after, "not_after");
    if (not_before.has_value() != not_after.has_value())
        faults.add("not_after", tr_noop("Type both hours, or none."));
    else if (not_before && *not_after <= *not_before)
        faults.add("not_after", tr_noop("Type an hour after the first."));
    else if (not_before)
        wish.between = DaySpan{*not_before, *not_after};
    if (auto const minutes = whole_number(typed.length, "length", tr_noop("Type a whole number."), faults))
        wish.length = Minutes{*minutes};
    if (wish.length && (*wish.length < Appointment::shortest || *wish.length > Appointment::longest))
        faults.add("length", tr_noop("An appointment lasts from 5 minutes to 8 hours."));
    if (typed.clinician >= state_.clinicians.size())
        faults.add("clinician", tr_noop("Choose who treats."));
    if (!faults.none())
        return refuse(faults.refusal());
    wish.clinician = state_.clinicians[typed.clinician].id;
    wish.from = from->value_or(today);
    if (typed.resource > 0 && typed.resource <= resources_.size()) {
        auto const& chosen = resources_[typed.resource - 1];
        if (auto const* const kind = std::get_if<ResourceKind>(&chosen))
            wish.any_of_kind = {*kind};
        else
            wish.resources = {std::get<ResourceId>(chosen)};
    }
    return wish;
}

void PlanCalendarPresenter::propose()
{
    auto const wanted = wish();
    if (!wanted)
        return complain(one_each(wanted.error()));
    desk_.read(
        alive_,
        [wish = *wanted](
            Records const& records, Context const& context) { return propose_plan(records, context, wish); },
        [this, question = ++questions_](Result<VisitProposal> proposal) {
            if (question != questions_)
                return;
            if (!proposal)
                return complain(each(proposal.error()));
            show(std::move(*proposal));
        });
}

void PlanCalendarPresenter::show(VisitProposal proposal)
{
    for (ProposedVisit& visit : proposal.visits)
        visit.wanted = visit.wanted && !visit.conflict;
    state_.complaints.clear();
    state_.visits = lines_of(proposal);
    state_.summary = summary_of(proposal);
    proposal_ = std::move(proposal);
    changed();
}

std::pair<std::string, std::string> PlanCalendarPresenter::place_of(std::size_t visit) const
{
    if (!proposal_ || visit >= proposal_->visits.size())
        return {};
    ClinicTime const start = proposal_->visits[visit].details.start;
    return {to_iso(day_of(start)), to_clock(start)};
}

void PlanCalendarPresenter::move(std::size_t visit, std::string const& day_text, std::string const& time_text)
{
    if (!proposal_ || visit >= proposal_->visits.size())
        return;
    Faults faults;
    auto const day = parse_typed_date(day_text, desk_.context().today(), DateLeaning::Future, "move_day");
    auto const time = parse_typed_time(time_text, "move_time");
    if (!day)
        faults.add(day.error());
    else if (!*day)
        faults.add("move_day", tr_noop("Type the day."));
    if (!time)
        faults.add(time.error());
    else if (!*time)
        faults.add("move_time", tr_noop("Type when it begins."));
    if (!faults.none()) {
        state_.complaints = each(faults.refusal());
        return changed();
    }
    desk_.read(
        alive_,
        [proposal = *proposal_, visit, start = at(**day, **time)](Records const& records, Context const& context) {
            return with_visit_at(records, context, proposal, visit, start);
        },
        [this, question = ++questions_](Result<VisitProposal> proposal) {
            if (question != questions_)
                return;
            if (!proposal)
                return complain(each(proposal.error()));
            show(std::move(*proposal));
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
            if (!edit) {
                state_.complaints = each(edit.error());
                return changed();
            }
            kept(*edit, who_);
        });
}

} // namespace plumbline::app
