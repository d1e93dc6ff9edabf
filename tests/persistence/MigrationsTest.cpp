// SPDX-License-Identifier: Apache-2.0
#include "persistence/Migrations.hpp"

#include "persistence/Digest.hpp"
#include "persistence/Founding.hpp"
#include "persistence/dialects/Sqlite.hpp"
#include "tests/persistence/Doorway.hpp"

#include <boost/test/unit_test.hpp>

#include <array>

using namespace plumbline;
using namespace plumbline::persistence;
using namespace plumbline::testing;

namespace {

constexpr char const* now = "2026-11-23T15:30:00.000Z";

constexpr std::array<Migration, 2> two_rungs{{{1, "0001_first", "aa", "create table one (id bigint primary key)\n"},
    {2, "0002_second", "bb",
        "-- a remark\n-- next\ncreate table two (x text)\n-- next\ninsert into two values ('; -- not a comment')"}}};
constexpr std::array<Migration, 2> broken_rung{
    {two_rungs[0], {2, "0002_broken", "cc", "create table two (x text)\n-- next\ncreate nonsense"}}};

struct Ladder {
    Session session{Dialect::Sqlite, sqlite::connect_memory()};

    std::int64_t tables()
    {
        std::int64_t count = 0;
        auto query = session.query("select count(*) from sqlite_master where name in ('one', 'two')");
        query.into(count);
        return query.next() ? count : -1;
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(migrations, Ladder)

BOOST_AUTO_TEST_CASE(a_new_database_climbs_to_the_top_once)
{
    BOOST_TEST(schema_version(session) == 0);
    BOOST_TEST(migrate(session, two_rungs, now) == 2);
    BOOST_TEST(schema_version(session) == 2);
    BOOST_TEST(tables() == 2);
    BOOST_TEST(migrate(session, two_rungs, now) == 0);
    BOOST_TEST(!schema_fault(session, two_rungs).has_value());
}

BOOST_AUTO_TEST_CASE(an_older_database_climbs_the_rest)
{
    migrate(session, std::span{two_rungs}.first(1), now);
    BOOST_TEST(schema_version(session) == 1);
    BOOST_TEST(migrate(session, two_rungs, now) == 1);
    BOOST_TEST(tables() == 2);
}

BOOST_AUTO_TEST_CASE(a_rung_that_breaks_leaves_the_one_below)
{
    BOOST_CHECK_THROW(migrate(session, broken_rung, now), std::exception);
    BOOST_TEST(schema_version(session) == 1);
    BOOST_TEST(tables() == 1);
}

BOOST_AUTO_TEST_CASE(a_newer_schema_and_an_edited_rung_are_told_apart)
{
    migrate(session, two_rungs, now);
    BOOST_TEST((schema_fault(session, std::span{two_rungs}.first(1)) == SchemaFault::FromTheFuture));
    BOOST_TEST((schema_fault(session, broken_rung) == SchemaFault::ChangedMigration));
}

BOOST_AUTO_TEST_CASE(statements_are_parted_by_their_line_and_by_nothing_else)
{
    Migration const step{1, "x", "aa",
        "-- only a remark\n-- next\nselect ';'; select 2\n  -- next  \n-- only postgres\nselect 'p'\n-- next\n"
        "-- only sqlite\ncreate table t (id bigint primary key, n bigint)\n-- next\n\n"};
    auto const sqlite = statements_of(step, Dialect::Sqlite);
    BOOST_REQUIRE(sqlite.size() == 2U);
    BOOST_TEST(sqlite[0] == "select ';'; select 2");
    BOOST_TEST(sqlite[1] == "-- only sqlite\ncreate table t (id integer primary key, n bigint)");
    auto const postgres = statements_of(step, Dialect::Postgres);
    BOOST_REQUIRE(postgres.size() == 2U);
    BOOST_TEST(postgres[1] == "-- only postgres\nselect 'p'");
}

BOOST_AUTO_TEST_CASE(the_embedded_rungs_are_what_their_checksums_say)
{
    int expected = 0;
    for (Migration const& step : embedded_migrations()) {
        BOOST_TEST(step.version == ++expected);
        BOOST_TEST(sha256_hex(step.text) == step.checksum, step.name);
    }
    BOOST_TEST(expected >= 2);
}

BOOST_FIXTURE_TEST_CASE(a_clinic_from_a_newer_program_is_refused_and_left_alone, Doorway)
{
    make();
    {
        auto const clinic = open();
        auto* const database = dynamic_cast<Database*>(&clinic->store());
        BOOST_REQUIRE(database != nullptr);
        database->session()
            .query("insert into schema_version (version, checksum, applied) values (99, 'x', 'x')")
            .run();
    }
    auto const clinic = door.open(address(), owner, password);
    BOOST_REQUIRE(!clinic);
    BOOST_TEST((clinic.error().reason == Refusal::Reason::Invalid));
    BOOST_TEST(clinic.error().message.english().find("newer") != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
