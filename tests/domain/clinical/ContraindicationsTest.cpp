// SPDX-License-Identifier: Apache-2.0
#include "domain/clinical/Contraindications.hpp"

#include <boost/test/unit_test.hpp>

#include <set>
#include <string>

namespace plumbline::testing {
namespace {

TreatmentCheck checked(std::vector<std::string> conditions, Modality modality, Region region = Region::LowBack)
{
    return check_treatment(conditions, modality, region);
}

std::string verdict(std::string condition, Modality modality, Region region = Region::LowBack)
{
    return std::string{code(checked({std::move(condition)}, modality, region).verdict)};
}

} // namespace

BOOST_AUTO_TEST_SUITE(contraindications)

BOOST_AUTO_TEST_CASE(the_cases_of_the_fact_book_hold)
{
    BOOST_TEST(verdict("cardiac-pacemaker", Modality::Tens) == "stop");
    BOOST_TEST(verdict("cardiac-pacemaker", Modality::HotPack) == "clear");
    BOOST_TEST(verdict("pregnancy", Modality::Ultrasound) == "local");
    BOOST_TEST(verdict("pregnancy", Modality::Ultrasound, Region::Pelvis) == "local");
    BOOST_TEST(verdict("pregnancy", Modality::ColdPack) == "clear");
    BOOST_TEST(verdict("osteoporosis", Modality::Manipulation) == "stop");
    BOOST_TEST(verdict("osteoporosis", Modality::HotPack) == "clear");
    BOOST_TEST(verdict("raynaud", Modality::ColdPack) == "stop");
    BOOST_TEST(verdict("diabetes-neuropathy", Modality::HotPack) == "local");
    BOOST_TEST(verdict("anticoagulant", Modality::Massage) == "precaution");
    BOOST_TEST(verdict("epilepsy", Modality::Tens) == "precaution");
    BOOST_TEST(verdict("epilepsy", Modality::Tens, Region::Neck) == "local");
}

BOOST_AUTO_TEST_CASE(cauda_equina_and_missing_consent_stop_everything_and_nobody_overrides_them)
{
    for (Modality const modality : all_modalities()) {
        for (std::string const condition : {"cauda-equina", "no-consent"}) {
            TreatmentCheck const found = checked({condition}, modality);
            BOOST_TEST((found.verdict == Verdict::Stop));
            BOOST_TEST(!found.overridable);
        }
    }
}

BOOST_AUTO_TEST_CASE(another_stop_may_be_overridden)
{
    BOOST_TEST(checked({"cardiac-pacemaker"}, Modality::Tens).overridable);
    BOOST_TEST(!checked({"cardiac-pacemaker", "no-consent"}, Modality::Tens).overridable);
}

BOOST_AUTO_TEST_CASE(the_matrix_has_40_rows_with_codes_of_their_own)
{
    std::set<std::string_view> codes;
    for (Condition const& condition : conditions()) {
        codes.insert(condition.code);
        BOOST_TEST(!condition.label.empty());
        BOOST_TEST(!condition.source.empty());
        BOOST_TEST((condition_from_code(condition.code).value() == condition.code));
    }
    BOOST_TEST(codes.size() == 40U);
}

BOOST_AUTO_TEST_CASE(manual_traction_takes_the_stricter_of_mobilization_and_traction)
{
    BOOST_TEST(verdict("pregnancy", Modality::Mobilization) == "precaution");
    BOOST_TEST(verdict("pregnancy", Modality::LumbarTraction) == "local");
    BOOST_TEST(verdict("pregnancy", Modality::ManualTraction) == "local");
    BOOST_TEST(verdict("anticoagulant", Modality::ManualTraction) == "precaution");
    BOOST_TEST(verdict("peripheralizing-traction", Modality::ManualTraction) == "stop");
}

BOOST_AUTO_TEST_CASE(electrodes_stay_off_the_chest_of_a_heart_patient)
{
    BOOST_TEST(verdict("stable-heart-disease", Modality::Tens) == "precaution");
    BOOST_TEST(verdict("stable-heart-disease", Modality::Tens, Region::UpperBack) == "local");
}

BOOST_AUTO_TEST_CASE(the_strongest_reason_comes_first_and_decides)
{
    TreatmentCheck const found = checked({"epilepsy", "pregnancy", "cardiac-pacemaker"}, Modality::Tens);
    BOOST_TEST((found.verdict == Verdict::Stop));
    BOOST_REQUIRE_EQUAL(found.reasons.size(), 3U);
    BOOST_TEST(found.reasons[0].condition == "cardiac-pacemaker");
    BOOST_TEST(found.reasons[1].condition == "pregnancy");
    BOOST_TEST(found.reasons[2].condition == "epilepsy");
}

BOOST_AUTO_TEST_CASE(a_reason_is_a_sentence_with_its_source)
{
    ContraindicationReason const reason = checked({"cardiac-pacemaker"}, Modality::Tens).reasons.front();
    BOOST_TEST(reason.message.english() == "TENS is contraindicated anywhere on the body: cardiac pacemaker / ICD.");
    BOOST_TEST(reason.source.find("Houghton 2010") != std::string_view::npos);
}

BOOST_AUTO_TEST_CASE(no_known_condition_leaves_the_treatment_clear)
{
    TreatmentCheck const found = checked({"left-handedness", ""}, Modality::Tens);
    BOOST_TEST((found.verdict == Verdict::Clear));
    BOOST_TEST(found.reasons.empty());
    BOOST_TEST(found.overridable);
    BOOST_TEST((checked({}, Modality::Ultrasound).verdict == Verdict::Clear));
}

BOOST_AUTO_TEST_CASE(a_condition_given_twice_counts_once)
{
    BOOST_TEST(checked({"epilepsy", "epilepsy"}, Modality::Tens).reasons.size() == 1U);
}

BOOST_AUTO_TEST_CASE(a_condition_is_found_by_the_one_word_that_names_it)
{
    BOOST_TEST(condition_from_code("pacemaker").value() == "cardiac-pacemaker");
    BOOST_TEST(condition_from_code("diabetes").value() == "diabetes");
    BOOST_TEST(!condition_from_code("diabet"));
    BOOST_TEST(!condition_from_code(""));
    BOOST_TEST(!condition_from_code("gout"));
    std::string const choice = condition_from_code("heart").error().message.english();
    BOOST_TEST(choice.find("unstable-heart-disease, stable-heart-disease") != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace plumbline::testing
