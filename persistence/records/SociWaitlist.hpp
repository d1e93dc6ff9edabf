// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/scheduling/Waitlist.hpp"
#include "persistence/Session.hpp"

namespace plumbline::persistence {

class SociWaitlist final : public Waitlist {
public:
    explicit SociWaitlist(Session& session) noexcept
        : session_{session}
    {
    }
    [[nodiscard]] std::optional<WaitlistEntry> find(WaitlistEntryId id) const override;
    [[nodiscard]] std::vector<WaitlistEntry> all() const override;
    [[nodiscard]] Result<void> keep(WaitlistEntry const& entry) override;
    [[nodiscard]] Result<void> remove(WaitlistEntryId id, int version) override;

private:
    Session& session_;
};

} // namespace plumbline::persistence
