// SPDX-License-Identifier: Apache-2.0
#include "tests/app/services/AtTheFrontDesk.hpp"

#include <boost/test/unit_test.hpp>

using namespace plumbline;
using namespace plumbline::testing;
using Reason = Refusal::Reason;

BOOST_FIXTURE_TEST_SUITE(schedule_booking, AtTheFrontDesk)

BOOST_AUTO_TEST_CASE(a_booking_is_kept_and_can_be_undone_and_redone)
{
    auto const edit = must(book(1, treatment_at(time(today(), 14), maja_id)));
    BOOST_TEST((edit.appointment() == AppointmentId{1}));
    BOOST_TEST(edit.words.english() == "Booked for 14:00 on 23 Nov 2026.");
    Appointment const booked = stored(1);
    BOOST_TEST((booked.details().episode == sciatica_id)); // The open one, though nobody named it.

    auto const redo = must(undo(edit));
    BOOST_TEST(!records().appointments().find(AppointmentId{1}).has_value());
    auto const again = must(undo(redo));
    BOOST_TEST((stored(1).details() == booked.details()));
    must(undo(again));
    BOOST_TEST(!records().appointments().find(AppointmentId{1}).has_value());
    BOOST_TEST(was_noted(AuditEvent::Delete, "appointment"));
}

BOOST_AUTO_TEST_CASE(outside_working_hours_it_is_refused_unless_it_is_meant)
{
    auto const lunch = treatment_at(time(today(), 12), maja_id);
    auto const refusal = book(1, lunch);
    BOOST_TEST(refused(refusal, Reason::Invalid, "hours"));
    BOOST_TEST(refusal.error().message.english() == "The clinician does not work from 12:00 to 12:45 on 23 Nov 2026.");
    must(book(1, lunch, app::Hours::Overridden));
    BOOST_TEST(last_entry().detail == "outside working hours");

    auto hours = records().hours().of(dana_id)->details();
    hours.exceptions = {{plus_days(today(), 1), plus_days(today(), 2), {}, "course"}};
    must(by(Role::Manager, app::keep_hours, WorkingHours::restore(dana_id, hours, 1)));
    auto const absent = book(2, treatment_at(time(plus_days(today(), 1), 9), maja_id));
    BOOST_TEST(
        absent.error().message.english() == "The clinician does not work from 09:00 to 09:45 on 24 Nov 2026: course.");
}

BOOST_AUTO_TEST_CASE(an_override_where_none_was_needed_is_not_noted)
{
    must(book(1, treatment_at(time(today(), 14), maja_id), app::Hours::Overridden));
    BOOST_TEST(last_entry().detail.empty());
}

BOOST_AUTO_TEST_CASE(patient_clinician_and_table_are_promised_once)
{
    auto first = treatment_at(time(today(), 14), maja_id);
    first.resources = {table};
    must(book(1, first));
    BOOST_TEST(refused(book(2, treatment_at(time(today(), 14, 30), tom_id)), Reason::Conflict, "start"));
    BOOST_TEST(refused(book(2, treatment_at(time(today(), 14, 30), maja_id, pat_id)), Reason::Conflict, "start"));
    auto third = treatment_at(time(today(), 14, 30), tom_id, pat_id);
    third.resources = {table};
    BOOST_TEST(refused(book(2, third), Reason::Conflict, "resources"));
    third.resources = {ResourceId{99}};
    BOOST_TEST(refused(book(2, third), Reason::Invalid, "resources"));
    third.resources.clear();
    BOOST_TEST(book(2, third).has_value());
}

BOOST_AUTO_TEST_CASE(a_class_fills_place_by_place)
{
    must(by(Role::Owner, [](Records& all, app::Context const&) -> Result<void> {
        all.settings().set("appointment.group_places", "2");
        return {};
    }));
    auto group = treatment_at(time(today(), 14), maja_id);
    group.type = AppointmentType::Group;
    must(book(1, group));
    group.patient = tom_id;
    must(book(2, group));
    BOOST_TEST(stored(2).details().seat.value_or(0) == 2);

    auto ana = Patient::Details{};
    ana.name = {"Ruiz", "Ana", ""};
    ana.birth_date = day(1980, 1, 1);
    must(records().patients().keep(must(Patient::create(PatientId{103}, "9", ana, today()))));
    group.patient = PatientId{103};
    BOOST_TEST(refused(book(3, group), Reason::Conflict, "start"));
    must(by(Role::FrontDesk, app::cancel, AppointmentId{1}, std::string{"ill"}));
    must(book(3, group));
    BOOST_TEST(stored(3).details().seat.value_or(0) == 1);
    auto const blocks = sheet().blocks;
    BOOST_TEST(blocks.back().places == 2);
    BOOST_TEST(blocks.back().places_taken == 2);
}

