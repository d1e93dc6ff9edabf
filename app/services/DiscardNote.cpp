// SPDX-License-Identifier: Apache-2.0
// Taking a note away that should not have been begun, and bringing it back.
#include "app/services/Common.hpp"
#include "app/services/NoteDraft.hpp"
#include "app/services/VisitNotes.hpp"
#include "domain/core/Vocabulary.hpp"

#include <algorithm>
#include <array>

namespace plumbline::app {

namespace {

constexpr std::string_view draft_kind = "visit";
constexpr std::array reasons{
    Term<DiscardReason>{DiscardReason::OpenedByMistake, "opened-by-mistake", "Opened by mistake"},
    Term<DiscardReason>{DiscardReason::WrongPatient, "wrong-patient", "Wrong patient or episode"},
    Term<DiscardReason>{DiscardReason::WrittenTwice, "written-twice", "Written twice"},
    Term<DiscardReason>{DiscardReason::NotTreated, "not-treated", "The patient was not treated"},
};
constexpr Vocabulary reason_words{reasons};
constexpr std::array reason_values{DiscardReason::OpenedByMistake, DiscardReason::WrongPatient,
    DiscardReason::WrittenTwice, DiscardReason::NotTreated};

/// Opening the note moved its appointment into treatment, and marked the arrival when nobody had.
Result<void> move_appointment(
    Records& records, AppointmentId id, AppointmentStatus from, AppointmentStatus to, ClinicTime note_begun)
{
    auto const stored = records.appointments().find(id);
    if (!stored || stored->details().status != from)
        return {};
    auto details = stored->details();
    details.status = to;
    details.started.reset();
    details.finished.reset();
    if (to == AppointmentStatus::Arrived && details.arrived && *details.arrived >= note_begun) {
        details.status = AppointmentStatus::Booked;
        details.arrived.reset();
    }
    if (to == AppointmentStatus::InTreatment) {
        details.arrived = details.arrived.value_or(note_begun);
        details.started = note_begun;
    }
    auto const moved = Appointment::create(id, std::move(details), stored->version());
    if (!moved)
        return refuse(moved.error());
    return records.appointments().keep(*moved);
}

/// What is journalled but not kept counts as well.
bool nothing_typed(Records const& records, Context const& context, VisitId id)
{
    auto const stored = records.drafts().find(context.actor.user, draft_kind, id.value());
    if (!stored)
        return true;
    auto const draft = draft_from_text(stored->content);
    return draft && is_blank(*draft);
}

} // namespace

std::span<DiscardReason const> all_discard_reasons() noexcept
{
    return reason_values;
}
std::string_view code(DiscardReason reason) noexcept
{
    return reason_words.code(reason);
}
std::string_view label(DiscardReason reason) noexcept
{
    return reason_words.label(reason);
}

bool is_blank(NoteDraft const& draft) noexcept
{
    bool const silent = draft.pain_now.empty() && draft.pain_worst.empty() && draft.subjective.empty()
        && draft.objective.empty() && draft.assessment.empty() && draft.plan.empty() && draft.trend == Trend::Unsaid;
    return silent && std::ranges::all_of(draft.rows, [](NoteDraft::Row const& row) {
        return row.details.state == RowState::Carried && !row.refused;
    });
}

Result<Visit> discard_note(
    Records& records, Context const& context, VisitId id, int version, std::optional<DiscardReason> reason)
{
    if (auto allowed = permit(context.actor, Action::EditNote); !allowed)
        return refuse(allowed.error());
    auto visit = records.visits().find(id);
    if (!visit)
        return refuse_missing("visit", tr_noop("There is no such visit."));
    if (visit->seal())
        return refuse(Refusal::Reason::NotAllowed, "visit",
            tr_noop("This note is signed and stays. What is wrong in it is put right by an addendum."));
    if (auto current = still_current(visit->version(), version); !current)
        return refuse(current.error());
    if (!reason && !(is_blank(draft_of(*visit)) && nothing_typed(records, context, id)))
        return refuse(
            Refusal::Reason::Invalid, "reason", tr_noop("This note holds something. Say why it is taken away."));
    if (auto dropped = records.visits().drop(*visit); !dropped)
        return refuse(dropped.error());
    if (auto const appointment = visit->details().appointment)
        if (auto moved = move_appointment(records, *appointment, AppointmentStatus::InTreatment,
                AppointmentStatus::Arrived, visit->details().start);
            !moved)
            return refuse(moved.error());
    records.drafts().drop(context.actor.user, draft_kind, id.value());
    audit(records, context, AuditEvent::Delete, {"visit", id.value(), visit->patient()},
        "reason=" + std::string{reason ? code(*reason) : "blank"});
    return *std::move(visit);
}

Result<void> bring_back_note(
    Records& records, Context const& context, Visit const& visit, std::optional<std::string> draft)
{
    if (auto allowed = permit(context.actor, Action::EditNote); !allowed)
        return allowed;
    auto const appointment = visit.details().appointment;
    if (appointment && records.visits().of_appointment(*appointment))
        return refuse(Refusal::Reason::Conflict, "appointment",
            tr_noop("Another note was begun for this appointment. The discarded one cannot come back beside it."));
    auto const again =
        Visit::restore(visit.id(), visit.patient(), visit.episode(), visit.details(), std::nullopt, {}, 0);
    if (auto kept = records.visits().keep(again); !kept)
        return kept;
    if (appointment)
        for (AppointmentStatus const waiting : {AppointmentStatus::Arrived, AppointmentStatus::Booked})
            if (auto moved = move_appointment(
                    records, *appointment, waiting, AppointmentStatus::InTreatment, visit.details().start);
                !moved)
                return moved;
    if (draft)
        if (auto kept = keep_draft(records, context, draft_kind, visit.id().value(), *std::move(draft)); !kept)
            return kept;
    audit(records, context, AuditEvent::Create, {"visit", visit.id().value(), visit.patient()}, "brought back");
    return {};
}

} // namespace plumbline::app
