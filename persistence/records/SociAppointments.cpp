// SPDX-License-Identifier: Apache-2.0
#include "persistence/records/SociAppointments.hpp"

#include "persistence/records/Rows.hpp"

#include <algorithm>

namespace plumbline::persistence {
namespace {

/// No appointment is longer, so none that starts earlier can reach into another.
constexpr Minutes longest = std::chrono::hours{8};

struct AppointmentColumns {
    std::int64_t id = 0, patient = 0, clinician = 0;
    std::optional<std::int64_t> episode;
    std::string start_at, end_at, type, status, note;
    std::optional<std::string> arrived_at;
    int version = 0;

    void into(Query& query)
    {
        query.into(id).into(patient).into(episode).into(clinician).into(start_at).into(end_at);
        query.into(type).into(status).into(arrived_at).into(note).into(version);
    }
    [[nodiscard]] Appointment appointment() const
    {
        ClinicTime const start = stored_time(start_at);
        auto const arrived = arrived_at ? std::optional{stored_time(*arrived_at)} : std::nullopt;
        return Appointment::restore(AppointmentId{id},
            {PatientId{patient}, id_of<EpisodeId>(episode), UserId{clinician}, start, stored_time(end_at) - start,
                stored(appointment_type_from_code(type)), stored(appointment_status_from_code(status)), arrived, note},
            version);
    }
};

std::vector<Appointment> read(Query& query)
{
    std::vector<Appointment> appointments;
    AppointmentColumns row;
    row.into(query);
    while (query.next())
        appointments.push_back(row.appointment());
    return appointments;
}

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
        .bind("note", details.note);
}

} // namespace

std::optional<Appointment> SociAppointments::find(AppointmentId id) const
{
    auto query = session_.query("select id, patient_id, episode_id, clinician_id, start_at, end_at, type, status,"
                                " arrived_at, note, version from appointment where id = :id");
    query.bind("id", id.value());
    auto const found = read(query);
    return found.empty() ? std::nullopt : std::optional{found.front()};
}

std::vector<Appointment> SociAppointments::between(Date from, Date to, std::optional<UserId> clinician) const
{
    std::string_view const sql = clinician
        ? "select id, patient_id, episode_id, clinician_id, start_at, end_at, type, status, arrived_at, note, version"
          " from appointment where clinician_id = :clinician and start_at >= :first and start_at < :after"
          " order by start_at, id"
        : "select id, patient_id, episode_id, clinician_id, start_at, end_at, type, status, arrived_at, note, version"
          " from appointment where start_at >= :first and start_at < :after order by start_at, id";
    auto query = session_.query(sql);
    query.bind("first", to_iso(from)).bind("after", to_iso(plus_days(to, 1)));
    if (clinician)
        query.bind("clinician", clinician->value());
    return read(query);
}

std::vector<Appointment> SociAppointments::of_patient(PatientId patient, Date from, int limit) const
{
    auto query = session_.query(
        "select id, patient_id, episode_id, clinician_id, start_at, end_at, type, status, arrived_at, note, version"
        " from appointment where patient_id = :patient and start_at >= :first order by start_at, id limit :most");
    query.bind("patient", patient.value()).bind("first", to_iso(from)).bind("most", limit);
    return read(query);
}

Result<void> SociAppointments::free_for(Appointment const& appointment) const
{
    auto query = session_.query(
        "select id, patient_id, episode_id, clinician_id, start_at, end_at, type, status, arrived_at, note, version"
        " from appointment where clinician_id = :clinician and start_at > :earliest and start_at < :end_at"
        " union select id, patient_id, episode_id, clinician_id, start_at, end_at, type, status, arrived_at, note,"
        " version from appointment where patient_id = :patient and start_at > :earliest and start_at < :end_at"
        " order by start_at");
    query.bind("clinician", appointment.details().clinician.value())
        .bind("patient", appointment.details().patient.value())
        .bind("earliest", to_iso(appointment.details().start - longest))
        .bind("end_at", to_iso(appointment.end()));
    for (Appointment const& other : read(query)) {
        if (!clash(appointment, other))
            continue;
        bool const same_patient = other.details().patient == appointment.details().patient;
        return refuse(Refusal::Reason::Conflict, "start",
            same_patient ? tr_noop("The patient already has an appointment from {0} to {1} on {2}.")
                         : tr_noop("The clinician already has an appointment from {0} to {1} on {2}."),
            {to_clock(other.details().start), to_clock(other.end()), to_words(day_of(other.details().start))});
    }
    return {};
}

Result<void> SociAppointments::keep(Appointment const& appointment)
{
    return keeping([&]() -> Result<void> {
        auto const before = find(appointment.id());
        if (appointment.version() == 0 && before)
            return before->details() == appointment.details() ? Result<void>{} : outdated();
        if (appointment.version() > 0 && (!before || before->version() != appointment.version()))
            return outdated();
        if (auto const free = free_for(appointment); !free)
            return free;
        if (appointment.version() == 0) {
            auto query = session_.query(
                "insert into appointment (id, patient_id, episode_id, clinician_id, start_at, end_at, type, status,"
                " arrived_at, note, version) values (:id, :patient, :episode, :clinician, :start_at, :end_at, :type,"
                " :status, :arrived_at, :note, 1)");
            bind(query, appointment);
            query.run();
            return {};
        }
        auto query = session_.query(
            "update appointment set patient_id = :patient, episode_id = :episode, clinician_id = :clinician,"
            " start_at = :start_at, end_at = :end_at, type = :type, status = :status, arrived_at = :arrived_at,"
            " note = :note, version = version + 1 where id = :id and version = :version");
        bind(query, appointment);
        query.bind("version", appointment.version());
        return query.run() == 1 ? Result<void>{} : outdated();
    });
}

} // namespace plumbline::persistence
