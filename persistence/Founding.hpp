// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "persistence/Premises.hpp"

#include <string>

namespace plumbline::persistence {

/// Makes a clinic whole before anybody can see it. The recovery code, which is kept nowhere.
[[nodiscard]] Result<std::string> found_in_file(
    ClinicAddress const& address, NewClinic const& clinic, Environment const& environment);
[[nodiscard]] Result<std::string> found_on_server(
    ClinicAddress const& address, NewClinic const& clinic, Environment const& environment);

/// Puts a finished database and its keys in the place of a clinic that is not there yet. Refuses with Conflict
/// when one is.
[[nodiscard]] Result<void> move_in(Scratch& database, KeyRing const& ring, ClinicFiles const& files);

/// Refuses where a clinic is already, or where none can live.
[[nodiscard]] Result<Holder> claim(ClinicFiles const& files);

} // namespace plumbline::persistence
