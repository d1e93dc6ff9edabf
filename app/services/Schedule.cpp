// SPDX-License-Identifier: Apache-2.0
#include "app/services/Schedule.hpp"

#include "app/services/Booking.hpp"
#include "app/services/Common.hpp"

#include <algorithm>

namespace plumbline::app {

namespace {

/// Written when nothing stands against it, with what was set aside for it.
Result<ScheduleEdit> keep(
    Records& records, Context const& context, Result<Fit> const& fit, Message words, std::string_view what = "")
{
    if (!fit)
        return refuse(fit.error());
    return write_down(
        records, context, std::span{&fit->appointment, 1}, std::move(words), detail_of(what, fit->set_aside));
}

Message status_words(AppointmentStatus status)
{
    switch (status) {
    case AppointmentStatus::Booked:
        return {tr_noop("Marked as booked.")};
    case AppointmentStatus::Confirmed:
        return {tr_noop("Marked as confirmed.")};
    case AppointmentStatus::Arrived:
        return {tr_noop("Marked as arrived.")};
    case AppointmentStatus::InTreatment:
        return {tr_noop("Marked as in treatment.")};
    case AppointmentStatus::Done:
        return {tr_noop("Marked as done.")};
    case AppointmentStatus::NoShow:
        return {tr_noop("Marked as no-show.")};
    case AppointmentStatus::Cancelled:
        break;
    }
    return {tr_noop("Canceled.")};
}

Result<void> note_is_open(Records const& records, AppointmentId id)
{
    auto const visit = records.visits().of_appointment(id);
    auto const note = visit ? records.visits().find(*visit) : std::nullopt;
    if (!note || !note->seal())
        return {};
    return refuse(Refusal::Reason::Invalid, "status", tr_noop("The note is signed, so the appointment stays done."));
}

Result<void> status_makes_sense(
    Records const& records, Appointment const& stored, AppointmentStatus wanted, ClinicTime now)
{
    auto const& details = stored.details();
    if (wanted == AppointmentStatus::Cancelled)
        return refuse(Refusal::Reason::Invalid, "reason", tr_noop("Say why it is canceled."));
    if (!may_become(details.status, wanted))
        return refuse(Refusal::Reason::Invalid, "status", tr_noop("This does not follow from what it is now."));
    bool const is_here = wanted == AppointmentStatus::Arrived || wanted == AppointmentStatus::InTreatment
        || wanted == AppointmentStatus::Done;
    if (is_here && day_of(details.start) > day_of(now))
        return refuse(Refusal::Reason::Invalid, "status", tr_noop("This appointment is on {0}."),
            {to_words(day_of(details.start))});
    if (wanted == AppointmentStatus::NoShow && details.start > now)
        return refuse(
            Refusal::Reason::Invalid, "status", tr_noop("This appointment begins at {0}."), {to_clock(details.start)});
    if (details.status == AppointmentStatus::Done)
        return note_is_open(records, stored.id());
    return {};
}

Message change_words(Appointment const& before, Appointment const& after)
{
    if (before.details().start != after.details().start || before.details().clinician != after.details().clinician)
        return {tr_noop("Moved to {0} on {1}."), when_words(after.details().start)};
    if (before.details().length != after.details().length)
        return {tr_noop("Now {0} minutes long."), {std::to_string(after.details().length.count())}};
    return {tr_noop("Changed.")};
}

} // namespace

std::optional<AppointmentId> ScheduleEdit::appointment() const
{
    for (auto const& change : appointments)
        if (change.after)
            return change.after->id();
    return std::nullopt;
}

TypeRule type_rule_of(Records const& records, AppointmentType type)
{
    return type_rule(type, settings_of(records));
}

Result<ScheduleEdit> book(Records& records, Context const& context, Appointment const& appointment, Meant const& meant)
{
    if (auto allowed = permit(context.actor, Action::EditSchedule); !allowed)
        return refuse(allowed.error());
    auto const& details = appointment.details();
    return keep(records, context,
        fit_to_keep(records, context, appointment.id(), details, appointment.version(), meant),
        {tr_noop("Booked for {0} on {1}."), when_words(details.start)});
}

Result<ScheduleEdit> change(Records& records, Context const& context, Seen seen, AppointmentChange const& wanted)
{
    if (auto allowed = permit(context.actor, Action::EditSchedule); !allowed)
        return refuse(allowed.error());
    auto const stored = seen_appointment(records, seen);
    if (!stored)
        return refuse(stored.error());
    auto details = with_change(*stored, wanted);
    if (!details)
        return refuse(details.error());
    auto fit = fit_to_keep(
        records, context, stored->id(), *details, stored->version(), still_meant(*stored, *details, wanted.meant));
    if (fit)
        fit->set_aside = newly(std::move(fit->set_aside), wanted.meant);
    return keep(records, context, fit, change_words(*stored, fit ? fit->appointment : *stored));
}

Result<ScheduleEdit> copy(
    Records& records, Context const& context, Seen seen, AppointmentId as, AppointmentChange const& wanted)
{
    if (auto allowed = permit(context.actor, Action::EditSchedule); !allowed)
        return refuse(allowed.error());
    auto const stored = seen_appointment(records, seen);
    if (!stored)
        return refuse(stored.error());
    auto const& from = stored->details();
    Appointment::Details details{.patient = from.patient,
        .episode = wanted.episode.value_or(from.episode),
        .clinician = wanted.clinician.value_or(from.clinician),
        .start = wanted.start.value_or(from.start),
        .length = wanted.length.value_or(from.length),
        .type = wanted.type.value_or(from.type),
        .arrived = {},
        .note = wanted.note.value_or(from.note),
        .resources = wanted.resources.value_or(from.resources)};
    Message words{tr_noop("Copied to {0} on {1}."), when_words(details.start)};
    return keep(
        records, context, fit_to_keep(records, context, as, std::move(details), 0, wanted.meant), std::move(words));
}

Result<ScheduleEdit> cancel(Records& records, Context const& context, Seen seen, std::string const& reason)
{
    if (auto allowed = permit(context.actor, Action::EditSchedule); !allowed)
        return refuse(allowed.error());
    auto const stored = seen_appointment(records, seen);
    if (!stored)
        return refuse(stored.error());
    auto details = stored->details();
    if (!may_become(details.status, AppointmentStatus::Cancelled))
        return refuse(Refusal::Reason::Invalid, "status", tr_noop("What has begun can no longer be canceled."));
    ClinicTime const now = context.clock->local_now();
    plumbline::set_status(details, AppointmentStatus::Cancelled, now);
    details.reason = reason;
    details.late = is_late_cancellation(details.start, now, settings_of(records));
    auto const canceled = Appointment::create(stored->id(), std::move(details), stored->version());
    if (!canceled)
        return refuse(canceled.error());
    if (canceled->details().reason.empty())
        return refuse(Refusal::Reason::Invalid, "reason", tr_noop("Say why it is canceled."));
    return write_down(records, context, std::span{&*canceled, 1},
        {tr_noop("Canceled: {0} on {1}."), when_words(canceled->details().start)},
        std::string{code(AppointmentStatus::Cancelled)});
}

Result<ScheduleEdit> set_status(Records& records, Context const& context, Seen seen, AppointmentStatus status)
{
    if (auto allowed = permit(context.actor, Action::EditSchedule); !allowed)
        return refuse(allowed.error());
    auto const stored = seen_appointment(records, seen);
    if (!stored)
        return refuse(stored.error());
    ClinicTime const now = context.clock->local_now();
    if (auto sound = status_makes_sense(records, *stored, status, now); !sound)
        return refuse(sound.error());
    if (stored->details().status == status)
        return ScheduleEdit{.words = status_words(status)};
    auto details = stored->details();
    plumbline::set_status(details, status, now);
    if (!takes_time(*stored)) {
        auto again = fit_to_keep(records, context, stored->id(), std::move(details), stored->version(),
            {Hours::Overridden, Limits::Overridden});
        if (again)
            again->set_aside = {};
        return keep(records, context, again, status_words(status), code(status));
    }
    auto const fit = Appointment::create(stored->id(), std::move(details), stored->version());
    if (!fit)
        return refuse(fit.error());
    return write_down(records, context, std::span{&*fit, 1}, status_words(status), std::string{code(status)});
}

Result<ScheduleEdit> walk_in(
    Records& records, Context const& context, Appointment const& appointment, Meant const& meant)
{
    if (auto allowed = permit(context.actor, Action::EditSchedule); !allowed)
        return refuse(allowed.error());
    ClinicTime const now = context.clock->local_now();
    if (day_of(appointment.details().start) != day_of(now))
        return refuse(Refusal::Reason::Invalid, "start", tr_noop("Who walks in is here today."));
    auto details = appointment.details();
    plumbline::set_status(details, AppointmentStatus::Arrived, now);
    Message words{tr_noop("Booked for {0} on {1}."), when_words(details.start)};
    return keep(records, context,
        fit_to_keep(records, context, appointment.id(), std::move(details), appointment.version(), meant),
        std::move(words), code(AppointmentStatus::Arrived));
}

Result<std::vector<WaitingRow>> waiting_room(Records const& records, Context const& context)
{
    if (auto allowed = permit(context.actor, Action::SeeSchedule); !allowed)
        return refuse(allowed.error());
    ClinicTime const now = context.clock->local_now();
    std::vector<WaitingRow> rows;
    for (Appointment const& one : records.appointments().between(day_of(now), day_of(now))) {
        auto const& details = one.details();
        if (details.status != AppointmentStatus::Arrived)
            continue;
        auto const patient = records.patients().find(details.patient);
        if (!patient)
            continue;
        ClinicTime const since = details.arrived.value_or(now);
        rows.push_back({.appointment = one.id(),
            .patient = details.patient,
            .name = patient->name(),
            .clinician = details.clinician,
            .start = details.start,
            .arrived = since,
            .minutes = static_cast<int>(std::max(now - since, Minutes{0}).count())});
    }
    std::ranges::stable_sort(rows, {}, &WaitingRow::arrived);
    return rows;
}

} // namespace plumbline::app
