// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/store/Records.hpp"
#include "persistence/Session.hpp"

namespace plumbline::persistence {

class SociUsers final : public Users {
public:
    explicit SociUsers(Session& session) noexcept
        : session_{session}
    {
    }
    [[nodiscard]] std::optional<User> find(UserId id) const override;
    [[nodiscard]] std::optional<User> by_login(std::string_view login) const override;
    /// By login name.
    [[nodiscard]] std::vector<User> all() const override;
    [[nodiscard]] Result<void> keep(User const& user) override;

private:
    Session& session_;
};

} // namespace plumbline::persistence
