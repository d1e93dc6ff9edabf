// SPDX-License-Identifier: Apache-2.0
#include "app/services/demo/Day.hpp"

#include "app/services/Context.hpp"
#include "app/services/DemoClinic.hpp"

#include <algorithm>

namespace plumbline::app {

namespace {

using namespace std::chrono_literals;

constexpr Minutes treated_for = 26min;
constexpr Minutes waiting_for = 3min;

bool is_here(AppointmentStatus status) noexcept
{
    return status == AppointmentStatus::Arrived || status == AppointmentStatus::InTreatment;
}

/// Never before midnight, where the wait of another day would begin.
ClinicTime before(ClinicTime now, Minutes by)
{
    return std::max(now - by, at(day_of(now), 0min));
}

Result<void> wake(Records& records, Context const& context)
{
    if (records.settings().get("clinic.demo") != "1")
        return {};
    ClinicTime const now = context.clock->local_now();
    Date const today = day_of(now);
    auto const appointments = records.appointments().between(today, today, std::nullopt);
    bool const fresh = std::ranges::all_of(
        appointments, [](Appointment const& one) { return one.details().status == AppointmentStatus::Booked; });
    bool moved = false;
    for (Appointment const& one : appointments) {
        auto details = one.details();
        if (fresh)
            details.status = demo::status_at(details.start - at(today, 0min));
        if (is_here(details.status))
            details.arrived = before(now, details.status == AppointmentStatus::InTreatment ? treated_for : waiting_for);
        if (details == one.details())
            continue;
        auto const set = Appointment::create(one.id(), std::move(details), one.version());
        if (!set)
            return refuse(set.error());
        if (auto kept = records.appointments().keep(*set); !kept)
            return kept;
        moved = true;
    }
    if (moved)
        audit(records, context, AuditEvent::Change, {"appointment"}, "the demo's day was set to now");
    return {};
}

} // namespace

AppointmentStatus demo::status_at(Minutes since_midnight) noexcept
{
    if (since_midnight < 10h)
        return AppointmentStatus::Done;
    if (since_midnight < 10h + 45min)
        return AppointmentStatus::InTreatment;
    return since_midnight < 11h + 30min ? AppointmentStatus::Arrived : AppointmentStatus::Booked;
}

Result<void> wake_demo_clinic(OpenClinic& clinic, Context const& context)
{
    return clinic.store().write([&](Records& records) { return wake(records, context); });
}

} // namespace plumbline::app
