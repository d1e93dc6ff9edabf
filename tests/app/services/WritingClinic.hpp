// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/store/BrokenWorld.hpp"
#include "tests/app/services/AtTheClinic.hpp"
#include "tests/support/TemporaryFolder.hpp"

#include <fstream>

namespace plumbline::testing {

/// The memory clinic, but its backups are files, and can go wrong in every way that real ones do.
class WritingClinic final : public OpenClinic {
public:
    explicit WritingClinic(MemoryClinic& clinic)
        : clinic_{clinic}
    {
    }
    enum class Trouble { None, Refuses, Throws, Unproven };
    Trouble trouble = Trouble::None;
    int made = 0;

    Store& store() noexcept override { return clinic_.store(); }
    Actor const& actor() const noexcept override { return clinic_.actor(); }
    Result<void> unlock(std::string const& password) override { return clinic_.unlock(password); }
    Result<void> change_password(std::string const& old_password, std::string const& fresh) override
    {
        return clinic_.change_password(old_password, fresh);
    }
    Result<void> admit(User const& user, std::string const& password) override { return clinic_.admit(user, password); }
    Result<void> dismiss(UserId user) override { return clinic_.dismiss(user); }
    Result<BackupReceipt> backup(std::string const& file) override
    {
        if (trouble == Trouble::Refuses)
            return refuse(Refusal::Reason::Invalid, "file", "The file cannot be written there.");
        if (trouble == Trouble::Throws)
            throw DiskFull{Message{"The disk is full. Nothing was saved.", {}}};
        ++made;
        std::ofstream{file} << "backup";
        return BackupReceipt{file, std::string(64, 'a'), trouble != Trouble::Unproven, 2, 7, 9};
    }
    CheckReport check() override { return {}; }
    AuditVerdict verify_audit() override { return clinic_.verify_audit(); }
    void rest() override { }

private:
    MemoryClinic& clinic_;
};

} // namespace plumbline::testing
