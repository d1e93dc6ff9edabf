// SPDX-License-Identifier: Apache-2.0
#include "app/services/SchedulePrints.hpp"

#include "app/services/DocumentText.hpp"
#include "tests/app/services/AtTheClinic.hpp"

#include <boost/test/unit_test.hpp>

using namespace plumbline;
using namespace plumbline::app;
using namespace plumbline::testing;

namespace {

struct AtTheDesk : AtTheClinic {
    std::string words(SchedulePrintWish const& wish, Role role = Role::Therapist)
    {
        auto const document = seen_by(role, compose_schedule_paper, wish);
        return document ? plain_text(*document) : "refused: " + document.error().message.english();
    }
    SchedulePrintWish sheet(Date day) { return {.paper = SchedulePaper::DaySheet, .from = day, .to = day}; }
};

bool holds(std::string const& text, std::string_view part)
{
    return text.find(part) != std::string::npos;
}

} // namespace

BOOST_FIXTURE_TEST_SUITE(schedule_prints, AtTheDesk)

BOOST_AUTO_TEST_CASE(a_day_sheet_names_times_people_visit_and_precaution)
{
    signed_visit(VisitId{61}, plus_days(today(), -3));
    booked(1, time(today(), 14, 0));
    booked(2, time(today(), 15, 0), tom_id);

    std::string const text = words(sheet(today()));
    for (std::string_view const part : {"Dana Reyes, PT, DPT", "14:00–14:45", "Lindqvist, Maja", "3 of 12", "pacemaker",
             "Bauer, Tom", "Booked", "works 07:00–19:00"})
        BOOST_TEST(holds(text, part), part);
}

BOOST_AUTO_TEST_CASE(the_front_desk_prints_it_without_what_is_clinical)
{
    booked(1, time(today(), 14, 0));

    std::string const text = words(sheet(today()), Role::FrontDesk);
    BOOST_TEST(holds(text, "Lindqvist, Maja"));
    BOOST_TEST(!holds(text, "pacemaker"));
}

BOOST_AUTO_TEST_CASE(who_only_reads_prints_nothing)
{
    auto const refusal = seen_by(Role::ReadOnly, compose_schedule_paper, sheet(today()));
    BOOST_TEST(refused(refusal, Refusal::Reason::NotAllowed, ""));
}

BOOST_AUTO_TEST_CASE(a_day_to_come_counts_the_visits_booked_until_then)
{
    booked(1, time(plus_days(today(), 1), 9, 0));
    booked(2, time(plus_days(today(), 2), 9, 0));
    booked(3, time(plus_days(today(), 3), 9, 0));

    // Maja was evaluated once; two more come before.
    BOOST_TEST(holds(words(sheet(plus_days(today(), 3))), "4 of 12"));
}

BOOST_AUTO_TEST_CASE(a_visit_is_numbered_within_its_authorization)
{
    signed_visit(VisitId{61}, plus_days(today(), -3));
    booked(1, time(today(), 14));
    booked(2, time(plus_days(today(), 1), 9));
    for (Authorization const& old : records().authorizations().of_patient(maja_id)) {
        auto details = old.details();
        details.ended = true;
        must(records().authorizations().keep(Authorization::restore(old.id(), details, old.version())));
    }
    must(records().authorizations().keep(
        must(Authorization::create(AuthorizationId{901}, {.patient = maja_id, .visits = 10, .from = today()}))));

    BOOST_TEST(holds(words(sheet(today())), "1 of 10"));
    BOOST_TEST(holds(words(sheet(plus_days(today(), 1))), "2 of 10"));
    BOOST_TEST(holds(
        words({.paper = SchedulePaper::RoutingSlip, .appointment = AppointmentId{2}}), "Visit 2 of 10 authorized"));
}

BOOST_AUTO_TEST_CASE(of_several_days_each_stands_under_its_own_heading)
{
    booked(1, time(today(), 14));
    booked(2, time(plus_days(today(), 2), 9), tom_id);
    SchedulePrintWish wish = sheet(today());
    wish.to = plus_days(today(), 4);
    wish.clinicians = {dana_id};

    std::string const text = words(wish);
    BOOST_TEST(holds(text, "Monday, 23 Nov 2026 · Dana Reyes, PT, DPT"), text);
    BOOST_TEST(holds(text, "Wednesday, 25 Nov 2026 · Dana Reyes, PT, DPT"));
    BOOST_TEST(!holds(text, "Tuesday, 24 Nov 2026"));
    BOOST_TEST(holds(text, "Bauer, Tom"));
}

