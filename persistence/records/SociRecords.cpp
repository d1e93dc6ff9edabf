// SPDX-License-Identifier: Apache-2.0
#include "persistence/records/SociRecords.hpp"

#include "persistence/Digest.hpp"

namespace plumbline::persistence {

SociRecords::SociRecords(Session& session, AuditKey const& key) noexcept
    : patients_{session}
    , referring_providers_{session}
    , users_{session}
    , episodes_{session}
    , evaluations_{session}
    , scores_{session}
    , plans_{session}
    , visits_{session}
    , appointments_{session}
    , series_{session}
    , resources_{session}
    , hours_{session}
    , waitlist_{session}
    , authorizations_{session}
    , agendas_{session}
    , drafts_{session}
    , documents_{session}
    , deferrals_{session}
    , fee_schedule_{session}
    , settings_{session}
    , audit_{session, key}
    , tallies_{session}
{
}

std::string SociRecords::digest(std::string_view text) const
{
    return sha256_hex(text);
}

} // namespace plumbline::persistence
