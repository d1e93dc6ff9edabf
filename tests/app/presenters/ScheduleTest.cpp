// SPDX-License-Identifier: Apache-2.0
#include "tests/app/presenters/AtTheSchedule.hpp"

#include <boost/test/unit_test.hpp>

using namespace plumbline;
using namespace plumbline::app;
using namespace plumbline::testing;

BOOST_FIXTURE_TEST_SUITE(the_schedule_screen, AtTheSchedule)

BOOST_AUTO_TEST_CASE(a_day_has_a_column_for_each_who_treats_and_says_what_is_booked)
{
    SheetBlock const& block = drawn_block(1);

    BOOST_TEST(block.title == "Lindqvist, Maja");
    BOOST_TEST(block.column == column_of(dana_id));
    BOOST_TEST((block.time == DaySpan{Minutes{840}, Minutes{885}}));
    BOOST_TEST(schedule->state().title == "Monday 23 November");
    BOOST_TEST(schedule->state().sheet.columns[block.column].subline.starts_with("1 booked"));
}

BOOST_AUTO_TEST_CASE(a_drag_moves_it_says_so_and_is_taken_back_and_done_again)
{
    move_to(1, dana_id, 15);
    BOOST_TEST(to_clock(stored(1).details().start) == "15:00");
    BOOST_REQUIRE(said.size() == 1U);
    BOOST_TEST(said.back().starts_with("Lindqvist, Maja: "));
    BOOST_TEST((schedule->selected() && schedule->selected()->id == AppointmentId{1}));

    schedule->undo();
    BOOST_TEST(to_clock(stored(1).details().start) == "14:00");
    BOOST_TEST((schedule->state().can_redo && !schedule->state().can_undo));
    schedule->redo();
    BOOST_TEST(to_clock(stored(1).details().start) == "15:00");
}

BOOST_AUTO_TEST_CASE(several_steps_are_taken_back_in_a_row_and_done_again)
{
    move_to(1, dana_id, 15);
    move_to(1, dana_id, 16);
    schedule->undo();
    schedule->undo();
    BOOST_TEST(to_clock(stored(1).details().start) == "14:00");
    BOOST_TEST((schedule->state().can_redo && !schedule->state().can_undo));
    schedule->redo();
    schedule->redo();
    BOOST_TEST(to_clock(stored(1).details().start) == "16:00");
    BOOST_TEST(!schedule->state().complaint);
}

BOOST_AUTO_TEST_CASE(a_step_that_cannot_be_taken_back_now_is_not_forgotten)
{
    move_to(1, dana_id, 15);
    must(book(2, treatment_at(time(today(), 14), tom_id)));
    schedule->undo();
    BOOST_REQUIRE(schedule->state().complaint);
    BOOST_TEST(schedule->state().can_undo);

    must(by(Role::FrontDesk, app::cancel, AppointmentId{2}, std::string{"ill"}));
    schedule->undo();
    BOOST_TEST(to_clock(stored(1).details().start) == "14:00");
}

BOOST_AUTO_TEST_CASE(keys_pressed_while_the_database_works_follow_one_another)
{
    ManualWorker late;
    Desk slow{clinic, context(Role::FrontDesk), late};
    SchedulePresenter screen{slow};
    screen.refresh();
    late.finish_all();
    screen.select(AppointmentId{1});
    screen.nudge(4, 0);
    screen.undo(); // Of the move that is still under way.
    screen.redo();
    screen.undo();
    late.finish_all();
    BOOST_TEST(to_clock(stored(1).details().start) == "14:00");
    BOOST_TEST((screen.state().can_redo && !screen.state().can_undo && !screen.state().complaint));
}

