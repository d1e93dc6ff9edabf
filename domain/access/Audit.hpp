// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/core/Id.hpp"
#include "domain/core/Time.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace plumbline {

enum class AuditEvent {
    Login,
    LoginFailed,
    Logout,
    Lock,
    Unlock,
    PasswordChanged,
    UserAdded,
    UserChanged,
    Read,
    Create,
    Change,
    Sign,
    Addend,
    Delete,
    Print,
    Export,
    Import,
    Backup,
    Restore,
    Denied,
    Migrate,
    ClinicCreated
};
[[nodiscard]] std::string_view code(AuditEvent event) noexcept;
[[nodiscard]] std::string_view label(AuditEvent event) noexcept; ///< `Signed`
[[nodiscard]] std::optional<AuditEvent> audit_event_from_code(std::string_view code) noexcept;

/// What one person did, kept for ever. The detail names fields and ids, never findings or names.
struct AuditEntry {
    Instant at;
    std::optional<UserId> user;
    std::string login;
    AuditEvent event = AuditEvent::Read;
    std::string entity; ///< `patient`, `visit` ...; empty for logins.
    std::int64_t entity_id = 0;
    std::optional<PatientId> patient;
    std::string detail;
    std::string program_version;
    friend bool operator==(AuditEntry const&, AuditEntry const&) = default;
};

/// The link of the chain an entry became. mac is lower-case hex of HMAC-SHA-256.
struct AuditLink {
    std::int64_t seq = 0;
    AuditEntry entry;
    std::string mac;
};

struct AuditVerdict {
    bool ok = true;
    std::int64_t entries = 0;
    std::optional<std::int64_t> first_bad_seq;
    std::string head_mac;
};

/// Which links of the chain; what is not said does not matter.
struct AuditWish {
    std::string login{};
    std::optional<PatientId> patient{};
    std::optional<Instant> from{}, before{}; ///< From then on, and earlier than that.
    friend bool operator==(AuditWish const&, AuditWish const&) = default;
};

/// The clinic's audit chain. Append-only: there is no way to change or remove a link.
class AuditTrail {
public:
    virtual ~AuditTrail() = default;
    virtual void append(AuditEntry const& entry) = 0;
    /// Newest first, after an optional seq for paging.
    [[nodiscard]] virtual std::vector<AuditLink> latest(
        int limit, std::optional<std::int64_t> before_seq = {}) const = 0;
    [[nodiscard]] virtual std::vector<AuditLink> of_patient(PatientId patient, int limit) const = 0;
    [[nodiscard]] virtual std::vector<AuditLink> find(
        AuditWish const& wish, int limit, std::optional<std::int64_t> before_seq = {}) const = 0;
};

} // namespace plumbline
