// SPDX-License-Identifier: Apache-2.0
#include "app/services/NoteDraft.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <charconv>
#include <utility>

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

void add_all(Faults& faults, Refusal refusal)
{
    auto const others = std::exchange(refusal.others, {});
    faults.add(std::move(refusal));
    for (Refusal const& other : others)
        faults.add(other);
}

/// The one of two that changed; mine when both did.
template <class Value>
Value const& on_top(Value const& before, Value const& mine, Value const& theirs)
{
    return mine == before ? theirs : mine;
}

NoteDraft::Row const* find_row(NoteDraft const& draft, InterventionId id)
{
    auto const found = std::ranges::find(draft.rows, id, &NoteDraft::Row::id);
    return found == draft.rows.end() ? nullptr : &*found;
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

json draft_json(NoteDraft const& draft)
{
    json rows = json::array();
    for (auto const& row : draft.rows)
        rows.push_back(row_json(row));
    return {{"pain_now", draft.pain_now}, {"pain_worst", draft.pain_worst}, {"subjective", draft.subjective},
        {"objective", draft.objective}, {"assessment", draft.assessment}, {"plan", draft.plan},
        {"trend", code(draft.trend)}, {"rows", std::move(rows)}, {"tied", draft.tied_code}};
}

Result<NoteDraft> unreadable()
{
    return refuse(Refusal::Reason::Invalid, "draft", tr_noop("The draft was written by another version."));
}

Result<NoteDraft> draft_from(json const& from)
{
    auto const trend = trend_from_code(from.at("trend").get<std::string>());
    if (!trend)
        return unreadable();
    NoteDraft draft{from.at("pain_now"), from.at("pain_worst"), from.at("subjective"), from.at("objective"),
        from.at("assessment"), from.at("plan"), *trend, {}, from.value("tied", std::string{})};
    for (json const& row : from.at("rows")) {
        auto taken = row_from(row);
        if (!taken)
            return refuse(taken.error());
        draft.rows.push_back(std::move(*taken));
    }
    return draft;
}

} // namespace

NoteDraft draft_of(Visit const& visit)
{
    auto const& note = visit.details().note;
    NoteDraft draft{pain_text(note.pain_now), pain_text(note.pain_worst), note.subjective, note.objective,
        note.assessment, note.plan, note.trend, {}, visit.details().tied_code};
    for (Intervention const& row : visit.details().interventions) {
        int const minutes = row.details().minutes;
        draft.rows.push_back({row.id(), row.details(), minutes == 0 ? std::string{} : std::to_string(minutes), false});
    }
    return draft;
}

Result<Intervention> meaning_of(NoteDraft::Row const& row)
{
    auto const minutes = row.minutes.empty() ? std::optional{0} : whole_number(row.minutes);
    if (!minutes || *minutes < 0 || *minutes > longest_minutes)
        return refuse(Refusal::Reason::Invalid, "minutes", tr_noop("{0}: minutes are a whole number from 0 to 240."),
            {row.details.name});
    auto with_minutes = row.details;
    with_minutes.minutes = *minutes;
    return Intervention::create(row.id, std::move(with_minutes));
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
        if (auto const intervention = meaning_of(row))
            details.interventions.push_back(*intervention);
        else
            add_all(faults, intervention.error());
    }
    details.tied_code = draft.tied_code;
    if (!faults.none())
        return refuse(faults.refusal());
    return details;
}

NoteDraft merged(NoteDraft const& before, NoteDraft const& mine, NoteDraft const& theirs)
{
    NoteDraft all;
    for (auto const text : {&NoteDraft::pain_now, &NoteDraft::pain_worst, &NoteDraft::subjective, &NoteDraft::objective,
             &NoteDraft::assessment, &NoteDraft::plan, &NoteDraft::tied_code})
        all.*text = on_top(before.*text, mine.*text, theirs.*text);
    all.trend = on_top(before.trend, mine.trend, theirs.trend);
    for (NoteDraft::Row const& row : theirs.rows) {
        NoteDraft::Row const* const was = find_row(before, row.id);
        NoteDraft::Row const* const is = find_row(mine, row.id);
        if (was && is)
            all.rows.push_back(on_top(*was, *is, row));
        else if (is || !was || row != *was)
            all.rows.push_back(is ? *is : row);
    }
    for (NoteDraft::Row const& row : mine.rows) {
        NoteDraft::Row const* const was = find_row(before, row.id);
        if (!find_row(theirs, row.id) && (!was || row != *was))
            all.rows.push_back(row);
    }
    return all;
}

std::string words_not_in(NoteDraft const& kept, NoteDraft const& mine)
{
    struct Part {
        std::string_view name;
        std::string NoteDraft::*text;
    };
    std::string words;
    auto const say = [&](std::string_view name, std::string_view text) {
        words.append(words.empty() ? "" : "\n").append(name).append(": ").append(text);
    };
    for (Part const& part : {Part{"Pain now", &NoteDraft::pain_now}, {"Worst pain", &NoteDraft::pain_worst},
             {"Subjective", &NoteDraft::subjective}, {"Objective", &NoteDraft::objective},
             {"Assessment", &NoteDraft::assessment}, {"Next time", &NoteDraft::plan}})
        if (!(mine.*part.text).empty() && mine.*part.text != kept.*part.text)
            say(part.name, mine.*part.text);
    for (NoteDraft::Row const& row : mine.rows) {
        NoteDraft::Row const* const there = find_row(kept, row.id);
        bool const done = row.details.state == RowState::Confirmed && !row.refused;
        if (!done || (there && there->details == row.details && there->minutes == row.minutes))
            continue;
        std::string text = in_words(row.details.modality, row.details.dose);
        for (std::string const& part :
            {row.minutes.empty() ? std::string{} : row.minutes + " min", row.details.response})
            if (!part.empty())
                text.append(text.empty() ? "" : ", ").append(part);
        say(row.details.name, text);
    }
    return words;
}

std::string to_text(NoteDraft const& draft, NoteDraft const* before)
{
    json all = draft_json(draft);
    all["version"] = draft_version;
    if (before)
        all["before"] = draft_json(*before);
    return all.dump(-1, ' ', false, json::error_handler_t::replace);
}

Result<NoteDraft> draft_from_text(std::string_view text)
{
    try {
        json const all = json::parse(text);
        return all.at("version") == draft_version ? draft_from(all) : unreadable();
    } catch (json::exception const&) {
        return unreadable();
    }
}

std::optional<NoteDraft> before_from_text(std::string_view text)
{
    try {
        auto const all = json::parse(text);
        auto before = all.contains("before") ? draft_from(all.at("before")) : unreadable();
        return before ? std::optional{*std::move(before)} : std::nullopt;
    } catch (json::exception const&) {
        return std::nullopt;
    }
}

} // namespace plumbline::app
