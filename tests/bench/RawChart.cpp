// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/RawChart.hpp"

#include "tests/support/Samples.hpp"

#include <unordered_map>
#include <utility>

namespace plumbline::bench {
namespace {

using testing::must;

constexpr int visit_columns = 19;
constexpr int intervention_columns = 16;

std::optional<PainScore> pain(RawStatement const& row, int column)
{
    if (row.is_null(column))
        return std::nullopt;
    return must(PainScore::of(static_cast<int>(row.number(column))));
}

Seal seal_at(RawStatement const& row, int column)
{
    return {row.text(column), UserId{row.number(column + 1)}, row.text(column + 2),
        must(parse_instant(row.view(column + 3))), row.text(column + 4)};
}

Intervention intervention(RawStatement const& row)
{
    Modality const modality = must(modality_from_code(row.view(2)));
    return Intervention::restore(InterventionId{row.number(1)},
        {modality, row.text(3), row.text(4), must(region_from_code(row.view(5))), must(side_from_code(row.view(6))),
            must(Dose::parse(modality, row.view(7))), static_cast<int>(row.number(8)), row.text(9), row.number(10) != 0,
            UserId{row.number(11)}, must(row_state_from_code(row.view(12))), row.number(13) != 0, row.text(14),
            row.text(15)});
}

Visit visit(RawStatement const& row, std::vector<Intervention> interventions, std::vector<Addendum> addenda)
{
    VisitNote note{pain(row, 6), pain(row, 7), must(trend_from_code(row.view(8))), row.text(9), row.text(10),
        row.text(11), row.text(12)};
    auto const appointment = row.is_null(5) ? std::nullopt : std::optional{AppointmentId{row.number(5)}};
    auto const seal = row.is_null(14) ? std::nullopt : std::optional{seal_at(row, 14)};
    return Visit::restore(VisitId{row.number(0)}, PatientId{row.number(1)}, EpisodeId{row.number(2)},
        {must(parse_clinic_time(row.view(3))), UserId{row.number(4)}, std::move(note), std::move(interventions),
            appointment},
        seal, std::move(addenda), static_cast<int>(row.number(13)));
}

std::int64_t bytes_of(RawStatement& statement, int columns)
{
    std::int64_t bytes = 0;
    while (statement.step())
        for (int column = 0; column < columns; ++column)
            if (!statement.is_null(column))
                bytes += static_cast<std::int64_t>(statement.view(column).size());
    statement.reset();
    return bytes;
}

} // namespace

RawChart::RawChart(sqlite_api::sqlite3* connection)
    : visits_{connection,
        "select v.id, v.patient_id, v.episode_id, v.start_at, v.provider_id, v.appointment_id, v.pain_now,"
        " v.pain_worst, v.trend, v.subjective, v.objective, v.assessment, v.plan, v.version, v.seal_sha256,"
        " v.seal_signer_id, v.seal_signature, v.seal_at, v.seal_program_version from visit v where v.patient_id = ?"
        " order by v.start_at, v.id"}
    , interventions_{connection,
          "select i.visit_id, i.id, i.modality, i.name, i.exercise_id, i.region, i.side, i.dose, i.minutes,"
          " i.service_code, i.timed, i.provider_id, i.state, i.at_home, i.response, i.override_reason from visit v"
          " join intervention i on i.visit_id = v.id where v.patient_id = ?"
          " order by v.start_at, v.id, i.position"}
    , addenda_{connection,
          "select a.visit_id, a.content, a.seal_sha256, a.seal_signer_id, a.seal_signature, a.seal_at,"
          " a.seal_program_version from addendum a where a.patient_id = ? order by a.visit_id, a.position"}
{
}

std::vector<Visit> RawChart::of_patient(PatientId patient)
{
    for (RawStatement* const statement : {&visits_, &interventions_, &addenda_})
        statement->bind(1, patient.value());

    std::unordered_map<std::int64_t, std::vector<Addendum>> addenda;
    while (addenda_.step())
        addenda[addenda_.number(0)].push_back({addenda_.text(1), seal_at(addenda_, 2)});

    std::vector<Visit> visits;
    bool more = interventions_.step();
    while (visits_.step()) {
        std::int64_t const id = visits_.number(0);
        std::vector<Intervention> rows;
        for (; more && interventions_.number(0) == id; more = interventions_.step())
            rows.push_back(intervention(interventions_));
        auto const added = addenda.find(id);
        visits.push_back(visit(
            visits_, std::move(rows), added == addenda.end() ? std::vector<Addendum>{} : std::move(added->second)));
    }
    for (RawStatement* const statement : {&visits_, &interventions_, &addenda_})
        statement->reset();
    return visits;
}

std::int64_t RawChart::bytes_of_patient(PatientId patient)
{
    visits_.bind(1, patient.value());
    interventions_.bind(1, patient.value());
    return bytes_of(visits_, visit_columns) + bytes_of(interventions_, intervention_columns);
}

} // namespace plumbline::bench
