// SPDX-License-Identifier: Apache-2.0
#include "domain/clinical/DoseTable.hpp"
#include "domain/clinical/Wording.hpp"

namespace plumbline {

namespace {

using Messages = std::vector<Message>;

/// What is usual for one number, in its unit.
struct Usual {
    std::string_view label, unit;
    std::optional<double> low, high;
    std::string_view source;
};

void compare(Messages& out, Usual const& usual, double value)
{
    bool const below = usual.low && value < *usual.low;
    bool const above = usual.high && value > *usual.high;
    if (!below && !above)
        return;
    std::string label{usual.label};
    std::string given = dose::with_unit(value, usual.unit);
    std::string source{usual.source};
    if (usual.low && usual.high)
        out.push_back({below ? tr_noop("{0}: {1} is below the usual {2} to {3} ({4}).")
                             : tr_noop("{0}: {1} is above the usual {2} to {3} ({4})."),
            {label, given, wording::decimal(*usual.low, 2), dose::with_unit(*usual.high, usual.unit), source}});
    else if (below)
        out.push_back({tr_noop("{0}: {1} is below the usual {2} ({3})."),
            {label, given, dose::with_unit(*usual.low, usual.unit), source}});
    else
        out.push_back({tr_noop("{0}: {1} is above the usual {2} ({3})."),
            {label, given, dose::with_unit(*usual.high, usual.unit), source}});
}

[[nodiscard]] Usual usual_of(DoseSpec const& spec)
{
    return {spec.label, spec.unit, spec.typical_low, spec.typical_high, spec.source};
}

/// Less exercise than usual is a choice, not a risk; one long position is not a repeated hold.
void compare_exercise(Messages& out, Dose const& dose)
{
    for (auto const& [key, value] : dose.values()) {
        if (key == DoseKey::Hold && dose.get(DoseKey::Reps).value_or(1) <= 1)
            continue;
        Usual usual = usual_of(*dose::find_spec(Modality::Exercise, key));
        if (usual.high && value > *usual.high)
            compare(out, usual, value);
    }
}

void compare_specs(Messages& out, Modality modality, Dose const& dose)
{
    for (auto const& [key, value] : dose.values())
        if (DoseSpec const* const spec = dose::find_spec(modality, key); spec != nullptr)
            compare(out, usual_of(*spec), value);
}

/// Frequency, pulse width and minutes belong to the program (Systematic Reviews 2017, s13643-017-0532-5;
/// minutes of burst and brief intense: Cameron).
struct TensUsual {
    std::optional<double> hertz_low, hertz_high, width_low, width_high, minutes_low, minutes_high;
};
constexpr std::array<TensUsual, 5> tens_usual{
    TensUsual{50, 150, 50, 250, 20, 60},
    TensUsual{1, 5, 200, 250, 20, 45},
    TensUsual{70, 100, 200, 500, 20, 45},
    TensUsual{{}, {}, {}, {}, 20, 60},
    TensUsual{90, 200, 200, {}, {}, 30},
};

void compare_tens(Messages& out, Dose const& dose, int minutes)
{
    auto const program = static_cast<std::size_t>(
        dose.get(DoseKey::Program)
            .value_or(dose::index(dose::TensProgram::Modulated))); // Without a program only the minutes can be judged.
    TensUsual const& usual = tens_usual[program];
    std::string_view const source = minute_limits(Modality::Tens).source;
    if (auto const hertz = dose.get(DoseKey::Frequency))
        compare(out, {dose::label(DoseKey::Frequency), "Hz", usual.hertz_low, usual.hertz_high, source}, *hertz);
    if (auto const bursts = dose.get(DoseKey::BurstRate)) // 1-5 bursts a second, same source.
        compare(out, {dose::label(DoseKey::BurstRate), "/s", 1, 5, source}, *bursts);
    if (auto const width = dose.get(DoseKey::PulseWidth))
        compare(out, {dose::label(DoseKey::PulseWidth), "us", usual.width_low, usual.width_high, source}, *width);
    if (minutes > 0)
        compare(out, {"Minutes", "min", usual.minutes_low, usual.minutes_high, source}, minutes);
}

void compare_minutes(Messages& out, Modality modality, Dose const& dose, int minutes)
{
    if (minutes <= 0 || modality == Modality::Tens)
        return;
    MinuteLimits const limits = minute_limits(modality, dose);
    Usual usual{"Minutes", "min", {}, {}, limits.source};
    if (limits.typical_low)
        usual.low = *limits.typical_low;
    if (limits.typical_high)
        usual.high = *limits.typical_high;
    compare(out, usual, minutes);
}

/// Share of body weight in percent, when it is given or can be worked out.
[[nodiscard]] std::optional<double> share(Dose const& dose)
{
    auto const force = dose.get(DoseKey::Force);
    auto const weight = dose.get(DoseKey::PatientWeight);
    if (force && weight)
        return 100 * *force / *weight;
    return dose.get(DoseKey::BodyWeight);
}

/// First visit at most 25 % of body weight or 13-20 kg; 40-50 % separates vertebrae; more than 50 % warns.
void compare_lumbar_traction(Messages& out, Dose const& dose)
{
    constexpr std::string_view source = "Saunders traction guide; Cameron";
    if (auto const percent = share(dose)) {
        if (*percent > 50)
            out.push_back({tr_noop("The pull is {0} % of body weight; more than 50 % is not advised ({1})."),
                {wording::decimal(*percent, 1), std::string{source}}});
        else if (*percent > 25)
            out.push_back({tr_noop("The pull is {0} % of body weight: above the 25 % of a first visit; 40 to 50 % is "
                                   "for separating vertebrae ({1})."),
                {wording::decimal(*percent, 1), std::string{source}}});
        return;
    }
    if (auto const force = dose.get(DoseKey::Force); force && *force > 20)
        out.push_back({tr_noop("{0} is above the 13 to 20 kg of a first visit, and without body weight the limit of "
                               "50 % cannot be checked ({1})."),
            {dose::with_unit(*force, "kg"), std::string{source}}});
}

void compare_cervical_traction(Messages& out, Dose const& dose)
{
    if (auto const percent = share(dose); percent && *percent > 10)
        out.push_back({tr_noop("The pull is {0} % of body weight; the usual is 7 to 10 % ({1})."),
            {wording::decimal(*percent, 1), "Cameron"}});
}

/// A share of a weight that is not known may be more than the device pulls.
void miss_weight(Messages& out, Modality modality, Dose const& dose)
{
    if (dose.get(DoseKey::BodyWeight) && !dose.get(DoseKey::Force) && !dose.get(DoseKey::PatientWeight))
        out.push_back({tr_noop("Without the patient's weight the limit of {0} cannot be checked ({1})."),
            {dose::with_unit(dose::greatest_pull(modality), "kg"), "Saunders traction guide; Cameron"}});
}

/// Hot lasts three to four times as long as cold, and the cycles are the minutes (contrast bath protocols).
void compare_contrast(Messages& out, Dose const& dose, int minutes)
{
    constexpr std::string_view source = "contrast bath protocols";
    auto const cold = dose.get(DoseKey::ColdMinutes);
    auto const hot = dose.get(DoseKey::HotMinutes);
    if (cold && hot && (*hot < 3 * *cold || *hot > 4 * *cold))
        out.push_back({tr_noop("Hot to cold is {0} : 1; the usual is 3 : 1 or 4 : 1 ({1})."),
            {wording::decimal(*hot / *cold, 1), std::string{source}}});
    auto const total = contrast_bath_minutes(dose);
    if (total && minutes > 0 && minutes != *total)
        out.push_back({tr_noop("The cycles add up to {0}, the row says {1}."),
            {dose::with_unit(*total, "min"), dose::with_unit(minutes, "min")}});
}

void compare_ultrasound(Messages& out, Dose const& dose)
{
    auto const intensity = dose.get(DoseKey::UltrasoundIntensity);
    if (dose.get(DoseKey::UltrasoundFrequency) == 3 && intensity && *intensity > 1 && *intensity <= 2)
        out.push_back({tr_noop("{0} at 3 MHz is above the usual 0.5 to 1 W/cm² ({1})."),
            {dose::with_unit(*intensity, "W/cm2"), "Cameron"}});
    auto const area = dose.get(DoseKey::Area);
    auto const head = dose.get(DoseKey::HeadArea);
    if (area && head && *area > 2 * *head)
        out.push_back({tr_noop("{0} is more than twice the head's {1}; two fields heat more evenly ({2})."),
            {dose::with_unit(*area, "cm2"), dose::with_unit(*head, "cm2"),
                "electrotherapy.org, ultrasound dose calculations"}});
}

void look_at_skin(Messages& out, Modality modality, Dose const& dose)
{
    auto const checked = dose.get(DoseKey::SkinCheck);
    if (checked == dose::index(dose::SkinCheck::Changed))
        out.push_back({tr_noop("The skin changed: stop, and write down what was seen ({0})."), {"Cameron"}});
    else if (checked == dose::index(dose::SkinCheck::NotDone) && modality == Modality::HotPack)
        out.push_back({tr_noop("Look at the skin after 5 minutes of heat ({0})."), {"Cameron"}});
}

} // namespace

std::vector<Message> cautions(Modality modality, Dose const& dose, int minutes)
{
    Messages out;
    switch (modality) {
    case Modality::Exercise:
        compare_exercise(out, dose);
        break;
    case Modality::Tens:
        compare_tens(out, dose, minutes);
        break;
    default:
        compare_specs(out, modality, dose);
        break;
    }
    if (modality == Modality::LumbarTraction)
        compare_lumbar_traction(out, dose);
    if (modality == Modality::CervicalTraction)
        compare_cervical_traction(out, dose);
    if (modality == Modality::LumbarTraction || modality == Modality::CervicalTraction)
        miss_weight(out, modality, dose);
    if (modality == Modality::ContrastBath)
        compare_contrast(out, dose, minutes);
    if (modality == Modality::Ultrasound)
        compare_ultrasound(out, dose);
    look_at_skin(out, modality, dose);
    compare_minutes(out, modality, dose, minutes);
    return out;
}

std::optional<double> contrast_bath_minutes(Dose const& dose)
{
    return dose::contrast_minutes(dose.values());
}

std::optional<double> suggested_ultrasound_minutes(Dose const& dose)
{
    auto const area = dose.get(DoseKey::Area);
    auto const head = dose.get(DoseKey::HeadArea);
    if (!area || !head)
        return std::nullopt;
    return *area / *head * 100 / dose.get(DoseKey::DutyCycle).value_or(100);
}

} // namespace plumbline
