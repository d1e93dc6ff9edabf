// SPDX-License-Identifier: Apache-2.0
#include "persistence/backup/Backup.hpp"

#include "domain/store/BrokenWorld.hpp"
#include "persistence/Check.hpp"
#include "persistence/Digest.hpp"
#include "persistence/Migrations.hpp"
#include "persistence/dialects/Errors.hpp"
#include "persistence/dialects/Sqlite.hpp"

#include <fstream>
#include <vector>

namespace plumbline::persistence {
namespace {

namespace fs = std::filesystem;

tl::unexpected<Refusal> not_whole()
{
    return refuse(Refusal::Reason::Invalid, "file",
        tr_noop("This backup does not hold a whole clinic. Nothing was changed; use another backup."));
}

std::int64_t count(Session& session, std::string_view sql)
{
    std::int64_t rows = 0;
    auto query = session.query(sql);
    query.into(rows);
    static_cast<void>(query.next());
    return rows;
}

void count_rows(Session& session, BackupManifest& manifest)
{
    manifest.patients = count(session, "select count(*) from patient");
    manifest.visits = count(session, "select count(*) from visit");
    manifest.audit_entries = count(session, "select count(*) from audit");
}

Session open_copy(fs::path const& file, SecretKey const& clinic_key)
{
    return Session{Dialect::Sqlite, sqlite::connect(file, derive(clinic_key, KeyPurpose::Database))};
}

void copy_live(BackupSource const& source, fs::path const& to)
{
    guarded([&] {
        static_cast<void>(new_file(to));
        Session copy = open_copy(to, source.clinic_key);
        sqlite::copy(source.database.session(), copy);
    });
}

BackupManifest describe(BackupSource const& source, fs::path const& copy)
{
    auto manifest = guarded([&] { return describe_data(source.database.session(), source.clock, "sqlite"); });
    manifest.data_size = static_cast<std::int64_t>(fs::file_size(copy));
    manifest.data_sha256 = sha256_of_file(copy);
    return manifest;
}

void pour(fs::path const& file, BackupWriter& writer)
{
    std::ifstream in{file, std::ios::binary};
    std::vector<char> buffer(1 << 16);
    while (in) {
        in.read(buffer.data(), static_cast<std::streamsize>(buffer.size()));
        writer.data({buffer.data(), static_cast<std::size_t>(in.gcount())});
    }
}

Result<void> prove(fs::path const& data, OpenedBackup const& backup)
{
    try {
        Session session = open_copy(data, backup.clinic_key);
        session.execute("pragma locking_mode = exclusive");
        sqlite::harden_for_reading(session);
        if (schema_fault(session, embedded_migrations()) == SchemaFault::FromTheFuture)
            return refuse(Refusal::Reason::Invalid, "file",
                tr_noop("This backup was made by a newer version of the program. Update the program first."));
        if (is_whole(session, backup))
            return {};
    } catch (soci::soci_error const&) {
    } catch (DataDamaged const&) {
    }
    return not_whole();
}

Result<BackupReceipt> prove_by_restoring(BackupSource const& source, fs::path const& file)
{
    auto reader = BackupReader::open(file);
    if (!reader)
        return refuse(reader.error());
    auto manifest = reader->manifest(source.clinic_key);
    if (!manifest)
        return refuse(manifest.error());
    OpenedBackup opened{std::move(*reader), std::move(*manifest), source.clinic_key};
    Scratch const aside{scratch_name(source.files.database, "proof")};
    return extract(opened, aside.path());
}

} // namespace

Result<void> may_replace(fs::path const& target, std::vector<fs::path> const& own)
{
    std::error_code problem;
    if (!fs::is_directory(target.parent_path(), problem))
        return refuse(
            Refusal::Reason::NotFound, "file", tr_noop("There is no folder {0}."), {target.parent_path().string()});
    if (!fs::exists(target, problem))
        return {};
    auto const no = [&] {
        return refuse(Refusal::Reason::Conflict, "file",
            tr_noop("{0} is already there and is not a backup. Choose another name."), {target.string()});
    };
    // Asked by name before anything is opened: closing a second handle of the live file would drop its lock.
    for (fs::path const& file : own)
        if (fs::equivalent(target, file, problem))
            return no();
    if (!fs::is_regular_file(target, problem) || !looks_like_backup(target))
        return no();
    return {};
}

BackupManifest describe_data(Session& session, Clock const& clock, std::string engine)
{
    BackupManifest manifest;
    manifest.engine = std::move(engine);
    manifest.created = to_iso(clock.now());
    manifest.program_version = PLUMBLINE_VERSION;
    manifest.schema = schema_version(session);
    manifest.head = audit_head(session);
    count_rows(session, manifest);
    return manifest;
}

bool is_whole(Session& session, OpenedBackup const& backup)
{
    BackupManifest counted = backup.manifest;
    count_rows(session, counted);
    AuditKey const audit_key{derive(backup.clinic_key, KeyPurpose::Audit)};
    return counted == backup.manifest && storage_problems(session).empty()
        && verify_audit(session, audit_key, backup.manifest.head).ok;
}

void take_name(Scratch& sealed, fs::path const& target, BackupReceipt& receipt)
{
    receipt.sha256 = sha256_of_file(sealed.path());
    receipt.file = target.string();
    std::error_code problem;
    fs::rename(sealed.path(), target, problem);
    if (problem)
        throw_disk_trouble(problem.value());
    sealed.keep();
    sync_folder(target.parent_path());
}

Result<BackupReceipt> back_up(BackupSource const& source, fs::path const& wanted)
{
    fs::path const target = fs::absolute(wanted);
    auto const& files = source.files;
    if (auto allowed = may_replace(target, {files.database, files.keys(), files.logins(), files.holder()}); !allowed)
        return refuse(allowed.error());

    Scratch sealed{scratch_name(target, "new")};
    {
        Scratch const copy{scratch_name(files.database, "copy")};
        copy_live(source, copy.path());
        BackupWriter writer{sealed.path(), source.ring, source.clinic_key};
        writer.manifest(describe(source, copy.path()));
        pour(copy.path(), writer);
        writer.finish();
    }
    auto receipt = prove_by_restoring(source, sealed.path());
    if (receipt)
        take_name(sealed, target, *receipt);
    return receipt;
}

Result<OpenedBackup> open_backup(fs::path const& file, std::string const& login, std::string const& password)
{
    auto reader = BackupReader::open(file);
    if (!reader)
        return refuse(reader.error());
    auto const slot = reader->ring().slots.find(login);
    std::optional<SecretKey> key;
    if (slot == reader->ring().slots.end())
        unlock_nothing(password, PasswordCost{});
    else
        key = unlock_key(slot->second, reader->ring().clinic_id, login, password);
    if (!key)
        return refuse(Refusal::Reason::NotAllowed, "password",
            tr_noop("Wrong name or password. It is the password at the time of the backup that counts."));
    auto manifest = reader->manifest(*key);
    if (!manifest)
        return refuse(manifest.error());
    return OpenedBackup{std::move(*reader), std::move(*manifest), *key};
}

Result<BackupReceipt> extract(OpenedBackup& backup, fs::path const& into)
{
    if (backup.manifest.engine != "sqlite")
        return refuse(Refusal::Reason::Invalid, "file",
            tr_noop("This is the backup of a server clinic; it can only be restored to a server."));
    auto const file = new_file(into);
    std::int64_t size = 0;
    while (true) {
        auto piece = backup.reader.next();
        if (!piece)
            return refuse(piece.error());
        if (!*piece)
            break;
        write_fully(file, **piece);
        size += static_cast<std::int64_t>((*piece)->size());
    }
    sync_file(file);
    if (size != backup.manifest.data_size || sha256_of_file(into) != backup.manifest.data_sha256)
        return not_whole();
    if (auto proven = prove(into, backup); !proven)
        return refuse(proven.error());
    return BackupReceipt{.file = into.string(),
        .sha256 = backup.manifest.data_sha256,
        .verified = true,
        .patients = backup.manifest.patients,
        .visits = backup.manifest.visits,
        .audit_entries = backup.manifest.audit_entries};
}

Result<KeyRing> revive(Database& database, OpenedBackup const& backup, std::string const& login, Clock const& clock)
{
    guarded([&] { migrate(database.session(), embedded_migrations(), to_iso(clock.now())); });
    auto const noted = database.write([&](Records& records) -> Result<void> {
        auto const user = records.users().by_login(login);
        if (!user || !user->details().active || !permitted(user->details().role, Action::Restore))
            return refuse(
                Refusal::Reason::NotAllowed, "login", tr_noop("Only somebody who may restore backups can do this."));
        records.audit().append({clock.now(), user->id(), login, AuditEvent::Restore, "clinic", 0, std::nullopt,
            "backup of " + backup.manifest.created, PLUMBLINE_VERSION});
        return {};
    });
    if (!noted)
        return refuse(noted.error());
    KeyRing ring = backup.reader.ring();
    ring.anchor = guarded([&] { return audit_head(database.session()); });
    ring.anchor_seal = seal_of(*ring.anchor, ring.clinic_id, backup.clinic_key);
    return ring;
}

} // namespace plumbline::persistence
