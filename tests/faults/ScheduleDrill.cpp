// SPDX-License-Identifier: Apache-2.0
#include "tests/faults/ScheduleDrill.hpp"

#include "app/services/ScheduleSetup.hpp"
#include "persistence/Database.hpp"
#include "persistence/records/AppointmentRows.hpp"
#include "tests/support/Samples.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace plumbline::faults {

namespace {

using plumbline::testing::must;

constexpr int days = 10, patients = 60, clinicians = 4;
constexpr int longest_chain = 6;
constexpr Date monday{std::chrono::year{2026} / 11 / 30};

bool same(std::optional<Appointment> const& stored, std::optional<Appointment> const& wanted)
{
    if (!stored || !wanted)
        return stored.has_value() == wanted.has_value();
    return stored->details() == wanted->details();
}

int clashes_among(std::vector<Appointment> appointments)
{
    std::erase_if(appointments, [](Appointment const& one) { return !takes_time(one); });
    std::ranges::sort(appointments, {}, [](Appointment const& one) { return one.details().start; });
    int found = 0;
    for (std::size_t i = 0; i < appointments.size(); ++i)
        for (std::size_t j = i + 1; j < appointments.size() && appointments[j].details().start < appointments[i].end();
             ++j)
            found += clash(appointments[i], appointments[j]);
    return found;
}

} // namespace

void ScheduleLedger::acknowledged(std::int64_t order, app::ScheduleEdit const& edit, std::optional<app::Seen> seen)
{
    std::lock_guard const lock{guard_};
    entries_.emplace(order, Entry{edit, seen});
}

void ScheduleLedger::refused() noexcept
{
    std::lock_guard const lock{guard_};
    ++refusals_;
}

void ScheduleLedger::undone(app::ScheduleEdit const& edit, app::ScheduleEdit const& inverse)
{
    std::lock_guard const lock{guard_};
    ++undone_;
    for (std::size_t i = 0; i < edit.appointments.size(); ++i)
        inexact_undos_ += !same(inverse.appointments[i].after, edit.appointments[i].before);
}

void ScheduleLedger::chained(int steps) noexcept
{
    std::lock_guard const lock{guard_};
    longest_chain_ = std::max(longest_chain_, steps);
}

void ScheduleLedger::refused_without_cause() noexcept
{
    std::lock_guard const lock{guard_};
    ++causeless_refusals_;
}

ScheduleLedger::Verdict ScheduleLedger::judged(std::vector<Appointment> const& stored) const
{
    std::lock_guard const lock{guard_};
    Verdict verdict{.operations = static_cast<int>(entries_.size()) + refusals_,
        .refusals = refusals_,
        .undone = undone_,
        .double_bookings = clashes_among(stored),
        .inexact_undos = inexact_undos_,
        .causeless_refusals = causeless_refusals_,
        .longest_chain = longest_chain_};
    // Every change stands on the one before it, and the last of each appointment is what is stored.
    std::map<AppointmentId, Appointment> now;
    for (auto const& [order, entry] : entries_) {
        for (auto const& change : entry.edit.appointments) {
            auto const id = change.after ? change.after->id() : change.before->id();
            auto const known = now.find(id);
            auto const before = known == now.end() ? std::nullopt : std::optional{known->second};
            verdict.overwritten += before != change.before;
            if (entry.seen && entry.seen->id == id && entry.seen->version && change.before)
                verdict.overwritten += change.before->version() != *entry.seen->version;
            if (change.after)
                now.insert_or_assign(id, *change.after);
            else
                now.erase(id);
        }
    }
    for (Appointment const& one : stored) {
        auto const known = now.find(one.id());
        verdict.lost += known == now.end() || known->second != one;
    }
    verdict.lost += static_cast<int>(std::ranges::count_if(
        now, [&](auto const& one) { return std::ranges::find(stored, one.second) == stored.end(); }));
    return verdict;
}

