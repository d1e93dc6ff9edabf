// SPDX-License-Identifier: Apache-2.0
#include "persistence/records/SociOutcomeScores.hpp"

#include "persistence/records/Rows.hpp"

#include <algorithm>
#include <charconv>

namespace plumbline::persistence {
namespace {

using Items = std::vector<std::optional<int>>;

/// `3,-,2`: answers in order, a hyphen for one left out.
std::string text_of(Items const& items)
{
    std::string text;
    for (std::optional<int> const item : items)
        text.append(text.empty() ? "" : ",").append(item ? std::to_string(*item) : "-");
    return text;
}

std::vector<OutcomeScore> read(Query& query)
{
    std::vector<OutcomeScore> scores;
    std::int64_t id = 0, patient = 0, episode = 0, author = 0;
    std::optional<std::int64_t> evaluation;
    std::string taken_on, measure, items;
    int version = 0;
    query.into(id).into(patient).into(episode).into(taken_on).into(measure).into(items).into(author);
    query.into(evaluation).into(version);
    while (query.next())
        scores.push_back(stored(OutcomeScore::create(ScoreId{id}, PatientId{patient}, EpisodeId{episode},
            stored_day(taken_on), stored(measure_from_code(measure)), stored_items(items), UserId{author},
            id_of<EvaluationId>(evaluation), version)));
    return scores;
}

bool same(OutcomeScore const& stored, OutcomeScore const& given)
{
    return stored.patient() == given.patient() && stored.episode() == given.episode() && stored.on() == given.on()
        && stored.items() == given.items() && stored.score() == given.score() && stored.author() == given.author()
        && stored.evaluation() == given.evaluation();
}

} // namespace

std::vector<std::optional<int>> stored_items(std::string_view text)
{
    std::vector<std::optional<int>> items;
    while (!text.empty()) {
        std::string_view const one = text.substr(0, text.find(','));
        int answer = 0;
        auto const [end, error] = std::from_chars(one.data(), one.data() + one.size(), answer);
        if (one == "-")
            items.emplace_back();
        else if (error != std::errc{} || end != one.data() + one.size())
            throw_damaged();
        else
            items.emplace_back(answer);
        text.remove_prefix(std::min(one.size() + 1, text.size()));
    }
    return items;
}

std::vector<OutcomeScore> SociOutcomeScores::of_episode(EpisodeId episode) const
{
    auto query = session_.query("select id, patient_id, episode_id, taken_on, measure, items, author_id, evaluation_id,"
                                " version from outcome_score where episode_id = :episode order by taken_on, id");
    query.bind("episode", episode.value());
    return read(query);
}

std::optional<OutcomeScore> SociOutcomeScores::find(ScoreId id) const
{
    auto query = session_.query("select id, patient_id, episode_id, taken_on, measure, items, author_id, evaluation_id,"
                                " version from outcome_score where id = :id");
    query.bind("id", id.value());
    auto found = read(query);
    return found.empty() ? std::nullopt : std::optional{std::move(found.front())};
}

Result<void> SociOutcomeScores::keep(OutcomeScore const& score)
{
    return score.version() == 0 ? insert(score) : update(score);
}

Result<void> SociOutcomeScores::insert(OutcomeScore const& score)
{
    auto query = session_.query(
        "insert into outcome_score (id, patient_id, episode_id, taken_on, measure, items, author_id, evaluation_id,"
        " version) values (:id, :patient, :episode, :taken_on, :measure, :items, :author, :evaluation, 1)"
        " on conflict (id) do nothing");
    query.bind("id", score.id().value())
        .bind("patient", score.patient().value())
        .bind("episode", score.episode().value())
        .bind("taken_on", to_iso(score.on()))
        .bind("measure", facts(score.score().measure).code)
        .bind("items", text_of(score.items()))
        .bind("author", score.author().value())
        .bind("evaluation", number(score.evaluation()));
    if (query.run() == 1)
        return {};
    auto const before = find(score.id());
    return before && same(*before, score) ? Result<void>{} : outdated();
}

Result<void> SociOutcomeScores::update(OutcomeScore const& score)
{
    if (is_sealed(score.id()))
        return sealed_already();
    auto query =
        session_.query("update outcome_score set taken_on = :taken_on, items = :items, evaluation_id = :evaluation,"
                       " version = version + 1 where id = :id and version = :version");
    query.bind("id", score.id().value())
        .bind("version", score.version())
        .bind("taken_on", to_iso(score.on()))
        .bind("items", text_of(score.items()))
        .bind("evaluation", number(score.evaluation()));
    return query.run() == 1 ? Result<void>{} : outdated();
}

Result<void> SociOutcomeScores::drop(OutcomeScore const& score)
{
    if (is_sealed(score.id()))
        return sealed_already();
    auto query = session_.query("delete from outcome_score where id = :id and version = :version");
    query.bind("id", score.id().value()).bind("version", score.version());
    return query.run() == 1 ? Result<void>{} : outdated();
}

bool SociOutcomeScores::is_sealed(ScoreId id) const
{
    std::int64_t signed_ones = 0;
    auto query = session_.query("select count(*) from outcome_score s join evaluation e on e.id = s.evaluation_id"
                                " where s.id = :id and e.seal_sha256 is not null");
    query.bind("id", id.value()).into(signed_ones);
    return query.next() && signed_ones > 0;
}

} // namespace plumbline::persistence
