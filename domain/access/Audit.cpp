// SPDX-License-Identifier: Apache-2.0
#include "domain/access/Audit.hpp"

#include "domain/core/Vocabulary.hpp"

namespace plumbline {

namespace {

constexpr Vocabulary events{std::to_array<Term<AuditEvent>>({
    {AuditEvent::Login, "login"},
    {AuditEvent::LoginFailed, "login-failed"},
    {AuditEvent::Logout, "logout"},
    {AuditEvent::Lock, "lock"},
    {AuditEvent::Unlock, "unlock"},
    {AuditEvent::PasswordChanged, "password-changed"},
    {AuditEvent::UserAdded, "user-added"},
    {AuditEvent::UserChanged, "user-changed"},
    {AuditEvent::Read, "read"},
    {AuditEvent::Create, "create"},
    {AuditEvent::Change, "change"},
    {AuditEvent::Sign, "sign"},
    {AuditEvent::Addend, "addend"},
    {AuditEvent::Delete, "delete"},
    {AuditEvent::Print, "print"},
    {AuditEvent::Export, "export"},
    {AuditEvent::Import, "import"},
    {AuditEvent::Backup, "backup"},
    {AuditEvent::Restore, "restore"},
    {AuditEvent::Denied, "denied"},
    {AuditEvent::Migrate, "migrate"},
    {AuditEvent::ClinicCreated, "clinic-created"},
})};

} // namespace

std::string_view code(AuditEvent event) noexcept
{
    return events.code(event);
}

std::optional<AuditEvent> audit_event_from_code(std::string_view code) noexcept
{
    return events.from_code(code);
}

} // namespace plumbline
