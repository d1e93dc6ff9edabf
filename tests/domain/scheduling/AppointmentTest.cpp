// SPDX-License-Identifier: Apache-2.0
#include "domain/scheduling/Appointment.hpp"

#include <boost/test/unit_test.hpp>

#include <set>
#include <string>

namespace plumbline::testing {
namespace {

constexpr PatientId maja{1}, bert{2};
constexpr UserId dana{11}, sam{12};

Appointment::Details at_ten(PatientId patient, UserId clinician, int minutes_later = 0)
{
    Appointment::Details details;
    details.patient = patient;
    details.clinician = clinician;
    details.start = parse_clinic_time("2026-11-23T10:00").value() + Minutes{minutes_later};
    return details;
}

Appointment booked(std::int64_t id, Appointment::Details details)
{
    return Appointment::create(AppointmentId{id}, std::move(details)).value();
}

/// Clash does not depend on who is asked first; this asks both and says so when it does.
bool clash_both_ways(Appointment::Details const& a, Appointment::Details const& b)
{
    bool const forward = clash(booked(1, a), booked(2, b));
    BOOST_TEST(clash(booked(2, b), booked(1, a)) == forward);
    return forward;
}

std::string faulty_field(Appointment::Details details)
{
    auto const made = Appointment::create(AppointmentId{1}, std::move(details));
    return made ? "" : std::string{made.error().field};
}

} // namespace

BOOST_AUTO_TEST_SUITE(appointment)

BOOST_AUTO_TEST_CASE(an_appointment_ends_after_its_length)
{
    BOOST_TEST(to_iso(booked(1, at_ten(maja, dana)).end()) == "2026-11-23T10:45");
}

BOOST_AUTO_TEST_CASE(an_appointment_lasts_5_minutes_to_8_hours)
{
    Appointment::Details details = at_ten(maja, dana);
    for (int const minutes : {5, 45, 480}) {
        details.length = Minutes{minutes};
        BOOST_TEST(faulty_field(details).empty());
    }
    for (int const minutes : {4, 0, -45, 481, 1'000'000}) {
        details.length = Minutes{minutes};
        BOOST_TEST(faulty_field(details) == "length");
    }
}

BOOST_AUTO_TEST_CASE(an_appointment_needs_a_patient_a_clinician_and_a_time_that_can_be_kept)
{
    auto const nobody = Appointment::create(AppointmentId{1}, {});
    BOOST_REQUIRE(!nobody);
    BOOST_TEST(nobody.error().field == "patient");
    BOOST_REQUIRE(!nobody.error().others.empty());
    BOOST_TEST(nobody.error().others[0].field == "clinician");

    Appointment::Details details = at_ten(maja, dana);
    details.start = ClinicTime{Minutes{-1}};
    BOOST_TEST(faulty_field(details) == "start");
    details.start = at(Date{std::chrono::year{2201} / 1 / 1}, Minutes{0});
    BOOST_TEST(faulty_field(details) == "start");
    details = at_ten(maja, dana);
    details.note = std::string(4001, 'x');
    BOOST_TEST(faulty_field(details) == "note");
}

BOOST_AUTO_TEST_CASE(one_clinician_cannot_treat_two_patients_at_once)
{
    BOOST_TEST(clash_both_ways(at_ten(maja, dana), at_ten(bert, dana)));
    BOOST_TEST(clash_both_ways(at_ten(maja, dana), at_ten(bert, dana, 44)));
    BOOST_TEST(clash_both_ways(at_ten(maja, dana), at_ten(bert, dana, -44)));
}

BOOST_AUTO_TEST_CASE(one_patient_cannot_be_with_two_clinicians_at_once)
{
    BOOST_TEST(clash_both_ways(at_ten(maja, dana), at_ten(maja, sam, 30)));
}

BOOST_AUTO_TEST_CASE(different_people_do_not_clash)
{
    BOOST_TEST(!clash_both_ways(at_ten(maja, dana), at_ten(bert, sam)));
}

BOOST_AUTO_TEST_CASE(touching_ends_do_not_clash)
{
    BOOST_TEST(!clash_both_ways(at_ten(maja, dana), at_ten(bert, dana, 45)));
    BOOST_TEST(!clash_both_ways(at_ten(maja, dana), at_ten(maja, sam, -45)));
}

BOOST_AUTO_TEST_CASE(a_short_one_inside_a_long_one_clashes)
{
    Appointment::Details long_one = at_ten(maja, dana);
    long_one.length = Minutes{120};
    Appointment::Details short_one = at_ten(bert, dana, 60);
    short_one.length = Minutes{5};

    BOOST_TEST(clash_both_ways(long_one, short_one));
}

BOOST_AUTO_TEST_CASE(canceled_and_missed_appointments_take_no_time)
{
    using enum AppointmentStatus;
    Appointment::Details other = at_ten(bert, dana);
    for (auto const status : {Cancelled, NoShow}) {
        other.status = status;
        BOOST_TEST(!clash_both_ways(at_ten(maja, dana), other));
    }
    for (auto const status : {Booked, Confirmed, Arrived, InTreatment, Done}) {
        other.status = status;
        BOOST_TEST(clash_both_ways(at_ten(maja, dana), other));
    }
}

BOOST_AUTO_TEST_CASE(two_groups_of_one_clinician_at_the_same_start_are_one_class)
{
    Appointment::Details first = at_ten(maja, dana);
    Appointment::Details second = at_ten(bert, dana);
    first.type = second.type = AppointmentType::Group;
    BOOST_TEST(!clash_both_ways(first, second));

    second.length = Minutes{60};
    BOOST_TEST(!clash_both_ways(first, second));
}

BOOST_AUTO_TEST_CASE(a_class_is_no_excuse_for_anything_else)
{
    Appointment::Details first = at_ten(maja, dana);
    first.type = AppointmentType::Group;

    Appointment::Details later = at_ten(bert, dana, 15);
    later.type = AppointmentType::Group;
    BOOST_TEST(clash_both_ways(first, later));

    BOOST_TEST(clash_both_ways(first, at_ten(bert, dana)));

    Appointment::Details same_patient = at_ten(maja, dana);
    same_patient.type = AppointmentType::Group;
    BOOST_TEST(clash_both_ways(first, same_patient));
}

BOOST_AUTO_TEST_CASE(an_appointment_does_not_clash_with_itself_when_it_is_moved)
{
    BOOST_TEST(!clash(booked(1, at_ten(maja, dana)), booked(1, at_ten(maja, dana, 15))));
}

BOOST_AUTO_TEST_CASE(types_and_statuses_come_back_from_their_codes)
{
    std::set<std::string_view> codes;
    for (int i = 0; i <= static_cast<int>(AppointmentType::Group); ++i) {
        auto const type = static_cast<AppointmentType>(i);
        BOOST_TEST((appointment_type_from_code(code(type)).value() == type));
        BOOST_TEST(!label(type).empty());
        codes.insert(code(type));
    }
    for (int i = 0; i <= static_cast<int>(AppointmentStatus::Cancelled); ++i) {
        auto const status = static_cast<AppointmentStatus>(i);
        BOOST_TEST((appointment_status_from_code(code(status)).value() == status));
        BOOST_TEST(!label(status).empty());
        codes.insert(code(status));
    }
    BOOST_TEST(codes.size() == 11U);
    BOOST_TEST(!appointment_type_from_code("massage"));
    BOOST_TEST(!appointment_status_from_code(""));
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace plumbline::testing
