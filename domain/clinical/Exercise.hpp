// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/clinical/Modality.hpp"

#include <span>
#include <string_view>
#include <vector>

namespace plumbline {

/// One exercise of the library; dosage as first prescribed, editable at every visit.
struct Exercise {
    std::string_view id; ///< `E01`
    std::string_view name, category, position;
    std::string_view sets, reps, hold_seconds, minutes, per_week; ///< As printed: `8-12`; empty when none.
    bool per_side;
    std::string_view progress, regress;
    std::string_view flags; ///< Parted by spaces: `FLEX KNEE`.
    std::string_view source;
};
[[nodiscard]] std::span<Exercise const> exercises() noexcept;
[[nodiscard]] Exercise const* find_exercise(std::string_view id) noexcept;
[[nodiscard]] std::vector<Exercise const*> find_exercises(std::string_view text, std::size_t limit);
/// First dose: the lower end of each printed range. Exercises done by the minute have no sets.
[[nodiscard]] Dose starting_dose(Exercise const& exercise);
/// The library's flags (`FLEX` loaded flexion, `EXT`, `ROT`, `PRONE`, `SUPINE`, `VALS`, `NEUR`, `BAL`, `OSTEO`, `WOUND`)
/// against the patient's condition codes and ICD-10-CM codes, one sentence a flag. Warnings, not refusals.
[[nodiscard]] std::vector<Message> exercise_cautions(
    Exercise const& exercise, std::span<std::string const> conditions, std::span<std::string const> diagnoses);

} // namespace plumbline
