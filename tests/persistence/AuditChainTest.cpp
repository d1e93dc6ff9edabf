// SPDX-License-Identifier: Apache-2.0
#include "persistence/AuditChain.hpp"

#include "tests/persistence/records/Engines.hpp"
#include "tests/support/FixedClock.hpp"

#include <boost/test/unit_test.hpp>

#include <functional>

using namespace plumbline;
using namespace plumbline::persistence;
using plumbline::persistence::testing::Engine;
using plumbline::persistence::testing::FreshSession;

namespace {

/// Ten entries, and somebody who has got past the encryption and the triggers.
struct Chain {
    explicit Chain(Engine kind)
        : engine{kind}
    {
        for (int i = 1; i <= 10; ++i)
            trail.append(entry(i));
        anchor = audit_head(session);
        if (engine == Engine::Postgres)
            session.execute("alter table audit disable trigger all");
        else
            for (auto const* trigger : {"audit_is_never_changed", "audit_is_never_removed"})
                session.execute("drop trigger " + std::string{trigger});
    }

    AuditEntry entry(int i) const
    {
        return {clock.now(), UserId{9}, "dana", AuditEvent::Read, "patient", i, PatientId{i}, "chart", "0.1.0"};
    }
    void tamper(std::string const& sql) { session.execute(sql); }
    [[nodiscard]] AuditVerdict verdict() { return verify_audit(session, key, anchor); }
    void expect_bad_at(std::int64_t seq)
    {
        auto const found = verdict();
        BOOST_TEST(!found.ok);
        BOOST_TEST(found.first_bad_seq.value_or(-1) == seq);
    }

    Engine engine;
    FreshSession fresh{engine};
    Session& session{*fresh};
    AuditKey key{SecretKey::random()};
    SociAuditTrail trail{session, key};
    plumbline::testing::FixedClock clock;
    AuditAnchor anchor;
};

} // namespace

BOOST_AUTO_TEST_SUITE(audit_chain)

ON_BOTH_ENGINES_AT(Chain, an_untouched_trail_holds)
{
    auto const found = verdict();
    BOOST_TEST(found.ok);
    BOOST_TEST(found.entries == 10);
    BOOST_TEST(!found.first_bad_seq.has_value());
    BOOST_TEST(found.head_mac == anchor.mac);
    trail.append(entry(11));
    BOOST_TEST(verdict().ok);
}

ON_BOTH_ENGINES_AT(Chain, an_empty_trail_holds_when_nothing_was_ever_anchored)
{
    tamper("delete from audit");
    BOOST_TEST(verify_audit(session, key, std::nullopt).ok);
}

ON_BOTH_ENGINES_AT(Chain, an_edited_entry_is_found)
{
    for (auto const* change : {"detail = 'other'", "login = 'sam'", "user_id = 8", "user_id = null", "entity = 'visit'",
             "entity_id = 99", "patient_id = null", "event = 'print'", "program_version = '9'",
             "at = '2026-11-23T10:31:00.000Z'", "at = 'yesterday'", "event = 'nonsense'"}) {
        session.execute("begin");
        tamper("update audit set " + std::string{change} + " where seq = 4");
        expect_bad_at(4);
        session.execute("rollback");
    }
    BOOST_TEST(verdict().ok);
}

ON_BOTH_ENGINES_AT(Chain, a_back_dated_entry_is_found)
{
    tamper("update audit set at = '2020-01-01T00:00:00.000Z' where seq = 10");
    expect_bad_at(10);
}

ON_BOTH_ENGINES_AT(Chain, a_missing_middle_is_found)
{
    tamper("delete from audit where seq = 5");
    expect_bad_at(5);
}

ON_BOTH_ENGINES_AT(Chain, a_missing_middle_is_found_when_the_rest_moves_up)
{
    tamper("delete from audit where seq = 5");
    for (int seq = 6; seq <= 10; ++seq)
        tamper("update audit set seq = " + std::to_string(seq - 1) + " where seq = " + std::to_string(seq));
    expect_bad_at(5);
}

ON_BOTH_ENGINES_AT(Chain, a_missing_beginning_is_found)
{
    tamper("delete from audit where seq <= 2");
    expect_bad_at(1);
}

ON_BOTH_ENGINES_AT(Chain, a_cut_off_end_is_found)
{
    tamper("delete from audit where seq > 7");
    expect_bad_at(8);
}

ON_BOTH_ENGINES_AT(Chain, an_emptied_trail_is_found)
{
    tamper("delete from audit");
    expect_bad_at(1);
}

ON_BOTH_ENGINES_AT(Chain, an_inserted_entry_is_found)
{
    tamper("insert into audit select 11, at, user_id, login, event, entity, entity_id, patient_id, detail, "
           "program_version, mac from audit where seq = 3");
    expect_bad_at(11);
}

