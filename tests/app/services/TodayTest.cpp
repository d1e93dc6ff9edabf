// SPDX-License-Identifier: Apache-2.0
#include "app/services/Today.hpp"
#include "app/services/Schedule.hpp"

#include "tests/app/services/AtTheClinic.hpp"

#include <boost/test/unit_test.hpp>

using namespace plumbline;
using namespace plumbline::testing;
using Reason = Refusal::Reason;

namespace {

struct MondayMorning : AtTheClinic {
    app::TodayBoard board(Role role = Role::Therapist, app::Scope scope = app::Scope::Mine)
    {
        return must(seen_by(role, app::today_board, today(), scope));
    }
    /// Signed visits on the days before today, the last one yesterday.
    void treated(int times)
    {
        for (int i = 0; i < times; ++i)
            signed_visit(VisitId{7000 + i}, plus_days(today(), i - times));
    }
    void score(ScoreId id, Date on, int of_each)
    {
        must(records().scores().keep(must(OutcomeScore::create(
            id, maja_id, sciatica_id, on, Measure::Odi, std::vector<std::optional<int>>(10, of_each), dana_id))));
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(today, MondayMorning)

BOOST_AUTO_TEST_CASE(the_day_stands_in_order_with_what_matters_and_what_limits)
{
    booked(2, time(AtTheClinic::today(), 11, 15), tom_id);
    booked(1, time(AtTheClinic::today(), 10, 30));
    treated(2);

    auto const rows = board().rows;

    BOOST_TEST_REQUIRE(rows.size() == 2U);
    BOOST_TEST(rows[0].name.family == "Lindqvist");
    BOOST_TEST((rows[0].episode == sciatica_id));
    BOOST_TEST(rows[0].visit_number == 4);
    BOOST_TEST(rows[0].visits_authorized.value_or(0) == 12);
    BOOST_TEST(rows[0].matters == "left-sided sciatica");
    BOOST_TEST(rows[0].alert == "cardiac pacemaker / ICD");
    BOOST_TEST(rows[1].name.family == "Bauer");
    BOOST_TEST(rows[1].alert.empty());
}

BOOST_AUTO_TEST_CASE(a_visit_is_numbered_within_the_authorization_that_counts_for_it)
{
    treated(2);
    auto grant = records().authorizations().find(AuthorizationId{maja_id.value()})->details();
    grant.visits = 3; // The evaluation and two visits: used up.
    must(records().authorizations().keep(must(Authorization::create(AuthorizationId{maja_id.value()}, grant, 1))));
    must(records().authorizations().keep(must(Authorization::create(
        AuthorizationId{900}, {.patient = maja_id, .visits = 10, .from = AtTheClinic::today()}))));
    booked(1, time(AtTheClinic::today(), 10, 30));

    auto const rows = board().rows;
    BOOST_TEST_REQUIRE(rows.size() == 1U);
    BOOST_TEST(rows[0].visit_number == 1);
    BOOST_TEST(rows[0].visits_authorized.value_or(0) == 10);
}

BOOST_AUTO_TEST_CASE(mine_is_mine_and_the_clinics_is_everyones)
{
    must(records().appointments().keep(
        must(Appointment::create(AppointmentId{1}, treatment_at(time(AtTheClinic::today(), 9), tom_id, pat_id)))));

    BOOST_TEST(board(Role::Therapist, app::Scope::Mine).rows.empty());
    BOOST_TEST(board(Role::Therapist, app::Scope::Clinic).rows.size() == 1U);
}

BOOST_AUTO_TEST_CASE(waiting_is_counted_from_arrival)
{
    booked(1, time(AtTheClinic::today(), 10, 30));
    must(by(Role::FrontDesk, app::set_status, AppointmentId{1}, AppointmentStatus::Arrived));
    clock.advance(std::chrono::minutes{7});

    BOOST_TEST(board().rows.front().waiting_minutes == 7);
}

BOOST_AUTO_TEST_CASE(the_tenth_treatment_day_asks_for_the_progress_report)
{
    booked(1, time(AtTheClinic::today(), 10, 30));
    treated(8); // With the evaluation and today: ten.

    auto const found = board();

    BOOST_TEST(found.rows.front().matters == "progress report due today");
    BOOST_TEST(found.rows.front().due);
    BOOST_TEST_REQUIRE(!found.due.empty());
    BOOST_TEST(found.due.front().what == "progress report");
    BOOST_TEST(found.due.front().when == "today");
    BOOST_TEST(found.due.front().urgent);
}

BOOST_AUTO_TEST_CASE(a_visit_moved_to_later_the_same_day_still_counts)
{
    booked(1, time(AtTheClinic::today(), 9));
    must(by(Role::FrontDesk, app::cancel, AppointmentId{1}, std::string{"later instead"}));
    booked(2, time(AtTheClinic::today(), 15));
    treated(8);

    auto const rows = board().rows;

    BOOST_TEST_REQUIRE(rows.size() == 2U);
    BOOST_TEST(!rows[0].due);
    BOOST_TEST(rows[1].matters == "progress report due today");
}

BOOST_AUTO_TEST_CASE(the_eleventh_says_that_it_is_overdue)
{
    booked(1, time(AtTheClinic::today(), 10, 30));
    treated(9);

    BOOST_TEST(board().rows.front().matters == "progress report overdue");
}

BOOST_AUTO_TEST_CASE(the_last_authorized_visits_are_told_in_time)
{
    auto details = maja();
    details.coverage.visits_authorized = 3;
    must(records().patients().keep(must(records().patients().find(maja_id)->with(details, AtTheClinic::today()))));
    booked(1, time(plus_days(AtTheClinic::today(), 3), 9));
    treated(1);

    auto const due = board().due;

    auto const row = std::ranges::find(due, std::string{"authorization"}, &app::DueRow::what);
    BOOST_TEST_REQUIRE((row != due.end()));
    BOOST_TEST(row->when == "1 visit left");
    BOOST_TEST(row->urgent);
}

BOOST_AUTO_TEST_CASE(an_overdue_certification_is_told)
{
    auto const kept = records().plans().of_episode(sciatica_id).front();
    auto details = kept.details();
    details.certification = {};
    must(records().plans().keep(must(kept.with(details, AtTheClinic::today()))));
    booked(1, time(AtTheClinic::today(), 10, 30)); // Due on 18 November: 30 days after the evaluation.

    auto const found = board();

    BOOST_TEST(found.rows.front().matters == "certification overdue");
    BOOST_TEST(found.due.front().what == "certification");
    BOOST_TEST(found.due.front().when == "5 days over");
}

BOOST_AUTO_TEST_CASE(unsigned_notes_say_what_they_miss)
{
    auto ready = treatment(time(plus_days(AtTheClinic::today(), -3), 9));
    auto unfinished = treatment(time(plus_days(AtTheClinic::today(), -2), 9));
    unfinished.interventions = {row(InterventionId{5}, bird_dog(dana_id, 0))};
    must(records().visits().keep(must(Visit::create(VisitId{1}, maja_id, sciatica_id, ready, clock.local_now()))));
    must(records().visits().keep(must(Visit::create(VisitId{2}, maja_id, sciatica_id, unfinished, clock.local_now()))));

    auto const notes = board().to_sign;

    BOOST_TEST_REQUIRE(notes.size() == 2U);
    auto const missing = [&](VisitId id) { return std::ranges::find(notes, id, &app::ToSignRow::visit)->missing; };
    BOOST_TEST(missing(VisitId{1}) == "");
    BOOST_TEST(missing(VisitId{2}) == "minutes missing");
}

BOOST_AUTO_TEST_CASE(no_improvement_after_six_weeks_asks_for_a_decision)
{
    clock.set(time(day(2026, 12, 7), 10, 30)); // Day 49.
    booked(1, time(AtTheClinic::today(), 10, 30));
    for (int i = 0; i < 9; ++i)
        signed_visit(VisitId{7000 + i}, plus_days(day(2026, 10, 22), 5 * i), 7);
    score(ScoreId{1}, day(2026, 10, 19), 2);
    score(ScoreId{2}, day(2026, 12, 3), 2);

    auto const decisions = board().decisions;

    BOOST_TEST_REQUIRE(decisions.size() == 1U);
    BOOST_TEST(decisions.front().title == "no improvement at week 7");
    BOOST_TEST(decisions.front().facts
        == "pain 7 \u2192 7, Oswestry 40 \u2192 40 %, 10 visits with exercise. Rule: surgical opinion after 6\u20138 "
           "weeks.");
}

BOOST_AUTO_TEST_CASE(a_worse_score_asks_at_any_day)
{
    booked(1, time(AtTheClinic::today(), 10, 30));
    score(ScoreId{1}, day(2026, 10, 19), 2);
    score(ScoreId{2}, day(2026, 11, 16), 3);

    auto const decisions = board().decisions;

    BOOST_TEST_REQUIRE(decisions.size() == 1U);
    BOOST_TEST(decisions.front().title == "worse at week 5");
}

BOOST_AUTO_TEST_CASE(an_open_warning_sign_has_its_own_pathway)
{
    auto details = maja();
    details.precautions.push_back({"cauda-equina", ""});
    must(records().patients().keep(must(records().patients().find(maja_id)->with(details, AtTheClinic::today()))));
    booked(1, time(AtTheClinic::today(), 10, 30));
    score(ScoreId{1}, day(2026, 10, 19), 2);
    score(ScoreId{2}, day(2026, 11, 16), 3);

    BOOST_TEST(board().decisions.empty());
}

BOOST_AUTO_TEST_CASE(the_front_desk_sees_who_comes_and_what_is_due_but_nothing_clinical)
{
    booked(1, time(AtTheClinic::today(), 10, 30));
    treated(2);
    score(ScoreId{1}, day(2026, 10, 19), 2);
    score(ScoreId{2}, day(2026, 11, 16), 3);

    auto const found = board(Role::FrontDesk, app::Scope::Clinic);

    BOOST_TEST_REQUIRE(found.rows.size() == 1U);
    BOOST_TEST(found.rows.front().alert.empty());
    BOOST_TEST(found.rows.front().matters != "left-sided sciatica");
    BOOST_TEST(found.decisions.empty());
    BOOST_TEST(found.to_sign.empty());
    BOOST_TEST(!found.due.empty());
}

BOOST_AUTO_TEST_CASE(the_next_note_is_of_whoever_is_here_then_of_whoever_comes_first)
{
    booked(1, time(AtTheClinic::today(), 10, 0));
    booked(2, time(AtTheClinic::today(), 11, 15), tom_id);
    BOOST_TEST((app::next_note(board())->appointment == AppointmentId{1}));

    must(by(Role::FrontDesk, app::set_status, AppointmentId{2}, AppointmentStatus::Arrived));
    BOOST_TEST((app::next_note(board())->appointment == AppointmentId{2}));

    must(by(Role::FrontDesk, app::set_status, AppointmentId{2}, AppointmentStatus::Done));
    must(by(Role::FrontDesk, app::set_status, AppointmentId{1}, AppointmentStatus::NoShow));
    BOOST_TEST(!app::next_note(board()).has_value());
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_FIXTURE_TEST_SUITE(booking, MondayMorning)

BOOST_AUTO_TEST_CASE(two_patients_cannot_have_one_clinician_at_once)
{
    booked(1, time(AtTheClinic::today(), 14));
    auto const second =
        must(Appointment::create(AppointmentId{2}, treatment_at(time(AtTheClinic::today(), 14, 30), tom_id)));

    BOOST_TEST(!by(Role::FrontDesk, app::book, second, app::Hours::Kept).has_value());
    BOOST_TEST(!records().appointments().find(AppointmentId{2}).has_value());
}

BOOST_AUTO_TEST_CASE(only_those_who_treat_are_booked_and_only_with_the_patients_own_episode)
{
    auto desk_work = treatment_at(time(AtTheClinic::today(), 14), maja_id, fay_id);
    BOOST_TEST(refused(
        by(Role::FrontDesk, app::book, must(Appointment::create(AppointmentId{1}, desk_work)), app::Hours::Kept),
        Reason::Invalid, "clinician"));

    auto wrong = treatment_at(time(AtTheClinic::today(), 14), tom_id);
    wrong.episode = sciatica_id;
    BOOST_TEST(
        refused(by(Role::FrontDesk, app::book, must(Appointment::create(AppointmentId{1}, wrong)), app::Hours::Kept),
            Reason::Invalid, "episode"));
}

BOOST_AUTO_TEST_CASE(a_booking_is_noted)
{
    auto const one = must(Appointment::create(AppointmentId{1}, treatment_at(time(AtTheClinic::today(), 14), tom_id)));

    BOOST_TEST(by(Role::FrontDesk, app::book, one, app::Hours::Kept).has_value());
    BOOST_TEST(was_noted(AuditEvent::Create, "appointment"));
}

BOOST_AUTO_TEST_CASE(arrival_is_stamped_and_taken_back)
{
    booked(1, time(AtTheClinic::today(), 10, 30));
    must(by(Role::FrontDesk, app::set_status, AppointmentId{1}, AppointmentStatus::Arrived));
    BOOST_TEST((records().appointments().find(AppointmentId{1})->details().arrived == clock.local_now()));

    must(by(Role::FrontDesk, app::set_status, AppointmentId{1}, AppointmentStatus::Booked));
    BOOST_TEST(!records().appointments().find(AppointmentId{1})->details().arrived.has_value());
}

BOOST_AUTO_TEST_SUITE_END()
