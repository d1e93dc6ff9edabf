// SPDX-License-Identifier: Apache-2.0
#include "tests/persistence/records/Engines.hpp"

#include "persistence/records/Sealed.hpp"

#include <stdexcept>

using namespace plumbline;

BOOST_AUTO_TEST_SUITE(drafts)

ON_BOTH_ENGINES(a_draft_is_overwritten_found_and_dropped)
{
    UserId const lee = hire("lee");
    Draft draft{therapist, "visit", 42, "{\"s\": \"slept", clock.now()};
    records.drafts().keep(draft);
    draft.content = "{\"s\": \"slept well\"}\n";
    draft.saved += std::chrono::milliseconds{1};
    records.drafts().keep(draft);
    records.drafts().keep({therapist, "patient", 42, "other", clock.now()});
    records.drafts().keep({lee, "visit", 42, "hers", clock.now()});

    auto const found = records.drafts().find(therapist, "visit", 42);
    BOOST_REQUIRE(found.has_value());
    BOOST_TEST(found->content == draft.content);
    BOOST_TEST((found->saved == draft.saved));
    auto const mine = records.drafts().of_user(therapist);
    BOOST_REQUIRE(mine.size() == 2);
    BOOST_TEST(mine.front().kind == "visit");

    records.drafts().drop(therapist, "visit", 42);
    records.drafts().drop(therapist, "visit", 42);

    BOOST_TEST(!records.drafts().find(therapist, "visit", 42).has_value());
    BOOST_TEST(records.drafts().of_user(therapist).size() == 1);
    BOOST_TEST(records.drafts().find(lee, "visit", 42)->content == "hers");
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(documents)

ON_BOTH_ENGINES(a_document_keeps_every_byte)
{
    Episode const episode = begin_episode(admit("Lindqvist", "Maja").id());
    std::string bytes;
    for (int i = 0; i < 100'000; ++i)
        bytes += static_cast<char>(i * 7 % 256);
    StoredDocument const report{DocumentId{4}, episode.patient(), episode.id(), DocumentKind::ProgressReport,
        "Progress report", day("2026-11-20"), clock.now(), therapist, 3, records.digest(bytes),
        static_cast<std::int64_t>(bytes.size())};
    records.documents().keep(report, bytes);
    records.documents().keep(report, bytes);
    records.documents().keep({DocumentId{5}, episode.patient(), {}, DocumentKind::Referral, "Letter", day("2026-11-21"),
                                 clock.now() + std::chrono::seconds{1}, therapist, 1, records.digest(""), 0},
        "");

    BOOST_TEST((records.documents().bytes(DocumentId{4}) == bytes));
    BOOST_TEST((records.documents().bytes(DocumentId{5}) == ""));
    BOOST_TEST(!records.documents().bytes(DocumentId{6}).has_value());
    auto const listed = records.documents().of_patient(episode.patient());
    BOOST_REQUIRE(listed.size() == 2);
    BOOST_TEST((listed[0].id == DocumentId{5}));
    BOOST_TEST(!listed[0].episode.has_value());
    StoredDocument const& same = listed[1];
    BOOST_TEST((same.id == report.id && same.patient == report.patient && same.episode == report.episode));
    BOOST_TEST((same.kind == report.kind && same.dated == report.dated && same.made == report.made));
    BOOST_TEST((same.author == report.author && same.pages == report.pages && same.size == report.size));
    BOOST_TEST(same.title == report.title);
    BOOST_TEST(same.sha256 == report.sha256);
}

ON_BOTH_ENGINES(a_produced_document_is_never_replaced)
{
    Episode const episode = begin_episode(admit("Lindqvist", "Maja").id());
    StoredDocument const report{DocumentId{4}, episode.patient(), episode.id(), DocumentKind::ProgressReport, "Report",
        day("2026-11-20"), clock.now(), therapist, 3, records.digest("one"), 3};
    records.documents().keep(report, "one");

    BOOST_CHECK_THROW(records.documents().keep(report, "two"), std::logic_error);
    BOOST_TEST((records.documents().bytes(DocumentId{4}) == "one"));
    for (auto const* sql : {"update document set title = 'x'", "delete from document", "delete from document_content",
             "update document_content set base64 = ''"})
        BOOST_TEST(is_refused_by_schema(sql), sql);
}

ON_BOTH_ENGINES(the_days_of_progress_reports_are_known)
{
    Episode const episode = begin_episode(admit("Lindqvist", "Maja").id());
    std::int64_t id = 0;
    auto const add = [&](DocumentKind kind, std::string_view on) {
        records.documents().keep({DocumentId{++id}, episode.patient(), episode.id(), kind, "t", day(on), clock.now(),
                                     therapist, 1, records.digest("x"), 1},
            "x");
    };
    add(DocumentKind::ProgressReport, "2026-11-20");
    add(DocumentKind::ProgressReport, "2026-10-20");
    add(DocumentKind::ProgressReport, "2026-11-20");
    add(DocumentKind::Discharge, "2026-11-22");

    auto const days = records.documents().progress_report_days(episode.id());

    BOOST_REQUIRE(days.size() == 2);
    BOOST_TEST(to_iso(days[0]) == "2026-10-20");
    BOOST_TEST(to_iso(days[1]) == "2026-11-20");
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(fee_schedule)

ON_BOTH_ENGINES(the_fee_schedule_is_kept_by_code)
{
    ServiceCode const traction{"X200", "Traction", false, Modality::LumbarTraction};
    records.fee_schedule().keep({"X300", "Exercise", true, {}});
    records.fee_schedule().keep({"X200", "Old label", true, {}});
    records.fee_schedule().keep(traction);

    auto const all = records.fee_schedule().all();

    BOOST_REQUIRE(all.size() == 2);
    BOOST_TEST((all[0] == traction));
    BOOST_TEST((all[1] == ServiceCode{"X300", "Exercise", true, {}}));

    records.fee_schedule().remove("X200");
    records.fee_schedule().remove("X999");
    BOOST_TEST((records.fee_schedule().all() == std::vector<ServiceCode>{{"X300", "Exercise", true, {}}}));
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(settings)

ON_BOTH_ENGINES(a_setting_stands_over_its_default)
{
    BOOST_TEST(records.settings().get("lock.minutes") == "10");
    BOOST_TEST(records.settings().get("no.such.setting").empty());
    records.settings().set("lock.minutes", "5");
    records.settings().set("clinic.name", "Plumb & Søn");
    records.settings().set("clinic.name", "Plumb & Daughter");

    auto const all = records.settings().all();

    BOOST_TEST(all.at("lock.minutes") == "5");
    BOOST_TEST(all.at("clinic.name") == "Plumb & Daughter");
    BOOST_TEST(all.at("clinic.demo") == "0");
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(seals)

ON_BOTH_ENGINES(everything_signed_can_be_listed_for_a_check)
{
    Episode const episode = begin_episode(admit("Lindqvist", "Maja").id());
    Visit::Details const note{time("2026-11-23T10:30"), therapist, {}, {}, {}};
    Evaluation::Details findings;
    findings.on = day("2026-10-05");
    auto const keep_visit = [&](std::int64_t id, std::optional<Seal> const& with) {
        return records.visits().keep(Visit::restore(VisitId{id}, episode.patient(), episode.id(), note, with, {}, 0));
    };
    BOOST_REQUIRE(keep_visit(1, {}).has_value());
    BOOST_REQUIRE(keep_visit(2, seal("x")).has_value());
    BOOST_REQUIRE(records.evaluations()
                      .keep(Evaluation::restore(
                          EvaluationId{3}, episode.patient(), episode.id(), therapist, findings, seal("y"), 0))
                      .has_value());

    BOOST_TEST((persistence::sealed_visits(session) == std::vector{VisitId{2}}));
    BOOST_TEST((persistence::sealed_evaluations(session) == std::vector{EvaluationId{3}}));
}

ON_BOTH_ENGINES(the_audit_log_only_grows)
{
    records.audit().append({clock.now(), therapist, "dana", AuditEvent::Read, "patient", 1, {}, "", "0.1.0"});

    for (auto const* sql : {"update audit set login = 'x'", "delete from audit"})
        BOOST_TEST(is_refused_by_schema(sql), sql);
    if (engine == persistence::testing::Engine::Postgres)
        BOOST_TEST(is_refused_by_schema("truncate audit"));
}

BOOST_AUTO_TEST_CASE(a_digest_is_sha_256)
{
    persistence::testing::Clinic const clinic{persistence::testing::Engine::Sqlite};
    // FIPS 180-2 appendix B.1.
    BOOST_TEST(clinic.records.digest("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

BOOST_AUTO_TEST_SUITE_END()
