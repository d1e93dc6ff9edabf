// SPDX-License-Identifier: Apache-2.0
#include "domain/patients/Patient.hpp"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <functional>
#include <string>
#include <vector>

namespace plumbline::testing {
namespace {

namespace data = boost::unit_test::data;

Date day(std::string_view iso)
{
    return parse_date(iso).value();
}

Date const today = day("2026-11-23");

Patient::Details maja()
{
    Patient::Details details;
    details.name = {"Lindqvist", "Maja", ""};
    details.birth_date = day("1979-03-12");
    details.contact.phone = "+1 555-010-4477";
    details.contact.email = "maja@example.org";
    return details;
}

Result<Patient> create(Patient::Details details)
{
    return Patient::create(PatientId{1}, "001482", std::move(details), today);
}

/// The fields at fault, in order.
std::vector<std::string> faults(Patient::Details details)
{
    auto const patient = create(std::move(details));
    if (patient)
        return {};
    std::vector<std::string> fields{std::string{patient.error().field}};
    for (Refusal const& other : patient.error().others)
        fields.emplace_back(other.field);
    return fields;
}

bool fits(std::function<void(Patient::Details&)> const& change)
{
    Patient::Details details = maja();
    change(details);
    return faults(std::move(details)).empty();
}

std::vector<std::string> only(std::string field)
{
    return {std::move(field)};
}

} // namespace

BOOST_AUTO_TEST_SUITE(patient)

BOOST_AUTO_TEST_CASE(a_patient_with_name_and_birth_date_is_whole)
{
    auto const patient = create(maja());

    BOOST_REQUIRE(patient);
    BOOST_TEST(patient->name().listed() == "Lindqvist, Maja");
    BOOST_TEST(patient->record_number() == "001482");
    BOOST_TEST((patient->birth_date() == day("1979-03-12")));
    BOOST_TEST(patient->version() == 0);
}

BOOST_AUTO_TEST_CASE(an_empty_form_names_both_things_it_needs)
{
    BOOST_TEST(faults(Patient::Details{}) == (std::vector<std::string>{"name.family", "birth_date"}),
        boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(one_name_is_enough_and_blanks_are_none)
{
    BOOST_TEST(fits([](auto& d) { d.name.family.clear(); }));
    BOOST_TEST(fits([](auto& d) { d.name.given.clear(); }));
    BOOST_TEST(!fits([](auto& d) { d.name = {" \t", "\u00a0\u3000", "Maja"}; }));
}

BOOST_AUTO_TEST_CASE(all_faults_of_a_form_are_named_at_once_in_the_order_of_the_form)
{
    Patient::Details details = maja();
    details.name.given = std::string(101, 'x');
    details.birth_date = day("2026-11-24");
    details.contact.phone = "call me";
    details.contact.email = "maja";
    details.coverage.visits_authorized = -1;
    details.medications = {Medication{}};

    std::vector<std::string> const expected{
        "name.given", "birth_date", "contact.phone", "contact.email", "coverage.visits_authorized", "medications"};
    BOOST_TEST(faults(details) == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(texts_are_trimmed)
{
    Patient::Details details = maja();
    details.name = {"  Lindqvist ", "\tMaja\n", "\u00a0Maj "};
    details.contact.phone = " 555-010-4477 ";
    details.contact.email = " maja@example.org ";
    details.occupation = " nurse ";
    details.precautions = {{" cardiac-pacemaker ", " 2019 "}};

    auto const patient = Patient::create(PatientId{1}, " A-7 ", details, today);

    BOOST_REQUIRE(patient);
    BOOST_TEST((patient->name() == PersonName{"Lindqvist", "Maja", "Maj"}));
    BOOST_TEST(patient->record_number() == "A-7");
    BOOST_TEST(patient->details().contact.phone == "555-010-4477");
    BOOST_TEST(patient->details().contact.email == "maja@example.org");
    BOOST_TEST(patient->details().occupation == "nurse");
    BOOST_TEST((patient->details().precautions.front() == Precaution{"cardiac-pacemaker", "2019"}));
}

BOOST_DATA_TEST_CASE(names_of_every_script_are_kept_byte_for_byte,
    data::make({"O'Brien-Smith", "\u00c5str\u00f6m", "\u0645\u062d\u0645\u062f", "\u05db\u05d4\u05df",
        "\u738b\u5c0f\u660e", "Nguy\u1ec5n", "\U0001F98B", "\u0418\u0432\u0430\u043d\u043e\u0432", "X",
        "Robert'); DROP TABLE patient;--", "=cmd|' /C calc'!A0", "%s%n", "null"}),
    name)
{
    Patient::Details details = maja();
    details.name.family = name;

    auto const patient = create(details);

    BOOST_REQUIRE(patient);
    BOOST_TEST(patient->name().family == name);
}

BOOST_AUTO_TEST_CASE(composed_and_decomposed_letters_are_both_kept_as_typed)
{
    Patient::Details composed = maja();
    composed.name.family = "\u00c5ngstr\u00f6m";
    Patient::Details decomposed = maja();
    decomposed.name.family = "A\u030angstro\u0308m";

    BOOST_TEST(create(composed)->name().family == "\u00c5ngstr\u00f6m");
    BOOST_TEST(create(decomposed)->name().family == "A\u030angstro\u0308m");
    BOOST_TEST((create(composed)->name() != create(decomposed)->name()));
}

BOOST_AUTO_TEST_CASE(names_with_control_characters_or_damaged_bytes_are_refused)
{
    for (std::string const& bad : {std::string("Lind\0qvist", 10), std::string{"Lind\nqvist"},
             std::string{"Lind\x1bqvist"}, std::string{"Lind\x7fqvist"}, std::string{"Lind\u0090qvist"},
             std::string{"Lind\xffqvist"}, std::string{"Lind\xed\xa0\x80"}, std::string{"Lind\xc0\xafqvist"}}) {
        Patient::Details details = maja();
        details.name.family = bad;
        BOOST_TEST(faults(details) == only("name.family"), boost::test_tools::per_element());
    }
}

BOOST_AUTO_TEST_CASE(huge_texts_are_refused_each_beside_its_field)
{
    std::string const huge(1'000'000, 'a');
    Patient::Details details = maja();
    details.name = {huge, huge, huge};
    details.contact = {huge, huge, huge, huge, huge, huge, huge, huge};
    details.emergency = {huge, huge, huge};
    details.coverage.payer = details.coverage.member_id = huge;
    details.occupation = details.treatment_preferences = details.language = huge;

    std::vector<std::string> const expected{"name.family", "name.given", "name.preferred", "contact.phone",
        "contact.mobile", "contact.email", "contact.street", "contact.city", "contact.region", "contact.postal_code",
        "contact.country", "emergency.name", "emergency.relation", "emergency.phone", "coverage.payer",
        "coverage.member_id", "occupation", "treatment_preferences", "language"};
    BOOST_TEST(faults(details) == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(treatment_preferences_may_run_over_lines_to_4000_bytes)
{
    BOOST_TEST(fits([](auto& d) { d.treatment_preferences = "Hands on.\nNo traction."; }));
    BOOST_TEST(fits([](auto& d) { d.treatment_preferences = std::string(4000, 'x'); }));
    BOOST_TEST(!fits([](auto& d) { d.treatment_preferences = std::string(4001, 'x'); }));
    BOOST_TEST(!fits([](auto& d) { d.occupation = "nurse\nat night"; }));
}

BOOST_AUTO_TEST_CASE(a_birth_date_is_a_day_of_the_last_130_years)
{
    BOOST_TEST(fits([](auto& d) { d.birth_date = today; }));
    BOOST_TEST(fits([](auto& d) { d.birth_date = day("1896-11-23"); }));
    for (Date const bad : {day("2026-11-24"), day("2200-01-01"), day("1896-11-22"), day("1800-01-01"), Date{},
             Date{std::chrono::year{2023} / 2 / 29}}) {
        Patient::Details details = maja();
        details.birth_date = bad;
        BOOST_TEST(faults(details) == only("birth_date"), boost::test_tools::per_element());
    }
}

BOOST_AUTO_TEST_CASE(one_born_130_years_ago_is_taken_even_when_today_is_29_february)
{
    Patient::Details details = maja();
    details.birth_date = day("1894-03-01");

    BOOST_TEST(Patient::create(PatientId{1}, "1", details, day("2024-02-29")).has_value());
    details.birth_date = day("1894-02-28");
    BOOST_TEST(!Patient::create(PatientId{1}, "1", details, day("2024-02-29")).has_value());
}

BOOST_DATA_TEST_CASE(a_phone_number_as_people_write_it_is_taken,
    data::make({"5550104", "+1 (555) 010-4477 x12", "+46 8 123 456 78", "555.010.4477", ""}), phone)
{
    BOOST_TEST(fits([&](auto& d) { d.contact.phone = d.contact.mobile = d.emergency.phone = phone; }));
}

BOOST_DATA_TEST_CASE(what_no_one_can_dial_is_refused,
    data::make({"555010", "-------", "123456789012345678901", "555-CALL-NOW", "tel:5550104477",
        "\u0665\u0665\u0665\u0660\u0661\u0660\u0664", "555010\n4477", "5550104477;ext=1"}),
    phone)
{
    Patient::Details details = maja();
    details.contact.mobile = phone;

    BOOST_TEST(faults(details) == only("contact.mobile"), boost::test_tools::per_element());
}

BOOST_DATA_TEST_CASE(an_email_address_is_taken_as_it_is,
    data::make({"", "a@b.co", "first.last+tag@mail.example.org", "d\u00e1na@ex\u00e4mple.org"}), email)
{
    BOOST_TEST(fits([&](auto& d) { d.contact.email = email; }));
}

BOOST_DATA_TEST_CASE(what_is_no_email_address_is_refused,
    data::make({"maja", "@example.org", "maja@", "maja@example", "maja@@example.org", "a@b@c.org", "maja@.org",
        "maja@example.", "maja@ex..org", "maja lind@example.org", "a@b.org,c@d.org", "a@b.org\nBcc: x@y.org",
        "<a@b.org>"}),
    email)
{
    Patient::Details details = maja();
    details.contact.email = email;

    BOOST_TEST(faults(details) == only("contact.email"), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(authorized_visits_are_unlimited_or_0_to_999)
{
    BOOST_TEST(fits([](auto& d) { d.coverage.visits_authorized.reset(); }));
    BOOST_TEST(fits([](auto& d) { d.coverage.visits_authorized = 0; }));
    BOOST_TEST(fits([](auto& d) { d.coverage.visits_authorized = 999; }));
    BOOST_TEST(!fits([](auto& d) { d.coverage.visits_authorized = 1000; }));
    BOOST_TEST(!fits([](auto& d) { d.coverage.visits_authorized = -1; }));
}

BOOST_AUTO_TEST_CASE(a_precaution_is_a_known_condition_or_the_therapists_own_words)
{
    BOOST_TEST(fits([](auto& d) { d.precautions = {{"cardiac-pacemaker", ""}, {"", "afraid of needles"}}; }));
    BOOST_TEST(!fits([](auto& d) { d.precautions = {{"", "  "}}; }));
    BOOST_TEST(!fits([](auto& d) { d.precautions = {{"cardiac-pacemakr", "typed"}}; }));
    BOOST_TEST(!fits([](auto& d) { d.precautions = {{"", std::string(4001, 'x')}}; }));
}

BOOST_AUTO_TEST_CASE(a_medication_needs_its_name_and_an_allergy_its_substance)
{
    BOOST_TEST(fits([](auto& d) {
        d.medications = {{"warfarin", "5 mg", "", MedicationFlag::Anticoagulant}};
        d.allergies = {{"latex", ""}};
    }));
    BOOST_TEST(!fits([](auto& d) { d.medications = {{" ", "5 mg", "", MedicationFlag::Opioid}}; }));
    BOOST_TEST(!fits([](auto& d) { d.allergies = {{"", "rash"}}; }));
}

BOOST_AUTO_TEST_CASE(lists_longer_than_any_persons_are_refused_whole)
{
    Patient::Details details = maja();
    details.precautions.assign(100'000, {"", ""});
    details.medications.assign(201, Medication{});
    details.allergies.assign(201, Allergy{});

    BOOST_TEST(faults(details) == (std::vector<std::string>{"precautions", "medications", "allergies"}),
        boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(consent_is_given_on_a_real_day_not_after_today)
{
    BOOST_TEST(fits([](auto& d) { d.consent = {today, today, today}; }));
    BOOST_TEST(!fits([](auto& d) { d.consent.treatment = plus_days(today, 1); }));
    BOOST_TEST(!fits([](auto& d) { d.consent.privacy_notice = Date{}; }));
    BOOST_TEST(!fits([](auto& d) { d.consent.messages = day("2200-01-01"); }));
}

BOOST_AUTO_TEST_CASE(the_language_is_a_tag)
{
    for (std::string const tag : {"en", "es-MX", "zh-Hant-TW", "ckb", "en-a-bbb"})
        BOOST_TEST(fits([&](auto& d) { d.language = tag; }));
    for (std::string const tag : {"", "e", "englishlanguage", "e1", "en-", "-en", "en--US", "en_US", "\u00e9n"})
        BOOST_TEST(!fits([&](auto& d) { d.language = tag; }));
}

BOOST_DATA_TEST_CASE(a_record_number_is_1_to_16_signs,
    data::make({"", "12345678901234567", "ab", "00 1", "001/2", "\u0660\u0661", "00\n1"}), number)
{
    auto const patient = Patient::create(PatientId{1}, number, maja(), today);

    BOOST_REQUIRE(!patient);
    BOOST_TEST(patient.error().field == "record_number");
}

BOOST_AUTO_TEST_CASE(changing_a_patient_keeps_id_number_and_version_and_checks_again)
{
    Patient const stored = Patient::restore(PatientId{9}, "000009", maja(), 4);
    Patient::Details details = maja();
    details.name.family = " Berg ";

    auto const changed = stored.with(details, today);
    details.birth_date = plus_days(today, 1);

    BOOST_REQUIRE(changed);
    BOOST_TEST((changed->id() == PatientId{9}));
    BOOST_TEST(changed->record_number() == "000009");
    BOOST_TEST(changed->version() == 4);
    BOOST_TEST(changed->name().family == "Berg");
    BOOST_TEST(stored.name().family == "Lindqvist");
    BOOST_TEST(!stored.with(details, today));
}

BOOST_AUTO_TEST_CASE(what_was_stored_before_a_rule_existed_can_still_be_read)
{
    Patient::Details old;
    old.contact.phone = "none";

    BOOST_TEST(Patient::restore(PatientId{9}, "old number", old, 1).details().contact.phone == "none");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace plumbline::testing
