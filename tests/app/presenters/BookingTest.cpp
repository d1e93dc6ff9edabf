// SPDX-License-Identifier: Apache-2.0
#include "app/presenters/OpeningsPresenter.hpp"
#include "app/presenters/VisitPresenter.hpp"
#include "app/presenters/WaitlistPresenter.hpp"
#include "domain/scheduling/OpeningSearch.hpp"
#include "tests/app/presenters/AtTheSchedule.hpp"

#include <boost/test/unit_test.hpp>

using namespace plumbline;
using namespace plumbline::app;
using namespace plumbline::testing;

BOOST_FIXTURE_TEST_SUITE(booking_by_typing, AtTheSchedule)

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

BOOST_AUTO_TEST_CASE(nobody_is_meant_by_the_letters_before)
{
    ManualWorker late;
    Desk slow{clinic, context(Role::FrontDesk), late};
    PatientPick who{slow};
    who.type("bau");
    late.finish_all();
    BOOST_REQUIRE(who.found().size() == 1U);
    who.type("bauz");
    BOOST_TEST(!who.meant());
    who.choose(std::size_t{0});
    BOOST_TEST(!who.chosen());
    late.finish_all();
    BOOST_TEST(!who.meant());
}

BOOST_AUTO_TEST_CASE(enter_before_the_answer_takes_who_fits_what_was_typed)
{
    ManualWorker late;
    Desk slow{clinic, context(Role::FrontDesk), late};
    PatientPick who{slow};
    who.type("bau");
    who.take_first();
    BOOST_TEST(!who.chosen());
    who.type("lind");
    late.finish_all();
    BOOST_TEST(!who.chosen(), "typing on did not forget the Enter");
    who.type("bau");
    who.take_first();
    late.finish_all();
    BOOST_TEST_REQUIRE(who.chosen().has_value());
    BOOST_TEST((who.chosen()->id == tom_id));
}

BOOST_AUTO_TEST_CASE(a_visit_kept_right_after_typing_the_name_is_theirs)
{
    ManualWorker late;
    Desk slow{clinic, context(Role::FrontDesk), late};
    VisitPresenter visit{slow, VisitState::Kind::New, {olga_id, {}, time(today(), 16), std::nullopt}};
    late.finish_all();
    visit.who().type("bau");
    visit.keep();
    BOOST_TEST(visit.state().complaints.empty(), first_of(visit.state().complaints));
    BOOST_TEST(visit.state().keep_waits);
    late.finish_all();
    BOOST_TEST(!visit.state().keep_waits);
    auto const all = records().appointments().between(today(), today());
    BOOST_REQUIRE(all.size() == 2U);
    BOOST_TEST((all[1].details().patient == tom_id));
}

BOOST_AUTO_TEST_CASE(a_wait_kept_right_after_typing_the_name_is_theirs)
{
    ManualWorker late;
    Desk slow{clinic, context(Role::FrontDesk), late};
    WaitlistPresenter waiting{slow};
    late.finish_all();
    waiting.who().type("bau");
    waiting.keep();
    late.finish_all();
    auto const all = records().waitlist().all();
    BOOST_REQUIRE(all.size() == 1U);
    BOOST_TEST((all.front().details().patient == tom_id));
}

BOOST_AUTO_TEST_CASE(a_visit_kept_before_the_choices_are_read_is_kept_with_them)
{
    ManualWorker late;
    Desk slow{clinic, context(Role::FrontDesk), late};
    VisitPresenter visit{slow, VisitState::Kind::New, {olga_id, {}, time(today(), 16), std::nullopt}};
    std::optional<ScheduleEdit> done;
    auto const kept = visit.kept.connect([&](ScheduleEdit const& edit, std::string const&) { done = edit; });
    visit.who().choose(PatientChoice{tom_id, "Bauer, Tom", {}, {}});
    visit.keep();
    BOOST_TEST(visit.state().complaints.empty(), first_of(visit.state().complaints));
    late.finish_all();
    BOOST_REQUIRE(done);
    auto const all = records().appointments().between(today(), today());
    BOOST_REQUIRE(all.size() == 2U);
    BOOST_TEST((all[1].details().patient == tom_id && all[1].details().clinician == olga_id));
}

BOOST_AUTO_TEST_CASE(a_waitlist_entry_kept_before_the_choices_are_read_keeps_whom_it_waits_for)
{
    WaitlistEntry::Details const wish{.patient = tom_id, .clinician = olga_id, .since = today()};
    must(by(Role::FrontDesk, put_on_waitlist, must(WaitlistEntry::create(WaitlistEntryId{7}, wish))));
    auto const rows = must(waitlist(records(), context(Role::FrontDesk)));
    BOOST_REQUIRE(rows.size() == 1U);
    ManualWorker late;
    Desk slow{clinic, context(Role::FrontDesk), late};
    WaitlistPresenter waiting{slow, rows.front()};
    WaitlistFields fields = waiting.state().fields;
    fields.note = "rings first";
    waiting.edit(fields);
    waiting.keep();
    late.finish_all();
    auto const all = records().waitlist().all();
    BOOST_REQUIRE(all.size() == 1U);
    BOOST_TEST((all.front().details().clinician == olga_id));
    BOOST_TEST(all.front().details().note == "rings first");
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

BOOST_AUTO_TEST_SUITE_END()
