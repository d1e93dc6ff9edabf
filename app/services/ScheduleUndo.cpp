// SPDX-License-Identifier: Apache-2.0
#include "app/services/Booking.hpp"
#include "app/services/Common.hpp"

namespace plumbline::app {

namespace {

template <class Record>
using Changes = std::vector<Changed<Record>>;

/// Nobody has touched what the edit left behind.
template <class Record, class Port>
Result<void> untouched(Port const& port, Changes<Record> const& changes)
{
    for (auto const& change : changes) {
        auto const id = change.after ? change.after->id() : change.before->id();
        if (port.find(id) != change.after)
            return still_current(1, 0);
    }
    return {};
}

/// The earlier record in the place of the present one.
template <class Record>
Record back(Changed<Record> const& change)
{
    return Record::restore(change.before->id(), change.before->details(), change.after ? change.after->version() : 0);
}

template <class Record, class Port>
Result<void> put_back(Port& port, Changes<Record> const& changes)
{
    for (auto const& change : changes)
        if (change.before)
            if (auto kept = port.keep(back(change)); !kept)
                return kept;
    return {};
}

template <class Record, class Port>
Result<void> take_away(Port& port, Changes<Record> const& changes)
{
    for (auto const& change : changes)
        if (!change.before)
            if (auto gone = port.remove(change.after->id(), change.after->version()); !gone)
                return gone;
    return {};
}

/// What had been booked goes; when a visit refers to it, it stays and says that it was taken back.
Result<void> put_appointments_back(Records& records, Changes<Appointment> const& changes)
{
    std::vector<Appointment> wanted;
    for (auto const& change : changes) {
        if (change.before) {
            wanted.push_back(back(change));
        } else if (!records.visits().of_appointment(change.after->id())) {
            if (auto gone = records.appointments().remove(change.after->id(), change.after->version()); !gone)
                return gone;
        } else {
            auto details = change.after->details();
            details.status = AppointmentStatus::Cancelled;
            details.reason = tr_noop("The booking was undone.");
            wanted.push_back(Appointment::restore(change.after->id(), std::move(details), change.after->version()));
        }
    }
    return records.appointments().keep_all(wanted);
}

template <class Record, class Port>
Changes<Record> inverse(Port const& port, Changes<Record> const& changes)
{
    Changes<Record> turned;
    for (auto const& change : changes)
        turned.push_back({change.after, port.find(change.after ? change.after->id() : change.before->id())});
    return turned;
}

} // namespace

Result<ScheduleEdit> undo(Records& records, Context const& context, ScheduleEdit const& edit)
{
    if (auto allowed = permit(context.actor, Action::EditSchedule); !allowed)
        return refuse(allowed.error());
    if (auto same = untouched<Appointment>(records.appointments(), edit.appointments); !same)
        return refuse(same.error());
    if (auto same = untouched<AppointmentSeries>(records.series(), edit.series); !same)
        return refuse(same.error());
    if (auto same = untouched<WaitlistEntry>(records.waitlist(), edit.waitlist); !same)
        return refuse(same.error());
    // A series is there before its appointments and goes after them.
    if (auto done = put_back<AppointmentSeries>(records.series(), edit.series); !done)
        return refuse(done.error());
    if (auto done = put_appointments_back(records, edit.appointments); !done)
        return refuse(done.error());
    if (auto done = take_away<AppointmentSeries>(records.series(), edit.series); !done)
        return refuse(done.error());
    if (auto done = put_back<WaitlistEntry>(records.waitlist(), edit.waitlist); !done)
        return refuse(done.error());
    if (auto done = take_away<WaitlistEntry>(records.waitlist(), edit.waitlist); !done)
        return refuse(done.error());
    for (auto const& change : edit.appointments) {
        Appointment const& one = change.after ? *change.after : *change.before;
        audit(records, context,
            !change.before      ? AuditEvent::Delete
                : !change.after ? AuditEvent::Create
                                : AuditEvent::Change,
            {"appointment", one.id().value(), one.details().patient}, "undone");
    }
    for (auto const& change : edit.waitlist) {
        WaitlistEntry const& one = change.after ? *change.after : *change.before;
        audit(records, context, AuditEvent::Change, {"waitlist", one.id().value(), one.details().patient}, "undone");
    }
    return ScheduleEdit{.words = {tr_noop("Undone.")},
        .appointments = inverse<Appointment>(records.appointments(), edit.appointments),
        .series = inverse<AppointmentSeries>(records.series(), edit.series),
        .waitlist = inverse<WaitlistEntry>(records.waitlist(), edit.waitlist)};
}

} // namespace plumbline::app
