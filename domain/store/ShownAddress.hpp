// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/store/Clinic.hpp"

#include <string>

namespace plumbline {

/// The address as people may see it: without the password that a server's address can carry.
[[nodiscard]] std::string shown(ClinicAddress const& address);

} // namespace plumbline
