// SPDX-License-Identifier: Apache-2.0
#include "app/services/VisitNotes.hpp"

#include "app/services/Common.hpp"
#include "app/services/NoteSurroundings.hpp"
#include "app/services/TreatmentLimits.hpp"

#include <algorithm>
#include <utility>

namespace plumbline::app {

namespace {

constexpr std::string_view draft_kind = "visit";

Result<Visit> stored_visit(Records const& records, VisitId id)
{
    if (auto visit = records.visits().find(id))
        return *std::move(visit);
    return refuse_missing("visit", tr_noop("There is no such visit."));
}

/// The note that was begun for this appointment or, without one, by this person on this day. What a colleague began is
/// never handed over unasked: it is opened from the chart and taken over there.
std::optional<VisitId> begun(
    Records const& records, UserId user, EpisodeId episode, Date day, std::optional<AppointmentId> appointment)
{
    if (appointment)
        if (auto const visit = records.visits().of_appointment(*appointment))
            return visit;
    for (VisitRow const& row : records.visits().rows_of_episode(episode))
        if (!row.sealed && row.provider == user && day_of(row.start) == day)
            return row.id;
    return std::nullopt;
}

/// What the note's progress means for its appointment. Only the note moves it here, so nobody else's permission
/// to edit the schedule is asked for.
Result<void> move_appointment(Records& records, Context const& context, AppointmentId id, AppointmentStatus status)
{
    auto const stored = records.appointments().find(id);
    if (!stored)
        return refuse_missing("appointment", tr_noop("There is no such appointment."));
    auto details = stored->details();
    if (details.status == status)
        return {};
    set_status(details, status, context.clock->local_now());
    auto const moved = Appointment::create(id, std::move(details), stored->version());
    if (!moved)
        return refuse(moved.error());
    return records.appointments().keep(*moved);
}

Result<Visit> begin(Records& records, Context const& context, VisitId id, Episode const& episode, ClinicTime start,
    std::optional<AppointmentId> appointment)
{
    Visit::Details details;
    details.start = start;
    details.provider = context.actor.user;
    details.appointment = appointment;
    if (auto const last = records.visits().last_before(episode.id(), start))
        details.interventions =
            carried_forward(*last, context.actor.user, [&] { return context.make<InterventionId>(); });
    auto visit = Visit::create(id, episode.patient(), episode.id(), std::move(details), context.clock->local_now());
    if (!visit)
        return visit;
    if (auto kept = records.visits().keep(*visit); !kept)
        return refuse(kept.error());
    audit(records, context, AuditEvent::Create, {"visit", id.value(), episode.patient()});
    return stored_visit(records, id);
}

Result<Episode> treatable(Records const& records, EpisodeId id)
{
    auto episode = records.episodes().find(id);
    if (!episode)
        return refuse_missing_episode();
    if (episode->details().status == EpisodeStatus::Discharged)
        return refuse(
            Refusal::Reason::Invalid, "episode", tr_noop("This episode has ended. Start a new one to treat again."));
    return *std::move(episode);
}

Result<void> belongs(Records const& records, AppointmentId id, Episode const& episode)
{
    auto const appointment = records.appointments().find(id);
    if (!appointment)
        return refuse_missing("appointment", tr_noop("There is no such appointment."));
    auto const& details = appointment->details();
    if (details.patient != episode.patient() || details.episode.value_or(episode.id()) != episode.id())
        return refuse(
            Refusal::Reason::Invalid, "appointment", tr_noop("This appointment is of another patient or episode."));
    return {};
}

/// The visit as the person saw it, with what they wrote.
Result<Visit> rewritten(Records const& records, Context const& context, VisitId id, int version, Visit::Details details)
{
    auto const stored = stored_visit(records, id);
    if (!stored)
        return stored;
    if (auto current = still_current(stored->version(), version); !current)
        return refuse(current.error());
    if (auto own = no_new_overrides(context.actor, stored->details().interventions, details.interventions); !own)
        return refuse(own.error());
    return stored->with(std::move(details), context.clock->local_now());
}

/// Rows that were only carried are proposals to whoever treats now; what was done stays with who did it.
Visit::Details handed_to(UserId user, Visit::Details details)
{
    details.provider = user;
    for (Intervention& row : details.interventions)
        if (row.details().state == RowState::Carried) {
            auto proposed = row.details();
            proposed.provider = user;
            row = Intervention::restore(row.id(), std::move(proposed));
        }
    return details;
}

/// What the typing journal may hold, and whose business it is.
std::optional<Action> action_for_draft(std::string_view kind) noexcept
{
    static constexpr std::pair<std::string_view, Action> kinds[]{{"visit", Action::EditNote},
        {"evaluation", Action::EditEvaluation}, {"plan", Action::EditPlan}, {"episode", Action::EditEpisode},
        {"patient", Action::EditPatients}, {"authorization", Action::EditPatients},
        {"new-authorization", Action::EditPatients}, {"hours", Action::EditSchedule},
        {"resource", Action::EditSchedule}, {"service-code", Action::EditFees}};
    auto const known = std::ranges::find(kinds, kind, &std::pair<std::string_view, Action>::first);
    return known == std::end(kinds) ? std::nullopt : std::optional{known->second};
}

/// Sealed over the text as it is kept, which need not be as it was typed.
Result<Visit> with_sealed_addendum(Records const& records, Context const& context, Visit const& visit, std::string text)
{
    auto const as_kept = visit.with_addendum({.text = text, .seal = seal_for(records, context, text)});
    if (!as_kept)
        return as_kept;
    std::string kept_text = as_kept->addenda().back().text;
    Seal seal = seal_for(records, context, kept_text);
    return visit.with_addendum({.text = std::move(kept_text), .seal = std::move(seal)});
}

bool text_holds(Records const& records, std::string_view text, Seal const& seal)
{
    return records.digest(text) == seal.sha256;
}

} // namespace

Result<OpenNote> open_note(Records& records, Context const& context, VisitId fresh_id, EpisodeId episode,
    ClinicTime start, std::optional<AppointmentId> appointment)
{
    if (auto allowed = permit(context.actor, Action::EditNote); !allowed)
        return refuse(allowed.error());
    auto const treated = treatable(records, episode);
    if (!treated)
        return refuse(treated.error());
    if (appointment)
        if (auto own = belongs(records, *appointment, *treated); !own)
            return refuse(own.error());
    auto const known = begun(records, context.actor.user, episode, day_of(start), appointment);
    auto visit =
        known ? stored_visit(records, *known) : begin(records, context, fresh_id, *treated, start, appointment);
    if (!visit)
        return refuse(visit.error());
    if (appointment && !visit->seal())
        if (auto moved = move_appointment(records, context, *appointment, AppointmentStatus::InTreatment); !moved)
            return refuse(moved.error());
    return with_surroundings(records, context, *std::move(visit));
}

Result<OpenNote> reopen_note(Records const& records, Context const& context, VisitId id)
{
    if (auto allowed = permit(context.actor, Action::SeeChart); !allowed)
        return refuse(allowed.error());
    auto visit = stored_visit(records, id);
    if (!visit)
        return refuse(visit.error());
    return with_surroundings(records, context, *std::move(visit));
}

Result<Intervention> consider(Records& records, Context const& context, PatientId patient,
    Intervention::Details details, std::optional<InterventionId> id)
{
    if (auto allowed = permit(context.actor, Action::EditNote); !allowed)
        return refuse(allowed.error());
    auto const person = records.patients().find(patient);
    if (!person)
        return refuse_missing_patient();
    auto intervention = Intervention::create(id ? *id : context.make<InterventionId>(), std::move(details));
    if (!intervention)
        return intervention;
    auto const limits = conditions_of(*person);
    if (auto stopped = stopped_by(context.actor, limits, intervention->details()))
        return refuse(*std::move(stopped));
    if (is_override(limits, intervention->details()))
        audit(records, context, AuditEvent::Change, {"intervention", intervention->id().value(), patient},
            "contraindication overridden with a reason");
    return intervention;
}

Result<int> save_note(Records& records, Context const& context, VisitId id, int version, Visit::Details details)
{
    if (auto allowed = permit(context.actor, Action::EditNote); !allowed)
        return refuse(allowed.error());
    auto const visit = rewritten(records, context, id, version, std::move(details));
    if (!visit)
        return refuse(visit.error());
    if (auto kept = records.visits().keep(*visit); !kept)
        return refuse(kept.error());
    records.drafts().drop(context.actor.user, draft_kind, id.value());
    audit(records, context, AuditEvent::Change, {"visit", id.value(), visit->patient()});
    return visit->version() + 1;
}

Result<OpenNote> take_over_note(Records& records, Context const& context, VisitId id, int version)
{
    if (auto allowed = permit(context.actor, Action::SignNote); !allowed)
        return refuse(allowed.error());
    auto const stored = stored_visit(records, id);
    if (!stored)
        return refuse(stored.error());
    UserId const before = stored->details().provider;
    auto const taken = rewritten(records, context, id, version, handed_to(context.actor.user, stored->details()));
    if (!taken)
        return refuse(taken.error());
    if (auto kept = records.visits().keep(*taken); !kept)
        return refuse(kept.error());
    audit(records, context, AuditEvent::Change, {"visit", id.value(), taken->patient()}, "provider: taken over");
    auto visit = stored_visit(records, id);
    if (!visit)
        return refuse(visit.error());
    auto note = with_surroundings(records, context, *std::move(visit));
    // What the other one typed and did not keep goes with the note.
    if (note && !note->draft)
        if (auto draft = records.drafts().find(before, draft_kind, id.value()))
            note->draft = std::move(draft->content);
    return note;
}

Result<Seal> sign_note(Records& records, Context const& context, VisitId id, int version, Visit::Details details)
{
    if (auto allowed = permit(context.actor, Action::SignNote); !allowed)
        return refuse(allowed.error());
    details.late_entry = day_of(details.start) < context.today();
    auto const visit = rewritten(records, context, id, version, std::move(details));
    if (!visit)
        return refuse(visit.error());
    if (visit->details().provider != context.actor.user)
        return refuse(Refusal::Reason::NotAllowed, "provider",
            tr_noop("A note is signed by the one who treated. Take it over if that was you."));
    auto const patient = records.patients().find(visit->patient());
    if (!patient)
        return refuse_missing_patient();

    Faults faults;
    for (Refusal& missing : visit->missing_for_signature())
        faults.add(std::move(missing));
    add_stopped(faults, conditions_of(*patient), visit->details().interventions);
    if (!faults.none())
        return refuse(faults.refusal());

    Seal const seal = seal_for(records, context, visit->canonical_text());
    auto const sealed = visit->sealed(seal);
    if (!sealed)
        return refuse(sealed.error());
    if (auto kept = records.visits().keep(*sealed); !kept)
        return refuse(kept.error());
    if (auto const appointment = sealed->details().appointment)
        if (auto moved = move_appointment(records, context, *appointment, AppointmentStatus::Done); !moved)
            return refuse(moved.error());
    records.drafts().drop(context.actor.user, draft_kind, id.value());
    audit(records, context, AuditEvent::Sign, {"visit", id.value(), sealed->patient()}, seal_detail(seal));
    return seal;
}

Result<void> add_addendum(Records& records, Context const& context, VisitId id, int version, std::string text)
{
    if (auto allowed = permit(context.actor, Action::AddAddendum); !allowed)
        return allowed;
    auto const stored = stored_visit(records, id);
    if (!stored)
        return refuse(stored.error());
    if (auto current = still_current(stored->version(), version); !current)
        return current;
    auto const added = with_sealed_addendum(records, context, *stored, std::move(text));
    if (!added)
        return refuse(added.error());
    if (auto kept = records.visits().keep(*added); !kept)
        return kept;
    audit(records, context, AuditEvent::Addend, {"visit", id.value(), added->patient()},
        seal_detail(added->addenda().back().seal));
    return {};
}

bool seal_holds(Records const& records, Visit const& visit)
{
    return visit.seal() && text_holds(records, visit.canonical_text(), *visit.seal())
        && std::ranges::all_of(visit.addenda(),
            [&](Addendum const& addendum) { return text_holds(records, addendum.text, addendum.seal); });
}

bool seal_holds(Records const& records, Evaluation const& evaluation)
{
    return evaluation.seal() && text_holds(records, evaluation.canonical_text(), *evaluation.seal());
}

Result<std::vector<VisitId>> broken_seals(Records const& records, Context const& context, std::span<Visit const> visits)
{
    if (auto allowed = permit(context.actor, Action::SeeChart); !allowed)
        return refuse(allowed.error());
    std::vector<VisitId> broken;
    for (Visit const& visit : visits)
        if (visit.seal() && !seal_holds(records, visit))
            broken.push_back(visit.id());
    return broken;
}

Result<void> permit_draft(Actor const& actor, std::string_view kind)
{
    auto const action = action_for_draft(kind);
    if (!action)
        return refuse(Refusal::Reason::Invalid, "kind", tr_noop("Nothing of this kind has drafts."));
    return permit(actor, *action);
}

Result<void> keep_draft(
    Records& records, Context const& context, std::string_view kind, std::int64_t subject, std::string content)
{
    if (auto allowed = permit_draft(context.actor, kind); !allowed)
        return allowed;
    records.drafts().keep({.user = context.actor.user,
        .kind = std::string{kind},
        .subject = subject,
        .content = std::move(content),
        .saved = context.clock->now()});
    return {};
}

Result<void> drop_draft(Records& records, Context const& context, std::string_view kind, std::int64_t subject)
{
    if (auto allowed = permit_draft(context.actor, kind); !allowed)
        return allowed;
    records.drafts().drop(context.actor.user, kind, subject);
    return {};
}

} // namespace plumbline::app
