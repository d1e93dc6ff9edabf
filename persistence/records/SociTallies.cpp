// SPDX-License-Identifier: Apache-2.0
#include "persistence/records/SociTallies.hpp"

#include "domain/clinical/Episode.hpp"
#include "domain/store/Records.hpp"
#include "persistence/records/AuthorizationUses.hpp"
#include "persistence/records/PatientRows.hpp"
#include "persistence/records/Rows.hpp"
#include "persistence/records/SociAuthorizations.hpp"
#include "persistence/records/SociOutcomeScores.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace plumbline::persistence {
namespace {

using Days = std::map<std::int64_t, std::vector<Date>>;

/// Days of episodes, each once and in order.
void add_days(Days& days, Query& query)
{
    std::int64_t episode = 0;
    std::string day;
    query.into(episode).into(day);
    while (query.next())
        days[episode].push_back(stored_day(day));
}

void tidy(Days& days)
{
    for (auto& [episode, of_one] : days) {
        std::ranges::sort(of_one);
        of_one.erase(std::ranges::unique(of_one).begin(), of_one.end());
    }
}

Days treatment_days(Session& session)
{
    Days days;
    {
        auto query = session.query("select distinct v.episode_id, substr(v.start_at, 1, 10) from visit v join episode e"
                                   " on e.id = v.episode_id where e.status = :open"
                                   " and (v.seal_sha256 is not null or v.total_minutes > 0)");
        query.bind("open", code(EpisodeStatus::Open));
        add_days(days, query);
    }
    auto query = session.query("select distinct v.episode_id, v.evaluated_on from evaluation v join episode e"
                               " on e.id = v.episode_id where e.status = :open");
    query.bind("open", code(EpisodeStatus::Open));
    add_days(days, query);
    tidy(days);
    return days;
}

Days report_days(Session& session)
{
    Days days;
    auto query = session.query("select distinct d.episode_id, d.dated_on from document d join episode e"
                               " on e.id = d.episode_id where e.status = :open and d.kind = :kind");
    query.bind("open", code(EpisodeStatus::Open)).bind("kind", code(DocumentKind::ProgressReport));
    add_days(days, query);
    tidy(days);
    return days;
}

std::map<std::int64_t, std::vector<PlanOfCare>> plans(Session& session)
{
    std::map<std::int64_t, std::vector<PlanOfCare>> found;
    std::int64_t id = 0, patient = 0, episode = 0, author = 0;
    int order_on_file = 0, version = 0;
    std::string established_on, signed_by;
    std::optional<std::string> sent_on, verbal_order_on, signed_on;
    PlanOfCare::Details details;
    auto query = session.query(
        "select p.id, p.patient_id, p.episode_id, p.author_id, p.established_on, p.sessions_per_day, p.visits_per_week,"
        " p.weeks, p.sent_on, p.verbal_order_on, p.signed_on, p.signed_by, p.order_on_file, p.version"
        " from plan_of_care p join episode e on e.id = p.episode_id where e.status = :open"
        " order by p.episode_id, p.established_on, p.id");
    query.bind("open", code(EpisodeStatus::Open));
    query.into(id).into(patient).into(episode).into(author).into(established_on).into(details.sessions_per_day);
    query.into(details.visits_per_week).into(details.weeks).into(sent_on).into(verbal_order_on).into(signed_on);
    query.into(signed_by).into(order_on_file).into(version);
    while (query.next()) {
        details.established = stored_day(established_on);
        details.certification = {.sent = optional_day(sent_on),
            .verbal_order = optional_day(verbal_order_on),
            .signed_on = optional_day(signed_on),
            .signed_by = signed_by,
            .order_on_file = order_on_file != 0};
        found[episode].push_back(
            PlanOfCare::restore(PlanId{id}, PatientId{patient}, EpisodeId{episode}, UserId{author}, details, version));
    }
    return found;
}

AuthorizationUses uses_of_open_cases(Session& session)
{
    AuthorizationUses used;
    {
        auto query = session.query(
            "select g.id, substr(v.start_at, 1, 10) from payer_authorization g join visit v"
            " on v.patient_id = g.patient_id where g.ended = 0 and g.patient_id in (select o.patient_id from episode o"
            " where o.status = :open) and (v.seal_sha256 is not null or v.total_minutes > 0)"
            " and (g.episode_id is null or g.episode_id = v.episode_id)"
            " and (g.from_on is null or g.from_on <= v.start_at)"
            " and (g.until_on is null or g.until_on >= substr(v.start_at, 1, 10))"
            " union select g.id, cast(e.evaluated_on as text) from payer_authorization g"
            " join episode p on p.patient_id = g.patient_id join evaluation e on e.episode_id = p.id"
            " where g.ended = 0 and g.patient_id in (select o.patient_id from episode o where o.status = :open)"
            " and (g.episode_id is null or g.episode_id = e.episode_id)"
            " and (g.from_on is null or g.from_on <= e.evaluated_on)"
            " and (g.until_on is null or g.until_on >= e.evaluated_on)");
        query.bind("open", code(EpisodeStatus::Open));
        add_visits(query, used);
    }
    auto query = session.query("select g.id, substr(v.start_at, 1, 10), p.unit_rule, i.service_code, i.timed, i.minutes"
                               " from payer_authorization g join patient p on p.id = g.patient_id"
                               " join visit v on v.patient_id = g.patient_id join intervention i on i.visit_id = v.id"
                               " where g.ended = 0 and g.units is not null and i.state = 'confirmed' and i.at_home = 0"
                               " and g.patient_id in (select o.patient_id from episode o where o.status = :open)"
                               " and (g.episode_id is null or g.episode_id = v.episode_id)"
                               " and (g.from_on is null or g.from_on <= v.start_at)"
                               " and (g.until_on is null or g.until_on >= substr(v.start_at, 1, 10))");
    query.bind("open", code(EpisodeStatus::Open));
    add_units(query, used);
    return used;
}

/// Of each patient with an open episode, oldest first.
std::map<PatientId, std::vector<AuthorizationInUse>> authorizations(Session& session)
{
    auto used = uses_of_open_cases(session);
    std::map<PatientId, std::vector<AuthorizationInUse>> found;
    auto query = session.query("select g.id, g.patient_id, g.episode_id, g.kind, g.payer, g.number, g.visits, g.units,"
                               " g.visits_before, g.units_before, g.from_on, g.until_on, g.note, g.ended, g.version"
                               " from payer_authorization g where g.ended = 0 and g.patient_id in"
                               " (select o.patient_id from episode o where o.status = :open) order by g.id");
    query.bind("open", code(EpisodeStatus::Open));
    for (Authorization const& one : read_authorizations(query)) {
        add_before(one, used);
        found[one.details().patient].push_back({one, used[one.id()]});
    }
    return found;
}

/// What measured() asks of each of its three sources.
struct MeasuredColumns {
    std::int64_t episode = 0;
    std::string diagnosis, day;

