// SPDX-License-Identifier: Apache-2.0
#include "tests/support/MemoryPorts.hpp"
#include "tests/support/MemoryTables.hpp"

#include <algorithm>
#include <functional>
#include <utility>

namespace plumbline::testing {
namespace {

std::vector<Visit> by_start(std::vector<Visit> visits)
{
    std::ranges::sort(visits, {}, [](auto const& one) { return std::pair{one.details().start, one.id()}; });
    return visits;
}

/// What may happen to a signed visit: nothing, or addenda behind those there are.
bool only_adds(Visit const& before, Visit const& after)
{
    auto const& old = before.addenda();
    auto const& fresh = after.addenda();
    return before.details() == after.details() && before.seal() == after.seal() && old.size() <= fresh.size()
        && std::equal(old.begin(), old.end(), fresh.begin());
}

/// The evaluation this score was taken for is signed.
bool is_sealed(MemoryState const& state, ScoreId id)
{
    auto const score = find_in(state.scores, id);
    auto const evaluation =
        score && score->evaluation() ? find_in(state.evaluations, *score->evaluation()) : std::nullopt;
    return evaluation && evaluation->seal();
}

} // namespace

std::optional<Episode> MemoryEpisodes::find(EpisodeId id) const
{
    return find_in(all().episodes, id);
}

std::vector<Episode> MemoryEpisodes::of_patient(PatientId patient) const
{
    auto episodes = those_of(all().episodes, [&](Episode const& one) { return one.patient() == patient; });
    std::ranges::sort(episodes, std::greater{}, [](auto const& one) {
        return std::pair{one.details().started, one.id()};
    });
    return episodes;
}

Result<void> MemoryEpisodes::keep(Episode const& episode)
{
    return keep_in(all().episodes, episode);
}

std::optional<Evaluation> MemoryEvaluations::find(EvaluationId id) const
{
    return find_in(all().evaluations, id);
}

std::vector<Evaluation> MemoryEvaluations::of_episode(EpisodeId episode) const
{
    auto evaluations = those_of(all().evaluations, [&](Evaluation const& one) { return one.episode() == episode; });
    std::ranges::sort(evaluations, {}, [](auto const& one) { return std::pair{one.details().on, one.id()}; });
    return evaluations;
}

Result<void> MemoryEvaluations::keep(Evaluation const& evaluation)
{
    auto const before = find(evaluation.id());
    if (before && before->seal() && with_version(*before, 0) != with_version(evaluation, 0))
        return sealed_already();
    return keep_in(all().evaluations, evaluation);
}

std::vector<OutcomeScore> MemoryScores::of_episode(EpisodeId episode) const
{
    auto scores = those_of(all().scores, [&](OutcomeScore const& one) { return one.episode() == episode; });
    std::ranges::sort(scores, {}, [](auto const& one) { return std::pair{one.on(), one.id()}; });
    return scores;
}

std::optional<OutcomeScore> MemoryScores::find(ScoreId id) const
{
    return find_in(all().scores, id);
}

Result<void> MemoryScores::keep(OutcomeScore const& score)
{
    if (score.version() > 0 && is_sealed(all(), score.id()))
        return sealed_already();
    return keep_in(all().scores, score);
}

Result<void> MemoryScores::drop(OutcomeScore const& score)
{
    auto const before = find(score.id());
    if (!before || before->version() != score.version())
        return outdated();
    if (is_sealed(all(), score.id()))
        return sealed_already();
    all().scores.erase(score.id());
    return {};
}

std::optional<PlanOfCare> MemoryPlans::find(PlanId id) const
{
    return find_in(all().plans, id);
}

std::vector<PlanOfCare> MemoryPlans::of_episode(EpisodeId episode) const
{
    auto plans = those_of(all().plans, [&](PlanOfCare const& one) { return one.episode() == episode; });
    std::ranges::sort(plans, {}, [](auto const& one) { return std::pair{one.details().established, one.id()}; });
    return plans;
}

Result<void> MemoryPlans::keep(PlanOfCare const& plan)
{
    auto const before = find(plan.id());
    if (before && before->seal()
        && (before->seal() != plan.seal() || before->canonical_text() != plan.canonical_text()))
        return sealed_already();
    return keep_in(all().plans, plan);
}

std::optional<Visit> MemoryVisits::find(VisitId id) const
{
    return find_in(all().visits, id);
}

std::vector<Visit> MemoryVisits::of_episode(EpisodeId episode) const
{
    return by_start(those_of(all().visits, [&](Visit const& one) { return one.episode() == episode; }));
}

std::vector<Visit> MemoryVisits::of_patient(PatientId patient) const
{
    return by_start(those_of(all().visits, [&](Visit const& one) { return one.patient() == patient; }));
}

std::vector<VisitRow> MemoryVisits::rows_of_episode(EpisodeId episode) const
{
    std::vector<VisitRow> rows;
    for (Visit const& visit : of_episode(episode))
        rows.push_back({visit.id(), visit.details().start, visit.details().provider, visit.seal().has_value(),
            visit.total_minutes()});
    return rows;
}

std::optional<Visit> MemoryVisits::last_before(EpisodeId episode, ClinicTime start) const
{
    auto const earlier = by_start(those_of(
        all().visits, [&](Visit const& one) { return one.episode() == episode && one.details().start < start; }));
    return earlier.empty() ? std::nullopt : std::optional{earlier.back()};
}

std::optional<VisitId> MemoryVisits::of_appointment(AppointmentId appointment) const
{
    for (auto const& [id, visit] : all().visits)
        if (visit.details().appointment == appointment)
            return id;
    return std::nullopt;
}

std::vector<UnsignedNote> MemoryVisits::unsigned_notes(std::optional<UserId> provider, int limit) const
{
    auto const open = by_start(those_of(all().visits,
        [&](Visit const& one) { return !one.seal() && (!provider || one.details().provider == *provider); }));
    std::vector<UnsignedNote> notes;
    for (Visit const& visit : open) {
        auto const patient = find_in(all().patients, visit.patient());
        notes.push_back({visit.id(), visit.patient(), visit.episode(), patient ? patient->name() : PersonName{},
            visit.details().start, visit.details().provider});
    }
    cut(notes, limit);
    return notes;
}

std::int64_t MemoryVisits::count() const
{
    return std::ssize(all().visits);
}

Result<void> MemoryVisits::keep(Visit const& visit)
{
    auto const before = find(visit.id());
    if (before && before->seal() && !only_adds(*before, visit))
        return sealed_already();
    return keep_in(all().visits, visit);
}

Result<void> MemoryVisits::drop(Visit const& visit)
{
    auto const before = find(visit.id());
    if (!before || before->version() != visit.version())
        return outdated();
    if (before->seal())
        return sealed_already();
    all().visits.erase(visit.id());
    return {};
}

} // namespace plumbline::testing
