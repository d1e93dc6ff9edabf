// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/access/Audit.hpp"
#include "persistence/Secret.hpp"
#include "persistence/Session.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace plumbline::persistence {

/// Where the chain stood when it was last known to be whole. Kept outside the database, since a chain alone
/// cannot show that its end was cut off.
struct AuditAnchor {
    std::int64_t seq = 0;
    std::string mac;
    friend bool operator==(AuditAnchor const&, AuditAnchor const&) = default;
};

/// mac = HMAC-SHA-256(key, seq as 8 bytes, big end first || previous mac || canonical entry); the first link
/// follows 32 zero bytes. Lower-case hex.
[[nodiscard]] std::string audit_mac(
    AuditKey const& key, std::int64_t seq, std::string_view previous_mac, AuditEntry const& entry);

/// The rows of the table `audit`.
class SociAuditTrail final : public AuditTrail {
public:
    SociAuditTrail(Session& session, AuditKey const& key) noexcept
        : session_{session}
        , key_{key}
    {
    }
    void append(AuditEntry const& entry) override;
    [[nodiscard]] std::vector<AuditLink> latest(int limit, std::optional<std::int64_t> before_seq) const override;
    [[nodiscard]] std::vector<AuditLink> of_patient(PatientId patient, int limit) const override;
    [[nodiscard]] std::vector<AuditLink> find(
        AuditWish const& wish, int limit, std::optional<std::int64_t> before_seq) const override;

private:
    Session& session_;
    AuditKey const& key_;
};

/// The last link, or seq 0 when the chain is empty.
[[nodiscard]] AuditAnchor audit_head(Session& session);

/// Recomputes the whole chain, in the order of seq, and holds it against the anchor. first_bad_seq is the first
/// link that is missing, changed or should not be there.
[[nodiscard]] AuditVerdict verify_audit(
    Session& session, AuditKey const& key, std::optional<AuditAnchor> const& anchor);

/// True when the link that the anchor names is in the chain as the anchor knows it.
[[nodiscard]] bool holds(Session& session, AuditAnchor const& anchor);

/// True while the triggers that make the table append-only are in place.
[[nodiscard]] bool audit_is_guarded(Session& session);

} // namespace plumbline::persistence
