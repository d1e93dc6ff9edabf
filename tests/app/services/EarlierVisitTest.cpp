// SPDX-License-Identifier: Apache-2.0
#include "app/services/EarlierVisit.hpp"

#include "tests/app/services/AtTheClinic.hpp"

#include <boost/test/unit_test.hpp>

using namespace plumbline;
using namespace plumbline::testing;
using Reason = Refusal::Reason;

namespace {

/// On Monday at 10:30 a visit of last Friday is written down.
struct DanaWritesLate : AtTheClinic {
    Date const friday = day(2026, 11, 20);

    Result<app::EarlierVisit> ask(Date on, std::optional<Minutes> time = {}, Role role = Role::Therapist)
    {
        return seen_by(role, app::earlier_visit, sciatica_id, on, time);
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(a_visit_written_down_late, DanaWritesLate)

BOOST_AUTO_TEST_CASE(takes_the_time_of_the_days_appointment_and_links_it)
{
    auto const appointment = booked(8050, time(friday, 14, 15));
    auto const visit = must(ask(friday));
    BOOST_TEST((visit.start == time(friday, 14, 15)));
    BOOST_TEST((visit.appointment == appointment));
}

BOOST_AUTO_TEST_CASE(a_time_that_is_given_wins_over_the_appointments)
{
    auto const appointment = booked(8050, time(friday, 14, 15));
    auto const visit = must(ask(friday, Minutes{14 * 60 + 40}));
    BOOST_TEST((visit.start == time(friday, 14, 40)));
    BOOST_TEST((visit.appointment == appointment));
}

BOOST_AUTO_TEST_CASE(a_day_without_an_appointment_needs_a_time)
{
    BOOST_TEST(refused(ask(friday), Reason::Invalid, "time"));
    BOOST_TEST(!must(ask(friday, Minutes{9 * 60})).appointment.has_value());
}

BOOST_AUTO_TEST_CASE(an_appointment_of_another_patient_is_not_taken)
{
    booked(8050, time(friday, 14, 15), tom_id);
    BOOST_TEST(refused(ask(friday), Reason::Invalid, "time"));
}

BOOST_AUTO_TEST_CASE(an_appointment_that_was_missed_is_not_taken)
{
    auto const appointment = booked(8050, time(friday, 14, 15));
    auto missed = *records().appointments().find(appointment);
    auto details = missed.details();
    details.status = AppointmentStatus::NoShow;
    must(records().appointments().keep(must(Appointment::create(appointment, details, missed.version()))));
    BOOST_TEST(refused(ask(friday), Reason::Invalid, "time"));
}

BOOST_AUTO_TEST_CASE(neither_a_day_to_come_nor_one_before_the_episode_nor_an_hour_to_come)
{
    auto const started = records().episodes().find(sciatica_id)->details().started;
    BOOST_TEST(refused(ask(plus_days(today(), 1), Minutes{600}), Reason::Invalid, "day"));
    BOOST_TEST(refused(ask(plus_days(started, -1), Minutes{600}), Reason::Invalid, "day"));
    BOOST_TEST(ask(started, Minutes{600}).has_value());
    BOOST_TEST(refused(ask(today(), Minutes{10 * 60 + 31}), Reason::Invalid, "time"));
    BOOST_TEST(ask(today(), Minutes{10 * 60 + 30}).has_value());
}

BOOST_AUTO_TEST_CASE(who_may_not_write_notes_may_not_ask)
{
    BOOST_TEST(refused(ask(friday, Minutes{600}, Role::FrontDesk), Reason::NotAllowed, ""));
}

BOOST_AUTO_TEST_SUITE_END()
