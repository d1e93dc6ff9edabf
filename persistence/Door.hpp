// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/core/IdMaker.hpp"
#include "domain/store/Clinic.hpp"

#include <memory>

namespace plumbline::persistence {

/// The door to clinics in files and on servers. The only header of this room that main.cpp needs. Clock and
/// ids must outlive the door and every clinic it opened.
[[nodiscard]] std::unique_ptr<ClinicDoor> make_door(Clock const& clock, IdMaker& ids);

} // namespace plumbline::persistence
