// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/core/IdMaker.hpp"
#include "domain/store/Records.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace plumbline::app {

/// Who acts, when, and where new ids come from. A service is a function of Records, this and a request; it
/// checks the permission first, asks the domain, keeps rows and the audit entry in the same transaction.
struct Context {
    Actor actor;
    Clock const* clock = nullptr;
    IdMaker* ids = nullptr;

    template <class AnyId>
    [[nodiscard]] AnyId make() const
    {
        return ids->make<AnyId>();
    }
    [[nodiscard]] Date today() const { return clock->today(); }
};

[[nodiscard]] std::string_view program_version() noexcept;

/// What an entry is about: the noun, its id and the patient it belongs to.
struct Subject {
    std::string_view entity;
    std::int64_t id = 0;
    std::optional<PatientId> patient{};
};

/// Detail names fields, never findings.
void audit(Records& records, Context const& context, AuditEvent event, Subject subject, std::string detail = {});

} // namespace plumbline::app
