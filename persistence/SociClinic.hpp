// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "persistence/Premises.hpp"

#include <map>
#include <memory>
#include <optional>
#include <string>

namespace plumbline::persistence {

/// A clinic someone is logged in to.
class SociClinic final : public OpenClinic {
public:
    /// Unlocks the premises, climbs the migrations (after a verified backup) and lets the person in, if the
    /// clinic still knows them. The ring is the one the key came from.
    [[nodiscard]] static Result<std::unique_ptr<SociClinic>> open(std::unique_ptr<Premises> premises,
        Environment environment, SecretKey const& clinic_key, KeyRing const& ring, std::string const& login);
    ~SociClinic() override;

    [[nodiscard]] Store& store() noexcept override { return database_; }
    [[nodiscard]] Actor const& actor() const noexcept override { return actor_; }
    [[nodiscard]] Result<void> unlock(std::string const& password) override;
    [[nodiscard]] Result<void> change_password(
        std::string const& old_password, std::string const& new_password) override;
    [[nodiscard]] Result<void> admit(User const& user, std::string const& password) override;
    [[nodiscard]] Result<void> dismiss(UserId user) override;
    [[nodiscard]] Result<BackupReceipt> backup(std::string const& file) override;
    [[nodiscard]] CheckReport check() override;
    [[nodiscard]] AuditVerdict verify_audit() override;
    void rest() override;

    /// For the door, which has proof of another kind: a new password for the one who is let in.
    [[nodiscard]] Result<void> put_password(std::string const& password);
    /// Locks the slot anew when passwords cost more to guess now than when it was made.
    void strengthen_slot(PasswordCost made_with, std::string const& password);
    /// Writes what happened at the door, failures of everybody first, and moves the anchor up to it.
    void welcome(AuditEvent event, std::string const& detail, std::map<std::string, int> const& failures);

private:
    SociClinic(std::unique_ptr<Premises> premises, Environment environment, SecretKey const& clinic_key,
        Database& database, Actor actor);
    [[nodiscard]] Result<void> prove(std::string const& password);
    [[nodiscard]] Result<void> suitable(std::string const& password, std::string const& login) const;
    void judge_anchor(KeyRing const& ring);
    void advance_anchor();
    void note(AuditEvent event, std::string detail = {});
    void lock_slot(std::string const& login, std::string const& password);
    [[nodiscard]] KeyRing ring();

    std::unique_ptr<Premises> premises_;
    Environment environment_;
    SecretKey clinic_key_;
    AuditKey audit_key_;
    Database& database_;
    Actor actor_;
    std::optional<AuditAnchor> anchor_;
    /// The anchor is missing or forged, or the chain does not hold it. It then stays as it is, as evidence.
    bool anchor_broken_ = false;
};

} // namespace plumbline::persistence
