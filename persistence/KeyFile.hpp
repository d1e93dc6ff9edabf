// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "persistence/KeyRing.hpp"

#include <filesystem>

namespace plumbline::persistence {

/// The ring as the file `<clinic>.keys`, replaced as a whole at each change. Whoever changes it holds the clinic.
class KeyFile final : public KeyStore {
public:
    explicit KeyFile(std::filesystem::path file)
        : file_{std::move(file)}
    {
    }
    [[nodiscard]] std::optional<KeyRing> load() override;
    void found(KeyRing const& ring) override;
    void put_slot(std::string const& login, KeySlot const& slot) override;
    void drop_slot(std::string const& login) override;
    void put_anchor(AuditAnchor const& anchor, std::string const& seal) override;

private:
    [[nodiscard]] KeyRing demand();
    std::filesystem::path file_;
};

/// The ring as rows of a server, in `key_slot` and `key_meta`. Its anchor is a file on this computer, out of
/// reach of who runs the server.
class KeyTable final : public KeyStore {
public:
    KeyTable(Session& session, std::filesystem::path anchor_folder)
        : session_{session}
        , anchor_folder_{std::move(anchor_folder)}
    {
    }
    [[nodiscard]] std::optional<KeyRing> load() override;
    void found(KeyRing const& ring) override;
    void put_slot(std::string const& login, KeySlot const& slot) override;
    void drop_slot(std::string const& login) override;
    void put_anchor(AuditAnchor const& anchor, std::string const& seal) override;

private:
    [[nodiscard]] std::string clinic_id();
    [[nodiscard]] std::filesystem::path anchor_file(std::string const& clinic_id) const;
    Session& session_;
    std::filesystem::path anchor_folder_;
};

} // namespace plumbline::persistence
