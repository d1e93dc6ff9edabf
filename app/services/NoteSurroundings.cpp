// SPDX-License-Identifier: Apache-2.0
#include "app/services/NoteSurroundings.hpp"

#include "app/services/Common.hpp"
#include "app/services/TreatmentLimits.hpp"

#include <algorithm>
#include <span>
#include <utility>

namespace plumbline::app {

namespace {

constexpr std::size_t remembered_visits = 6;

/// The episode's earlier visits: the last one and the pain until then.
void add_past(OpenNote& note, std::vector<Visit> episode)
{
    std::erase_if(episode, [&](Visit const& other) { return other.details().start >= note.visit.details().start; });
    auto const from = episode.size() - std::min(episode.size(), remembered_visits);
    for (Visit const& past : std::span{episode}.subspan(from))
        note.pain_history.push_back(
            {past.on(), {.now = past.details().note.pain_now, .best = {}, .worst = past.details().note.pain_worst}});
    if (!episode.empty())
        note.last = std::move(episode.back());
}

/// Minutes are counted per patient and calendar day, whatever the episode (CMS Pub. 100-04 ch. 5 section 20.2).
void add_same_day(OpenNote& note, Records const& records)
{
    for (Episode const& episode : records.episodes().of_patient(note.visit.patient()))
        for (VisitRow const& row : records.visits().rows_of_episode(episode.id()))
            if (row.id != note.visit.id() && day_of(row.start) == note.visit.on())
                if (auto other = records.visits().find(row.id))
                    note.same_day.push_back(*std::move(other));
    std::ranges::sort(note.same_day, {}, [](Visit const& visit) { return visit.details().start; });
}

bool is_named(OpenNote const& note, UserId user)
{
    auto const treats = [&](Visit const& visit) {
        return visit.details().provider == user
            || std::ranges::any_of(
                visit.details().interventions, [&](Intervention const& row) { return row.details().provider == user; });
    };
    return treats(note.visit) || std::ranges::any_of(note.same_day, treats);
}

/// Who may treat here, and whom the note names although they may not any more.
void add_providers(OpenNote& note, Records const& records)
{
    for (User const& user : records.users().all()) {
        auto const& details = user.details();
        bool const treats = details.active && permitted(details.role, Action::EditNote);
        if (treats || is_named(note, user.id()))
            note.providers.push_back({user.id(), user.name_with_credentials(), treats});
    }
}

} // namespace

Result<OpenNote> with_surroundings(Records const& records, Context const& context, Visit visit)
{
    auto const patient = records.patients().find(visit.patient());
    if (!patient)
        return refuse_missing_patient();
    auto const episode = records.episodes().find(visit.episode());
    if (!episode)
        return refuse_missing_episode();
    OpenNote note{.visit = std::move(visit), .unit_rule = patient->details().coverage.unit_rule};
    add_past(note, records.visits().of_episode(note.visit.episode()));
    add_same_day(note, records);
    add_providers(note, records);
    note.region = episode->details().region;
    note.conditions = conditions_of(*patient);
    note.fee_schedule = records.fee_schedule().all();
    note.seal_broken = note.visit.seal() && !seal_holds(records, note.visit);
    if (auto draft = records.drafts().find(context.actor.user, "visit", note.visit.id().value()))
        note.draft = std::move(draft->content);
    return note;
}

} // namespace plumbline::app
