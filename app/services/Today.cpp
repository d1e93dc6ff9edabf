// SPDX-License-Identifier: Apache-2.0
#include "app/services/Today.hpp"

#include "app/services/Board.hpp"
#include "app/services/Common.hpp"

#include <algorithm>

namespace plumbline::app {

namespace {

/// More than anyone signs in a day; the list says when there are more.
constexpr int most_to_sign = 50;

Result<void> bookable(Records const& records, Appointment::Details const& details)
{
    if (!records.patients().find(details.patient))
        return refuse_missing_patient();
    auto const clinician = records.users().find(details.clinician);
    if (!clinician || !clinician->details().active || !permitted(clinician->details().role, Action::EditNote))
        return refuse(Refusal::Reason::Invalid, "clinician", tr_noop("Nobody who treats has this name."));
    if (!details.episode)
        return {};
    auto const episode = records.episodes().find(*details.episode);
    if (!episode || episode->patient() != details.patient)
        return refuse(Refusal::Reason::Invalid, "episode", tr_noop("This episode belongs to another patient."));
    return {};
}

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

void stamp_arrival(Appointment::Details& details, AppointmentStatus status, ClinicTime now)
{
    bool const not_here_yet = status == AppointmentStatus::Booked || status == AppointmentStatus::Confirmed;
    if (not_here_yet)
        details.arrived.reset();
    else if (status == AppointmentStatus::Arrived && details.status != status)
        details.arrived = now;
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

Result<AppointmentId> book(Records& records, Context const& context, Appointment const& appointment)
{
    if (auto allowed = permit(context.actor, Action::EditSchedule); !allowed)
        return refuse(allowed.error());
    if (auto fits = bookable(records, appointment.details()); !fits)
        return refuse(fits.error());
    if (auto kept = records.appointments().keep(appointment); !kept)
        return refuse(kept.error());
    audit(records, context, appointment.version() == 0 ? AuditEvent::Create : AuditEvent::Change,
        {"appointment", appointment.id().value(), appointment.details().patient});
    return appointment.id();
}

Result<void> set_status(Records& records, Context const& context, AppointmentId id, AppointmentStatus status)
{
    if (auto allowed = permit(context.actor, Action::EditSchedule); !allowed)
        return allowed;
    auto const stored = records.appointments().find(id);
    if (!stored)
        return refuse_missing("appointment", tr_noop("There is no such appointment."));
    auto details = stored->details();
    stamp_arrival(details, status, context.clock->local_now());
    details.status = status;
    auto const changed = Appointment::create(id, std::move(details), stored->version());
    if (!changed)
        return refuse(changed.error());
    if (auto kept = records.appointments().keep(*changed); !kept)
        return kept;
    audit(records, context, AuditEvent::Change, {"appointment", id.value(), changed->details().patient},
        std::string{code(status)});
    return {};
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
