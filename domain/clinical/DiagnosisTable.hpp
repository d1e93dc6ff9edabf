// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/clinical/Diagnosis.hpp"

/// The table behind Diagnosis.hpp, for the files of this room only.
namespace plumbline::icd {

/// By group, the everyday codes first.
[[nodiscard]] std::span<DiagnosisCode const> codes() noexcept;

} // namespace plumbline::icd