    void into(Query& query) { query.into(episode).into(diagnosis).into(day); }
    [[nodiscard]] Measured value(Measure measure, double points) const
    {
        return {EpisodeId{episode}, diagnosis, measure, stored_day(day), points};
    }
};

void add_pain(std::vector<Measured>& found, Query& query)
{
    MeasuredColumns row;
    int points = 0;
    row.into(query);
    query.into(points);
    while (query.next())
        found.push_back(row.value(Measure::Nprs, points));
}

} // namespace

std::vector<BookedPerson> SociTallies::booked(BookedWish const& wish) const
{
    std::vector<BookedPerson> found;
    std::int64_t id = 0, patient = 0, clinician = 0;
    std::string birth_on, marks, start_at, end_at, type, status;
    std::optional<std::string> consent;
    BookedPerson row;
    auto query = session_.query(
        "select a.id, a.version, a.patient_id, p.family, p.given, p.preferred, p.record_number, p.birth_on, p.phone,"
        " p.mobile, p.email, p.language, p.marks, p.messages_consent_on, a.clinician_id, a.start_at, a.end_at, a.type, "
        "a.status,"
        " a.note from appointment a join patient p on p.id = a.patient_id where a.start_at >= :first and a.start_at < "
        ":after"
        " and (cast(:clinician as bigint) is null or a.clinician_id = :clinician)"
        " and (cast(:patient as bigint) is null or a.patient_id = :patient) order by a.start_at, a.id");
    query.bind("first", to_iso(wish.from)).bind("after", to_iso(plus_days(wish.to, 1)));
    query.bind("clinician", number(wish.clinician)).bind("patient", number(wish.patient));
    query.into(id).into(row.version).into(patient).into(row.name.family).into(row.name.given).into(row.name.preferred);
    query.into(row.record_number).into(birth_on).into(row.phone).into(row.mobile).into(row.email).into(row.language);
    query.into(marks).into(consent).into(clinician).into(start_at).into(end_at).into(type).into(status);
    query.into(row.note);
    while (query.next()) {
        row.appointment = AppointmentId{id};
        row.patient = PatientId{patient};
        row.birth_date = stored_day(birth_on);
        row.precautions = labels_of(marks);
        row.may_be_messaged = consent.has_value();
        row.clinician = UserId{clinician};
        row.start = stored_time(start_at);
        row.length = stored_time(end_at) - row.start;
        row.type = stored(appointment_type_from_code(type));
        row.status = stored(appointment_status_from_code(status));
        found.push_back(row);
    }
    return found;
}