std::string ScheduleLedger::Verdict::figures(std::string const& what) const
{
    return fmt::format("{}: {} operations, {} refused, {} undone or done again; {} double bookings, {} lost, "
                       "{} overwritten, {} inexact undos, {} refused without cause, {} steps in a row",
        what, operations, refusals, undone, double_bookings, lost, overwritten, inexact_undos, causeless_refusals,
        longest_chain);
}

ScheduleWriter::ScheduleWriter(
    OpenClinic& clinic, app::Context context, ScheduleLedger& ledger, ScheduleDefect defect, unsigned seed)
    : clinic_{clinic}
    , context_{std::move(context)}
    , ledger_{ledger}
    , defect_{defect}
    , random_{seed}
{
    static_cast<void>(clinic_.store().read([&](Records const& records) -> Result<void> {
        for (PatientRow const& row : records.patients().search("", patients))
            patients_.push_back(row.id);
        for (app::ClinicianRow const& row : app::clinicians(records))
            clinicians_.push_back(row.id);
        for (Resource const& one : records.resources().all())
            resources_.push_back(one.id());
        return {};
    }));
}

int ScheduleWriter::below(int limit)
{
    return std::uniform_int_distribution{0, limit - 1}(random_);
}

void ScheduleWriter::work(int operations)
{
    while (handed_in_ < operations)
        once();
}

void ScheduleWriter::once()
{
    int const what = below(100);
    if (what < 36)
        book();
    else if (what < 60)
        change();
    else if (what < 67)
        book_series();
    else if (what < 77)
        change_series();
    else if (what < 87)
        cancel();
    else if (what < 93)
        confirm();
    else
        take_back();
}

ClinicTime ScheduleWriter::random_start()
{
    return at(plus_days(monday, below(days)), Minutes{8 * 60 + 15 * below(40)});
}

Appointment::Details ScheduleWriter::random_details()
{
    Appointment::Details details;
    details.patient = patients_[static_cast<std::size_t>(below(static_cast<int>(patients_.size())))];
    details.clinician = clinicians_[static_cast<std::size_t>(below(static_cast<int>(clinicians_.size())))];
    details.start = random_start();
    details.length = Minutes{15 * (1 + below(4))};
    details.type = below(4) == 0 ? AppointmentType::Group : AppointmentType::Treatment;
    if (details.type == AppointmentType::Group) { // Few classes, so that they fill.
        details.start = at(day_of(details.start), Minutes{14 * 60});
        details.length = Minutes{45};
    }
    if (below(4) == 0)
        details.resources = {resources_[static_cast<std::size_t>(below(static_cast<int>(resources_.size())))]};
    return details;
}

std::optional<Appointment> ScheduleWriter::any()
{
    Date const day = plus_days(monday, below(days));
    std::vector<Appointment> found;
    static_cast<void>(clinic_.store().read([&](Records const& records) -> Result<void> {
        found = records.appointments().between(day, plus_days(day, 1));
        return {};
    }));
    if (found.empty())
        return std::nullopt;
    return found[static_cast<std::size_t>(below(static_cast<int>(found.size())))];
}

std::optional<app::ScheduleEdit> ScheduleWriter::acknowledged(Work const& work, std::optional<app::Seen> seen)
{
    ++handed_in_;
    std::int64_t order = 0;
    auto const edit = clinic_.store().write([&](Records& records) {
        auto done = work(records, context_);
        // Writers follow one another, so the chain's last link is this work's own.
        if (auto const latest = records.audit().latest(1); done && !latest.empty())
            order = latest.front().seq;
        return done;
    });
    if (!edit) {
        ledger_.refused();
        return std::nullopt;
    }
    if (edit->appointments.empty())
        return std::nullopt;
    ledger_.acknowledged(order, *edit, seen);
    for (auto const& change : edit->appointments)
        left_[(change.after ? change.after : change.before)->id()] = change.after;
    for (auto const& change : edit->series)
        series_left_[(change.after ? change.after : change.before)->id()] = change.after;
    return *edit;
}

