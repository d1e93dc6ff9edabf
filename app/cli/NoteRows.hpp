// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/Typed.hpp"
#include "app/services/NoteDraft.hpp"
#include "app/services/VisitNotes.hpp"

#include <string>
#include <vector>

namespace plumbline::app::cli {

/// A row of the flowsheet as it stands behind `--row`: `ultrasound minutes=8 ultrasound-frequency=1`. Besides minutes,
/// code and the like, its keys are those of the modality's own dose.
struct TypedRow {
    NoteDraft::Row row;
    bool region_given = false, side_given = false;
    std::string timed; ///< `yes`, `no`, or empty: as the fee schedule says.
};
[[nodiscard]] TypedRow row_from(std::string const& text, Typed& typed);
/// What the clinic adds to it: its fee schedule, the place of the complaint, who gives it.
[[nodiscard]] NoteDraft::Row completed(
    TypedRow typed, std::vector<ServiceCode> const& fee_schedule, Episode const& episode, UserId provider);

/// A visit as `visit show` prints it: note, rows with what speaks against them, units under the payer's rule, signature.
[[nodiscard]] Json visit_json(Records const& records, OpenNote const& note);
void tell_visit(std::ostream& out, Json const& visit);

} // namespace plumbline::app::cli