BOOST_AUTO_TEST_CASE(a_conflict_leaves_everything_as_it_was_and_says_why)
{
    must(book(2, treatment_at(time(today(), 16), tom_id)));
    schedule->refresh();
    move_to(1, dana_id, 16);

    BOOST_TEST(to_clock(stored(1).details().start) == "14:00");
    BOOST_REQUIRE(schedule->state().complaint);
    BOOST_TEST(schedule->state().complaint->field == "start");
    BOOST_TEST(!schedule->state().may_override);
    BOOST_TEST(!schedule->state().can_undo);
    BOOST_TEST(said.empty());

    schedule->step(1);
    BOOST_TEST(!schedule->state().complaint); // Nothing of this is said about another day.
}

BOOST_AUTO_TEST_CASE(outside_the_hours_it_can_be_meant_all_the_same)
{
    move_to(1, dana_id, 12);
    BOOST_TEST(schedule->state().may_override);
    BOOST_TEST(to_clock(stored(1).details().start) == "14:00");

    schedule->mean_it("the patient works until noon");
    BOOST_TEST(to_clock(stored(1).details().start) == "12:00");
    BOOST_TEST(stored(1).details().reason == "the patient works until noon");
    BOOST_TEST(!schedule->state().complaint);
}

BOOST_AUTO_TEST_CASE(the_keyboard_moves_lengthens_cuts_and_pastes)
{
    schedule->select(AppointmentId{1});
    schedule->nudge(2, 0);
    BOOST_TEST(to_clock(stored(1).details().start) == "14:30");
    schedule->lengthen(1);
    BOOST_TEST(stored(1).details().length.count() == 60);
    schedule->cut();
    schedule->select(SheetCursor{column_of(pat_id), Minutes{9 * 60}, std::nullopt});
    schedule->paste();
    BOOST_TEST(to_clock(stored(1).details().start) == "09:00");
    BOOST_TEST((stored(1).details().clinician == pat_id));
    BOOST_TEST(!schedule->can_paste());
}

BOOST_AUTO_TEST_CASE(what_cannot_be_pasted_here_is_still_held)
{
    must(book(2, treatment_at(time(today(), 9), tom_id, pat_id)));
    schedule->refresh();
    schedule->select(AppointmentId{1});
    schedule->cut();
    schedule->set_status(AppointmentStatus::Confirmed);
    schedule->select(SheetCursor{column_of(pat_id), Minutes{9 * 60}, std::nullopt});
    schedule->paste();
    BOOST_REQUIRE(schedule->state().complaint);
    BOOST_TEST(schedule->can_paste());
    schedule->select(SheetCursor{column_of(pat_id), Minutes{10 * 60}, std::nullopt});
    schedule->paste();
    BOOST_TEST(to_clock(stored(1).details().start) == "10:00");
    BOOST_TEST(!schedule->can_paste());
}

BOOST_AUTO_TEST_CASE(a_copy_is_an_appointment_of_its_own)
{
    Minutes const from = std::chrono::hours{16};
    schedule->wish({SheetWish::Kind::Copy, 1, column_of(dana_id), {from, from + Minutes{45}}});

    BOOST_TEST(records().appointments().between(today(), today()).size() == 2U);
    schedule->undo();
    BOOST_TEST(records().appointments().between(today(), today()).size() == 1U);
}

BOOST_AUTO_TEST_CASE(a_refresh_sees_what_another_workstation_did_and_keeps_the_selection)
{
    schedule->select(AppointmentId{1});
    must(book(2, treatment_at(time(today(), 9), tom_id)));
    schedule->refresh();

    BOOST_TEST(drawn_block(2).title == "Bauer, Tom");
    BOOST_TEST((schedule->selected() && schedule->selected()->id == AppointmentId{1}));
}

BOOST_AUTO_TEST_CASE(what_another_changed_meanwhile_is_not_overwritten)
{
    must(by(Role::Manager, [](Records& all, Context const& context) {
        return change(all, context, AppointmentId{1}, {.start = time(context.today(), 16)});
    }));
    move_to(1, dana_id, 15);

    BOOST_TEST(to_clock(stored(1).details().start) == "16:00");
    BOOST_REQUIRE(schedule->state().complaint);
    BOOST_TEST((schedule->state().complaint->reason == Refusal::Reason::Conflict));
}

