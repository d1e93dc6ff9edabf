// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/RawNote.hpp"

namespace plumbline::bench {
namespace {

using Cell = NoteRows::Cell;
using Row = NoteRows::Row;

Cell text(std::string_view words)
{
    return std::string{words};
}

Cell number(std::int64_t value)
{
    return value;
}

Cell points(std::optional<PainScore> pain)
{
    return pain ? number(pain->points()) : Cell{};
}

Row row_of(Visit const& visit)
{
    auto const& details = visit.details();
    auto const& note = details.note;
    return {number(visit.id().value()), number(visit.patient().value()), number(visit.episode().value()),
        text(to_iso(details.start)), number(details.provider.value()), {}, points(note.pain_now),
        points(note.pain_worst), text(code(note.trend)), text(note.subjective), text(note.objective),
        text(note.assessment), text(note.plan), number(visit.total_minutes())};
}

Row row_of(Intervention const& intervention, VisitId visit, std::int64_t position)
{
    auto const& details = intervention.details();
    return {number(intervention.id().value()), number(visit.value()), number(position), text(code(details.modality)),
        text(details.name), text(details.exercise_id), text(code(details.region)), text(code(details.side)),
        text(details.dose.canonical()), number(details.minutes), text(details.service_code),
        number(details.timed ? 1 : 0), number(details.provider.value()), text(code(details.state)),
        number(details.at_home ? 1 : 0), text(details.response), text(details.override_reason)};
}

Row row_of(OutcomeScore const& score)
{
    // Scores of one item, as this goal saves them.
    return {number(score.id().value()), number(score.patient().value()), number(score.episode().value()),
        text(to_iso(score.on())), text(facts(score.score().measure).code),
        text(std::to_string(score.items().front().value_or(0))), number(score.author().value())};
}

Row row_of(AuditEntry const& entry, std::int64_t seq, std::string const& mac)
{
    return {number(seq), text(to_iso(entry.at)), entry.user ? number(entry.user->value()) : Cell{}, text(entry.login),
        text(code(entry.event)), text(entry.entity), number(entry.entity_id),
        entry.patient ? number(entry.patient->value()) : Cell{}, text(entry.detail), text(entry.program_version),
        text(mac)};
}

void insert(RawStatement& statement, Row const& row)
{
    for (std::size_t i = 0; i < row.size(); ++i) {
        int const at = static_cast<int>(i) + 1;
        if (auto const* const words = std::get_if<std::string>(&row[i]))
            statement.bind(at, std::string_view{*words});
        else if (auto const* const value = std::get_if<std::int64_t>(&row[i]))
            statement.bind(at, *value);
        else
            statement.bind_null(at);
    }
    statement.run();
}

} // namespace

NoteRows rows_of(NoteToSave const& note, std::int64_t seq, std::string const& mac)
{
    NoteRows rows;
    rows.visit = row_of(note.visit);
    for (Intervention const& intervention : note.visit.details().interventions)
        rows.interventions.push_back(row_of(intervention, note.visit.id(), std::ssize(rows.interventions)));
    for (OutcomeScore const& score : note.scores)
        rows.scores.push_back(row_of(score));
    rows.audit = row_of(note.entry, seq, mac);
    return rows;
}

RawNoteWriter::RawNoteWriter(sqlite_api::sqlite3* connection)
    : begin_{connection, "begin immediate"}
    , visit_{connection,
          "insert into visit (id, patient_id, episode_id, start_at, provider_id, appointment_id, pain_now, pain_worst,"
          " trend, subjective, objective, assessment, plan, total_minutes, version) values"
          " (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)"}
    , intervention_{connection,
          "insert into intervention (id, visit_id, position, modality, name, exercise_id, region, side, dose, minutes,"
          " service_code, timed, provider_id, state, at_home, response, override_reason) values"
          " (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"}
    , score_{connection,
          "insert into outcome_score (id, patient_id, episode_id, taken_on, measure, items, author_id) values"
          " (?, ?, ?, ?, ?, ?, ?)"}
    , audit_{connection,
          "insert into audit (seq, at, user_id, login, event, entity, entity_id, patient_id, detail, program_version,"
          " mac) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"}
    , commit_{connection, "commit"}
{
}

void RawNoteWriter::save(NoteRows const& rows)
{
    begin_.run();
    insert(visit_, rows.visit);
    for (Row const& row : rows.interventions)
        insert(intervention_, row);
    for (Row const& row : rows.scores)
        insert(score_, row);
    insert(audit_, rows.audit);
    commit_.run();
}

} // namespace plumbline::bench
