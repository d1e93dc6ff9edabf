// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/scheduling/Resource.hpp"
#include "persistence/Session.hpp"

namespace plumbline::persistence {

class SociResources final : public Resources {
public:
    explicit SociResources(Session& session) noexcept
        : session_{session}
    {
    }
    [[nodiscard]] std::optional<Resource> find(ResourceId id) const override;
    [[nodiscard]] std::vector<Resource> all() const override;
    [[nodiscard]] Result<void> keep(Resource const& resource) override;

private:
    Session& session_;
};

} // namespace plumbline::persistence
