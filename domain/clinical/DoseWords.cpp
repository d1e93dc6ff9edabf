// SPDX-License-Identifier: Apache-2.0
#include "domain/clinical/DoseTable.hpp"
#include "domain/clinical/Wording.hpp"

namespace plumbline {

namespace {

/// The parts of a dose, in the order a therapist writes them.
class Phrase {
public:
    Phrase(Modality modality, Dose const& dose)
        : modality_{modality}
        , dose_{dose}
    {
    }

    void say(std::string part)
    {
        if (!part.empty())
            words_.append(words_.empty() ? "" : ", ").append(part);
    }
    /// The choice's own words, or the number with its unit; nothing when unset.
    void say(DoseKey key, std::string_view before = {}, std::string_view after = {})
    {
        DoseSpec const* const spec = dose::find_spec(modality_, key);
        if (auto const value = dose_.get(key); value && spec != nullptr)
            say(std::string{before}.append(dose::value_in_words(*spec, *value)).append(after));
    }
    /// `1 layer`, `6 layers`.
    void say_counted(DoseKey key, std::string_view one, std::string_view many)
    {
        if (auto const count = dose_.get(key))
            say(counted(*count, one, many));
    }
    /// `3 × 8`, `3 × 45 s`; either part alone in words.
    void say_times(
        DoseKey count, std::string_view one_time, std::string_view many_times, DoseKey each, std::string_view each_unit)
    {
        auto const times = dose_.get(count);
        auto const one = dose_.get(each);
        if (times && one)
            say(wording::decimal(*times, 2) + " × " + dose::with_unit(*one, each_unit));
        else if (times)
            say(counted(*times, one_time, many_times));
        else if (one)
            say(each_unit.empty() ? counted(*one, "rep", "reps") : dose::with_unit(*one, each_unit));
    }
    [[nodiscard]] std::string take() { return std::move(words_); }

private:
    static std::string counted(double count, std::string_view one, std::string_view many)
    {
        return wording::decimal(count, 2).append(" ").append(count == 1 ? one : many);
    }

    Modality modality_;
    Dose const& dose_;
    std::string words_;
};

void say_exercise(Phrase& phrase)
{
    phrase.say_times(DoseKey::Sets, "set", "sets", DoseKey::Reps, "");
    phrase.say(DoseKey::Hold, "hold ");
    phrase.say(DoseKey::Load);
    phrase.say(DoseKey::Effort, "effort ", " of 10");
    phrase.say(DoseKey::RatedExertion, "effort ", " on 6 to 20");
    phrase.say_counted(DoseKey::PerWeek, "time a week", "times a week");
}

void say_massage(Phrase& phrase)
{
    phrase.say(DoseKey::Technique);
    phrase.say(DoseKey::Pressure, "pressure ", " of 5");
}

void say_manual(Phrase& phrase)
{
    phrase.say(DoseKey::Grade, "grade ");
    phrase.say(DoseKey::Segment);
    phrase.say(DoseKey::Direction);
    phrase.say_times(DoseKey::Bouts, "bout", "bouts", DoseKey::BoutSeconds, "s");
    phrase.say(DoseKey::Frequency);
    phrase.say(DoseKey::Consent);
    phrase.say(DoseKey::Cavitation);
}

void say_traction(Phrase& phrase, Dose const& dose)
{
    phrase.say(DoseKey::Force);
    phrase.say(DoseKey::BodyWeight, {}, " of body weight");
    phrase.say(DoseKey::PatientWeight, "patient ");
    auto const hold = dose.get(DoseKey::HoldTime);
    auto const rest = dose.get(DoseKey::RestTime);
    if (hold && rest) {
        phrase.say(wording::decimal(*hold, 2) + ':' + dose::with_unit(*rest, "s"));
    } else {
        phrase.say(DoseKey::Mode);
        phrase.say(DoseKey::HoldTime, "hold ");
        phrase.say(DoseKey::RestTime, "rest ");
    }
    phrase.say(DoseKey::Angle, {}, " flexion");
    phrase.say(DoseKey::Position);
}

/// `hot 10 min, then 3 × cold 1 min : hot 4 min`
void say_cycles(Phrase& phrase, Dose const& dose)
{
    auto const cold = dose.get(DoseKey::ColdMinutes);
    auto const hot = dose.get(DoseKey::HotMinutes);
    phrase.say(DoseKey::FirstHot, "hot ");
    if (!cold || !hot)
        return phrase.say_counted(DoseKey::Bouts, "cycle", "cycles");
    auto const cycles = dose.get(DoseKey::Bouts);
    phrase.say((cycles ? wording::decimal(*cycles, 2) + " × " : std::string{}) + "cold " + dose::with_unit(*cold, "min")
        + " : hot " + dose::with_unit(*hot, "min"));
}

void say_thermal(Phrase& phrase, Dose const& dose)
{
    phrase.say(DoseKey::Technique);
    phrase.say(DoseKey::HotTemperature, "hot ");
    phrase.say(DoseKey::ColdTemperature, "cold ");
    say_cycles(phrase, dose);
    phrase.say(DoseKey::Mode);
    phrase.say_counted(DoseKey::Layers, "layer", "layers");
    phrase.say(DoseKey::Temperature, "tank ");
    phrase.say(DoseKey::Position);
    phrase.say(DoseKey::SkinCheck);
    phrase.say(DoseKey::Area);
}

void say_ultrasound(Phrase& phrase)
{
    phrase.say(DoseKey::UltrasoundFrequency);
    phrase.say(DoseKey::UltrasoundIntensity);
    phrase.say(DoseKey::DutyCycle, {}, " duty");
    phrase.say(DoseKey::Area);
    phrase.say(DoseKey::HeadArea, "head ");
    phrase.say(DoseKey::BeamRatio, "beam ratio ", " : 1");
    phrase.say(DoseKey::Coupling);
}

void say_tens(Phrase& phrase)
{
    phrase.say(DoseKey::Program);
    phrase.say(DoseKey::Frequency);
    phrase.say(DoseKey::BurstRate);
    phrase.say(DoseKey::PulseWidth);
    phrase.say(DoseKey::Intensity);
    phrase.say(DoseKey::Electrodes, {}, " electrodes");
    phrase.say(DoseKey::Placement);
}

} // namespace

std::string in_words(Modality modality, Dose const& dose)
{
    Phrase phrase{modality, dose};
    switch (modality) {
    case Modality::Exercise:
        say_exercise(phrase);
        break;
    case Modality::Massage:
        say_massage(phrase);
        break;
    case Modality::Mobilization:
    case Modality::Manipulation:
    case Modality::ManualTraction:
        say_manual(phrase);
        break;
    case Modality::LumbarTraction:
    case Modality::CervicalTraction:
        say_traction(phrase, dose);
        break;
    case Modality::HotPack:
    case Modality::ColdPack:
    case Modality::ContrastBath:
        say_thermal(phrase, dose);
        break;
    case Modality::Ultrasound:
        say_ultrasound(phrase);
        break;
    case Modality::Tens:
        say_tens(phrase);
        break;
    }
    return phrase.take();
}

} // namespace plumbline
