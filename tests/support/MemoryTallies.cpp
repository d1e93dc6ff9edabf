// SPDX-License-Identifier: Apache-2.0
#include "domain/clinical/Contraindications.hpp"
#include "tests/support/MemoryPorts.hpp"

#include <algorithm>
#include <set>
#include <tuple>

namespace plumbline::testing {
namespace {

bool is_between(Date day, Date from, Date to)
{
    return day >= from && day <= to;
}

std::vector<Appointment> by_start(MemoryState const& state, Date from, Date to)
{
    std::vector<Appointment> found;
    for (auto const& [id, one] : state.appointments)
        if (is_between(day_of(one.details().start), from, to))
            found.push_back(one);
    std::ranges::sort(found, {}, [](Appointment const& one) { return std::pair{one.details().start, one.id()}; });
    return found;
}

std::string labels_of(std::vector<Precaution> const& precautions)
{
    std::string labels;
    for (Precaution const& one : precautions) {
        auto const known = std::ranges::find(conditions(), one.condition, &Condition::code);
        labels += labels.empty() ? "" : ", ";
        labels +=
            one.condition.empty() ? one.note : std::string{known == conditions().end() ? one.condition : known->label};
    }
    return labels;
}

OpenCase case_of(MemoryState const& state, Episode const& episode, Patient const& patient, ClinicTime now)
{
    OpenCase one{.episode = episode.id(),
        .patient = patient.id(),
        .name = patient.name(),
        .record_number = patient.record_number(),
        .title = episode.details().title,
        .started = episode.details().started};
    std::set<Date> treated, reported;
    for (auto const& [id, visit] : state.visits)
        if (visit.episode() == episode.id() && (visit.seal() || visit.total_minutes() > 0))
            treated.insert(visit.on());
    for (auto const& [id, evaluation] : state.evaluations)
        if (evaluation.episode() == episode.id())
            treated.insert(evaluation.details().on);
    for (auto const& [id, document] : state.documents)
        if (document.first.episode == episode.id() && document.first.kind == DocumentKind::ProgressReport)
            reported.insert(document.first.dated);
    one.treatment_days.assign(treated.begin(), treated.end());
    one.report_days.assign(reported.begin(), reported.end());
    for (auto const& [id, appointment] : state.appointments)
        if (auto const& details = appointment.details(); details.patient == patient.id() && details.start >= now
            && takes_time(appointment) && (!one.next_visit || details.start < *one.next_visit))
            one.next_visit = details.start;
    for (auto const& [id, plan] : state.plans)
        if (plan.episode() == episode.id()) {
            auto details = plan.details();
            details.goals.clear();
            details.interventions.clear();
            details.notes.clear();
            one.plans.push_back(PlanOfCare::restore(
                plan.id(), plan.patient(), plan.episode(), plan.author(), std::move(details), plan.version()));
        }
    std::ranges::stable_sort(one.plans, {}, [](PlanOfCare const& plan) { return plan.details().established; });
    return one;
}

} // namespace

std::vector<BookedPerson> MemoryTallies::booked(BookedWish const& wish) const
{
    std::vector<BookedPerson> found;
    for (Appointment const& one : by_start(all(), wish.from, wish.to)) {
        auto const& details = one.details();
        if ((wish.clinician && details.clinician != *wish.clinician)
            || (wish.patient && details.patient != *wish.patient))
            continue;
        Patient const& patient = all().patients.at(details.patient);
        auto const& contact = patient.details().contact;
        found.push_back({one.id(), one.version(), details.patient, patient.name(), patient.record_number(),
            patient.birth_date(), contact.phone, contact.mobile, contact.email, patient.details().language,
            labels_of(patient.details().precautions), patient.details().consent.messages.has_value(), details.clinician,
            details.start, details.length, details.type, details.status, details.note});
    }
    return found;
}

std::vector<OpenCase> MemoryTallies::open_cases(ClinicTime now) const
{
    std::vector<OpenCase> found;
    for (auto const& [id, episode] : all().episodes) {
        Patient const& patient = all().patients.at(episode.patient());
        if (episode.details().status != EpisodeStatus::Open || patient.details().archived)
            continue;
        found.push_back(case_of(all(), episode, patient, now));
        for (auto const& [key, one] : all().authorizations)
            if (one.details().patient == patient.id() && !one.details().ended)
                found.back().authorizations.push_back({one, use_of(all(), one.id())});
    }
    std::ranges::sort(found, {}, [](OpenCase const& one) { return std::tuple{one.name.listed(), one.episode}; });
    return found;
}

std::vector<BookedTime> MemoryTallies::booked_times(Date from, Date to) const
{
    std::vector<BookedTime> found;
    for (Appointment const& one : by_start(all(), from, to)) {
        auto const& details = one.details();
        found.push_back({details.clinician, details.start, details.length, details.type, details.status});
    }
    return found;
}

std::vector<GivenVisit> MemoryTallies::visits(Date from, Date to) const
{
    std::vector<GivenVisit> found;
    for (auto const& [id, visit] : all().visits)
        if (is_between(visit.on(), from, to) && (visit.seal() || visit.total_minutes() > 0))
            found.push_back({visit.details().provider, visit.details().start});
    std::ranges::stable_sort(found, {}, &GivenVisit::start);
    return found;
}

std::vector<Date> MemoryTallies::new_patients(Date from, Date to) const
{
    std::map<PatientId, Date> first;
    for (auto const& [id, episode] : all().episodes) {
        auto const [place, is_new] = first.emplace(episode.patient(), episode.details().started);
        place->second = std::min(place->second, episode.details().started);
    }
    std::vector<Date> found;
    for (auto const& [patient, day] : first)
        if (is_between(day, from, to))
            found.push_back(day);
    std::ranges::sort(found);
    return found;
}

std::vector<Measured> MemoryTallies::measured(Date from, Date to) const
{
    std::vector<Measured> found;
    auto const add = [&](EpisodeId id, Measure measure, Date on, double value) {
        auto const& details = all().episodes.at(id).details();
        bool const counts =
            details.status == EpisodeStatus::Open || (details.ended && is_between(*details.ended, from, to));
        if (counts && on <= to)
            found.push_back(
                {id, details.diagnoses.empty() ? std::string{} : details.diagnoses.front(), measure, on, value});
    };
    for (auto const& [id, score] : all().scores)
        add(score.episode(), score.score().measure, score.on(), score.score().value);
    for (auto const& [id, evaluation] : all().evaluations)
        if (evaluation.details().pain.now)
            add(evaluation.episode(), Measure::Nprs, evaluation.details().on, evaluation.details().pain.now->points());
    for (auto const& [id, visit] : all().visits)
        if (visit.seal() && visit.details().note.pain_now)
            add(visit.episode(), Measure::Nprs, visit.on(), visit.details().note.pain_now->points());
    std::ranges::stable_sort(found, {}, [](Measured const& one) {
        return std::tuple{one.episode, one.measure, one.on};
    });
    return found;
}

} // namespace plumbline::testing
