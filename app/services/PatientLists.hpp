// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/clinical/Contraindications.hpp"
#include "domain/patients/Patient.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace plumbline::app {

/// Lists as people write them: one entry a line, its parts between semicolons. Empty lines are nothing, and no part is
/// ever dropped: what stands behind the last part belongs to it, or is a fault on the list's field.
/// A precaution that is the label or the code of a condition of the matrix becomes that condition; what follows a
/// semicolon is its note. Any other line is a precaution in the therapist's own words.
[[nodiscard]] std::vector<Precaution> precautions_from(std::string_view text);
/// `name; dose; reason; flag`, the flag by its label.
[[nodiscard]] std::vector<Medication> medications_from(std::string_view text, Faults& faults);
/// `substance; reaction`
[[nodiscard]] std::vector<Allergy> allergies_from(std::string_view text);

[[nodiscard]] std::string text_of(std::vector<Precaution> const& precautions);
[[nodiscard]] std::string text_of(std::vector<Medication> const& medications);
[[nodiscard]] std::string text_of(std::vector<Allergy> const& allergies);

} // namespace plumbline::app