BOOST_AUTO_TEST_CASE(a_clinicians_own_sheet_holds_nobody_elses_patients)
{
    booked(1, time(today(), 14, 0));
    must(records().appointments().keep(
        must(Appointment::create(AppointmentId{2}, treatment_at(time(today(), 14, 0), tom_id, pat_id)))));
    SchedulePrintWish wish = sheet(today());
    wish.clinicians = {pat_id};

    std::string const text = words(wish);
    BOOST_TEST(holds(text, "Bauer, Tom"));
    BOOST_TEST(!holds(text, "Lindqvist"));
    wish.clinicians = {pat_id, dana_id};
    BOOST_TEST(holds(words(wish), "Bauer, Tom"));
    BOOST_TEST(holds(words(wish), "Lindqvist"));
    wish.clinicians = {olga_id, pat_id};
    BOOST_TEST(holds(words(wish), "No appointment on this day."));
    BOOST_TEST(!holds(words(wish), "Lindqvist"));
    wish.clinicians = {UserId{999}};
    BOOST_TEST(refused(seen_by(Role::Therapist, compose_schedule_paper, wish), Refusal::Reason::NotFound, "clinician"));
}

BOOST_AUTO_TEST_CASE(a_routing_slip_says_what_comes_next)
{
    auto const id = booked(1, time(today(), 14, 0));
    booked(2, time(plus_days(today(), 2), 9, 0));

    std::string const text = words({.paper = SchedulePaper::RoutingSlip, .appointment = id});
    for (std::string_view const part :
        {"Maja Lindqvist", "14:00–14:45", "Visit 2 of 12 authorized", "Wednesday, 25 Nov 2026, 09:00–09:45"})
        BOOST_TEST(holds(text, part), part);
    BOOST_TEST(refused(seen_by(Role::Therapist, compose_schedule_paper,
                           SchedulePrintWish{.paper = SchedulePaper::RoutingSlip, .appointment = AppointmentId{9}}),
        Refusal::Reason::NotFound, "appointment"));
}

BOOST_AUTO_TEST_CASE(what_a_patient_takes_home_says_nothing_of_the_complaint)
{
    booked(1, time(plus_days(today(), 2), 9, 0));

    std::string const text = words({.paper = SchedulePaper::ComingVisits, .patient = maja_id});
    BOOST_TEST(holds(text, "Wednesday, 25 Nov 2026"));
    for (std::string_view const clinical : {"ciatica", "M54", "pacemaker", "Treatment", "authorized"})
        BOOST_TEST(!holds(text, clinical), clinical);
}

BOOST_AUTO_TEST_CASE(slips_remind_of_what_is_booked_and_of_nothing_else)
{
    booked(1, time(plus_days(today(), 1), 9, 0));
    auto canceled = treatment_at(time(plus_days(today(), 1), 10, 0), tom_id);
    canceled.status = AppointmentStatus::Cancelled;
    must(records().appointments().keep(must(Appointment::create(AppointmentId{2}, canceled))));
    Date const tomorrow = plus_days(today(), 1);

    std::string const text = words({.paper = SchedulePaper::ReminderSlips, .from = tomorrow, .to = tomorrow});
    BOOST_TEST(holds(text, "Maja Lindqvist"));
    BOOST_TEST(!holds(text, "Bauer"));
}

BOOST_AUTO_TEST_CASE(what_was_printed_is_in_the_audit_log)
{
    booked(1, time(today(), 14, 0));
    auto const printed = by(Role::FrontDesk, produce_schedule_paper, sheet(today()), AuditEvent::Print);

    BOOST_TEST_REQUIRE(printed.has_value());
    BOOST_TEST(printed->pdf.starts_with("%PDF"));
    BOOST_TEST(printed->pages == 1);
    BOOST_TEST(printed->sha256.size() == 64U);
    BOOST_TEST((last_entry().event == AuditEvent::Print));
    BOOST_TEST(last_entry().detail == "day-sheet");

    auto const patients = by(Role::FrontDesk, produce_schedule_paper,
        SchedulePrintWish{.paper = SchedulePaper::ComingVisits, .patient = maja_id}, AuditEvent::Export);
    BOOST_TEST_REQUIRE(patients.has_value());
    BOOST_TEST((last_entry().patient == maja_id));
}

BOOST_AUTO_TEST_SUITE_END()
