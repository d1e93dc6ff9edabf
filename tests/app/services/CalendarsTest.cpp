// SPDX-License-Identifier: Apache-2.0
#include "app/services/Calendars.hpp"

#include "tests/app/services/AtTheClinic.hpp"

#include <boost/test/unit_test.hpp>

using namespace plumbline;
using namespace plumbline::app;
using namespace plumbline::testing;

namespace {

struct AtTheDesk : AtTheClinic {
    AtTheDesk()
    {
        records().settings().set("clinic.name", "Harbour Street");
        records().settings().set("clinic.phone", "555-0142");
        records().settings().set("clinic.zone", "America/New_York");
    }
    CalendarWish of(std::optional<PatientId> patient, std::optional<UserId> clinician)
    {
        return {.patient = patient, .clinician = clinician, .from = today(), .to = plus_days(today(), 30)};
    }
};

/// Long lines of the file put together again.
std::string unfolded(std::string text)
{
    for (auto at = text.find("\r\n "); at != std::string::npos; at = text.find("\r\n "))
        text.erase(at, 3);
    return text;
}

bool holds(std::string const& text, std::string_view part)
{
    return text.find(part) != std::string::npos;
}

} // namespace

BOOST_FIXTURE_TEST_SUITE(calendar_files, AtTheDesk)

BOOST_AUTO_TEST_CASE(of_a_patient_say_where_when_and_with_whom_but_never_what_for)
{
    booked(1, time(plus_days(today(), 1), 9, 0));
    booked(2, time(plus_days(today(), 1), 10, 0), tom_id);

    auto const file = must(by(Role::FrontDesk, export_calendar, of(maja_id, {})));
    auto const text = unfolded(file.text);
    BOOST_TEST(file.events == 1);
    for (std::string_view const part :
        {"METHOD:PUBLISH", "UID:appointment-1@plumbline", "SUMMARY:Appointment\\, Harbour Street",
            "DTSTART;TZID=America/New_York:20261124T090000", "With Dana Reyes\\, PT\\, DPT."})
        BOOST_TEST(holds(text, part), part);
    for (std::string_view const clinical : {"Maja", "Lindqvist", "ciatica", "M54", "Treatment", "pacemaker", "001"})
        BOOST_TEST(!holds(text, clinical), clinical);
    BOOST_TEST((last_entry().event == AuditEvent::Export));
    BOOST_TEST((last_entry().patient == maja_id));
}

BOOST_AUTO_TEST_CASE(of_a_clinician_name_patients_by_initials_unless_names_are_asked_for)
{
    booked(1, time(plus_days(today(), 1), 9, 0));
    CalendarWish wish = of({}, dana_id);

    auto const text = unfolded(must(by(Role::Therapist, export_calendar, wish)).text);
    BOOST_TEST(holds(text, "SUMMARY:M. L.\\, Treatment"));
    BOOST_TEST(!holds(text, "Lindqvist"));
    wish.names = CalendarNames::Full;
    BOOST_TEST(holds(
        unfolded(must(by(Role::Therapist, export_calendar, wish)).text), "SUMMARY:Lindqvist\\, Maja\\, Treatment"));
}

BOOST_AUTO_TEST_CASE(keep_a_canceled_visit_as_canceled_so_that_calendars_take_it_off)
{
    auto const id = booked(1, time(plus_days(today(), 1), 9, 0));
    Appointment const before = *records().appointments().find(id);
    auto details = before.details();
    details.status = AppointmentStatus::Cancelled;
    must(records().appointments().keep(Appointment::restore(id, details, before.version())));

    auto const text = must(by(Role::FrontDesk, export_calendar, of(maja_id, {}))).text;
    BOOST_TEST(holds(text, "STATUS:CANCELLED"));
    BOOST_TEST(holds(text, "SEQUENCE:1"));
}

BOOST_AUTO_TEST_CASE(are_of_one_patient_or_one_clinician_and_not_for_who_only_reads)
{
    BOOST_TEST(refused(by(Role::Owner, export_calendar, of({}, {})), Refusal::Reason::Invalid, "patient"));
    BOOST_TEST(refused(by(Role::Owner, export_calendar, of(maja_id, dana_id)), Refusal::Reason::Invalid, "patient"));
    BOOST_TEST(refused(by(Role::Owner, export_calendar, of(PatientId{9}, {})), Refusal::Reason::NotFound, "patient"));
    BOOST_TEST(refused(by(Role::Owner, export_calendar, of({}, UserId{9})), Refusal::Reason::NotFound, "clinician"));
    BOOST_TEST(refused(by(Role::ReadOnly, export_calendar, of(maja_id, {})), Refusal::Reason::NotAllowed, ""));
}

BOOST_AUTO_TEST_SUITE_END()
