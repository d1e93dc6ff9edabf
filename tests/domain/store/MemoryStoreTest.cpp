// SPDX-License-Identifier: Apache-2.0
// The store that other rooms are tested with must itself keep the promises of the ports.
#include "tests/support/MemoryStore.hpp"
#include "domain/store/BrokenWorld.hpp"

#include <boost/test/unit_test.hpp>

#include <string>

namespace plumbline::testing {
namespace {

Date day(std::string_view iso)
{
    return parse_date(iso).value();
}

Patient person(std::int64_t id, std::string number, PersonName name, std::string phone = {})
{
    Patient::Details details;
    details.name = std::move(name);
    details.birth_date = day("1979-03-12");
    details.contact.phone = std::move(phone);
    return Patient::create(PatientId{id}, std::move(number), std::move(details), day("2026-11-23")).value();
}

User owner(std::int64_t id, std::string login)
{
    return User::create(UserId{id}, {std::move(login), "Dana Reyes", "PT", "", Role::Owner, true}).value();
}

struct SomeClinic {
    MemoryStore store;
    Patient const maja = person(1, "000001", {"Lindqvist", "Maja", ""}, "+1 555-010-4477");

    Result<void> keep(Patient const& patient)
    {
        return store.write([&](Records& records) { return records.patients().keep(patient); });
    }
    [[nodiscard]] std::string found(std::string_view text, int limit = 10, int offset = 0)
    {
        return store.read([&](Records const& records) {
            std::string names;
            for (PatientRow const& row : records.patients().search(text, limit, offset))
                names += row.name.given + ' ';
            return names;
        });
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(memory_store, SomeClinic)

BOOST_AUTO_TEST_CASE(what_was_kept_is_found_with_a_higher_version)
{
    BOOST_REQUIRE(keep(maja));

    auto const stored = store.records().patients().find(maja.id());

    BOOST_REQUIRE(stored);
    BOOST_TEST(stored->version() == 1);
    BOOST_TEST((stored->details() == maja.details()));
}

BOOST_AUTO_TEST_CASE(the_same_insert_again_succeeds_and_another_one_does_not)
{
    BOOST_REQUIRE(keep(maja));

    BOOST_TEST(keep(maja).has_value());
    auto const other = keep(person(1, "000001", {"Berg", "Maja", ""}));

    BOOST_REQUIRE(!other);
    BOOST_TEST((other.error().reason == Refusal::Reason::Conflict));
    BOOST_TEST(store.records().patients().find(maja.id())->version() == 1);
}

BOOST_AUTO_TEST_CASE(the_second_of_two_changes_to_one_version_is_a_conflict)
{
    BOOST_REQUIRE(keep(maja));
    Patient const opened = *store.records().patients().find(maja.id());

    BOOST_TEST(keep(opened).has_value());
    auto const second = keep(opened);

    BOOST_REQUIRE(!second);
    BOOST_TEST((second.error().reason == Refusal::Reason::Conflict));
}

BOOST_AUTO_TEST_CASE(a_record_number_or_login_that_is_taken_is_refused_beside_its_field)
{
    BOOST_REQUIRE(keep(maja));
    BOOST_REQUIRE(store.records().users().keep(owner(11, "dana")));

    BOOST_TEST(keep(person(2, "000001", {"Berg", "Nils", ""})).error().field == "record_number");
    BOOST_TEST(store.records().users().keep(owner(12, "dana")).error().field == "login");
    BOOST_TEST(store.records().patients().next_record_number() == "000002");
}

BOOST_AUTO_TEST_CASE(a_refused_or_broken_write_leaves_nothing_behind)
{
    auto const refused = store.write([&](Records& records) -> Result<void> {
        BOOST_REQUIRE(records.patients().keep(maja));
        records.audit().append({});
        return refuse(Refusal::Reason::Invalid, "", "no");
    });
    store.break_at_write(1);

    BOOST_TEST(!refused);
    BOOST_CHECK_THROW(static_cast<void>(keep(maja)), DiskFull);
    BOOST_TEST(store.state().patients.empty());
    BOOST_TEST(store.state().audit.empty());
    BOOST_TEST(store.committed() == 0);
    BOOST_TEST(keep(maja).has_value());
    BOOST_TEST(store.committed() == 1);
}

BOOST_AUTO_TEST_CASE(typeahead_finds_by_name_number_birth_date_and_phone)
{
    BOOST_REQUIRE(keep(maja));
    BOOST_REQUIRE(keep(person(2, "000002", {"Berg", "Nils", ""})));

    for (std::string const typed : {"lind", "MAJA", "lindq maj", "maja l", "1555010", "000001"})
        BOOST_TEST(found(typed) == "Maja ");
    BOOST_TEST(found("") == "Nils Maja ");
    BOOST_TEST(found("1979-03") == "Nils Maja ");
    BOOST_TEST(found("", 1) == "Nils ");
    BOOST_TEST(found("", 1, 1) == "Maja ");
    BOOST_TEST(found("", 10, 5).empty());
    BOOST_TEST(found("x").empty());
}

BOOST_AUTO_TEST_CASE(an_appointment_that_would_clash_is_not_kept)
{
    auto const at_ten = [](std::int64_t id, std::int64_t patient) {
        Appointment::Details details;
        details.patient = PatientId{patient};
        details.clinician = UserId{11};
        details.start = parse_clinic_time("2026-11-23T10:00").value();
        return Appointment::create(AppointmentId{id}, details).value();
    };
    auto& appointments = store.records().appointments();
    BOOST_REQUIRE(appointments.keep(at_ten(1, 1)));

    BOOST_TEST((appointments.keep(at_ten(2, 2)).error().reason == Refusal::Reason::Conflict));
    BOOST_TEST(appointments.between(day("2026-11-23"), day("2026-11-23")).size() == 1U);
    BOOST_TEST(appointments.between(day("2026-11-24"), day("2026-11-30")).empty());
}

BOOST_AUTO_TEST_CASE(settings_that_were_never_made_have_their_defaults)
{
    Settings& settings = store.records().settings();
    BOOST_TEST(settings.get("lock.minutes") == "10");

    settings.set("lock.minutes", "5");

    BOOST_TEST(settings.all().at("lock.minutes") == "5");
    BOOST_TEST(settings.all().at("appointment.minutes") == "45");
}

BOOST_AUTO_TEST_CASE(the_audit_trail_is_dense_and_read_from_its_end)
{
    AuditTrail& audit = store.records().audit();
    for (int i = 0; i < 5; ++i)
        audit.append({.at = {},
            .user = {},
            .login = "dana",
            .event = AuditEvent::Read,
            .entity = "patient",
            .entity_id = i,
            .patient = PatientId{i % 2 + 1},
            .detail = {},
            .program_version = {}});

    auto const last_two = audit.latest(2);
    BOOST_REQUIRE(last_two.size() == 2U);
    BOOST_TEST(last_two[0].seq == 5);
    BOOST_TEST(audit.latest(10, 4).front().seq == 3);
    BOOST_TEST(audit.of_patient(PatientId{2}, 10).size() == 2U);
}

BOOST_AUTO_TEST_CASE(a_digest_is_sha_256_in_lower_case)
{
    BOOST_TEST(store.records().digest("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

BOOST_AUTO_TEST_CASE(the_last_owner_of_a_clinic_cannot_be_dismissed)
{
    MemoryClinic clinic{Actor{UserId{11}, Role::Owner, "dana", "Dana Reyes, PT"}};
    BOOST_REQUIRE(clinic.admit(owner(11, "dana"), "quiet harbor lamp"));
    BOOST_TEST(!clinic.dismiss(UserId{11}));
    BOOST_REQUIRE(clinic.admit(owner(12, "sam"), "quiet harbor lamp"));

    BOOST_TEST(clinic.dismiss(UserId{11}).has_value());
    BOOST_TEST(!clinic.store().records().users().find(UserId{11})->details().active);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace plumbline::testing
