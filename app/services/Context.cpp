// SPDX-License-Identifier: Apache-2.0
#include "app/services/Context.hpp"

namespace plumbline::app {

std::string_view program_version() noexcept
{
    return PLUMBLINE_VERSION;
}

void audit(Records& records, Context const& context, AuditEvent event, Subject subject, std::string detail)
{
    records.audit().append({.at = context.clock->now(),
        .user = context.actor.user,
        .login = context.actor.login,
        .event = event,
        .entity = std::string{subject.entity},
        .entity_id = subject.id,
        .patient = subject.patient,
        .detail = std::move(detail),
        .program_version = std::string{program_version()}});
}

} // namespace plumbline::app
