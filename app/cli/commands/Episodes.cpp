// SPDX-License-Identifier: Apache-2.0
// Episodes of care and the diagnoses they treat.
#include "app/cli/Typed.hpp"

#include "app/services/Chart.hpp"
#include "domain/clinical/Diagnosis.hpp"

#include <ostream>

namespace plumbline::app::cli {

namespace {

struct Arguments {
    std::string patient, title, complaint, region = "low-back", side, onset, mechanism = "unknown", started, referrer;
    bool onset_approximate = false;
    std::vector<std::string> diagnoses;
};

Json json_of(Episode const& episode)
{
    auto const& details = episode.details();
    return {{"id", id_text(episode.id())}, {"version", episode.version()}, {"title", details.title},
        {"region", code(details.region)}, {"side", code(details.side)},
        {"onset", details.onset ? Json(to_iso(*details.onset)) : Json{}}, {"started", to_iso(details.started)},
        {"status", code(details.status)}, {"diagnoses", details.diagnoses}};
}

void tell(std::ostream& out, Json const& json)
{
    out << said(json, "id") << "  " << said(json, "started") << "  " << said(json, "title") << ", "
        << said(json, "status");
    for (Json const& diagnosis : json["diagnoses"])
        out << ", " << diagnosis.get<std::string>();
    out << '\n';
}

Episode::Details details_from(Arguments const& given, Typed& typed, Date today)
{
    Episode::Details details;
    details.title = typed.text(given.title, "title");
    details.complaint = typed.text(given.complaint, "complaint");
    details.region = typed.value(region_from_code(given.region), Region::Other);
    details.side = typed.value(side_from_code(given.side), Side::None);
    details.onset = typed.day(given.onset, "onset");
    details.onset_approximate = given.onset_approximate;
    details.mechanism = typed.value(mechanism_from_code(given.mechanism), Mechanism::Unknown);
    details.diagnoses = given.diagnoses;
    if (!given.referrer.empty())
        details.referred_by = typed.id<ReferringProviderId>(given.referrer, "referred_by");
    details.started = typed.day(given.started, "started").value_or(today);
    return details;
}

Exit start(Shell& shell, Arguments const& given)
{
    auto const desk = shell.desk();
    if (!desk)
        return shell.refuse_with(desk.error());
    Typed typed{shell};
    auto const patient = typed.id<PatientId>(given.patient, "--patient");
    auto const details = details_from(given, typed, (*desk)->context().today());
    if (auto const fault = typed.refusal())
        return shell.refuse_with(*fault);
    return write_and_answer(
        shell,
        [&, id = (*desk)->make<EpisodeId>()](Records& records, Context const& context) -> Result<Json> {
            if (auto const done = start_episode(records, context, id, patient, details); !done)
                return refuse(done.error());
            auto const episode = *records.episodes().find(id);
            Json json = json_of(episode);
            json["warnings"] = Json::array();
            for (Message const& pair : excluded_pairs(episode.details().diagnoses))
                json["warnings"].push_back(pair.english());
            return json;
        },
        [](std::ostream& out, Json const& json) {
            tell(out, json);
            for (Json const& warning : json["warnings"])
                out << "  " << warning.get<std::string>() << '\n';
        });
}

Exit list(Shell& shell, Arguments const& given)
{
    auto const patient = id_from<PatientId>(given.patient, "--patient");
    if (!patient)
        return shell.refuse_with(patient.error());
    return write_and_answer(
        shell,
        [&](Records& records, Context const& context) -> Result<Json> {
            auto const chart = open_chart(records, context, *patient);
            if (!chart)
                return refuse(chart.error());
            if (auto const noted = note_chart_read(records, context, *patient); !noted)
                return refuse(noted.error());
            Json rows = Json::array();
            for (Episode const& episode : chart->episodes) {
                rows.push_back(json_of(episode));
                rows.back()["visits"] = records.visits().rows_of_episode(episode.id()).size();
            }
            return rows;
        },
        [](std::ostream& out, Json const& rows) {
            for (Json const& row : rows)
                tell(out, row);
        });
}

Exit find(Shell& shell, std::vector<std::string> const& words, std::string const& day, int limit)
{
    std::string text;
    for (std::string const& word : words)
        text.append(word).append(" ");
    Typed typed{shell};
    auto const on = typed.day(day, "date").value_or(shell.clock.today());
    if (auto const fault = typed.refusal())
        return shell.refuse_with(*fault);
    Json rows = Json::array();
    for (DiagnosisCode const& found : find_diagnoses(text, on, static_cast<std::size_t>(limit)))
        rows.push_back({{"code", found.code}, {"title", found.title}, {"group", found.group}});
    shell.answer(rows, [&](std::ostream& out) {
        for (Json const& row : rows)
            out << said(row, "code") << "  " << said(row, "title") << '\n';
    });
    return Exit::Ok;
}

void add_diagnosis_command(CLI::App& app, Shell& shell, Finish const& finish)
{
    struct Search {
        std::vector<std::string> words;
        std::string day;
        int limit = 12;
    };
    auto const given = std::make_shared<Search>();
    auto* const diagnosis = app.add_subcommand("diagnosis", "ICD-10-CM codes that this program knows");
    diagnosis->require_subcommand(1);
    auto* const command = diagnosis->add_subcommand("find", "Codes by the beginnings of their words");
    command->add_option("TEXT", given->words, "Beginnings of words, or of a code")->required();
    command->add_option("--date", given->day, "Valid on this day, YYYY-MM-DD; today when left out");
    command->add_option("--limit", given->limit, "At most so many")->check(CLI::Range(1, 1000))->capture_default_str();
    command->callback([&shell, finish, given] { finish(find(shell, given->words, given->day, given->limit)); });
}

} // namespace

void add_episode_commands(CLI::App& app, Shell& shell, Finish const& finish)
{
    auto const given = std::make_shared<Arguments>();
    auto* const episode = app.add_subcommand("episode", "Start and list episodes of care");
    episode->require_subcommand(1);

    auto* const start_command = episode->add_subcommand("start", "Start an episode with its diagnoses");
    start_command->add_option("--patient", given->patient, "Id of the patient")->required();
    start_command->add_option("--title", given->title, "The complaint in a few words; @FILE or - too")->required();
    start_command->add_option("--complaint", given->complaint, "In the patient's words; @FILE or - too");
    start_command->add_option("--region", given->region, "Region code, such as low-back or neck")
        ->capture_default_str();
    start_command->add_option("--side", given->side, "left, right or both; none when left out");
    start_command->add_option("--onset", given->onset, "Day the complaint began, YYYY-MM-DD");
    start_command->add_flag("--onset-approximate", given->onset_approximate, "About that day");
    start_command->add_option("--mechanism", given->mechanism, "What brought it on, such as lifting or fall")
        ->capture_default_str();
    start_command->add_option("--diagnosis", given->diagnoses, "ICD-10-CM codes, the treating diagnosis first");
    start_command->add_option("--referred-by", given->referrer, "Id of the referring provider");
    start_command->add_option("--date", given->started, "First day of care, YYYY-MM-DD; today when left out");
    start_command->callback([&shell, finish, given] { finish(start(shell, *given)); });

    auto* const list_command = episode->add_subcommand("list", "A patient's episodes, newest first");
    list_command->add_option("--patient", given->patient, "Id of the patient")->required();
    list_command->callback([&shell, finish, given] { finish(list(shell, *given)); });
    add_diagnosis_command(app, shell, finish);
}

} // namespace plumbline::app::cli
