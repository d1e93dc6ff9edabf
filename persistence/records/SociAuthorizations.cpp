// SPDX-License-Identifier: Apache-2.0
#include "persistence/records/SociAuthorizations.hpp"

#include "persistence/records/Rows.hpp"

namespace plumbline::persistence {
namespace {

void bind(Query& query, Authorization const& authorization)
{
    auto const& details = authorization.details();
    query.bind("id", authorization.id().value())
        .bind("patient", details.patient.value())
        .bind("episode", number(details.episode))
        .bind("kind", code(details.kind))
        .bind("payer", details.payer)
        .bind("number", details.number)
        .bind("visits", details.visits)
        .bind("units", details.units)
        .bind("visits_before", details.visits_before)
        .bind("units_before", details.units_before)
        .bind("from_on", iso(details.from))
        .bind("until_on", iso(details.until))
        .bind("note", details.note)
        .bind("ended", details.ended);
}

} // namespace

std::vector<Authorization> read_authorizations(Query& query)
{
    std::vector<Authorization> found;
    std::int64_t id = 0, patient = 0;
    std::optional<std::int64_t> episode;
    std::string kind;
    std::optional<std::string> from_on, until_on;
    int ended = 0, version = 0;
    Authorization::Details row;
    query.into(id).into(patient).into(episode).into(kind).into(row.payer).into(row.number).into(row.visits);
    query.into(row.units).into(row.visits_before).into(row.units_before).into(from_on).into(until_on);
    query.into(row.note).into(ended).into(version);
    while (query.next()) {
        row.patient = PatientId{patient};
        row.episode = id_of<EpisodeId>(episode);
        row.kind = stored(authorization_kind_from_code(kind));
        row.from = optional_day(from_on);
        row.until = optional_day(until_on);
        row.ended = ended != 0;
        found.push_back(Authorization::restore(AuthorizationId{id}, row, version));
    }
    return found;
}

std::optional<Authorization> SociAuthorizations::find(AuthorizationId id) const
{
    auto query = session_.query("select id, patient_id, episode_id, kind, payer, number, visits, units,"
                                " visits_before, units_before, from_on, until_on, note, ended, version"
                                " from payer_authorization where id = :id");
    query.bind("id", id.value());
    auto found = read_authorizations(query);
    return found.empty() ? std::nullopt : std::optional{std::move(found.front())};
}

std::vector<Authorization> SociAuthorizations::of_patient(PatientId patient) const
{
    auto query = session_.query("select id, patient_id, episode_id, kind, payer, number, visits, units,"
                                " visits_before, units_before, from_on, until_on, note, ended, version"
                                " from payer_authorization where patient_id = :patient order by id");
    query.bind("patient", patient.value());
    return read_authorizations(query);
}

Result<void> SociAuthorizations::keep(Authorization const& authorization)
{
    return keeping([&]() -> Result<void> {
        if (authorization.version() > 0) {
            auto query = session_.query(
                "update payer_authorization set patient_id = :patient, episode_id = :episode, kind = :kind,"
                " payer = :payer, number = :number, visits = :visits, units = :units,"
                " visits_before = :visits_before, units_before = :units_before, from_on = :from_on,"
                " until_on = :until_on, note = :note, ended = :ended, version = version + 1"
                " where id = :id and version = :version");
            bind(query, authorization);
            query.bind("version", authorization.version());
            if (query.run() != 1)
                return outdated();
            // Whoever has the patient's form open holds the old number of visits.
            session_.query("update patient set version = version + 1 where id = :id")
                .bind("id", authorization.id().value())
                .run();
            return {};
        }
        auto query = session_.query(
            "insert into payer_authorization (id, patient_id, episode_id, kind, payer, number, visits, units,"
            " visits_before, units_before, from_on, until_on, note, ended, version) values (:id, :patient, :episode,"
            " :kind, :payer, :number, :visits, :units, :visits_before, :units_before, :from_on, :until_on, :note,"
            " :ended, 1) on conflict (id) do nothing");
        bind(query, authorization);
        if (query.run() == 1)
            return {};
        auto const before = find(authorization.id());
        return before && before->details() == authorization.details() ? Result<void>{} : outdated();
    });
}

} // namespace plumbline::persistence