void ScheduleWriter::hand_in(Work const& work, std::optional<app::Seen> seen)
{
    if (auto edit = acknowledged(work, seen))
        history_.remember({*std::move(edit)});
}

void ScheduleWriter::book()
{
    auto const wanted = Appointment::create(context_.make<AppointmentId>(), random_details());
    if (defect_ == ScheduleDefect::BlindBooking && below(2) == 0) {
        auto& session = dynamic_cast<persistence::Database&>(clinic_.store()).session();
        return hand_in([&](Records& records, app::Context const& context) -> Result<app::ScheduleEdit> {
            persistence::insert_appointment(session, *wanted);
            app::audit(records, context, AuditEvent::Create, {"appointment", wanted->id().value()});
            return app::ScheduleEdit{
                .words = {}, .appointments = {{std::nullopt, records.appointments().find(wanted->id())}}};
        });
    }
    hand_in([&](Records& records, app::Context const& context) {
        return app::book(records, context, *wanted, app::Hours::Overridden);
    });
}

void ScheduleWriter::book_series()
{
    auto const first = random_details();
    hand_in([&](Records& records, app::Context const& context) -> Result<app::ScheduleEdit> {
        auto const proposal =
            app::propose_series(records, context, first, "FREQ=DAILY;COUNT=3", {}, app::Hours::Overridden);
        if (!proposal)
            return refuse(proposal.error());
        return app::book_proposal(records, context, *proposal, app::Conflicts::Skip, app::Hours::Overridden);
    });
}

void ScheduleWriter::change()
{
    auto seen = any();
    if (!seen)
        return;
    bool const is_stale = defect_ == ScheduleDefect::StaleChange && stale_ && below(3) == 0;
    if (is_stale)
        seen = stale_;
    else if (below(3) == 0)
        stale_ = seen;
    app::AppointmentChange wanted{.start = random_start()};
    wanted.meant = app::Hours::Overridden;
    if (below(3) == 0)
        wanted.clinician = clinicians_[static_cast<std::size_t>(below(static_cast<int>(clinicians_.size())))];
    // Somebody thinks before they drop it: others get in between.
    app::Seen const as_seen{seen->id(), seen->version()};
    hand_in(
        [&](Records& records, app::Context const& context) {
            return app::change(records, context, is_stale ? app::Seen{seen->id()} : as_seen, wanted);
        },
        as_seen);
}

void ScheduleWriter::change_series()
{
    auto const seen = any();
    if (!seen || !seen->details().series)
        return;
    app::SeriesChange wanted{
        .scope = below(2) == 0 ? app::SeriesScope::All : app::SeriesScope::ThisAndFollowing, .change = {}};
    wanted.change.start = seen->details().start + Minutes{15 * (below(9) - 4)} + std::chrono::days{below(2)};
    wanted.change.meant = app::Hours::Overridden;
    app::Seen const as_seen{seen->id(), seen->version()};
    hand_in([&](Records& records,
                app::Context const& context) { return app::change_series(records, context, as_seen, wanted); },
        as_seen);
}

void ScheduleWriter::cancel()
{
    auto const seen = any();
    if (!seen)
        return;
    app::Seen const as_seen{seen->id(), seen->version()};
    bool const whole = below(4) == 0;
    hand_in(
        [&](Records& records, app::Context const& context) {
            return whole ? app::cancel_series(records, context, as_seen, app::SeriesScope::All, "ill")
                         : app::cancel(records, context, as_seen, "ill");
        },
        as_seen);
}

void ScheduleWriter::confirm()
{
    auto const seen = any();
    if (!seen)
        return;
    app::Seen const as_seen{seen->id(), seen->version()};
    hand_in(
        [&](Records& records, app::Context const& context) {
            return app::set_status(records, context, as_seen,
                seen->details().status == AppointmentStatus::Booked ? AppointmentStatus::Confirmed
                                                                    : AppointmentStatus::Booked);
        },
        as_seen);
}

