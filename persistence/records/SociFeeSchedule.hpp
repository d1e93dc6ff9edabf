// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/store/Records.hpp"
#include "persistence/Session.hpp"

namespace plumbline::persistence {

class SociFeeSchedule final : public FeeSchedule {
public:
    explicit SociFeeSchedule(Session& session) noexcept
        : session_{session}
    {
    }
    /// By code.
    [[nodiscard]] std::vector<ServiceCode> all() const override;
    void keep(ServiceCode const& code) override;
    void remove(std::string_view code) override;

private:
    Session& session_;
};

} // namespace plumbline::persistence
