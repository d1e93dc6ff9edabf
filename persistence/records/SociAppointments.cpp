// SPDX-License-Identifier: Apache-2.0
#include "persistence/records/SociAppointments.hpp"

#include "persistence/dialects/Errors.hpp"
#include "persistence/records/AppointmentRows.hpp"
#include "persistence/records/Rows.hpp"

#include <algorithm>

namespace plumbline::persistence {
namespace {

/// What the schema says when somebody else was faster than what was looked at.
Result<void> taken_meanwhile(Appointment const& appointment)
{
    return refuse(Refusal::Reason::Conflict, "start",
        tr_noop("Someone else has just taken this time, {0} to {1} on {2}. Nothing was overwritten."),
        {to_clock(appointment.details().start), to_clock(appointment.end()),
            to_words(day_of(appointment.details().start))});
}

Result<void> not_against(Appointment const& appointment, std::span<Appointment const> others)
{
    for (Appointment const& other : others)
        if (auto const clash = clash_between(appointment, other))
            return refuse(refusal_of(*clash, other));
    return {};
}

} // namespace

std::optional<Appointment> SociAppointments::find(AppointmentId id) const
{
    auto query = appointments_where(session_, "a.id = :id");
    query.bind("id", id.value());
    auto found = read_appointments(query);
    return found.empty() ? std::nullopt : std::optional{std::move(found.front())};
}

std::vector<Appointment> SociAppointments::between(Date from, Date to, std::optional<UserId> clinician) const
{
    auto query = appointments_where(session_,
        clinician ? "a.clinician_id = :clinician and a.start_at >= :first and a.start_at < :after"
                  : "a.start_at >= :first and a.start_at < :after");
    query.bind("first", to_iso(from)).bind("after", to_iso(plus_days(to, 1)));
    if (clinician)
        query.bind("clinician", clinician->value());
    return read_appointments(query);
}

std::vector<Appointment> SociAppointments::of_patient(PatientId patient, Date from, int limit) const
{
    auto query = appointments_where(session_,
        "a.id in (select n.id from appointment n where n.patient_id = :patient and n.start_at >= :first"
        " order by n.start_at, n.id limit :most)");
    query.bind("patient", patient.value()).bind("first", to_iso(from)).bind("most", limit);
    return read_appointments(query);
}

std::vector<Appointment> SociAppointments::of_series(SeriesId series) const
{
    auto query = appointments_where(session_, "a.series_id = :series");
    query.bind("series", series.value());
    return read_appointments(query);
}

std::vector<DayCount> SociAppointments::counts(Date from, Date to, std::optional<UserId> clinician) const
{
    std::vector<DayCount> days;
    std::string start_at, end_at, status;
    auto query = clinician
        ? session_.query("select start_at, end_at, status from appointment where clinician_id = :clinician"
                         " and start_at >= :first and start_at < :after order by start_at")
        : session_.query("select start_at, end_at, status from appointment where start_at >= :first"
                         " and start_at < :after order by start_at");
    if (clinician)
        query.bind("clinician", clinician->value());
    query.bind("first", to_iso(from)).bind("after", to_iso(plus_days(to, 1)));
    query.into(start_at).into(end_at).into(status);
    while (query.next()) {
        ClinicTime const start = stored_time(start_at);
        if (days.empty() || days.back().day != day_of(start))
            days.push_back({.day = day_of(start)});
        count(days.back(), stored(appointment_status_from_code(status)), stored_time(end_at) - start);
    }
    return days;
}

std::vector<Appointment> SociAppointments::clashing(Appointment const& wanted) const
{
    auto const& details = wanted.details();
    std::vector<Appointment> found;
    // No appointment is longer, so none that starts earlier can reach into this one.
    std::string const earliest = to_iso(details.start - Appointment::longest);
    std::string const end_at = to_iso(wanted.end());
    auto const add = [&](std::vector<Appointment> near) {
        for (Appointment& other : near)
            if (clash(wanted, other) && std::ranges::find(found, other.id(), &Appointment::id) == found.end())
                found.push_back(std::move(other));
    };
    {
        auto query = appointments_where_either(session_,
            "a.clinician_id = :clinician and a.start_at > :earliest and a.start_at < :end_at",
            "a.patient_id = :patient and a.start_at > :earliest and a.start_at < :end_at");
        query.bind("clinician", details.clinician.value()).bind("patient", details.patient.value());
        query.bind("earliest", earliest).bind("end_at", end_at);
        add(read_appointments(query));
    }
    for (ResourceId const resource : details.resources) {
        auto query = appointments_where(session_,
            "a.id in (select h.appointment_id from appointment_resource h where h.resource_id = :resource"
            " and h.start_at > :earliest and h.start_at < :end_at)");
        query.bind("resource", resource.value()).bind("earliest", earliest).bind("end_at", end_at);
        add(read_appointments(query));
    }
    std::ranges::sort(found, {}, [](Appointment const& one) { return std::pair{one.details().start, one.id()}; });
    return found;
}

Result<SociAppointments::Standing> SociAppointments::standing(Appointment const& appointment) const
{
    auto const before = find(appointment.id());
    if (appointment.version() == 0 && before)
        return before->details() == appointment.details() ? Result<Standing>{Standing::Repeated} : outdated();
    if (appointment.version() == 0)
        return Standing::New;
    if (!before || before->version() != appointment.version())
        return outdated();
    return Standing::Stored;
}

Result<void> SociAppointments::write(Appointment const& appointment, Standing standing)
{
    try {
        if (standing == Standing::New)
            insert_appointment(session_, appointment);
        else if (!update_appointment(session_, appointment))
            return outdated();
        return {};
    } catch (soci::soci_error const& error) {
        if (fault_of(error) == Fault::Taken)
            return taken_meanwhile(appointment);
        throw;
    }
}

Result<void> SociAppointments::keep(Appointment const& appointment)
{
    return keep_all(std::span{&appointment, 1});
}

Result<void> SociAppointments::keep_all(std::span<Appointment const> appointments)
{
    return keeping([&]() -> Result<void> {
        std::vector<Standing> standings;
        for (std::size_t i = 0; i < appointments.size(); ++i) {
            auto const now = standing(appointments[i]);
            if (!now)
                return refuse(now.error());
            standings.push_back(*now);
            if (auto free = not_against(appointments[i], appointments.first(i)); !free)
                return free;
            auto others = clashing(appointments[i]);
            std::erase_if(others, [&](Appointment const& other) {
                return std::ranges::find(appointments, other.id(), &Appointment::id) != appointments.end();
            });
            if (auto free = not_against(appointments[i], others); !free)
                return free;
        }
        if (appointments.size() > 1)
            for (std::size_t i = 0; i < appointments.size(); ++i)
                if (standings[i] == Standing::Stored)
                    park_appointment(session_, appointments[i].id());
        for (std::size_t i = 0; i < appointments.size(); ++i)
            if (standings[i] != Standing::Repeated)
                if (auto written = write(appointments[i], standings[i]); !written)
                    return written;
        return {};
    });
}

Result<void> SociAppointments::remove(AppointmentId id, int version)
{
    auto const before = find(id);
    if (!before || before->version() != version)
        return outdated();
    {
        std::int64_t visit = 0;
        auto query = session_.query("select id from visit where appointment_id = :id limit 1");
        query.bind("id", id.value()).into(visit);
        if (query.next())
            return refuse(Refusal::Reason::Conflict, "appointment", tr_noop("A visit belongs to this appointment."));
    }
    session_.query("delete from appointment_resource where appointment_id = :id").bind("id", id.value()).run();
    auto query = session_.query("delete from appointment where id = :id and version = :version");
    query.bind("id", id.value()).bind("version", version);
    return query.run() == 1 ? Result<void>{} : outdated();
}

} // namespace plumbline::persistence
