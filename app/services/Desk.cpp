// SPDX-License-Identifier: Apache-2.0
#include "app/services/Desk.hpp"

namespace plumbline::app {

Desk::Desk(OpenClinic& clinic, Context context, Worker& worker)
    : clinic_{clinic}
    , context_{std::move(context)}
    , worker_{worker}
{
}

void Desk::note_denied(Refusal const& refusal)
{
    // A transaction of its own: the one that was denied is undone with everything in it.
    static_cast<void>(clinic_.store().write([&](Records& records) -> Result<void> {
        audit(records, context_, AuditEvent::Denied, {}, std::string{refusal.message.text});
        return {};
    }));
}

} // namespace plumbline::app
