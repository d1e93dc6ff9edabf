// SPDX-License-Identifier: Apache-2.0
#include "app/services/Chart.hpp"

#include "app/services/Common.hpp"
#include "domain/store/ScheduleRules.hpp"

#include <algorithm>

namespace plumbline::app {

namespace {

/// The asked one, else the newest open, else the newest.
Result<std::optional<Episode>> choose(std::vector<Episode> const& episodes, std::optional<EpisodeId> wanted)
{
    auto const asked = [&](Episode const& episode) { return episode.id() == *wanted; };
    auto const open = [](Episode const& episode) { return episode.details().status == EpisodeStatus::Open; };
    if (wanted) {
        auto const found = std::ranges::find_if(episodes, asked);
        if (found == episodes.end())
            return refuse_missing_episode();
        return *found;
    }
    if (auto const found = std::ranges::find_if(episodes, open); found != episodes.end())
        return *found;
    return episodes.empty() ? std::nullopt : std::optional{episodes.front()};
}

std::vector<Precaution> spelled_out(std::vector<Precaution> precautions)
{
    for (Precaution& precaution : precautions) {
        auto const known = std::ranges::find(conditions(), precaution.condition, &Condition::code);
        if (precaution.note.empty() && known != conditions().end())
            precaution.note = known->label;
    }
    return precautions;
}

std::vector<Date> report_days(std::vector<StoredDocument> const& documents, EpisodeId episode)
{
    std::vector<Date> days;
    for (StoredDocument const& document : documents)
        if (document.kind == DocumentKind::ProgressReport && document.episode == episode)
            days.push_back(document.dated);
    return days;
}

void fill_episode_header(ChartHeader& header, Chart const& chart, Date today)
{
    Standing const now = standing_of(chart, today);
    header.episode = chart.episode->id();
    header.episode_title = chart.episode->details().title;
    header.onset = chart.episode->details().onset;
    header.discharged = chart.episode->details().ended;
    header.visits_done = static_cast<int>(now.treatment_days.size());
    header.certification = now.certification;
    header.progress = now.progress;
}

ChartHeader header_of(Chart const& chart, Date today)
{
    Patient const& patient = chart.patient;
    Coverage const& coverage = patient.details().coverage;
    ChartHeader header{.patient = patient.id(),
        .record_number = patient.record_number(),
        .name = patient.name(),
        .birth_date = patient.birth_date(),
        .age = age_in_years(patient.birth_date(), today),
        .precautions = spelled_out(patient.details().precautions),
        .visits_authorized = coverage.visits_authorized,
        .unit_rule = coverage.unit_rule};
    if (chart.episode)
        fill_episode_header(header, chart, today);
    return header;
}

void add_authorizations(ChartHeader& header, Records const& records, Date today)
{
    auto const all = records.authorizations().of_patient(header.patient);
    if (all.empty())
        return;
    auto const use = [&](AuthorizationId id) { return records.agendas().use_of(id); };
    auto const alert = authorization_alert([&](std::string_view key) { return records.settings().get(key); });
    header.authorization = in_force(all, AuthorizationKind::Payer, header.episode, today, use, alert);
    header.referral = in_force(all, AuthorizationKind::Referral, header.episode, today, use, alert);
    header.visits_authorized = header.authorization ? header.authorization->visits_allowed : std::nullopt;
}

void read_episode(Chart& chart, Records const& records)
{
    EpisodeId const id = chart.episode->id();
    if (auto const provider = chart.episode->details().referred_by)
        chart.referred_by = records.referring_providers().find(*provider);
    chart.evaluations = records.evaluations().of_episode(id);
    chart.scores = records.scores().of_episode(id);
    chart.plans = records.plans().of_episode(id);
    if (!chart.plans.empty())
        chart.plan = chart.plans.back();
    chart.visits = records.visits().of_episode(id);
}

/// The episode's patient, when both exist.
Result<Patient> patient_of(Records const& records, PatientId id)
{
    if (auto patient = records.patients().find(id))
        return *std::move(patient);
    return refuse_missing_patient();
}

Result<void> known_referrer(Records const& records, Episode::Details const& details)
{
    if (details.referred_by && !records.referring_providers().find(*details.referred_by))
        return refuse_missing("referred_by", tr_noop("There is no such referring provider."));
    return {};
}

/// Ids of goals that were new on the screen.
void name_goals(PlanOfCare::Details& details, Context const& context)
{
    for (Goal& goal : details.goals)
        if (goal.id.value() == 0)
            goal.id = context.make<GoalId>();
}

template <class Port, class Entity>
Result<void> keep_and_note(
    Records& records, Context const& context, Port& port, Entity const& entity, std::string_view noun)
{
    if (auto kept = port.keep(entity); !kept)
        return kept;
    audit(records, context, entity.version() == 0 ? AuditEvent::Create : AuditEvent::Change,
        {noun, entity.id().value(), entity.patient()});
    return {};
}

template <class Port, class Entity>
Result<void> seal_and_note(
    Records& records, Context const& context, Port& port, Entity const& stored, int version, std::string_view noun)
{
    if (auto current = still_current(stored.version(), version); !current)
        return current;
    Seal const seal = seal_for(records, context, stored.canonical_text());
    auto const sealed = stored.sealed(seal);
    if (!sealed)
        return refuse(sealed.error());
    if (auto kept = port.keep(*sealed); !kept)
        return kept;
    audit(records, context, AuditEvent::Sign, {noun, stored.id().value(), sealed->patient()}, seal_detail(seal));
    return {};
}

} // namespace

Result<Chart> open_chart(
    Records const& records, Context const& context, PatientId patient, std::optional<EpisodeId> episode)
{
    if (auto allowed = permit(context.actor, Action::SeeChart); !allowed)
        return refuse(allowed.error());
    auto person = patient_of(records, patient);
    if (!person)
        return refuse(person.error());
    auto episodes = records.episodes().of_patient(patient);
    auto chosen = choose(episodes, episode);
    if (!chosen)
        return refuse(chosen.error());

    Chart chart{.patient = *std::move(person), .episodes = std::move(episodes), .episode = *std::move(chosen)};
    if (chart.episode)
        read_episode(chart, records);
    chart.documents = records.documents().of_patient(patient);
    chart.users = records.users().all();
    chart.header = header_of(chart, context.today());
    add_authorizations(chart.header, records, context.today());
    return chart;
}

Standing standing_of(Chart const& chart, Date today)
{
    std::vector<VisitRow> rows;
    std::ranges::transform(chart.visits, std::back_inserter(rows), row_of);
    auto const reported = chart.episode ? report_days(chart.documents, chart.episode->id()) : std::vector<Date>{};
    return standing(rows, chart.evaluations, chart.plans, reported, today);
}

Result<void> note_chart_read(Records& records, Context const& context, PatientId patient)
{
    if (auto allowed = permit(context.actor, Action::SeeChart); !allowed)
        return allowed;
    audit(records, context, AuditEvent::Read, {"chart", patient.value(), patient});
    return {};
}

Result<EpisodeId> start_episode(
    Records& records, Context const& context, EpisodeId id, PatientId patient, Episode::Details details)
{
    if (auto allowed = permit(context.actor, Action::EditEpisode); !allowed)
        return refuse(allowed.error());
    auto const person = patient_of(records, patient);
    if (!person)
        return refuse(person.error());
    if (auto known = known_referrer(records, details); !known)
        return refuse(known.error());
    auto const episode = Episode::create(id, patient, std::move(details), person->birth_date(), context.today());
    if (!episode)
        return refuse(episode.error());
    if (auto kept = keep_and_note(records, context, records.episodes(), *episode, "episode"); !kept)
        return refuse(kept.error());
    return id;
}

Result<void> change_episode(
    Records& records, Context const& context, EpisodeId id, int version, Episode::Details details)
{
    if (auto allowed = permit(context.actor, Action::EditEpisode); !allowed)
        return allowed;
    auto const stored = records.episodes().find(id);
    if (!stored)
        return refuse_missing_episode();
    if (auto current = still_current(stored->version(), version); !current)
        return current;
    if (auto known = known_referrer(records, details); !known)
        return known;
    auto const person = patient_of(records, stored->patient());
    if (!person)
        return refuse(person.error());
    auto const changed = stored->with(std::move(details), person->birth_date(), context.today());
    if (!changed)
        return refuse(changed.error());
    return keep_and_note(records, context, records.episodes(), *changed, "episode");
}

Result<void> save_evaluation(Records& records, Context const& context, EvaluationId id, EpisodeId episode, int version,
    Evaluation::Details details)
{
    if (auto allowed = permit(context.actor, Action::EditEvaluation); !allowed)
        return allowed;
    auto const stored = records.evaluations().find(id);
    if (auto current = still_current(stored ? stored->version() : 0, version); !current)
        return current;
    auto const whose = records.episodes().find(episode);
    if (!whose)
        return refuse_missing_episode();
    auto const evaluation = stored
        ? stored->with(std::move(details), context.today())
        : Evaluation::create(id, whose->patient(), episode, context.actor.user, std::move(details), context.today());
    if (!evaluation)
        return refuse(evaluation.error());
    if (auto kept = keep_and_note(records, context, records.evaluations(), *evaluation, "evaluation"); !kept)
        return kept;
    records.drafts().drop(context.actor.user, "evaluation", id.value());
    return {};
}

Result<void> sign_evaluation(Records& records, Context const& context, EvaluationId id, int version)
{
    if (auto allowed = permit(context.actor, Action::SignEvaluation); !allowed)
        return allowed;
    auto const stored = records.evaluations().find(id);
    if (!stored)
        return refuse_missing("evaluation", tr_noop("There is no such evaluation."));
    return seal_and_note(records, context, records.evaluations(), *stored, version, "evaluation");
}

Result<ScoreId> record_score(Records& records, Context const& context, ScoreId id, EpisodeId episode, Date on,
    Measure measure, std::vector<std::optional<int>> items)
{
    // An assistant may take objective measurements (CMS Pub. 100-02 ch. 15 section 220.3).
    if (auto allowed = permit(context.actor, Action::EditNote); !allowed)
        return refuse(allowed.error());
    auto const whose = records.episodes().find(episode);
    if (!whose)
        return refuse_missing_episode();
    if (on > context.today())
        return refuse(Refusal::Reason::Invalid, "on", tr_noop("The score lies in the future."));
    auto const score =
        OutcomeScore::create(id, whose->patient(), episode, on, measure, std::move(items), context.actor.user);
    if (!score)
        return refuse(score.error());
    if (auto kept = records.scores().keep(*score); !kept)
        return refuse(kept.error());
    audit(records, context, AuditEvent::Create, {"score", id.value(), score->patient()});
    return id;
}

Result<void> answer(Records& records, Context const& context, EvaluationId evaluation, Answers answers)
{
    constexpr std::string_view field = "oswestry";
    if (auto allowed = permit(context.actor, Action::EditEvaluation); !allowed)
        return allowed;
    auto const asked = records.evaluations().find(evaluation);
    if (!asked)
        return refuse_missing("evaluation", tr_noop("There is no such evaluation."));
    if (asked->seal())
        return refuse(Refusal::Reason::NotAllowed, field,
            tr_noop("This evaluation is signed, and its answers with it. Write a re-evaluation instead."));
    auto const before = records.scores().find(answers.id);
    if (auto current = still_current(before ? before->version() : 0, answers.version); !current)
        return current;
    Subject const subject{"score", answers.id.value(), asked->patient()};
    if (std::ranges::none_of(answers.items, [](auto const& item) { return item.has_value(); })) {
        if (!before)
            return {};
        if (auto dropped = records.scores().drop(*before); !dropped)
            return dropped;
        audit(records, context, AuditEvent::Delete, subject);
        return {};
    }
    Date const on = asked->details().on;
    auto score = before ? before->with(on, std::move(answers.items), evaluation)
                        : OutcomeScore::create(answers.id, asked->patient(), asked->episode(), on, answers.measure,
                            std::move(answers.items), context.actor.user, evaluation);
    if (!score) {
        Refusal fault = score.error();
        fault.field = field;
        return refuse(std::move(fault));
    }
    if (before == *score)
        return {};
    if (auto kept = records.scores().keep(*score); !kept)
        return kept;
    audit(records, context, before ? AuditEvent::Change : AuditEvent::Create, subject, "items");
    return {};
}

std::optional<OutcomeScore> answered_for(
    std::vector<OutcomeScore> const& scores, Evaluation const& evaluation, Measure measure)
{
    std::optional<OutcomeScore> found;
    for (OutcomeScore const& score : scores)
        if (score.score().measure == measure
            && (score.evaluation() == evaluation.id()
                || (!found && !score.evaluation() && score.on() == evaluation.details().on)))
            found = score;
    return found;
}

Result<PlanId> establish_plan(
    Records& records, Context const& context, PlanId id, EpisodeId episode, PlanOfCare::Details details)
{
    if (auto allowed = permit(context.actor, Action::EditPlan); !allowed)
        return refuse(allowed.error());
    auto const whose = records.episodes().find(episode);
    if (!whose)
        return refuse_missing_episode();
    name_goals(details, context);
    auto plans = records.plans().of_episode(episode);
    std::erase_if(plans, [&](PlanOfCare const& other) { return other.id() == id; }); // Kept already, asked again.
    auto const plan = plans.empty()
        ? PlanOfCare::create(id, whose->patient(), episode, context.actor.user, std::move(details), context.today())
        : plans.back().recertified(id, context.actor.user, std::move(details), context.today());
    if (!plan)
        return refuse(plan.error());
    if (auto kept = keep_and_note(records, context, records.plans(), *plan, "plan_of_care"); !kept)
        return refuse(kept.error());
    return id;
}

Result<void> change_plan(
    Records& records, Context const& context, PlanId id, EpisodeId episode, int version, PlanOfCare::Details details)
{
    if (auto allowed = permit(context.actor, Action::EditPlan); !allowed)
        return allowed;
    auto const plans = records.plans().of_episode(episode);
    auto const stored = std::ranges::find(plans, id, &PlanOfCare::id);
    if (stored == plans.end())
        return refuse_missing("plan", tr_noop("There is no such plan of care."));
    if (auto current = still_current(stored->version(), version); !current)
        return current;
    name_goals(details, context);
    auto const changed = stored->with(std::move(details), context.today());
    if (!changed)
        return refuse(changed.error());
    return keep_and_note(records, context, records.plans(), *changed, "plan_of_care");
}

Result<void> sign_plan(Records& records, Context const& context, PlanId id, int version)
{
    if (auto allowed = permit(context.actor, Action::EditPlan); !allowed)
        return allowed;
    auto const stored = records.plans().find(id);
    if (!stored)
        return refuse_missing("plan", tr_noop("There is no such plan of care."));
    return seal_and_note(records, context, records.plans(), *stored, version, "plan_of_care");
}

} // namespace plumbline::app
