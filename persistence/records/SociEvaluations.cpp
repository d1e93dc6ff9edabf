// SPDX-License-Identifier: Apache-2.0
#include "persistence/records/SociEvaluations.hpp"

#include "persistence/records/Rows.hpp"

#include <map>

namespace plumbline::persistence {
namespace {

using Motions = std::map<std::int64_t, std::vector<MotionReading>>;

Motions read_motions(Query& query)
{
    Motions motions;
    std::int64_t evaluation = 0;
    std::string motion;
    double degrees = 0;
    int painful = 0;
    query.into(evaluation).into(motion).into(degrees).into(painful);
    while (query.next())
        motions[evaluation].push_back({stored(motion_from_code(motion)), degrees, painful != 0});
    return motions;
}

std::optional<PainScore> pain(std::optional<int> points)
{
    return points ? std::optional{stored(PainScore::of(*points))} : std::nullopt;
}
std::optional<int> points(std::optional<PainScore> pain)
{
    return pain ? std::optional{pain->points()} : std::nullopt;
}

struct EvaluationColumns {
    std::int64_t id = 0, patient = 0, episode = 0, author = 0;
    Evaluation::Details details;
    std::string kind, evaluated_on, instrument;
    std::optional<int> now, best, worst;
    SealColumns seal;
    int version = 0;

