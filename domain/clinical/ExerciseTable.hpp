// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/clinical/Exercise.hpp"

/// The table behind Exercise.hpp, for the files of this room only.
namespace plumbline::library {

[[nodiscard]] std::span<Exercise const> exercises() noexcept;

} // namespace plumbline::library
