// SPDX-License-Identifier: Apache-2.0
#include "persistence/records/SociEpisodes.hpp"

#include "persistence/records/Rows.hpp"

#include <map>

namespace plumbline::persistence {
namespace {

using Diagnoses = std::map<std::int64_t, std::vector<std::string>>;

Diagnoses read_diagnoses(Query& query)
{
    Diagnoses diagnoses;
    std::int64_t episode = 0;
    std::string code;
    query.into(episode).into(code);
    while (query.next())
        diagnoses[episode].push_back(code);
    return diagnoses;
}

struct EpisodeColumns {
    std::int64_t id = 0, patient = 0;
    Episode::Details details;
    std::string region, side, mechanism, started_on, status;
    std::optional<std::string> onset_on, ended_on;
    std::optional<std::int64_t> referred_by;
    int approximate = 0, version = 0;

    void into(Query& query)
    {
        query.into(id).into(patient).into(details.title).into(details.complaint).into(region).into(side);
        query.into(onset_on).into(approximate).into(mechanism).into(referred_by).into(started_on);
        query.into(status).into(ended_on).into(details.end_reason).into(version);
    }
    [[nodiscard]] Episode episode(Diagnoses& diagnoses)
    {
        Episode::Details whole = details;
        whole.region = stored(region_from_code(region));
        whole.side = stored(side_from_code(side));
        whole.onset = optional_day(onset_on);
        whole.onset_approximate = approximate != 0;
        whole.mechanism = stored(mechanism_from_code(mechanism));
        whole.diagnoses = std::move(diagnoses[id]);
        whole.referred_by = id_of<ReferringProviderId>(referred_by);
        whole.started = stored_day(started_on);
        whole.status = stored(episode_status_from_code(status));
        whole.ended = optional_day(ended_on);
        return Episode::restore(EpisodeId{id}, PatientId{patient}, std::move(whole), version);
    }
};

std::vector<Episode> read(Query& query, Diagnoses diagnoses)
{
    std::vector<Episode> episodes;
    EpisodeColumns row;
    row.into(query);
    while (query.next())
        episodes.push_back(row.episode(diagnoses));
    return episodes;
}

void bind(Query& query, Episode const& episode)
{
    Episode::Details const& details = episode.details();
    query.bind("id", episode.id().value())
        .bind("patient", episode.patient().value())
        .bind("title", details.title)
        .bind("complaint", details.complaint)
        .bind("region", code(details.region))
        .bind("side", code(details.side))
        .bind("onset_on", iso(details.onset))
        .bind("onset_approximate", details.onset_approximate)
        .bind("mechanism", code(details.mechanism))
        .bind("referred_by", number(details.referred_by))
        .bind("started_on", to_iso(details.started))
        .bind("status", code(details.status))
        .bind("ended_on", iso(details.ended))
        .bind("end_reason", details.end_reason);
}

} // namespace

std::optional<Episode> SociEpisodes::find(EpisodeId id) const
{
    auto codes =
        session_.query("select episode_id, code from episode_diagnosis where episode_id = :id order by position");
    codes.bind("id", id.value());
    auto query = session_.query(
        "select id, patient_id, title, complaint, region, side, onset_on, onset_approximate, mechanism, referred_by,"
        " started_on, status, ended_on, end_reason, version from episode where id = :id");
    query.bind("id", id.value());
    auto found = read(query, read_diagnoses(codes));
    return found.empty() ? std::nullopt : std::optional{std::move(found.front())};
}

std::vector<Episode> SociEpisodes::of_patient(PatientId patient) const
{
    auto codes =
        session_.query("select d.episode_id, d.code from episode e join episode_diagnosis d"
                       " on d.episode_id = e.id where e.patient_id = :patient order by d.episode_id, d.position");
    codes.bind("patient", patient.value());
    auto query = session_.query(
        "select id, patient_id, title, complaint, region, side, onset_on, onset_approximate, mechanism, referred_by,"
        " started_on, status, ended_on, end_reason, version from episode where patient_id = :patient"
        " order by started_on desc, id desc");
    query.bind("patient", patient.value());
    return read(query, read_diagnoses(codes));
}

Result<void> SociEpisodes::keep(Episode const& episode)
{
    return keeping([&]() -> Result<void> {
        if (episode.version() > 0) {
            auto query = session_.query(
                "update episode set title = :title, complaint = :complaint, region = :region, side = :side,"
                " onset_on = :onset_on, onset_approximate = :onset_approximate, mechanism = :mechanism,"
                " referred_by = :referred_by, started_on = :started_on, status = :status, ended_on = :ended_on,"
                " end_reason = :end_reason, version = version + 1"
                " where id = :id and version = :version and patient_id = :patient");
            bind(query, episode);
            query.bind("version", episode.version());
            if (query.run() != 1)
                return outdated();
            write_diagnoses(episode);
            return {};
        }
        auto query = session_.query(
            "insert into episode (id, patient_id, title, complaint, region, side, onset_on, onset_approximate,"
            " mechanism, referred_by, started_on, status, ended_on, end_reason, version) values (:id, :patient,"
            " :title, :complaint, :region, :side, :onset_on, :onset_approximate, :mechanism, :referred_by,"
            " :started_on, :status, :ended_on, :end_reason, 1) on conflict (id) do nothing");
        bind(query, episode);
        if (query.run() == 1) {
            write_diagnoses(episode);
            return {};
        }
        auto const before = find(episode.id());
        bool const same = before && before->patient() == episode.patient() && before->details() == episode.details();
        return same ? Result<void>{} : outdated();
    });
}

void SociEpisodes::write_diagnoses(Episode const& episode)
{
    auto const& codes = episode.details().diagnoses;
    session_.query("delete from episode_diagnosis where episode_id = :id").bind("id", episode.id().value()).run();
    for (std::size_t i = 0; i < codes.size(); ++i)
        session_.query("insert into episode_diagnosis (episode_id, position, code) values (:id, :position, :code)")
            .bind("id", episode.id().value())
            .bind("position", i)
            .bind("code", codes[i])
            .run();
}

} // namespace plumbline::persistence