    void into(Query& query)
    {
        query.into(id).into(patient).into(episode).into(author).into(kind).into(evaluated_on);
        query.into(now).into(best).into(worst).into(instrument);
        query.into(details.history).into(details.findings).into(details.assessment).into(version);
        seal.into(query);
    }
    [[nodiscard]] Evaluation evaluation(Motions& motions)
    {
        Evaluation::Details whole = std::move(details);
        whole.kind = stored(evaluation_kind_from_code(kind));
        whole.on = stored_day(evaluated_on);
        whole.pain = {pain(now), pain(best), pain(worst)};
        whole.instrument = stored(instrument_from_code(instrument));
        whole.motions = std::move(motions[id]);
        return Evaluation::restore(EvaluationId{id}, PatientId{patient}, EpisodeId{episode}, UserId{author},
            std::move(whole), seal.take(), version);
    }
};

std::vector<Evaluation> read(Query& query, Motions motions)
{
    std::vector<Evaluation> evaluations;
    EvaluationColumns row;
    row.into(query);
    while (query.next())
        evaluations.push_back(row.evaluation(motions));
    return evaluations;
}

void bind_details(Query& query, Evaluation const& evaluation)
{
    Evaluation::Details const& details = evaluation.details();
    query.bind("id", evaluation.id().value())
        .bind("kind", code(details.kind))
        .bind("evaluated_on", to_iso(details.on))
        .bind("pain_now", points(details.pain.now))
        .bind("pain_best", points(details.pain.best))
        .bind("pain_worst", points(details.pain.worst))
        .bind("instrument", code(details.instrument))
        .bind("history", details.history)
        .bind("findings", details.findings)
        .bind("assessment", details.assessment);
}

bool same(Evaluation const& stored, Evaluation const& given)
{
    return stored.patient() == given.patient() && stored.episode() == given.episode()
        && stored.author() == given.author() && stored.details() == given.details() && stored.seal() == given.seal();
}

} // namespace

std::optional<Evaluation> SociEvaluations::find(EvaluationId id) const
{
    auto motions = session_.query("select evaluation_id, motion, degrees, painful from evaluation_motion"
                                  " where evaluation_id = :id order by position");
    motions.bind("id", id.value());
    auto query = session_.query(
        "select id, patient_id, episode_id, author_id, kind, evaluated_on, pain_now, pain_best, pain_worst, instrument,"
        " history, findings, assessment, version, seal_sha256, seal_signer_id, seal_signature, seal_at,"
        " seal_program_version from evaluation where id = :id");
    query.bind("id", id.value());
    auto found = read(query, read_motions(motions));
    return found.empty() ? std::nullopt : std::optional{std::move(found.front())};
}

std::vector<Evaluation> SociEvaluations::of_episode(EpisodeId episode) const
{
    auto motions = session_.query(
        "select m.evaluation_id, m.motion, m.degrees, m.painful from evaluation e join evaluation_motion m"
        " on m.evaluation_id = e.id where e.episode_id = :episode order by m.evaluation_id, m.position");
    motions.bind("episode", episode.value());
    auto query = session_.query(
        "select id, patient_id, episode_id, author_id, kind, evaluated_on, pain_now, pain_best, pain_worst, instrument,"
        " history, findings, assessment, version, seal_sha256, seal_signer_id, seal_signature, seal_at,"
        " seal_program_version from evaluation where episode_id = :episode order by evaluated_on, id");
    query.bind("episode", episode.value());
    return read(query, read_motions(motions));
}

Result<void> SociEvaluations::keep(Evaluation const& evaluation)
{
    return keeping([&] { return evaluation.version() == 0 ? insert(evaluation) : update(evaluation); });
}

Result<void> SociEvaluations::insert(Evaluation const& evaluation)
{
    auto query = session_.query(
        "insert into evaluation (id, patient_id, episode_id, author_id, kind, evaluated_on, pain_now, pain_best,"
        " pain_worst, instrument, history, findings, assessment, version) values (:id, :patient, :episode, :author,"
        " :kind, :evaluated_on, :pain_now, :pain_best, :pain_worst, :instrument, :history, :findings, :assessment, 1)"
        " on conflict (id) do nothing");
    query.bind("patient", evaluation.patient().value())
        .bind("episode", evaluation.episode().value())
        .bind("author", evaluation.author().value());
    bind_details(query, evaluation);
    if (query.run() == 1) {
        write_motions(evaluation);
        seal(evaluation);
        return {};
    }
    auto const before = find(evaluation.id());
    return before && same(*before, evaluation) ? Result<void>{} : outdated();
}

Result<void> SociEvaluations::update(Evaluation const& evaluation)
{
    auto query = session_.query(
        "update evaluation set kind = :kind, evaluated_on = :evaluated_on, pain_now = :pain_now,"
        " pain_best = :pain_best, pain_worst = :pain_worst, instrument = :instrument, history = :history,"
        " findings = :findings, assessment = :assessment, version = version + 1"
        " where id = :id and version = :version and seal_sha256 is null");
    query.bind("version", evaluation.version());
    bind_details(query, evaluation);
    if (query.run() == 1) {
        write_motions(evaluation);
        seal(evaluation);
        return {};
    }
    auto const before = find(evaluation.id());
    if (!before || before->version() != evaluation.version())
        return outdated();
    return same(*before, evaluation) ? Result<void>{} : sealed_already();
}

void SociEvaluations::write_motions(Evaluation const& evaluation)
{
    auto const& motions = evaluation.details().motions;
    session_.query("delete from evaluation_motion where evaluation_id = :id").bind("id", evaluation.id().value()).run();
    for (std::size_t i = 0; i < motions.size(); ++i)
        session_
            .query("insert into evaluation_motion (evaluation_id, position, motion, degrees, painful)"
                   " values (:id, :position, :motion, :degrees, :painful)")
            .bind("id", evaluation.id().value())
            .bind("position", i)
            .bind("motion", facts(motions[i].motion).code)
            .bind("degrees", motions[i].degrees)
            .bind("painful", motions[i].painful)
            .run();
}

// Last of all, because from then on the schema itself refuses every change.
void SociEvaluations::seal(Evaluation const& evaluation)
{
    if (!evaluation.seal())
        return;
    auto query = session_.query(
        "update evaluation set seal_sha256 = :seal_sha256, seal_signer_id = :seal_signer,"
        " seal_signature = :seal_signature, seal_at = :seal_at, seal_program_version = :seal_program where id = :id");
    bind_seal(query, *evaluation.seal());
    query.bind("id", evaluation.id().value());
    query.run();
}

} // namespace plumbline::persistence
