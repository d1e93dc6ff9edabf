// SPDX-License-Identifier: Apache-2.0
#include "app/services/Reminders.hpp"

#include "persistence/exchange/csv/CsvReader.hpp"
#include "tests/app/services/AtTheClinic.hpp"

#include <boost/test/unit_test.hpp>

using namespace plumbline;
using namespace plumbline::app;
using namespace plumbline::testing;

namespace {

std::vector<std::vector<std::string>> rows_of(std::string_view csv)
{
    std::vector<std::vector<std::string>> rows;
    auto const read = exchange::read_csv(csv.substr(3), [&](exchange::CsvRow const& row) {
        rows.emplace_back(row.cells.begin(), row.cells.end());
        return true;
    });
    BOOST_TEST(read.has_value());
    return rows;
}

struct AtTheDesk : AtTheClinic {
    void reach(PatientId id, std::string name, bool agreed)
    {
        Patient const before = *records().patients().find(id);
        auto details = before.details();
        details.name.given = std::move(name);
        details.contact.mobile = "555-0199";
        details.contact.email = "someone@example.org";
        details.consent.messages = agreed ? std::optional{today()} : std::nullopt;
        must(records().patients().keep(must(before.with(details, today()))));
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(reminders_for_a_mail_merge, AtTheDesk)

BOOST_AUTO_TEST_CASE(name_mobile_and_mail_only_of_who_agreed_to_messages)
{
    reach(maja_id, "Maja", true);
    reach(tom_id, "Tom", false);
    Date const tomorrow = plus_days(today(), 1);
    booked(1, time(tomorrow, 9, 0));
    booked(2, time(tomorrow, 10, 0), tom_id);

    auto const rows = must(seen_by(Role::FrontDesk, reminders, ReminderWish{tomorrow, tomorrow, {}}));
    BOOST_TEST_REQUIRE(rows.size() == 2U);
    BOOST_TEST(rows[0].email == "someone@example.org");
    BOOST_TEST(rows[0].mobile == "555-0199");
    BOOST_TEST(rows[1].email.empty());
    BOOST_TEST(rows[1].mobile.empty());
}

BOOST_AUTO_TEST_CASE(become_a_file_that_says_when_and_with_whom_and_runs_nothing)
{
    reach(maja_id, "=cmd|' /C calc'!A0", true);
    Date const tomorrow = plus_days(today(), 1);
    booked(1, time(tomorrow, 9, 0));

    auto const csv = must(by(Role::FrontDesk, export_reminders, ReminderWish{tomorrow, tomorrow, {}}));
    auto const rows = rows_of(csv);
    BOOST_TEST_REQUIRE(rows.size() == 2U);
    BOOST_TEST(rows[0][0] == "name");
    BOOST_TEST(rows[1][0].starts_with("'="));
    BOOST_TEST(rows[1][3] == "2026-11-24");
    BOOST_TEST(rows[1][5] == "09:00");
    BOOST_TEST(rows[1][7] == "Dana Reyes, PT, DPT");
    BOOST_TEST(csv.find("ciatica") == std::string::npos);
    BOOST_TEST(csv.find("Treatment") == std::string::npos);
    BOOST_TEST((last_entry().event == AuditEvent::Export));
}

BOOST_AUTO_TEST_CASE(are_not_for_who_only_reads)
{
    BOOST_TEST(refused(
        by(Role::ReadOnly, export_reminders, ReminderWish{today(), today(), {}}), Refusal::Reason::NotAllowed, ""));
}

BOOST_AUTO_TEST_SUITE_END()
