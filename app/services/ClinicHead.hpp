// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/store/Records.hpp"
#include "reports/content/ClinicLines.hpp"

namespace plumbline::app {

/// What stands in the head of everything the clinic prints.
[[nodiscard]] reports::ClinicLines clinic_lines(Settings const& settings);

} // namespace plumbline::app
