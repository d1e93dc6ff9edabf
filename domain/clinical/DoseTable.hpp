// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/clinical/Modality.hpp"

#include <string>
#include <string_view>

/// The parameter table behind Modality.hpp, for the files of this room only.
namespace plumbline::dose {

/// The one name of a key, whatever the modality.
[[nodiscard]] std::string_view code(DoseKey key) noexcept;
[[nodiscard]] std::string_view label(DoseKey key) noexcept;
[[nodiscard]] std::optional<DoseKey> key_from_code(std::string_view code) noexcept;
/// Counted things: sets, repetitions, bouts.
[[nodiscard]] bool is_whole(DoseKey key) noexcept;

[[nodiscard]] DoseSpec const* find_spec(Modality modality, DoseKey key) noexcept;

/// Positions in the choices that rules and wording speak of.
enum class TractionMode { Static, Intermittent };
enum class TensProgram { Conventional, AcupunctureLike, Burst, Modulated, BriefIntense };
enum class ColdTechnique { IcePack, IceMassage };
enum class SkinCheck { NotDone, Normal, Changed };
enum class ConsentGiven { No, Yes };
[[nodiscard]] constexpr double index(auto choice) noexcept
{
    return static_cast<double>(choice);
}

/// Kilograms that a device pulls at most: 200 lb lumbar, 45 lb cervical (Saunders traction guide; Cameron).
[[nodiscard]] constexpr double greatest_pull(Modality modality) noexcept
{
    return kg_from_lb(modality == Modality::CervicalTraction ? 45 : 200);
}

/// Of a contrast bath; unset until cycles, hot and cold minutes are given.
[[nodiscard]] std::optional<double> contrast_minutes(std::span<Dose::Value const> values) noexcept;

/// `22 kg`, `24°`, `50 %`
[[nodiscard]] std::string with_unit(double value, std::string_view ucum);
/// The text of a choice, or the number with its unit.
[[nodiscard]] std::string value_in_words(DoseSpec const& spec, double value);

} // namespace plumbline::dose
