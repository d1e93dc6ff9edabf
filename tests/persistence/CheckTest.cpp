// SPDX-License-Identifier: Apache-2.0
#include "persistence/Check.hpp"

#include "persistence/Migrations.hpp"
#include "persistence/dialects/Sqlite.hpp"
#include "tests/persistence/Doorway.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>

using namespace plumbline;
using namespace plumbline::persistence;
using namespace plumbline::testing;

namespace {

/// One signed note with an addendum, and somebody who has the key and knows SQL.
struct SignedNote {
    SignedNote()
    {
        sqlite::mark_as_clinic(database.session());
        migrate(database.session(), embedded_migrations(), "2026-11-23T15:30:00.000Z");
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
        for (auto const& kept :
            {records.users().keep(*dana), records.patients().keep(patient_called(PatientId{2}, "Lindqvist")),
                records.episodes().keep(*episode), records.visits().keep(signed_note)})
            if (!kept)
                return kept;
        records.audit().append({clock.now(), therapist, "dana", AuditEvent::Sign, "visit", 4, PatientId{2},
            "sha256=" + seal.sha256, "0.1.0"});
        return {};
    }
    Seal seal_for(Records const& records, std::string_view text) const
    {
        return {records.digest(text), therapist, "Dana Reyes, PT", clock.now(), "0.1.0"};
    }
    void drop_triggers()
    {
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

    TemporaryFolder folder;
    FixedClock clock;
    AuditKey audit_key{SecretKey::random()};
    UserId therapist{1};
    SqliteDatabase database{folder / "clinic", SecretKey::random(), audit_key};
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(check, SignedNote)

BOOST_AUTO_TEST_CASE(a_changed_word_in_a_signed_note_is_found)
{
    tamper("update visit set subjective = 'slept badly' where id = 4");
    BOOST_TEST(seal_problems(database).size() == 1U);
}

BOOST_AUTO_TEST_CASE(a_changed_addendum_is_found)
{
    tamper("update addendum set content = 'right side' where visit_id = 4");
    BOOST_TEST(seal_problems(database).size() == 1U);
}

BOOST_AUTO_TEST_CASE(a_note_sealed_anew_is_not_the_one_that_was_signed)
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

BOOST_AUTO_TEST_CASE(a_signed_note_made_a_draft_again_is_found)
{
    tamper("delete from addendum");
    database.session().execute("update visit set seal_sha256 = null, seal_signer_id = null, seal_signature = null, "
                               "seal_at = null, seal_program_version = null where id = 4");
    BOOST_TEST(!seal_problems(database).empty());
}

BOOST_AUTO_TEST_CASE(dropped_triggers_and_strange_tables_are_found)
{
    drop_triggers();
    BOOST_TEST(storage_problems(database.session()).size() == 2U);
}

BOOST_AUTO_TEST_CASE(a_table_that_does_not_belong_is_found)
{
    database.session().execute("create table stowaway (x)");
    BOOST_TEST(storage_problems(database.session()).size() == 1U);
}

BOOST_AUTO_TEST_CASE(a_broken_reference_is_found)
{
    drop_triggers();
    database.session().execute("pragma foreign_keys = off");
    database.session().execute("delete from patient where id = 2");
    auto const problems = storage_problems(database.session());
    BOOST_TEST(std::ranges::any_of(
        problems, [](std::string const& problem) { return problem.find("foreign key") != std::string::npos; }));
}

BOOST_AUTO_TEST_CASE(problems_never_name_a_patient)
{
    tamper("update visit set subjective = 'Lindqvist slept badly' where id = 4");
    for (auto const& problem : seal_problems(database))
        BOOST_TEST(problem.find("Lindqvist") == std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
