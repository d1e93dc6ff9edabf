// SPDX-License-Identifier: Apache-2.0
#include "tests/persistence/records/Engines.hpp"
#include "tests/persistence/records/HostileTexts.hpp"

using namespace plumbline;
using persistence::testing::hostile_texts;

namespace {

/// Every field that a person can type into, holding the same text. The domain would trim or refuse some;
/// the records take what they are given.
Patient::Details filled_with(std::string const& text)
{
    Patient::Details all = persistence::testing::Clinic::person(text, text);
    all.name.preferred = text;
    all.contact = {text, text, text, text, text, text, text, text};
    all.emergency = {text, text, text};
    all.coverage.payer = text;
    all.coverage.member_id = text;
    all.occupation = text;
    all.treatment_preferences = text;
    all.language = text;
    all.precautions = {{text, text}};
    all.medications = {{text, text, text, MedicationFlag::None}};
    all.allergies = {{text, text}};
    return all;
}

} // namespace

BOOST_AUTO_TEST_SUITE(hostile_text)

BOOST_AUTO_TEST_CASE(there_are_enough_of_them)
{
    BOOST_TEST(hostile_texts().size() >= 100);
}

ON_BOTH_ENGINES(every_field_of_a_patient_keeps_hostile_text_as_it_was_typed)
{
    std::int64_t count = 0;
    for (std::string const& text : hostile_texts()) {
        PatientId const id{++count};
        Patient const kept = Patient::restore(id, "N" + std::to_string(count), filled_with(text), 0);
        BOOST_REQUIRE_MESSAGE(records.patients().keep(kept).has_value(), text);
        BOOST_TEST((records.patients().find(id)->details() == kept.details()), text);
    }

    BOOST_TEST(records.patients().count() == count);
    BOOST_TEST(records.users().all().size() == 1);
}

ON_BOTH_ENGINES(a_record_number_may_be_hostile_too)
{
    std::int64_t count = 0;
    for (std::string const& text : hostile_texts()) {
        PatientId const id{++count};
        BOOST_REQUIRE_MESSAGE(
            records.patients().keep(Patient::restore(id, text, person("A", "B"), 0)).has_value(), text);
        BOOST_TEST((records.patients().by_record_number(text) == id), text);
    }
}

ON_BOTH_ENGINES(hostile_text_in_the_search_box_finds_nobody_and_harms_nothing)
{
    Patient const maja = admit("Lindqvist", "Maja");
    for (std::string const& text : hostile_texts()) {
        bool const blank = text.find_first_not_of(" \t\r\n") == std::string::npos;
        BOOST_TEST(records.patients().search(text, 20).size() == (blank ? 1U : 0U), text);
        BOOST_TEST(records.referring_providers().search(text, 20).empty(), text);
        BOOST_TEST(!records.users().by_login(text).has_value(), text);
        BOOST_TEST(records.settings().get(text).empty(), text);
    }
    BOOST_TEST((*records.patients().find(maja.id()) == maja));
}

ON_BOTH_ENGINES(notes_drafts_and_settings_keep_hostile_text)
{
    Patient const maja = admit("Lindqvist", "Maja");
    Episode const episode = begin_episode(maja.id());
    for (std::string const& text : hostile_texts()) {
        VisitId const id = ids.make<VisitId>();
        Visit::Details details{time("2026-11-23T10:30"), therapist, {{}, {}, {}, text, text, text, text}, {}, {}};
        BOOST_REQUIRE(
            records.visits().keep(Visit::restore(id, maja.id(), episode.id(), details, {}, {}, 0)).has_value());
        BOOST_TEST((records.visits().find(id)->details() == details), text);
        records.drafts().keep({therapist, text, 1, text, clock.now()});
        BOOST_TEST(records.drafts().find(therapist, text, 1)->content == text);
        records.settings().set(text, text);
        BOOST_TEST(records.settings().get(text) == text);
    }
}

ON_BOTH_ENGINES(long_text_and_emoji_come_back)
{
    std::string long_name(500, 'n');
    std::string emoji;
    for (int i = 0; i < 200; ++i)
        emoji += "\xF0\x9F\xA6\xB4";
    auto details = filled_with(emoji);
    details.name.family = long_name;
    details.treatment_preferences = std::string(1'000'000, 'x');
    Patient const kept = Patient::restore(PatientId{1}, "1", details, 0);

    BOOST_REQUIRE(records.patients().keep(kept).has_value());

    BOOST_TEST((records.patients().find(PatientId{1})->details() == details));
    BOOST_TEST(records.patients().search(long_name, 5).size() == 1);
}

ON_BOTH_ENGINES(a_nul_is_refused_and_nothing_is_kept)
{
    std::string const with_nul{"Lind\0qvist", 10};

    auto const refused = records.patients().keep(Patient::restore(PatientId{1}, "1", person(with_nul, "Maja"), 0));

    BOOST_REQUIRE(!refused.has_value());
    BOOST_TEST((refused.error().reason == Refusal::Reason::Invalid));
    BOOST_TEST(records.patients().count() == 0);
    BOOST_CHECK_THROW(
        records.drafts().keep({therapist, "visit", 1, with_nul, clock.now()}), persistence::UnstorableText);
}

ON_BOTH_ENGINES(bytes_that_are_not_text_are_refused)
{
    auto const refused =
        records.patients().keep(Patient::restore(PatientId{1}, "1", person("Lind\xFFqvist", "Maja"), 0));

    BOOST_REQUIRE(!refused.has_value());
    BOOST_TEST((refused.error().reason == Refusal::Reason::Invalid));
    BOOST_TEST(records.patients().count() == 0);
}

BOOST_AUTO_TEST_SUITE_END()
