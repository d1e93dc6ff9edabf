// SPDX-License-Identifier: Apache-2.0
#include "domain/clinical/DoseTable.hpp"

#include "domain/clinical/Choices.hpp"
#include "domain/clinical/Wording.hpp"

#include <algorithm>

namespace plumbline {

namespace {

// Hard limits without another source are the house's own: typing errors and device limits.
constexpr std::string_view acsm = "ACSM Guidelines for Exercise Testing and Prescription";
constexpr std::string_view maitland = "Maitland's Vertebral Manipulation";
constexpr std::string_view cameron = "Cameron, Physical Agents in Rehabilitation";
constexpr std::string_view saunders = "Saunders traction guide; Cameron, Physical Agents in Rehabilitation";
constexpr std::string_view contrast =
    "contrast bath protocols: hot 38-44, cold 10-18 °C; hot 10 min, then cold 1 : hot 4, "
    "three times";
constexpr std::string_view tens = "TENS parameter tables, Systematic Reviews 2017 (s13643-017-0532-5)";
constexpr std::string_view sound = "electrotherapy.org, ultrasound dose calculations";
constexpr std::string_view house = "house default";
constexpr double lumbar_pull = dose::greatest_pull(Modality::LumbarTraction);
constexpr double cervical_pull = dose::greatest_pull(Modality::CervicalTraction);

using Names = std::span<std::string_view const>;
constexpr std::array<std::string_view, 5> grades{"I", "II", "III", "IV", "V"};
constexpr std::array<std::string_view, 7> massage_techniques{
    "effleurage", "petrissage", "friction", "tapotement", "vibration", "myofascial release", "trigger-point pressure"};
constexpr std::array<std::string_view, 2> cold_techniques{"ice pack", "ice massage"};
constexpr std::array<std::string_view, 31> levels{"C1", "C2", "C3", "C4", "C5", "C6", "C7", "T1", "T2", "T3", "T4",
    "T5", "T6", "T7", "T8", "T9", "T10", "T11", "T12", "L1", "L2", "L3", "L4", "L5", "S1", "S2", "S3", "S4", "S5",
    "coccyx", "SI joint"};
constexpr std::array<std::string_view, 4> directions{"central PA", "unilateral PA", "transverse", "rotation"};
constexpr std::array<std::string_view, 2> traction_modes{"static", "intermittent"};
constexpr std::array<std::string_view, 2> contrast_modes{"end hot", "end cold"};
constexpr std::array<std::string_view, 5> positions{
    "supine with hips and knees flexed", "supine", "prone", "side-lying", "seated"};
constexpr std::array<std::string_view, 3> skin_checks{"skin not checked", "skin normal", "skin changed"};
constexpr std::array<std::string_view, 5> programs{
    "conventional", "acupuncture-like", "burst", "modulated", "brief intense"};
constexpr std::array<std::string_view, 2> consents{"no consent recorded", "consent recorded"};
constexpr std::array<std::string_view, 2> cavitations{"no cavitation", "cavitation heard"};
constexpr std::array<std::string_view, 3> couplings{"gel", "water", "gel pad"};
constexpr std::array<std::string_view, 4> placements{
    "paraspinal, around the pain", "dermatome", "nerve trunk", "two channels crossed"};

constexpr std::array keys{
    Term<DoseKey>{DoseKey::Sets, "sets", "Sets"},
    Term<DoseKey>{DoseKey::Reps, "reps", "Repetitions"},
    Term<DoseKey>{DoseKey::Hold, "hold", "Hold"},
    Term<DoseKey>{DoseKey::Load, "load", "Load"},
    Term<DoseKey>{DoseKey::Effort, "effort", "Effort, 0 to 10"},
    Term<DoseKey>{DoseKey::Technique, "technique", "Technique"},
    Term<DoseKey>{DoseKey::Pressure, "pressure", "Pressure"},
    Term<DoseKey>{DoseKey::Grade, "grade", "Grade"},
    Term<DoseKey>{DoseKey::Segment, "segment", "Segment"},
    Term<DoseKey>{DoseKey::Direction, "direction", "Direction"},
    Term<DoseKey>{DoseKey::Bouts, "bouts", "Bouts"},
    Term<DoseKey>{DoseKey::BoutSeconds, "bout-seconds", "Bout length"},
    Term<DoseKey>{DoseKey::Force, "force", "Force"},
    Term<DoseKey>{DoseKey::BodyWeight, "body-weight", "Share of body weight"},
    Term<DoseKey>{DoseKey::Mode, "mode", "Mode"},
    Term<DoseKey>{DoseKey::HoldTime, "hold-time", "Hold time"},
    Term<DoseKey>{DoseKey::RestTime, "rest-time", "Rest time"},
    Term<DoseKey>{DoseKey::Position, "position", "Position"},
    Term<DoseKey>{DoseKey::Angle, "angle", "Angle of flexion"},
    Term<DoseKey>{DoseKey::Layers, "layers", "Towel layers"},
    Term<DoseKey>{DoseKey::Temperature, "temperature", "Tank temperature"},
    Term<DoseKey>{DoseKey::HotTemperature, "hot-temperature", "Hot water"},
    Term<DoseKey>{DoseKey::ColdTemperature, "cold-temperature", "Cold water"},
    Term<DoseKey>{DoseKey::SkinCheck, "skin-check", "Skin check"},
    Term<DoseKey>{DoseKey::Program, "program", "Program"},
    Term<DoseKey>{DoseKey::Frequency, "frequency", "Frequency"},
    Term<DoseKey>{DoseKey::PulseWidth, "pulse-width", "Pulse width"},
    Term<DoseKey>{DoseKey::Intensity, "intensity", "Intensity"},
    Term<DoseKey>{DoseKey::Electrodes, "electrodes", "Electrodes"},
    Term<DoseKey>{DoseKey::UltrasoundFrequency, "ultrasound-frequency", "Sound frequency"},
    Term<DoseKey>{DoseKey::UltrasoundIntensity, "ultrasound-intensity", "Sound intensity"},
    Term<DoseKey>{DoseKey::DutyCycle, "duty-cycle", "Duty cycle"},
    Term<DoseKey>{DoseKey::Area, "area", "Treated area"},
    Term<DoseKey>{DoseKey::HeadArea, "head-area", "Radiating area of the head"},
    Term<DoseKey>{DoseKey::Consent, "consent", "Consent"},
    Term<DoseKey>{DoseKey::PerWeek, "per-week", "Times a week"},
    Term<DoseKey>{DoseKey::Cavitation, "cavitation", "Cavitation"},
    Term<DoseKey>{DoseKey::BurstRate, "burst-rate", "Burst rate"},
    Term<DoseKey>{DoseKey::BeamRatio, "beam-ratio", "Beam non-uniformity ratio"},
    Term<DoseKey>{DoseKey::Coupling, "coupling", "Coupling"},
    Term<DoseKey>{DoseKey::RatedExertion, "rated-exertion", "Effort, 6 to 20"},
    Term<DoseKey>{DoseKey::PatientWeight, "patient-weight", "Patient's weight"},
    Term<DoseKey>{DoseKey::FirstHot, "first-hot", "Hot at first"},
    Term<DoseKey>{DoseKey::ColdMinutes, "cold-minutes", "Then cold"},
    Term<DoseKey>{DoseKey::HotMinutes, "hot-minutes", "then hot"},
    Term<DoseKey>{DoseKey::Placement, "placement", "Placement"},
};
static_assert(keys.size() == static_cast<std::size_t>(DoseKey::count_)
    && std::ranges::is_sorted(keys, {}, &Term<DoseKey>::value));

struct Range {
    double low, high;
};
constexpr std::optional<Range> any{};

constexpr DoseSpec number(
    DoseKey key, std::string_view unit, Range hard, std::optional<Range> typical, std::string_view source)
{
    auto const& name = keys[static_cast<std::size_t>(key)];
    DoseSpec spec{key, name.code, name.label, unit, {}, hard.low, hard.high, {}, {}, false, source, {}};
    if (typical) {
        spec.typical_low = typical->low;
        spec.typical_high = typical->high;
    }
    return spec;
}

constexpr DoseSpec choice(DoseKey key, Names names, std::string_view source)
{
    DoseSpec spec = number(key, "", {0, static_cast<double>(names.size()) - 1}, any, source);
    spec.choices = names;
    return spec;
}

constexpr DoseSpec needed(DoseSpec spec)
{
    spec.required = true;
    return spec;
}

/// Places where electrodes never lie (operators' manuals of electrotherapy devices).
constexpr DoseSpec electrode_placement()
{
    DoseSpec spec = choice(DoseKey::Placement, placements, "device manuals");
    spec.advice = tr_noop("never on the eyes, the front of the neck or across the heart");
    return spec;
}

constexpr DoseSpec grade_five()
{
    DoseSpec spec = choice(DoseKey::Grade, grades, maitland);
    spec.hard_low = 4;
    return spec;
}

constexpr Names grades_one_to_four = Names{grades}.first(4);
constexpr Names traction_positions = Names{positions}.first(3);

constexpr std::array exercise{
    number(DoseKey::Sets, "", {0, 10}, Range{1, 3}, acsm),
    // 8-12, and 10-15 for older or deconditioned people.
    number(DoseKey::Reps, "", {0, 100}, Range{8, 15}, acsm),
    // Stretches 10-30 s, 30-60 s for older adults; planks build up to 60 s.
    number(DoseKey::Hold, "s", {0, 600}, Range{10, 60}, acsm),
    number(DoseKey::Load, "kg", {0, 300}, any, acsm),
    number(DoseKey::Effort, "", {0, 10}, any, acsm),
    number(DoseKey::RatedExertion, "", {6, 20}, any, acsm),
    number(DoseKey::PerWeek, "", {0, 21}, Range{2, 7}, acsm),
};
constexpr std::array massage{
    choice(DoseKey::Technique, massage_techniques, house),
    number(DoseKey::Pressure, "", {1, 5}, any, house),
};
constexpr std::array mobilization{
    needed(choice(DoseKey::Grade, grades_one_to_four, maitland)),
    choice(DoseKey::Segment, levels, maitland),
    choice(DoseKey::Direction, directions, maitland),
    number(DoseKey::Bouts, "", {1, 10}, Range{2, 4}, maitland),
    number(DoseKey::BoutSeconds, "s", {1, 300}, Range{30, 60}, maitland),
    number(DoseKey::Frequency, "Hz", {0.1, 10}, Range{2, 3}, maitland),
};
constexpr std::array manipulation{
    grade_five(),
    choice(DoseKey::Segment, levels, maitland),
    choice(DoseKey::Direction, directions, maitland),
    number(DoseKey::Bouts, "", {1, 10}, any, maitland),
    choice(DoseKey::Consent, consents, house),
    choice(DoseKey::Cavitation, cavitations, maitland),
};
// Without the patient's weight nothing says what share of it a pull is, and no share what it pulls.
constexpr DoseSpec patient_weight = number(DoseKey::PatientWeight, "kg", {2, 400}, any, house);
constexpr std::array lumbar_traction{
    number(DoseKey::Force, "kg", {0, lumbar_pull}, any, "device maximum 200 lb, Saunders traction guide"),
    number(DoseKey::BodyWeight, "%", {0, 100}, any, saunders),
    patient_weight,
    choice(DoseKey::Mode, traction_modes, cameron),
    number(DoseKey::HoldTime, "s", {0, 120}, any, cameron),
    number(DoseKey::RestTime, "s", {0, 120}, any, cameron),
    choice(DoseKey::Position, traction_positions, saunders),
};
constexpr std::array cervical_traction{
    number(DoseKey::Force, "kg", {0, cervical_pull}, Range{3, kg_from_lb(30)}, saunders),
    number(DoseKey::BodyWeight, "%", {0, 30}, any, saunders),
    patient_weight,
    choice(DoseKey::Mode, traction_modes, cameron),
    number(DoseKey::HoldTime, "s", {0, 120}, any, cameron),
    number(DoseKey::RestTime, "s", {0, 120}, any, cameron),
    number(DoseKey::Angle, "deg", {0, 45}, Range{0, 35}, saunders),
};
constexpr std::array manual_traction{
    choice(DoseKey::Grade, grades_one_to_four, house),
    number(DoseKey::Bouts, "", {1, 20}, Range{3, 10}, house),
    number(DoseKey::BoutSeconds, "s", {1, 300}, Range{10, 30}, house),
};
constexpr std::array hot_pack{
    choice(DoseKey::Position, positions, cameron),
    number(DoseKey::Layers, "", {1, 12}, Range{6, 8}, cameron),
    number(DoseKey::Temperature, "Cel", {60, 80}, Range{70, 75}, cameron),
    choice(DoseKey::SkinCheck, skin_checks, cameron),
};
constexpr std::array cold_pack{
    choice(DoseKey::Technique, cold_techniques, cameron), choice(DoseKey::Position, positions, cameron),
    number(DoseKey::Layers, "", {0, 12}, any, cameron), choice(DoseKey::SkinCheck, skin_checks, cameron),
    number(DoseKey::Area, "cm2", {1, 2000}, any, house), // Of ice massage.
};
constexpr std::array contrast_bath{
    number(DoseKey::FirstHot, "min", {0, 20}, any, contrast),
    number(DoseKey::ColdMinutes, "min", {0.5, 10}, any, contrast),
    number(DoseKey::HotMinutes, "min", {0.5, 15}, any, contrast),
    number(DoseKey::Bouts, "", {1, 10}, any, contrast),
    choice(DoseKey::Mode, contrast_modes, contrast),
    number(DoseKey::HotTemperature, "Cel", {35, 45}, Range{38, 44}, contrast),
    number(DoseKey::ColdTemperature, "Cel", {7, 20}, Range{10, 18}, contrast),
    choice(DoseKey::SkinCheck, skin_checks, house),
};
constexpr std::array ultrasound{
    needed(number(DoseKey::UltrasoundFrequency, "MHz", {1, 3}, any, sound)),
    needed(number(DoseKey::UltrasoundIntensity, "W/cm2", {0.05, 3}, Range{0.1, 2}, "IEC 60601-2-5; Cameron")),
    number(DoseKey::DutyCycle, "%", {5, 100}, Range{20, 100}, sound),
    number(DoseKey::Area, "cm2", {1, 100}, any, sound),
    number(DoseKey::HeadArea, "cm2", {0.5, 10}, Range{4, 5}, sound),
    number(
        DoseKey::BeamRatio, "", {1, 8}, Range{1, 6}, "electrotherapy.org, ultrasound dose calculations; IEC 60601-2-5"),
    choice(DoseKey::Coupling, couplings, sound),
};
// Typical values depend on the program: see DoseCautions.cpp.
constexpr std::array tens_unit{
    choice(DoseKey::Program, programs, tens),
    number(DoseKey::Frequency, "Hz", {1, 250}, any, tens),
    number(DoseKey::PulseWidth, "us", {20, 500}, any, tens),
    number(DoseKey::Intensity, "mA", {0, 100}, any, tens),
    number(DoseKey::Electrodes, "", {2, 4}, any, "device manuals"),
    electrode_placement(),
    number(DoseKey::BurstRate, "/s", {1, 10}, any, tens),
};

struct Row {
    Modality modality;
    std::span<DoseSpec const> specs;
    MinuteLimits minutes;
};
constexpr std::array rows{
    Row{Modality::Exercise, exercise, {1, 240, {}, {}, house}},
    Row{Modality::Massage, massage, {1, 60, 5, 15, house}},
    Row{Modality::Mobilization, mobilization, {1, 60, {}, {}, house}},
    Row{Modality::Manipulation, manipulation, {1, 60, {}, {}, house}},
    Row{Modality::LumbarTraction, lumbar_traction, {1, 40, 5, 30, saunders}},
    Row{Modality::CervicalTraction, cervical_traction, {1, 40, 5, 30, saunders}},
    Row{Modality::ManualTraction, manual_traction, {1, 60, {}, {}, house}},
    Row{Modality::HotPack, hot_pack, {1, 30, 15, 20, cameron}},
    Row{Modality::ColdPack, cold_pack, {1, 30, 10, 20, cameron}},
    Row{Modality::ContrastBath, contrast_bath, {5, 40, 20, 30, contrast}},
    Row{Modality::Ultrasound, ultrasound, {1, 20, 5, 10, sound}},
    Row{Modality::Tens, tens_unit, {1, 120, 20, 60, tens}},
};
static_assert([] {
    for (std::size_t i = 0; i < rows.size(); ++i)
        if (static_cast<std::size_t>(rows[i].modality) != i)
            return false;
    return true;
}());

struct Unit {
    std::string_view ucum, words;
};
constexpr std::array units{Unit{"deg", "°"}, Unit{"Cel", "°C"}, Unit{"us", "µs"}, Unit{"cm2", "cm²"},
    Unit{"W/cm2", "W/cm²"}, Unit{"/s", "bursts/s"}, Unit{"[lb_av]", "lb"}};

} // namespace

std::span<DoseSpec const> dose_specs(Modality modality) noexcept
{
    return rows[static_cast<std::size_t>(modality)].specs;
}

MinuteLimits minute_limits(Modality modality, Dose const& dose) noexcept
{
    // 5-10 min or to numbness; longer than 15 is a typing error.
    if (modality == Modality::ColdPack && dose.get(DoseKey::Technique) == dose::index(dose::ColdTechnique::IceMassage))
        return {1, 15, 5, 10, cameron};
    return rows[static_cast<std::size_t>(modality)].minutes;
}

std::string_view unit_in_words(std::string_view ucum) noexcept
{
    auto const unit = std::find_if(units.begin(), units.end(), [&](Unit const& u) { return u.ucum == ucum; });
    return unit == units.end() ? ucum : unit->words;
}

namespace dose {

std::string_view code(DoseKey key) noexcept
{
    return keys[static_cast<std::size_t>(key)].code;
}
std::string_view label(DoseKey key) noexcept
{
    return keys[static_cast<std::size_t>(key)].label;
}

std::optional<DoseKey> key_from_code(std::string_view code) noexcept
{
    for (auto const& key : keys)
        if (key.code == code)
            return key.value;
    return std::nullopt;
}

bool is_whole(DoseKey key) noexcept
{
    switch (key) {
    case DoseKey::Sets:
    case DoseKey::Reps:
    case DoseKey::Pressure:
    case DoseKey::Bouts:
    case DoseKey::Layers:
    case DoseKey::Electrodes:
    case DoseKey::PerWeek:
        return true;
    default:
        return false;
    }
}

DoseSpec const* find_spec(Modality modality, DoseKey key) noexcept
{
    for (DoseSpec const& spec : dose_specs(modality))
        if (spec.key == key)
            return &spec;
    return nullptr;
}

std::optional<double> contrast_minutes(std::span<Dose::Value const> values) noexcept
{
    double first = 0;
    std::optional<double> cold, hot, cycles;
    for (auto const& [key, value] : values) {
        if (key == DoseKey::FirstHot)
            first = value;
        else if (key == DoseKey::ColdMinutes)
            cold = value;
        else if (key == DoseKey::HotMinutes)
            hot = value;
        else if (key == DoseKey::Bouts)
            cycles = value;
    }
    if (!cold || !hot || !cycles)
        return std::nullopt;
    return first + *cycles * (*cold + *hot);
}

std::string with_unit(double value, std::string_view ucum)
{
    std::string out = wording::decimal(value, 2);
    std::string_view const unit = unit_in_words(ucum);
    if (!unit.empty() && ucum != "deg")
        out += ' ';
    return out.append(unit);
}

std::string value_in_words(DoseSpec const& spec, double value)
{
    auto const at = static_cast<std::size_t>(value);
    if (!spec.choices.empty() && value >= 0 && at < spec.choices.size())
        return std::string{spec.choices[at]};
    return with_unit(value, spec.unit);
}

} // namespace dose

} // namespace plumbline
