// SPDX-License-Identifier: Apache-2.0
#include "tests/persistence/records/Engines.hpp"

using namespace plumbline;

namespace {

std::vector<std::int64_t> ids_of(std::vector<Appointment> const& appointments)
{
    std::vector<std::int64_t> ids;
    for (Appointment const& appointment : appointments)
        ids.push_back(appointment.id().value());
    return ids;
}

} // namespace

BOOST_AUTO_TEST_SUITE(appointments)

ON_BOTH_ENGINES(an_appointment_comes_back_whole)
{
    Episode const episode = begin_episode(admit("Lindqvist", "Maja").id());
    auto details = slot(episode.patient(), "2026-11-23T10:30", Minutes{60});
    details.episode = episode.id();
    details.type = AppointmentType::ReEvaluation;
    details.status = AppointmentStatus::Arrived;
    details.arrived = time("2026-11-23T10:21");
    details.note = "brings the MRI";
    Appointment const kept = Appointment::restore(AppointmentId{5}, details, 0);
    BOOST_REQUIRE(records.appointments().keep(kept).has_value());
    BOOST_TEST(records.appointments().keep(kept).has_value());

    BOOST_TEST((records.appointments().find(AppointmentId{5}) == Appointment::restore(AppointmentId{5}, details, 1)));
}

ON_BOTH_ENGINES(the_schedule_of_days_is_in_order_and_can_be_one_clinicians)
{
    UserId const lee = hire("lee");
    auto const book = [&](std::int64_t id, std::string_view start, UserId clinician) {
        auto details = slot(admit("P" + std::to_string(id), "X").id(), start);
        details.clinician = clinician;
        BOOST_REQUIRE(records.appointments().keep(Appointment::restore(AppointmentId{id}, details, 0)).has_value());
    };
    book(1, "2026-11-24T23:10", therapist);
    book(2, "2026-11-23T00:00", therapist);
    book(3, "2026-11-23T09:00", lee);
    book(4, "2026-11-25T00:00", therapist);
    book(5, "2026-11-22T23:00", therapist);

    auto const days = ids_of(records.appointments().between(day("2026-11-23"), day("2026-11-24")));
    auto const hers = ids_of(records.appointments().between(day("2026-11-23"), day("2026-11-24"), therapist));

    BOOST_TEST(days == (std::vector<std::int64_t>{2, 3, 1}), boost::test_tools::per_element());
    BOOST_TEST(hers == (std::vector<std::int64_t>{2, 1}), boost::test_tools::per_element());
}

ON_BOTH_ENGINES(a_patients_next_appointments_are_listed)
{
    PatientId const maja = admit("Lindqvist", "Maja").id();
    for (auto const& [id, start] :
        {std::pair{1, "2026-11-20T09:00"}, {2, "2026-12-02T09:00"}, {3, "2026-11-23T09:00"}, {4, "2026-11-30T09:00"}})
        BOOST_REQUIRE(
            records.appointments().keep(Appointment::restore(AppointmentId{id}, slot(maja, start), 0)).has_value());

    auto const next = ids_of(records.appointments().of_patient(maja, day("2026-11-23"), 2));

    BOOST_TEST(next == (std::vector<std::int64_t>{3, 4}), boost::test_tools::per_element());
}

ON_BOTH_ENGINES(nobody_is_promised_twice_at_the_same_time)
{
    PatientId const maja = admit("Lindqvist", "Maja").id();
    PatientId const ana = admit("Ruiz", "Ana").id();
    UserId const lee = hire("lee");
    BOOST_REQUIRE(records.appointments()
                      .keep(Appointment::restore(AppointmentId{1}, slot(maja, "2026-11-23T10:00", Minutes{60}), 0))
                      .has_value());

    auto const same_clinician =
        records.appointments().keep(Appointment::restore(AppointmentId{2}, slot(ana, "2026-11-23T10:59"), 0));
    auto other_clinician = slot(maja, "2026-11-23T09:30");
    other_clinician.clinician = lee;
    auto const same_patient = records.appointments().keep(Appointment::restore(AppointmentId{3}, other_clinician, 0));

    BOOST_REQUIRE(!same_clinician.has_value());
    BOOST_TEST((same_clinician.error().reason == Refusal::Reason::Conflict));
    BOOST_TEST(same_clinician.error().message.english()
        == "The clinician already has an appointment from 10:00 to 11:00 on 23 Nov 2026.");
    BOOST_REQUIRE(!same_patient.has_value());
    BOOST_TEST(same_patient.error().message.english()
        == "The patient already has an appointment from 10:00 to 11:00 on 23 Nov 2026.");
    BOOST_TEST(records.appointments().between(day("2026-11-23"), day("2026-11-23")).size() == 1);
}

