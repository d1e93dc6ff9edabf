// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/patients/Patient.hpp"
#include "persistence/Session.hpp"

namespace plumbline::persistence {

class SociReferringProviders final : public ReferringProviders {
public:
    explicit SociReferringProviders(Session& session) noexcept
        : session_{session}
    {
    }
    [[nodiscard]] std::optional<ReferringProvider> find(ReferringProviderId id) const override;
    /// By words that begin a word of the name or the practice, in the order typed.
    [[nodiscard]] std::vector<ReferringProvider> search(std::string_view text, int limit) const override;
    [[nodiscard]] Result<void> keep(ReferringProvider const& provider) override;

private:
    Session& session_;
};

} // namespace plumbline::persistence
