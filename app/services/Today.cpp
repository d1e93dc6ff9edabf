// SPDX-License-Identifier: Apache-2.0
#include "app/services/Today.hpp"

#include "app/services/Board.hpp"
#include "app/services/Common.hpp"

#include <algorithm>

namespace plumbline::app {

namespace {

/// More than anyone signs in a day; the list says when there are more.
constexpr int most_to_sign = 50;

std::string what_is_missing(Records const& records, VisitId id)
{
    auto const visit = records.visits().find(id);
    if (!visit)
        return {};
    auto const missing = visit->missing_for_signature();
    if (missing.empty())
        return {};
    return missing.front().field == "minutes" ? std::string{tr_noop("minutes missing")}
                                              : missing.front().message.english();
}

std::vector<ToSignRow> notes_to_sign(Records const& records, std::optional<UserId> provider)
{
    std::vector<ToSignRow> rows;
    for (UnsignedNote const& note : records.visits().unsigned_notes(provider, most_to_sign))
        rows.push_back({.visit = note.visit,
            .patient = note.patient,
            .episode = note.episode,
            .name = note.name,
            .start = note.start,
            .missing = what_is_missing(records, note.visit)});
    return rows;
}

bool awaits_a_note(DayRow const& row) noexcept
{
    bool const here_or_coming = row.status == AppointmentStatus::Booked || row.status == AppointmentStatus::Confirmed
        || row.status == AppointmentStatus::Arrived || row.status == AppointmentStatus::InTreatment;
    return here_or_coming && row.note != DayRow::Note::Signed;
}

} // namespace

Result<TodayBoard> today_board(Records const& records, Context const& context, Date day, Scope scope)
{
    if (auto allowed = permit(context.actor, Action::SeeSchedule); !allowed)
        return refuse(allowed.error());
    auto const mine = scope == Scope::Mine ? std::optional{context.actor.user} : std::nullopt;
    bool const sees_charts = permitted(context.actor.role, Action::SeeChart);
    Board board{records, context, day, sees_charts ? Board::Clinical::Shown : Board::Clinical::Hidden};
    for (Appointment const& appointment : records.appointments().between(day, day, mine))
        board.add(appointment);
    board.add_coming(mine);
    TodayBoard found{.day = day, .rows = board.rows(), .decisions = {}, .to_sign = {}, .due = board.due()};
    if (sees_charts) {
        found.decisions = board.decisions();
        found.to_sign = notes_to_sign(records, mine);
    }
    return found;
}

std::optional<DayRow> next_note(TodayBoard const& board)
{
    // Whoever is here comes before whoever is still expected.
    auto const rank = [](DayRow const& row) {
        return row.status == AppointmentStatus::InTreatment || row.status == AppointmentStatus::Arrived ? 0 : 1;
    };
    DayRow const* next = nullptr;
    for (DayRow const& row : board.rows)
        if (awaits_a_note(row) && (!next || std::pair{rank(row), row.start} < std::pair{rank(*next), next->start}))
            next = &row;
    return next ? std::optional{*next} : std::nullopt;
}

} // namespace plumbline::app
