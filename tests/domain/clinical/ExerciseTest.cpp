// SPDX-License-Identifier: Apache-2.0
#include "domain/clinical/Exercise.hpp"

#include <boost/test/unit_test.hpp>

#include <set>
#include <string>

namespace plumbline::testing {
namespace {

std::string dose_of(std::string_view id)
{
    Exercise const* const exercise = find_exercise(id);
    BOOST_REQUIRE(exercise != nullptr);
    return starting_dose(*exercise).canonical();
}

std::string cautions_for(
    std::string_view id, std::vector<std::string> const& conditions, std::vector<std::string> const& diagnoses = {})
{
    std::string out;
    for (Message const& one : exercise_cautions(*find_exercise(id), conditions, diagnoses))
        out += one.english() + '\n';
    return out;
}

bool has(std::string const& text, std::string_view part)
{
    return text.find(part) != std::string::npos;
}

} // namespace

BOOST_AUTO_TEST_SUITE(exercise_library)

BOOST_AUTO_TEST_CASE(the_library_holds_67_exercises_each_with_its_own_id)
{
    std::set<std::string_view> ids;
    for (Exercise const& exercise : exercises()) {
        ids.insert(exercise.id);
        BOOST_TEST((find_exercise(exercise.id) == &exercise));
        BOOST_TEST(!exercise.name.empty());
        BOOST_TEST(!exercise.source.empty());
    }
    BOOST_TEST(ids.size() == 67U);
    BOOST_TEST(find_exercise("E99") == nullptr);
    BOOST_TEST(find_exercise("") == nullptr);
}

BOOST_AUTO_TEST_CASE(the_first_dose_is_the_lower_end_of_what_is_printed)
{
    BOOST_TEST(dose_of("E01") == "sets=1;reps=2;hold=30");
    BOOST_TEST(dose_of("E02") == "sets=1;reps=1;hold=60");
    BOOST_TEST(dose_of("E04") == "sets=1;reps=3;hold=10");
    BOOST_TEST(dose_of("E05") == "sets=1;reps=8;hold=5");
    BOOST_TEST(dose_of("E06") == "sets=1;reps=10;hold=2");
    BOOST_TEST(dose_of("E61") == "sets=1;reps=10");
    BOOST_TEST(find_exercise("E05")->per_side);
}

BOOST_AUTO_TEST_CASE(an_exercise_by_the_minute_has_no_sets)
{
    BOOST_TEST(dose_of("E07").empty());
    BOOST_TEST(find_exercise("E07")->minutes == "10-15");
    BOOST_TEST(find_exercise("E07")->per_week == "2-3");
    BOOST_TEST(dose_of("E10").empty());
}

BOOST_AUTO_TEST_CASE(no_first_dose_of_the_library_needs_a_warning)
{
    for (Exercise const& exercise : exercises())
        BOOST_TEST(cautions(Modality::Exercise, starting_dose(exercise), 0).empty(), exercise.id);
}

BOOST_AUTO_TEST_CASE(an_exercise_is_found_by_beginnings_of_its_words)
{
    auto const first = [](std::string_view text) {
        auto const found = find_exercises(text, 1);
        return found.empty() ? std::string{} : std::string{found.front()->id};
    };
    BOOST_TEST(first("bird") == "E05");
    BOOST_TEST(first("press-up prone") == "E24");
    BOOST_TEST(first("NERVE") == "E31");
    BOOST_TEST(first("e05") == "E05");
    BOOST_TEST(first("xylophone").empty());
    BOOST_TEST(find_exercises("stretch", 4).size() == 4U);
}

BOOST_AUTO_TEST_CASE(flags_meet_the_conditions_of_the_patient)
{
    BOOST_TEST(has(cautions_for("E01", {"osteoporosis"}), "FLEX"));
    BOOST_TEST(has(cautions_for("E06", {"pregnancy"}), "PRONE"));
    BOOST_TEST(has(cautions_for("E24", {}, {"M48.061"}), "EXT"));
    BOOST_TEST(has(cautions_for("E60", {}, {"Z91.81"}), "BAL"));
    BOOST_TEST(has(cautions_for("E01", {}, {"M81.0"}), "M81.0"));
    BOOST_TEST(cautions_for("E05", {"osteoporosis", "pregnancy"}, {"M48.061", "Z91.81"}).empty());
    BOOST_TEST(cautions_for("E01", {}).empty());
}

BOOST_AUTO_TEST_CASE(a_flag_is_said_once_however_many_causes_it_has)
{
    std::vector<std::string> const conditions{"osteoporosis"};
    std::vector<std::string> const diagnoses{"M81.0", "M80.08XD"};
    BOOST_TEST(exercise_cautions(*find_exercise("E01"), conditions, diagnoses).size() == 1U);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace plumbline::testing
