// SPDX-License-Identifier: Apache-2.0
#include "persistence/Check.hpp"

#include "persistence/Migrations.hpp"
#include "persistence/dialects/Sqlite.hpp"
#include "tests/persistence/Doorway.hpp"
#include "tests/persistence/records/Engines.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>

using namespace plumbline;
using namespace plumbline::persistence;
using namespace plumbline::testing;
using plumbline::persistence::testing::Engine;
using plumbline::persistence::testing::ServerDatabase;

namespace {

/// One signed note with an addendum, and somebody who has the key and knows SQL.
struct SignedNote {
    explicit SignedNote(Engine kind)
        : engine{kind}
    {
        auto const kept = database.write([&](Records& records) { return chart(records); });
        BOOST_REQUIRE_MESSAGE(kept.has_value(), why(kept));
        BOOST_REQUIRE(seal_problems(database).empty());
        BOOST_REQUIRE(storage_problems(database.session()).empty());
    }

    Result<void> chart(Records& records)
    {
        auto const dana = User::create(therapist, {"dana", "Dana Reyes", "PT", "", Role::Therapist, true});
        Episode::Details details;
        details.title = "Low back pain";
        details.started = *parse_date("2026-10-05");
        auto const episode =
            Episode::create(EpisodeId{3}, PatientId{2}, details, *parse_date("1979-03-12"), clock.today());
        Visit::Details visit;
        visit.start = clock.local_now();
        visit.provider = therapist;
        visit.note.subjective = "slept well";
        auto const draft = Visit::restore(VisitId{4}, PatientId{2}, EpisodeId{3}, visit, {}, {}, 0);
        Seal const seal = seal_for(records, draft.canonical_text());
        auto const signed_note = Visit::restore(VisitId{4}, PatientId{2}, EpisodeId{3}, visit, seal,
            {{"left side, not right", seal_for(records, "left side, not right")}}, 0);
        PlanOfCare::Details plan;
        plan.established = *parse_date("2026-10-05");
        plan.interventions = {Modality::Exercise};
        plan.goals = {
            {GoalId{6}, 1, "Walk an hour", GoalTerm::Long, {}, "10 min", "60 min", *parse_date("2026-12-20"), {}}};
        auto const unsigned_plan = PlanOfCare::restore(PlanId{5}, PatientId{2}, EpisodeId{3}, therapist, plan, 0);
        Seal const plan_seal = seal_for(records, unsigned_plan.canonical_text());
        for (auto const& kept : {records.users().keep(*dana),
                 records.patients().keep(patient_called(PatientId{2}, "Lindqvist")), records.episodes().keep(*episode),
                 records.visits().keep(signed_note), records.plans().keep(*unsigned_plan.sealed(plan_seal))})
            if (!kept)
                return kept;
        records.audit().append({clock.now(), therapist, "dana", AuditEvent::Sign, "visit", 4, PatientId{2},
            "sha256=" + seal.sha256, "0.1.0"});
        records.audit().append({clock.now(), therapist, "dana", AuditEvent::Sign, "plan_of_care", 5, PatientId{2},
            "sha256=" + plan_seal.sha256, "0.1.0"});
        return {};
    }
    Seal seal_for(Records const& records, std::string_view text) const
    {
        return {records.digest(text), therapist, "Dana Reyes, PT", clock.now(), "0.1.0"};
    }
    void drop_triggers()
    {
        if (engine == Engine::Postgres) {
            for (auto const* table :
                {"visit", "intervention", "addendum", "plan_of_care", "plan_goal", "audit", "patient"})
                database.session().execute("alter table " + std::string{table} + " disable trigger user");
            return;
        }
        std::vector<std::string> names;
        {
            std::string name;
            auto query = database.session().query("select name from sqlite_master where type = 'trigger'");
            query.into(name);
            while (query.next())
                names.push_back(name);
        }
        for (auto const& name : names)
            database.session().execute("drop trigger " + name);
    }
    void tamper(std::string const& sql)
    {
        drop_triggers();
        database.session().execute(sql);
    }

