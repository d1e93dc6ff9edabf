// SPDX-License-Identifier: Apache-2.0
#include "app/presenters/OpeningsPresenter.hpp"
#include "app/presenters/VisitPresenter.hpp"
#include "app/presenters/WaitlistPresenter.hpp"
#include "tests/app/presenters/AtTheDesk.hpp"
#include "tests/app/services/AtTheFrontDesk.hpp"

#include <boost/test/unit_test.hpp>

using namespace plumbline;
using namespace plumbline::app;
using namespace plumbline::testing;

namespace {

/// The front desk before a Monday on which Maja comes at 14:00 to Dana.
struct AtTheSchedule : AtTheFrontDesk {
    AtTheSchedule()
    {
        must(book(1, treatment_at(time(today(), 14), maja_id)));
        schedule.emplace(*desk_);
        heard = schedule->said.connect([this](std::string const& words) { said.push_back(words); });
        schedule->refresh();
    }
    std::size_t column_of(UserId clinician)
    {
        auto const& columns = schedule->state().sheet.columns;
        for (std::size_t index = 0; index < columns.size(); ++index)
            if (columns[index].key == clinician.value() && !columns[index].always)
                return index;
        throw std::runtime_error{"no column"};
    }
    SheetBlock const& drawn_block(std::int64_t id)
    {
        auto const& blocks = schedule->state().sheet.blocks;
        auto const found = std::ranges::find(blocks, id, &SheetBlock::id);
        if (found == blocks.end())
            throw std::runtime_error{"not drawn"};
        return *found;
    }
    void move_to(std::int64_t id, UserId clinician, int hour)
    {
        Minutes const from = std::chrono::hours{hour};
        schedule->wish({SheetWish::Kind::Move, id, column_of(clinician), {from, from + Minutes{45}}});
    }
    std::unique_ptr<Desk> desk_ = std::make_unique<Desk>(desk(Role::FrontDesk));
    std::optional<SchedulePresenter> schedule;
    std::vector<std::string> said;
    Connection heard;
};

} // namespace

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
    schedule->hide_names(true);
    SheetBlock const& block = drawn_block(1);
    for (std::string const& words : {block.title, block.words, block.spoken})
        BOOST_TEST(words.find("Lindqvist") == std::string::npos);
    BOOST_TEST(block.card.empty());

    move_to(1, dana_id, 15);
    BOOST_TEST(said.back().find("Lindqvist") == std::string::npos);
    schedule->choose_span(ScheduleSpan::List);
    BOOST_REQUIRE(schedule->state().agenda.size() == 1U);
    BOOST_TEST(schedule->state().agenda[0].name.find("Lindqvist") == std::string::npos);
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

BOOST_AUTO_TEST_CASE(week_month_and_list_show_the_same_appointment)
{
    schedule->choose_clinicians({dana_id});
    schedule->choose_span(ScheduleSpan::Week);
    BOOST_TEST(schedule->state().sheet.columns.size() == 7U);
    BOOST_TEST(drawn_block(1).column == 0U);
    schedule->choose_span(ScheduleSpan::List);
    BOOST_TEST(schedule->state().agenda.size() == 1U);
    schedule->choose_span(ScheduleSpan::Month);
    auto const& month = schedule->state().month;
    BOOST_TEST(month.size() % 7 == 0U);
    auto const today_of_month = std::ranges::find(month, today(), &MonthDay::day);
    BOOST_REQUIRE((today_of_month != month.end()));
    BOOST_TEST(today_of_month->booked == 1);
}

BOOST_AUTO_TEST_CASE(a_saved_view_is_read_back_as_it_was)
{
    ScheduleLook const look{ScheduleSpan::Week, ScheduleColumns::Resources, {dana_id, pat_id}};

    BOOST_TEST((look_from_text(to_text(look)) == look));
    BOOST_TEST(!look_from_text("year both"));
    BOOST_TEST(!look_from_text("day both x"));
}

BOOST_AUTO_TEST_CASE(a_visit_is_booked_by_typing_and_faults_stand_beside_their_fields)
{
    VisitPresenter visit{*desk_, VisitState::Kind::New, {dana_id, {}, time(today(), 16), std::nullopt}};
    std::optional<ScheduleEdit> done;
    auto const kept = visit.kept.connect([&](ScheduleEdit const& edit, std::string const&) { done = edit; });
    visit.keep();
    BOOST_TEST(complaint(visit.state().complaints, "patient") == "Choose the patient.");

    visit.who().type("bau");
    BOOST_REQUIRE(visit.who().found().size() == 1U);
    visit.keep();
    BOOST_REQUIRE(done);
    schedule->adopt(*done, "Bauer, Tom");
    BOOST_TEST((schedule->selected() && schedule->selected()->name.listed() == "Bauer, Tom"));
    BOOST_TEST(schedule->selected()->length.count() == 45);
    schedule->undo();
    BOOST_TEST(records().appointments().between(today(), today()).size() == 1U);
}

BOOST_AUTO_TEST_CASE(a_series_is_shown_with_its_conflicts_before_it_is_booked)
{
    must(book(2, treatment_at(time(plus_days(today(), 7), 16), maja_id), {Hours::Kept, Limits::Overridden}));
    VisitPresenter visit{*desk_, VisitState::Kind::New, {dana_id, {}, time(today(), 16), std::nullopt}};
    visit.who().type("bau");
    VisitFields fields = visit.state().fields;
    fields.repeat = VisitRepeat::Weekly;
    fields.count = "12";
    visit.edit(fields);
    std::optional<ScheduleEdit> done;
    auto const kept = visit.kept.connect([&](ScheduleEdit const& edit, std::string const&) { done = edit; });

    visit.keep();
    BOOST_TEST(!done);
    BOOST_REQUIRE(visit.state().visits.size() == 12U);
    BOOST_TEST(!visit.state().visits[1].says.empty());
    visit.toggle(2);
    visit.keep();
    BOOST_REQUIRE(done);
    BOOST_TEST(done->appointments.size() == 10U);
}

