// SPDX-License-Identifier: Apache-2.0
// The end of an episode of care, and taking it back.
#include "app/services/Chart.hpp"
#include "app/services/Common.hpp"

#include <algorithm>

namespace plumbline::app {

namespace {

/// The stored episode, when this person may change it and saw its newest version.
Result<Episode> episode_to_change(Records const& records, Context const& context, EpisodeId id, int version)
{
    // A discharge is the therapist's, never an assistant's (fact book 5.1, PTA limits).
    if (auto allowed = permit(context.actor, Action::EditPlan); !allowed)
        return refuse(allowed.error());
    auto stored = records.episodes().find(id);
    if (!stored)
        return refuse_missing_episode();
    if (auto current = still_current(stored->version(), version); !current)
        return refuse(current.error());
    return *std::move(stored);
}

std::string listed(std::vector<Date> days)
{
    std::ranges::sort(days);
    std::string text;
    for (Date const day : days)
        text += (text.empty() ? "" : ", ") + to_words(day);
    return text;
}

/// Every entry of the episode is signed, and none is later than its end.
Result<void> may_end(Records const& records, EpisodeId id, Date on)
{
    std::vector<Date> notes, evaluations;
    Date last{};
    for (VisitRow const& visit : records.visits().rows_of_episode(id)) {
        last = std::max(last, day_of(visit.start));
        if (!visit.sealed)
            notes.push_back(day_of(visit.start));
    }
    for (Evaluation const& evaluation : records.evaluations().of_episode(id)) {
        last = std::max(last, evaluation.details().on);
        if (!evaluation.seal())
            evaluations.push_back(evaluation.details().on);
    }
    Faults faults;
    if (!notes.empty())
        faults.add("", tr_noop("Sign first, or discard, the visit note of {0}."), {listed(std::move(notes))});
    if (!evaluations.empty())
        faults.add("", tr_noop("Sign first the evaluation of {0}."), {listed(std::move(evaluations))});
    if (on.ok() && last.ok() && on < last)
        faults.add(
            "ended", tr_noop("The last treatment was on {0}: the discharge is not before it."), {to_words(last)});
    if (!faults.none())
        return refuse(faults.refusal());
    return {};
}

Result<void> change(
    Records& records, Context const& context, Episode const& stored, Episode::Details details, std::string_view what)
{
    auto const person = records.patients().find(stored.patient());
    if (!person)
        return refuse_missing_patient();
    auto const changed = stored.with(std::move(details), person->birth_date(), context.today());
    if (!changed)
        return refuse(changed.error());
    if (auto kept = records.episodes().keep(*changed); !kept)
        return kept;
    audit(records, context, AuditEvent::Change, {"episode", stored.id().value(), stored.patient()}, std::string{what});
    return {};
}

} // namespace

Result<void> discharge_episode(Records& records, Context const& context, EpisodeId id, int version, Discharge discharge)
{
    auto const stored = episode_to_change(records, context, id, version);
    if (!stored)
        return refuse(stored.error());
    if (stored->details().status == EpisodeStatus::Discharged)
        return refuse(Refusal::Reason::Invalid, "", tr_noop("This episode is discharged already."));
    if (auto allowed = may_end(records, id, discharge.on); !allowed)
        return allowed;
    Episode::Details details = stored->details();
    details.status = EpisodeStatus::Discharged;
    details.ended = discharge.on;
    details.end_reason = std::move(discharge.reason);
    return change(records, context, *stored, std::move(details), "discharged");
}

Result<void> reopen_episode(Records& records, Context const& context, EpisodeId id, int version)
{
    auto const stored = episode_to_change(records, context, id, version);
    if (!stored)
        return refuse(stored.error());
    if (stored->details().status == EpisodeStatus::Open)
        return refuse(Refusal::Reason::Invalid, "", tr_noop("This episode is open."));
    Episode::Details details = stored->details();
    details.status = EpisodeStatus::Open;
    details.ended.reset();
    details.end_reason.clear();
    return change(records, context, *stored, std::move(details), "reopened");
}

} // namespace plumbline::app
