// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/services/Context.hpp"
#include "domain/store/Clinic.hpp"

#include <cstdint>
#include <functional>
#include <string_view>

namespace plumbline::app {

struct DemoCounts {
    std::int64_t patients = 0, visits = 0, appointments = 0;
};

/// Login and password of every demo clinic's owner. No other clinic accepts it as a password.
[[nodiscard]] std::string_view demo_clinic_login() noexcept;
/// The demo clinic's identity, marked DEMO everywhere.
[[nodiscard]] NewClinic demo_clinic();

/// Makes a demo clinic where none is yet and fills it; what is stopped in the middle leaves none.
[[nodiscard]] Result<DemoCounts> make_demo_clinic(ClinicDoor& door, ClinicAddress const& address, Clock const& clock,
    IdMaker& ids, int patients, std::uint64_t seed, std::function<void(int)> const& progress);

/// Fills a fresh demo clinic: same seed, size and day, same content. Commits in batches, so memory stays bounded;
/// progress is told the patients done so far.
[[nodiscard]] Result<DemoCounts> fill_demo_clinic(OpenClinic& clinic, Context const& context, int patients,
    std::uint64_t seed, std::function<void(int)> const& progress);

/// The day of a demo clinic as it looks when it is opened: who is here has arrived a few minutes ago by the wall
/// clock, and a day that nobody has touched yet stands at a quarter to eleven. Nothing happens to another clinic.
[[nodiscard]] Result<void> wake_demo_clinic(OpenClinic& clinic, Context const& context);

} // namespace plumbline::app
