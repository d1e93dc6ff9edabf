// SPDX-License-Identifier: Apache-2.0
#include "persistence/SociDoor.hpp"

#include "domain/core/Text.hpp"
#include "domain/store/BrokenWorld.hpp"
#include "persistence/Digest.hpp"
#include "persistence/Door.hpp"
#include "persistence/Founding.hpp"
#include "persistence/KeyFile.hpp"
#include "persistence/Migrations.hpp"
#include "persistence/SociClinic.hpp"
#include "persistence/backup/ServerBackup.hpp"
#include "persistence/dialects/Errors.hpp"
#include "persistence/dialects/Postgres.hpp"

namespace plumbline::persistence {
namespace {

namespace fs = std::filesystem;
using Opened = Result<std::unique_ptr<OpenClinic>>;

/// At the door nothing is lost yet, so what is broken is only a reason not to go in.
template <class Work>
auto refusing(Work&& work) -> decltype(work())
{
    auto const said = [](Refusal::Reason reason, BrokenWorld const& broken) {
        return refuse(Refusal{reason, "clinic", broken.message(), {}});
    };
    try {
        return guarded(std::forward<Work>(work));
    } catch (ServerLost const& lost) {
        return said(Refusal::Reason::Busy, lost);
    } catch (StoreBusy const& busy) {
        return said(Refusal::Reason::Busy, busy);
    } catch (BrokenWorld const& broken) {
        return said(Refusal::Reason::Invalid, broken);
    }
}

std::string folded(std::string const& login)
{
    return ascii_lower(trimmed(login));
}

/// The clinic's key out of the slot that the secret fits, or the refusal and one more failure on record.
Result<SecretKey> prove(
    KeyRing const& ring, LoginGuard& guard, std::string const& slot_name, std::string const& secret, PasswordCost cost)
{
    if (auto admitted = guard.admit(slot_name); !admitted)
        return refuse(admitted.error());
    auto const slot = ring.slots.find(slot_name);
    bool const exists = slot != ring.slots.end();
    std::optional<SecretKey> key;
    if (exists)
        key = unlock_key(slot->second, ring.clinic_id, slot_name, secret);
    else
        unlock_nothing(secret, cost);
    if (key)
        return *key;
    guard.failed(slot_name, exists);
    return refuse(Refusal::Reason::NotAllowed, "password", tr_noop("Wrong name or password."));
}

Result<KeyRing> ring_of(Premises& premises)
{
    auto ring = premises.keys().load();
    if (!ring)
        return refuse(
            Refusal::Reason::Invalid, "clinic", tr_noop("The clinic's keys are missing. Restore the last backup."));
    return std::move(*ring);
}

Result<BackupReceipt> restore_to_file(std::string const& file, ClinicAddress const& to, std::string const& login,
    std::string const& password, Clock const& clock)
{
    ClinicFiles const files{to.text};
    auto const holder = claim(files);
    if (!holder)
        return refuse(holder.error());
    auto opened = open_backup(file, login, password);
    if (!opened)
        return refuse(opened.error());
    Scratch fresh{scratch_name(files.database, "new")};
    auto receipt = extract(*opened, fresh.path());
    if (!receipt)
        return receipt;
    Result<KeyRing> ring;
    {
        SecretKey const& key = opened->clinic_key;
        SqliteDatabase database{
            fresh.path(), derive(key, KeyPurpose::Database), AuditKey{derive(key, KeyPurpose::Audit)}};
        ring = revive(database, *opened, login, clock);
    }
    if (!ring)
        return refuse(ring.error());
    if (auto moved = move_in(fresh, *ring, files); !moved)
        return refuse(moved.error());
    receipt->file = files.database.string();
    return receipt;
}

Result<BackupReceipt> restore_to_server(std::string const& file, ClinicAddress const& to, std::string const& login,
    std::string const& password, Environment const& environment)
{
    auto connection = postgres::connection_string(to.text);
    if (!connection)
        return refuse(connection.error());
    PostgresDatabase database{*connection, environment.clock, environment.ids};
    if (auto trusted = postgres::trust(database.session()); !trusted)
        return refuse(trusted.error());
    if (schema_version(database.session()) > 0)
        return refuse(Refusal::Reason::Conflict, "clinic", tr_noop("There is already a clinic on this server."));
    auto opened = open_backup(file, login, password);
    if (!opened)
        return refuse(opened.error());
    auto receipt = fill_server(*opened, *connection);
    if (!receipt)
        return receipt;
    database.session().forget_statements();
    database.hold(AuditKey{derive(opened->clinic_key, KeyPurpose::Audit)});
    auto const ring = revive(database, *opened, login, environment.clock);
    if (!ring)
        return refuse(ring.error());
    KeyTable{database.session(), environment.state_folder}.put_anchor(*ring->anchor, ring->anchor_seal);
    receipt->file = "server";
    receipt->sha256 = sha256_of_file(file); // A server has no file of its own: the backup's says what came.
    return receipt;
}

} // namespace

std::unique_ptr<ClinicDoor> make_door(Clock const& clock, IdMaker& ids)
{
    Environment environment{clock, ids};
    environment.state_folder = default_state_folder();
    return std::make_unique<SociDoor>(std::move(environment));
}

Result<std::string> SociDoor::create(ClinicAddress const& address, NewClinic const& clinic)
{
    return refusing([&] {
        return address.is_server() ? found_on_server(address, clinic, environment_)
                                   : found_in_file(address, clinic, environment_);
    });
}

Result<std::string> SociDoor::create_furnished(
    ClinicAddress const& address, NewClinic const& clinic, Furnish const& furnish)
{
    return refusing([&]() -> Result<std::string> {
        if (address.is_server())
            return create_and_furnish(address, clinic, furnish);
        ClinicFiles const files{address.text};
        auto const holder = claim(files);
        if (!holder)
            return refuse(holder.error());
        ClinicFiles const aside{scratch_name(files.database, "new")};
        Scratch fresh{aside.database};
        Scratch const keys{aside.keys()}, logins{aside.logins()}, held{aside.holder()};
        auto code = create_and_furnish({aside.database.string()}, clinic, furnish);
        if (!code)
            return code;
        auto const ring = KeyFile{aside.keys()}.load();
        if (auto moved = move_in(fresh, ring.value(), files); !moved)
            return refuse(moved.error());
        return code;
    });
}

Result<std::string> SociDoor::create_and_furnish(
    ClinicAddress const& address, NewClinic const& clinic, Furnish const& furnish)
{
    auto code = create(address, clinic);
    if (!code)
        return code;
    auto const opened = open(address, clinic.owner.login, clinic.password);
    if (!opened)
        return refuse(opened.error());
    if (auto done = furnish(**opened); !done)
        return refuse(done.error());
    return code;
}

Opened SociDoor::open(ClinicAddress const& address, std::string const& name, std::string const& password)
{
    return refusing([&]() -> Opened {
        auto premises = enter(address, environment_);
        if (!premises)
            return refuse(premises.error());
        auto const ring = ring_of(**premises);
        if (!ring)
            return refuse(ring.error());
        std::string const login = folded(name);
        FailureStore& failures = (*premises)->failures();
        LoginGuard guard{failures, environment_.clock, environment_.uptime};
        auto const key = prove(*ring, guard, login, password, environment_.cost);
        if (!key)
            return refuse(key.error());
        auto clinic = SociClinic::open(std::move(*premises), environment_, *key, *ring, login);
        if (!clinic)
            return refuse(clinic.error());
        (*clinic)->welcome(AuditEvent::Login, {}, guard.succeeded(login));
        (*clinic)->strengthen_slot(ring->slots.at(login).cost, password);
        return std::move(*clinic);
    });
}

Opened SociDoor::recover(ClinicAddress const& address, std::string const& recovery_code, std::string const& name,
    std::string const& new_password)
{
    return refusing([&]() -> Opened {
        auto premises = enter(address, environment_);
        if (!premises)
            return refuse(premises.error());
        auto const ring = ring_of(**premises);
        if (!ring)
            return refuse(ring.error());
        std::string const login = folded(name);
        FailureStore& failures = (*premises)->failures();
        LoginGuard guard{failures, environment_.clock, environment_.uptime};
        auto const key =
            prove(*ring, guard, std::string{recovery_login}, tidy_recovery_code(recovery_code), environment_.cost);
        if (!key)
            return refuse(key.error());
        auto clinic = SociClinic::open(std::move(*premises), environment_, *key, *ring, login);
        if (!clinic)
            return refuse(clinic.error());
        if (auto put = (*clinic)->put_password(new_password); !put)
            return refuse(put.error());
        auto unreported = guard.succeeded(std::string{recovery_login});
        unreported.merge(guard.succeeded(login));
        (*clinic)->welcome(AuditEvent::PasswordChanged, "with the recovery code", unreported);
        return std::move(*clinic);
    });
}

bool SociDoor::exists(ClinicAddress const& address) const
{
    std::error_code problem;
    if (!address.is_server())
        return fs::exists(ClinicFiles{address.text}.database, problem);
    auto const connection = postgres::connection_string(address.text);
    if (!connection)
        return false;
    try {
        Session session{Dialect::Postgres, postgres::connect(*connection)};
        return schema_version(session) > 0;
    } catch (soci::soci_error const&) {
        return false;
    }
}

Result<BackupReceipt> SociDoor::restore(
    std::string const& file, ClinicAddress const& to, std::string const& name, std::string const& password)
{
    return refusing([&] {
        return to.is_server() ? restore_to_server(file, to, folded(name), password, environment_)
                              : restore_to_file(file, to, folded(name), password, environment_.clock);
    });
}

} // namespace plumbline::persistence