ON_BOTH_ENGINES(touching_ends_missed_and_cancelled_appointments_do_not_clash)
{
    PatientId const maja = admit("Lindqvist", "Maja").id();
    PatientId const ana = admit("Ruiz", "Ana").id();
    auto const keep = [&](std::int64_t id, Appointment::Details const& details) {
        return records.appointments().keep(Appointment::restore(AppointmentId{id}, details, 0)).has_value();
    };
    auto cancelled = slot(ana, "2026-11-23T10:00");
    cancelled.status = AppointmentStatus::Cancelled;
    auto missed = slot(ana, "2026-11-23T10:15");
    missed.status = AppointmentStatus::NoShow;

    BOOST_TEST(keep(1, slot(maja, "2026-11-23T10:00", Minutes{60})));
    BOOST_TEST(keep(2, slot(ana, "2026-11-23T11:00")));
    BOOST_TEST(keep(3, slot(ana, "2026-11-23T09:15")));
    BOOST_TEST(keep(4, cancelled));
    BOOST_TEST(keep(5, missed));
}

ON_BOTH_ENGINES(a_group_starts_together)
{
    auto const join = [&](std::int64_t id, std::string_view start) {
        auto details = slot(admit("P" + std::to_string(id), "X").id(), start);
        details.type = AppointmentType::Group;
        return records.appointments().keep(Appointment::restore(AppointmentId{id}, details, 0)).has_value();
    };
    BOOST_TEST(join(1, "2026-11-23T10:00"));
    BOOST_TEST(join(2, "2026-11-23T10:00"));
    BOOST_TEST(!join(3, "2026-11-23T10:15"));
}

ON_BOTH_ENGINES(a_moved_appointment_is_checked_against_others_and_not_itself)
{
    PatientId const maja = admit("Lindqvist", "Maja").id();
    PatientId const ana = admit("Ruiz", "Ana").id();
    auto const keep = [&](std::int64_t id, Appointment::Details const& details, int version) {
        return records.appointments().keep(Appointment::restore(AppointmentId{id}, details, version));
    };
    BOOST_REQUIRE(keep(1, slot(maja, "2026-11-23T10:00"), 0).has_value());
    BOOST_REQUIRE(keep(2, slot(ana, "2026-11-23T11:00"), 0).has_value());

    BOOST_TEST(keep(1, slot(maja, "2026-11-23T10:15"), 1).has_value());
    BOOST_TEST((keep(1, slot(maja, "2026-11-23T10:30"), 2).error().field == "start"));
    BOOST_TEST((keep(1, slot(maja, "2026-11-23T12:00"), 1).error().reason == Refusal::Reason::Conflict));
    BOOST_TEST((records.appointments().find(AppointmentId{1})->details().start == time("2026-11-23T10:15")));
}

BOOST_AUTO_TEST_CASE(
    the_server_itself_refuses_a_double_booking, *boost::unit_test::precondition(plumbline::testing::needs_postgres))
{
    persistence::testing::Clinic clinic{persistence::testing::Engine::Postgres};
    PatientId const maja = clinic.admit("Lindqvist", "Maja").id();
    PatientId const ana = clinic.admit("Ruiz", "Ana").id();
    BOOST_REQUIRE(clinic.records.appointments()
                      .keep(Appointment::restore(AppointmentId{1}, clinic.slot(maja, "2026-11-23T10:00"), 0))
                      .has_value());
    auto const insert = [&](PatientId patient, std::string const& start, std::string const& end,
                            std::string const& type) {
        return clinic.is_refused_by_schema(
            "insert into appointment (id, patient_id, clinician_id, start_at, end_at, type,"
            " status, note, version) values (2, "
            + std::to_string(patient.value()) + ", " + std::to_string(clinic.therapist.value()) + ", '" + start + "', '"
            + end + "', '" + type + "', 'booked', '', 1)");
    };

    // Colons would be taken for parameters, so the times here are whole days and tenths of them.
    BOOST_TEST(insert(ana, "2026-11-23T1", "2026-11-23T2", "treatment"));
    BOOST_TEST(insert(maja, "2026-11-23T1", "2026-11-23T2", "group"));
    BOOST_TEST(!insert(ana, "2026-11-24T1", "2026-11-24T2", "treatment"));
}

BOOST_AUTO_TEST_SUITE_END()
