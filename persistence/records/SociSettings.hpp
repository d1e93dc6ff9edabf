// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/store/Records.hpp"
#include "persistence/Session.hpp"

namespace plumbline::persistence {

class SociSettings final : public Settings {
public:
    explicit SociSettings(Session& session) noexcept
        : session_{session}
    {
    }
    /// With the defaults of those never set.
    [[nodiscard]] std::map<std::string, std::string> all() const override;
    [[nodiscard]] std::string get(std::string_view key) const override;
    void set(std::string_view key, std::string_view value) override;

private:
    Session& session_;
};

} // namespace plumbline::persistence
