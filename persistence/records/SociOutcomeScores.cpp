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

Items items_of(std::string_view text)
{
    Items items;
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

std::vector<OutcomeScore> read(Query& query)
{
    std::vector<OutcomeScore> scores;
    std::int64_t id = 0, patient = 0, episode = 0, author = 0;
    std::string taken_on, measure, items;
    query.into(id).into(patient).into(episode).into(taken_on).into(measure).into(items).into(author);
    while (query.next())
        scores.push_back(stored(OutcomeScore::create(ScoreId{id}, PatientId{patient}, EpisodeId{episode},
            stored_day(taken_on), stored(measure_from_code(measure)), items_of(items), UserId{author})));
    return scores;
}

} // namespace

std::vector<OutcomeScore> SociOutcomeScores::of_episode(EpisodeId episode) const
{
    auto query = session_.query("select id, patient_id, episode_id, taken_on, measure, items, author_id"
                                " from outcome_score where episode_id = :episode order by taken_on, id");
    query.bind("episode", episode.value());
    return read(query);
}

Result<void> SociOutcomeScores::keep(OutcomeScore const& score)
{
    auto query = session_.query(
        "insert into outcome_score (id, patient_id, episode_id, taken_on, measure, items, author_id)"
        " values (:id, :patient, :episode, :taken_on, :measure, :items, :author) on conflict (id) do nothing");
    query.bind("id", score.id().value())
        .bind("patient", score.patient().value())
        .bind("episode", score.episode().value())
        .bind("taken_on", to_iso(score.on()))
        .bind("measure", facts(score.score().measure).code)
        .bind("items", text_of(score.items()))
        .bind("author", score.author().value());
    if (query.run() == 1)
        return {};
    auto before = session_.query("select id, patient_id, episode_id, taken_on, measure, items, author_id"
                                 " from outcome_score where id = :id");
    before.bind("id", score.id().value());
    auto const found = read(before);
    return !found.empty() && found.front() == score ? Result<void>{} : outdated();
}

} // namespace plumbline::persistence