BOOST_AUTO_TEST_CASE(types_that_may_overlap_share_the_clinician)
{
    records().settings().set("appointment.treatment_may_overlap", "1");
    must(book(1, treatment_at(time(today(), 14), maja_id)));
    BOOST_TEST(book(2, treatment_at(time(today(), 14, 15), tom_id)).has_value());
    BOOST_TEST(!book(3, treatment_at(time(today(), 14, 15), tom_id, pat_id)).has_value()); // The patient does not.
}

BOOST_AUTO_TEST_CASE(a_move_is_undone_exactly_and_not_over_somebody_elses_change)
{
    must(book(1, treatment_at(time(today(), 14), maja_id)));
    Appointment const before = stored(1);
    auto const moved = must(by(Role::FrontDesk, app::change, app::Seen{AppointmentId{1}, 1},
        app::AppointmentChange{.start = time(today(), 16), .length = Minutes{30}}));
    BOOST_TEST(moved.words.english() == "Moved to 16:00 on 23 Nov 2026.");
    BOOST_TEST(!by(Role::FrontDesk, app::change, app::Seen{AppointmentId{1}, 1},
        app::AppointmentChange{.start = time(today(), 17)})
                    .has_value());

    must(by(Role::FrontDesk, app::set_status, AppointmentId{1}, AppointmentStatus::Confirmed));
    BOOST_TEST(refused(undo(moved), Reason::Conflict, ""));
    BOOST_TEST((stored(1).details().start == time(today(), 16)));

    must(by(Role::FrontDesk, app::set_status, AppointmentId{1}, AppointmentStatus::Booked));
    auto const again =
        must(by(Role::FrontDesk, app::change, AppointmentId{1}, app::AppointmentChange{.start = time(today(), 17)}));
    auto const at_four = stored(1);
    must(undo(again));
    BOOST_TEST((stored(1).details().start == time(today(), 16)));
    BOOST_TEST((at_four.details().start == time(today(), 17)));
    BOOST_TEST((before.details().start == time(today(), 14)));
}

BOOST_AUTO_TEST_CASE(a_confirmed_hour_that_moves_asks_for_a_new_confirmation)
{
    must(book(1, treatment_at(time(today(), 14), maja_id)));
    must(by(Role::FrontDesk, app::set_status, AppointmentId{1}, AppointmentStatus::Confirmed));
    must(by(Role::FrontDesk, app::change, AppointmentId{1}, app::AppointmentChange{.start = time(today(), 15)}));
    BOOST_TEST((stored(1).details().status == AppointmentStatus::Booked));
}

BOOST_AUTO_TEST_CASE(a_cancellation_has_a_reason_and_knows_whether_it_was_late)
{
    must(book(1, treatment_at(time(today(), 14), maja_id)));
    must(book(2, treatment_at(time(plus_days(today(), 3), 14), maja_id)));
    BOOST_TEST(
        refused(by(Role::FrontDesk, app::cancel, AppointmentId{1}, std::string{"  "}), Reason::Invalid, "reason"));
    auto const late = must(by(Role::FrontDesk, app::cancel, AppointmentId{1}, std::string{"flu"}));
    must(by(Role::FrontDesk, app::cancel, AppointmentId{2}, std::string{"flu"}));
    BOOST_TEST(stored(1).details().late);
    BOOST_TEST(!stored(2).details().late);
    BOOST_TEST(stored(1).details().reason == "flu");

    must(book(3, treatment_at(time(today(), 14), tom_id)));
    BOOST_TEST((undo(late).error().reason == Reason::Conflict)); // The hour has gone to somebody else.
}

