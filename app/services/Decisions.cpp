// SPDX-License-Identifier: Apache-2.0
#include "app/services/Decisions.hpp"

#include "app/services/Board.hpp"
#include "app/services/Common.hpp"
#include "app/services/TreatmentLimits.hpp"
#include "domain/clinical/ReviewRule.hpp"
#include "domain/core/Text.hpp"

#include <algorithm>
#include <array>

namespace plumbline::app {

namespace {

/// From here on a current score can exist (fact book 4.4), so the notes are worth reading.
constexpr int notes_matter_from_day = 35;

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
    return std::ranges::any_of(conditions_of(patient), is_red_flag);
}

/// What the plans asked for until a day, each from its own day until the next one's; the first from the first treatment.
int planned_until(std::span<PlanOfCare const> plans, Date first, Date day)
{
    int planned = 0;
    for (std::size_t i = 0; i < plans.size(); ++i) {
        Date const from = i == 0 ? first : plans[i].details().established;
        Date const until = i + 1 < plans.size() ? std::min(plans[i + 1].details().established, day) : day;
        int const days = std::max(0, days_between(from, until));
        planned += std::min(plans[i].planned_visits(), plans[i].details().visits_per_week * days / 7);
    }
    return planned;
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

/// All that is looked at, wherever it was read.
struct Evidence {
    Patient const& patient;
    Episode const& episode;
    std::span<PlanOfCare const> plans;
    std::span<Evaluation const> evaluations;
    std::span<OutcomeScore const> scores;
    std::span<Visit const> visits;
    std::span<Date const> treatment_days;
};

std::vector<DatedScore> scores_of(Evidence const& seen)
{
    std::vector<DatedScore> scores;
    for (OutcomeScore const& score : seen.scores)
        scores.push_back({score.on(), score.score().measure, score.score().value});
    for (Evaluation const& evaluation : seen.evaluations)
        add_pain(scores, evaluation.details().on, evaluation.details().pain.now);
    for (Visit const& visit : seen.visits)
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

/// Scores and verdict, without what every visit changes: the counts of visits and of weeks.
std::string rests_on(Review const& review)
{
    std::string text{label(review.outcome)};
    for (ReviewedMeasure const& one : review.measures)
        text += "; " + std::string{facts(one.measure).code} + ' ' + shown(one.baseline) + ' '
            + (one.current ? shown(*one.current) : std::string{"-"});
    return text;
}

struct Judged {
    Review review;
    DecisionRow row;
};

std::optional<Judged> judge(Evidence const& seen, Date day)
{
    if (seen.treatment_days.empty() || seen.episode.details().status == EpisodeStatus::Discharged)
        return std::nullopt;
    Date const first = seen.treatment_days.front();
    ReviewFacts const about{.first_treatment_day = first,
        .today = day,
        .attended_visits = static_cast<int>(seen.treatment_days.size()),
        .planned_visits = planned_until(seen.plans, first, day),
        .visits_with_exercise = static_cast<int>(std::ranges::count_if(seen.visits, has_exercise)),
        .global_change = {},
        .red_flag_open = has_red_flag(seen.patient),
        .chronic_without_leg_signs = is_chronic_without_leg_signs(seen.episode.details(), day)};
    Review found = review(about, scores_of(seen));
    if (!asks_for_a_decision(found))
        return std::nullopt;
    DecisionRow row{.patient = seen.patient.id(),
        .episode = seen.episode.id(),
        .name = seen.patient.name(),
        .title = fill(tr_noop("{0} at week {1}"), {std::string{label(found.outcome)}, std::to_string(found.day / 7)}),
        .facts = in_words(found, about),
        .rests_on = rests_on(found),
        .report_is_a_step = found.outcome == ReviewOutcome::NoImprovement || found.outcome == ReviewOutcome::Worse
            || found.outcome == ReviewOutcome::Partial};
    return Judged{std::move(found), std::move(row)};
}

Evidence evidence_of(Chart const& chart, std::span<Date const> treatment_days)
{
    return {chart.patient, *chart.episode, chart.plans, chart.evaluations, chart.scores, chart.visits, treatment_days};
}

std::optional<Judged> judge(Chart const& chart, Date day)
{
    if (!chart.episode)
        return std::nullopt;
    auto const days = standing_of(chart, day).treatment_days;
    return judge(evidence_of(chart, days), day);
}

/// The deferral that still keeps this decision from being asked.
std::optional<Deferral> in_force(Records const& records, DecisionRow const& row, Date day)
{
    auto newest = records.deferrals().newest(row.episode);
    return newest && newest->until > day && newest->facts == row.rests_on ? newest : std::nullopt;
}

std::optional<PutOff> put_off_of(Records const& records, DecisionRow const& row, Date day)
{
    auto const deferral = in_force(records, row, day);
    if (!deferral)
        return std::nullopt;
    auto const user = records.users().find(deferral->by);
    return PutOff{deferral->until, deferral->reason, user ? user->name_with_credentials() : std::string{}};
}

std::string judgment(ReviewedMeasure const& one)
{
    auto const& known = facts(one.measure);
    if (!one.current)
        return fill(
            tr_noop("{0}: {1} at the start, no score since week 5."), {std::string{known.name}, shown(one.baseline)});
    std::string source{known.source};
    if (source.ends_with('.'))
        source.pop_back();
    std::string const needed = shown(important_change(one.measure, one.baseline));
    std::string_view const text = one.change == Change::Improved
        ? tr_noop("{0}: {1} \u2192 {2} {3}, improved: a change of {4} matters ({5}).")
        : one.change == Change::Worse
        ? tr_noop("{0}: {1} \u2192 {2} {3}, worse; a change of {4} for the better would matter ({5}).")
        : tr_noop("{0}: {1} \u2192 {2} {3}, not improved: a change of {4} would matter ({5}).");
    return fill(text,
        {std::string{known.name}, shown(one.baseline), shown(*one.current), std::string{known.unit}, needed, source});
}

std::string pain_words(PainScore pain)
{
    return fill(tr_noop("pain {0} of 10"), {std::to_string(pain.points())});
}

void join(std::string& text, std::string const& more)
{
    if (!more.empty())
        text += (text.empty() ? "" : " \u00b7 ") + more;
}

std::vector<FactLine> lines_of(Chart const& chart)
{
    std::vector<FactLine> lines;
    for (Evaluation const& evaluation : chart.evaluations)
        lines.push_back({evaluation.details().on, std::string{tr_noop("evaluation")},
            evaluation.details().pain.now ? pain_words(*evaluation.details().pain.now) : std::string{}, {}});
    for (OutcomeScore const& score : chart.scores) {
        auto const& known = facts(score.score().measure);
        lines.push_back({score.on(), std::string{tr_noop("questionnaire")},
            std::string{known.name} + ' ' + shown(score.score().value) + ' ' + std::string{known.unit}, {}});
    }
    for (std::size_t i = 0; i < chart.visits.size(); ++i) {
        Visit const& visit = chart.visits[i];
        std::string figures;
        if (auto const& pain = visit.details().note.pain_now)
            join(figures, pain_words(*pain));
        if (has_exercise(visit))
            join(figures, std::string{tr_noop("with exercise")});
        lines.push_back({visit.on(), fill(tr_noop("visit {0}"), {std::to_string(i + 1)}), figures, visit.id()});
    }
    std::ranges::stable_sort(lines, std::greater{}, &FactLine::on);
    return lines;
}

} // namespace

bool is_red_flag(std::string_view condition) noexcept
{
    return std::ranges::find(red_flags, condition) != red_flags.end();
}

std::optional<DecisionRow> decision(Records const& records, Case const& one, Date day)
{
    if (one.now.treatment_days.empty())
        return std::nullopt;
    auto const taken = records.scores().of_episode(one.episode.id());
    std::vector<Visit> visits;
    if (one.comes_today || days_between(one.now.treatment_days.front(), day) >= notes_matter_from_day
        || taken.size() > 1)
        visits = records.visits().of_episode(one.episode.id());
    auto judged = judge(
        Evidence{one.patient, one.episode, one.plans, one.evaluations, taken, visits, one.now.treatment_days}, day);
    if (!judged || in_force(records, judged->row, day))
        return std::nullopt;
    return std::move(judged->row);
}

EpisodeDecision decision_of(Records const& records, Chart const& chart, Date day)
{
    auto judged = judge(chart, day);
    if (!judged)
        return {};
    auto put_off = put_off_of(records, judged->row, day);
    return {std::move(judged->row), std::move(put_off)};
}

Result<DecisionFacts> decision_facts(
    Records const& records, Context const& context, PatientId patient, EpisodeId episode)
{
    auto const chart = open_chart(records, context, patient, episode);
    if (!chart)
        return refuse(chart.error());
    auto judged = judge(*chart, context.today());
    if (!judged)
        return refuse_missing("decision", tr_noop("Nothing is to be decided here any more."));
    DecisionFacts found{.row = std::move(judged->row), .judgments = {}, .lines = lines_of(*chart), .put_off = {}};
    for (ReviewedMeasure const& one : judged->review.measures)
        found.judgments.push_back(judgment(one));
    found.put_off = put_off_of(records, found.row, context.today());
    return found;
}

Result<void> put_off_decision(Records& records, Context const& context, DeferRequest const& request)
{
    if (auto allowed = permit(context.actor, Action::EditPlan); !allowed)
        return allowed;
    Faults faults;
    std::string reason = request.reason;
    clean_text(faults, "reason", reason, free_text_rule);
    if (reason.empty())
        faults.add("reason", tr_noop("Say why: the reason is kept with the decision."));
    int const days = days_between(context.today(), request.until);
    if (days < 1 || days > longest_deferral_days)
        faults.add(
            "until", tr_noop("A decision can be put off by 1 to {0} days."), {std::to_string(longest_deferral_days)});
    if (!faults.none())
        return refuse(faults.refusal());
    auto const seen = decision_facts(records, context, request.patient, request.episode);
    if (!seen)
        return refuse(seen.error());
    Deferral const deferral{.id = request.id,
        .patient = request.patient,
        .episode = request.episode,
        .by = context.actor.user,
        .at = context.clock->now(),
        .until = request.until,
        .reason = std::move(reason),
        .facts = seen->row.rests_on};
    if (auto kept = records.deferrals().keep(deferral); !kept)
        return kept;
    audit(records, context, AuditEvent::Change, {"decision", request.episode.value(), request.patient},
        "put off until " + to_iso(request.until) + "; reason kept as " + std::to_string(request.id.value()));
    return {};
}

Result<void> take_up_decision(
    Records& records, Context const& context, DeferralId id, PatientId patient, EpisodeId episode)
{
    if (auto allowed = permit(context.actor, Action::EditPlan); !allowed)
        return allowed;
    auto const newest = records.deferrals().newest(episode);
    if (!newest || newest->patient != patient || newest->until <= context.today())
        return {};
    if (auto kept = records.deferrals().keep({.id = id,
            .patient = patient,
            .episode = episode,
            .by = context.actor.user,
            .at = context.clock->now(),
            .until = context.today(),
            .reason = "taken up again",
            .facts = newest->facts});
        !kept)
        return kept;
    audit(records, context, AuditEvent::Change, {"decision", episode.value(), patient}, "taken up again");
    return {};
}

} // namespace plumbline::app
