// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/services/Context.hpp"

namespace plumbline::app {

// What many services say and do; not for screens.

[[nodiscard]] inline tl::unexpected<Refusal> refuse_missing(std::string_view field, std::string_view text)
{
    return refuse(Refusal::Reason::NotFound, field, text);
}
[[nodiscard]] inline tl::unexpected<Refusal> refuse_missing_patient()
{
    return refuse_missing("patient", tr_noop("There is no such patient."));
}
[[nodiscard]] inline tl::unexpected<Refusal> refuse_missing_episode()
{
    return refuse_missing("episode", tr_noop("There is no such episode."));
}

/// Conflict unless the person saw the newest version.
[[nodiscard]] inline Result<void> still_current(int stored, int seen)
{
    if (stored == seen)
        return {};
    return refuse(Refusal::Reason::Conflict, "",
        tr_noop("Someone else changed this in the meantime. Nothing was overwritten; look at it again."));
}

/// The actor's signature under a text, now.
[[nodiscard]] inline Seal seal_for(Records const& records, Context const& context, std::string_view canonical_text)
{
    return {.sha256 = records.digest(canonical_text),
        .signer = context.actor.user,
        .signature = context.actor.signature,
        .at = context.clock->now(),
        .program_version = std::string{program_version()}};
}

/// What the audit log keeps of a signature, so that a seal changed later can be told from the one given.
[[nodiscard]] inline std::string seal_detail(Seal const& seal)
{
    return "sha256=" + seal.sha256 + "; signature=" + seal.signature;
}

} // namespace plumbline::app
