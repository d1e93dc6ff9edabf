// SPDX-License-Identifier: Apache-2.0
#include "app/services/Worklists.hpp"

#include "domain/core/Vocabulary.hpp"
#include "domain/store/ScheduleRules.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <set>
#include <utility>

namespace plumbline::app {

namespace {

/// More than anyone signs in a week.
constexpr int most_unsigned = 500;

constexpr Vocabulary kinds{std::to_array<Term<WorklistKind>>({
    {WorklistKind::UnsignedNotes, "unsigned-notes", "Notes without a signature"},
    {WorklistKind::Certifications, "certifications", "Certifications due"},
    {WorklistKind::ProgressReports, "progress-reports", "Progress reports due"},
    {WorklistKind::NoFutureVisit, "no-future-visit", "No visit booked"},
    {WorklistKind::Authorizations, "authorizations", "Authorizations ending"},
    {WorklistKind::NoShows, "no-shows", "Missed visits"},
})};

int number_in(std::string const& text)
{
    int value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

std::string counted(int count, std::string_view one, std::string_view many)
{
    return fill(count == 1 ? one : many, {std::to_string(count)});
}

AuthorizationAlert alert_of(Settings const& settings)
{
    return authorization_alert([&](std::string_view key) { return settings.get(key); });
}

CaseDue report_due(int left)
{
    std::string words = left > 0
        ? counted(left, tr_noop("progress report due in {0} visit"), tr_noop("progress report due in {0} visits"))
        : left == 0
        ? std::string{tr_noop("progress report due now")}
        : counted(-left, tr_noop("progress report {0} visit over"), tr_noop("progress report {0} visits over"));
    return {CaseDue::What::ProgressReport, left, left <= 0, std::move(words)};
}

CaseDue certification_due(CertificationClock const& clock)
{
    int const left = clock.days_left;
    bool const again = clock.certified || clock.again;
    std::string const what{again ? tr_noop("recertification") : tr_noop("certification")};
    std::string const days = std::to_string(left < 0 ? -left : left);
    std::string words = left == 0 ? fill(tr_noop("{0} due today"), {what})
        : left > 0 ? fill(left == 1 ? tr_noop("{0} due in {1} day") : tr_noop("{0} due in {1} days"), {what, days})
                   : fill(left == -1 ? tr_noop("{0} {1} day over") : tr_noop("{0} {1} days over"), {what, days});
    return {CaseDue::What::Certification, left, left <= 0, std::move(words)};
}

std::string visits_words(int left, bool referral)
{
    if (referral)
        return left > 0 ? counted(left, tr_noop("{0} referred visit left"), tr_noop("{0} referred visits left"))
            : left == 0
            ? std::string{tr_noop("no referred visit left")}
            : counted(-left, tr_noop("{0} visit more than referred for"), tr_noop("{0} visits more than referred for"));
    return left > 0 ? counted(left, tr_noop("{0} authorized visit left"), tr_noop("{0} authorized visits left"))
        : left == 0
        ? std::string{tr_noop("no authorized visit left")}
        : counted(-left, tr_noop("{0} visit more than authorized"), tr_noop("{0} visits more than authorized"));
}

std::string units_words(int left)
{
    return left > 0 ? counted(left, tr_noop("{0} authorized unit left"), tr_noop("{0} authorized units left"))
        : left == 0
        ? std::string{tr_noop("no authorized unit left")}
        : counted(-left, tr_noop("{0} unit more than authorized"), tr_noop("{0} units more than authorized"));
}

std::string end_words(int days, bool referral)
{
    std::string const what{referral ? tr_noop("referral") : tr_noop("authorization")};
    std::string const count = std::to_string(days < 0 ? -days : days);
    if (days == 0)
        return fill(tr_noop("{0} ends today"), {what});
    return days > 0
        ? fill(days == 1 ? tr_noop("{0} ends in {1} day") : tr_noop("{0} ends in {1} days"), {what, count})
        : fill(days == -1 ? tr_noop("{0} ended {1} day ago") : tr_noop("{0} ended {1} days ago"), {what, count});
}

/// What is over before what runs short; visits before days before units.
CaseDue authorization_due(AuthorizationStanding const& standing, AuthorizationAlert const& alert)
{
    bool const referral = standing.kind == AuthorizationKind::Referral;
    CaseDue due{.what = CaseDue::What::Authorization, .authorization = standing.id};
    auto const say = [&](int left, bool over, std::string words) {
        due.left = left;
        due.urgent = over;
        due.words = std::move(words);
        return due;
    };
    auto const visits = [&](int left) { return say(left, left <= 0, visits_words(left, referral)); };
    auto const units = [&](int left) { return say(left, left <= 0, units_words(left)); };
    auto const days = [&](int left) { return say(left, left <= 0, end_words(left, referral)); };
    if (standing.visits_left.value_or(1) <= 0)
        return visits(*standing.visits_left);
    if (standing.units_left.value_or(1) <= 0)
        return units(*standing.units_left);
    if (standing.days_left.value_or(1) <= 0)
        return days(*standing.days_left);
    if (standing.visits_left && *standing.visits_left <= alert.visits)
        return visits(*standing.visits_left);
    return standing.days_left && *standing.days_left <= alert.days ? days(*standing.days_left)
                                                                   : units(standing.units_left.value_or(0));
}

/// Of one kind, what is over first, then the least left.
struct Ranked {
    int left;
    WorkRow row;
};
std::vector<WorkRow> in_order(std::vector<Ranked> ranked)
{
    std::ranges::stable_sort(ranked, {}, [](Ranked const& one) { return std::pair{!one.row.urgent, one.left}; });
    std::vector<WorkRow> rows;
    for (Ranked& one : ranked)
        rows.push_back(std::move(one.row));
    return rows;
}

WorkRow row_of(OpenCase const& one, std::string due, bool urgent)
{
    return {.patient = one.patient,
        .name = one.name,
        .record_number = one.record_number,
        .about = one.title,
        .due = std::move(due),
        .urgent = urgent};
}

std::vector<WorkRow> unsigned_notes(Records const& records, Date today)
{
    std::map<UserId, std::string> names;
    for (User const& user : records.users().all())
        names[user.id()] = user.name_with_credentials();
    std::vector<WorkRow> rows;
    for (UnsignedNote const& note : records.visits().unsigned_notes({}, most_unsigned)) {
        Date const day = day_of(note.start);
        rows.push_back({.patient = note.patient,
            .visit = note.visit,
            .name = note.name,
            .about = names[note.provider],
            .due = to_words(day) + ' ' + to_clock(note.start),
            .urgent = day < today});
    }
    return rows;
}

/// An episode whose plan still asks for visits, and nobody has booked one.
std::vector<WorkRow> without_visit(std::vector<OpenCase> const& cases)
{
    std::vector<Ranked> rows;
    for (OpenCase const& one : cases) {
        if (one.next_visit)
            continue;
        auto const seen = static_cast<int>(one.treatment_days.size());
        std::string words = one.treatment_days.empty()
            ? std::string{tr_noop("never seen")}
            : fill(tr_noop("last seen {0}"), {to_words(one.treatment_days.back())});
        int left = seen;
        PlanOfCare const* const plan = one.plans.empty() ? nullptr : &one.plans.back();
        if (plan) {
            auto const under_plan = static_cast<int>(std::ranges::count_if(
                one.treatment_days, [&](Date day) { return day >= plan->details().established; }));
            words += fill(tr_noop(", {0} of {1} planned visits"),
                {std::to_string(under_plan), std::to_string(plan->planned_visits())});
            left = under_plan - plan->planned_visits();
        }
        rows.push_back({left, row_of(one, std::move(words), plan && left < 0)});
    }
    return in_order(std::move(rows));
}

std::vector<WorkRow> no_shows(Records const& records, Context const& context, std::vector<OpenCase> const& cases)
{
    std::map<PatientId, ClinicTime> next;
    for (OpenCase const& one : cases)
        if (one.next_visit)
            next.emplace(one.patient, *one.next_visit);
    std::vector<WorkRow> rows;
    auto const booked = records.tallies().booked({plus_days(context.today(), -no_show_days), context.today()});
    for (auto one = booked.rbegin(); one != booked.rend(); ++one) {
        if (one->status != AppointmentStatus::NoShow)
            continue;
        auto const coming = next.find(one->patient);
        bool const has_next = coming != next.end();
        rows.push_back({.patient = one->patient,
            .name = one->name,
            .record_number = one->record_number,
            .about = fill(tr_noop("missed {0} {1}"), {to_words(day_of(one->start)), to_clock(one->start)}),
            .due = has_next ? fill(tr_noop("comes {0}"), {to_words(day_of(coming->second))})
                            : std::string{tr_noop("no visit booked")},
            .urgent = !has_next});
    }
    return rows;
}

} // namespace

std::string_view code(WorklistKind kind) noexcept
{
    return kinds.code(kind);
}
std::string_view label(WorklistKind kind) noexcept
{
    return kinds.label(kind);
}

std::optional<CertificationClock> certification_of(OpenCase const& one, Date day)
{
    return certification_clock(one.plans, one.treatment_days, day);
}

std::optional<AuthorizationStanding> authorization_of(
    OpenCase const& one, AuthorizationKind kind, Date day, Settings const& settings)
{
    std::vector<Authorization> all;
    std::map<AuthorizationId, AuthorizationUse> used;
    for (AuthorizationInUse const& grant : one.authorizations) {
        all.push_back(grant.authorization);
        used.emplace(grant.authorization.id(), grant.used);
    }
    return in_force(
        all, kind, one.episode, day, [&](AuthorizationId id) { return used[id]; }, alert_of(settings));
}

std::vector<CaseDue> due_of(OpenCase const& one, Date day, Settings const& settings)
{
    std::vector<CaseDue> due;
    int const reports_at = number_in(settings.get("alert.progress_report_visits"));
    if (int const left = progress_report_clock(one.treatment_days, one.report_days).due_in; left <= reports_at)
        due.push_back(report_due(left));
    int const certifications_at = number_in(settings.get("alert.certification_days"));
    if (auto const clock = certification_of(one, day); clock && clock->days_left <= certifications_at)
        due.push_back(certification_due(*clock));
    AuthorizationAlert const alert = alert_of(settings);
    for (AuthorizationKind const kind : {AuthorizationKind::Payer, AuthorizationKind::Referral})
        if (auto const standing = authorization_of(one, kind, day, settings); standing && standing->warns)
            due.push_back(authorization_due(*standing, alert));
    return due;
}

Result<std::vector<Worklist>> worklists(Records const& records, Context const& context)
{
    if (auto allowed = permit(context.actor, Action::SeeInsights); !allowed)
        return refuse(allowed.error());
    Date const today = context.today();
    auto const cases = records.tallies().open_cases(context.clock->local_now());
    std::map<CaseDue::What, std::vector<Ranked>> due;
    std::set<AuthorizationId> said; // One for anything stands behind several episodes.
    for (OpenCase const& one : cases)
        for (CaseDue& clock : due_of(one, today, records.settings()))
            if (!clock.authorization || said.insert(*clock.authorization).second)
                due[clock.what].push_back({clock.left, row_of(one, std::move(clock.words), clock.urgent)});
    return std::vector<Worklist>{{WorklistKind::UnsignedNotes, unsigned_notes(records, today)},
        {WorklistKind::Certifications, in_order(std::move(due[CaseDue::What::Certification]))},
        {WorklistKind::ProgressReports, in_order(std::move(due[CaseDue::What::ProgressReport]))},
        {WorklistKind::NoFutureVisit, without_visit(cases)},
        {WorklistKind::Authorizations, in_order(std::move(due[CaseDue::What::Authorization]))},
        {WorklistKind::NoShows, no_shows(records, context, cases)}};
}

} // namespace plumbline::app