std::vector<OpenCase> SociTallies::open_cases(ClinicTime now) const
{
    auto treated = treatment_days(session_);
    auto reported = report_days(session_);
    auto planned = plans(session_);
    auto const granted = authorizations(session_);
    std::vector<OpenCase> found;
    std::int64_t id = 0, patient = 0;
    std::string started_on;
    std::optional<std::string> next_at;
    OpenCase row;
    auto query = session_.query(
        "select e.id, e.patient_id, p.family, p.given, p.preferred, p.record_number, e.title, e.started_on,"
        " (select min(a.start_at) from appointment a where a.patient_id = e.patient_id"
        " and a.start_at >= :now and a.status <> :canceled and a.status <> :missed)"
        " from episode e join patient p on p.id = e.patient_id where e.status = :open and p.archived = 0");
    query.bind("now", to_iso(now)).bind("canceled", code(AppointmentStatus::Cancelled));
    query.bind("missed", code(AppointmentStatus::NoShow)).bind("open", code(EpisodeStatus::Open));
    query.into(id).into(patient).into(row.name.family).into(row.name.given).into(row.name.preferred);
    query.into(row.record_number).into(row.title).into(started_on).into(next_at);
    while (query.next()) {
        row.episode = EpisodeId{id};
        row.patient = PatientId{patient};
        row.started = stored_day(started_on);
        row.next_visit = next_at ? std::optional{stored_time(*next_at)} : std::nullopt;
        row.treatment_days = std::move(treated[id]);
        row.report_days = std::move(reported[id]);
        auto const grants = granted.find(row.patient);
        row.authorizations = grants == granted.end() ? std::vector<AuthorizationInUse>{} : grants->second;
        row.plans = std::move(planned[id]);
        found.push_back(row);
    }
    std::ranges::sort(found, {}, [](OpenCase const& one) { return std::tuple{one.name.listed(), one.episode}; });
    return found;
}

