// SPDX-License-Identifier: Apache-2.0
#include "app/presenters/EvaluationPresenter.hpp"

#include "app/presenters/DateEntry.hpp"
#include "app/presenters/Faults.hpp"

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

std::vector<std::optional<int>> answers(EvaluationFields const& fields, Faults& faults)
{
    std::vector<std::optional<int>> items;
    for (std::string const& text : fields.oswestry)
        items.push_back(
            whole_number(text, "oswestry", tr_noop("Each section of the Oswestry is answered with 0 to 5."), faults));
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

} // namespace

EvaluationPresenter::EvaluationPresenter(Desk& desk, Chart const& chart)
    : desk_{desk}
    , patient_{chart.patient.id()}
    , episode_{chart.episode->id()}
    , id_{desk.make<EvaluationId>()}
    , score_id_{desk.make<ScoreId>()}
{
    state_.fields.kind = chart.evaluations.empty() ? EvaluationKind::Initial : EvaluationKind::ReEvaluation;
    state_.fields.on = to_iso(desk.context().today());
    state_.fields.motions = motion_fields({});
    derive();
}

EvaluationPresenter::EvaluationPresenter(Desk& desk, Chart const& chart, Evaluation const& evaluation)
    : desk_{desk}
    , patient_{chart.patient.id()}
    , episode_{evaluation.episode()}
    , id_{evaluation.id()}
    , score_id_{desk.make<ScoreId>()}
    , version_{evaluation.version()}
{
    auto const& d = evaluation.details();
    auto& f = state_.fields;
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
    for (OutcomeScore const& score : chart.scores)
        if (score.score().measure == Measure::Odi && score.on() == d.on && score.items().size() == f.oswestry.size()) {
            for (std::size_t i = 0; i < f.oswestry.size(); ++i)
                f.oswestry[i] = score.items()[i] ? std::to_string(*score.items()[i]) : std::string{};
            scored_ = true;
        }
    if (auto const& seal = evaluation.seal()) {
        state_.sealed = true;
        state_.seal = fill(
            "Signed by {0}, {1} UTC, seal {2}", {seal->signature, to_iso(seal->at).substr(0, 16), seal->short_form()});
    }
    derive();
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
    if (state_.sealed || fields == state_.fields)
        return;
    state_.fields = std::move(fields);
    state_.changed = true;
    derive();
    changed();
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
    result.pain = {pain(f.pain_now, "pain_now", faults), pain(f.pain_best, "pain_best", faults),
        pain(f.pain_worst, "pain_worst", faults)};
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
            faults.add("oswestry", odi.error().message.text, odi.error().message.arguments);
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
    if (state_.busy || state_.sealed)
        return;
    auto wanted = details();
    if (!wanted) {
        state_.complaints = each(wanted.error());
        changed();
        return;
    }
    state_.busy = true;
    state_.complaints.clear();
    changed();
    bool const with_score = any_answer(state_.fields) && !scored_;
    Faults checked_already;
    auto items = answers(state_.fields, checked_already);
    desk_.write(
        alive_,
        [id = id_, score_id = score_id_, episode = episode_, version = version_, details = std::move(*wanted),
            with_score, items = std::move(items), then](Records& records, Context const& context) -> Result<int> {
            if (auto const saved = save_evaluation(records, context, id, episode, version, details); !saved)
                return refuse(saved.error());
            if (with_score)
                if (auto const scored =
                        record_score(records, context, score_id, episode, details.on, Measure::Odi, items);
                    !scored)
                    return refuse(scored.error());
            int const kept_version = version + 1;
            if (then == Then::Stay)
                return kept_version;
            if (auto const sealed = sign_evaluation(records, context, id, kept_version); !sealed)
                return refuse(sealed.error());
            return kept_version + 1;
        },
        [this, then, with_score](Result<int> version) {
            state_.busy = false;
            if (!version) {
                state_.complaints = each(version.error());
                changed();
                return;
            }
            version_ = *version;
            scored_ = scored_ || with_score;
            state_.changed = false;
            state_.sealed = then == Then::Sign;
            state_.saved = "saved " + to_clock(desk_.context().clock->local_now());
            changed();
            kept();
        });
}

} // namespace plumbline::app
