// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "persistence/Premises.hpp"

#include <memory>
#include <string>

namespace plumbline::persistence {

/// The door of clinics in files and on servers. Whatever breaks in the doorway comes out as a refusal.
class SociDoor final : public ClinicDoor {
public:
    explicit SociDoor(Environment environment)
        : environment_{std::move(environment)}
    {
    }
    [[nodiscard]] Result<std::string> create(ClinicAddress const& address, NewClinic const& clinic) override;
    [[nodiscard]] Result<std::string> create_furnished(
        ClinicAddress const& address, NewClinic const& clinic, Furnish const& furnish) override;
    [[nodiscard]] Result<std::unique_ptr<OpenClinic>> open(
        ClinicAddress const& address, std::string const& login, std::string const& password) override;
    [[nodiscard]] Result<std::unique_ptr<OpenClinic>> recover(ClinicAddress const& address,
        std::string const& recovery_code, std::string const& login, std::string const& new_password) override;
    [[nodiscard]] bool exists(ClinicAddress const& address) const override;
    [[nodiscard]] Result<BackupReceipt> restore(std::string const& file, ClinicAddress const& to,
        std::string const& login, std::string const& password) override;

private:
    [[nodiscard]] Result<std::string> create_and_furnish(
        ClinicAddress const& address, NewClinic const& clinic, Furnish const& furnish);
    Environment environment_;
};

} // namespace plumbline::persistence
