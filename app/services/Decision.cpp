// SPDX-License-Identifier: Apache-2.0
#include "app/services/Board.hpp"
#include "app/services/TreatmentLimits.hpp"
#include "domain/clinical/ReviewRule.hpp"

#include <algorithm>
#include <array>

namespace plumbline::app {

namespace {

/// From here on a current score can exist (fact book 4.4), so the notes are worth reading.
constexpr int notes_matter_from_day = 35;

/// Precautions that are themselves warning signs with a pathway of their own (fact book 4.2).
constexpr std::array red_flags{std::string_view{"cauda-equina"}, std::string_view{"infection"},
    std::string_view{"spinal-instability"}, std::string_view{"malignancy"}, std::string_view{"cervical-artery"},
    std::string_view{"aortic-aneurysm"}, std::string_view{"deep-vein-thrombosis"}};

/// Pain of the back or neck without a named cause: ICD-10-CM M54.2, M54.5, M54.6, M54.8, M54.9.
constexpr std::array non_specific{std::string_view{"M54.2"}, std::string_view{"M54.5"}, std::string_view{"M54.6"},
    std::string_view{"M54.8"}, std::string_view{"M54.9"}};

bool begins_with_any(std::string_view text, std::span<std::string_view const> beginnings)
{
    return std::ranges::any_of(beginnings, [&](std::string_view beginning) { return text.starts_with(beginning); });
}

bool is_chronic_without_leg_signs(Episode::Details const& episode, Date day)
{
    return episode.onset && stage(*episode.onset, day).clinical == "chronic" && !episode.diagnoses.empty()
        && std::ranges::all_of(
            episode.diagnoses, [](std::string const& code) { return begins_with_any(code, non_specific); });
}

bool has_red_flag(Patient const& patient)
{
    return std::ranges::any_of(conditions_of(patient),
        [](std::string const& code) { return std::ranges::find(red_flags, code) != red_flags.end(); });
}

int planned_until(std::optional<PlanOfCare> const& plan, int day)
{
    if (!plan)
        return 0;
    return std::min(plan->planned_visits(), plan->details().visits_per_week * day / 7);
}

bool has_exercise(Visit const& visit)
{
    return std::ranges::any_of(visit.details().interventions, [](Intervention const& row) {
        return row.details().state == RowState::Confirmed && row.details().modality == Modality::Exercise;
    });
}

void add_pain(std::vector<DatedScore>& scores, Date on, std::optional<PainScore> pain)
{
    if (pain)
        scores.push_back({on, Measure::Nprs, static_cast<double>(pain->points())});
}

std::vector<DatedScore> scores_of(Case const& one, std::span<OutcomeScore const> taken, std::span<Visit const> visits)
{
    std::vector<DatedScore> scores;
    for (OutcomeScore const& score : taken)
        scores.push_back({score.on(), score.score().measure, score.score().value});
    for (Evaluation const& evaluation : one.evaluations)
        add_pain(scores, evaluation.details().on, evaluation.details().pain.now);
    for (Visit const& visit : visits)
        add_pain(scores, visit.on(), visit.details().note.pain_now);
    return scores;
}

std::string short_name(Measure measure)
{
    switch (measure) {
    case Measure::Nprs:
        return std::string{tr_noop("pain")};
    case Measure::Odi:
        return std::string{tr_noop("Oswestry")};
    case Measure::Rmdq:
        return std::string{tr_noop("Roland-Morris")};
    case Measure::Ndi:
    case Measure::Psfs:
        break;
    }
    return std::string{facts(measure).name};
}

std::string in_words(ReviewedMeasure const& one)
{
    std::string const unit = one.measure == Measure::Odi ? " %" : "";
    return short_name(one.measure) + ' ' + shown(one.baseline) + " \u2192 "
        + (one.current ? shown(*one.current) + unit : std::string{"?"});
}

std::string_view rule_of(Review const& review)
{
    if (review.suggests_rehabilitation)
        return tr_noop("Rule: multidisciplinary rehabilitation rather than a surgical opinion.");
    switch (review.outcome) {
    case ReviewOutcome::NoImprovement:
        return tr_noop("Rule: surgical opinion after 6\u20138 weeks.");
    case ReviewOutcome::Worse:
        return tr_noop("Rule: a score that gets worse is told to the physician.");
    case ReviewOutcome::Partial:
        return tr_noop("Rule: pain or function improved, not both; the therapist decides.");
    case ReviewOutcome::TrialInsufficient:
        return tr_noop("Rule: too little treatment to say that it failed.");
    default:
        return tr_noop("Rule: the review after 6\u20138 weeks needs a new score.");
    }
}

bool asks_for_a_decision(Review const& review)
{
    switch (review.outcome) {
    case ReviewOutcome::NoImprovement:
    case ReviewOutcome::Worse:
    case ReviewOutcome::Partial:
        return true;
    case ReviewOutcome::ScoreNeeded:
    case ReviewOutcome::TrialInsufficient:
        return review.overdue;
    default:
        return false;
    }
}

std::string in_words(Review const& review, ReviewFacts const& about)
{
    std::string words;
    for (ReviewedMeasure const& one : review.measures)
        words += in_words(one) + ", ";
    words += fill(about.attended_visits == 1 ? tr_noop("{0} visit") : tr_noop("{0} visits"),
        {std::to_string(about.attended_visits)});
    words += about.visits_with_exercise > 0 ? tr_noop(" with exercise. ") : tr_noop(" without exercise. ");
    return words.append(rule_of(review));
}

} // namespace

std::optional<DecisionRow> decision(Records const& records, Case const& one, Date day)
{
    if (one.now.treatment_days.empty() || one.episode.details().status == EpisodeStatus::Discharged)
        return std::nullopt;
    auto const taken = records.scores().of_episode(one.episode.id());
    int const days = days_between(one.now.treatment_days.front(), day);
    std::vector<Visit> visits;
    if (one.comes_today || days >= notes_matter_from_day || taken.size() > 1)
        visits = records.visits().of_episode(one.episode.id());

    ReviewFacts const about{.first_treatment_day = one.now.treatment_days.front(),
        .today = day,
        .attended_visits = static_cast<int>(one.now.treatment_days.size()),
        .planned_visits = planned_until(one.plan, days),
        .visits_with_exercise = static_cast<int>(std::ranges::count_if(visits, has_exercise)),
        .global_change = {},
        .red_flag_open = has_red_flag(one.patient),
        .chronic_without_leg_signs = is_chronic_without_leg_signs(one.episode.details(), day)};
    Review const found = review(about, scores_of(one, taken, visits));
    if (!asks_for_a_decision(found))
        return std::nullopt;
    return DecisionRow{.patient = one.patient.id(),
        .episode = one.episode.id(),
        .name = one.patient.name(),
        .title = fill(tr_noop("{0} at week {1}"), {std::string{label(found.outcome)}, std::to_string(found.day / 7)}),
        .facts = in_words(found, about)};
}

} // namespace plumbline::app
