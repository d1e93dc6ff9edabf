// SPDX-License-Identifier: Apache-2.0
#include "persistence/Database.hpp"

#include "domain/store/BrokenWorld.hpp"
#include "persistence/Migrations.hpp"
#include "persistence/dialects/Sqlite.hpp"
#include "tests/persistence/Disk.hpp"
#include "tests/persistence/Doorway.hpp"

#include <boost/test/unit_test.hpp>

#include <array>
#include <cerrno>
#include <fstream>

using namespace plumbline;
using namespace plumbline::persistence;
using namespace plumbline::testing;

namespace {

/// A clinic file without a door: the key is known.
struct OpenFile {
    OpenFile() { restart(); }

    void restart()
    {
        database.reset();
        database = std::make_unique<SqliteDatabase>(file, key, audit_key);
        if (schema_version(database->session()) == 0) {
            sqlite::mark_as_clinic(database->session());
            migrate(database->session(), embedded_migrations(), "2026-11-23T15:30:00.000Z");
        }
    }
    Result<void> keep(std::int64_t id, std::string const& family = "Lindqvist")
    {
        return database->write([&](Records& records) -> Result<void> {
            if (auto kept = records.patients().keep(patient_called(PatientId{id}, family)); !kept)
                return kept;
            records.audit().append(
                {clock.now(), std::nullopt, "dana", AuditEvent::Create, "patient", id, PatientId{id}, "", "0.1.0"});
            return {};
        });
    }
    [[nodiscard]] bool knows(std::int64_t id)
    {
        return database->read(
            [&](Records const& records) { return records.patients().find(PatientId{id}).has_value(); });
    }
    [[nodiscard]] std::string pragma(std::string const& name)
    {
        std::string value;
        auto query = database->session().query("pragma " + name);
        query.into(value);
        return query.next() ? value : "";
    }

