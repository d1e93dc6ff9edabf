// SPDX-License-Identifier: Apache-2.0
#include "persistence/Premises.hpp"

#include "domain/store/BrokenWorld.hpp"
#include "persistence/Migrations.hpp"
#include "persistence/dialects/Postgres.hpp"

#include <cstdlib>

namespace plumbline::persistence {
namespace {

namespace fs = std::filesystem;

tl::unexpected<Refusal> no_such_clinic(ClinicAddress const& address)
{
    // An address may carry a password.
    return address.is_server()
        ? refuse(Refusal::Reason::NotFound, "clinic", tr_noop("There is no clinic on this server yet."))
        : refuse(Refusal::Reason::NotFound, "clinic", tr_noop("There is no clinic at {0}."), {address.text});
}

class FilePremises final : public Premises {
public:
    FilePremises(ClinicFiles files, Holder holder)
        : files_{std::move(files)}
        , holder_{std::move(holder)}
        , keys_{files_.keys()}
        , failures_{files_.logins()}
    {
    }
    KeyStore& keys() noexcept override { return keys_; }
    FailureStore& failures() noexcept override { return failures_; }
    Database& unlock(SecretKey const& clinic_key) override
    {
        database_ = std::make_unique<SqliteDatabase>(
            files_.database, derive(clinic_key, KeyPurpose::Database), AuditKey{derive(clinic_key, KeyPurpose::Audit)});
        return *database_;
    }
    void name_holder(std::string_view login, std::string_view since) override { holder_.name(login, since); }
    ClinicFiles const* files() const noexcept override { return &files_; }
    std::string const& connection_string() const noexcept override { return no_server_; }

private:
    ClinicFiles files_;
    std::string no_server_;
    Holder holder_; ///< Let go after the database is closed.
    KeyFile keys_;
    FailureFile failures_;
    std::unique_ptr<SqliteDatabase> database_;
};

class ServerPremises final : public Premises {
public:
    ServerPremises(std::string connection, std::unique_ptr<PostgresDatabase> database, fs::path const& state_folder)
        : connection_{std::move(connection)}
        , database_{std::move(database)}
        , keys_{database_->session(), state_folder}
        , failures_{database_->session()}
    {
    }
    KeyStore& keys() noexcept override { return keys_; }
    FailureStore& failures() noexcept override { return failures_; }
    Database& unlock(SecretKey const& clinic_key) override
    {
        database_->hold(AuditKey{derive(clinic_key, KeyPurpose::Audit)});
        return *database_;
    }
    void name_holder(std::string_view, std::string_view) override { }
    ClinicFiles const* files() const noexcept override { return nullptr; }
    std::string const& connection_string() const noexcept override { return connection_; }

private:
    std::string connection_;
    std::unique_ptr<PostgresDatabase> database_;
    KeyTable keys_;
    FailureTable failures_;
};

Result<std::unique_ptr<Premises>> enter_file(ClinicAddress const& address)
{
    ClinicFiles files{address.text};
    std::error_code problem;
    if (!fs::exists(files.database, problem))
        return no_such_clinic(address);
    if (auto fit = habitable(files); !fit)
        return refuse(fit.error());
    auto holder = Holder::take(files);
    if (!holder)
        return refuse(holder.error());
    if (!fs::exists(files.keys(), problem))
        return refuse(Refusal::Reason::Invalid, "clinic",
            tr_noop("The key file {0} is missing, and without it nobody can open the clinic. Put it back, or "
                    "restore the last backup."),
            {files.keys().string()});
    return std::make_unique<FilePremises>(std::move(files), std::move(*holder));
}

Result<std::unique_ptr<Premises>> enter_server(ClinicAddress const& address, Environment const& environment)
{
    auto connection = postgres::connection_string(address.text);
    if (!connection)
        return refuse(connection.error());
    auto database = std::make_unique<PostgresDatabase>(*connection, environment.clock, environment.ids);
    if (auto trusted = postgres::trust(database->session()); !trusted)
        return refuse(trusted.error());
    if (schema_version(database->session()) == 0)
        return no_such_clinic(address);
    return std::make_unique<ServerPremises>(std::move(*connection), std::move(database), environment.state_folder);
}

} // namespace

fs::path default_state_folder()
{
    // XDG Base Directory Specification: a path that is not absolute is ignored.
    if (char const* const set = std::getenv("XDG_STATE_HOME"); set != nullptr && *set == '/')
        return fs::path{set} / "plumbline";
    char const* const home = std::getenv("HOME");
    return fs::path{home != nullptr ? home : "/"} / ".local" / "state" / "plumbline";
}

Result<std::unique_ptr<Premises>> enter(ClinicAddress const& address, Environment const& environment)
{
    return address.is_server() ? enter_server(address, environment) : enter_file(address);
}

} // namespace plumbline::persistence
