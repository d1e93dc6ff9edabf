// SPDX-License-Identifier: Apache-2.0
#include "persistence/records/AppointmentRows.hpp"

#include "persistence/records/Rows.hpp"

#include <algorithm>
#include <charconv>

namespace plumbline::persistence {
namespace {

constexpr std::string_view columns =
    "select a.id, a.patient_id, a.episode_id, a.clinician_id, a.start_at, a.end_at, a.type, a.status, a.arrived_at,"
    " a.note, a.started_at, a.finished_at, a.series_id, a.seat, a.may_overlap, a.reason, a.late, a.version,"
    " (select string_agg(cast(h.resource_id as text), ',') from appointment_resource h where h.appointment_id = a.id)"
    " from appointment a where ";
constexpr std::string_view in_order = " order by start_at, id";

std::vector<ResourceId> resources_of(std::string_view text)
{
    std::vector<ResourceId> resources;
    while (!text.empty()) {
        std::int64_t number = 0;
        auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
        if (error != std::errc{})
            throw_damaged();
        resources.push_back(ResourceId{number});
        text.remove_prefix(std::min(static_cast<std::size_t>(end - text.data()) + 1, text.size()));
    }
    std::ranges::sort(resources);
    return resources;
}

std::optional<ClinicTime> optional_time(std::optional<std::string> const& iso)
{
    return iso ? std::optional{stored_time(*iso)} : std::nullopt;
}

struct AppointmentColumns {
    std::int64_t id = 0, patient = 0, clinician = 0;
    std::optional<std::int64_t> episode, series;
    std::string start_at, end_at, type, status, note, reason;
    std::optional<std::string> arrived_at, started_at, finished_at, resources;
    std::optional<int> seat;
    int may_overlap = 0, late = 0, version = 0;

    void into(Query& query)
    {
        query.into(id).into(patient).into(episode).into(clinician).into(start_at).into(end_at);
        query.into(type).into(status).into(arrived_at).into(note).into(started_at).into(finished_at);
        query.into(series).into(seat).into(may_overlap).into(reason).into(late).into(version).into(resources);
    }
    [[nodiscard]] Appointment appointment() const
    {
        ClinicTime const start = stored_time(start_at);
        return Appointment::restore(AppointmentId{id},
            {.patient = PatientId{patient},
                .episode = id_of<EpisodeId>(episode),
                .clinician = UserId{clinician},
                .start = start,
                .length = stored_time(end_at) - start,
                .type = stored(appointment_type_from_code(type)),
                .status = stored(appointment_status_from_code(status)),
                .arrived = optional_time(arrived_at),
                .note = note,
                .started = optional_time(started_at),
                .finished = optional_time(finished_at),
                .series = id_of<SeriesId>(series),
                .resources = resources_of(resources.value_or("")),
                .seat = seat,
                .may_overlap = may_overlap != 0,
                .reason = reason,
                .late = late != 0},
            version);
    }
};

void bind(Query& query, Appointment const& appointment)
{
    Appointment::Details const& details = appointment.details();
    query.bind("id", appointment.id().value())
        .bind("patient", details.patient.value())
        .bind("episode", number(details.episode))
        .bind("clinician", details.clinician.value())
        .bind("start_at", to_iso(details.start))
        .bind("end_at", to_iso(appointment.end()))
        .bind("type", code(details.type))
        .bind("status", code(details.status))
        .bind("arrived_at", iso(details.arrived))
        .bind("note", details.note)
        .bind("started_at", iso(details.started))
        .bind("finished_at", iso(details.finished))
        .bind("series", number(details.series))
        .bind("seat", details.seat)
        .bind("may_overlap", details.may_overlap)
        .bind("reason", details.reason)
        .bind("late", details.late);
}

std::vector<ResourceId> held_by(Session& session, AppointmentId id)
{
    std::vector<ResourceId> held;
    std::int64_t resource = 0;
    auto query = session.query("select resource_id from appointment_resource where appointment_id = :id"
                               " order by resource_id");
    query.bind("id", id.value()).into(resource);
    while (query.next())
        held.push_back(ResourceId{resource});
    return held;
}

void let_go(Session& session, AppointmentId id, ResourceId resource)
{
    session.query("delete from appointment_resource where appointment_id = :id and resource_id = :resource")
        .bind("id", id.value())
        .bind("resource", resource.value())
        .run();
}

/// With the hours of the appointment as they are stored; from then on the schema keeps them equal.
void hold(Session& session, AppointmentId id, ResourceId resource)
{
    session
        .query("insert into appointment_resource (appointment_id, resource_id, start_at, end_at, holder, taken)"
               " select a.id, cast(:resource as bigint), a.start_at, a.end_at,"
               " case when a.type = 'group' then cast(a.clinician_id as text) || ' ' || a.start_at"
               " else cast(a.id as text) end,"
               " case when a.status in ('no-show', 'cancelled') or a.parked = 1 then 0 else 1 end"
               " from appointment a where a.id = :id")
        .bind("resource", resource.value())
        .bind("id", id.value())
        .run();
}

bool among(std::vector<ResourceId> const& resources, ResourceId wanted)
{
    return std::ranges::find(resources, wanted) != resources.end();
}

} // namespace

Query appointments_where(Session& session, std::string_view condition)
{
    return session.query(std::string{columns}.append(condition).append(in_order));
}

Query appointments_where_either(Session& session, std::string_view one, std::string_view other)
{
    return session.query(
        std::string{columns}.append(one).append(" union ").append(columns).append(other).append(in_order));
}

std::vector<Appointment> read_appointments(Query& query)
{
    std::vector<Appointment> appointments;
    AppointmentColumns row;
    row.into(query);
    while (query.next())
        appointments.push_back(row.appointment());
    return appointments;
}

void insert_appointment(Session& session, Appointment const& appointment)
{
    {
        auto query = session.query(
            "insert into appointment (id, patient_id, episode_id, clinician_id, start_at, end_at, type, status,"
            " arrived_at, note, started_at, finished_at, series_id, seat, may_overlap, reason, late, version)"
            " values (:id, :patient, :episode, :clinician, :start_at, :end_at, :type, :status, :arrived_at, :note,"
            " :started_at, :finished_at, :series, :seat, :may_overlap, :reason, :late, 1)");
        bind(query, appointment);
        query.run();
    }
    for (ResourceId const resource : appointment.details().resources)
        hold(session, appointment.id(), resource);
}

bool update_appointment(Session& session, Appointment const& appointment)
{
    auto const& wanted = appointment.details().resources;
    auto const held = held_by(session, appointment.id());
    for (ResourceId const resource : held)
        if (!among(wanted, resource))
            let_go(session, appointment.id(), resource);
    {
        auto query = session.query(
            "update appointment set patient_id = :patient, episode_id = :episode, clinician_id = :clinician,"
            " start_at = :start_at, end_at = :end_at, type = :type, status = :status, arrived_at = :arrived_at,"
            " note = :note, started_at = :started_at, finished_at = :finished_at, series_id = :series, seat = :seat,"
            " may_overlap = :may_overlap, reason = :reason, late = :late, parked = 0, version = version + 1"
            " where id = :id and version = :version");
        bind(query, appointment);
        query.bind("version", appointment.version());
        if (query.run() != 1)
            return false;
    }
    for (ResourceId const resource : wanted)
        if (!among(held, resource))
            hold(session, appointment.id(), resource);
    return true;
}

void park_appointment(Session& session, AppointmentId id)
{
    session.query("update appointment set parked = 1 where id = :id").bind("id", id.value()).run();
}

} // namespace plumbline::persistence
