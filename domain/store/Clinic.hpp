// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/store/Store.hpp"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace plumbline {

/// A file path, or `postgresql://...` for a clinic that outgrew one workstation.
struct ClinicAddress {
    std::string text;
    [[nodiscard]] bool is_server() const noexcept { return text.starts_with("postgresql://"); }
};

struct NewClinic {
    std::string name, address, phone, npi;
    std::string zone; ///< IANA name, such as `America/New_York`.
    User::Details owner;
    std::string password;
    bool demo = false;
};

struct BackupReceipt {
    std::string file;
    std::string sha256;
    bool verified = false;
    std::int64_t patients = 0, visits = 0, audit_entries = 0;
};

struct CheckReport {
    bool ok = true;
    std::vector<std::string> problems; ///< Without patient data.
};

/// A clinic someone has logged in to. Every member belongs to the database thread.
class OpenClinic {
public:
    virtual ~OpenClinic() = default;
    [[nodiscard]] virtual Store& store() noexcept = 0;
    [[nodiscard]] virtual Actor const& actor() const noexcept = 0;
    /// The one who locked the screen comes back. Failed tries delay as at login.
    [[nodiscard]] virtual Result<void> unlock(std::string const& password) = 0;
    [[nodiscard]] virtual Result<void> change_password(
        std::string const& old_password, std::string const& new_password) = 0;
    /// Adds the user's record and key slot, or a new password for an existing one. Owner only.
    [[nodiscard]] virtual Result<void> admit(User const& user, std::string const& password) = 0;
    /// Removes the key slot and deactivates the user; the last owner cannot be dismissed.
    [[nodiscard]] virtual Result<void> dismiss(UserId user) = 0;
    /// Encrypted copy while work goes on, verified by restoring it aside.
    [[nodiscard]] virtual Result<BackupReceipt> backup(std::string const& file) = 0;
    /// Schema, integrity, foreign keys, seals, audit chain.
    [[nodiscard]] virtual CheckReport check() = 0;
    [[nodiscard]] virtual AuditVerdict verify_audit() = 0;
    /// Housekeeping when nobody waits (WAL checkpoint). Cheap when there is nothing to do.
    virtual void rest() = 0;
};

/// What a refusal says after too many wrong passwords; its argument is how many seconds to wait.
inline constexpr std::string_view wait_before_next_try =
    tr_noop("Too many wrong passwords. Wait {0} seconds and try again.");
/// The seconds of such a refusal; 0 for any other.
[[nodiscard]] int seconds_to_wait(Refusal const& refusal) noexcept;

/// The door: making, opening, recovering and restoring clinics. Refusals: NotFound (no such clinic),
/// NotAllowed (wrong name or password, or too many tries: the message says how long to wait),
/// Busy (another process has it; the message says who), Invalid (damaged, read-only, network disk, disk full).
class ClinicDoor {
public:
    virtual ~ClinicDoor() = default;
    /// The recovery code, shown once. Refuses to overwrite.
    [[nodiscard]] virtual Result<std::string> create(ClinicAddress const& address, NewClinic const& clinic) = 0;
    /// What lies in a clinic before anybody enters it.
    using Furnish = std::function<Result<void>(OpenClinic&)>;
    /// The same with something in it. A file takes its place when all of it is there: what fails or is killed in the
    /// middle leaves no clinic behind. A server has its clinic from the beginning.
    [[nodiscard]] virtual Result<std::string> create_furnished(
        ClinicAddress const& address, NewClinic const& clinic, Furnish const& furnish) = 0;
    [[nodiscard]] virtual Result<std::unique_ptr<OpenClinic>> open(
        ClinicAddress const& address, std::string const& login, std::string const& password) = 0;
    /// With the printed code: sets a new password for the login and opens.
    [[nodiscard]] virtual Result<std::unique_ptr<OpenClinic>> recover(ClinicAddress const& address,
        std::string const& recovery_code, std::string const& login, std::string const& new_password) = 0;
    [[nodiscard]] virtual bool exists(ClinicAddress const& address) const = 0;
    /// Makes a clinic file from a verified backup; never over an existing one.
    [[nodiscard]] virtual Result<BackupReceipt> restore(
        std::string const& file, ClinicAddress const& to, std::string const& login, std::string const& password) = 0;
};

/// Password quality: at least 10 characters and not in the obvious ones (`demo` is allowed in a demo clinic only).
enum class PasswordStrength { Refused, Weak, Fair, Strong };
[[nodiscard]] PasswordStrength password_strength(std::string_view password, std::string_view login) noexcept;
[[nodiscard]] Result<void> acceptable_password(std::string_view password, std::string_view login);

} // namespace plumbline
