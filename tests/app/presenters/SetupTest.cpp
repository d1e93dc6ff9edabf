// SPDX-License-Identifier: Apache-2.0
// What the schedule rests on, as it is typed: authorizations, hours, rooms.
#include "app/presenters/AuthorizationFormPresenter.hpp"
#include "app/presenters/AuthorizationsPresenter.hpp"
#include "app/presenters/ChartPresenter.hpp"
#include "app/presenters/HoursFormPresenter.hpp"
#include "app/presenters/ResourceFormPresenter.hpp"
#include "app/presenters/SettingsPresenter.hpp"
#include "app/presenters/SetupPresenter.hpp"
#include "app/presenters/TimeEntry.hpp"
#include "tests/app/presenters/AtTheDesk.hpp"

#include <boost/test/unit_test.hpp>

using namespace plumbline;
using namespace plumbline::testing;
using FormClash = app::TypingState::Clash;
using namespace std::chrono_literals;

namespace {

template <class Form, class Change>
void type(Form& form, Change change)
{
    auto fields = form.state().fields;
    change(fields);
    form.edit(std::move(fields));
}

std::string hours_as_text(std::string_view typed)
{
    auto const spans = app::parse_typed_hours(typed, "hours");
    return spans ? to_text(*spans) : "refused";
}

struct AtTheSetup : AtTheDesk {
    AuthorizationId own{maja_id.value()};
    Patient maja() { return *records().patients().find(maja_id); }
    std::vector<Episode> episodes() { return records().episodes().of_patient(maja_id); }
    std::vector<Authorization> authorizations() { return records().authorizations().of_patient(maja_id); }
    AuthorizationInUse own_one() { return {*records().authorizations().find(own), records().agendas().use_of(own)}; }
    WorkingHours danas() { return app::hours_of(records(), dana_id); }
    void keep_room(std::string name)
    {
        app::ResourceFormPresenter form{desk_of(Role::FrontDesk)};
        type(form, [&](auto& f) { f.name = std::move(name); });
        form.keep();
    }
    app::AuthorizationsState listed(Role role = Role::FrontDesk)
    {
        app::AuthorizationsPresenter list{desk_of(role), maja_id};
        list.refresh();
        return list.state();
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(the_schedules_basis, AtTheSetup)

BOOST_AUTO_TEST_CASE(an_authorization_is_added_counted_and_shown)
{
    app::AuthorizationFormPresenter form{desk_of(Role::FrontDesk), maja(), episodes()};
    BOOST_TEST(form.state().fresh);
    type(form, [](auto& f) {
        f.payer = "Krankenkasse Grünwald 健康";
        f.number = "A-4711";
        f.visits = "10";
        f.units = "40";
        f.visits_before = "3";
        f.until = "12/31";
        f.episode = sciatica_id;
    });
    int kept = 0;
    auto const listening = form.kept.connect([&](AuthorizationId) { ++kept; });
    form.keep();
    BOOST_TEST(first_of(form.state().complaints) == "");
    BOOST_TEST(kept == 1);
    BOOST_TEST(was_noted(AuditEvent::Create, "authorization"));

    auto const lines = listed().lines;
    BOOST_TEST_REQUIRE(lines.size() == 2U);
    auto const& line = lines[1];
    BOOST_TEST(line.what == "Authorization · Krankenkasse Grünwald 健康 · A-4711");
    BOOST_TEST(line.about == "left-sided sciatica");
    BOOST_TEST(line.visits == "3 of 10"); // It begins today, after the evaluation.
    BOOST_TEST(line.units == "0 of 40");
    BOOST_TEST(line.ends == "31 Dec 2026");
    BOOST_TEST(line.standing == "7 visits left, 40 units left");
}

BOOST_AUTO_TEST_CASE(all_faults_of_an_authorization_stand_beside_their_fields)
{
    app::AuthorizationFormPresenter form{desk_of(Role::FrontDesk), maja(), episodes()};
    type(form, [](auto& f) {
        f.payer = std::string(101, 'x');
        f.visits = "ten";
        f.units = "10000";
        f.units_before = "-1";
        f.from = "31/31";
        f.until = "someday";
    });
    form.keep();
    for (auto const* const field : {"payer", "visits", "units", "units_before", "from", "until"})
        BOOST_TEST(!complaint(form.state().complaints, field).empty(), field);
    BOOST_TEST(authorizations().size() == 1U);

    type(form, [](auto& f) {
        f = {};
        f.from = "2026-12-01";
        f.until = "2026-11-30";
    });
    form.keep();
    BOOST_TEST(complaint(form.state().complaints, "until") == "It ends before it begins.");
}

BOOST_AUTO_TEST_CASE(two_change_one_authorization_and_nothing_is_overwritten)
{
    app::AuthorizationFormPresenter form{desk_of(Role::FrontDesk), episodes(), own_one()};
    BOOST_TEST(form.state().used == "Used so far: 1 of 12 visits.");
    type(form, [](auto& f) { f.number = "A-1"; });
    auto theirs = own_one().authorization.details();
    theirs.visits = 20;
    must(by(Role::FrontDesk, app::keep_authorization, Authorization::restore(own, theirs, 1)));
    form.keep();
    BOOST_TEST((form.state().clash == FormClash::Met));
    BOOST_TEST(own_one().authorization.details().number == "");
    form.put_mine_on_top();
    BOOST_TEST(form.state().fields.visits == "20");
    form.keep();
    BOOST_TEST((own_one().authorization.details().visits == 20));
    BOOST_TEST(own_one().authorization.details().number == "A-1");
}

BOOST_AUTO_TEST_CASE(a_new_authorization_and_the_patients_own_have_drafts_of_their_own)
{
    {
        app::AuthorizationFormPresenter form{desk_of(Role::FrontDesk), maja(), episodes()};
        type(form, [](auto& f) { f.number = "half a number"; });
        clock.advance(1s);
        form.tick();
    }
    app::AuthorizationFormPresenter changing{desk_of(Role::FrontDesk), episodes(), own_one()};
    BOOST_TEST(changing.state().restored == "");
    app::AuthorizationFormPresenter again{desk_of(Role::FrontDesk), maja(), episodes()};
    BOOST_TEST(again.state().fields.number == "half a number");
    BOOST_TEST(again.state().restored != "");
}

BOOST_AUTO_TEST_CASE(the_list_says_first_what_counts_and_how_each_stands)
{
    auto const keep = [&](std::int64_t id, Authorization::Details details) {
        details.patient = maja_id;
        must(by(Role::FrontDesk, app::keep_authorization, must(Authorization::create(AuthorizationId{id}, details))));
    };
    keep(901, {.number = "old", .visits = 5, .until = plus_days(today(), -1)});
    keep(902, {.number = "gone", .ended = true});
    keep(903, {.number = "next", .visits = 5, .from = plus_days(today(), 3)});
    keep(904, {.kind = AuthorizationKind::Referral, .visits = 3, .visits_before = 1});
    keep(905, {.number = "spent", .visits = 2, .visits_before = 3, .from = today()});

    auto const seen = listed();
    std::vector<std::string> said;
    for (auto const& line : seen.lines)
        said.push_back(line.what + ": " + line.standing);
    std::vector<std::string> const expected{"Authorization: 11 visits left", "Referral: 1 visit left",
        "Authorization · next: begins 26 Nov 2026", "Authorization · old: over",
        "Authorization · spent: 1 visit too many", "Authorization · gone: withdrawn or replaced"};
    BOOST_TEST(said == expected, boost::test_tools::per_element());
    BOOST_TEST(seen.count == "2 in force");
    BOOST_TEST((seen.lines[1].tone == app::AuthorizationLine::Tone::Due));
    BOOST_TEST((seen.lines[3].tone == app::AuthorizationLine::Tone::Stop));
}

BOOST_AUTO_TEST_CASE(the_header_counts_within_the_authorization_in_force)
{
    auto const first_figure = [&] { return app::header_line(chart().header).figures.front(); };
    BOOST_TEST(first_figure().value == "1 of 12");
    auto spent = own_one().authorization.details();
    spent.visits = 1;
    must(by(Role::FrontDesk, app::keep_authorization, Authorization::restore(own, spent, 1)));
    BOOST_TEST(first_figure().value == "1 of 1");
    BOOST_TEST(first_figure().due);
    app::AuthorizationFormPresenter form{desk_of(Role::FrontDesk), maja(), episodes()};
    type(form, [](auto& f) {
        f.visits = "10";
        f.until = "+90";
    });
    form.keep();
    BOOST_TEST(first_figure().value == "0 of 10");
    BOOST_TEST(app::header_line(chart().header).figures.back().caption == "authorization ends");
}

BOOST_AUTO_TEST_CASE(the_header_counts_units_and_warns_when_the_clinic_wants_to_be_warned)
{
    auto details = own_one().authorization.details();
    details.visits = 4;
    details.units = 40;
    must(by(Role::FrontDesk, app::keep_authorization, Authorization::restore(own, details, 1)));
    auto const figure = [&](std::string_view caption) {
        for (auto const& one : app::header_line(chart().header, app::alerts_of(records())).figures)
            if (one.caption == caption)
                return one;
        throw std::runtime_error{"no such figure"};
    };
    BOOST_TEST(figure("visits authorized").value == "1 of 4");
    BOOST_TEST(!figure("visits authorized").due);
    BOOST_TEST(figure("units authorized").value == "0 of 40");
    BOOST_TEST(!figure("units authorized").due);
    records().settings().set("alert.authorization_visits", "3");
    records().settings().set("alert.authorization_units", "40");
    BOOST_TEST(figure("visits authorized").due);
    BOOST_TEST(figure("units authorized").due);
}

BOOST_AUTO_TEST_CASE(who_may_only_read_sees_and_cannot_change)
{
    BOOST_TEST(!listed(Role::ReadOnly).may_change);
    BOOST_TEST(listed(Role::ReadOnly).lines.size() == 1U);
    app::SetupPresenter setup{desk_of(Role::ReadOnly)};
    setup.refresh();
    BOOST_TEST(setup.state().loaded);
    BOOST_TEST(!setup.state().may_change);

    app::AuthorizationFormPresenter form{desk_of(Role::ReadOnly), maja(), episodes()};
    BOOST_TEST(!form.state().may_change);
    type(form, [](auto& f) { f.visits = "10"; });
    form.keep();
    BOOST_TEST(!form.state().complaints.empty());
    app::HoursFormPresenter hours{desk_of(Role::ReadOnly), danas(), "Dana"};
    type(hours, [](auto& f) { f.week[0] = "9-10"; });
    hours.keep();
    BOOST_TEST(!hours.state().complaints.empty());
    BOOST_TEST(danas().version() == 0);
    BOOST_TEST(authorizations().size() == 1U);
}

BOOST_AUTO_TEST_CASE(hours_are_understood_as_people_type_them)
{
    BOOST_TEST(hours_as_text("") == "");
    BOOST_TEST(hours_as_text("08:00-12:00 13:00-17:30") == "08:00-12:00 13:00-17:30");
    BOOST_TEST(hours_as_text("8-12 13-17:30") == "08:00-12:00 13:00-17:30");
    BOOST_TEST(hours_as_text(" 8 – 12 ,  1pm – 5:30 pm ") == "08:00-12:00 13:00-17:30");
    BOOST_TEST(hours_as_text("9 to 5 pm") == "09:00-17:00");
    BOOST_TEST(hours_as_text("13-17;8-12") == "08:00-12:00 13:00-17:00");
    BOOST_TEST(hours_as_text("18:00-24:00") == "18:00-24:00");
    for (auto const* const bad :
        {"8", "8-", "-", "8-12-13", "12-8", "8-12 11-13", "25-26", "8-12 and 13-17", "äöü", "8-99999999999999999999"})
        BOOST_TEST(hours_as_text(bad) == "refused", bad);
    BOOST_TEST(hours_as_text(std::string(100000, '8')) == "refused");
}

BOOST_AUTO_TEST_CASE(a_week_and_other_days_are_kept)
{
    app::HoursFormPresenter form{desk_of(Role::Manager), danas(), "Dana Reyes, PT, DPT"};
    BOOST_TEST(form.state().a_week == "60 hours a week"); // While the clinic is open, 07:00 to 19:00.
    type(form, [](auto& f) { f.week[0] = "8-12 13-17"; });
    form.like_monday();
    type(form, [](auto& f) { f.week[4] = ""; });
    BOOST_TEST(form.state().a_week == "32 hours a week");
    type(form, [](auto& f) { f.entry = {"12/24", "12/28", "", "Winter 🎄"}; });
    form.take_entry();
    BOOST_TEST(form.state().fields.entry.empty());
    BOOST_TEST_REQUIRE(form.state().other_days.size() == 1U);
    BOOST_TEST(form.state().other_days[0].days == "24 Dec to 28 Dec 2026");
    BOOST_TEST(form.state().other_days[0].hours == "away");
    type(form, [](auto& f) { f.entry = {"11/28", "", "9-12", "Saturday for once"}; });
    form.keep(); // What stands in the fields is kept too.
    BOOST_TEST(first_of(form.state().complaints) == "");

    auto const kept = danas();
    BOOST_TEST(to_text(kept.details().week[3]) == "08:00-12:00 13:00-17:00");
    BOOST_TEST(kept.details().week[4].empty());
    BOOST_TEST(kept.on(day(2026, 12, 25)).empty());
    BOOST_TEST(to_text(kept.on(day(2026, 11, 28))) == "09:00-12:00");
    BOOST_TEST(was_noted(AuditEvent::Create, "hours"));

    app::SetupPresenter setup{desk_of(Role::Manager)};
    setup.refresh();
    auto const line = std::ranges::find(setup.state().hours, "Dana Reyes, PT, DPT", &app::HoursLine::name);
    BOOST_TEST_REQUIRE((line != setup.state().hours.end()));
    BOOST_TEST(line->week == "Mon–Thu 08:00-12:00 13:00-17:00");
    BOOST_TEST(line->other == "28 Nov 2026 09:00-12:00, 1 more");
}

BOOST_AUTO_TEST_CASE(other_days_are_changed_in_place_and_removed_and_all_of_it_is_undone)
{
    auto details = danas().details();
    details.exceptions = {
        {day(2026, 12, 1), day(2026, 12, 1), {}, "Course"}, {day(2026, 12, 8), day(2026, 12, 9), {}, ""}};
    must(by(Role::Manager, app::keep_hours, WorkingHours::restore(dana_id, details, 0)));
    app::HoursFormPresenter form{desk_of(Role::Manager), danas(), "Dana"};
    form.open_other_days(0);
    BOOST_TEST(form.state().fields.entry.first == "2026-12-01");
    type(form, [](auto& f) { f.entry.hours = "13-17"; });
    form.take_entry();
    BOOST_TEST_REQUIRE(form.state().other_days.size() == 2U);
    BOOST_TEST(form.state().other_days[0].hours == "13:00-17:00");
    form.remove_other_days(1);
    BOOST_TEST(form.state().other_days.size() == 1U);
    form.remove_other_days(7);
    form.undo();
    BOOST_TEST(form.state().other_days.size() == 2U);
    for (int i = 0; i < 5; ++i)
        form.undo();
    BOOST_TEST(!form.state().changed);
    BOOST_TEST(form.state().other_days[0].hours == "away");
}

BOOST_AUTO_TEST_CASE(hours_that_make_no_sense_are_said_beside_their_day)
{
    app::HoursFormPresenter form{desk_of(Role::Manager), danas(), "Dana"};
    type(form, [](auto& f) {
        f.week[2] = "early";
        f.week[6] = "17-8";
        f.entry = {"", "soon", "9", "x"};
    });
    form.keep();
    for (auto const* const field : {"week.2", "week.6", "entry.first", "entry.last", "entry.hours"})
        BOOST_TEST(!complaint(form.state().complaints, field).empty(), field);
    type(form, [](auto& f) { f.entry = {"12/24", "12/20", "", std::string(201, 'x')}; });
    form.take_entry();
    BOOST_TEST(complaint(form.state().complaints, "entry.last") == "The last day is before the first.");
    BOOST_TEST(!complaint(form.state().complaints, "entry.reason").empty());
    BOOST_TEST(danas().version() == 0);
}

BOOST_AUTO_TEST_CASE(typed_hours_survive_a_crash_and_a_colleague)
{
    {
        app::HoursFormPresenter form{desk_of(Role::Manager), danas(), "Dana"};
        type(form, [](auto& f) {
            f.week[5] = "9-12";
            f.entry = {"12/24", "", "", "Winter"};
        });
        form.take_entry();
        clock.advance(1s);
        form.tick();
    }
    app::HoursFormPresenter form{desk_of(Role::Manager), danas(), "Dana"};
    BOOST_TEST(form.state().fields.week[5] == "9-12");
    BOOST_TEST(form.state().other_days.size() == 1U);

    WorkingHours::Details theirs = danas().details();
    theirs.week[0] = {{Minutes{600}, Minutes{720}}};
    must(by(Role::Manager, app::keep_hours, WorkingHours::restore(dana_id, theirs, 0)));
    form.keep();
    BOOST_TEST((form.state().clash == FormClash::Met));
    form.put_mine_on_top();
    form.keep();
    BOOST_TEST(to_text(danas().details().week[0]) == "10:00-12:00");
    BOOST_TEST(to_text(danas().details().week[5]) == "09:00-12:00");
    BOOST_TEST(danas().on(day(2026, 12, 24)).empty());
}

BOOST_AUTO_TEST_CASE(rooms_are_added_changed_and_put_out_of_use)
{
    keep_room("  Gym Süd  ");
    auto const rooms = records().resources().all();
    auto const gym = std::ranges::find(rooms, "Gym Süd", [](Resource const& one) { return one.details().name; });
    BOOST_TEST_REQUIRE((gym != rooms.end()));
    app::ResourceFormPresenter form{desk_of(Role::FrontDesk), *gym};
    type(form, [](auto& f) {
        f.kind = ResourceKind::Equipment;
        f.active = false;
    });
    form.keep();
    app::SetupPresenter setup{desk_of(Role::Therapist)};
    setup.refresh();
    app::ResourceLine const expected{"Gym Süd", "Equipment", false};
    BOOST_TEST((std::ranges::find(setup.state().resources, expected) != setup.state().resources.end()));
    BOOST_TEST(was_noted(AuditEvent::Change, "resource"));
}

BOOST_AUTO_TEST_CASE(visits_that_an_absence_or_a_closed_room_leaves_behind_are_counted)
{
    keep_room("Gym");
    auto const gym = records().resources().all().back();
    booked(71, time(day(2026, 12, 1), 10));
    auto details = treatment_at(time(day(2026, 12, 2), 10), tom_id);
    details.resources = {gym.id()};
    must(records().appointments().keep(must(Appointment::create(AppointmentId{72}, details))));
    auto const seen = [this] {
        app::SetupPresenter setup{desk_of(Role::Manager)};
        setup.refresh();
        auto const& state = setup.state();
        auto const dana = std::ranges::find(state.hours, "Dana Reyes, PT, DPT", &app::HoursLine::name);
        auto const room = std::ranges::find(state.resources, "Gym", &app::ResourceLine::name);
        return dana->warning + '|' + room->warning;
    };
    BOOST_TEST(seen() == "|");

    auto week = danas().details();
    week.exceptions = {{day(2026, 12, 1), day(2026, 12, 1), {}, "Course"}};
    must(by(Role::Manager, app::keep_hours, WorkingHours::restore(dana_id, week, 0)));
    must(by(Role::Manager, app::keep_resource,
        must(Resource::create(gym.id(), {gym.details().kind, "Gym", false}, gym.version()))));
    BOOST_TEST(seen() == "1 booked visit lies outside|1 visit is booked with it");

    week.exceptions.front().last = day(2026, 12, 2);
    must(by(Role::Manager, app::keep_hours, WorkingHours::restore(dana_id, week, 1)));
    BOOST_TEST(seen() == "2 booked visits lie outside|1 visit is booked with it");
}

BOOST_AUTO_TEST_CASE(a_room_needs_a_name_of_its_own)
{
    auto const before = records().resources().all().size();
    keep_room("Gym");
    for (std::string const& name : {std::string{}, std::string{"   "}, std::string(101, 'x'), std::string{"Gym"}}) {
        app::ResourceFormPresenter form{desk_of(Role::FrontDesk)};
        type(form, [&](auto& f) {
            f.name = name;
            f.kind = ResourceKind::Equipment;
        });
        form.keep();
        BOOST_TEST(!complaint(form.state().complaints, "name").empty(), name);
        form.discard();
        form.tick();
    }
    BOOST_TEST(records().resources().all().size() == before + 1);
}

BOOST_AUTO_TEST_CASE(a_clinic_that_closes_before_it_opens_is_refused_whole)
{
    app::SettingsPresenter settings{desk_of(Role::Owner)};
    settings.change({{"schedule.opens", "09:00"}, {"schedule.closes", "08:00"}});
    BOOST_TEST(complaint(settings.state().complaints, "schedule.closes") == "A clinic closes after it opens.");
    BOOST_TEST(records().settings().get("schedule.opens") == "07:00");
    settings.change({{"schedule.opens", "20:00"}, {"schedule.closes", "23:00"}, {"appointment.group_places", "8"}});
    BOOST_TEST(settings.state().complaints.empty());
    BOOST_TEST(records().settings().get("schedule.opens") == "20:00");
    settings.change({{"appointment.minutes", "3"}});
    BOOST_TEST(!complaint(settings.state().complaints, "appointment.minutes").empty());
}

BOOST_AUTO_TEST_SUITE_END()
