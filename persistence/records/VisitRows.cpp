// SPDX-License-Identifier: Apache-2.0
#include "persistence/records/VisitRows.hpp"

#include "persistence/records/Rows.hpp"

#include <unordered_map>
#include <utility>

namespace plumbline::persistence {
namespace {

constexpr std::string_view visit_columns =
    "select v.id, v.patient_id, v.episode_id, v.start_at, v.provider_id, v.appointment_id, v.pain_now,"
    " v.pain_worst, v.trend, v.subjective, v.objective, v.assessment, v.plan, v.late_entry, v.tied_code,"
    " v.version, v.seal_sha256,"
    " v.seal_signer_id, v.seal_signature, v.seal_at, v.seal_program_version from visit v where ";
constexpr std::string_view intervention_columns =
    "select i.visit_id, i.id, i.modality, i.name, i.exercise_id, i.region, i.side, i.dose, i.minutes,"
    " i.service_code, i.timed, i.provider_id, i.state, i.at_home, i.response, i.override_reason from visit v"
    " join intervention i on i.visit_id = v.id where ";
constexpr std::string_view addendum_columns =
    "select a.visit_id, a.content, a.seal_sha256, a.seal_signer_id, a.seal_signature, a.seal_at,"
    " a.seal_program_version from addendum a where ";

VisitStatements statements(std::string const& visit_is, std::string const& addendum_is)
{
    return {std::string{visit_columns} + visit_is + " order by v.start_at, v.id",
        std::string{intervention_columns} + visit_is + " order by v.start_at, v.id, i.position",
        std::string{addendum_columns} + addendum_is + " order by a.visit_id, a.position"};
}

std::optional<PainScore> pain(std::optional<int> points)
{
    return points ? std::optional{stored(PainScore::of(*points))} : std::nullopt;
}

struct InterventionColumns {
    std::int64_t visit = 0, id = 0, provider = 0;
    std::string modality, name, exercise, region, side, dose, service_code, state, response, override_reason;
    int minutes = 0, timed = 0, at_home = 0;

    void into(Query& query)
    {
        query.into(visit).into(id).into(modality).into(name).into(exercise).into(region).into(side).into(dose);
        query.into(minutes).into(service_code).into(timed).into(provider).into(state).into(at_home);
        query.into(response).into(override_reason);
    }
    [[nodiscard]] Intervention intervention()
    {
        Modality const kind = stored(modality_from_code(modality));
        return Intervention::restore(InterventionId{id},
            {kind, std::move(name), std::move(exercise), stored(region_from_code(region)), stored(side_from_code(side)),
                stored(Dose::parse(kind, dose)), minutes, std::move(service_code), timed != 0, UserId{provider},
                stored(row_state_from_code(state)), at_home != 0, std::move(response), std::move(override_reason)});
    }
};

using Addenda = std::unordered_map<std::int64_t, std::vector<Addendum>>;

Addenda read_addenda(Query& query)
{
    Addenda addenda;
    std::int64_t visit = 0, signer = 0;
    std::string at;
    Addendum row;
    query.into(visit).into(row.text).into(row.seal.sha256).into(signer).into(row.seal.signature);
    query.into(at).into(row.seal.program_version);
    while (query.next()) {
        row.seal.signer = UserId{signer};
        row.seal.at = stored_instant(at);
        addenda[visit].push_back(row);
    }
    return addenda;
}

struct VisitColumns {
    std::int64_t id = 0, patient = 0, episode = 0, provider = 0;
    std::string start_at, trend, tied_code;
    std::optional<std::int64_t> appointment;
    std::optional<int> pain_now, pain_worst;
    VisitNote note;
    SealColumns seal;
    int version = 0, late_entry = 0;

