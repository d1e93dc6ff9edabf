// SPDX-License-Identifier: Apache-2.0
#include "persistence/backup/ServerBackup.hpp"

#include "domain/store/BrokenWorld.hpp"
#include "persistence/Check.hpp"
#include "persistence/Digest.hpp"
#include "persistence/backup/Process.hpp"
#include "persistence/dialects/Errors.hpp"
#include "persistence/dialects/Postgres.hpp"

namespace plumbline::persistence {
namespace {

namespace fs = std::filesystem;

tl::unexpected<Refusal> no_program(char const* name)
{
    return refuse(Refusal::Reason::NotFound, "file",
        tr_noop("The program {0} is needed for this and is not installed (Debian: postgresql-client)."), {name});
}

tl::unexpected<Refusal> failed_program(char const* name)
{
    return refuse(
        Refusal::Reason::Invalid, "file", tr_noop("The program {0} did not succeed. Nothing was changed."), {name});
}

/// A moment of the database that stands still while pg_dump reads it.
class Moment {
public:
    explicit Moment(Session& session)
        : session_{session}
    {
        session_.execute("begin isolation level repeatable read read only");
        session_.execute("set local idle_in_transaction_session_timeout = 0");
        auto query = session_.query("select pg_export_snapshot()");
        query.into(name_);
        static_cast<void>(query.next());
    }
    ~Moment()
    {
        try {
            session_.execute("rollback");
        } catch (...) {
            static_cast<void>(session_.take_failed());
        }
    }
    Moment(Moment const&) = delete;
    Moment& operator=(Moment const&) = delete;
    [[nodiscard]] std::string const& name() const noexcept { return name_; }

private:
    Session& session_;
    std::string name_;
};

/// A database on the same server that goes when the proof is over.
class ProofDatabase {
public:
    [[nodiscard]] static std::unique_ptr<ProofDatabase> make(Session& session)
    {
        std::string const name = "plumbline_proof_" + random_hex(8);
        try {
            session.execute("create database " + name + " template template0");
        } catch (soci::soci_error const&) {
            static_cast<void>(session.take_failed());
            return nullptr;
        }
        return std::unique_ptr<ProofDatabase>{new ProofDatabase{session, name}};
    }
    ~ProofDatabase()
    {
        try {
            session_.execute("drop database " + name_ + " with (force)");
        } catch (...) {
            static_cast<void>(session_.take_failed());
        }
    }
    ProofDatabase(ProofDatabase const&) = delete;
    ProofDatabase& operator=(ProofDatabase const&) = delete;
    [[nodiscard]] std::string const& name() const noexcept { return name_; }

private:
    ProofDatabase(Session& session, std::string name)
        : session_{session}
        , name_{std::move(name)}
    {
    }
    Session& session_;
    std::string name_;
};

Result<void> dump(ServerBackupSource const& source, fs::path const& to)
{
    Moment const moment{source.database.session()};
    auto program = Process::start(
        {"pg_dump", "--format=custom", "--no-owner", "--no-privileges", "--no-comments", "--snapshot=" + moment.name()},
        postgres::environment(source.connection_string), Process::Pipe::FromIt);
    if (!program)
        return no_program("pg_dump");
    BackupWriter writer{to, source.ring, source.clinic_key};
    writer.manifest(describe_data(source.database.session(), source.clock, "postgres"));
    for (auto bytes = program->read(); !bytes.empty(); bytes = program->read())
        writer.data(bytes);
    if (!program->succeeded())
        return failed_program("pg_dump");
    writer.finish();
    return {};
}

BackupReceipt receipt_for(BackupManifest const& manifest)
{
    BackupReceipt receipt;
    receipt.patients = manifest.patients;
    receipt.visits = manifest.visits;
    receipt.audit_entries = manifest.audit_entries;
    return receipt;
}

Result<BackupReceipt> prove_on_server(ServerBackupSource const& source, fs::path const& file)
{
    auto reader = BackupReader::open(file);
    if (!reader)
        return refuse(reader.error());
    auto manifest = reader->manifest(source.clinic_key);
    if (!manifest)
        return refuse(manifest.error());
    OpenedBackup opened{std::move(*reader), std::move(*manifest), source.clinic_key};
    auto const aside = ProofDatabase::make(source.database.session());
    if (aside)
        return fill_server(opened, postgres::with_database(source.connection_string, aside->name()));
    return receipt_for(opened.manifest);
}

} // namespace

Result<BackupReceipt> back_up_server(ServerBackupSource const& source, fs::path const& wanted)
{
    fs::path const target = fs::absolute(wanted);
    if (auto allowed = may_replace(target, {}); !allowed)
        return refuse(allowed.error());
    Scratch sealed{scratch_name(target, "new")};
    if (auto dumped = dump(source, sealed.path()); !dumped)
        return refuse(dumped.error());
    auto receipt = prove_on_server(source, sealed.path());
    if (receipt)
        take_name(sealed, target, *receipt);
    return receipt;
}

Result<BackupReceipt> fill_server(OpenedBackup& backup, std::string const& connection_string)
{
    if (backup.manifest.engine != "postgres")
        return refuse(Refusal::Reason::Invalid, "file",
            tr_noop("This is the backup of a clinic in a file; it can only be restored to a file."));
    auto environment = postgres::environment(connection_string);
    auto program = Process::start({"pg_restore", "--exit-on-error", "--single-transaction", "--no-owner",
                                      "--no-privileges", "--dbname=" + environment["PGDATABASE"]},
        environment, Process::Pipe::ToIt);
    if (!program)
        return no_program("pg_restore");
    while (true) {
        auto piece = backup.reader.next();
        if (!piece)
            return refuse(piece.error());
        if (!*piece)
            break;
        if (!program->write(**piece))
            return failed_program("pg_restore");
    }
    if (!program->succeeded())
        return failed_program("pg_restore");

    Session session{Dialect::Postgres, postgres::connect(connection_string)};
    if (!is_whole(session, backup))
        return refuse(Refusal::Reason::Invalid, "file",
            tr_noop("This backup does not hold a whole clinic. Nothing was changed; use another backup."));
    auto receipt = receipt_for(backup.manifest);
    receipt.verified = true;
    return receipt;
}

} // namespace plumbline::persistence
