// SPDX-License-Identifier: Apache-2.0
#include "app/services/Board.hpp"

#include <algorithm>
#include <charconv>
#include <tuple>

namespace plumbline::app {

namespace {

constexpr std::size_t most_coming = 60;
constexpr int days_ahead = 7;

bool is_expected(AppointmentStatus status) noexcept
{
    return status != AppointmentStatus::Cancelled && status != AppointmentStatus::NoShow;
}

std::string in_words(std::vector<Precaution> const& precautions)
{
    std::string words;
    for (Precaution const& precaution : precautions) {
        auto const known = std::ranges::find(conditions(), precaution.condition, &Condition::code);
        std::string_view const one = !precaution.note.empty() ? std::string_view{precaution.note}
            : known != conditions().end()                     ? known->label
                                                              : std::string_view{precaution.condition};
        words.append(words.empty() ? "" : ", ").append(one);
    }
    return words;
}

std::string counted(int count, std::string_view one, std::string_view many)
{
    return fill(count == 1 ? one : many, {std::to_string(count)});
}

std::string days_left(int days)
{
    if (days == 0)
        return std::string{tr_noop("today")};
    return days < 0 ? counted(-days, tr_noop("{0} day over"), tr_noop("{0} days over"))
                    : counted(days, tr_noop("{0} day"), tr_noop("{0} days"));
}

/// A wait that began on another day is a status that someone forgot to change.
int minutes_since(std::optional<ClinicTime> arrival, ClinicTime now)
{
    bool const waits = arrival && *arrival < now && day_of(*arrival) == day_of(now);
    return waits ? static_cast<int>((now - *arrival).count()) : 0;
}

/// What the row says in amber, most pressing first; empty when nothing is due.
std::string pressing(Case const& one)
{
    if (one.progress.due_in <= 0)
        return std::string{
            one.progress.due_in == 0 ? tr_noop("progress report due today") : tr_noop("progress report overdue")};
    if (one.now.certification && one.now.certification->days_left < 0)
        return std::string{tr_noop("certification overdue")};
    if (one.authorization && one.authorization->visits_left.value_or(1) <= 0)
        return std::string{tr_noop("no authorized visit left")};
    return {};
}

} // namespace

Board::Board(Records const& records, Context const& context, Date day, Clinical clinical)
    : records_{records}
    , context_{context}
    , day_{day}
    , clinical_{clinical}
    , alert_{authorization_alert([&](std::string_view key) { return records.settings().get(key); })}
{
}

void Board::add(Appointment const& appointment)
{
    auto const& details = appointment.details();
    Patient const* const patient = person(details.patient);
    if (!patient)
        return;
    DayRow row{.appointment = appointment.id(),
        .patient = details.patient,
        .episode = details.episode,
        .visit = records_.visits().of_appointment(appointment.id()),
        .name = patient->name(),
        .start = details.start,
        .length = details.length,
        .type = details.type,
        .status = details.status};
    row.visits_authorized = patient->details().coverage.visits_authorized;
    if (clinical_ == Clinical::Shown)
        row.alert = in_words(patient->details().precautions);
    if (details.status == AppointmentStatus::Arrived || details.status == AppointmentStatus::InTreatment)
        row.waiting_minutes = minutes_since(details.arrived, context_.clock->local_now());
    Comes const comes = is_expected(details.status) ? Comes::Today : Comes::Later;
    if (Case const* const one = look_at(*patient, details.episode, comes))
        describe(row, appointment, *one);
    rows_.push_back(std::move(row));
}

void Board::add_coming(std::optional<UserId> clinician)
{
    std::size_t const enough = cases_.size() + most_coming;
    for (Appointment const& appointment :
        records_.appointments().between(plus_days(day_, 1), plus_days(day_, days_ahead), clinician)) {
        if (cases_.size() >= enough)
            return;
        if (!is_expected(appointment.details().status))
            continue;
        if (Patient const* const patient = person(appointment.details().patient))
            look_at(*patient, appointment.details().episode, Comes::Later);
    }
}

std::vector<DecisionRow> Board::decisions() const
{
    std::vector<DecisionRow> rows;
    for (auto const& [id, one] : cases_)
        if (auto row = decision(records_, one, day_))
            rows.push_back(*std::move(row));
    std::ranges::sort(rows, {}, [](DecisionRow const& row) { return row.name.listed(); });
    return rows;
}

std::vector<DueRow> Board::due() const
{
    std::vector<DueRow> rows;
    for (auto const& [id, one] : cases_)
        add_clocks(rows, one);
    std::ranges::stable_sort(rows, {}, [](DueRow const& row) {
        return std::tuple{!row.urgent, row.days, row.name.listed()};
    });
    return rows;
}

Patient const* Board::person(PatientId id)
{
    if (auto const known = people_.find(id); known != people_.end())
        return &known->second;
    auto found = records_.patients().find(id);
    return found ? &people_.emplace(id, *std::move(found)).first->second : nullptr;
}

Case const* Board::look_at(Patient const& patient, std::optional<EpisodeId> wanted, Comes comes)
{
    if (!wanted && without_case_.contains(patient.id()))
        return nullptr;
    auto found = wanted ? cases_.find(*wanted) : cases_.end();
    if (found == cases_.end()) {
        auto const episode = choose(patient.id(), wanted);
        if (!episode) {
            without_case_.insert(patient.id());
            return nullptr;
        }
        found = cases_.find(episode->id());
        if (found == cases_.end())
            found = cases_.emplace(episode->id(), read(patient, *episode)).first;
    }
    Case& one = found->second;
    if (comes == Comes::Today && !one.comes_today) {
        one.comes_today = true;
        auto days = one.now.treatment_days;
        days.push_back(day_);
        one.progress = progress_report_clock(days, one.report_days);
    }
    return &one;
}

/// The appointment's own episode, else the newest open one.
std::optional<Episode> Board::choose(PatientId patient, std::optional<EpisodeId> wanted) const
{
    if (wanted)
        return records_.episodes().find(*wanted);
    for (Episode const& episode : records_.episodes().of_patient(patient))
        if (episode.details().status == EpisodeStatus::Open)
            return episode;
    return std::nullopt;
}

Case Board::read(Patient const& patient, Episode const& episode) const
{
    Case one{.patient = patient, .episode = episode};
    one.plans = records_.plans().of_episode(episode.id());
    one.evaluations = records_.evaluations().of_episode(episode.id());
    one.report_days = records_.documents().progress_report_days(episode.id());
    one.now =
        standing(records_.visits().rows_of_episode(episode.id()), one.evaluations, one.plans, one.report_days, day_);
    one.progress = one.now.progress;
    auto const authorizations = records_.authorizations().of_patient(patient.id());
    auto const use = [&](AuthorizationId id) { return records_.agendas().use_of(id); };
    one.authorization = in_force(authorizations, AuthorizationKind::Payer, episode.id(), day_, use, alert_);
    one.referral = in_force(authorizations, AuthorizationKind::Referral, episode.id(), day_, use, alert_);
    return one;
}

void Board::describe(DayRow& row, Appointment const& appointment, Case const& one) const
{
    row.episode = one.episode.id();
    auto const before = std::ranges::count_if(one.now.treatment_days, [&](Date day) { return day < day_; });
    row.visit_number = static_cast<int>(before) + 1;
    row.visits_authorized = one.authorization ? one.authorization->visits_allowed : std::nullopt;
    if (row.visits_authorized) { // Counted within the authorization, which may be the second of the episode.
        auto const since = static_cast<int>(one.now.treatment_days.size()) - static_cast<int>(before);
        row.visit_number = std::max(one.authorization->used.visits - since, 0) + 1;
    }
    if (row.visit) {
        auto const visit = records_.visits().find(*row.visit);
        row.note = visit && visit->seal() ? DayRow::Note::Signed : DayRow::Note::Draft;
    }
    row.matters = is_expected(appointment.details().status) ? pressing(one) : std::string{};
    row.due = !row.matters.empty();
    if (!row.due && clinical_ == Clinical::Shown)
        row.matters = one.episode.details().title;
}

void Board::add_clocks(std::vector<DueRow>& rows, Case const& one) const
{
    auto const add = [&](std::string what, int left, std::string when, int urgent_at) {
        rows.push_back(
            {one.patient.id(), one.patient.name(), std::move(what), left, std::move(when), left <= urgent_at});
    };
    int const report = one.progress.due_in;
    if (report <= setting("alert.progress_report_visits"))
        add(std::string{tr_noop("progress report")}, report,
            report > 0       ? counted(report, tr_noop("{0} visit"), tr_noop("{0} visits"))
                : report < 0 ? std::string{tr_noop("overdue")}
                             : std::string{one.comes_today ? tr_noop("today") : tr_noop("now")},
            0);
    if (auto const& clock = one.now.certification; clock && clock->days_left <= setting("alert.certification_days"))
        add(std::string{clock->certified || clock->again ? tr_noop("recertification") : tr_noop("certification")},
            clock->days_left, days_left(clock->days_left), 0);
    for (auto const& standing : {one.authorization, one.referral})
        if (standing && standing->warns)
            add_authorization(rows, one, *standing);
}

/// The visits when few are left, else the days, else the units.
void Board::add_authorization(std::vector<DueRow>& rows, Case const& one, AuthorizationStanding const& standing) const
{
    bool const referral = standing.kind == AuthorizationKind::Referral;
    DueRow row{.patient = one.patient.id(),
        .name = one.patient.name(),
        .what = std::string{referral ? tr_noop("referral") : tr_noop("authorization")},
        .when = {}};
    bool const ended = standing.days_left.value_or(0) < 0;
    if (int const left = standing.visits_left.value_or(alert_.visits + 1); left <= alert_.visits && !ended) {
        row.days = left;
        row.when = left > 0 ? counted(left, tr_noop("{0} visit left"), tr_noop("{0} visits left"))
            : left < 0      ? counted(-left, tr_noop("{0} visit over"), tr_noop("{0} visits over"))
                            : std::string{tr_noop("used up")};
        row.urgent = left <= 1;
    } else if (int const days = standing.days_left.value_or(alert_.days + 1); days <= alert_.days) {
        row.days = days;
        row.when = days_left(days);
        row.urgent = days <= 0;
    } else {
        row.days = *standing.units_left;
        row.when = counted(row.days, tr_noop("{0} unit left"), tr_noop("{0} units left"));
        row.urgent = row.days <= 0;
    }
    rows.push_back(std::move(row));
}

int Board::setting(std::string_view key) const
{
    std::string const text = records_.settings().get(key);
    int value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

} // namespace plumbline::app
