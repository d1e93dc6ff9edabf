// SPDX-License-Identifier: Apache-2.0
#include "app/cli/NoteRows.hpp"

#include "app/services/FeeSchedule.hpp"
#include "domain/clinical/Contraindications.hpp"
#include "domain/clinical/Exercise.hpp"
#include "domain/core/Text.hpp"

#include <algorithm>
#include <array>
#include <ostream>

namespace plumbline::app::cli {

namespace {

constexpr std::string_view option = "--row";
constexpr std::array<std::string_view, 9> row_keys{
    "minutes", "code", "timed", "region", "side", "name", "exercise", "home", "response"};
constexpr std::string_view yes = "yes", no = "no";

std::string yes_or_no(Entry const& entry, std::string_view key, Typed& typed)
{
    std::string said = entry.value(key);
    if (!said.empty() && said != yes && said != no)
        typed.faults.add(option, tr_noop("“{0}” is yes or no."), {std::string{key}});
    return said;
}

/// `ice-pack` and `Ice pack` are the choice `ice pack`.
std::string plain(std::string_view choice)
{
    std::string text = ascii_lower(choice);
    std::ranges::replace(text, ' ', '-');
    return text;
}

/// A choice that is not there becomes one past the last, so that the domain says which there are.
double position(DoseSpec const& spec, std::string_view said)
{
    auto const found = std::ranges::find(spec.choices, plain(said), plain);
    return static_cast<double>(found - spec.choices.begin());
}

Dose dose_from(Entry const& entry, Modality modality, Typed& typed)
{
    std::vector<Dose::Value> values;
    for (DoseSpec const& spec : dose_specs(modality)) {
        auto const said = entry.value(spec.code);
        if (said.empty())
            continue;
        if (!spec.choices.empty())
            values.emplace_back(spec.key, position(spec, said));
        else if (auto const number = typed.decimal(said, spec.code, tr_noop("Write a number.")))
            values.emplace_back(spec.key, *number);
    }
    return values.empty() ? Dose{} : typed.value(Dose::of(modality, std::move(values)), {});
}

std::vector<std::string_view> keys_of(Modality modality)
{
    std::vector<std::string_view> keys{row_keys.begin(), row_keys.end()};
    for (DoseSpec const& spec : dose_specs(modality))
        keys.push_back(spec.code);
    return keys;
}

std::string login_of(Records const& records, UserId id)
{
    auto const user = records.users().find(id);
    return user ? user->details().login : std::string{};
}

Json or_null(std::optional<PainScore> pain)
{
    return pain ? Json(pain->points()) : Json{};
}

/// What the window says beside the row: doses outside what is usual, and conditions that speak against it.
Json cautions_of(Intervention::Details const& row, OpenNote const& note)
{
    Json all = Json::array();
    for (Message const& caution : cautions(row.modality, row.dose, row.minutes))
        all.push_back(caution.english());
    for (auto const& reason : check_treatment(note.conditions, row.modality, row.region).reasons)
        all.push_back(reason.message.english());
    return all;
}

Json row_json(Intervention const& one, OpenNote const& note)
{
    auto const& row = one.details();
    return {{"id", id_text(one.id())}, {"state", code(row.state)}, {"modality", code(row.modality)}, {"name", row.name},
        {"exercise", row.exercise_id}, {"region", code(row.region)}, {"side", code(row.side)},
        {"dose", in_words(row.modality, row.dose)}, {"minutes", row.minutes}, {"code", row.service_code},
        {"timed", row.timed}, {"home", row.at_home}, {"response", row.response},
        {"override_reason", row.override_reason}, {"cautions", cautions_of(row, note)}};
}

/// As `units` prints them.
void add_units(Json& json, OpenNote const& note)
{
    auto const units = timed_units(note.unit_rule, note.visit.timed_minutes());
    json["minutes"] = note.visit.total_minutes();
    json["rule"] = code(note.unit_rule);
    json["total_minutes"] = units ? units->total_minutes : 0;
    json["total_units"] = units ? units->total_units : 0;
    json["tie"] = units && units->tie;
    json["lines"] = Json::array();
    if (units)
        for (TimedLine const& line : units->lines)
            json["lines"].push_back({{"code", line.code}, {"minutes", line.minutes}, {"units", line.units}});
}

Json signature_json(Seal const& seal, bool holds)
{
    return {{"by", seal.signature}, {"at", to_iso(seal.at)}, {"seal", seal.short_form()}, {"holds", holds}};
}

void tell_row(std::ostream& out, Json const& row)
{
    out << "  " << (row["state"] == "carried" ? "(last visit) " : "") << said(row, "name");
    for (char const* const part : {"dose", "code", "response"})
        if (auto const text = said(row, part); !text.empty())
            out << ", " << text;
    out << ", " << said(row, "minutes") << " min\n";
    if (auto const reason = said(row, "override_reason"); !reason.empty())
        out << "    given all the same: " << reason << '\n';
    for (Json const& caution : row["cautions"])
        out << "    " << caution.get<std::string>() << '\n';
}

} // namespace

TypedRow row_from(std::string const& text, Typed& typed)
{
    Entry const entry = typed.value(entry_from(text, option), {});
    TypedRow result;
    auto const modality = modality_from_code(entry.words);
    if (!modality) {
        typed.faults.add(modality.error());
        return result;
    }
    check_keys(typed.faults, entry, keys_of(*modality), option);
    auto& details = result.row.details;
    details.modality = *modality;
    details.exercise_id = entry.value("exercise");
    details.name = entry.value("name");
    if (Exercise const* const exercise = find_exercise(details.exercise_id); exercise && details.name.empty())
        details.name = exercise->name;
    if (auto const region = entry.value("region"); !region.empty()) {
        details.region = typed.value(region_from_code(region), Region::Other);
        result.region_given = true;
    }
    if (auto const side = entry.value("side"); !side.empty()) {
        details.side = typed.value(side_from_code(side), Side::None);
        result.side_given = true;
    }
    details.dose = dose_from(entry, *modality, typed);
    details.service_code = entry.value("code");
    details.response = entry.value("response");
    details.at_home = yes_or_no(entry, "home", typed) == yes;
    result.timed = yes_or_no(entry, "timed", typed);
    result.row.minutes = entry.value("minutes");
    return result;
}

NoteDraft::Row completed(
    TypedRow typed, std::vector<ServiceCode> const& fee_schedule, Episode const& episode, UserId provider)
{
    auto& details = typed.row.details;
    details.provider = provider;
    if (!typed.region_given)
        details.region = episode.details().region;
    if (!typed.side_given)
        details.side = episode.details().side;
    take_service_code(details, fee_schedule);
    if (!typed.timed.empty())
        details.timed = typed.timed == yes;
    return std::move(typed.row);
}

Json visit_json(Records const& records, OpenNote const& note)
{
    Visit const& visit = note.visit;
    VisitNote const& words = visit.details().note;
    Json json{{"id", id_text(visit.id())}, {"version", visit.version()}, {"patient_id", id_text(visit.patient())},
        {"episode_id", id_text(visit.episode())}, {"start", to_iso(visit.details().start)},
        {"provider", login_of(records, visit.details().provider)}, {"pain_now", or_null(words.pain_now)},
        {"pain_worst", or_null(words.pain_worst)}, {"trend", code(words.trend)}, {"subjective", words.subjective},
        {"objective", words.objective}, {"assessment", words.assessment}, {"plan", words.plan},
        {"rows", Json::array()}};
    for (Intervention const& row : visit.details().interventions)
        json["rows"].push_back(row_json(row, note));
    add_units(json, note);
    json["signed"] = visit.seal() ? signature_json(*visit.seal(), seal_holds(records, visit)) : Json{};
    json["addenda"] = Json::array();
    for (Addendum const& addendum : visit.addenda())
        json["addenda"].push_back(
            {{"text", addendum.text}, {"by", addendum.seal.signature}, {"at", to_iso(addendum.seal.at)}});
    return json;
}

void tell_visit(std::ostream& out, Json const& visit)
{
    out << said(visit, "id") << "  " << said(visit, "start") << "  " << said(visit, "provider");
    if (!visit["pain_now"].is_null())
        out << ", pain " << said(visit, "pain_now") << " of 10";
    out << '\n';
    for (char const* const part : {"subjective", "objective", "assessment", "plan"})
        if (auto const text = said(visit, part); !text.empty())
            out << part << ": " << text << '\n';
    for (Json const& row : visit["rows"])
        tell_row(out, row);
    out << said(visit, "minutes") << " min, " << said(visit, "total_units")
        << (visit["total_units"] == 1 ? " timed unit by " : " timed units by ") << said(visit, "rule")
        << (visit["tie"].get<bool>() ? " (tie: another allocation is as right)\n" : "\n");
    Json const& seal = visit["signed"];
    if (seal.is_null())
        out << "not signed\n";
    else
        out << "signed by " << said(seal, "by") << ", " << said(seal, "at") << ", seal " << said(seal, "seal")
            << (seal["holds"].get<bool>() ? "\n" : ": THE SEAL DOES NOT HOLD, the text was changed\n");
    for (Json const& addendum : visit["addenda"])
        out << "addendum by " << said(addendum, "by") << ", " << said(addendum, "at") << ": " << said(addendum, "text")
            << '\n';
}

} // namespace plumbline::app::cli
