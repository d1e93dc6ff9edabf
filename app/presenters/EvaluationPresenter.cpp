// SPDX-License-Identifier: Apache-2.0
#include "app/presenters/EvaluationPresenter.hpp"

#include "app/presenters/DateEntry.hpp"
#include "app/presenters/Sentences.hpp"
#include "app/services/Common.hpp"

#include <algorithm>

namespace plumbline::app {

namespace {

std::vector<MotionField> motion_fields(std::vector<MotionReading> const& readings)
{
    std::vector<MotionField> fields;
    for (MotionFacts const& known : all_motions()) {
        MotionField field{known.motion, std::string{known.label},
            known.normal_degrees ? shown(*known.normal_degrees) + "°" : "", {}, false};
        auto const read = std::ranges::find(readings, known.motion, &MotionReading::motion);
        if (read != readings.end()) {
            field.degrees = shown(read->degrees);
            field.painful = read->painful;
        }
        fields.push_back(std::move(field));
    }
    return fields;
}

std::string pain_text(std::optional<PainScore> const& pain)
{
    return pain ? std::to_string(pain->points()) : std::string{};
}

std::optional<PainScore> pain(std::string const& text, std::string_view field, Faults& faults)
{
    auto const number = whole_number(text, field, tr_noop("Pain is a whole number from 0 to 10."), faults);
    if (!number)
        return std::nullopt;
    auto const score = PainScore::of(*number, field);
    if (!score) {
        faults.add(score.error());
        return std::nullopt;
    }
    return *score;
}

bool any_answer(EvaluationFields const& fields)
{
    return std::ranges::any_of(fields.oswestry, [](auto const& item) { return !item.empty(); });
}

constexpr std::string_view kind = "evaluation";
constexpr std::string_view oswestry_field = "oswestry";

std::vector<std::optional<int>> answers(EvaluationFields const& fields, Faults& faults)
{
    std::vector<std::optional<int>> items;
    for (std::string const& text : fields.oswestry)
        items.push_back(whole_number(
            text, oswestry_field, tr_noop("Each section of the Oswestry is answered with 0 to 5."), faults));
    return items;
}

Result<Score> oswestry_of(EvaluationFields const& fields)
{
    Faults faults;
    auto const items = answers(fields, faults);
    if (!faults.none())
        return refuse(faults.refusal());
    return score(Measure::Odi, items);
}

EvaluationFields as_fields(Evaluation const& evaluation, std::optional<OutcomeScore> const& score)
{
    auto const& d = evaluation.details();
    EvaluationFields f;
    f.kind = d.kind;
    f.on = to_iso(d.on);
    f.pain_now = pain_text(d.pain.now);
    f.pain_best = pain_text(d.pain.best);
    f.pain_worst = pain_text(d.pain.worst);
    f.instrument = d.instrument;
    f.motions = motion_fields(d.motions);
    f.history = d.history;
    f.findings = d.findings;
    f.assessment = d.assessment;
    if (score && score->items().size() == f.oswestry.size())
        std::ranges::transform(score->items(), f.oswestry.begin(),
            [](std::optional<int> const& item) { return item ? std::to_string(*item) : std::string{}; });
    return f;
}

EvaluationFields new_evaluation(Chart const& chart, Date today)
{
    EvaluationFields fields;
    fields.kind = chart.evaluations.empty() ? EvaluationKind::Initial : EvaluationKind::ReEvaluation;
    fields.on = to_iso(today);
    fields.motions = motion_fields({});
    return fields;
}

Result<AnsweredEvaluation> stored_evaluation(Records const& records, EvaluationId id)
{
    auto evaluation = records.evaluations().find(id);
    if (!evaluation)
        return refuse_missing("evaluation", tr_noop("There is no such evaluation."));
    auto score = answered_for(records.scores().of_episode(evaluation->episode()), *evaluation, Measure::Odi);
    return AnsweredEvaluation{*std::move(evaluation), std::move(score)};
}

/// Each text of the form under its name, in one place for reading and writing.
template <class Fields, class Visit>
void each_text(Fields& f, Visit visit)
{
    visit("on", f.on);
    visit("pain.now", f.pain_now);
    visit("pain.best", f.pain_best);
    visit("pain.worst", f.pain_worst);
    visit("history", f.history);
    visit("findings", f.findings);
    visit("assessment", f.assessment);
    for (std::size_t i = 0; i < f.oswestry.size(); ++i)
        visit(fill("oswestry.{0}", {std::to_string(i + 1)}), f.oswestry[i]);
    for (auto& motion : f.motions)
        visit(std::string{facts(motion.motion).code}, motion.degrees);
}

std::string painful_name(MotionField const& motion)
{
    return std::string{facts(motion.motion).code} + ".painful";
}

} // namespace

TypedTexts texts_of(EvaluationFields const& fields)
{
    TypedTexts texts;
    each_text(fields, [&](std::string const& name, std::string const& text) { texts[name] = text; });
    texts["kind"] = code(fields.kind);
    texts["instrument"] = code(fields.instrument);
    for (MotionField const& motion : fields.motions)
        texts[painful_name(motion)] = motion.painful ? "1" : "";
    return texts;
}

EvaluationFields with_texts(EvaluationFields base, TypedTexts const& texts)
{
    each_text(base, [&](std::string const& name, std::string& text) { text = typed(texts, name); });
    if (auto const known = evaluation_kind_from_code(typed(texts, "kind")))
        base.kind = *known;
    if (auto const known = instrument_from_code(typed(texts, "instrument")))
        base.instrument = *known;
    for (MotionField& motion : base.motions)
        motion.painful = !typed(texts, painful_name(motion)).empty();
    return base;
}

EvaluationPresenter::EvaluationPresenter(Desk& desk, Chart const& chart)
    : RecordForm{desk, kind, chart.episode->id().value()}
    , patient_{chart.patient.id()}
    , episode_{chart.episode->id()}
    , id_{desk.make<EvaluationId>()}
    , score_id_{desk.make<ScoreId>()}
{
    begin(new_evaluation(chart, desk.context().today()), Begun::New);
}

EvaluationPresenter::EvaluationPresenter(Desk& desk, Chart const& chart, Evaluation const& evaluation)
    : RecordForm{desk, kind, evaluation.id().value()}
    , patient_{chart.patient.id()}
    , episode_{evaluation.episode()}
    , id_{evaluation.id()}
    , score_id_{desk.make<ScoreId>()}
{
    AnsweredEvaluation const stored{evaluation, answered_for(chart.scores, evaluation, Measure::Odi)};
    adopt(stored);
    begin(fields_of(stored), evaluation.seal() ? Begun::Sealed : Begun::Stored);
}

EvaluationFields EvaluationPresenter::fields_of(AnsweredEvaluation const& stored) const
{
    return as_fields(stored.evaluation, stored.score);
}

void EvaluationPresenter::adopt(AnsweredEvaluation const& stored)
{
    version_ = stored.evaluation.version();
    score_version_ = stored.score ? stored.score->version() : 0;
    if (stored.score)
        score_id_ = stored.score->id();
    else
        score_id_ = desk_.make<ScoreId>(); // The one that was taken away is not used again.
    auto const& seal = stored.evaluation.seal();
    state_.sealed = seal.has_value();
    state_.seal = seal ? signed_words(*seal) : std::string{};
}

EvaluationPresenter::Reading EvaluationPresenter::reading() const
{
    return [id = id_](Records const& records) { return stored_evaluation(records, id); };
}

void EvaluationPresenter::derive()
{
    if (!any_answer(state_.fields)) {
        state_.oswestry = "not filled in";
        return;
    }
    auto const result = oswestry_of(state_.fields);
    state_.oswestry = result ? fill("{0} % · {1} · {2} of {3} answered",
                          {shown(result->value), std::string{result->band}, std::to_string(result->answered),
                              std::to_string(result->items)})
                             : result.error().message.english();
}

void EvaluationPresenter::edit(EvaluationFields fields)
{
    if (!state_.sealed)
        RecordForm::edit(std::move(fields));
}

Result<Evaluation::Details> EvaluationPresenter::details() const
{
    auto const& f = state_.fields;
    Date const today = desk_.context().today();
    Faults faults;
    Evaluation::Details result;
    result.kind = f.kind;
    auto const on = parse_typed_date(f.on, today, DateLeaning::Past, "on");
    if (!on)
        faults.add(on.error());
    else if (!*on)
        faults.add("on", tr_noop("An evaluation has its day."));
    result.on = on && *on ? **on : today;
    result.pain = {pain(f.pain_now, "pain.now", faults), pain(f.pain_best, "pain.best", faults),
        pain(f.pain_worst, "pain.worst", faults)};
    result.instrument = f.instrument;
    for (MotionField const& motion : f.motions)
        if (auto const degrees = decimal_number(
                motion.degrees, facts(motion.motion).code, tr_noop("Write the angle in degrees, 0 to 180."), faults))
            result.motions.push_back({motion.motion, *degrees, motion.painful});
    result.history = f.history;
    result.findings = f.findings;
    result.assessment = f.assessment;
    if (any_answer(f))
        if (auto const odi = oswestry_of(f); !odi)
            faults.add(oswestry_field, odi.error().message.text, odi.error().message.arguments);
    if (auto const evaluation = Evaluation::create(id_, patient_, episode_, desk_.actor().user, result, today);
        !evaluation)
        for (Refusal const& fault : each(evaluation.error()))
            faults.add(fault);
    if (!faults.none())
        return refuse(faults.refusal());
    return result;
}

void EvaluationPresenter::keep()
{
    store(Then::Stay);
}
void EvaluationPresenter::sign()
{
    store(Then::Sign);
}

void EvaluationPresenter::store(Then then)
{
    if (then == Then::Sign && once_kept([this] { sign(); }))
        return;
    if (state_.sealed || (then == Then::Stay && idle()))
        return;
    auto wanted = details();
    if (!wanted)
        return complain(wanted.error());
    Faults checked_already;
    Answers given{score_id_, score_version_, Measure::Odi, answers(state_.fields, checked_already)};
    submit([id = id_, episode = episode_, version = version_, details = std::move(*wanted), given = std::move(given),
               then](Records& records, Context const& context) -> Result<AnsweredEvaluation> {
        if (auto const saved = save_evaluation(records, context, id, episode, version, details); !saved)
            return refuse(saved.error());
        if (auto const answered = answer(records, context, id, given); !answered)
            return refuse(answered.error());
        if (then == Then::Sign)
            if (auto const sealed = sign_evaluation(records, context, id, version + 1); !sealed)
                return refuse(sealed.error());
        return stored_evaluation(records, id);
    });
}

} // namespace plumbline::app
