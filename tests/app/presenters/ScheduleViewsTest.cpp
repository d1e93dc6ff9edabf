// SPDX-License-Identifier: Apache-2.0
#include "app/presenters/PatientFinder.hpp"
#include "tests/app/presenters/AtTheSchedule.hpp"

#include <boost/test/unit_test.hpp>

using namespace plumbline;
using namespace plumbline::app;
using namespace plumbline::testing;

BOOST_FIXTURE_TEST_SUITE(what_the_schedule_shows, AtTheSchedule)

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

BOOST_AUTO_TEST_CASE(the_finder_hands_on_whom_enter_takes_and_is_empty_again)
{
    ManualWorker late;
    Desk slow{clinic, context(Role::FrontDesk), late};
    PatientFinder finder{slow};
    std::vector<PatientId> taken;
    auto const listening = finder.taken.connect([&](PatientChoice const& one) { taken.push_back(one.id); });
    finder.type("bau");
    finder.take_first();
    BOOST_TEST(taken.empty());
    late.finish_all();
    BOOST_TEST((taken == std::vector{tom_id}));
    BOOST_TEST(!finder.is_searching());
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
