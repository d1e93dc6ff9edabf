// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/store/Clinic.hpp"
#include "tests/support/MemoryRecords.hpp"

#include <optional>

namespace plumbline::testing {

/// A store without a disk, for tests of services and presenters. A refused or broken write leaves no trace.
class MemoryStore final : public Store {
public:
    MemoryStore();
    MemoryStore(MemoryStore const&) = delete;
    MemoryStore& operator=(MemoryStore const&) = delete;

    /// For a test to arrange and to look, past any transaction.
    [[nodiscard]] MemoryState& state() noexcept { return state_; }
    [[nodiscard]] Records& records() noexcept { return records_; }
    [[nodiscard]] int committed() const noexcept { return committed_; }

    /// The nth write from now on (1 is the next) finds the disk full after its work was done.
    void break_at_write(int nth) noexcept { writes_until_broken_ = nth; }

protected:
    void write_all(std::function<bool(Records&)> const& work) override;
    void read_all(std::function<void(Records const&)> const& work) override;

private:
    MemoryState state_;
    MemoryRecords records_;
    int committed_ = 0;
    std::optional<int> writes_until_broken_;
};

/// A clinic without a file. Its password is kept in clear and compared as it is; a backup writes nothing.
class MemoryClinic final : public OpenClinic {
public:
    explicit MemoryClinic(Actor actor, std::string password = "quiet harbor lamp");

    [[nodiscard]] MemoryStore& store() noexcept override { return store_; }
    [[nodiscard]] Actor const& actor() const noexcept override { return actor_; }
    [[nodiscard]] Result<void> unlock(std::string const& password) override;
    [[nodiscard]] Result<void> change_password(
        std::string const& old_password, std::string const& new_password) override;
    [[nodiscard]] Result<void> admit(User const& user, std::string const& password) override;
    [[nodiscard]] Result<void> dismiss(UserId user) override;
    [[nodiscard]] Result<BackupReceipt> backup(std::string const& file) override;
    [[nodiscard]] CheckReport check() override { return {}; }
    [[nodiscard]] AuditVerdict verify_audit() override;
    void rest() override { }

private:
    MemoryStore store_;
    Actor actor_;
    std::string password_;
};

} // namespace plumbline::testing
