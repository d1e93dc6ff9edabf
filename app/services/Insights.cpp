// SPDX-License-Identifier: Apache-2.0
#include "app/services/Insights.hpp"

#include "app/services/ScheduleSetup.hpp"
#include "domain/clinical/Diagnosis.hpp"

#include <algorithm>
#include <ranges>
#include <tuple>

namespace plumbline::app {

namespace {

constexpr int days_a_week = 7;

Date monday_of(Date day)
{
    auto const days = std::chrono::sys_days{day};
    return Date{days - (std::chrono::weekday{days} - std::chrono::Monday)};
}

void count(InsightsWeek& week, BookedTime const& one)
{
    switch (one.status) {
    case AppointmentStatus::Arrived:
    case AppointmentStatus::InTreatment:
    case AppointmentStatus::Done:
        ++week.seen;
        break;
    case AppointmentStatus::Cancelled:
        ++week.canceled;
        break;
    case AppointmentStatus::NoShow:
        ++week.missed;
        break;
    case AppointmentStatus::Booked:
    case AppointmentStatus::Confirmed:
        ++week.open;
        break;
    }
}

bool took_time(BookedTime const& one) noexcept
{
    return one.status != AppointmentStatus::Cancelled && one.status != AppointmentStatus::NoShow;
}

/// A class or an overlap takes its clinician's time once. The appointments come by start.
class TakenTime {
public:
    Minutes added_by(BookedTime const& one)
    {
        ClinicTime const end = one.start + one.length;
        auto const [place, is_first] = until_.emplace(one.clinician, one.start);
        ClinicTime const from = std::max(place->second, one.start);
        if (end <= from)
            return Minutes{0};
        place->second = end;
        return end - from;
    }

private:
    std::map<UserId, ClinicTime> until_;
};

void count_appointments(Insights& found, Records const& records, ClinicTime now)
{
    TakenTime taken;
    for (BookedTime const& one : records.tallies().booked_times(found.from, found.to)) {
        if (one.start > now)
            break;
        auto const index = static_cast<std::size_t>(days_between(found.from, day_of(one.start)) / days_a_week);
        InsightsWeek& week = found.weeks.at(index);
        count(week, one);
        if (took_time(one))
            week.minutes_of[one.clinician] += taken.added_by(one);
    }
}

void count_visits(Insights& found, Records const& records)
{
    for (GivenVisit const& one : records.tallies().visits(found.from, found.to)) {
        auto const index = static_cast<std::size_t>(days_between(found.from, day_of(one.start)) / days_a_week);
        InsightsWeek& week = found.weeks.at(index);
        ++week.visits;
        ++week.visits_of[one.provider];
    }
}

/// The part of a span that is over.
Minutes over(DaySpan const& span, Date day, ClinicTime now)
{
    ClinicTime const from = at(day, span.from);
    return std::max(Minutes{0}, std::min(at(day, span.to), now) - from);
}

void count_hours(Insights& found, std::vector<WorkingHours> const& hours, ClinicTime now)
{
    for (InsightsWeek& week : found.weeks)
        for (WorkingHours const& one : hours)
            for (int day = 0; day < days_a_week; ++day)
                for (DaySpan const& span : one.on(plus_days(week.monday, day)))
                    week.worked_of[one.clinician()] += over(span, plus_days(week.monday, day), now);
}

void name_clinicians(Insights& found, Records const& records)
{
    for (User const& user : records.users().all()) {
        bool const worked = std::ranges::any_of(found.weeks, [&](InsightsWeek const& week) {
            return week.visits_of.contains(user.id()) || week.minutes_of.contains(user.id());
        });
        if (worked)
            found.clinicians.emplace_back(user.id(), user.name_with_credentials());
    }
    std::ranges::sort(found.clinicians, {}, [](auto const& one) { return one.second; });
}

/// First and last value of one measure in one episode.
struct Course {
    std::string diagnosis;
    Measure measure{};
    double first = 0, last = 0;
    int values = 0;
};

std::vector<Course> courses(std::vector<Measured> const& measured)
{
    std::vector<Course> found;
    Measured const* before = nullptr;
    for (Measured const& one : measured) {
        if (!before || before->episode != one.episode || before->measure != one.measure)
            found.push_back({one.diagnosis, one.measure, one.value, one.value, 0});
        found.back().last = one.value;
        // Two values of one day say nothing of a course.
        if (found.back().values == 0 || before->on != one.on)
            ++found.back().values;
        before = &one;
    }
    return found;
}

std::string title_of(std::string const& code, Date on)
{
    if (code.empty())
        return std::string{tr_noop("No diagnosis")};
    auto const known = diagnosis(code, on);
    return known ? std::string{known->title} : code;
}

std::vector<OutcomeRow> outcomes(std::vector<Measured> const& measured, Date to)
{
    std::map<std::pair<std::string, Measure>, OutcomeRow> rows;
    for (Course const& one : courses(measured)) {
        bool const counts = one.measure == Measure::Odi || one.measure == Measure::Nprs;
        if (!counts || one.values < 2)
            continue;
        OutcomeRow& row = rows[{one.diagnosis, one.measure}];
        row.diagnosis = one.diagnosis;
        row.measure = one.measure;
        ++row.episodes;
        row.first += one.first;
        row.last += one.last;
        if (judge(one.measure, one.first, one.last) == Change::Improved)
            ++row.important;
    }
    std::vector<OutcomeRow> found;
    for (auto& [key, row] : rows) {
        row.title = title_of(row.diagnosis, to);
        row.first /= row.episodes;
        row.last /= row.episodes;
        found.push_back(row);
    }
    std::ranges::stable_sort(found, {}, [](OutcomeRow const& row) {
        return std::tuple{row.measure != Measure::Odi, -row.episodes, row.diagnosis};
    });
    return found;
}

} // namespace

Result<Insights> insights(Records const& records, Context const& context, int weeks)
{
    if (auto allowed = permit(context.actor, Action::SeeInsights); !allowed)
        return refuse(allowed.error());
    if (weeks < 1 || weeks > longest_insights_weeks)
        return refuse(Refusal::Reason::Invalid, "weeks", tr_noop("Ask for 1 to 104 weeks."));
    Date const today = context.today();
    Insights found{.from = plus_days(monday_of(today), -days_a_week * (weeks - 1)), .to = today};
    for (int i = 0; i < weeks; ++i)
        found.weeks.push_back({.monday = plus_days(found.from, days_a_week * i)});
    count_visits(found, records);
    count_appointments(found, records, context.clock->local_now());
    auto const hours = all_hours(records, context);
    if (!hours)
        return refuse(hours.error());
    count_hours(found, *hours, context.clock->local_now());
    for (Date const day : records.tallies().new_patients(found.from, found.to))
        ++found.weeks.at(static_cast<std::size_t>(days_between(found.from, day) / days_a_week)).new_patients;
    name_clinicians(found, records);
    found.outcomes = outcomes(records.tallies().measured(found.from, found.to), today);
    return found;
}

} // namespace plumbline::app
