// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/core/IdMaker.hpp"
#include "persistence/Session.hpp"
#include "persistence/records/SociRecords.hpp"
#include "tests/support/FixedClock.hpp"
#include "tests/support/Needs.hpp"

#include <boost/test/unit_test.hpp>

#include <memory>
#include <string>

namespace plumbline::persistence::testing {

enum class Engine { Sqlite, Postgres };

/// A database of its own on the test server, gone when the test ends.
class ServerDatabase {
public:
    ServerDatabase();
    ~ServerDatabase();
    ServerDatabase(ServerDatabase const&) = delete;
    ServerDatabase& operator=(ServerDatabase const&) = delete;
    [[nodiscard]] std::string const& connection_string() const noexcept { return connection_string_; }

private:
    std::string name_;
    std::string connection_string_;
};

/// A database of its own with the newest schema and nothing in it.
class FreshSession {
public:
    explicit FreshSession(Engine engine);
    [[nodiscard]] Session& operator*() const noexcept { return *session_; }

private:
    std::unique_ptr<ServerDatabase> server_;
    std::unique_ptr<Session> session_;
};

/// A clinic with one therapist and nobody in it yet, on a fresh database of the newest schema.
class Clinic {
public:
    explicit Clinic(Engine engine);

private:
    FreshSession fresh_;
    AuditKey audit_key_;

public:
    Session& session;
    SociRecords records;
    plumbline::testing::FixedClock clock;
    IdMaker ids;
    Engine engine;
    UserId therapist;

    [[nodiscard]] static Date day(std::string_view iso);
    [[nodiscard]] static ClinicTime time(std::string_view iso);

    /// Born on 12 March 1979, without a word in any other field.
    [[nodiscard]] static Patient::Details person(std::string family, std::string given);
    /// Kept under the next record number, and as it was read back.
    Patient admit(Patient::Details details);
    Patient admit(std::string family, std::string given) { return admit(person(std::move(family), std::move(given))); }
    Episode begin_episode(PatientId patient, std::string title = "Low back pain");
    UserId hire(std::string login);
    [[nodiscard]] Seal seal(std::string_view text) const;
    Appointment::Details slot(PatientId patient, std::string_view start, Minutes length = Minutes{45}) const;
    /// True when the schema itself refused the statement.
    [[nodiscard]] bool is_refused_by_schema(std::string const& sql);
};

} // namespace plumbline::persistence::testing

/// One behaviour, held to on SQLite and on PostgreSQL. The fixture is made from the engine.
#define ON_BOTH_ENGINES_AT(fixture, name)                                                                              \
    struct name : fixture {                                                                                            \
        explicit name(plumbline::persistence::testing::Engine engine)                                                  \
            : fixture{engine}                                                                                          \
        {                                                                                                              \
        }                                                                                                              \
        void test();                                                                                                   \
    };                                                                                                                 \
    BOOST_AUTO_TEST_CASE(name##_on_sqlite)                                                                             \
    {                                                                                                                  \
        name{plumbline::persistence::testing::Engine::Sqlite}.test();                                                  \
    }                                                                                                                  \
    BOOST_AUTO_TEST_CASE(name##_on_postgres, *boost::unit_test::precondition(plumbline::testing::needs_postgres))      \
    {                                                                                                                  \
        name{plumbline::persistence::testing::Engine::Postgres}.test();                                                \
    }                                                                                                                  \
    void name::test()

/// One behaviour of the records.
#define ON_BOTH_ENGINES(name) ON_BOTH_ENGINES_AT(plumbline::persistence::testing::Clinic, name)
