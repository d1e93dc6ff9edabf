// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/services/Desk.hpp"
#include "tests/support/FixedClock.hpp"
#include "tests/support/MemoryStore.hpp"
#include "tests/support/Samples.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace plumbline::testing {

/// A furnished clinic on Monday 23 November 2026, 10:30, where anyone may act.
struct AtTheClinic {
    FixedClock clock;
    IdMaker ids{clock};
    MemoryClinic clinic{acting(Role::Owner)};
    app::ImmediateWorker worker;

    AtTheClinic() { furnish(records(), clock.today()); }

    Records& records() { return clinic.store().records(); }
    MemoryState& state() { return clinic.store().state(); }
    Date today() const { return clock.today(); }
    app::Context context(Role role) { return {acting(role), &clock, &ids}; }
    app::Desk desk(Role role) { return {clinic, context(role), worker}; }

    /// As one transaction, by this role: `by(Role::Therapist, app::save_note, id, version, details)`.
    template <class Service, class... Arguments>
    auto by(Role role, Service service, Arguments const&... arguments)
    {
        return desk(role).write_now(
            [&](Records& all, app::Context const& context) { return service(all, context, arguments...); });
    }
    template <class Service, class... Arguments>
    auto seen_by(Role role, Service service, Arguments const&... arguments)
    {
        return desk(role).read_now(
            [&](Records const& all, app::Context const& context) { return service(all, context, arguments...); });
    }

    bool was_noted(AuditEvent event, std::string_view entity)
    {
        return std::ranges::any_of(state().audit,
            [&](AuditLink const& link) { return link.entry.event == event && link.entry.entity == entity; });
    }
    AuditEntry const& last_entry() { return state().audit.back().entry; }

    /// A signed treatment of Maja's with pain and minutes.
    Visit signed_visit(VisitId id, Date on, int points = 4)
    {
        auto details = treatment(time(on, 10, 30));
        details.note.pain_now = pain(points);
        details.note.pain_worst.reset();
        auto const visit = must(Visit::create(id, maja_id, sciatica_id, details, clock.local_now()));
        Seal const seal{records().digest(visit.canonical_text()), dana_id, "Dana Reyes, PT, DPT", clock.now(), "test"};
        must(records().visits().keep(must(visit.sealed(seal))));
        return *records().visits().find(id);
    }
    AppointmentId booked(std::int64_t id, ClinicTime start, PatientId patient = maja_id)
    {
        must(records().appointments().keep(must(Appointment::create(AppointmentId{id}, treatment_at(start, patient)))));
        return AppointmentId{id};
    }
};

/// True when the outcome is a refusal for this reason on this field.
template <class T>
bool refused(Result<T> const& outcome, Refusal::Reason reason, std::string_view field)
{
    return !outcome && outcome.error().reason == reason && outcome.error().field == field;
}

} // namespace plumbline::testing
