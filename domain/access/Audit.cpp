// SPDX-License-Identifier: Apache-2.0
#include "domain/access/Audit.hpp"

#include "domain/core/Vocabulary.hpp"

namespace plumbline {

namespace {

constexpr Vocabulary events{std::to_array<Term<AuditEvent>>({
    {AuditEvent::Login, "login", "Logged in"},
    {AuditEvent::LoginFailed, "login-failed", "Log-in failed"},
    {AuditEvent::Logout, "logout", "Left"},
    {AuditEvent::Lock, "lock", "Locked"},
    {AuditEvent::Unlock, "unlock", "Unlocked"},
    {AuditEvent::PasswordChanged, "password-changed", "Password changed"},
    {AuditEvent::UserAdded, "user-added", "Person added"},
    {AuditEvent::UserChanged, "user-changed", "Person changed"},
    {AuditEvent::Read, "read", "Read"},
    {AuditEvent::Create, "create", "Added"},
    {AuditEvent::Change, "change", "Changed"},
    {AuditEvent::Sign, "sign", "Signed"},
    {AuditEvent::Addend, "addend", "Addendum"},
    {AuditEvent::Delete, "delete", "Removed"},
    {AuditEvent::Print, "print", "Printed"},
    {AuditEvent::Export, "export", "Taken out"},
    {AuditEvent::Import, "import", "Imported"},
    {AuditEvent::Backup, "backup", "Backed up"},
    {AuditEvent::Restore, "restore", "Restored"},
    {AuditEvent::Denied, "denied", "Denied"},
    {AuditEvent::Migrate, "migrate", "Schema migrated"},
    {AuditEvent::ClinicCreated, "clinic-created", "Clinic made"},
})};

} // namespace

std::string_view code(AuditEvent event) noexcept
{
    return events.code(event);
}

std::string_view label(AuditEvent event) noexcept
{
    return events.label(event);
}

std::optional<AuditEvent> audit_event_from_code(std::string_view code) noexcept
{
    return events.from_code(code);
}

} // namespace plumbline
