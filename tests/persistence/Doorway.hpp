// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "persistence/SociDoor.hpp"
#include "tests/support/FixedClock.hpp"
#include "tests/support/TemporaryFolder.hpp"

#include <memory>
#include <string>

namespace plumbline::testing {

/// The cheapest password that libsodium allows: tests try many.
inline constexpr persistence::PasswordCost cheap{1, 8192};

/// A clock, a folder and a door: all that a clinic file needs. The computer's own uptime goes with the clock
/// unless a test moves it apart.
class Doorway {
public:
    static constexpr char const* owner = "dana";
    static constexpr char const* password = "correct horse battery";

    Doorway();

    [[nodiscard]] ClinicAddress address(std::string const& name = "clinic.plumbline") const;
    [[nodiscard]] static NewClinic new_clinic();
    [[nodiscard]] persistence::Environment environment();

    /// Makes the clinic; the recovery code.
    std::string make(ClinicAddress const& at);
    std::string make() { return make(address()); }
    std::unique_ptr<OpenClinic> open(ClinicAddress const& at);
    std::unique_ptr<OpenClinic> open() { return open(address()); }

    TemporaryFolder folder;
    FixedClock clock;
    IdMaker ids{clock};
    std::string boot = "first start";
    std::int64_t uptime_offset = 0;
    persistence::SociDoor door;
};

/// What a refusal says; empty for a success.
template <class T>
[[nodiscard]] std::string why(Result<T> const& result)
{
    return result ? std::string{} : result.error().message.english();
}

/// A patient whose family name is the word.
[[nodiscard]] Patient patient_called(PatientId id, std::string const& family);
/// Saves a patient of that family name.
PatientId keep_patient(OpenClinic& clinic, IdMaker& ids, std::string const& family);
/// A plain link for the audit trail.
[[nodiscard]] AuditEntry entry_for(OpenClinic& clinic, Clock const& clock, std::string detail);

} // namespace plumbline::testing