BOOST_AUTO_TEST_CASE(statuses_follow_each_other_and_leave_their_times)
{
    must(book(1, treatment_at(time(today(), 10, 45), maja_id)));
    auto const set = [&](AppointmentStatus status) {
        return by(Role::FrontDesk, app::set_status, AppointmentId{1}, status);
    };
    BOOST_TEST(refused(set(AppointmentStatus::NoShow), Reason::Invalid, "status")); // It has not begun.
    BOOST_TEST(refused(set(AppointmentStatus::Cancelled), Reason::Invalid, "reason"));
    must(set(AppointmentStatus::Arrived));
    BOOST_TEST(must(seen_by(Role::FrontDesk, app::waiting_room)).size() == 1U);
    BOOST_TEST(refused(set(AppointmentStatus::NoShow), Reason::Invalid, "status"));
    clock.advance(std::chrono::minutes{16});
    BOOST_TEST(must(seen_by(Role::FrontDesk, app::waiting_room)).front().minutes == 16);
    must(set(AppointmentStatus::InTreatment));
    clock.advance(std::chrono::minutes{40});
    auto const done = must(set(AppointmentStatus::Done));
    auto const details = stored(1).details();
    BOOST_TEST((details.arrived == time(today(), 10, 30)));
    BOOST_TEST((details.started == time(today(), 10, 46)));
    BOOST_TEST((details.finished == time(today(), 11, 26)));
    BOOST_TEST(
        refused(by(Role::FrontDesk, app::cancel, AppointmentId{1}, std::string{"ill"}), Reason::Invalid, "status"));
    must(undo(done));
    BOOST_TEST((stored(1).details().status == AppointmentStatus::InTreatment));
    BOOST_TEST(!stored(1).details().finished.has_value());

    must(book(2, treatment_at(time(plus_days(today(), 1), 9), tom_id)));
    BOOST_TEST(refused(
        by(Role::FrontDesk, app::set_status, AppointmentId{2}, AppointmentStatus::Arrived), Reason::Invalid, "status"));
}

BOOST_AUTO_TEST_CASE(a_signed_note_keeps_its_appointment_done)
{
    must(book(1, treatment_at(time(today(), 10, 30), maja_id)));
    must(by(Role::FrontDesk, app::set_status, AppointmentId{1}, AppointmentStatus::Done));
    auto visit = treatment(time(today(), 10, 30));
    visit.appointment = AppointmentId{1};
    auto const note = must(Visit::create(VisitId{1}, maja_id, sciatica_id, visit, clock.local_now()));
    must(records().visits().keep(must(note.sealed(
        Seal{records().digest(note.canonical_text()), dana_id, "Dana Reyes, PT, DPT", clock.now(), "test"}))));
    BOOST_TEST(refused(
        by(Role::FrontDesk, app::set_status, AppointmentId{1}, AppointmentStatus::Booked), Reason::Invalid, "status"));
}

BOOST_AUTO_TEST_CASE(what_a_visit_refers_to_is_canceled_instead_of_removed)
{
    auto const edit = must(book(1, treatment_at(time(today(), 10, 30), maja_id)));
    auto visit = treatment(time(today(), 10, 30));
    visit.appointment = AppointmentId{1};
    must(records().visits().keep(must(Visit::create(VisitId{1}, maja_id, sciatica_id, visit, clock.local_now()))));
    auto const redo = must(undo(edit));
    BOOST_TEST((stored(1).details().status == AppointmentStatus::Cancelled));
    must(undo(redo));
    BOOST_TEST((stored(1).details().status == AppointmentStatus::Booked));
}

