// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/store/Records.hpp"
#include "persistence/Session.hpp"

namespace plumbline::persistence {

class SociDrafts final : public Drafts {
public:
    explicit SociDrafts(Session& session) noexcept
        : session_{session}
    {
    }
    [[nodiscard]] std::optional<Draft> find(UserId user, std::string_view kind, std::int64_t subject) const override;
    /// Latest first.
    [[nodiscard]] std::vector<Draft> of_user(UserId user) const override;
    void keep(Draft const& draft) override;
    void drop(UserId user, std::string_view kind, std::int64_t subject) override;

private:
    Session& session_;
};

} // namespace plumbline::persistence
