// SPDX-License-Identifier: Apache-2.0
#include "tests/persistence/records/Engines.hpp"

#include <algorithm>

using namespace plumbline;

namespace {

std::vector<std::string> names(std::vector<PatientRow> const& rows)
{
    std::vector<std::string> names;
    for (PatientRow const& row : rows)
        names.push_back(row.name.listed());
    return names;
}

Patient::Details everything()
{
    Patient::Details all = persistence::testing::Clinic::person("Lindqvist", "Maja");
    all.name.preferred = "Maj";
    all.sex = Sex::Female;
    all.contact = {
        "+1 555 555 0142", "+1 555 555 0143", "maja@example.org", "1 Main St", "Springfield", "OR", "97477", "US"};
    all.emergency = {"Olof Lindqvist", "brother", "+1 555 555 0144"};
    all.coverage = {"Invented Mutual", "M-1", UnitRule::Ama, 12};
    all.occupation = "florist";
    all.demand = PhysicalDemand::Medium;
    all.treatment_preferences = "no ice\nmornings";
    all.language = "sv";
    all.precautions = {{"osteoporosis", "hip, 2024"}, {"", "afraid of needles"}};
    all.medications = {
        {"warfarin", "5 mg", "atrial fibrillation", MedicationFlag::Anticoagulant}, {"ibuprofen", "", "", {}}};
    all.allergies = {{"latex", "rash"}, {"nickel", ""}};
    all.consent = {
        persistence::testing::Clinic::day("2026-10-05"), {}, persistence::testing::Clinic::day("2026-10-06")};
    return all;
}

} // namespace

BOOST_AUTO_TEST_SUITE(patients)

ON_BOTH_ENGINES(a_patient_comes_back_whole)
{
    auto const kept = Patient::create(PatientId{77}, "A-12", everything(), clock.today());
    BOOST_REQUIRE(kept.has_value());
    BOOST_REQUIRE(records.patients().keep(*kept).has_value());

    auto const found = records.patients().find(PatientId{77});

    BOOST_REQUIRE(found.has_value());
    BOOST_TEST((*found == Patient::restore(PatientId{77}, "A-12", kept->details(), 1)));
}

ON_BOTH_ENGINES(nobody_is_found_under_an_unknown_id)
{
    BOOST_TEST(!records.patients().find(PatientId{5}).has_value());
    BOOST_TEST(!records.patients().by_record_number("nobody").has_value());
}

ON_BOTH_ENGINES(a_change_is_kept_and_counted)
{
    Patient const maja = admit(everything());
    auto details = maja.details();
    details.precautions = {{"", "now careful with stairs"}};
    details.medications.clear();
    details.coverage.visits_authorized.reset();
    details.consent.treatment.reset();
    auto const changed = maja.with(details, clock.today());

    BOOST_REQUIRE(records.patients().keep(*changed).has_value());

    BOOST_TEST((*records.patients().find(maja.id())
        == Patient::restore(maja.id(), maja.record_number(), changed->details(), 2)));
}

ON_BOTH_ENGINES(an_outdated_copy_is_refused_and_changes_nothing)
{
    Patient const opened = admit("Lindqvist", "Maja");
    auto details = opened.details();
    details.occupation = "florist";
    BOOST_REQUIRE(records.patients().keep(*opened.with(details, clock.today())).has_value());

    details.occupation = "pilot";
    auto const second = records.patients().keep(*opened.with(details, clock.today()));

    BOOST_REQUIRE(!second.has_value());
    BOOST_TEST((second.error().reason == Refusal::Reason::Conflict));
    BOOST_TEST(records.patients().find(opened.id())->details().occupation == "florist");
    BOOST_TEST(records.patients().find(opened.id())->version() == 2);
}

ON_BOTH_ENGINES(keeping_the_same_new_patient_twice_is_one_patient)
{
    auto const fresh = Patient::create(PatientId{9}, "9", everything(), clock.today());

    BOOST_TEST(records.patients().keep(*fresh).has_value());
    BOOST_TEST(records.patients().keep(*fresh).has_value());

    BOOST_TEST(records.patients().count() == 1);
    BOOST_TEST(records.patients().find(PatientId{9})->version() == 1);
}

ON_BOTH_ENGINES(another_patient_under_the_same_id_is_refused)
{
    BOOST_REQUIRE(
        records.patients().keep(*Patient::create(PatientId{9}, "9", person("A", "B"), clock.today())).has_value());

    auto const other = records.patients().keep(*Patient::create(PatientId{9}, "9", person("C", "D"), clock.today()));

    BOOST_REQUIRE(!other.has_value());
    BOOST_TEST((other.error().reason == Refusal::Reason::Conflict));
}

