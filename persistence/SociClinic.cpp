// SPDX-License-Identifier: Apache-2.0
#include "persistence/SociClinic.hpp"

#include "domain/store/BrokenWorld.hpp"
#include "persistence/Check.hpp"
#include "persistence/Migrations.hpp"
#include "persistence/backup/Backup.hpp"
#include "persistence/backup/ServerBackup.hpp"
#include "persistence/dialects/Errors.hpp"

#include <algorithm>

namespace plumbline::persistence {
namespace {

tl::unexpected<Refusal> wrong_password()
{
    return refuse(Refusal::Reason::NotAllowed, "password", tr_noop("Wrong name or password."));
}

tl::unexpected<Refusal> last_owner()
{
    return refuse(
        Refusal::Reason::NotAllowed, "user", tr_noop("The clinic needs an owner. Make somebody else an owner first."));
}

bool is_owner(User const& user)
{
    return user.details().active && user.details().role == Role::Owner;
}

bool has_other_owner(Records const& records, UserId than)
{
    auto const users = records.users().all();
    return std::ranges::any_of(users, [&](User const& user) { return is_owner(user) && user.id() != than; });
}

Result<void> only_owners(Actor const& actor)
{
    if (actor.role == Role::Owner)
        return {};
    return refuse(Refusal::Reason::NotAllowed, "", tr_noop("Only an owner of the clinic may do this."));
}

Result<void> usable_schema(Session& session)
{
    // A file that was emptied is a sound database without a clinic, and must not become a new one.
    if (schema_version(session) == 0)
        return refuse(Refusal::Reason::Invalid, "clinic",
            tr_noop("The clinic's data is damaged. Close it and restore the last backup."));
    auto const fault = schema_fault(session, embedded_migrations());
    if (fault == SchemaFault::FromTheFuture)
        return refuse(Refusal::Reason::Invalid, "clinic",
            tr_noop("This clinic was last used with a newer version of the program. Update the program; the "
                    "clinic was not touched."));
    if (fault == SchemaFault::ChangedMigration)
        return refuse(Refusal::Reason::Invalid, "clinic",
            tr_noop("This clinic was made by another program than this one. It was not touched."));
    return {};
}

/// A backup is proven before the first rung is climbed. On a server that is left to who runs it, since one
/// workstation of many cannot know where its backups belong.
Result<int> climb(Premises& premises, Database& database, Environment const& environment, SecretKey const& clinic_key,
    KeyRing const& ring)
{
    int const from = schema_version(database.session());
    if (from == static_cast<int>(embedded_migrations().size()))
        return 0;
    if (auto const* files = premises.files()) {
        auto const target = files->database.string() + ".before-schema-" + std::to_string(from + 1) + ".backup";
        auto saved = back_up({database, *files, ring, clinic_key, environment.clock}, target);
        if (!saved)
            return refuse(saved.error());
    }
    return migrate(database.session(), embedded_migrations(), to_iso(environment.clock.now()));
}

} // namespace

Result<std::unique_ptr<SociClinic>> SociClinic::open(std::unique_ptr<Premises> premises, Environment environment,
    SecretKey const& clinic_key, KeyRing const& ring, std::string const& login)
{
    Database& database = premises->unlock(clinic_key);
    auto climbed = guarded([&]() -> Result<int> {
        if (auto usable = usable_schema(database.session()); !usable)
            return refuse(usable.error());
        return climb(*premises, database, environment, clinic_key, ring);
    });
    if (!climbed)
        return refuse(climbed.error());
    auto const user = database.read([&](Records const& records) { return records.users().by_login(login); });
    if (!user || !user->details().active)
        return wrong_password();

    Actor actor{user->id(), user->details().role, user->details().login, user->name_with_credentials()};
    std::unique_ptr<SociClinic> clinic{
        new SociClinic{std::move(premises), std::move(environment), clinic_key, database, std::move(actor)}};
    clinic->judge_anchor(ring);
    if (*climbed > 0)
        clinic->note(AuditEvent::Migrate, "schema " + std::to_string(embedded_migrations().size()));
    return clinic;
}

SociClinic::SociClinic(std::unique_ptr<Premises> premises, Environment environment, SecretKey const& clinic_key,
    Database& database, Actor actor)
    : premises_{std::move(premises)}
    , environment_{std::move(environment)}
    , clinic_key_{clinic_key}
    , audit_key_{derive(clinic_key, KeyPurpose::Audit)}
    , database_{database}
    , actor_{std::move(actor)}
{
}

SociClinic::~SociClinic()
{
    // Closing must succeed whatever the disk or the server says; all that matters is saved already.
    try {
        note(AuditEvent::Logout);
        advance_anchor();
    } catch (...) {
        return;
    }
}

void SociClinic::judge_anchor(KeyRing const& found)
{
    bool const genuine = anchor_is_genuine(found, clinic_key_);
    if (genuine)
        anchor_ = found.anchor;
    // A workstation that sees a server clinic for the first time has no anchor of it yet.
    bool const may_lack_one = premises_->files() == nullptr && !found.anchor;
    anchor_broken_ =
        (!genuine && !may_lack_one) || (anchor_ && !guarded([&] { return holds(database_.session(), *anchor_); }));
}

void SociClinic::advance_anchor()
{
    if (anchor_broken_)
        return;
    guarded([&] {
        AuditAnchor const head = audit_head(database_.session());
        if (anchor_ && (head.seq < anchor_->seq || !holds(database_.session(), *anchor_))) {
            anchor_broken_ = true;
            return;
        }
        if (anchor_ == head)
            return;
        premises_->keys().put_anchor(head, seal_of(head, ring().clinic_id, clinic_key_));
        anchor_ = head;
    });
}

KeyRing SociClinic::ring()
{
    auto ring = guarded([&] { return premises_->keys().load(); });
    if (!ring)
        throw DataDamaged{Message{tr_noop("The clinic's keys are missing. Restore the last backup.")}};
    return std::move(*ring);
}

void SociClinic::note(AuditEvent event, std::string detail)
{
    auto const noted = database_.write([&](Records& records) -> Result<void> {
        records.audit().append({environment_.clock.now(), actor_.user, actor_.login, event, {}, 0, std::nullopt, detail,
            PLUMBLINE_VERSION});
        return {};
    });
    static_cast<void>(noted);
}

void SociClinic::welcome(AuditEvent event, std::string const& detail, std::map<std::string, int> const& failures)
{
    auto const now = environment_.clock.now();
    auto const noted = database_.write([&](Records& records) -> Result<void> {
        for (auto const& [login, times] : failures)
            records.audit().append({now, std::nullopt, login, AuditEvent::LoginFailed, {}, 0, std::nullopt,
                std::to_string(times) + " times", PLUMBLINE_VERSION});
        records.audit().append({now, actor_.user, actor_.login, event, {}, 0, std::nullopt, detail, PLUMBLINE_VERSION});
        return {};
    });
    static_cast<void>(noted);
    premises_->name_holder(actor_.login, to_iso(environment_.clock.local_now()));
    advance_anchor();
}

Result<void> SociClinic::prove(std::string const& password)
{
    LoginGuard guard{premises_->failures(), environment_.clock, environment_.uptime};
    if (auto admitted = guarded([&] { return guard.admit(actor_.login); }); !admitted)
        return admitted;
    KeyRing const keys = ring();
    auto const slot = keys.slots.find(actor_.login);
    auto const key =
        slot == keys.slots.end() ? std::nullopt : unlock_key(slot->second, keys.clinic_id, actor_.login, password);
    if (!key) {
        guarded([&] { guard.failed_in_the_trail(actor_.login); });
        note(AuditEvent::LoginFailed);
        return wrong_password();
    }
    guarded([&] { static_cast<void>(guard.succeeded(actor_.login)); });
    return {};
}

Result<void> SociClinic::unlock(std::string const& password)
{
    if (auto proven = prove(password); !proven)
        return proven;
    note(AuditEvent::Unlock);
    return {};
}

Result<void> SociClinic::suitable(std::string const& password, std::string const& login) const
{
    bool const demo =
        database_.read([](Records const& records) { return records.settings().get("clinic.demo") == "1"; });
    if (demo && password == "demo")
        return {};
    return acceptable_password(password, login);
}

void SociClinic::lock_slot(std::string const& login, std::string const& password)
{
    guarded([&] {
        premises_->keys().put_slot(login, lock_key(clinic_key_, ring().clinic_id, login, password, environment_.cost));
    });
}

void SociClinic::strengthen_slot(PasswordCost made_with, std::string const& password)
{
    auto const& wanted = environment_.cost;
    if (made_with.passes < wanted.passes || made_with.memory < wanted.memory)
        lock_slot(actor_.login, password);
}

Result<void> SociClinic::put_password(std::string const& password)
{
    if (auto good = suitable(password, actor_.login); !good)
        return good;
    lock_slot(actor_.login, password);
    return {};
}

Result<void> SociClinic::change_password(std::string const& old_password, std::string const& new_password)
{
    if (auto proven = prove(old_password); !proven)
        return proven;
    if (auto put = put_password(new_password); !put)
        return put;
    note(AuditEvent::PasswordChanged);
    return {};
}

Result<void> SociClinic::admit(User const& user, std::string const& password)
{
    if (auto allowed = only_owners(actor_); !allowed)
        return allowed;
    std::string const& login = user.details().login;
    if (auto good = suitable(password, login); !good)
        return good;
    std::optional<User> before;
    auto kept = database_.write([&](Records& records) -> Result<void> {
        before = records.users().find(user.id());
        if (before && is_owner(*before) && !is_owner(user) && !has_other_owner(records, user.id()))
            return last_owner();
        return records.users().keep(user);
    });
    if (!kept)
        return kept;
    if (before && before->details().login != login)
        guarded([&] { premises_->keys().drop_slot(before->details().login); });
    lock_slot(login, password);
    return {};
}

Result<void> SociClinic::dismiss(UserId id)
{
    if (auto allowed = only_owners(actor_); !allowed)
        return allowed;
    std::string login;
    auto kept = database_.write([&](Records& records) -> Result<void> {
        auto const user = records.users().find(id);
        if (!user)
            return refuse(Refusal::Reason::NotFound, "user", tr_noop("There is no such user."));
        if (is_owner(*user) && !has_other_owner(records, id))
            return last_owner();
        login = user->details().login;
        auto details = user->details();
        details.active = false;
        auto const dismissed = User::create(id, std::move(details), user->version());
        return dismissed ? records.users().keep(*dismissed) : refuse(dismissed.error());
    });
    if (!kept)
        return kept;
    guarded([&] { premises_->keys().drop_slot(login); });
    return {};
}

Result<BackupReceipt> SociClinic::backup(std::string const& file)
{
    auto receipt = guarded([&] {
        auto const* files = premises_->files();
        return files != nullptr
            ? back_up({database_, *files, ring(), clinic_key_, environment_.clock}, file)
            : back_up_server(
                {database_, premises_->connection_string(), ring(), clinic_key_, environment_.clock}, file);
    });
    if (receipt)
        advance_anchor();
    return receipt;
}

CheckReport SociClinic::check()
{
    CheckReport report;
    report.problems = storage_problems(database_.session());
    for (std::string& problem : seal_problems(database_))
        report.problems.push_back(std::move(problem));
    if (auto const verdict = verify_audit(); !verdict.ok)
        report.problems.push_back(audit_problem(verdict));
    report.ok = report.problems.empty();
    return report;
}

AuditVerdict SociClinic::verify_audit()
{
    auto verdict = guarded([&] { return persistence::verify_audit(database_.session(), audit_key_, anchor_); });
    if (anchor_broken_ || !guarded([&] { return audit_is_guarded(database_.session()); }))
        verdict.ok = false;
    return verdict;
}

void SociClinic::rest()
{
    database_.rest();
}

} // namespace plumbline::persistence