BOOST_AUTO_TEST_CASE(one_key_hides_every_name)
{
    schedule->show_names(app::Names::Hidden);
    SheetBlock const& block = drawn_block(1);
    for (std::string const& words : {block.title, block.words, block.spoken})
        BOOST_TEST(words.find("Lindqvist") == std::string::npos);
    BOOST_TEST(block.card.empty());

    move_to(1, dana_id, 15);
    BOOST_TEST(said.back().find("Lindqvist") == std::string::npos);
    schedule->choose_span(ScheduleSpan::List);
    for (AgendaLine const& line : schedule->state().agenda) {
        BOOST_TEST(line.name.find("Lindqvist") == std::string::npos);
        BOOST_TEST(line.phone.empty());
    }
}

BOOST_AUTO_TEST_CASE(who_arrives_stands_in_the_waiting_room)
{
    schedule->select(AppointmentId{1});
    BOOST_TEST(schedule->may_become(AppointmentStatus::Arrived));
    schedule->set_status(AppointmentStatus::Arrived);

    BOOST_REQUIRE(schedule->state().waiting.size() == 1U);
    BOOST_TEST(schedule->state().waiting[0].words == "0 min");
    BOOST_TEST(drawn_block(1).words.find("arrived 10:30") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_canceled_visit_leaves_a_gap_that_says_who_fits_and_is_filled_from_it)
{
    WaitlistEntry::Details wish{.patient = tom_id, .priority = WaitlistPriority::AsSoonAsPossible, .since = today()};
    must(by(Role::FrontDesk, put_on_waitlist, must(WaitlistEntry::create(WaitlistEntryId{7}, wish))));
    schedule->select(AppointmentId{1});
    schedule->cancel("patient ill", SeriesScope::This);

    BOOST_REQUIRE(schedule->state().sheet.gaps.size() == 1U);
    BOOST_TEST(schedule->state().sheet.gaps[0].words == "canceled. Who fits: 1 Tom Bauer (ASAP)");
    BOOST_REQUIRE(schedule->fits_of(0).size() == 1U);
    schedule->fill(WaitlistEntryId{7}, *schedule->slot_of_gap(0));
    BOOST_TEST(schedule->state().sheet.gaps.empty());
    BOOST_TEST(schedule->state().waitlist.empty());
    auto const booked = records().appointments().between(today(), today());
    BOOST_TEST(std::ranges::count_if(booked, [](auto const& one) { return one.details().patient == tom_id; }) == 1);
}

BOOST_AUTO_TEST_CASE(what_is_held_on_the_pinboard_is_dropped_on_another_day)
{
    schedule->pin(AppointmentId{1});
    schedule->step(1);
    BOOST_REQUIRE(schedule->state().pinned.size() == 1U);
    Minutes const from = std::chrono::hours{9};
    schedule->wish({SheetWish::Kind::Bring, 1, column_of(dana_id), {from, from + Minutes{45}}});

    BOOST_TEST(to_iso(stored(1).details().start) == "2026-11-24T09:00");
    BOOST_TEST(schedule->state().pinned.empty());
}

BOOST_AUTO_TEST_CASE(what_is_pinned_stays_so_when_it_is_dropped_on_what_is_taken)
{
    must(book(2, treatment_at(time(plus_days(today(), 1), 9), tom_id)));
    schedule->select(AppointmentId{1});
    schedule->pin();
    schedule->set_status(AppointmentStatus::Confirmed);
    must(by(Role::Manager, app::change, AppointmentId{1}, AppointmentChange{.note = "asked twice"}));
    schedule->step(1);
    auto const drop = [&](int hour) {
        Minutes const from = std::chrono::hours{hour};
        schedule->wish({SheetWish::Kind::Bring, 1, column_of(dana_id), {from, from + Minutes{45}}});
    };
    drop(9);
    BOOST_REQUIRE(schedule->state().complaint);
    BOOST_TEST(schedule->state().pinned.size() == 1U);
    drop(12);
    BOOST_TEST(schedule->state().may_override);
    BOOST_TEST(schedule->state().pinned.size() == 1U);
    schedule->mean_it();
    BOOST_TEST(to_iso(stored(1).details().start) == "2026-11-24T12:00");
    BOOST_TEST(schedule->state().pinned.empty());
}

BOOST_AUTO_TEST_CASE(a_pinned_visit_that_is_canceled_leaves_the_pinboard)
{
    schedule->pin(AppointmentId{1});
    schedule->select(AppointmentId{1});
    schedule->cancel("patient ill", SeriesScope::This);
    BOOST_TEST(schedule->state().pinned.empty());
}

BOOST_AUTO_TEST_CASE(the_rest_of_a_series_follows_one_that_was_moved)
{
    must(by(Role::FrontDesk, app::cancel, AppointmentId{1}, std::string{"ill"}));
    auto const proposal = must(by(Role::FrontDesk, propose_series, treatment_at(time(today(), 14), tom_id),
        std::string{"FREQ=DAILY;COUNT=3"}, std::vector<Date>{}, Meant{}));
    auto const series = must(by(Role::FrontDesk, book_proposal, proposal, Conflicts::Refuse, Meant{}));
    std::int64_t const first = series.appointments[0].after->id().value();
    std::int64_t const last = series.appointments[2].after->id().value();
    schedule->refresh();
    move_to(first, dana_id, 15);
    BOOST_TEST(schedule->state().may_move_following);
    BOOST_TEST(to_clock(stored(last).details().start) == "14:00");

    schedule->move_following();
    BOOST_TEST(!schedule->state().may_move_following);
    BOOST_TEST(to_clock(stored(first).details().start) == "15:00");
    BOOST_TEST(to_clock(stored(last).details().start) == "15:00");
    schedule->undo(); // In one piece.
    BOOST_TEST(to_clock(stored(first).details().start) == "14:00");
    BOOST_TEST(to_clock(stored(last).details().start) == "14:00");
}

BOOST_AUTO_TEST_CASE(the_head_says_the_year_where_it_is_another)
{
    Date const today = day(2026, 11, 23);
    BOOST_TEST(app::title_of(app::ScheduleSpan::Day, today, today) == "Monday 23 November");
    BOOST_TEST(app::title_of(app::ScheduleSpan::Week, today, today) == "23 – 29 November");
    BOOST_TEST(app::title_of(app::ScheduleSpan::Month, today, today) == "November 2026");
    BOOST_TEST(app::title_of(app::ScheduleSpan::Day, day(2027, 4, 12), today) == "Monday 12 Apr 2027");
    BOOST_TEST(app::title_of(app::ScheduleSpan::Week, day(2026, 12, 30), today) == "28 Dec 2026 – 3 Jan 2027");
    BOOST_TEST(app::title_of(app::ScheduleSpan::Week, day(2027, 4, 14), today) == "12 Apr – 18 Apr 2027");
    BOOST_TEST(app::title_of(app::ScheduleSpan::Week, day(2025, 9, 29), today) == "29 Sep – 5 Oct 2025");
}

BOOST_AUTO_TEST_CASE(a_late_answer_never_replaces_a_newer_day)
{
    ManualWorker late;
    Desk slow{clinic, context(Role::FrontDesk), late};
    SchedulePresenter screen{slow};
    screen.refresh();
    screen.step(1);
    late.finish_next();
    BOOST_TEST(!screen.state().loaded);
    late.finish_next();
    BOOST_TEST(screen.state().title == "Tuesday 24 November");
    BOOST_TEST(screen.state().sheet.blocks.empty());
}

BOOST_AUTO_TEST_SUITE_END()