std::vector<BookedTime> SociTallies::booked_times(Date from, Date to) const
{
    std::vector<BookedTime> found;
    std::int64_t clinician = 0;
    std::string start_at, end_at, type, status;
    auto query = session_.query("select clinician_id, start_at, end_at, type, status from appointment"
                                " where start_at >= :first and start_at < :after order by start_at, id");
    query.bind("first", to_iso(from)).bind("after", to_iso(plus_days(to, 1)));
    query.into(clinician).into(start_at).into(end_at).into(type).into(status);
    while (query.next()) {
        ClinicTime const start = stored_time(start_at);
        found.push_back({UserId{clinician}, start, stored_time(end_at) - start,
            stored(appointment_type_from_code(type)), stored(appointment_status_from_code(status))});
    }
    return found;
}

std::vector<GivenVisit> SociTallies::visits(Date from, Date to) const
{
    std::vector<GivenVisit> found;
    std::int64_t provider = 0;
    std::string start_at;
    auto query = session_.query("select provider_id, start_at from visit where start_at >= :first and start_at < :after"
                                " and (seal_sha256 is not null or total_minutes > 0) order by start_at, id");
    query.bind("first", to_iso(from)).bind("after", to_iso(plus_days(to, 1))).into(provider).into(start_at);
    while (query.next())
        found.push_back({UserId{provider}, stored_time(start_at)});
    return found;
}

std::vector<Date> SociTallies::new_patients(Date from, Date to) const
{
    std::vector<Date> found;
    std::string first_on;
    auto query = session_.query("select min(started_on) as first_on from episode group by patient_id"
                                " having min(started_on) >= :first and min(started_on) <= :last order by first_on");
    query.bind("first", to_iso(from)).bind("last", to_iso(to)).into(first_on);
    while (query.next())
        found.push_back(stored_day(first_on));
    return found;
}

std::vector<Measured> SociTallies::measured(Date from, Date to) const
{
    std::vector<Measured> found;
    {
        std::string measure, items;
        MeasuredColumns row;
        auto query = session_.query(
            "select s.episode_id, coalesce(d.code, ''), s.taken_on, s.measure, s.items from outcome_score s"
            " join episode e on e.id = s.episode_id left join episode_diagnosis d on d.episode_id = e.id"
            " and d.position = 0 where s.taken_on <= :last"
            " and (e.status = :open or (e.ended_on >= :first and e.ended_on <= :last))");
        query.bind("last", to_iso(to)).bind("open", code(EpisodeStatus::Open)).bind("first", to_iso(from));
        row.into(query);
        query.into(measure).into(items);
        while (query.next()) {
            Measure const one = stored(measure_from_code(measure));
            found.push_back(row.value(one, stored(score(one, stored_items(items))).value));
        }
    }
    {
        auto query = session_.query(
            "select v.episode_id, coalesce(d.code, ''), v.evaluated_on, v.pain_now from evaluation v join episode e"
            " on e.id = v.episode_id left join episode_diagnosis d on d.episode_id = e.id and d.position = 0"
            " where v.pain_now is not null and v.evaluated_on <= :last"
            " and (e.status = :open or (e.ended_on >= :first and e.ended_on <= :last))");
        query.bind("last", to_iso(to)).bind("open", code(EpisodeStatus::Open)).bind("first", to_iso(from));
        add_pain(found, query);
    }
    {
        auto query = session_.query(
            "select v.episode_id, coalesce(d.code, ''), substr(v.start_at, 1, 10), v.pain_now from visit v"
            " join episode e on e.id = v.episode_id left join episode_diagnosis d on d.episode_id = e.id"
            " and d.position = 0 where v.pain_now is not null and v.seal_sha256 is not null and v.start_at < :after"
            " and (e.status = :open or (e.ended_on >= :first and e.ended_on <= :last))");
        query.bind("after", to_iso(plus_days(to, 1))).bind("open", code(EpisodeStatus::Open));
        query.bind("first", to_iso(from)).bind("last", to_iso(to));
        add_pain(found, query);
    }
    std::ranges::stable_sort(found, {}, [](Measured const& one) {
        return std::tuple{one.episode, one.measure, one.on};
    });
    return found;
}

} // namespace plumbline::persistence
