// SPDX-License-Identifier: Apache-2.0
#include "app/presenters/OpeningsPresenter.hpp"
#include "app/presenters/PatientFinder.hpp"
#include "app/presenters/VisitPresenter.hpp"
#include "app/presenters/WaitlistPresenter.hpp"
#include "domain/scheduling/OpeningSearch.hpp"
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

BOOST_AUTO_TEST_CASE(week_month_and_list_show_the_same_appointment)
{
    schedule->choose_clinicians({dana_id});
    schedule->choose_span(ScheduleSpan::Week);
    BOOST_TEST(schedule->state().sheet.columns.size() == 7U);
    BOOST_TEST(drawn_block(1).column == 0U);
    schedule->choose_span(ScheduleSpan::List);
    BOOST_TEST(std::ranges::count(schedule->state().agenda, AppointmentId{1}, &AgendaLine::appointment) == 1);
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

BOOST_AUTO_TEST_CASE(a_series_falls_on_the_weekday_of_its_day_until_others_are_ticked)
{
    VisitPresenter visit{*desk_, VisitState::Kind::New, {dana_id, {}, time(today(), 16), std::nullopt}};
    VisitFields fields = visit.state().fields;
    auto const monday = fields.weekdays;
    fields.day = to_iso(plus_days(today(), 1));
    fields.repeat = VisitRepeat::Weekly;
    visit.edit(fields);
    std::array const tuesday{false, true, false, false, false, false, false};
    BOOST_TEST((visit.state().fields.weekdays == tuesday));

    fields = visit.state().fields;
    fields.weekdays = monday;
    visit.edit(fields);
    fields.day = to_iso(plus_days(today(), 2));
    visit.edit(fields);
    BOOST_TEST((visit.state().fields.weekdays == monday));
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
    BOOST_TEST(openings.take(0).has_value());
    BOOST_TEST(!openings.take(9999));
}

BOOST_AUTO_TEST_CASE(the_next_openings_lie_on_ten_dates_and_the_rest_of_each_is_shown_when_asked)
{
    OpeningsPresenter openings{*desk_, today()};
    auto const& lines = openings.state().lines;
    auto const dates = [&] { return std::ranges::count_if(lines, [](auto const& line) { return !line.day.empty(); }); };
    BOOST_TEST(dates() == 10);
    BOOST_TEST(dates_of(openings.state().found) == 10);
    // Now is 10:30: three of each clinician, then the rest of the day.
    BOOST_REQUIRE(lines.size() > 7U);
    BOOST_TEST(lines[0].day == "Mon 23 Nov");
    BOOST_TEST(lines[1].day.empty());
    auto const more = std::ranges::find_if(lines, [](OpeningLine const& line) { return !line.opening.has_value(); });
    auto const at = static_cast<std::size_t>(more - lines.begin());
    auto const before = lines.size();
    BOOST_TEST(!openings.take(at));
    BOOST_TEST(lines.size() > before);
    BOOST_TEST(lines[at].opening.has_value());
    BOOST_TEST(dates() == 10);
}

BOOST_AUTO_TEST_CASE(an_opening_is_looked_for_with_a_table_for_a_patient_and_on_a_weekday)
{
    OpeningsPresenter openings{*desk_, today()};
    BOOST_REQUIRE(openings.state().rooms.size() == 2U);
    BOOST_TEST(openings.state().rooms[0].words == "any traction table");
    OpeningsFields fields = openings.state().fields;
    fields.room = 1;
    fields.weekdays = {true, false, false, false, false, false, false};
    openings.edit(fields);
    openings.who().choose(PatientChoice{maja_id, "Lindqvist, Maja", {}, {}});

    BOOST_TEST(dates_of(openings.state().found) == 10);
    for (Opening const& one : openings.state().found) {
        BOOST_TEST((one.start != time(today(), 14))); // Maja is elsewhere then.
        BOOST_TEST((one.resources == std::vector{table}));
    }
    BOOST_TEST(openings.state().lines[0].room == "Traction table");
    auto const slot = openings.take(0);
    BOOST_REQUIRE(slot);
    BOOST_TEST((slot->resources == std::vector{table}));
    BOOST_TEST((slot->patient && slot->patient->id == maja_id));

    fields.weekdays = {};
    openings.edit(fields);
    BOOST_REQUIRE(!openings.state().complaints.empty());
    BOOST_TEST(openings.state().complaints[0].field == "weekdays");
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
    schedule->show_names(app::Names::Hidden);
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

BOOST_AUTO_TEST_CASE(a_room_is_given_and_taken_by_pulling)
{
    constexpr ResourceId other{72}, room{73};
    must(records().resources().keep(must(Resource::create(other, {ResourceKind::TractionTable, "Table 2", true}))));
    must(records().resources().keep(must(Resource::create(room, {ResourceKind::Room, "Room 1", true}))));
    schedule->choose_columns(ScheduleColumns::Both);
    auto const column = [&](ResourceId id) {
        auto const& columns = schedule->state().sheet.columns;
        auto const found =
            std::ranges::find_if(columns, [id](SheetColumn const& one) { return one.always && one.key == id.value(); });
        return static_cast<std::size_t>(found - columns.begin());
    };
    auto const pull = [&](ResourceId to, int hour, std::int64_t from) {
        Minutes const begin = std::chrono::hours{hour};
        schedule->wish({SheetWish::Kind::Move, 1, column(to), {begin, begin + Minutes{45}}, from});
    };
    auto const held = [&] { return stored(1).details().resources; };
    pull(table, 14, 0);
    BOOST_TEST((held() == std::vector{table}));
    BOOST_TEST((stored(1).details().clinician == dana_id));
    pull(room, 14, 0); // A room and a table are not in each other's place.
    BOOST_TEST((held() == std::vector{table, room}));
    pull(other, 14, table.value());
    BOOST_TEST((held() == std::vector{other, room}));
    pull(table, 14, 0); // One table for another, out of the clinician's column too.
    BOOST_TEST((held() == std::vector{table, room}));
    pull(table, 15, table.value());
    BOOST_TEST((stored(1).details().start == time(today(), 15)));
    BOOST_TEST((held() == std::vector{table, room}));

    // What stands in a room's column is as movable as elsewhere; alone, the columns of rooms say everything.
    SheetBlock const* shadow = nullptr;
    for (SheetBlock const& one : schedule->state().sheet.blocks)
        if (one.column == column(table))
            shadow = &one;
    BOOST_REQUIRE(shadow != nullptr);
    BOOST_TEST(shadow->movable);
    BOOST_TEST((shadow->fill == BlockFill::Resource));
    schedule->choose_columns(ScheduleColumns::Resources);
    SheetBlock const& whole = drawn_block(1);
    BOOST_TEST((whole.fill == BlockFill::Visit));
    BOOST_TEST(whole.words.find("Dana Reyes") != std::string::npos);
    BOOST_TEST(whole.words.find("visit 2 of 12") != std::string::npos);

    schedule->select(SheetCursor{column(room), Minutes{900}, 1});
    schedule->nudge(0, column(table) < column(room) ? -1 : 1);
    BOOST_TEST((stored(1).details().start == time(today(), 15)));

    schedule->choose_columns(ScheduleColumns::Both);
    schedule->select(AppointmentId{1});
    schedule->copy();
    schedule->select(SheetCursor{column(table), Minutes{16 * 60}, std::nullopt});
    schedule->paste();
    auto const booked = records().appointments().between(today(), today());
    auto const copy = std::ranges::find_if(booked, [&](auto const& one) { return one.id() != AppointmentId{1}; });
    BOOST_REQUIRE(copy != booked.end());
    BOOST_TEST((copy->details().resources == std::vector{table}));
}

BOOST_AUTO_TEST_CASE(who_fits_needs_a_clinician_and_free_time)
{
    schedule->choose_columns(ScheduleColumns::Resources);
    bool answered = false;
    schedule->who_fits(schedule->slot(0, Minutes{600}), [&](FreeTime const&) { answered = true; });
    BOOST_TEST(!answered);
    BOOST_REQUIRE(schedule->state().complaint);
    BOOST_TEST(schedule->state().complaint->field == "clinician");

    schedule->choose_columns(ScheduleColumns::Clinicians);
    std::optional<FreeTime> free;
    schedule->who_fits(
        schedule->slot(column_of(dana_id), Minutes{13 * 60}), [&](FreeTime const& time) { free = time; });
    BOOST_TEST(!schedule->state().complaint);
    BOOST_REQUIRE(free);
    BOOST_TEST(free->opening.length.count() == 60); // Until Maja at 14:00.
}

BOOST_AUTO_TEST_CASE(a_patient_pulled_onto_the_day_is_to_be_booked_there)
{
    std::optional<ScheduleSlot> wanted;
    auto const asked = schedule->booking_wanted.connect([&](ScheduleSlot const& slot) { wanted = slot; });
    schedule->carry({tom_id, "Bauer, Tom", {}, {}});
    Minutes const from = std::chrono::hours{9};
    schedule->wish({SheetWish::Kind::Bring, tom_id.value(), column_of(pat_id), {from, from + Minutes{45}}});

    BOOST_REQUIRE(wanted);
    BOOST_TEST((wanted->patient && wanted->patient->id == tom_id));
    BOOST_TEST((wanted->clinician == pat_id));
    BOOST_TEST((wanted->start == time(today(), 9)));
}

BOOST_AUTO_TEST_CASE(the_finder_shows_who_fits_and_otherwise_who_was_last)
{
    PatientFinder finder{*desk_};
    BOOST_TEST(finder.rows().empty());
    finder.type("bau");
    BOOST_REQUIRE(finder.rows().size() == 1U);
    finder.used(finder.rows().front());
    finder.used({maja_id, "Lindqvist, Maja", {}, {}});
    finder.used({tom_id, "Bauer, Tom", {}, {}});
    finder.type("");
    BOOST_REQUIRE(finder.rows().size() == 2U);
    BOOST_TEST((finder.rows().front().id == tom_id));
}

BOOST_AUTO_TEST_CASE(the_list_says_all_that_the_sheet_says_and_what_is_free)
{
    auto more = treatment_at(time(today(), 16), maja_id);
    more.resources = {table};
    must(book(2, more));
    schedule->choose_span(ScheduleSpan::List);
    auto const& agenda = schedule->state().agenda;
    auto const line = std::ranges::find(agenda, AppointmentId{2}, &AgendaLine::appointment);
    BOOST_REQUIRE(line != agenda.end());
    BOOST_TEST(line->rooms == "Traction table");
    BOOST_TEST(line->allowed.find("of 12 visits used") != std::string::npos, line->allowed);
    BOOST_TEST(!line->phone.empty());
    auto const free = std::ranges::find_if(agenda,
        [](AgendaLine const& one) { return one.free && one.free->clinician == dana_id && one.time == "14:45–16:00"; });
    BOOST_REQUIRE(free != agenda.end());
    BOOST_TEST(free->status == "free");
    schedule->select(*free->free);
    BOOST_TEST((schedule->slot().start == time(today(), 14, 45)));
    BOOST_TEST((schedule->slot().clinician == dana_id));

    schedule->select(AppointmentId{2});
    schedule->cancel("patient ill", SeriesScope::This);
    auto const called_off = std::ranges::find_if(
        agenda, [](AgendaLine const& one) { return one.remarks.find("16:00 canceled. Nobody") != std::string::npos; });
    BOOST_REQUIRE(called_off != agenda.end());
    BOOST_TEST(called_off->free.has_value());
}

BOOST_AUTO_TEST_CASE(a_month_of_some_counts_theirs)
{
    must(book(2, treatment_at(time(today(), 9), tom_id, pat_id)));
    auto const booked = [&] {
        auto const& month = schedule->state().month;
        return std::ranges::find(month, today(), &MonthDay::day)->booked;
    };
    schedule->choose_span(ScheduleSpan::Month);
    BOOST_TEST(booked() == 2);
    schedule->choose_clinicians({pat_id});
    BOOST_TEST(booked() == 1);
    schedule->choose_clinicians({pat_id, olga_id});
    BOOST_TEST(booked() == 1);
    schedule->choose_clinicians({pat_id, dana_id});
    BOOST_TEST(booked() == 2);
}

BOOST_AUTO_TEST_CASE(a_waitlist_entry_has_a_type_and_its_usual_length)
{
    WaitlistPresenter waiting{*desk_};
    waiting.who().choose(PatientChoice{tom_id, "Bauer, Tom", {}, {}});
    waiting.choose_type(AppointmentType::Evaluation);
    auto const usual = type_rule_of(records(), AppointmentType::Evaluation).length;
    BOOST_TEST(waiting.state().fields.length == std::to_string(usual.count()));
    waiting.keep();
    auto const all = records().waitlist().all();
    BOOST_REQUIRE(all.size() == 1U);
    BOOST_TEST((all.front().details().type == AppointmentType::Evaluation));

    WaitlistPresenter again{*desk_};
    WaitlistFields fields = again.state().fields;
    fields.length = "50";
    again.edit(fields);
    again.choose_type(AppointmentType::Group);
    BOOST_TEST(again.state().fields.length == "50"); // Typed by somebody.
}

BOOST_AUTO_TEST_CASE(a_block_says_when_it_is_not_with_the_patients_own)
{
    // Dana planned what Olga and the assistant treat.
    must(book(2, treatment_at(time(plus_days(today(), 1), 9), maja_id, olga_id)));
    must(book(3, treatment_at(time(plus_days(today(), 1), 10), maja_id, pat_id)));
    schedule->step(1);
    BOOST_TEST(drawn_block(2).words.find("Own therapist: Dana Reyes") != std::string::npos, drawn_block(2).words);
    BOOST_TEST(drawn_block(3).words.find("Own therapist") == std::string::npos);
    schedule->step(-1);
    BOOST_TEST(drawn_block(1).words.find("Own therapist") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(what_was_called_off_does_not_stretch_the_day)
{
    must(book(2, treatment_at(time(plus_days(today(), 1), 21), tom_id), Hours::Overridden));
    schedule->step(1);
    auto const closes = [&] { return schedule->state().sheet.opening.to.count(); };
    BOOST_TEST(closes() == 21 * 60 + 45);
    schedule->select(AppointmentId{2});
    schedule->cancel("patient ill", SeriesScope::This);
    BOOST_TEST(closes() < 21 * 60);
}

BOOST_AUTO_TEST_SUITE_END()
