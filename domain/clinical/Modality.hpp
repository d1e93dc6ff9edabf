// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/core/Result.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace plumbline {

/// What is done to or with the patient. Manipulation is grade V thrust; Mobilization grades I to IV.
enum class Modality {
    Exercise,
    Massage,
    Mobilization,
    Manipulation,
    LumbarTraction,
    CervicalTraction,
    ManualTraction,
    HotPack,
    ColdPack,
    ContrastBath,
    Ultrasound,
    Tens
};
/// Where on the body; decides local contraindications and the wording of reports.
enum class Region { LowBack, UpperBack, Neck, Coccyx, Pelvis, Hip, Other };
enum class Side { None, Left, Right, Both };

[[nodiscard]] std::span<Modality const> all_modalities() noexcept;
[[nodiscard]] std::span<Region const> all_regions() noexcept;
[[nodiscard]] std::span<Side const> all_sides() noexcept;
[[nodiscard]] std::string_view code(Modality) noexcept; ///< `hot-pack`
[[nodiscard]] std::string_view code(Region) noexcept;   ///< `low-back`
[[nodiscard]] std::string_view code(Side) noexcept;     ///< `left`; empty for None
[[nodiscard]] std::string_view label(Modality) noexcept;
[[nodiscard]] std::string_view label(Region) noexcept;
[[nodiscard]] std::string_view label(Side) noexcept; ///< `left`: it follows the dose in a sentence
/// Whether its service is counted in 15-minute units: therapeutic procedures and modalities under constant attendance
/// are, supervised ones (packs, traction by machine, unattended stimulation) are not (AMA CPT; CMS Pub. 100-04 ch. 5
/// section 20.2). The clinic's fee schedule may say otherwise for its own code.
[[nodiscard]] bool is_timed(Modality) noexcept;
/// Where it is given when nothing else is said: traction by machine where its name says, all else where the complaint is.
[[nodiscard]] Region usual_region(Modality modality, Region complaint) noexcept;
[[nodiscard]] Result<Modality> modality_from_code(std::string_view code);
[[nodiscard]] Result<Region> region_from_code(std::string_view code);
[[nodiscard]] Result<Side> side_from_code(std::string_view code);

/// Every number or choice a dose can hold. One key means one quantity in one unit, everywhere.
enum class DoseKey {
    Sets,
    Reps,
    Hold,
    Load,
    Effort,
    Technique,
    Pressure,
    Grade,
    Segment,
    Direction,
    Bouts,
    BoutSeconds,
    Force,
    BodyWeight,
    Mode,
    HoldTime,
    RestTime,
    Position,
    Angle,
    Layers,
    Temperature,
    HotTemperature,
    ColdTemperature,
    SkinCheck,
    Program,
    Frequency,
    PulseWidth,
    Intensity,
    Electrodes,
    UltrasoundFrequency,
    UltrasoundIntensity,
    DutyCycle,
    Area,
    HeadArea,
    Consent,
    PerWeek,
    Cavitation,
    BurstRate,
    BeamRatio,
    Coupling,
    RatedExertion,
    PatientWeight,
    FirstHot,
    ColdMinutes,
    HotMinutes,
    Placement,
    count_
};

/// One parameter of a modality: unit, choices, what is typical (warn outside) and what is possible
/// (refuse outside). Source names the reference in the fact book 3.1.
struct DoseSpec {
    DoseKey key;
    std::string_view code;                     ///< `pulse-width`, as stored.
    std::string_view label;                    ///< `Pulse width`
    std::string_view unit;                     ///< UCUM or empty.
    std::span<std::string_view const> choices; ///< Non-empty: the value is an index into it.
    double hard_low, hard_high;
    std::optional<double> typical_low, typical_high;
    bool required;
    std::string_view source;
    std::string_view advice{}; ///< What is never done, said beside the field; English, marked.
};
[[nodiscard]] std::span<DoseSpec const> dose_specs(Modality modality) noexcept;

struct MinuteLimits {
    int hard_low, hard_high;
    std::optional<int> typical_low, typical_high;
    std::string_view source;
};
/// The parameters of one intervention, checked against the hard limits of its modality.
class Dose {
public:
    using Value = std::pair<DoseKey, double>;
    Dose() = default;
    /// Values in any order; refuses a key the modality does not have, a value outside the hard limits,
    /// a missing required one, and combinations the fact book refuses (field names the spec's code).
    [[nodiscard]] static Result<Dose> of(Modality modality, std::vector<Value> values);
    /// From the canonical text; keys unknown to this program version are refused.
    [[nodiscard]] static Result<Dose> parse(Modality modality, std::string_view canonical);
    /// `sets=3;reps=8;hold=10`: keys in DoseKey order, shortest decimal; stored and sealed in this form.
    [[nodiscard]] std::string canonical() const;

    [[nodiscard]] std::optional<double> get(DoseKey key) const noexcept;
    [[nodiscard]] std::vector<Value> const& values() const noexcept { return values_; }
    friend bool operator==(Dose const&, Dose const&) = default;

private:
    explicit Dose(std::vector<Value> values);
    std::vector<Value> values_;
};

/// Of a modality given in this dose: ice massage is shorter than an ice pack.
[[nodiscard]] MinuteLimits minute_limits(Modality modality, Dose const& dose = {}) noexcept;

/// As a therapist writes it: `3 x 8, hold 10 s`, `grade III, 3 x 45 s`, `22 kg, 60:20 s`.
[[nodiscard]] std::string in_words(Modality modality, Dose const& dose);
/// Values outside the typical range, each a sentence with its source. Warnings, not refusals.
[[nodiscard]] std::vector<Message> cautions(Modality modality, Dose const& dose, int minutes);

/// One minute for each head's width of the field, times the parts of the pulse (electrotherapy.org): 2 heads
/// at 1:4 take 10 minutes. Unset without both areas; continuous unless the duty cycle says otherwise.
[[nodiscard]] std::optional<double> suggested_ultrasound_minutes(Dose const& dose);
/// What the cycles of a contrast bath add up to: hot first, then cold and hot in turn. Unset until all are given.
[[nodiscard]] std::optional<double> contrast_bath_minutes(Dose const& dose);
/// A UCUM unit as people read it: `°C`, `µs`, `W/cm²`.
[[nodiscard]] std::string_view unit_in_words(std::string_view ucum) noexcept;

/// Unit conversions, exact by definition.
[[nodiscard]] constexpr double kg_from_lb(double lb) noexcept
{
    return lb * 0.45359237;
}
[[nodiscard]] constexpr double celsius_from_fahrenheit(double f) noexcept
{
    return (f - 32) * 5 / 9;
}

} // namespace plumbline