ON_BOTH_ENGINES(a_record_number_belongs_to_one_patient)
{
    BOOST_REQUIRE(
        records.patients().keep(*Patient::create(PatientId{1}, "9", person("A", "B"), clock.today())).has_value());

    auto const second = records.patients().keep(*Patient::create(PatientId{2}, "9", person("C", "D"), clock.today()));

    BOOST_REQUIRE(!second.has_value());
    BOOST_TEST((second.error().reason == Refusal::Reason::Conflict));
    BOOST_TEST(second.error().field == "record_number");
    BOOST_TEST((records.patients().by_record_number("9") == PatientId{1}));
}

ON_BOTH_ENGINES(record_numbers_go_on_from_the_clinics_own_series)
{
    BOOST_TEST(records.patients().next_record_number() == "000001");
    for (auto const* number : {"001482", "900", "12345678", "A-77", "01482X"})
        BOOST_REQUIRE(records.patients()
                          .keep(*Patient::create(ids.make<PatientId>(), number, person("A", number), clock.today()))
                          .has_value());

    BOOST_TEST(records.patients().next_record_number() == "001483");
}

ON_BOTH_ENGINES(a_number_at_the_end_of_the_series_sends_the_next_into_the_first_gap)
{
    for (auto const* number : {"000001", "000002", "999999"})
        BOOST_REQUIRE(records.patients()
                          .keep(*Patient::create(ids.make<PatientId>(), number, person("A", "B"), clock.today()))
                          .has_value());

    BOOST_TEST(records.patients().next_record_number() == "000003");
}

ON_BOTH_ENGINES(everyone_is_listed_by_folded_name_in_pages)
{
    for (auto const& [family, given] : {std::pair{"Zimmer", "Ada"}, {"Østby", "Kari"}, {"adams", "Bo"},
             {"Ärlig", "Eva"}, {"Lindqvist", "Maja"}, {"Lindqvist", "Ana"}})
        admit(family, given);

    auto const all = names(records.patients().search("", 10));
    auto const page = names(records.patients().search("", 2, 2));

    std::vector<std::string> const expected{
        "adams, Bo", "Ärlig, Eva", "Lindqvist, Ana", "Lindqvist, Maja", "Østby, Kari", "Zimmer, Ada"};
    BOOST_TEST(all == expected, boost::test_tools::per_element());
    BOOST_TEST(
        page == (std::vector<std::string>{"Lindqvist, Ana", "Lindqvist, Maja"}), boost::test_tools::per_element());
    BOOST_TEST(records.patients().search("", 0).empty());
    BOOST_TEST(records.patients().search("", 5, 100).empty());
}

ON_BOTH_ENGINES(a_row_of_the_list_says_who_it_is)
{
    Patient const maja = admit(everything());

    auto const rows = records.patients().search("lind", 5);

    BOOST_REQUIRE(rows.size() == 1);
    BOOST_TEST((rows.front().id == maja.id()));
    BOOST_TEST(rows.front().record_number == "000001");
    BOOST_TEST((rows.front().name == maja.name()));
    BOOST_TEST((rows.front().birth_date == maja.birth_date()));
    BOOST_TEST(rows.front().phone == maja.details().contact.phone);
    // The first is the label of its code, the second the therapist's own words.
    BOOST_TEST(rows.front().precautions == "osteoporosis / fragility fracture history, afraid of needles");
}

ON_BOTH_ENGINES(a_patient_is_found_by_whatever_is_typed)
{
    auto details = person("O'Neill-García", "Siân Maria");
    details.contact.phone = "+1 555 555 0142";
    details.contact.mobile = "(555) 010-9999";
    details.name.preferred = "Shan";
    Patient const wanted = admit(details);
    for (int i = 0; i < 30; ++i)
        admit("Olsen" + std::to_string(i), "Sima");
    auto const finds = [&](std::string_view typed) {
        auto const rows = records.patients().search(typed, 20);
        return std::ranges::count(rows, wanted.id(), &PatientRow::id);
    };

    for (auto const* typed : {"O'Neill", "oneill", "ONEILL G", "o’neill-garcia", "o neill", "garcia", "GARCÍA si",
             "sian", "Siân María", "maria o", "maria oneill", "gar mar", "shan", "shan on", "oneill shan", "555555014",
             "555-5550", "5550142", "555 010", "(555) 010-9999", "+15550109", "000001", "1", "1979-03-12", "3/12/1979",
             "12 mar 1979", "mar 12 1979", "12.3.1979", "3/12/79"})
        BOOST_TEST(finds(typed) == 1, typed);
    for (auto const* typed :
        {"neillo", "sian x", "555999", "1979-03-13", "4/12/1979", "%", "_", "'", "on%ll", "o_neill x"})
        BOOST_TEST(finds(typed) == 0, typed);
}

