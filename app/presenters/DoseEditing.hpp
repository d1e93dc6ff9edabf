// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/presenters/VisitNotePresenter.hpp"

#include <string>
#include <string_view>

namespace plumbline::app {

/// The fields of a modality's dose with what the row has now.
[[nodiscard]] DoseEditor dose_editor(std::size_t row, Intervention::Details const& details);
/// What was typed, as a dose; every fault names its field.
[[nodiscard]] Result<Dose> dose_from(DoseEditor const& editor, Modality modality);
void show_dose_faults(DoseEditor& editor, Refusal const& refusal);

/// True when a word of the text begins as typed, case-blind in ASCII; always for nothing typed.
[[nodiscard]] bool starts_a_word(std::string_view text, std::string_view typed);

} // namespace plumbline::app
