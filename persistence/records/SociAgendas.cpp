// SPDX-License-Identifier: Apache-2.0
#include "persistence/records/SociAgendas.hpp"

#include "persistence/records/AgendaRows.hpp"
#include "persistence/records/AppointmentRows.hpp"
#include "persistence/records/AuthorizationUses.hpp"
#include "persistence/records/Rows.hpp"

#include <map>
#include <utility>

namespace plumbline::persistence {
Agenda SociAgendas::of_days(Date from, Date to, std::optional<UserId> clinician, Date today) const
{
    Agenda agenda;
    {
        auto query = appointments_where(session_,
            clinician ? "a.clinician_id = :clinician and a.start_at >= :first and a.start_at < :after"
                      : "a.start_at >= :first and a.start_at < :after");
        query.bind("first", to_iso(from)).bind("after", to_iso(plus_days(to, 1)));
        if (clinician)
            query.bind("clinician", clinician->value());
        agenda.appointments = read_appointments(query);
    }
    AgendaRange const range{from, to, clinician};
    read_people(session_, range, agenda);
    read_notes(session_, range, agenda);
    read_episodes(session_, range, agenda);
    read_treatment_days(session_, range, agenda);
    read_report_days(session_, range, agenda);
    read_coming_days(session_, range, today, agenda);
    read_plans(session_, range, agenda);
    read_authorizations_of(session_, range, agenda);
    {
        auto query =
            session_.query("select g.id, substr(v.start_at, 1, 10) from payer_authorization g join episode o"
                           " on o.patient_id = g.patient_id join visit v on v.episode_id = o.id where g.ended = 0 and "
                           "g.patient_id in (select a.patient_id"
                           " from appointment a where a.start_at >= :first and a.start_at < :after)"
                           " and (v.seal_sha256 is not null or v.total_minutes > 0)"
                           " and (g.episode_id is null or g.episode_id = o.id)"
                           " and (g.from_on is null or g.from_on <= v.start_at)"
                           " and (g.until_on is null or g.until_on >= substr(v.start_at, 1, 10))"
                           " union select g.id, cast(e.evaluated_on as text) from payer_authorization g"
                           " join episode p on p.patient_id = g.patient_id join evaluation e on e.episode_id = p.id"
                           " where g.ended = 0 and g.patient_id in (select a.patient_id"
                           " from appointment a where a.start_at >= :first and a.start_at < :after)"
                           " and (g.episode_id is null or g.episode_id = e.episode_id)"
                           " and (g.from_on is null or g.from_on <= e.evaluated_on)"
                           " and (g.until_on is null or g.until_on >= e.evaluated_on)");
        query.bind("first", to_iso(from)).bind("after", to_iso(plus_days(to, 1)));
        add_visits(query, agenda.used);
    }
    {
        auto query =
            session_.query("select g.id, substr(v.start_at, 1, 10), p.unit_rule, i.service_code, i.timed, i.minutes"
                           " from payer_authorization g join patient p on p.id = g.patient_id"
                           " join visit v on v.patient_id = g.patient_id join intervention i on i.visit_id = v.id"
                           " where g.ended = 0 and g.units is not null and i.state = 'confirmed' and i.at_home = 0 and "
                           "g.patient_id in (select a.patient_id"
                           " from appointment a where a.start_at >= :first and a.start_at < :after)"
                           " and (g.episode_id is null or g.episode_id = v.episode_id)"
                           " and (g.from_on is null or g.from_on <= v.start_at)"
                           " and (g.until_on is null or g.until_on >= substr(v.start_at, 1, 10))");
        query.bind("first", to_iso(from)).bind("after", to_iso(plus_days(to, 1)));
        add_units(query, agenda.used);
    }
    for (auto const& [patient, authorizations] : agenda.authorizations)
        for (Authorization const& one : authorizations)
            add_before(one, agenda.used);
    return agenda;
}

AuthorizationUse SociAgendas::use_of(AuthorizationId authorization) const
{
    std::map<AuthorizationId, AuthorizationUse> used;
    {
        auto query = session_.query(
            "select g.id, substr(v.start_at, 1, 10) from payer_authorization g join episode o"
            " on o.patient_id = g.patient_id join visit v on v.episode_id = o.id where g.id = :id"
            " and (v.seal_sha256 is not null or v.total_minutes > 0)"
            " and (g.episode_id is null or g.episode_id = o.id)"
            " and (g.from_on is null or g.from_on <= v.start_at)"
            " and (g.until_on is null or g.until_on >= substr(v.start_at, 1, 10))"
            " union select g.id, cast(e.evaluated_on as text) from payer_authorization g"
            " join episode p on p.patient_id = g.patient_id join evaluation e on e.episode_id = p.id where g.id = :id"
            " and (g.episode_id is null or g.episode_id = e.episode_id)"
            " and (g.from_on is null or g.from_on <= e.evaluated_on)"
            " and (g.until_on is null or g.until_on >= e.evaluated_on)");
        query.bind("id", authorization.value());
        add_visits(query, used);
    }
    {
        auto query =
            session_.query("select g.id, substr(v.start_at, 1, 10), p.unit_rule, i.service_code, i.timed, i.minutes"
                           " from payer_authorization g join patient p on p.id = g.patient_id"
                           " join visit v on v.patient_id = g.patient_id join intervention i on i.visit_id = v.id"
                           " where g.id = :id and g.units is not null and i.state = 'confirmed' and i.at_home = 0"
                           " and (g.episode_id is null or g.episode_id = v.episode_id)"
                           " and (g.from_on is null or g.from_on <= v.start_at)"
                           " and (g.until_on is null or g.until_on >= substr(v.start_at, 1, 10))");
        query.bind("id", authorization.value());
        add_units(query, used);
    }
    int visits_before = 0, units_before = 0;
    auto query = session_.query("select visits_before, units_before from payer_authorization where id = :id");
    query.bind("id", authorization.value()).into(visits_before).into(units_before);
    AuthorizationUse use = used[authorization];
    if (query.next())
        use = {use.visits + visits_before, use.units + units_before};
    return use;
}

} // namespace plumbline::persistence