ON_BOTH_ENGINES_AT(Chain, a_duplicate_is_found)
{
    // The attacker makes the table anew, without the key that keeps seq unique.
    tamper("create table copy as select * from audit union all select * from audit where seq = 6");
    tamper("drop table audit");
    tamper("alter table copy rename to audit");
    session.forget_statements();
    expect_bad_at(6);
}

ON_BOTH_ENGINES_AT(Chain, two_entries_that_changed_places_are_found)
{
    tamper("update audit set seq = 99 where seq = 4");
    tamper("update audit set seq = 4 where seq = 5");
    tamper("update audit set seq = 5 where seq = 99");
    expect_bad_at(4);
}

ON_BOTH_ENGINES_AT(Chain, contents_that_changed_places_are_found)
{
    tamper("update audit set detail = case seq when 4 then (select detail from audit where seq = 5) || '' "
           "else detail end, entity_id = case seq when 4 then 5 when 5 then 4 else entity_id end");
    expect_bad_at(4);
}

ON_BOTH_ENGINES_AT(Chain, a_blanked_mac_is_found)
{
    tamper("update audit set mac = '' where seq = 6");
    expect_bad_at(6);
}

ON_BOTH_ENGINES_AT(Chain, all_macs_blanked_are_found)
{
    tamper("update audit set mac = ''");
    expect_bad_at(1);
}

ON_BOTH_ENGINES_AT(Chain, a_chain_computed_anew_without_the_key_is_found)
{
    AuditKey const guessed{SecretKey{}};
    tamper("delete from audit");
    SociAuditTrail forger{session, guessed};
    for (int i = 1; i <= 10; ++i)
        forger.append(entry(i));
    expect_bad_at(1);
}

ON_BOTH_ENGINES_AT(Chain, an_older_state_that_went_on_growing_is_found)
{
    tamper("delete from audit where seq > 6");
    for (int i = 7; i <= 12; ++i)
        trail.append(entry(i + 100));
    expect_bad_at(10);
}

ON_BOTH_ENGINES_AT(Chain, an_older_state_of_the_whole_database_is_found)
{
    anchor = AuditAnchor{12, std::string(64, 'a')};
    expect_bad_at(11);
}

ON_BOTH_ENGINES_AT(Chain, dropped_triggers_are_noticed)
{
    BOOST_TEST(!audit_is_guarded(session));
    FreshSession const untouched{engine};
    BOOST_TEST(audit_is_guarded(*untouched));
}

ON_BOTH_ENGINES_AT(Chain, nothing_is_added_after_a_head_that_cannot_be_read)
{
    tamper("update audit set mac = 'zz' where seq = 10");
    BOOST_CHECK_THROW(trail.append(entry(11)), std::exception);
}

ON_BOTH_ENGINES_AT(Chain, fields_do_not_run_together)
{
    auto const one = AuditEntry{clock.now(), std::nullopt, "ab", AuditEvent::Read, "c", 1, std::nullopt, "", ""};
    auto other = one;
    other.login = "a";
    other.entity = "bc";
    BOOST_TEST(audit_mac(key, 1, "", one) != audit_mac(key, 1, "", other));
    auto with_user = one;
    with_user.user = UserId{0};
    BOOST_TEST(audit_mac(key, 1, "", one) != audit_mac(key, 1, "", with_user));
}

ON_BOTH_ENGINES_AT(Chain, the_trail_is_read_newest_first_and_by_page)
{
    auto const newest = trail.latest(3, std::nullopt);
    BOOST_TEST(newest.size() == 3U);
    BOOST_TEST(newest.front().seq == 10);
    auto const next = trail.latest(3, newest.back().seq);
    BOOST_TEST(next.front().seq == 7);
    BOOST_TEST((next.front().entry == entry(7)));
    auto const of_patient = trail.of_patient(PatientId{4}, 10);
    BOOST_TEST(of_patient.size() == 1U);
    BOOST_TEST(of_patient.front().seq == 4);
    BOOST_TEST(trail.find({.patient = PatientId{4}}, 10, 4).empty());
}

ON_BOTH_ENGINES_AT(Chain, the_trail_is_asked_for_a_person_and_a_period)
{
    auto late = entry(11);
    late.login = "nora";
    late.at = clock.now() + std::chrono::hours{48};
    trail.append(late);
    auto const count = [&](AuditWish const& wish) { return trail.find(wish, 100, std::nullopt).size(); };
    BOOST_TEST(count({}) == 11U);
    BOOST_TEST(count({.login = "nora"}) == 1U);
    BOOST_TEST(count({.login = "nobody"}) == 0U);
    BOOST_TEST(count({.from = late.at}) == 1U);
    BOOST_TEST(count({.before = late.at}) == 10U);
    BOOST_TEST(count({.login = "nora", .before = late.at}) == 0U);
    BOOST_TEST(count({.login = "nora", .patient = late.patient, .from = late.at}) == 1U);
}

BOOST_AUTO_TEST_SUITE_END()
