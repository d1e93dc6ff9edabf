// SPDX-License-Identifier: Apache-2.0
#include "tests/persistence/records/Engines.hpp"

#include "persistence/Migrations.hpp"
#include "persistence/dialects/Errors.hpp"
#include "persistence/dialects/Postgres.hpp"
#include "persistence/dialects/Sqlite.hpp"

#include <stdexcept>

namespace plumbline::persistence::testing {
namespace {

constexpr std::string_view made_at = "2026-11-23T10:30:00.000Z";

template <class T>
T must(Result<T> result)
{
    if (!result)
        throw std::logic_error{"test data refused: " + result.error().message.english()};
    return *std::move(result);
}

void must(Result<void> const& result)
{
    if (!result)
        throw std::logic_error{"test data refused: " + result.error().message.english()};
}

/// The server's address with another database in it: `postgresql://user@host:port/name`.
std::string connection_to(std::string const& database)
{
    std::string const address = *plumbline::testing::postgres_address();
    auto const query = address.find('?');
    auto const path = address.find('/', std::string_view{"postgresql://"}.size());
    std::string const server = address.substr(0, path);
    std::string const options = query == std::string::npos ? "" : address.substr(query);
    return must(postgres::connection_string(server + '/' + database + options));
}

void on_server(std::string const& sql)
{
    Session administrator{Dialect::Postgres, postgres::connect(connection_to("postgres"))};
    administrator.execute(sql);
}

std::string fresh_name(std::string_view kind)
{
    return "plumbline_" + std::string{kind} + '_' + random_hex(8);
}

/// Climbing the ladder takes longer than copying a database that stands on top of it.
class Template {
public:
    Template()
    {
        on_server("create database " + name_ + " template template0 encoding 'UTF8'");
        Session session{Dialect::Postgres, postgres::connect(connection_to(name_))};
        migrate(session, embedded_migrations(), std::string{made_at});
    }
    ~Template()
    {
        try {
            on_server("drop database if exists " + name_);
        } catch (std::exception const&) {
            // The server is thrown away after the tests.
        }
    }
    Template(Template const&) = delete;
    Template& operator=(Template const&) = delete;
    [[nodiscard]] std::string const& name() const noexcept { return name_; }

private:
    std::string name_ = fresh_name("template");
};

std::unique_ptr<Session> open(ServerDatabase const* server)
{
    if (server != nullptr)
        return std::make_unique<Session>(Dialect::Postgres, postgres::connect(server->connection_string()));
    auto session = std::make_unique<Session>(Dialect::Sqlite, sqlite::connect_memory());
    session->execute("pragma foreign_keys = on");
    migrate(*session, embedded_migrations(), std::string{made_at});
    return session;
}

SecretKey any_key()
{
    ready_cryptography();
    return SecretKey::random();
}

} // namespace

ServerDatabase::ServerDatabase()
    : name_{fresh_name("test")}
{
    static Template const made_once;
    on_server("create database " + name_ + " template " + made_once.name());
    connection_string_ = connection_to(name_);
}

ServerDatabase::~ServerDatabase()
{
    try {
        on_server("drop database if exists " + name_ + " with (force)");
    } catch (std::exception const&) {
        BOOST_TEST_MESSAGE("a test database was left behind");
    }
}

FreshSession::FreshSession(Engine engine)
    : server_{engine == Engine::Postgres ? std::make_unique<ServerDatabase>() : nullptr}
    , session_{open(server_.get())}
{
}

Clinic::Clinic(Engine kind)
    : fresh_{kind}
    , audit_key_{any_key()}
    , session{*fresh_}
    , records{session, audit_key_}
    , ids{clock}
    , engine{kind}
    , therapist{hire("dana")}
{
}

Date Clinic::day(std::string_view iso)
{
    return must(parse_date(iso));
}
ClinicTime Clinic::time(std::string_view iso)
{
    return must(parse_clinic_time(iso));
}

Patient::Details Clinic::person(std::string family, std::string given)
{
    Patient::Details details;
    details.name = {std::move(family), std::move(given), {}};
    details.birth_date = day("1979-03-12");
    return details;
}

Patient Clinic::admit(Patient::Details details)
{
    auto const id = ids.make<PatientId>();
    must(records.patients().keep(
        must(Patient::create(id, records.patients().next_record_number(), std::move(details), clock.today()))));
    return *records.patients().find(id);
}

Episode Clinic::begin_episode(PatientId patient, std::string title)
{
    auto const id = ids.make<EpisodeId>();
    Episode::Details details;
    details.title = std::move(title);
    details.started = day("2026-10-05");
    must(records.episodes().keep(must(Episode::create(id, patient, details, day("1979-03-12"), clock.today()))));
    return *records.episodes().find(id);
}

UserId Clinic::hire(std::string login)
{
    auto const id = ids.make<UserId>();
    must(records.users().keep(
        must(User::create(id, {std::move(login), "Dana Reyes", "PT, DPT", "", Role::Therapist, true}))));
    return id;
}

Seal Clinic::seal(std::string_view text) const
{
    return {records.digest(text), therapist, "Dana Reyes, PT, DPT", clock.now(), "0.1.0"};
}

Appointment::Details Clinic::slot(PatientId patient, std::string_view start, Minutes length) const
{
    Appointment::Details details;
    details.patient = patient;
    details.clinician = therapist;
    details.start = time(start);
    details.length = length;
    return details;
}

bool Clinic::is_refused_by_schema(std::string const& sql)
{
    try {
        session.execute(sql);
    } catch (soci::soci_error const& error) {
        Fault const fault = fault_of(error);
        return fault == Fault::Constraint || fault == Fault::Taken;
    }
    return false;
}

} // namespace plumbline::persistence::testing
