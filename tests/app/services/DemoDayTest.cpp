// SPDX-License-Identifier: Apache-2.0
#include "app/services/DemoClinic.hpp"
#include "app/services/Schedule.hpp"
#include "app/services/Today.hpp"
#include "app/services/demo/Diary.hpp"
#include "tests/app/services/AtTheClinic.hpp"

#include <boost/test/unit_test.hpp>

#include <array>

using namespace plumbline;
using namespace plumbline::testing;
using Status = AppointmentStatus;

namespace {

/// Five appointments on a Monday that a demo clinic is opened at any hour.
struct DemoMonday : AtTheClinic {
    DemoMonday()
    {
        records().settings().set("clinic.demo", "1");
        int id = 1;
        for (auto const& [hour, minute] :
            std::to_array<std::pair<int, int>>({{8, 30}, {10, 0}, {10, 45}, {11, 30}, {15, 0}})) {
            booked(id, time(today(), hour, minute), id % 2 == 0 ? maja_id : tom_id);
            ++id;
        }
    }
    void open() { must(app::wake_demo_clinic(clinic, context(Role::Owner))); }
    Appointment::Details details(std::int64_t id)
    {
        return records().appointments().find(AppointmentId{id})->details();
    }
    int waiting(std::int64_t id)
    {
        auto const board = must(seen_by(Role::Therapist, app::today_board, today(), app::Scope::Clinic));
        return std::ranges::find(board.rows, AppointmentId{id}, &app::DayRow::appointment)->waiting_minutes;
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(the_demos_day, DemoMonday)

BOOST_AUTO_TEST_CASE(a_fresh_day_stands_at_a_quarter_to_eleven_whenever_it_is_opened)
{
    for (int const hour : {9, 14, 22}) {
        clock.set(time(day(2026, 11, 23), hour));
        open();
        BOOST_TEST((details(1).status == Status::Done));
        BOOST_TEST((details(2).status == Status::InTreatment));
        BOOST_TEST((details(3).status == Status::Arrived));
        BOOST_TEST((details(4).status == Status::Booked));
        BOOST_TEST(waiting(2) == 26);
        BOOST_TEST(waiting(3) == 3);
    }
}

BOOST_AUTO_TEST_CASE(what_people_changed_stays_as_they_left_it)
{
    open();
    must(by(Role::FrontDesk, app::set_status, AppointmentId{2}, Status::Done));
    must(by(Role::FrontDesk, app::set_status, AppointmentId{4}, Status::Confirmed));
    clock.advance(std::chrono::hours{1});
    open();
    BOOST_TEST((details(2).status == Status::Done));
    BOOST_TEST((details(4).status == Status::Confirmed));
    BOOST_TEST(waiting(3) == 3);
}

BOOST_AUTO_TEST_CASE(just_after_midnight_nobody_has_waited_since_yesterday)
{
    clock.set(time(day(2026, 11, 23), 0, 2));
    open();
    BOOST_TEST(waiting(2) == 2);
}

BOOST_AUTO_TEST_CASE(a_real_clinics_day_is_never_touched)
{
    records().settings().set("clinic.demo", "0");
    auto const before = state().audit.size();
    open();
    BOOST_TEST((details(1).status == Status::Booked));
    BOOST_TEST(state().audit.size() == before);
}

BOOST_AUTO_TEST_CASE(a_wait_of_another_day_is_not_counted)
{
    open();
    clock.set(time(day(2026, 11, 23), 18));
    auto details = this->details(3);
    details.arrived = time(day(2026, 11, 22), 10);
    must(records().appointments().keep(must(
        Appointment::create(AppointmentId{3}, details, records().appointments().find(AppointmentId{3})->version()))));
    BOOST_TEST(waiting(3) == 0);
}

BOOST_FIXTURE_TEST_CASE(a_demo_made_on_a_weekend_has_a_day_to_look_at, AtTheClinic)
{
    clock.set(time(day(2026, 11, 28), 9)); // A Saturday.
    std::vector const everyone(8, app::demo::Attending{maja_id, sciatica_id, dana_id});
    std::vector const clinicians{dana_id, olga_id};
    BOOST_TEST(app::demo::fill_diary(records(), context(Role::Owner), everyone, clinicians, 1, today()) > 0);

    auto const booked_on = [&](Date on) {
        return must(seen_by(Role::Therapist, app::today_board, on, app::Scope::Clinic)).rows.size();
    };
    BOOST_TEST(booked_on(today()) > 0U);
    BOOST_TEST(booked_on(plus_days(today(), 1)) == 0U);
    BOOST_TEST(booked_on(plus_days(today(), 7)) == 0U);
    BOOST_TEST(booked_on(plus_days(today(), 2)) > 0U);
    auto const hours = records().hours().of(dana_id);
    BOOST_TEST_REQUIRE(hours.has_value());
    BOOST_TEST(!hours->on(today()).empty());
}

BOOST_AUTO_TEST_SUITE_END()