ON_BOTH_ENGINES(family_names_come_before_given_names)
{
    admit("Zander", "Martin");
    admit("Martin", "Zoe");
    admit("Marten", "Abe");

    BOOST_TEST(names(records.patients().search("mart", 5))
            == (std::vector<std::string>{"Marten, Abe", "Martin, Zoe", "Zander, Martin"}),
        boost::test_tools::per_element());
}

ON_BOTH_ENGINES(pages_of_a_search_follow_on_one_another)
{
    for (int i = 0; i < 12; ++i) {
        admit("Martin" + std::string(1, static_cast<char>('a' + i)), "Zoe");
        admit("Zander" + std::string(1, static_cast<char>('a' + i)), "Martin");
    }
    auto const all = names(records.patients().search("mart", 100));
    BOOST_REQUIRE(all.size() == 24);

    std::vector<std::string> paged;
    for (int offset = 0; offset < 24; offset += 5)
        for (auto const& name : names(records.patients().search("mart", 5, offset)))
            paged.push_back(name);

    BOOST_TEST(paged == all, boost::test_tools::per_element());
}

ON_BOTH_ENGINES(right_to_left_and_ideographic_names_are_found)
{
    Patient const ali = admit("علي", "محمد");
    Patient const levi = admit("לֵוִי", "שָׂרָה");
    Patient const taro = admit("山田", "太郎");

    BOOST_TEST((records.patients().search("محمد", 5).at(0).id == ali.id()));
    BOOST_TEST((records.patients().search("לוי", 5).at(0).id == levi.id()));
    BOOST_TEST((records.patients().search("山", 5).at(0).id == taro.id()));
}

ON_BOTH_ENGINES(who_changed_their_name_is_found_under_the_new_one_only)
{
    Patient const before = admit("Lindqvist", "Maja");
    auto details = before.details();
    details.name.family = "Berg";
    BOOST_REQUIRE(records.patients().keep(*before.with(details, clock.today())).has_value());

    BOOST_TEST(records.patients().search("lind", 5).empty());
    BOOST_TEST(names(records.patients().search("berg maja", 5)) == (std::vector<std::string>{"Berg, Maja"}));
}

ON_BOTH_ENGINES(an_archived_patient_is_left_out_until_taken_back)
{
    Patient const maja = admit("Lindqvist", "Maja");
    auto details = maja.details();
    details.archived = true;
    BOOST_REQUIRE(records.patients().keep(*maja.with(details, clock.today())).has_value());

    for (auto const* typed : {"", "lind", "000001", "1979-03-12", "3/12/1979"})
        BOOST_TEST(records.patients().search(typed, 5).empty(), typed);
    BOOST_TEST(records.patients().find(maja.id())->details().archived);
    BOOST_TEST(records.patients().count() == 1);

    details.archived = false;
    BOOST_REQUIRE(
        records.patients().keep(*records.patients().find(maja.id())->with(details, clock.today())).has_value());
    BOOST_TEST(records.patients().search("lind", 5).size() == 1);
}

ON_BOTH_ENGINES(the_same_person_is_recognised_before_being_admitted_twice)
{
    Patient const maria = admit("García", "María");
    auto other_day = person("García", "María");
    other_day.birth_date = day("1980-03-12");
    admit(other_day);

    auto const alike = records.patients().likely_duplicates({"GARCIA", "maria", ""}, day("1979-03-12"));
    auto const swapped = records.patients().likely_duplicates({"Maria", "Garcia", ""}, day("1979-03-12"));

    BOOST_REQUIRE(alike.size() == 1);
    BOOST_TEST((alike.front().id == maria.id()));
    BOOST_TEST(swapped.size() == 1);
    BOOST_TEST(records.patients().likely_duplicates({"Garcia", "Marta", ""}, day("1979-03-12")).empty());
}

BOOST_AUTO_TEST_SUITE_END()