BOOST_AUTO_TEST_CASE(somebody_is_put_on_the_waitlist_and_changed_and_taken_off)
{
    WaitlistPresenter waiting{*desk_};
    auto const kept =
        waiting.kept.connect([&](ScheduleEdit const& edit, std::string const& who) { schedule->adopt(edit, who); });
    waiting.keep();
    BOOST_TEST(complaint(waiting.state().complaints, "patient") == "Choose the patient.");
    waiting.who().type("bau");
    WaitlistFields fields = waiting.state().fields;
    fields.from = "9";
    waiting.edit(fields);
    waiting.keep();
    BOOST_TEST(complaint(waiting.state().complaints, "to") == "Type both hours, or none.");
    fields.to = "12";
    waiting.edit(fields);
    waiting.keep();

    BOOST_REQUIRE(schedule->state().waitlist.size() == 1U);
    BOOST_TEST(schedule->state().waitlist[0].words == "Mon, Tue, Wed, Thu, Fri 09:00–12:00 · 45 min");
    schedule->take_off(schedule->state().waitlist[0].id);
    BOOST_TEST(schedule->state().waitlist.empty());
    schedule->undo();
    BOOST_TEST(schedule->state().waitlist.size() == 1U);
}

BOOST_AUTO_TEST_CASE(the_next_openings_leave_out_what_is_booked)
{
    OpeningsPresenter openings{*desk_, today()};
    OpeningsFields fields = openings.state().fields;
    fields.not_before = "14";
    fields.not_after = "15";
    openings.edit(fields);

    BOOST_REQUIRE(!openings.state().found.empty());
    for (Opening const& one : openings.state().found)
        BOOST_TEST(!(one.clinician == dana_id && day_of(one.start) == today()));
    BOOST_TEST(openings.slot(0).has_value());
    BOOST_TEST(!openings.slot(9999));
}

BOOST_AUTO_TEST_CASE(a_class_is_one_block_that_names_everybody_and_is_changed_patient_by_patient)
{
    auto group = treatment_at(time(today(), 16), maja_id);
    group.type = AppointmentType::Group;
    group.note = "core stability";
    must(book(2, group));
    group.patient = tom_id;
    must(book(3, group));
    schedule->refresh();

    SheetBlock const& block = drawn_block(2);
    BOOST_TEST((block.members == std::vector<std::int64_t>{2, 3}));
    BOOST_TEST(block.title == "Group: core stability");
    BOOST_TEST(block.words == "2 of 6 places · Lindqvist, Bauer");
    BOOST_TEST(!block.movable);
    BOOST_TEST(std::ranges::count(schedule->state().sheet.blocks, std::int64_t{3}, &SheetBlock::id) == 0);

    // The keyboard stands on the class, and whoever acts says on whom.
    schedule->select(SheetCursor{block.column, block.time.from, block.id});
    BOOST_TEST(schedule->whole_class().size() == 2U);
    schedule->mean(AppointmentId{3});
    BOOST_TEST(schedule->whole_class().empty());
    BOOST_TEST((schedule->selected()->patient == tom_id));
    schedule->cancel("patient ill", SeriesScope::This);
    BOOST_TEST((stored(3).details().status == AppointmentStatus::Cancelled));
    BOOST_TEST((stored(2).details().status == AppointmentStatus::Booked));

    // One alone is an appointment like any other.
    BOOST_TEST(drawn_block(2).members.empty());
    BOOST_TEST(drawn_block(2).title == "Lindqvist, Maja");
}

BOOST_AUTO_TEST_CASE(a_class_hides_its_names_like_everything_else)
{
    auto group = treatment_at(time(today(), 16), maja_id);
    group.type = AppointmentType::Group;
    must(book(2, group));
    group.patient = tom_id;
    must(book(3, group));
    schedule->hide_names(true);
    schedule->refresh();

    BOOST_TEST(drawn_block(2).words == "2 of 6 places");
    BOOST_TEST(drawn_block(2).spoken.find("Bauer") == std::string::npos);
    BOOST_TEST(drawn_block(2).card.empty());
}

BOOST_AUTO_TEST_CASE(keys_stand_on_the_one_of_a_class_who_was_asked_for_elsewhere)
{
    auto group = treatment_at(time(today(), 16), maja_id);
    group.type = AppointmentType::Group;
    must(book(2, group));
    group.patient = tom_id;
    must(book(3, group));
    schedule->refresh();

    schedule->select(AppointmentId{3});
    BOOST_TEST((schedule->selected()->patient == tom_id));
    schedule->select(SheetCursor{column_of(dana_id), Minutes{840}, 1});
    BOOST_TEST((schedule->selected()->id == AppointmentId{1}));
}

BOOST_AUTO_TEST_CASE(a_drag_past_the_edge_carries_it_to_a_day_on_which_it_was_not)
{
    SheetBlock const& block = drawn_block(1);
    schedule->select(SheetCursor{block.column, block.time.from, block.id});
    schedule->step(1);
    move_to(1, dana_id, 15);

    BOOST_TEST((stored(1).details().start == time(plus_days(today(), 1), 15)));
    BOOST_TEST(drawn_block(1).title == "Lindqvist, Maja");
    schedule->undo();
    BOOST_TEST((stored(1).details().start == time(today(), 14)));
}

BOOST_AUTO_TEST_SUITE_END()
