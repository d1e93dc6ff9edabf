// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "persistence/AuditChain.hpp"
#include "persistence/Secret.hpp"

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace plumbline::persistence {

/// What a guess of a password costs. Stored in each slot, so that it can rise without locking anybody out.
struct PasswordCost {
    std::uint64_t passes = 3;
    std::size_t memory = std::size_t{64} * 1024 * 1024; ///< Argon2id, OWASP Password Storage: at least 19 MiB, t=2.
    friend bool operator==(PasswordCost const&, PasswordCost const&) = default;
};

/// The clinic's key, locked with one person's password: Argon2id makes the key of an XChaCha20-Poly1305 box
/// that is bound to the clinic and the login.
struct KeySlot {
    PasswordCost cost;
    std::array<unsigned char, 16> salt{};
    std::array<unsigned char, 24> nonce{};
    std::array<unsigned char, SecretKey::size + 16> box{};
    friend bool operator==(KeySlot const&, KeySlot const&) = default;
};

[[nodiscard]] KeySlot lock_key(SecretKey const& clinic_key, std::string_view clinic_id, std::string_view login,
    std::string_view password, PasswordCost cost);
/// Nothing when the password is wrong or the slot was changed or moved to another login.
[[nodiscard]] std::optional<SecretKey> unlock_key(
    KeySlot const& slot, std::string_view clinic_id, std::string_view login, std::string_view password);
/// Costs what a wrong password costs, so that a login that does not exist cannot be told by the clock.
void unlock_nothing(std::string_view password, PasswordCost cost);

/// The slot of the printed code; no login can be called this.
inline constexpr std::string_view recovery_login = "(recovery)";

/// 200 random bits as eight groups of five, in Crockford's base 32: no I, L, O or U.
[[nodiscard]] std::string make_recovery_code();
/// What a person copied from paper: any case, spaces or dashes, O for 0, I or L for 1.
[[nodiscard]] std::string tidy_recovery_code(std::string_view typed);

/// Everything that opens a clinic, and nothing that opens it without a password.
struct KeyRing {
    std::string clinic_id; ///< 16 random bytes in hex.
    std::map<std::string, KeySlot, std::less<>> slots;
    std::optional<AuditAnchor> anchor;
    std::string anchor_seal; ///< HMAC of the anchor: without the clinic's key it cannot be moved back.
};

[[nodiscard]] std::string seal_of(AuditAnchor const& anchor, std::string_view clinic_id, SecretKey const& clinic_key);
/// False also when there is no anchor.
[[nodiscard]] bool anchor_is_genuine(KeyRing const& ring, SecretKey const& clinic_key);

[[nodiscard]] std::string to_text(KeySlot const& slot);
[[nodiscard]] std::optional<KeySlot> slot_from_text(std::string_view text);
[[nodiscard]] std::string to_text(KeyRing const& ring);
/// Nothing when it is not a key ring of this version.
[[nodiscard]] std::optional<KeyRing> ring_from_text(std::string_view text);

/// Where a clinic keeps its ring. Slots change one by one, since other workstations may change theirs.
class KeyStore {
public:
    virtual ~KeyStore() = default;
    /// Throws DataDamaged when it is not readable as a ring.
    [[nodiscard]] virtual std::optional<KeyRing> load() = 0;
    virtual void found(KeyRing const& ring) = 0;
    virtual void put_slot(std::string const& login, KeySlot const& slot) = 0;
    virtual void drop_slot(std::string const& login) = 0;
    virtual void put_anchor(AuditAnchor const& anchor, std::string const& seal) = 0;
};

} // namespace plumbline::persistence
