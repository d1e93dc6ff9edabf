// SPDX-License-Identifier: Apache-2.0
// The short evaluation with its Oswestry.
#include "app/cli/Typed.hpp"

#include "app/services/Chart.hpp"

#include <ostream>
#include <sstream>

namespace plumbline::app::cli {

namespace {

struct Arguments {
    std::string id, seen_version, episode, kind, on, pain_now, pain_best, pain_worst,
        instrument = "dual-inclinometer", odi, history, findings, assessment;
    std::vector<std::string> motions;
    bool sign = false;
};

struct Recorded {
    Evaluation::Details details;
    bool kind_given = false;
    std::vector<std::optional<int>> odi;
};

std::optional<PainScore> pain(Typed& typed, std::string const& given, std::string_view field)
{
    auto const points = typed.whole(given, field, tr_noop("Pain is a whole number from 0 to 10."));
    if (!points)
        return std::nullopt;
    return typed.value(PainScore::of(*points, field).map([](PainScore score) { return std::optional{score}; }),
        std::optional<PainScore>{});
}

/// `lumbar-flexion=40`, also without the `lumbar-`; `flexion=40,painful`.
MotionReading motion(Typed& typed, std::string const& given)
{
    constexpr std::string_view field = "--motion", painful = ",painful";
    auto const equals = given.find('=');
    std::string const name = given.substr(0, equals);
    std::string degrees = equals == std::string::npos ? std::string{} : given.substr(equals + 1);
    MotionReading reading;
    if (auto const known = motion_from_code("lumbar-" + name))
        reading.motion = *known;
    else
        reading.motion = typed.value(motion_from_code(name), Motion::LumbarFlexion);
    reading.painful = degrees.ends_with(painful);
    if (reading.painful)
        degrees.resize(degrees.size() - painful.size());
    constexpr std::string_view sentence = tr_noop("Write a motion and its degrees, such as flexion=40.");
    if (degrees.empty())
        typed.faults.add(field, sentence);
    reading.degrees = typed.decimal(degrees, field, sentence).value_or(0);
    return reading;
}

/// Answers with spaces between; - is one that was not given.
std::vector<std::optional<int>> answers(Typed& typed, std::string const& given)
{
    std::vector<std::optional<int>> items;
    std::istringstream words{given};
    for (std::string word; words >> word;)
        items.push_back(word == "-" ? std::nullopt
                                    : typed.whole(word, "oswestry",
                                        tr_noop("Each section of the Oswestry is answered with 0 to 5, or -.")));
    return items;
}

Recorded recorded_from(Arguments const& given, Typed& typed, Date today)
{
    Recorded result;
    Evaluation::Details& details = result.details;
    result.kind_given = !given.kind.empty();
    if (result.kind_given)
        details.kind = typed.value(evaluation_kind_from_code(given.kind), EvaluationKind::Initial);
    details.on = typed.day(given.on, "on").value_or(today);
    details.pain = {pain(typed, given.pain_now, "pain.now"), pain(typed, given.pain_best, "pain.best"),
        pain(typed, given.pain_worst, "pain.worst")};
    details.instrument = typed.value(instrument_from_code(given.instrument), Instrument::Visual);
    for (std::string const& one : given.motions)
        details.motions.push_back(motion(typed, one));
    details.history = typed.text(given.history, "history");
    details.findings = typed.text(given.findings, "findings");
    details.assessment = typed.text(given.assessment, "assessment");
    result.odi = answers(typed, typed.text(given.odi, "oswestry"));
    return result;
}

Json json_of(Records const& records, EvaluationId id)
{
    auto const evaluation = *records.evaluations().find(id);
    auto const& details = evaluation.details();
    Json json{{"id", id_text(id)}, {"version", evaluation.version()}, {"episode_id", id_text(evaluation.episode())},
        {"kind", code(details.kind)}, {"date", to_iso(details.on)},
        {"pain_now", details.pain.now ? Json(details.pain.now->points()) : Json{}}, {"odi", Json{}},
        {"signed", evaluation.seal() ? Json(evaluation.seal()->short_form()) : Json{}}};
    auto const scores = records.scores().of_episode(evaluation.episode());
    if (auto const odi = answered_for(scores, evaluation, Measure::Odi))
        json["odi"] = odi->score().value;
    return json;
}

void tell(std::ostream& out, Json const& json)
{
    out << said(json, "id") << "  " << said(json, "date") << "  " << said(json, "kind");
    if (!json["pain_now"].is_null())
        out << ", pain " << said(json, "pain_now") << " of 10";
    if (!json["odi"].is_null())
        out << ", Oswestry " << shown(json["odi"].get<double>()) << " %";
    out << (json["signed"].is_null() ? ", not signed\n" : ", signed, seal " + said(json, "signed") + '\n');
}

Exit record(Shell& shell, Arguments const& given)
{
    auto const desk = shell.desk();
    if (!desk)
        return shell.refuse_with(desk.error());
    Typed typed{shell};
    auto const episode = typed.id<EpisodeId>(given.episode, "--episode");
    auto const wanted = recorded_from(given, typed, (*desk)->context().today());
    if (auto const fault = typed.refusal())
        return shell.refuse_with(*fault);
    auto const work = [&, id = (*desk)->make<EvaluationId>(), score = (*desk)->make<ScoreId>()](
                          Records& records, Context const& context) -> Result<Json> {
        auto details = wanted.details;
        if (!wanted.kind_given && !records.evaluations().of_episode(episode).empty())
            details.kind = EvaluationKind::ReEvaluation;
        if (auto const saved = save_evaluation(records, context, id, episode, 0, std::move(details)); !saved)
            return refuse(saved.error());
        if (auto const answered = answer(records, context, id, {score, 0, Measure::Odi, wanted.odi}); !answered)
            return refuse(answered.error());
        int const version = records.evaluations().find(id)->version();
        if (given.sign)
            if (auto const sealed = sign_evaluation(records, context, id, version); !sealed)
                return refuse(sealed.error());
        return json_of(records, id);
    };
    return write_and_answer(shell, work, tell);
}

Exit sign(Shell& shell, Arguments const& given)
{
    Typed typed{shell};
    auto const id = typed.id<EvaluationId>(given.id, "ID");
    auto const seen = typed.whole(given.seen_version, "version", not_a_version);
    if (auto const fault = typed.refusal())
        return shell.refuse_with(*fault);
    auto const work = [&](Records& records, Context const& context) -> Result<Json> {
        auto const stored = records.evaluations().find(id);
        int const version = seen.value_or(stored ? stored->version() : 0);
        if (auto const sealed = sign_evaluation(records, context, id, version); !sealed)
            return refuse(sealed.error());
        return json_of(records, id);
    };
    return write_and_answer(shell, work, tell);
}

Exit list(Shell& shell, Arguments const& given)
{
    auto const id = id_from<EpisodeId>(given.episode, "--episode");
    if (!id)
        return shell.refuse_with(id.error());
    auto const work = [&](Records& records, Context const& context) -> Result<Json> {
        auto const chart = chart_of(records, context, *id);
        if (!chart)
            return refuse(chart.error());
        Json rows = Json::array();
        for (Evaluation const& one : chart->evaluations)
            rows.push_back(json_of(records, one.id()));
        return rows;
    };
    return write_and_answer(shell, work, [](std::ostream& out, Json const& rows) {
        for (Json const& row : rows)
            tell(out, row);
    });
}

} // namespace

void add_evaluation_commands(CLI::App& app, Shell& shell, Finish const& finish)
{
    auto const given = std::make_shared<Arguments>();
    auto* const evaluation = app.add_subcommand("evaluation", "Record and sign the short evaluation");
    evaluation->require_subcommand(1);

    auto* const record_command = evaluation->add_subcommand("record", "Record an evaluation of an episode");
    record_command->add_option("--episode", given->episode, "Id of the episode")->required();
    record_command->add_option("--date", given->on, "Day of the evaluation, YYYY-MM-DD; today when left out");
    record_command->add_option(
        "--kind", given->kind, "initial or re-evaluation; initial when the episode has none yet, if left out");
    record_command->add_option("--pain-now", given->pain_now, "Pain now, 0 to 10");
    record_command->add_option("--pain-best", given->pain_best, "Least pain of the last 24 hours, 0 to 10");
    record_command->add_option("--pain-worst", given->pain_worst, "Worst pain of the last 24 hours, 0 to 10");
    record_command->add_option("--instrument", given->instrument, "What the motion was measured with")
        ->capture_default_str();
    record_command->add_option("--motion", given->motions, "MOTION=DEGREES, such as flexion=40 or flexion=40,painful");
    record_command->add_option("--odi", given->odi, "The ten answers of the Oswestry in one text; - for none");
    record_command->add_option("--history", given->history, "History; @FILE or - too");
    record_command->add_option("--findings", given->findings, "Findings; @FILE or - too");
    record_command->add_option("--assessment", given->assessment, "Assessment; @FILE or - too");
    record_command->add_flag("--sign", given->sign, "Sign it at once");
    record_command->callback([&shell, finish, given] { finish(record(shell, *given)); });

    auto* const list_command = evaluation->add_subcommand("list", "An episode's evaluations, oldest first");
    list_command->add_option("--episode", given->episode, "Id of the episode")->required();
    list_command->callback([&shell, finish, given] { finish(list(shell, *given)); });

    auto* const sign_command = evaluation->add_subcommand("sign", "Sign an evaluation");
    sign_command->add_option("ID", given->id, "Id of the evaluation")->required();
    sign_command->add_option("--if-version", given->seen_version, "Only when nobody changed it since this version");
    sign_command->callback([&shell, finish, given] { finish(sign(shell, *given)); });
}

} // namespace plumbline::app::cli
