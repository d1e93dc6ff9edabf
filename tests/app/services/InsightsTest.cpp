// SPDX-License-Identifier: Apache-2.0
#include "app/services/Insights.hpp"

#include "app/services/InsightTables.hpp"
#include "tests/app/services/AtTheClinic.hpp"

#include <boost/test/unit_test.hpp>

using namespace plumbline;
using namespace plumbline::app;
using namespace plumbline::testing;

namespace {

struct AtTheDesk : AtTheClinic {
    std::int64_t next = 1;
    void came(ClinicTime start, AppointmentStatus status, UserId clinician = dana_id,
        AppointmentType type = AppointmentType::Treatment, PatientId patient = maja_id)
    {
        auto details = treatment_at(start, patient, clinician);
        details.status = status;
        details.type = type;
        must(records().appointments().keep(must(Appointment::create(AppointmentId{next++}, details))));
    }
    Insights of(int weeks) { return must(seen_by(Role::Manager, insights, weeks)); }
};

InsightTable const& table(std::vector<InsightTable> const& all, std::string_view code)
{
    return *std::ranges::find(all, code, &InsightTable::code);
}

} // namespace

BOOST_FIXTURE_TEST_SUITE(clinic_insights, AtTheDesk)

BOOST_AUTO_TEST_CASE(are_for_owner_and_manager_alone)
{
    for (Role const role : all_roles()) {
        bool const may = role == Role::Owner || role == Role::Manager;
        BOOST_TEST(seen_by(role, insights, 4).has_value() == may, code(role));
    }
    BOOST_TEST(refused(seen_by(Role::Owner, insights, 0), Refusal::Reason::Invalid, "weeks"));
    BOOST_TEST(refused(seen_by(Role::Owner, insights, 105), Refusal::Reason::Invalid, "weeks"));
}

BOOST_AUTO_TEST_CASE(count_whole_weeks_from_monday_and_nothing_of_the_future)
{
    using enum AppointmentStatus;
    Date const monday = today(); // 23 November 2026, 10:30.
    came(time(plus_days(monday, -1), 9), Done);
    came(time(plus_days(monday, -7), 9), Done);
    came(time(plus_days(monday, -6), 9), NoShow);
    came(time(plus_days(monday, -5), 9), Cancelled);
    came(time(plus_days(monday, -4), 9), Booked); // Nobody wrote what became of it.
    came(time(plus_days(monday, -8), 9), Done);   // The week before.
    came(time(monday, 9), Done, pat_id);
    came(time(monday, 15), Booked); // Still to come.

    auto const found = of(2);
    BOOST_TEST_REQUIRE(found.weeks.size() == 2U);
    BOOST_TEST((found.from == plus_days(monday, -7)));
    BOOST_TEST(found.weeks[0].seen == 2);
    BOOST_TEST(found.weeks[0].missed == 1);
    BOOST_TEST(found.weeks[0].canceled == 1);
    BOOST_TEST(found.weeks[0].open == 1);
    BOOST_TEST(found.weeks[0].booked() == 5);
    BOOST_TEST(found.weeks[1].booked() == 1);
    BOOST_TEST((found.weeks[1].minutes_of.at(pat_id) == Minutes{45}));
    BOOST_TEST((found.weeks[0].minutes_of.at(dana_id) == Minutes{3 * 45}));
}

BOOST_AUTO_TEST_CASE(count_a_class_once)
{
    Date const day = plus_days(today(), -5);
    came(time(day, 9), AppointmentStatus::Done, dana_id, AppointmentType::Group);
    came(time(day, 9), AppointmentStatus::Done, dana_id, AppointmentType::Group, tom_id);

    auto const week = of(2).weeks[0];
    BOOST_TEST(week.seen == 2);
    BOOST_TEST((week.minutes_of.at(dana_id) == Minutes{45}));
}

