// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/clinical/Contraindications.hpp"

#include <array>

/// The matrix behind Contraindications.hpp, for the files of this room only.
namespace plumbline::contraindications {

/// Columns of the matrix: exercise, massage, mobilization, manipulation, traction, heat, cold, contrast bath,
/// electrical stimulation, ultrasound.
enum class Column { Ex, Ma, Mo, Mn, Tr, He, Co, Cb, Es, Us };

/// One character a column: X anywhere, L over or near the part, P precaution, a dot for no restriction.
struct Row {
    Condition condition;
    std::string_view cells;
};
inline constexpr std::size_t row_count = 40;
[[nodiscard]] std::array<Row, row_count> const& rows() noexcept;

} // namespace plumbline::contraindications