    std::unique_ptr<Database> make_database()
    {
        if (server) {
            auto on_server = std::make_unique<PostgresDatabase>(server->connection_string(), clock, ids);
            on_server->hold(audit_key);
            return on_server;
        }
        auto made = std::make_unique<SqliteDatabase>(folder / "clinic", SecretKey::random(), audit_key);
        sqlite::mark_as_clinic(made->session());
        migrate(made->session(), embedded_migrations(), "2026-11-23T15:30:00.000Z");
        return made;
    }

    Engine engine;
    TemporaryFolder folder;
    FixedClock clock;
    IdMaker ids{clock};
    AuditKey audit_key{SecretKey::random()};
    UserId therapist{1};
    std::unique_ptr<ServerDatabase> server{engine == Engine::Postgres ? std::make_unique<ServerDatabase>() : nullptr};
    std::unique_ptr<Database> owned{make_database()};
    Database& database{*owned};
};

/// What only the embedded engine can be asked.
struct SignedNoteInAFile : SignedNote {
    SignedNoteInAFile()
        : SignedNote{Engine::Sqlite}
    {
    }
};

} // namespace

BOOST_AUTO_TEST_SUITE(check)

ON_BOTH_ENGINES_AT(SignedNote, a_changed_word_in_a_signed_note_is_found)
{
    tamper("update visit set subjective = 'slept badly' where id = 4");
    BOOST_TEST(seal_problems(database).size() == 1U);
}

ON_BOTH_ENGINES_AT(SignedNote, a_changed_signed_plan_is_found)
{
    tamper("update plan_goal set target = '20 min' where plan_id = 5");
    BOOST_TEST(seal_problems(database).size() == 1U);
}

ON_BOTH_ENGINES_AT(SignedNote, a_changed_addendum_is_found)
{
    tamper("update addendum set content = 'right side' where visit_id = 4");
    BOOST_TEST(seal_problems(database).size() == 1U);
}

ON_BOTH_ENGINES_AT(SignedNote, a_note_sealed_anew_is_not_the_one_that_was_signed)
{
    drop_triggers();
    auto forged = database.read([](Records const& records) { return records.visits().find(VisitId{4}); })->details();
    forged.note.subjective = "slept badly";
    auto const text = Visit::restore(VisitId{4}, PatientId{2}, EpisodeId{3}, forged, {}, {}, 1).canonical_text();
    auto const seal = database.read([&](Records const& records) -> std::string { return records.digest(text); });
    database.session()
        .query("update visit set subjective = 'slept badly', seal_sha256 = :seal where id = 4")
        .bind("seal", seal)
        .run();
    auto const problems = seal_problems(database);
    BOOST_REQUIRE(problems.size() == 1U);
    BOOST_TEST(problems.front().find("audit trail") != std::string::npos, problems.front());
}

ON_BOTH_ENGINES_AT(SignedNote, a_signed_note_made_a_draft_again_is_found)
{
    tamper("delete from addendum");
    database.session().execute("update visit set seal_sha256 = null, seal_signer_id = null, seal_signature = null, "
                               "seal_at = null, seal_program_version = null where id = 4");
    BOOST_TEST(!seal_problems(database).empty());
}

ON_BOTH_ENGINES_AT(SignedNote, dropped_triggers_are_found)
{
    drop_triggers();
    // A file also has a schema of its own to compare; a server's is its administrator's.
    BOOST_TEST(storage_problems(database.session()).size() == (engine == Engine::Sqlite ? 2U : 1U));
}

BOOST_FIXTURE_TEST_CASE(a_table_that_does_not_belong_is_found, SignedNoteInAFile)
{
    database.session().execute("create table stowaway (x)");
    BOOST_TEST(storage_problems(database.session()).size() == 1U);
}

BOOST_FIXTURE_TEST_CASE(a_broken_reference_is_found, SignedNoteInAFile)
{
    drop_triggers();
    database.session().execute("pragma foreign_keys = off");
    database.session().execute("delete from patient where id = 2");
    auto const problems = storage_problems(database.session());
    BOOST_TEST(std::ranges::any_of(
        problems, [](std::string const& problem) { return problem.find("foreign key") != std::string::npos; }));
}

ON_BOTH_ENGINES_AT(SignedNote, problems_never_name_a_patient)
{
    tamper("update visit set subjective = 'Lindqvist slept badly' where id = 4");
    for (auto const& problem : seal_problems(database))
        BOOST_TEST(problem.find("Lindqvist") == std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