BOOST_AUTO_TEST_CASE(compare_what_was_booked_with_what_was_worked)
{
    // Dana works Tuesday mornings alone: 4 hours.
    WorkingHours::Details week;
    week.week[1] = {{Minutes{8 * 60}, Minutes{12 * 60}}};
    must(records().hours().keep(must(WorkingHours::create(dana_id, week))));
    came(time(plus_days(today(), -6), 9), AppointmentStatus::Done);

    auto const found = of(2);
    BOOST_TEST((found.weeks[0].worked_of.at(dana_id) == Minutes{240}));
    BOOST_TEST((found.weeks[1].worked_of.at(dana_id) == Minutes{0})); // Tomorrow is not over.
    auto const tables = tables_of(found);
    auto const& used = table(tables, "utilization");
    auto const place = std::ranges::find(used.columns, "Dana Reyes, PT, DPT", &InsightTable::Column::title);
    BOOST_TEST_REQUIRE((place != used.columns.end()));
    BOOST_TEST(used.rows[1].cells[static_cast<std::size_t>(place - used.columns.begin())] == "19\u00A0%");
}

BOOST_AUTO_TEST_CASE(count_people_whose_first_episode_began)
{
    auto const found = of(12);
    int all = 0;
    for (InsightsWeek const& week : found.weeks)
        all += week.new_patients;
    BOOST_TEST(all == 1); // Maja on 19 October; Tom has no episode.
}

BOOST_AUTO_TEST_CASE(tell_outcomes_by_diagnosis_with_n_and_the_share_that_matters)
{
    // Evaluated at 7 on 19 October; two points down is an important change of pain (Ostelo 2008).
    signed_visit(VisitId{61}, plus_days(today(), -3), 5);
    auto found = of(12);
    BOOST_TEST_REQUIRE(found.outcomes.size() == 1U);
    OutcomeRow const pain = found.outcomes[0];
    BOOST_TEST((pain.measure == Measure::Nprs));
    BOOST_TEST(pain.diagnosis == records().episodes().find(sciatica_id)->details().diagnoses.front());
    BOOST_TEST(!pain.title.empty());
    BOOST_TEST(pain.episodes == 1);
    BOOST_TEST(pain.first == 7);
    BOOST_TEST(pain.last == 5);
    BOOST_TEST(pain.important == 1);

    signed_visit(VisitId{62}, plus_days(today(), -1), 6);
    BOOST_TEST(of(12).outcomes[0].important == 0);
}

BOOST_AUTO_TEST_CASE(a_measure_taken_once_is_no_outcome)
{
    BOOST_TEST(of(12).outcomes.empty());
    auto const tables = tables_of(of(12));
    BOOST_TEST(table(tables, "outcomes").nothing == "No episode has been measured twice.");
    BOOST_TEST(table(tables, "outcomes").charts.empty());
}

BOOST_AUTO_TEST_CASE(become_tables_whose_pictures_show_the_same_numbers)
{
    came(time(plus_days(today(), -7), 9), AppointmentStatus::Done);
    came(time(plus_days(today(), -6), 9), AppointmentStatus::NoShow);
    signed_visit(VisitId{61}, plus_days(today(), -3), 5);
    auto const tables = tables_of(of(4));

    for (InsightTable const& one : tables) {
        BOOST_TEST(!one.meaning.empty());
        BOOST_TEST(!one.charts.empty(), one.code);
        for (InsightTable::Row const& row : one.rows)
            BOOST_TEST(row.cells.size() == one.columns.size(), one.code);
    }
    auto const& visits = table(tables, "visits");
    BOOST_TEST(visits.figure == "1"); // Friday's.
    BOOST_TEST(visits.rows.size() == 4U);
    BOOST_TEST(visits.rows[1].cells[1] == "1"); // Newest first.
    BOOST_TEST(visits.charts[0].series[0].points[2].value == 1);
    BOOST_TEST(table(tables, "cancellations").figure == "50\u00A0%");
    BOOST_TEST(csv_of(visits).find("\"16 Nov 2026\",\"1\",\"1\"") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(that_leave_the_program_are_in_the_audit_log)
{
    BOOST_TEST(by(Role::Manager, note_taken_out, AuditEvent::Print, std::string{"visits"}).has_value());
    BOOST_TEST(was_noted(AuditEvent::Print, "insights"));
    BOOST_TEST(!by(Role::FrontDesk, note_taken_out, AuditEvent::Print, std::string{"visits"}).has_value());
}

BOOST_AUTO_TEST_SUITE_END()