BOOST_AUTO_TEST_CASE(a_copy_is_booked_anew_and_a_walk_in_has_arrived)
{
    must(book(1, treatment_at(time(today(), 14), maja_id)));
    must(by(Role::FrontDesk, app::copy, AppointmentId{1}, AppointmentId{2},
        app::AppointmentChange{.start = time(plus_days(today(), 2), 9)}));
    BOOST_TEST((stored(2).details().patient == maja_id));
    BOOST_TEST((stored(2).details().status == AppointmentStatus::Booked));
    must(by(
        Role::FrontDesk, app::walk_in, appointment(3, treatment_at(time(today(), 10, 30), tom_id)), app::Hours::Kept));
    BOOST_TEST((stored(3).details().status == AppointmentStatus::Arrived));
    BOOST_TEST((stored(3).details().arrived == clock.local_now()));
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_FIXTURE_TEST_SUITE(schedule_sheet_of_days, AtTheFrontDesk)

BOOST_AUTO_TEST_CASE(a_day_has_a_column_for_each_clinician_and_each_resource)
{
    auto details = treatment_at(time(today(), 14), maja_id);
    details.resources = {table};
    must(book(1, details));
    auto const found = sheet();
    BOOST_TEST_REQUIRE(found.columns.size() >= 3U);
    auto const dana = std::ranges::find(found.columns, std::optional{dana_id}, &app::ScheduleColumn::clinician);
    BOOST_TEST_REQUIRE((dana != found.columns.end()));
    BOOST_TEST(dana->name == "Dana Reyes, PT, DPT");
    BOOST_TEST(dana->days.front().worked.size() == 2U);
    BOOST_TEST(dana->days.front().booked == 1);
    BOOST_TEST((dana->days.front().taken == Minutes{45}));
    BOOST_TEST((found.columns.back().resource == table));
    BOOST_TEST(found.columns.back().days.front().booked == 1);
}

BOOST_AUTO_TEST_CASE(a_block_says_which_visit_it_is_and_what_limits_it)
{
    // The evaluation of 19 October is the first treatment day; two signed visits follow.
    signed_visit(VisitId{1}, plus_days(today(), -4));
    signed_visit(VisitId{2}, plus_days(today(), -3));
    must(book(1, treatment_at(time(today(), 14), maja_id)));
    must(book(2, treatment_at(time(plus_days(today(), 2), 14), maja_id)));

    auto const found = sheet(Role::Therapist, 3);

    BOOST_TEST_REQUIRE(found.blocks.size() == 2U);
    BOOST_TEST(found.blocks[0].visit_number == 4);
    BOOST_TEST(found.blocks[1].visit_number == 5);
    BOOST_TEST(found.blocks[0].visits_of().value_or(0) == 12);
    BOOST_TEST(found.blocks[0].visits_planned.value_or(0) == 12);
    BOOST_TEST_REQUIRE(found.blocks[0].authorization.has_value());
    BOOST_TEST(found.blocks[0].authorization->used.visits == 3);
    BOOST_TEST(!found.blocks[0].precautions.empty());
    BOOST_TEST((found.blocks[0].last_visit == plus_days(today(), -3)));
    BOOST_TEST(sheet(Role::FrontDesk).blocks[0].precautions.empty());
}

BOOST_AUTO_TEST_CASE(a_visit_is_numbered_within_the_authorization_that_counts_for_it)
{
    signed_visit(VisitId{61}, plus_days(today(), -3));
    auto grant = records().authorizations().find(AuthorizationId{maja_id.value()})->details();
    grant.ended = true;
    must(by(
        Role::FrontDesk, app::keep_authorization, Authorization::restore(AuthorizationId{maja_id.value()}, grant, 1)));
    Authorization::Details const more{.patient = maja_id, .visits = 10, .visits_before = 1, .from = today()};
    must(by(Role::FrontDesk, app::keep_authorization, must(Authorization::create(AuthorizationId{900}, more))));
    must(book(1, treatment_at(time(today(), 14), maja_id)));
    must(book(2, treatment_at(time(plus_days(today(), 1), 14), maja_id)));

    auto const blocks = sheet(Role::Therapist, 2).blocks;
    BOOST_TEST_REQUIRE(blocks.size() == 2U);
    BOOST_TEST(blocks[0].visit_number == 2);
    BOOST_TEST(blocks[1].visit_number == 3);
    BOOST_TEST(blocks[0].visits_of().value_or(0) == 10);
}

BOOST_AUTO_TEST_CASE(the_last_authorized_visits_are_said_before_they_are_used)
{
    auto grant = records().authorizations().find(AuthorizationId{maja_id.value()})->details();
    grant.visits = 3;
    must(by(
        Role::FrontDesk, app::keep_authorization, Authorization::restore(AuthorizationId{maja_id.value()}, grant, 1)));
    for (int i = 0; i < 4; ++i)
        must(book(1 + i, treatment_at(time(plus_days(today(), i), 14), maja_id),
            {app::Hours::Kept, app::Limits::Overridden}));

    auto const blocks = sheet(Role::FrontDesk, 4).blocks;

    auto const says = [&](std::size_t i) {
        for (auto const& flag : blocks[i].flags)
            if (flag.about == app::ScheduleFlag::About::LastVisits)
                return flag.words.english();
        return std::string{};
    };
    // One of three was used by the evaluation.
    BOOST_TEST(says(0) == "Last visit but one");
    BOOST_TEST(says(1) == "Last authorized visit");
    BOOST_TEST(says(2) == "No authorized visit left");
    BOOST_TEST(says(3) == "No authorized visit left");
}

BOOST_AUTO_TEST_CASE(the_hours_grow_for_what_lies_outside_them)
{
    must(book(1, treatment_at(time(today(), 5), maja_id), app::Hours::Overridden));
    BOOST_TEST((sheet().open.from == Minutes{300}));
    BOOST_TEST((sheet().open.to == Minutes{19 * 60}));
}

BOOST_AUTO_TEST_SUITE_END()