bool ScheduleWriter::is_as_left(Records const& records, app::ScheduleEdit const& step) const
{
    return std::ranges::all_of(step.appointments, [&](auto const& change) {
        auto const id = (change.after ? change.after : change.before)->id();
        return records.appointments().find(id) == left_.at(id);
    }) && std::ranges::all_of(step.series, [&](auto const& change) {
        auto const id = (change.after ? change.after : change.before)->id();
        // A series that the step began is taken away with it, unless somebody else's visit stands in it by now.
        auto const own = [&](Appointment const& one) {
            return std::ranges::any_of(
                step.appointments, [&](auto const& mine) { return mine.after && mine.after->id() == one.id(); });
        };
        return records.series().find(id) == series_left_.at(id)
            && (change.before || std::ranges::all_of(records.appointments().of_series(id), own));
    });
}

int ScheduleWriter::steps(app::ScheduleHistory::Way way, int at_most)
{
    int done = 0;
    for (; done < at_most; ++done) {
        auto const* const step = history_.next(way);
        if (step == nullptr)
            return done;
        app::ScheduleEdit const edit = step->edit;
        bool causeless = false;
        auto answer = acknowledged(
            [&](Records& records, app::Context const& context) {
                bool const as_left = is_as_left(records, edit);
                auto undone = app::undo(records, context, edit);
                causeless = !undone && undone.error().field.empty() && as_left;
                return undone;
            },
            {});
        if (causeless)
            ledger_.refused_without_cause();
        if (!answer)
            return done;
        ledger_.undone(edit, *answer);
        history_.took_back(way, *std::move(answer));
    }
    return done;
}

void ScheduleWriter::take_back()
{
    using enum app::ScheduleHistory::Way;
    int const undone = steps(Undo, 1 + below(longest_chain));
    ledger_.chained(undone);
    ledger_.chained(steps(Redo, below(undone + 1)));
}

void furnish_for_drill(OpenClinic& clinic, app::Context const& context)
{
    must(clinic.store().write([&](Records& records) -> Result<void> {
        for (int i = 0; i < patients; ++i) {
            Patient::Details details;
            details.name.family = fmt::format("Drill {:02}", i);
            details.birth_date = std::chrono::year{1980} / 1 / 1;
            must(records.patients().keep(must(Patient::create(
                context.make<PatientId>(), records.patients().next_record_number(), details, context.today()))));
        }
        for (int i = 1; i < clinicians; ++i)
            must(records.users().keep(must(User::create(context.make<UserId>(),
                {fmt::format("drill{}", i), fmt::format("Drill {}", i), "PT", "", Role::Therapist, true}))));
        for (auto const* const name : {"Table", "Room"})
            must(records.resources().keep(
                must(Resource::create(context.make<ResourceId>(), {ResourceKind::Room, name, true}))));
        return {};
    }));
}

std::vector<Appointment> all_appointments(OpenClinic& clinic)
{
    std::vector<Appointment> all;
    static_cast<void>(clinic.store().read([&](Records const& records) -> Result<void> {
        all = records.appointments().between(plus_days(monday, -30), plus_days(monday, 120));
        return {};
    }));
    return all;
}

void drop_schedule_guards(OpenClinic& clinic)
{
    auto& session = dynamic_cast<persistence::Database&>(clinic.store()).session();
    if (session.dialect() == persistence::Dialect::Sqlite) {
        for (auto const* const name : {"one_place_for_a_new_appointment", "one_place_for_a_moved_appointment",
                 "one_place_for_a_new_hold", "one_place_for_a_moved_hold"})
            session.execute(std::string{"drop trigger "} + name);
    } else {
        session.execute("alter table appointment drop constraint one_patient_in_one_place");
        session.execute("alter table appointment drop constraint one_clinician_in_one_place");
        session.execute("alter table appointment_resource drop constraint one_resource_in_one_place");
    }
}

} // namespace plumbline::faults
