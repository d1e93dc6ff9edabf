// SPDX-License-Identifier: Apache-2.0
#include "app/presenters/AuditPresenter.hpp"
#include "app/presenters/Sentences.hpp"
#include "tests/app/presenters/AtTheDesk.hpp"
#include "tests/support/Golden.hpp"
#include "tests/support/TemporaryFolder.hpp"

#include <boost/test/unit_test.hpp>

using namespace plumbline;
using namespace plumbline::testing;

namespace {

struct AtTheLog : AtTheDesk {
    AtTheLog()
    {
        records().settings().set("clinic.zone", "America/New_York");
        for (int i = 0; i < 7; ++i)
            must(by(Role::Therapist, app::note_chart_read, i % 2 == 0 ? maja_id : tom_id));
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(audit_log_on_the_screen, AtTheLog)

BOOST_AUTO_TEST_CASE(it_is_read_newest_first_by_page_and_looking_is_an_entry)
{
    app::AuditPresenter log{desk_of(Role::Manager), 5};
    BOOST_TEST_REQUIRE(log.state().lines.size() == 5U);
    BOOST_TEST(log.state().lines.front().about == "audit");
    BOOST_TEST(log.state().lines.front().who == acting(Role::Manager).login);
    app::AuditLine const& read = log.state().lines[1];
    BOOST_TEST(read.patient == records().patients().find(maja_id)->name().listed());
    BOOST_TEST(app::about_words(read, read.patient) == "chart · " + read.patient);
    BOOST_TEST(app::about_words(read, app::shown_name(read.patient, app::Names::Hidden)) == "chart · •••••");
    BOOST_TEST(app::shown_name(log.state().lines.front().patient, app::Names::Hidden).empty());
    BOOST_TEST(log.state().more);
    log.load_more();
    BOOST_TEST(log.state().lines.size() == 8U);
    BOOST_TEST(!log.state().more);
    BOOST_TEST(log.state().lines.back().seq == 1);
}

BOOST_AUTO_TEST_CASE(it_is_narrowed_to_a_person_a_patient_and_days)
{
    app::AuditPresenter log{desk_of(Role::Owner)};
    BOOST_TEST(!log.state().logins.empty());
    log.ask({acting(Role::Therapist).login, "", ""});
    BOOST_TEST(log.state().lines.size() == 7U);
    log.patient().choose({tom_id, "Tom", "", ""});
    BOOST_TEST(log.state().lines.size() == 3U);
    log.patient().type("");
    BOOST_TEST(log.state().lines.size() == 7U);

    log.ask({"", "today", "today"});
    BOOST_TEST(log.state().lines.size() == 8U);
    log.ask({"", "", "-1"});
    BOOST_TEST(log.state().lines.empty());
    log.ask({"", "someday", ""});
    BOOST_TEST(!complaint(log.state().complaints, "from").empty());
    log.ask({"", "today", "-1"});
    BOOST_TEST(!complaint(log.state().complaints, "to").empty());
    log.ask({"", "", ""});
    BOOST_TEST(log.state().complaints.empty());
    BOOST_TEST(log.state().lines.size() == 8U);
}

BOOST_AUTO_TEST_CASE(a_day_is_the_clinics_own)
{
    // 23 November 2026 begins in New York at 05:00 UTC.
    AuditEntry entry{.at = must(parse_instant("2026-11-23T04:59:00.000Z")),
        .user = {},
        .login = "night",
        .event = AuditEvent::LoginFailed,
        .entity = {},
        .entity_id = 0,
        .patient = {},
        .detail = {},
        .program_version = {}};
    records().audit().append(entry);
    entry.at = must(parse_instant("2026-11-23T05:00:00.000Z"));
    records().audit().append(entry);
    app::AuditPresenter log{desk_of(Role::Owner)};
    log.ask({"night", "2026-11-23", ""});
    BOOST_TEST_REQUIRE(log.state().lines.size() == 1U);
    BOOST_TEST((log.state().lines.front().at == time(day(2026, 11, 23), 0)));
}

BOOST_AUTO_TEST_CASE(a_verification_says_how_many_entries_it_proved)
{
    app::AuditPresenter log{desk_of(Role::Manager)};
    log.verify();
    BOOST_TEST(log.state().sound.value_or(false));
    BOOST_TEST(log.state().verdict == "All 8 entries are as they were written, and none is missing.");
}

BOOST_AUTO_TEST_CASE(what_is_saved_is_what_was_asked_for_and_an_entry)
{
    TemporaryFolder const folder;
    app::AuditPresenter log{desk_of(Role::Owner)};
    log.ask({acting(Role::Therapist).login, "", ""});
    log.save_as((folder / "log.csv").string());
    BOOST_TEST(log.state().complaints.empty());
    auto const text = read_file(folder / "log.csv");
    BOOST_TEST(std::ranges::count(text, '\n') == 8);
    BOOST_TEST((last_entry().event == AuditEvent::Export));
    BOOST_TEST(last_entry().entity == "audit");
    log.save_as((folder / "log.pdf").string());
    BOOST_TEST(read_file(folder / "log.pdf").starts_with("%PDF"));
}

BOOST_AUTO_TEST_SUITE_END()
