// SPDX-License-Identifier: Apache-2.0
#include "domain/clinical/Modality.hpp"

#include <boost/test/unit_test.hpp>

#include <limits>
#include <string>

namespace plumbline::testing {
namespace {

using Values = std::vector<Dose::Value>;

Dose dose(Modality modality, Values values)
{
    auto made = Dose::of(modality, std::move(values));
    BOOST_REQUIRE(made);
    return *made;
}

std::string said(Modality modality, Values values)
{
    return in_words(modality, dose(modality, std::move(values)));
}

/// The faulty field, or nothing when the dose is possible.
std::string fault(Modality modality, Values values)
{
    auto const made = Dose::of(modality, std::move(values));
    return made ? std::string{} : std::string{made.error().field};
}

std::string refusal(Modality modality, Values values)
{
    auto const made = Dose::of(modality, std::move(values));
    return made ? std::string{} : made.error().message.english();
}

std::string warned(Modality modality, Values values, int minutes = 0, std::optional<double> kg = {})
{
    if (kg)
        values.emplace_back(DoseKey::PatientWeight, *kg);
    std::string out;
    for (Message const& one : cautions(modality, dose(modality, std::move(values)), minutes))
        out += one.english() + '\n';
    return out;
}

bool has(std::string const& text, std::string_view part)
{
    return text.find(part) != std::string::npos;
}

} // namespace

BOOST_AUTO_TEST_SUITE(dose_of_a_treatment)

BOOST_AUTO_TEST_CASE(every_modality_region_and_side_is_found_by_its_code)
{
    for (Modality const modality : all_modalities()) {
        BOOST_TEST((modality_from_code(code(modality)).value() == modality));
        BOOST_TEST(!label(modality).empty());
    }
    for (Region const region : all_regions())
        BOOST_TEST((region_from_code(code(region)).value() == region));
    for (Side const side : all_sides())
        BOOST_TEST((side_from_code(code(side)).value() == side));
    BOOST_TEST(code(Side::None).empty());
    BOOST_TEST(label(Side::Both) == "both");
    BOOST_TEST(has(modality_from_code("laser").error().message.english(), "hot-pack"));
}

BOOST_AUTO_TEST_CASE(every_parameter_has_limits_that_hold_its_typical_values_and_a_source)
{
    for (Modality const modality : all_modalities()) {
        for (DoseSpec const& spec : dose_specs(modality)) {
            BOOST_TEST_CONTEXT(code(modality) << " " << spec.code)
            {
                BOOST_TEST(spec.hard_low <= spec.hard_high);
                BOOST_TEST(spec.typical_low.value_or(spec.hard_low) >= spec.hard_low);
                BOOST_TEST(spec.typical_high.value_or(spec.hard_high) <= spec.hard_high);
                BOOST_TEST(!spec.source.empty());
                BOOST_TEST(spec.hard_high >= static_cast<double>(spec.choices.size()) - 1);
            }
        }
        MinuteLimits const minutes = minute_limits(modality);
        BOOST_TEST(minutes.hard_low >= 1);
        BOOST_TEST(minutes.typical_high.value_or(minutes.hard_high) <= minutes.hard_high);
    }
}

BOOST_AUTO_TEST_CASE(a_dose_is_said_as_a_therapist_writes_it)
{
    BOOST_TEST(
        said(Modality::Exercise, {{DoseKey::Hold, 10}, {DoseKey::Sets, 3}, {DoseKey::Reps, 8}}) == "3 × 8, hold 10 s");
    BOOST_TEST(
        said(Modality::Exercise, {{DoseKey::Sets, 3}, {DoseKey::Reps, 10}, {DoseKey::Load, 2.5}}) == "3 × 10, 2.5 kg");
    BOOST_TEST(said(Modality::Exercise, {{DoseKey::Reps, 10}}) == "10 reps");
    BOOST_TEST(said(Modality::Mobilization, {{DoseKey::Grade, 2}, {DoseKey::Bouts, 3}, {DoseKey::BoutSeconds, 45}})
        == "grade III, 3 × 45 s");
    BOOST_TEST(said(Modality::LumbarTraction,
                   {{DoseKey::Force, 22}, {DoseKey::Mode, 1}, {DoseKey::HoldTime, 60}, {DoseKey::RestTime, 20}})
        == "22 kg, 60:20 s");
    BOOST_TEST(said(Modality::LumbarTraction, {{DoseKey::BodyWeight, 25}, {DoseKey::Mode, 0}, {DoseKey::Position, 2}})
        == "25 % of body weight, static, prone");
    BOOST_TEST(said(Modality::CervicalTraction, {{DoseKey::Force, 8}, {DoseKey::Angle, 24}}) == "8 kg, 24° flexion");
    BOOST_TEST(said(Modality::HotPack, {{DoseKey::Layers, 6}, {DoseKey::Position, 2}}) == "6 layers, prone");
    BOOST_TEST(said(Modality::HotPack, {{DoseKey::Layers, 1}}) == "1 layer");
    BOOST_TEST(
        said(Modality::ContrastBath,
            {{DoseKey::HotTemperature, 40}, {DoseKey::ColdTemperature, 15}, {DoseKey::Bouts, 3}, {DoseKey::Mode, 0}})
        == "hot 40 °C, cold 15 °C, 3 cycles, end hot");
    BOOST_TEST(
        said(Modality::Tens,
            {{DoseKey::Program, 0}, {DoseKey::Frequency, 100}, {DoseKey::PulseWidth, 80}, {DoseKey::Electrodes, 4}})
        == "conventional, 100 Hz, 80 µs, 4 electrodes");
    BOOST_TEST(said(Modality::Ultrasound,
                   {{DoseKey::UltrasoundFrequency, 1}, {DoseKey::UltrasoundIntensity, 1.5}, {DoseKey::DutyCycle, 50}})
        == "1 MHz, 1.5 W/cm², 50 % duty");
    BOOST_TEST(in_words(Modality::Exercise, Dose{}).empty());
}

BOOST_AUTO_TEST_CASE(the_canonical_form_has_one_order_and_reads_back)
{
    Dose const one = dose(Modality::Exercise, {{DoseKey::Hold, 10}, {DoseKey::Sets, 3}, {DoseKey::Reps, 8}});
    BOOST_TEST(one.canonical() == "sets=3;reps=8;hold=10");
    BOOST_TEST((Dose::parse(Modality::Exercise, one.canonical()).value() == one));
    BOOST_TEST(dose(Modality::Exercise, {{DoseKey::Load, 2.5}}).canonical() == "load=2.5");
    BOOST_TEST(dose(Modality::Exercise, {{DoseKey::Load, -0.0}}).canonical() == "load=0");
    BOOST_TEST(dose(Modality::Exercise, {{DoseKey::Load, 0.1}}).canonical() == "load=0.1");
    BOOST_TEST((Dose::parse(Modality::Ultrasound, "").value() == Dose{}));
}

BOOST_AUTO_TEST_CASE(a_damaged_canonical_form_is_refused)
{
    for (std::string_view const text : {"sets", "sets=", "sets=x", "sets=3;", ";sets=3", "sets=3 ", "sets=3;sets=3",
             "warp=3", "sets=nan", "sets=99", "grade=2", "sets=3,reps=8"})
        BOOST_TEST(!Dose::parse(Modality::Exercise, text), text);
}

BOOST_AUTO_TEST_CASE(a_dose_beyond_the_hard_limits_is_refused_with_value_limit_and_unit)
{
    std::string const said =
        refusal(Modality::Ultrasound, {{DoseKey::UltrasoundFrequency, 1}, {DoseKey::UltrasoundIntensity, 3.5}});
    BOOST_TEST(has(said, "3.5 W/cm²"));
    BOOST_TEST(has(said, "limit of 3 W/cm²"));
    BOOST_TEST(has(said, "Possible is"));
    BOOST_TEST(has(said, "IEC 60601-2-5"));
    BOOST_TEST(fault(Modality::Exercise, {{DoseKey::Sets, 11}}) == "sets");
    BOOST_TEST(fault(Modality::Exercise, {{DoseKey::Load, 300.5}}) == "load");
    BOOST_TEST(fault(Modality::Exercise, {{DoseKey::Load, std::numeric_limits<double>::quiet_NaN()}}) == "load");
    BOOST_TEST(fault(Modality::Exercise, {{DoseKey::Load, std::numeric_limits<double>::infinity()}}) == "load");
    BOOST_TEST(fault(Modality::HotPack, {{DoseKey::Temperature, 81}}) == "temperature");
    BOOST_TEST(fault(Modality::ContrastBath, {{DoseKey::HotTemperature, 46}}) == "hot-temperature");
    BOOST_TEST(fault(Modality::Tens, {{DoseKey::Frequency, 251}}) == "frequency");
    BOOST_TEST(fault(Modality::Tens, {{DoseKey::PulseWidth, 19}}) == "pulse-width");
    BOOST_TEST(fault(Modality::Tens, {{DoseKey::Intensity, 101}}) == "intensity");
}

BOOST_AUTO_TEST_CASE(traction_stops_at_what_the_devices_can_pull)
{
    BOOST_TEST(fault(Modality::LumbarTraction, {{DoseKey::Force, kg_from_lb(200)}}).empty());
    BOOST_TEST(fault(Modality::LumbarTraction, {{DoseKey::Force, 91}}) == "force");
    BOOST_TEST(fault(Modality::CervicalTraction, {{DoseKey::Force, kg_from_lb(45)}}).empty());
    BOOST_TEST(fault(Modality::CervicalTraction, {{DoseKey::Force, 20.5}}) == "force");
    BOOST_TEST(fault(Modality::CervicalTraction, {{DoseKey::Force, 5}, {DoseKey::Angle, 46}}) == "angle");
    BOOST_TEST(fault(Modality::LumbarTraction, {{DoseKey::Mode, 1}}) == "force");
    BOOST_TEST(fault(Modality::LumbarTraction, {{DoseKey::Force, 20}, {DoseKey::Mode, 0}, {DoseKey::RestTime, 20}})
        == "rest-time");
    BOOST_TEST(fault(Modality::LumbarTraction, {{DoseKey::Force, 20}, {DoseKey::HoldTime, 121}}) == "hold-time");
}

BOOST_AUTO_TEST_CASE(ultrasound_is_1_or_3_megahertz_over_three_heads_at_most)
{
    Values const base{{DoseKey::UltrasoundIntensity, 1}};
    auto const with = [&](Values more) {
        more.insert(more.end(), base.begin(), base.end());
        return fault(Modality::Ultrasound, more);
    };
    BOOST_TEST(with({{DoseKey::UltrasoundFrequency, 1}}).empty());
    BOOST_TEST(with({{DoseKey::UltrasoundFrequency, 3}}).empty());
    BOOST_TEST(with({{DoseKey::UltrasoundFrequency, 2}}) == "ultrasound-frequency");
    BOOST_TEST(with({{DoseKey::UltrasoundFrequency, 0.75}}) == "ultrasound-frequency");
    BOOST_TEST(with({}) == "ultrasound-frequency");
    BOOST_TEST(with({{DoseKey::UltrasoundFrequency, 1}, {DoseKey::Area, 15}, {DoseKey::HeadArea, 5}}).empty());
    BOOST_TEST(with({{DoseKey::UltrasoundFrequency, 1}, {DoseKey::Area, 16}, {DoseKey::HeadArea, 5}}) == "area");
}

BOOST_AUTO_TEST_CASE(a_grade_belongs_to_its_technique)
{
    BOOST_TEST(fault(Modality::Mobilization, {{DoseKey::Grade, 3}}).empty());
    BOOST_TEST(fault(Modality::Mobilization, {{DoseKey::Grade, 4}}) == "grade");
    BOOST_TEST(fault(Modality::Mobilization, {{DoseKey::Grade, 1.5}}) == "grade");
    BOOST_TEST(fault(Modality::Mobilization, {{DoseKey::Bouts, 3}}) == "grade");
    BOOST_TEST(fault(Modality::Manipulation, {{DoseKey::Grade, 4}}).empty());
    BOOST_TEST(fault(Modality::Manipulation, {{DoseKey::Grade, 2}}) == "grade");
    BOOST_TEST(refusal(Modality::Manipulation, {{DoseKey::Grade, 2}}) == "Grade for Manipulation is one of: V.");
}

BOOST_AUTO_TEST_CASE(a_foreign_doubled_or_broken_parameter_is_refused)
{
    BOOST_TEST(fault(Modality::HotPack, {{DoseKey::Force, 10}}) == "force");
    BOOST_TEST(fault(Modality::Exercise, {{DoseKey::Sets, 3}, {DoseKey::Sets, 3}}) == "sets");
    BOOST_TEST(fault(Modality::Exercise, {{DoseKey::Sets, 2.5}}) == "sets");
    BOOST_TEST(fault(Modality::Tens, {{DoseKey::Electrodes, 3}}) == "electrodes");
}

BOOST_AUTO_TEST_CASE(an_unusual_dose_is_warned_of_with_its_source)
{
    BOOST_TEST(
        warned(Modality::Mobilization, {{DoseKey::Grade, 2}, {DoseKey::Bouts, 3}, {DoseKey::BoutSeconds, 45}}).empty());
    BOOST_TEST(has(warned(Modality::Mobilization, {{DoseKey::Grade, 2}, {DoseKey::BoutSeconds, 90}}), "Maitland"));
    BOOST_TEST(has(warned(Modality::HotPack, {{DoseKey::Layers, 3}}), "below the usual 6 to 8"));
    BOOST_TEST(warned(Modality::HotPack, {{DoseKey::Layers, 6}}, 15).empty());
    BOOST_TEST(has(warned(Modality::HotPack, {{DoseKey::Layers, 6}}, 25), "25 min is above the usual 15 to 20 min"));
    BOOST_TEST(has(warned(Modality::CervicalTraction, {{DoseKey::Force, 14}}), "13.61 kg"));
    BOOST_TEST(
        has(warned(Modality::Ultrasound, {{DoseKey::UltrasoundFrequency, 3}, {DoseKey::UltrasoundIntensity, 1.5}}),
            "at 3 MHz"));
    BOOST_TEST(warned(Modality::Ultrasound, {{DoseKey::UltrasoundFrequency, 1}, {DoseKey::UltrasoundIntensity, 1.5}}, 8)
                   .empty());
    BOOST_TEST(has(warned(Modality::ColdPack, {{DoseKey::Technique, 1}}, 15), "5 to 10 min"));
    BOOST_TEST(warned(Modality::ColdPack, {{DoseKey::Technique, 0}}, 15).empty());
}

BOOST_AUTO_TEST_CASE(lumbar_traction_is_measured_against_body_weight)
{
    Values const force{{DoseKey::Force, 22}};
    BOOST_TEST(warned(Modality::LumbarTraction, force, 12, 90.0).empty());
    BOOST_TEST(has(warned(Modality::LumbarTraction, force, 12, 70.0), "above the 25 % of a first visit"));
    BOOST_TEST(has(warned(Modality::LumbarTraction, force, 12, 43.0), "51.2 % of body weight"));
    BOOST_TEST(has(warned(Modality::LumbarTraction, force, 12, 43.0), "not advised"));
    BOOST_TEST(has(warned(Modality::LumbarTraction, force, 12), "cannot be checked"));
    BOOST_TEST(warned(Modality::LumbarTraction, {{DoseKey::Force, 18}}, 12).empty());
    BOOST_TEST(has(warned(Modality::LumbarTraction, {{DoseKey::BodyWeight, 55}}, 12), "55 %"));
    BOOST_TEST(has(warned(Modality::CervicalTraction, {{DoseKey::Force, 9}}, 10, 70.0), "12.9 %"));
}

BOOST_AUTO_TEST_CASE(a_share_of_body_weight_stops_where_the_device_does)
{
    using Key = DoseKey;
    BOOST_TEST(fault(Modality::LumbarTraction, {{Key::BodyWeight, 60}, {Key::PatientWeight, 150}}).empty());
    BOOST_TEST(fault(Modality::LumbarTraction, {{Key::BodyWeight, 61}, {Key::PatientWeight, 150}}) == "body-weight");
    BOOST_TEST(has(refusal(Modality::CervicalTraction, {{Key::BodyWeight, 30}, {Key::PatientWeight, 70}}),
        "21 kg, beyond the 20.41 kg"));
    BOOST_TEST(has(warned(Modality::CervicalTraction, {{Key::BodyWeight, 9}}), "limit of 20.41 kg cannot be checked"));
    BOOST_TEST(warned(Modality::CervicalTraction, {{Key::BodyWeight, 9}}, 0, 70.0).empty());
    BOOST_TEST(said(Modality::LumbarTraction, {{Key::BodyWeight, 25}, {Key::PatientWeight, 80}})
        == "25 % of body weight, patient 80 kg");
}

BOOST_AUTO_TEST_CASE(a_contrast_bath_has_its_cycles_and_they_are_its_minutes)
{
    using Key = DoseKey;
    Values const protocol{{Key::FirstHot, 10}, {Key::ColdMinutes, 1}, {Key::HotMinutes, 4}, {Key::Bouts, 3}};
    Dose const bath = dose(Modality::ContrastBath, protocol);
    BOOST_TEST(contrast_bath_minutes(bath).value() == 25.0);
    BOOST_TEST(in_words(Modality::ContrastBath, bath) == "hot 10 min, 3 × cold 1 min : hot 4 min");
    BOOST_TEST(warned(Modality::ContrastBath, protocol, 25).empty());
    BOOST_TEST(has(warned(Modality::ContrastBath, protocol, 20), "The cycles add up to 25 min, the row says 20 min."));
    BOOST_TEST(has(warned(Modality::ContrastBath, {{Key::ColdMinutes, 1}, {Key::HotMinutes, 2}}), "2 : 1"));
    BOOST_TEST(fault(Modality::ContrastBath, {{Key::ColdMinutes, 1}}) == "hot-minutes");
    BOOST_TEST(fault(Modality::ContrastBath,
                   {{Key::FirstHot, 10}, {Key::ColdMinutes, 2}, {Key::HotMinutes, 8}, {Key::Bouts, 4}})
        == "bouts");
    BOOST_TEST(!contrast_bath_minutes(Dose{}));
}

BOOST_AUTO_TEST_CASE(ice_massage_is_shorter_than_an_ice_pack)
{
    BOOST_TEST(minute_limits(Modality::ColdPack).hard_high == 30);
    BOOST_TEST(minute_limits(Modality::ColdPack, dose(Modality::ColdPack, {{DoseKey::Technique, 0}})).hard_high == 30);
    BOOST_TEST(minute_limits(Modality::ColdPack, dose(Modality::ColdPack, {{DoseKey::Technique, 1}})).hard_high == 15);
}

BOOST_AUTO_TEST_CASE(effort_is_written_on_one_scale)
{
    BOOST_TEST(fault(Modality::Exercise, {{DoseKey::RatedExertion, 5}}) == "rated-exertion");
    BOOST_TEST(fault(Modality::Exercise, {{DoseKey::RatedExertion, 13}, {DoseKey::Effort, 4}}) == "rated-exertion");
    BOOST_TEST(said(Modality::Exercise, {{DoseKey::RatedExertion, 13}}) == "effort 13 on 6 to 20");
}

BOOST_AUTO_TEST_CASE(the_supervised_modalities_are_untimed)
{
    for (Modality const modality :
        {Modality::HotPack, Modality::ColdPack, Modality::LumbarTraction, Modality::CervicalTraction, Modality::Tens})
        BOOST_TEST(!is_timed(modality), label(modality));
    for (Modality const modality : {Modality::Exercise, Modality::Massage, Modality::Mobilization,
             Modality::ManualTraction, Modality::Ultrasound, Modality::ContrastBath})
        BOOST_TEST(is_timed(modality), label(modality));
}

BOOST_AUTO_TEST_CASE(traction_by_machine_is_given_where_its_name_says)
{
    BOOST_TEST((usual_region(Modality::CervicalTraction, Region::LowBack) == Region::Neck));
    BOOST_TEST((usual_region(Modality::Tens, Region::Neck) == Region::Neck));
}

BOOST_AUTO_TEST_CASE(electrodes_have_a_place_and_places_they_never_lie_on)
{
    BOOST_TEST(has(said(Modality::Tens, {{DoseKey::Placement, 3}}), "two channels crossed"));
    for (DoseSpec const& spec : dose_specs(Modality::Tens))
        if (spec.key == DoseKey::Placement)
            BOOST_TEST(has(std::string{spec.advice}, "across the heart"));
}

BOOST_AUTO_TEST_CASE(tens_is_judged_by_its_program)
{
    BOOST_TEST(warned(Modality::Tens, {{DoseKey::Program, 0}, {DoseKey::Frequency, 100}, {DoseKey::PulseWidth, 80}}, 30)
                   .empty());
    BOOST_TEST(
        has(warned(Modality::Tens, {{DoseKey::Program, 1}, {DoseKey::Frequency, 100}}), "above the usual 1 to 5 Hz"));
    BOOST_TEST(warned(Modality::Tens, {{DoseKey::Program, 1}, {DoseKey::Frequency, 4}, {DoseKey::PulseWidth, 220}}, 30)
                   .empty());
    BOOST_TEST(has(warned(Modality::Tens, {{DoseKey::Program, 4}}, 40), "above the usual 30 min"));
    BOOST_TEST(has(warned(Modality::Tens, {{DoseKey::Frequency, 3}}, 10), "20 to 60 min"));
}

BOOST_AUTO_TEST_CASE(less_exercise_than_usual_is_no_warning)
{
    BOOST_TEST(warned(Modality::Exercise, {{DoseKey::Sets, 1}, {DoseKey::Reps, 2}, {DoseKey::Hold, 2}}).empty());
    BOOST_TEST(warned(Modality::Exercise, {{DoseKey::Reps, 1}, {DoseKey::Hold, 120}}).empty());
    BOOST_TEST(has(warned(Modality::Exercise, {{DoseKey::Sets, 5}}), "ACSM"));
}

BOOST_AUTO_TEST_CASE(changed_skin_is_warned_of_after_heat_and_cold)
{
    BOOST_TEST(has(warned(Modality::ColdPack, {{DoseKey::SkinCheck, 2}}), "skin changed"));
    BOOST_TEST(has(warned(Modality::HotPack, {{DoseKey::SkinCheck, 0}}), "after 5 minutes"));
    BOOST_TEST(warned(Modality::HotPack, {{DoseKey::SkinCheck, 1}}).empty());
}

BOOST_AUTO_TEST_CASE(ultrasound_time_follows_the_field_and_the_pulse)
{
    auto const minutes = [](double heads, double duty) {
        return suggested_ultrasound_minutes(
            dose(Modality::Ultrasound,
                {{DoseKey::UltrasoundFrequency, 1}, {DoseKey::UltrasoundIntensity, 0.5}, {DoseKey::Area, 5 * heads},
                    {DoseKey::HeadArea, 5}, {DoseKey::DutyCycle, duty}}))
            .value();
    };
    BOOST_TEST(minutes(2, 20) == 10.0);
    BOOST_TEST(minutes(2, 50) == 4.0);
    BOOST_TEST(minutes(2, 100) == 2.0);
    BOOST_TEST(minutes(3, 100.0 / 3) == 9.0, boost::test_tools::tolerance(1e-9));
    BOOST_TEST(!suggested_ultrasound_minutes(Dose{}));
}

BOOST_AUTO_TEST_CASE(units_convert_exactly)
{
    BOOST_TEST(kg_from_lb(1) == 0.45359237);
    BOOST_TEST(celsius_from_fahrenheit(212) == 100.0);
    BOOST_TEST(unit_in_words("Cel") == "°C");
    BOOST_TEST(unit_in_words("kg") == "kg");
    BOOST_TEST(unit_in_words("").empty());
}

BOOST_AUTO_TEST_CASE(a_burst_rate_belongs_to_the_burst_program)
{
    auto const burst = Dose::of(Modality::Tens,
        {{DoseKey::Program, 2}, {DoseKey::Frequency, 80}, {DoseKey::BurstRate, 2}, {DoseKey::PulseWidth, 250}});
    BOOST_TEST_REQUIRE(burst.has_value());
    BOOST_TEST(burst->canonical().find("burst-rate=2") != std::string::npos);
    BOOST_TEST(in_words(Modality::Tens, *burst) == "burst, 80 Hz, 2 bursts/s, 250 µs");
    BOOST_TEST(cautions(Modality::Tens, *burst, 30).empty());
    BOOST_TEST((Dose::parse(Modality::Tens, burst->canonical()) == burst));

    auto const fast = Dose::of(Modality::Tens, {{DoseKey::Program, 2}, {DoseKey::BurstRate, 8}});
    BOOST_TEST_REQUIRE(fast.has_value());
    BOOST_TEST(cautions(Modality::Tens, *fast, 30).size() == 1U); // 1 to 5 bursts a second are usual.
    auto const conventional = Dose::of(Modality::Tens, {{DoseKey::Program, 0}, {DoseKey::BurstRate, 2}});
    BOOST_TEST(conventional.error().field == "burst-rate");
    BOOST_TEST(Dose::of(Modality::Tens, {{DoseKey::BurstRate, 11}}).error().field == "burst-rate");
}

BOOST_AUTO_TEST_CASE(every_parameter_of_the_fact_book_can_be_written_down)
{
    struct Given {
        Modality modality;
        DoseKey key;
        double low, high;
    };
    for (Given const& one : {Given{Modality::Exercise, DoseKey::PerWeek, 0, 21},
             {Modality::ColdPack, DoseKey::Area, 1, 2000}, {Modality::Ultrasound, DoseKey::BeamRatio, 1, 8},
             {Modality::Ultrasound, DoseKey::Coupling, 0, 2}, {Modality::Manipulation, DoseKey::Cavitation, 0, 1},
             {Modality::Tens, DoseKey::BurstRate, 1, 10}, {Modality::Exercise, DoseKey::RatedExertion, 6, 20},
             {Modality::Tens, DoseKey::Placement, 0, 3}, {Modality::ContrastBath, DoseKey::HotMinutes, 0.5, 15},
             {Modality::ContrastBath, DoseKey::ColdMinutes, 0.5, 10}}) {
        auto const specs = dose_specs(one.modality);
        auto const spec = std::find_if(specs.begin(), specs.end(), [&](DoseSpec const& s) { return s.key == one.key; });
        BOOST_TEST_REQUIRE((spec != specs.end()), label(one.modality));
        BOOST_TEST(spec->hard_low == one.low);
        BOOST_TEST(spec->hard_high == one.high);
    }
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace plumbline::testing
