// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/store/Clinic.hpp"
#include "persistence/Database.hpp"
#include "persistence/Files.hpp"
#include "persistence/KeyFile.hpp"
#include "persistence/LoginGuard.hpp"

#include <filesystem>
#include <functional>
#include <memory>
#include <string>

namespace plumbline::persistence {

/// What the door needs from outside. Tests make passwords cheap and hold time still.
struct Environment {
    Clock const& clock;
    IdMaker& ids;
    PasswordCost cost{};
    std::function<Uptime()> uptime = system_uptime;
    std::filesystem::path state_folder{}; ///< For anchors of server clinics.
};

/// `$XDG_STATE_HOME/plumbline`, or its default.
[[nodiscard]] std::filesystem::path default_state_folder();

/// The place a clinic is kept in, entered but still locked.
class Premises {
public:
    virtual ~Premises() = default;
    [[nodiscard]] virtual KeyStore& keys() noexcept = 0;
    [[nodiscard]] virtual FailureStore& failures() noexcept = 0;
    /// The data, from now on readable. Throws BrokenWorld.
    [[nodiscard]] virtual Database& unlock(SecretKey const& clinic_key) = 0;
    /// Tells others who is inside.
    virtual void name_holder(std::string_view login, std::string_view since) = 0;
    /// The clinic file, or nothing on a server.
    [[nodiscard]] virtual ClinicFiles const* files() const noexcept = 0;
    /// How the server is reached, or empty for a file.
    [[nodiscard]] virtual std::string const& connection_string() const noexcept = 0;
};

/// Refuses with NotFound, Busy or Invalid.
[[nodiscard]] Result<std::unique_ptr<Premises>> enter(ClinicAddress const& address, Environment const& environment);

} // namespace plumbline::persistence