    TemporaryFolder folder;
    std::filesystem::path file = folder / "a clinic, with spaces = and signs";
    SecretKey key = SecretKey::random();
    AuditKey audit_key{SecretKey::random()};
    FixedClock clock;
    std::unique_ptr<SqliteDatabase> database;
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(database, OpenFile)

BOOST_AUTO_TEST_CASE(the_engine_is_the_one_that_was_chosen)
{
    std::string version;
    auto query = database->session().query("select sqlite_version()");
    query.into(version);
    BOOST_REQUIRE(query.next());
    BOOST_TEST(version == "3.53.4");
}

BOOST_AUTO_TEST_CASE(every_setting_that_keeps_notes_safe_holds)
{
    constexpr std::array<std::pair<char const*, char const*>, 12> settings{{{"journal_mode", "wal"},
        {"synchronous", "2"}, {"locking_mode", "exclusive"}, {"foreign_keys", "1"}, {"secure_delete", "1"},
        {"mmap_size", "0"}, {"cache_size", "-16384"}, {"wal_autocheckpoint", "0"}, {"trusted_schema", "0"},
        {"cell_size_check", "1"}, {"application_id", "1347177794"}, {"cipher", "sqlcipher"}}};
    for (auto const& [name, expected] : settings)
        BOOST_TEST(pragma(name) == expected, name << " is " << pragma(name));
    BOOST_TEST(!std::filesystem::exists(file.string() + "-shm"));
}

BOOST_AUTO_TEST_CASE(each_save_is_exactly_one_sync)
{
    BOOST_REQUIRE(keep(1).has_value());
    BOOST_REQUIRE(keep(2).has_value());
    for (int id = 3; id <= 22; ++id) {
        int const before = Disk::syncs();
        BOOST_REQUIRE(keep(id).has_value());
        BOOST_TEST(Disk::syncs() - before == 1);
    }
}

BOOST_AUTO_TEST_CASE(reading_and_refused_work_sync_nothing)
{
    BOOST_REQUIRE(keep(1).has_value());
    int const before = Disk::syncs();
    BOOST_TEST(knows(1));
    auto const refused = database->write([&](Records& records) -> Result<void> {
        static_cast<void>(records.patients().keep(patient_called(PatientId{2}, "Nobody")));
        return refuse(Refusal::Reason::Invalid, "", "no");
    });
    BOOST_TEST(!refused.has_value());
    BOOST_TEST(Disk::syncs() == before);
    BOOST_TEST(!knows(2));
}

BOOST_AUTO_TEST_CASE(a_save_prepares_nothing_once_it_has_been_done_before)
{
    BOOST_REQUIRE(keep(1).has_value());
    BOOST_TEST(knows(1));
    auto const before = database->session().counts();
    for (int id = 2; id <= 5; ++id) {
        BOOST_REQUIRE(keep(id).has_value());
        BOOST_TEST(knows(id));
    }
    BOOST_TEST(database->session().counts().prepared == before.prepared);
}

BOOST_AUTO_TEST_CASE(work_that_throws_leaves_nothing)
{
    BOOST_CHECK_THROW(static_cast<void>(database->write([&](Records& records) -> Result<void> {
        static_cast<void>(records.patients().keep(patient_called(PatientId{3}, "Nobody")));
        throw std::runtime_error{"the work broke"};
    })),
        std::runtime_error);
    BOOST_TEST(!knows(3));
    BOOST_TEST(keep(3).has_value());
}

BOOST_AUTO_TEST_CASE(work_that_swallowed_a_failure_is_not_half_kept)
{
    BOOST_CHECK_THROW(static_cast<void>(database->write([&](Records& records) -> Result<void> {
        static_cast<void>(records.patients().keep(patient_called(PatientId{4}, "Half")));
        try {
            database->session().query("insert into audit (seq) values (1)").run();
        } catch (std::exception const&) {
            return {};
        }
        return {};
    })),
        BrokenWorld);
    BOOST_TEST(!knows(4));
}

BOOST_AUTO_TEST_CASE(an_error_tells_nothing_of_the_patient)
{
    try {
        static_cast<void>(database->write([&](Records&) -> Result<void> {
            std::string const family = "Canarystone";
            database->session().query("insert into audit (seq, login) values (1, :login)").bind("login", family).run();
            return {};
        }));
        BOOST_ERROR("the schema took a broken row");
    } catch (BrokenWorld const& broken) {
        BOOST_TEST(std::string{broken.what()}.find("Canary") == std::string::npos);
    }
}

BOOST_AUTO_TEST_CASE(what_was_acknowledged_survives_the_end_of_the_process)
{
    BOOST_REQUIRE(keep(1).has_value());
    auto const copy = folder / "as a killed process leaves it";
    // No checkpoint has run: the save is only in the log.
    std::filesystem::copy_file(file, copy);
    std::filesystem::copy_file(file.string() + "-wal", copy.string() + "-wal");
    SqliteDatabase reopened{copy, key, audit_key};
    BOOST_TEST(reopened.read([](Records const& records) { return records.patients().find(PatientId{1}).has_value(); }));
}

BOOST_AUTO_TEST_CASE(rest_folds_the_log_in_and_costs_nothing_twice)
{
    BOOST_REQUIRE(keep(1).has_value());
    BOOST_TEST(std::filesystem::file_size(file.string() + "-wal") > 0U);
    database->rest();
    BOOST_TEST(std::filesystem::file_size(file.string() + "-wal") == 0U);
    int const before = Disk::calls();
    database->rest();
    BOOST_TEST(Disk::calls() == before);
}

BOOST_AUTO_TEST_CASE(a_clean_close_leaves_one_file)
{
    BOOST_REQUIRE(keep(1).has_value());
    database.reset();
    BOOST_TEST(!std::filesystem::exists(file.string() + "-wal"));
    restart();
    BOOST_TEST(knows(1));
}

BOOST_AUTO_TEST_CASE(another_key_opens_nothing)
{
    database.reset();
    BOOST_CHECK_THROW((SqliteDatabase{file, SecretKey::random(), audit_key}), DataDamaged);
    restart();
}

BOOST_AUTO_TEST_CASE(a_file_of_another_program_is_not_taken)
{
    auto const other = folder / "other";
    {
        Session session{Dialect::Sqlite, sqlite::connect(other, key)};
        session.execute("create table t (x)");
    }
    BOOST_CHECK_THROW((SqliteDatabase{other, key, audit_key}), DataDamaged);
}

BOOST_AUTO_TEST_CASE(a_second_connection_is_kept_out)
{
    BOOST_REQUIRE(keep(1).has_value());
    BOOST_CHECK_THROW((SqliteDatabase{file, key, audit_key}), BrokenWorld);
    BOOST_TEST(keep(2).has_value());
}

BOOST_AUTO_TEST_CASE(a_full_disk_says_so_and_saving_works_again_once_there_is_room)
{
    BOOST_REQUIRE(keep(1).has_value());
    int fulls = 0;
    for (int nth = 1; nth < 50; ++nth) {
        std::int64_t const id = 100 + nth;
        {
            Disk const full{Disk::Trouble::Fails_from_then_on, nth, ENOSPC};
            try {
                BOOST_TEST(keep(id).has_value());
            } catch (DiskFull const&) {
                ++fulls;
            } catch (DiskFailed const&) {
                // A sync that says ENOSPC may have lost data, so it counts as a failed disk.
            }
            if (!full.struck())
                break;
        }
        BOOST_TEST(!knows(id));
        try {
            BOOST_TEST(keep(id).has_value());
        } catch (DiskFailed const&) {
            restart();
            BOOST_TEST(!knows(id));
            BOOST_TEST(keep(id).has_value());
        }
        BOOST_TEST(knows(id));
    }
    BOOST_TEST(fulls > 0);
    BOOST_TEST(sqlite::integrity_problems(database->session()).empty());
}

BOOST_AUTO_TEST_CASE(after_a_failed_sync_nothing_is_acknowledged_until_the_clinic_is_opened_again)
{
    BOOST_REQUIRE(keep(1).has_value());
    {
        BrokenSync const broken{EIO};
        BOOST_CHECK_THROW(static_cast<void>(keep(2)), DiskFailed);
    }
    BOOST_CHECK_THROW(static_cast<void>(keep(3)), DiskFailed);
    restart();
    BOOST_TEST(knows(1));
    BOOST_TEST(!knows(3));
    BOOST_TEST(keep(3).has_value());
}

BOOST_AUTO_TEST_CASE(a_failed_write_keeps_what_was_there)
{
    BOOST_REQUIRE(keep(1).has_value());
    for (int nth = 1; nth < 50; ++nth) {
        Disk const failing{Disk::Trouble::Fails, nth, EIO};
        try {
            static_cast<void>(keep(200 + nth));
        } catch (BrokenWorld const&) {
            restart();
        }
        if (!failing.struck())
            break;
        BOOST_TEST(knows(1));
        BOOST_TEST(sqlite::integrity_problems(database->session()).empty());
    }
}

BOOST_AUTO_TEST_SUITE_END()
