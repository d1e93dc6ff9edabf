// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/presenters/VisitNotePresenter.hpp"

#include <string>
#include <string_view>

namespace plumbline::app {

/// The fields of a modality's dose, and the row's own, with what the row has now.
[[nodiscard]] DoseEditor dose_editor(std::size_t row, NoteDraft::Row const& of);
/// What was typed, as a dose; every fault names its field. Kilograms may be typed in pounds: `180 lb`.
[[nodiscard]] Result<Dose> dose_from(DoseEditor const& editor, Modality modality);
/// Each fault beside its field; those that belong to none beside the first.
void show_row_faults(DoseEditor& editor, Refusal const& refusal);

/// What was typed as a code: the number itself, or the one line of the fee schedule whose label has a word that begins
/// so. Without a fee schedule any number is right.
[[nodiscard]] Result<ServiceCode> code_meant(std::vector<ServiceCode> const& fee_schedule, RowFields const& typed);
/// Codes whose number or label has a word that begins as typed.
[[nodiscard]] std::vector<ServiceCode> codes_like(std::vector<ServiceCode> const& fee_schedule, std::string_view typed);

/// True when a word of the text begins as typed, case-blind in ASCII; always for nothing typed.
[[nodiscard]] bool starts_a_word(std::string_view text, std::string_view typed);

} // namespace plumbline::app
