// SPDX-License-Identifier: Apache-2.0
#include "persistence/records/SociVisits.hpp"

#include "persistence/records/Rows.hpp"
#include "persistence/records/VisitRows.hpp"

#include <algorithm>

namespace plumbline::persistence {
namespace {

std::optional<int> points(std::optional<PainScore> pain)
{
    return pain ? std::optional{pain->points()} : std::nullopt;
}

void bind_details(Query& query, Visit const& visit)
{
    Visit::Details const& details = visit.details();
    query.bind("id", visit.id().value())
        .bind("start_at", to_iso(details.start))
        .bind("provider", details.provider.value())
        .bind("appointment", number(details.appointment))
        .bind("pain_now", points(details.note.pain_now))
        .bind("pain_worst", points(details.note.pain_worst))
        .bind("trend", code(details.note.trend))
        .bind("subjective", details.note.subjective)
        .bind("objective", details.note.objective)
        .bind("assessment", details.note.assessment)
        .bind("plan", details.note.plan)
        .bind("late_entry", details.late_entry)
        .bind("tied_code", details.tied_code)
        .bind("total_minutes", visit.total_minutes());
}

bool same_note(Visit const& stored, Visit const& given)
{
    return stored.patient() == given.patient() && stored.episode() == given.episode()
        && stored.details() == given.details() && stored.seal() == given.seal();
}

/// Addenda are only added: those stored are the first of those given.
bool only_adds(std::vector<Addendum> const& stored, std::vector<Addendum> const& given)
{
    return given.size() >= stored.size() && std::equal(stored.begin(), stored.end(), given.begin());
}

} // namespace

std::optional<Visit> SociVisits::find(VisitId id) const
{
    auto found = read_visits(session_, visits_by_id(), id.value());
    return found.empty() ? std::nullopt : std::optional{std::move(found.front())};
}

std::vector<Visit> SociVisits::of_episode(EpisodeId episode) const
{
    return read_visits(session_, visits_by_episode(), episode.value());
}

std::vector<Visit> SociVisits::of_patient(PatientId patient) const
{
    return read_visits(session_, visits_by_patient(), patient.value());
}

std::vector<VisitRow> SociVisits::rows_of_episode(EpisodeId episode) const
{
    std::vector<VisitRow> rows;
    std::int64_t id = 0, provider = 0;
    std::string start_at;
    int sealed = 0, minutes = 0;
    auto query = session_.query("select id, start_at, provider_id, case when seal_sha256 is null then 0 else 1 end,"
                                " total_minutes from visit where episode_id = :episode order by start_at, id");
    query.bind("episode", episode.value()).into(id).into(start_at).into(provider).into(sealed).into(minutes);
    while (query.next())
        rows.push_back({VisitId{id}, stored_time(start_at), UserId{provider}, sealed != 0, minutes});
    return rows;
}

std::optional<Visit> SociVisits::last_before(EpisodeId episode, ClinicTime start) const
{
    std::int64_t id = 0;
    {
        auto query = session_.query("select id from visit where episode_id = :episode and start_at < :start_at"
                                    " order by start_at desc, id desc limit 1");
        query.bind("episode", episode.value()).bind("start_at", to_iso(start)).into(id);
        if (!query.next())
            return std::nullopt;
    }
    return find(VisitId{id});
}

std::optional<VisitId> SociVisits::of_appointment(AppointmentId appointment) const
{
    std::int64_t id = 0;
    auto query = session_.query("select id from visit where appointment_id = :appointment order by id limit 1");
    query.bind("appointment", appointment.value()).into(id);
    return query.next() ? std::optional{VisitId{id}} : std::nullopt;
}

std::vector<UnsignedNote> SociVisits::unsigned_notes(std::optional<UserId> provider, int limit) const
{
    std::vector<UnsignedNote> notes;
    std::int64_t visit = 0, patient = 0, episode = 0, writer = 0;
    std::string start_at;
    PersonName name;
    auto query = session_.query(
        "select v.id, v.patient_id, v.episode_id, v.start_at, v.provider_id, p.family, p.given, p.preferred"
        " from visit v join patient p on p.id = v.patient_id where v.seal_sha256 is null"
        " and (cast(:provider as bigint) is null or v.provider_id = :provider)"
        " order by v.start_at, v.id limit :most");
    query.bind("provider", number(provider)).bind("most", limit);
    query.into(visit).into(patient).into(episode).into(start_at).into(writer);
    query.into(name.family).into(name.given).into(name.preferred);
    while (query.next())
        notes.push_back({VisitId{visit}, PatientId{patient}, EpisodeId{episode}, std::move(name), stored_time(start_at),
            UserId{writer}});
    return notes;
}

std::int64_t SociVisits::count() const
{
    std::int64_t count = 0;
    auto query = session_.query("select count(*) from visit");
    query.into(count);
    return query.next() ? count : 0;
}

Result<void> SociVisits::keep(Visit const& visit)
{
    return keeping([&] { return visit.version() == 0 ? insert(visit) : update(visit); });
}

Result<void> SociVisits::drop(Visit const& visit)
{
    auto const before = find(visit.id());
    if (!before || before->version() != visit.version())
        return outdated();
    if (before->seal())
        return sealed_already();
    session_.query("delete from intervention where visit_id = :visit").bind("visit", visit.id().value()).run();
    auto query = session_.query("delete from visit where id = :id and version = :version and seal_sha256 is null");
    query.bind("id", visit.id().value()).bind("version", visit.version());
    return query.run() == 1 ? Result<void>{} : outdated();
}

Result<void> SociVisits::insert(Visit const& visit)
{
    auto query = session_.query(
        "insert into visit (id, patient_id, episode_id, start_at, provider_id, appointment_id, pain_now, pain_worst,"
        " trend, subjective, objective, assessment, plan, late_entry, tied_code, total_minutes, version) values (:id,"
        " :patient, :episode, :start_at, :provider, :appointment, :pain_now, :pain_worst, :trend, :subjective,"
        " :objective, :assessment, :plan, :late_entry, :tied_code, :total_minutes, 1) on conflict (id) do nothing");
    query.bind("patient", visit.patient().value()).bind("episode", visit.episode().value());
    bind_details(query, visit);
    if (query.run() == 1) {
        add_interventions(session_, visit.id(), visit.details().interventions);
        add_addenda(visit, 0);
        seal(visit);
        return {};
    }
    auto const before = find(visit.id());
    return before && same_note(*before, visit) && before->addenda() == visit.addenda() ? Result<void>{} : outdated();
}

Result<void> SociVisits::update(Visit const& visit)
{
    auto query =
        session_.query("update visit set start_at = :start_at, provider_id = :provider, appointment_id = :appointment,"
                       " pain_now = :pain_now, pain_worst = :pain_worst, trend = :trend, subjective = :subjective,"
                       " objective = :objective, assessment = :assessment, plan = :plan, late_entry = :late_entry,"
                       " tied_code = :tied_code, total_minutes = :total_minutes,"
                       " version = version + 1 where id = :id and version = :version and seal_sha256 is null");
    query.bind("version", visit.version());
    bind_details(query, visit);
    if (query.run() != 1)
        return update_sealed(visit);
    write_interventions(session_, visit.id(), visit.details().interventions);
    add_addenda(visit, 0);
    seal(visit);
    return {};
}

Result<void> SociVisits::update_sealed(Visit const& visit)
{
    auto const before = find(visit.id());
    if (!before || before->version() != visit.version())
        return outdated();
    if (!same_note(*before, visit) || !only_adds(before->addenda(), visit.addenda()))
        return sealed_already();
    session_.query("update visit set version = version + 1 where id = :id").bind("id", visit.id().value()).run();
    add_addenda(visit, before->addenda().size());
    return {};
}

void SociVisits::add_addenda(Visit const& visit, std::size_t kept)
{
    for (std::size_t i = kept; i < visit.addenda().size(); ++i) {
        auto query = session_.query(
            "insert into addendum (visit_id, position, episode_id, patient_id, content, seal_sha256, seal_signer_id,"
            " seal_signature, seal_at, seal_program_version) values (:visit, :position, :episode, :patient, :content,"
            " :seal_sha256, :seal_signer, :seal_signature, :seal_at, :seal_program)");
        query.bind("visit", visit.id().value())
            .bind("position", i)
            .bind("episode", visit.episode().value())
            .bind("patient", visit.patient().value())
            .bind("content", visit.addenda()[i].text);
        bind_seal(query, visit.addenda()[i].seal);
        query.run();
    }
}

// Last of all, because from then on the schema itself refuses every change.
void SociVisits::seal(Visit const& visit)
{
    if (!visit.seal())
        return;
    auto query = session_.query(
        "update visit set seal_sha256 = :seal_sha256, seal_signer_id = :seal_signer,"
        " seal_signature = :seal_signature, seal_at = :seal_at, seal_program_version = :seal_program where id = :id");
    bind_seal(query, *visit.seal());
    query.bind("id", visit.id().value());
    query.run();
}

} // namespace plumbline::persistence
