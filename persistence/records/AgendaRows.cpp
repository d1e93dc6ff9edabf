// SPDX-License-Identifier: Apache-2.0
#include "persistence/records/AgendaRows.hpp"

#include "domain/store/Records.hpp"
#include "persistence/records/PatientRows.hpp"
#include "persistence/records/Rows.hpp"
#include "persistence/records/SociAuthorizations.hpp"

#include <algorithm>
#include <string>

namespace plumbline::persistence {
namespace {

constexpr std::string_view in_range =
    " from appointment a where a.start_at >= :first and a.start_at < :after"
    " and (cast(:everyone as integer) = 1 or a.clinician_id = cast(:clinician as bigint))";
constexpr std::string_view episode_of =
    "coalesce(a.episode_id, (select o.id from episode o where o.patient_id = a.patient_id and o.status = 'open'"
    " order by o.started_on desc, o.id desc limit 1))";

/// `@patients`, `@appointments` and `@episodes` stand for those of the range.
std::string spelled_out(std::string_view sql)
{
    auto const put = [](std::string& text, std::string_view name, std::string const& subselect) {
        for (auto at = text.find(name); at != std::string::npos; at = text.find(name, at + subselect.size()))
            text.replace(at, name.size(), subselect);
    };
    std::string text{sql};
    put(text, "@patients", std::string{"(select a.patient_id"}.append(in_range).append(")"));
    put(text, "@appointments", std::string{"(select a.id"}.append(in_range).append(")"));
    put(text, "@episodes", std::string{"(select "}.append(episode_of).append(in_range).append(")"));
    return text;
}

Query over(Session& session, AgendaRange const& range, std::string_view sql)
{
    auto query = session.query(spelled_out(sql));
    query.bind("first", to_iso(range.from))
        .bind("after", to_iso(plus_days(range.to, 1)))
        .bind("everyone", !range.clinician)
        .bind("clinician", range.clinician ? range.clinician->value() : std::int64_t{0});
    return query;
}

/// One episode and one day a row.
void read_days(Query& query, Agenda& agenda, std::vector<Date> Agenda::Course::*days)
{
    std::int64_t episode = 0;
    std::string day;
    query.into(episode).into(day);
    while (query.next())
        (agenda.courses[EpisodeId{episode}].*days).push_back(stored_day(day));
}

} // namespace

void read_people(Session& session, AgendaRange const& range, Agenda& agenda)
{
    auto query = over(session, range,
        "select p.id, p.family, p.given, p.preferred, p.phone, p.mobile, p.marks, (select max(v.start_at) from visit v"
        " where v.patient_id = p.id and v.start_at < :first) from patient p where p.id in @patients");
    std::int64_t id = 0;
    std::string phone, mobile, marks;
    std::optional<std::string> last_visit;
    PersonName name;
    query.into(id).into(name.family).into(name.given).into(name.preferred).into(phone).into(mobile).into(marks);
    query.into(last_visit);
    while (query.next())
        agenda.people[PatientId{id}] = {.name = name,
            .phone = mobile.empty() ? phone : mobile,
            .precautions = labels_of(marks),
            .last_visit = last_visit ? std::optional{day_of(stored_time(*last_visit))} : std::nullopt};
}

void read_notes(Session& session, AgendaRange const& range, Agenda& agenda)
{
    auto query = over(session, range,
        "select v.appointment_id, v.id, case when v.seal_sha256 is null then 0 else 1 end from visit v"
        " where v.appointment_id in @appointments order by v.id");
    std::int64_t appointment = 0, visit = 0;
    int is_signed = 0;
    query.into(appointment).into(visit).into(is_signed);
    while (query.next())
        agenda.notes[AppointmentId{appointment}] = {VisitId{visit}, is_signed != 0};
}

void read_episodes(Session& session, AgendaRange const& range, Agenda& agenda)
{
    auto query = session.query(std::string{"select a.id, "}.append(episode_of).append(in_range));
    query.bind("first", to_iso(range.from))
        .bind("after", to_iso(plus_days(range.to, 1)))
        .bind("everyone", !range.clinician)
        .bind("clinician", range.clinician ? range.clinician->value() : std::int64_t{0});
    std::int64_t appointment = 0;
    std::optional<std::int64_t> episode;
    query.into(appointment).into(episode);
    while (query.next())
        if (episode) {
            agenda.episodes.emplace(AppointmentId{appointment}, EpisodeId{*episode});
            agenda.courses.try_emplace(EpisodeId{*episode});
        }
}

void read_treatment_days(Session& session, AgendaRange const& range, Agenda& agenda)
{
    {
        auto query = over(session, range, "select e.id, e.title from episode e where e.id in @episodes");
        std::int64_t episode = 0;
        std::string title;
        query.into(episode).into(title);
        while (query.next())
            agenda.courses[EpisodeId{episode}].title = title;
    }
    // As Standing counts them: what is signed or has minutes, and the days of evaluations.
    auto query = over(session, range,
        "select v.episode_id, substr(v.start_at, 1, 10) as on_day from visit v where v.episode_id in @episodes"
        " and (v.seal_sha256 is not null or v.total_minutes > 0)"
        " union select e.episode_id, cast(e.evaluated_on as text) from evaluation e where e.episode_id in @episodes"
        " order by 1, 2");
    read_days(query, agenda, &Agenda::Course::treatment_days);
}

void read_report_days(Session& session, AgendaRange const& range, Agenda& agenda)
{
    auto query = over(session, range,
        "select distinct d.episode_id, d.dated_on from document d where d.episode_id in @episodes and d.kind = :kind"
        " order by 1, 2");
    query.bind("kind", code(DocumentKind::ProgressReport));
    read_days(query, agenda, &Agenda::Course::report_days);
}

void read_coming_days(Session& session, AgendaRange const& range, Date today, Agenda& agenda)
{
    auto query = over(session, range,
        "select distinct n.episode_id, substr(n.start_at, 1, 10) from appointment n where n.episode_id in @episodes"
        " and n.start_at >= :today and n.start_at < :after and n.status not in ('no-show', 'cancelled')"
        " and not exists (select 1 from visit v where v.appointment_id = n.id) order by 1, 2");
    query.bind("today", to_iso(today));
    read_days(query, agenda, &Agenda::Course::coming_days);
}

void read_plans(Session& session, AgendaRange const& range, Agenda& agenda)
{
    auto query = over(session, range,
        "select p.id, p.patient_id, p.episode_id, p.author_id, p.established_on, p.sessions_per_day,"
        " p.visits_per_week, p.weeks, p.sent_on, p.verbal_order_on, p.signed_on, p.signed_by, p.order_on_file,"
        " p.version from plan_of_care p where p.episode_id in @episodes order by p.episode_id, p.established_on, p.id");
    std::int64_t id = 0, patient = 0, episode = 0, author = 0;
    std::string established_on;
    std::optional<std::string> sent_on, verbal_on, signed_on;
    int order_on_file = 0, version = 0;
    PlanOfCare::Details row;
    query.into(id).into(patient).into(episode).into(author).into(established_on).into(row.sessions_per_day);
    query.into(row.visits_per_week).into(row.weeks).into(sent_on).into(verbal_on).into(signed_on);
    query.into(row.certification.signed_by).into(order_on_file).into(version);
    while (query.next()) {
        row.established = stored_day(established_on);
        row.certification.sent = optional_day(sent_on);
        row.certification.verbal_order = optional_day(verbal_on);
        row.certification.signed_on = optional_day(signed_on);
        row.certification.order_on_file = order_on_file != 0;
        agenda.courses[EpisodeId{episode}].plans.push_back(
            PlanOfCare::restore(PlanId{id}, PatientId{patient}, EpisodeId{episode}, UserId{author}, row, version));
    }
}

void read_authorizations_of(Session& session, AgendaRange const& range, Agenda& agenda)
{
    auto query = over(session, range,
        "select g.id, g.patient_id, g.episode_id, g.kind, g.payer, g.number, g.visits, g.units, g.visits_before,"
        " g.units_before, g.from_on, g.until_on, g.note, g.ended, g.version from payer_authorization g"
        " where g.ended = 0 and g.patient_id in @patients order by g.id");
    for (Authorization& one : read_authorizations(query))
        agenda.authorizations[one.details().patient].push_back(std::move(one));
}

} // namespace plumbline::persistence