    void into(Query& query)
    {
        query.into(id).into(patient).into(episode).into(start_at).into(provider).into(appointment);
        query.into(pain_now).into(pain_worst).into(trend);
        query.into(note.subjective).into(note.objective).into(note.assessment).into(note.plan);
        query.into(late_entry).into(tied_code).into(version);
        seal.into(query);
    }
    [[nodiscard]] Visit visit(std::vector<Intervention> interventions, std::vector<Addendum> addenda)
    {
        note.pain_now = pain(pain_now);
        note.pain_worst = pain(pain_worst);
        note.trend = stored(trend_from_code(trend));
        return Visit::restore(VisitId{id}, PatientId{patient}, EpisodeId{episode},
            {stored_time(start_at), UserId{provider}, std::move(note), std::move(interventions),
                id_of<AppointmentId>(appointment), late_entry != 0, tied_code},
            seal.take(), std::move(addenda), version);
    }
};

struct StoredRow {
    int position;
    Intervention::Details details;
};
using StoredRows = std::unordered_map<std::int64_t, StoredRow>;

StoredRows stored_rows(Session& session, VisitId visit)
{
    StoredRows rows;
    InterventionColumns row;
    int position = 0;
    auto query = session.query(
        "select visit_id, id, modality, name, exercise_id, region, side, dose, minutes, service_code, timed,"
        " provider_id, state, at_home, response, override_reason, position from intervention where visit_id = :visit");
    query.bind("visit", visit.value());
    row.into(query);
    query.into(position);
    while (query.next())
        rows.emplace(row.id, StoredRow{position, row.intervention().details()});
    return rows;
}

void write(Query query, VisitId visit, int position, Intervention const& intervention)
{
    Intervention::Details const& details = intervention.details();
    query.bind("id", intervention.id().value())
        .bind("visit", visit.value())
        .bind("position", position)
        .bind("modality", code(details.modality))
        .bind("name", details.name)
        .bind("exercise", details.exercise_id)
        .bind("region", code(details.region))
        .bind("side", code(details.side))
        .bind("dose", details.dose.canonical())
        .bind("minutes", details.minutes)
        .bind("service_code", details.service_code)
        .bind("timed", details.timed)
        .bind("provider", details.provider.value())
        .bind("state", code(details.state))
        .bind("at_home", details.at_home)
        .bind("response", details.response)
        .bind("override_reason", details.override_reason);
    query.run();
}

Query insertion(Session& session)
{
    return session.query(
        "insert into intervention (id, visit_id, position, modality, name, exercise_id, region, side, dose,"
        " minutes, service_code, timed, provider_id, state, at_home, response, override_reason) values (:id,"
        " :visit, :position, :modality, :name, :exercise, :region, :side, :dose, :minutes, :service_code,"
        " :timed, :provider, :state, :at_home, :response, :override_reason)");
}

Query change(Session& session)
{
    return session.query("update intervention set position = :position, modality = :modality, name = :name,"
                         " exercise_id = :exercise, region = :region, side = :side, dose = :dose, minutes = :minutes,"
                         " service_code = :service_code, timed = :timed, provider_id = :provider, state = :state,"
                         " at_home = :at_home, response = :response, override_reason = :override_reason"
                         " where id = :id and visit_id = :visit");
}

} // namespace

VisitStatements const& visits_by_id()
{
    static VisitStatements const by_id = statements("v.id = :key", "a.visit_id = :key");
    return by_id;
}

VisitStatements const& visits_by_episode()
{
    static VisitStatements const by_episode = statements("v.episode_id = :key", "a.episode_id = :key");
    return by_episode;
}

VisitStatements const& visits_by_patient()
{
    static VisitStatements const by_patient = statements("v.patient_id = :key", "a.patient_id = :key");
    return by_patient;
}

std::vector<Visit> read_visits(Session& session, VisitStatements const& statements, std::int64_t key)
{
    auto addenda_query = session.query(statements.addenda);
    addenda_query.bind("key", key);
    Addenda addenda = read_addenda(addenda_query);

    InterventionColumns child;
    auto children = session.query(statements.interventions);
    children.bind("key", key);
    child.into(children);
    bool more = children.next();

    std::vector<Visit> visits;
    VisitColumns row;
    auto query = session.query(statements.visits);
    query.bind("key", key);
    row.into(query);
    while (query.next()) {
        std::vector<Intervention> interventions;
        for (; more && child.visit == row.id; more = children.next())
            interventions.push_back(child.intervention());
        auto const added = addenda.find(row.id);
        visits.push_back(row.visit(
            std::move(interventions), added == addenda.end() ? std::vector<Addendum>{} : std::move(added->second)));
    }
    return visits;
}

void add_interventions(Session& session, VisitId visit, std::vector<Intervention> const& interventions)
{
    int position = 0;
    for (Intervention const& intervention : interventions)
        write(insertion(session), visit, position++, intervention);
}

void write_interventions(Session& session, VisitId visit, std::vector<Intervention> const& interventions)
{
    StoredRows before = stored_rows(session, visit);
    int position = 0;
    for (Intervention const& intervention : interventions) {
        auto const old = before.find(intervention.id().value());
        if (old == before.end())
            write(insertion(session), visit, position, intervention);
        else if (old->second.position != position || old->second.details != intervention.details())
            write(change(session), visit, position, intervention);
        if (old != before.end())
            before.erase(old);
        ++position;
    }
    for (auto const& [id, row] : before)
        session.query("delete from intervention where id = :id").bind("id", id).run();
}

} // namespace plumbline::persistence
