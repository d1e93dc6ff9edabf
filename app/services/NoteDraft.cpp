// SPDX-License-Identifier: Apache-2.0
#include "app/services/NoteDraft.hpp"

#include <nlohmann/json.hpp>

#include <charconv>

namespace plumbline::app {

namespace {

using nlohmann::json;

constexpr int draft_version = 1;
constexpr int longest_minutes = 240; // Four hours with one intervention is a typing error.

std::optional<int> whole_number(std::string_view text)
{
    int value = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || error != std::errc{} || end != text.data() + text.size())
        return std::nullopt;
    return value;
}

std::optional<PainScore> pain(std::string const& text, std::string_view field, Faults& faults)
{
    if (text.empty())
        return std::nullopt;
    auto const number = whole_number(text);
    if (!number) {
        faults.add(field, tr_noop("Pain is a whole number from 0 to 10."));
        return std::nullopt;
    }
    auto const score = PainScore::of(*number, field);
    if (!score) {
        faults.add(score.error());
        return std::nullopt;
    }
    return *score;
}

std::string pain_text(std::optional<PainScore> const& score)
{
    return score ? std::to_string(score->points()) : std::string{};
}

json row_json(NoteDraft::Row const& row)
{
    auto const& d = row.details;
    return {{"id", row.id.value()}, {"modality", code(d.modality)}, {"name", d.name}, {"exercise", d.exercise_id},
        {"region", code(d.region)}, {"side", code(d.side)}, {"dose", d.dose.canonical()}, {"minutes", row.minutes},
        {"code", d.service_code}, {"timed", d.timed}, {"provider", d.provider.value()}, {"state", code(d.state)},
        {"home", d.at_home}, {"response", d.response}, {"override", d.override_reason}, {"refused", row.refused}};
}

Result<NoteDraft::Row> row_from(json const& from)
{
    auto const modality = modality_from_code(from.at("modality").get<std::string>());
    auto const region = region_from_code(from.at("region").get<std::string>());
    auto const side = side_from_code(from.at("side").get<std::string>());
    auto const state = row_state_from_code(from.at("state").get<std::string>());
    if (!modality || !region || !side || !state)
        return refuse(Refusal::Reason::Invalid, "draft", tr_noop("The draft was written by another version."));
    auto dose = Dose::parse(*modality, from.at("dose").get<std::string>());
    if (!dose)
        return refuse(dose.error());
    NoteDraft::Row row;
    row.id = InterventionId{from.at("id").get<std::int64_t>()};
    row.details = {.modality = *modality,
        .name = from.at("name"),
        .exercise_id = from.at("exercise"),
        .region = *region,
        .side = *side,
        .dose = std::move(*dose),
        .minutes = 0,
        .service_code = from.at("code"),
        .timed = from.at("timed"),
        .provider = UserId{from.at("provider").get<std::int64_t>()},
        .state = *state,
        .at_home = from.at("home"),
        .response = from.at("response"),
        .override_reason = from.at("override")};
    row.minutes = from.at("minutes");
    row.refused = from.at("refused");
    return row;
}

} // namespace

NoteDraft draft_of(Visit const& visit)
{
    auto const& note = visit.details().note;
    NoteDraft draft{pain_text(note.pain_now), pain_text(note.pain_worst), note.subjective, note.objective,
        note.assessment, note.plan, note.trend, {}};
    for (Intervention const& row : visit.details().interventions) {
        int const minutes = row.details().minutes;
        draft.rows.push_back({row.id(), row.details(), minutes == 0 ? std::string{} : std::to_string(minutes), false});
    }
    return draft;
}

Result<Visit::Details> note_of(NoteDraft const& draft, Visit const& visit)
{
    Faults faults;
    Visit::Details details = visit.details();
    details.note = {pain(draft.pain_now, "pain_now", faults), pain(draft.pain_worst, "pain_worst", faults), draft.trend,
        draft.subjective, draft.objective, draft.assessment, draft.plan};
    details.interventions.clear();
    for (NoteDraft::Row const& row : draft.rows) {
        if (row.refused)
            continue;
        auto const minutes = row.minutes.empty() ? std::optional{0} : whole_number(row.minutes);
        if (!minutes || *minutes < 0 || *minutes > longest_minutes) {
            faults.add("minutes", tr_noop("{0}: minutes are a whole number from 0 to 240."), {row.details.name});
            continue;
        }
        auto with_minutes = row.details;
        with_minutes.minutes = *minutes;
        auto const intervention = Intervention::create(row.id, std::move(with_minutes));
        if (intervention)
            details.interventions.push_back(*intervention);
        else
            faults.add(intervention.error());
    }
    if (!faults.none())
        return refuse(faults.refusal());
    return details;
}

std::string to_text(NoteDraft const& draft)
{
    json rows = json::array();
    for (auto const& row : draft.rows)
        rows.push_back(row_json(row));
    json const all{{"version", draft_version}, {"pain_now", draft.pain_now}, {"pain_worst", draft.pain_worst},
        {"subjective", draft.subjective}, {"objective", draft.objective}, {"assessment", draft.assessment},
        {"plan", draft.plan}, {"trend", code(draft.trend)}, {"rows", std::move(rows)}};
    return all.dump(-1, ' ', false, json::error_handler_t::replace);
}

Result<NoteDraft> draft_from_text(std::string_view text)
{
    auto const unreadable =
        refuse(Refusal::Reason::Invalid, "draft", tr_noop("The draft was written by another version."));
    try {
        json const all = json::parse(text);
        auto const trend = trend_from_code(all.at("trend").get<std::string>());
        if (all.at("version") != draft_version || !trend)
            return unreadable;
        NoteDraft draft{all.at("pain_now"), all.at("pain_worst"), all.at("subjective"), all.at("objective"),
            all.at("assessment"), all.at("plan"), *trend, {}};
        for (json const& row : all.at("rows")) {
            auto taken = row_from(row);
            if (!taken)
                return refuse(taken.error());
            draft.rows.push_back(std::move(*taken));
        }
        return draft;
    } catch (json::exception const&) {
        return unreadable;
    }
}

} // namespace plumbline::app
