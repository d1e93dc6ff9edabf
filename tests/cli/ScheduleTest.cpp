// SPDX-License-Identifier: Apache-2.0
#include "tests/cli/Running.hpp"

#include <boost/test/unit_test.hpp>

#include <set>

using namespace plumbline::testing;

namespace {

/// The first of a list, as it was printed.
std::string first_of(Run const& run)
{
    return nlohmann::ordered_json::parse(run.out)[0].dump();
}

/// The demo clinic's next year has no appointment yet.
struct NextYear {
    DemoClinic clinic;
    std::string patient = clinic.ask("patient list --limit 1").json()[0]["id"].get<std::string>();
    std::string other = clinic.ask("patient list --limit 2").json()[1]["id"].get<std::string>();

    Run book_within_limits(std::string const& start, std::string const& whom, std::string const& more = "") const
    {
        return clinic.ask(
            "schedule book --patient " + whom + " --clinician demo --minutes 45 --start " + start + ' ' + more);
    }
    /// Nobody is certified for next year.
    Run book(std::string const& start, std::string const& whom, std::string const& more = "") const
    {
        return book_within_limits(start, whom, "--beyond-limits " + more);
    }
    Run list(std::string const& from, std::string const& to) const
    {
        return clinic.ask("schedule list --clinician demo --from " + from + " --to " + to);
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(schedule_on_the_command_line, NextYear)

BOOST_AUTO_TEST_CASE(an_appointment_is_booked_moved_and_canceled)
{
    auto const booked = book("2035-06-04T10:00", patient);
    BOOST_TEST_REQUIRE(booked.code == 0, booked.err);
    BOOST_TEST(keys(booked.out) == "booked conflicts");
    auto const row = booked.json()["booked"][0];
    BOOST_TEST(keys(row.dump()) == "clinician id minutes patient_id start status type");
    auto const id = row["id"].get<std::string>();

    auto const taken = book("2035-06-04T10:30", other);
    BOOST_TEST(taken.code == 5);
    BOOST_TEST(taken.json()["conflicts"].size() == 1U);
    BOOST_TEST(taken.err.find("10:00") != std::string::npos);

    auto const moved = clinic.ask("schedule move " + id + " --beyond-limits --start 2035-06-04T14:00");
    BOOST_TEST_REQUIRE(moved.code == 0, moved.err);
    BOOST_TEST(moved.json()["start"] == "2035-06-04T14:00");
    BOOST_TEST(book("2035-06-04T10:30", other).code == 0);
    BOOST_TEST(clinic.ask("schedule move " + id + " --start 2035-06-04T10:30").code == 5);

    auto const canceled = clinic.ask("schedule cancel " + id + " --reason ill");
    BOOST_TEST_REQUIRE(canceled.code == 0, canceled.err);
    BOOST_TEST(canceled.json()["status"] == "cancelled");
    auto const listed = list("2035-06-04", "2035-06-04");
    BOOST_TEST(keys(first_of(listed)) == "id patient_id clinician start minutes type status");
    BOOST_TEST(listed.json().size() == 2U);
}

BOOST_AUTO_TEST_CASE(a_series_is_booked_whole_or_not_at_all)
{
    BOOST_TEST_REQUIRE(book("2035-06-12T10:00", other).code == 0);
    auto const clash = book("2035-06-05T10:00", patient, "--repeat 'FREQ=WEEKLY;COUNT=3'");
    BOOST_TEST(clash.code == 5);
    BOOST_TEST(clash.json()["booked"].empty());
    BOOST_TEST(clash.json()["conflicts"][0]["start"] == "2035-06-12T10:00");

    auto const whole = book("2035-06-05T11:00", patient, "--repeat 'FREQ=WEEKLY;COUNT=3'");
    BOOST_TEST_REQUIRE(whole.code == 0, whole.err);
    BOOST_TEST(whole.json()["booked"].size() == 3U);
    BOOST_TEST(book("2035-06-05T11:00", patient, "--repeat FREQ=SOMETIMES").code == 5);

    auto const shorter =
        book("2035-06-05T15:00", patient, "--repeat 'FREQ=WEEKLY;COUNT=4' --except 2035-06-12 --except 2035-06-26");
    BOOST_TEST_REQUIRE(shorter.code == 0, shorter.err);
    BOOST_TEST(shorter.json()["booked"].size() == 2U);
}

BOOST_AUTO_TEST_CASE(beyond_what_is_certified_it_has_to_be_meant)
{
    std::string const id = clinic.ask("patient list --limit 20").json()[3]["id"].get<std::string>();
    auto const refused = book_within_limits("2035-06-20T10:00", id);
    BOOST_TEST(refused.code == 5);
    BOOST_TEST(refused.err.find("ends on") != std::string::npos, refused.err);
    BOOST_TEST(book_within_limits("2035-06-20T10:00", id, "--beyond-limits --reason 'the payer was asked'").code == 0);
    auto const log = clinic.ask("audit list --limit 5");
    BOOST_TEST(log.out.find("beyond authorization, referral or certification; reason kept") != std::string::npos);
    BOOST_TEST(log.out.find("payer was asked") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(what_the_schedule_rests_on_is_listed)
{
    auto const hours = clinic.ask("schedule hours");
    BOOST_TEST_REQUIRE(hours.code == 0, hours.err);
    BOOST_TEST(
        keys(first_of(hours)) == "clinician monday tuesday wednesday thursday friday saturday sunday exceptions");
    auto const rooms = clinic.ask("schedule rooms");
    BOOST_TEST_REQUIRE(rooms.code == 0, rooms.err);
    BOOST_TEST(keys(first_of(rooms)) == "id kind name active");
    auto const allowed = clinic.ask("patient authorizations " + patient);
    BOOST_TEST_REQUIRE(allowed.code == 0, allowed.err);
    BOOST_TEST(keys(first_of(allowed))
        == "id kind episode_id payer number visits visits_used units units_used from until ended exhausted");
    BOOST_TEST(clinic.ask("patient authorizations 999").code == 3);
    BOOST_TEST(clinic.ask("patient authorizations Lindqvist").code == 5);
}

BOOST_AUTO_TEST_CASE(openings_are_free_and_outside_hours_is_said)
{
    auto const found = clinic.ask("schedule openings --minutes 45 --from 2035-06-18 --days 1 --clinician demo");
    BOOST_TEST_REQUIRE(found.code == 0, found.err);
    BOOST_TEST_REQUIRE(!found.json().empty());
    BOOST_TEST(keys(first_of(found)) == "clinician start minutes");
    auto const start = found.json()[0]["start"].get<std::string>();
    BOOST_TEST(book(start, patient).code == 0);
    BOOST_TEST(
        clinic.ask("schedule openings --minutes 45 --from 2035-06-18 --days 1 --clinician demo").json()[0]["start"]
        != start);

    auto const dates = [](auto const& answer) {
        std::set<std::string> days;
        for (auto const& row : answer.json())
            days.insert(row["start"].template get<std::string>().substr(0, 10));
        return days;
    };
    // Ten dates that have some, and only Mondays when only these will do.
    BOOST_TEST(dates(clinic.ask("schedule openings --minutes 45 --from 2035-06-18")).size() == 10U);
    auto const mondays = clinic.ask(
        "schedule openings --minutes 45 --from 2035-06-18 --days 3 --weekdays mo --between 09:00-12:00 --each 1");
    BOOST_TEST((dates(mondays) == std::set<std::string>{"2035-06-18", "2035-06-25", "2035-07-02"}));
    auto const with_table = clinic.ask("schedule openings --minutes 45 --from 2035-06-18 --kind traction-table");
    BOOST_TEST_REQUIRE(!with_table.json().empty());
    BOOST_TEST(keys(first_of(with_table)) == "clinician start minutes resources");
    BOOST_TEST(clinic.ask("schedule openings --minutes 45 --from 2035-06-18 --kind balloon").code == 5);
    BOOST_TEST(clinic.ask("schedule openings --minutes 45 --from 2035-06-18 --resource nowhere").code == 3);

    BOOST_TEST(book("2035-06-18T03:00", patient).code == 5);
    BOOST_TEST(book("2035-06-18T03:00", patient, "--outside-hours").code == 0);
    BOOST_TEST(clinic.ask("schedule openings --minutes 45 --from tomorrow").code == 5);
    BOOST_TEST(clinic.ask("schedule cancel 1 --reason ill").code == 3);
    BOOST_TEST(clinic.ask("schedule cancel 1").code == 2);
    BOOST_TEST(book("2035-06-18T10:00", "1").code == 3);
}

BOOST_AUTO_TEST_SUITE_END()
