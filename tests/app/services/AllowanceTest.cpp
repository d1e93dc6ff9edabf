// SPDX-License-Identifier: Apache-2.0
#include "tests/app/services/AtTheFrontDesk.hpp"

#include <boost/test/unit_test.hpp>

using namespace plumbline;
using namespace plumbline::testing;
using Reason = Refusal::Reason;

namespace {

/// Maja's evaluation of 19 October has used one of the visits that her authorization allows.
struct Limited : AtTheFrontDesk {
    static constexpr AuthorizationId own{maja_id.value()};

    void allow(std::optional<int> visits, std::optional<Date> until = {}, std::optional<int> units = {})
    {
        Authorization const stored = *records().authorizations().find(own);
        auto details = stored.details();
        details.visits = visits;
        details.units = units;
        details.until = until;
        must(records().authorizations().keep(Authorization::restore(own, details, stored.version())));
    }
    void also_allow(Authorization::Details details)
    {
        details.patient = maja_id;
        must(records().authorizations().keep(must(Authorization::create(AuthorizationId{900}, details))));
    }
    /// Certified for so many weeks from today.
    void plan_from_today(int weeks = 6)
    {
        auto details = plan();
        details.established = today();
        details.weeks = weeks;
        details.certification.sent = today();
        details.certification.signed_on = today();
        details.goals.front().id = GoalId{501};
        must(records().plans().keep(
            must(PlanOfCare::create(PlanId{402}, maja_id, sciatica_id, dana_id, details, today()))));
    }
    Appointment::Details in_days(int days, PatientId patient = maja_id)
    {
        return treatment_at(time(plus_days(today(), days), 14), patient);
    }
    app::PlanWish wish() { return {.episode = sciatica_id, .clinician = dana_id, .from = today()}; }
    app::VisitProposal proposed(app::PlanWish const& wanted)
    {
        return must(by(Role::FrontDesk, app::propose_plan, wanted));
    }
};

app::Meant all_the_same()
{
    return {app::Hours::Kept, app::Limits::Overridden, "the payer was asked"};
}

} // namespace

BOOST_FIXTURE_TEST_SUITE(what_is_allowed, Limited)

BOOST_AUTO_TEST_CASE(past_the_authorized_visits_it_is_refused_unless_it_is_meant)
{
    allow(3);
    must(book(1, in_days(1)));
    must(book(2, in_days(2)));
    auto const refusal = book(3, in_days(3));
    BOOST_TEST(refused(refusal, Reason::Invalid, "limits"));
    BOOST_TEST(refusal.error().message.english() == "All 3 authorized visits are used or booked.");
    BOOST_TEST(app::can_be_meant(refusal.error()));

    must(book(3, in_days(3), all_the_same()));
    BOOST_TEST(last_entry().detail == "beyond authorization, referral or certification; reason kept");
    BOOST_TEST(stored(3).details().reason == "the payer was asked");
    // Another hour of the same day is no other visit; another day is asked about anew.
    must(by(Role::FrontDesk, app::change, AppointmentId{3},
        app::AppointmentChange{.start = time(plus_days(today(), 3), 16)}));
    BOOST_TEST(stored(3).details().reason == "the payer was asked");
    BOOST_TEST(refused(by(Role::FrontDesk, app::change, AppointmentId{3},
                           app::AppointmentChange{.start = time(plus_days(today(), 4), 16)}),
        Reason::Invalid, "limits"));
    // What is canceled leaves its visit to another.
    must(by(Role::FrontDesk, app::cancel, AppointmentId{1}, std::string{"ill"}));
    must(by(Role::FrontDesk, app::cancel, AppointmentId{3}, std::string{"ill"}));
    must(book(4, in_days(4)));
}

BOOST_AUTO_TEST_CASE(moving_one_of_the_last_visits_does_not_count_it_twice)
{
    allow(2);
    must(book(1, in_days(1)));
    must(by(Role::FrontDesk, app::change, AppointmentId{1},
        app::AppointmentChange{.start = time(plus_days(today(), 2), 9)}));
    BOOST_TEST(to_iso(stored(1).details().start) == "2026-11-25T09:00");
}

BOOST_AUTO_TEST_CASE(hours_and_limits_are_said_and_meant_together)
{
    allow(1);
    auto noon = in_days(1);
    noon.start = time(plus_days(today(), 1), 12);
    auto const refusal = book(1, noon);
    BOOST_TEST_REQUIRE(!refusal.has_value());
    BOOST_TEST(refusal.error().field == "hours");
    BOOST_TEST_REQUIRE(refusal.error().others.size() == 1U);
    BOOST_TEST(refusal.error().others.front().field == "limits");
    must(book(1, noon, app::with_meant({}, refusal.error())));
    BOOST_TEST(last_entry().detail == "outside working hours; beyond authorization, referral or certification");
}

BOOST_AUTO_TEST_CASE(after_its_end_and_after_the_certification_it_is_refused)
{
    allow(12, plus_days(today(), 3));
    BOOST_TEST(book(1, in_days(4)).error().message.english() == "The authorization ends on 26 Nov 2026.");
    allow({});
    // The certified plan of 19 October lasts six weeks.
    auto const refusal = book(1, in_days(14));
    BOOST_TEST(refused(refusal, Reason::Invalid, "limits"));
    BOOST_TEST(refusal.error().message.english().starts_with("The certification ends on "));
    auto evaluation = in_days(14);
    evaluation.type = AppointmentType::ReEvaluation; // What the next certification rests on.
    must(book(1, evaluation));
}

BOOST_AUTO_TEST_CASE(who_has_no_authorization_is_not_limited)
{
    for (int i = 0; i < 5; ++i)
        must(book(1 + i, in_days(28 + i, tom_id)));
}

BOOST_AUTO_TEST_CASE(a_series_lists_what_goes_beyond)
{
    allow(3);
    auto const proposal = must(by(Role::FrontDesk, app::propose_series, in_days(0), std::string{"FREQ=DAILY;COUNT=4"},
        std::vector<Date>{}, app::Meant{}));
    BOOST_TEST(proposal.conflicts() == 2);
    BOOST_TEST((!proposal.visits[1].conflict && proposal.visits[2].conflict->field == "limits"));
    BOOST_TEST(
        must(by(Role::FrontDesk, app::book_proposal, proposal, app::Conflicts::Skip, app::Meant{})).appointments.size()
        == 2U);
}

BOOST_AUTO_TEST_CASE(who_waits_is_not_booked_beyond)
{
    allow(1);
    must(by(Role::FrontDesk, app::put_on_waitlist,
        must(WaitlistEntry::create(WaitlistEntryId{2}, {.patient = maja_id, .since = today()}))));
    Opening const opening{dana_id, time(today(), 14), Minutes{45}, {}};
    auto const fill = [&](app::Meant const& meant) {
        return by(Role::FrontDesk, app::fill_from_waitlist, WaitlistEntryId{2}, 1, AppointmentId{5}, opening, meant);
    };
    BOOST_TEST(refused(fill({}), Reason::Invalid, "limits"));
    BOOST_TEST(must(seen_by(Role::FrontDesk, app::waitlist)).size() == 1U);
    must(fill(all_the_same()));
}

BOOST_AUTO_TEST_CASE(two_a_week_for_six_weeks_are_twelve_although_the_evaluation_was_today)
{
    allow({});
    plan_from_today();
    auto evaluation = first_evaluation();
    evaluation.on = today();
    must(records().evaluations().keep(
        must(Evaluation::create(EvaluationId{302}, maja_id, sciatica_id, dana_id, evaluation, today()))));
    BOOST_TEST(proposed(wish()).visits.size() == 12U);
}

BOOST_AUTO_TEST_CASE(the_days_of_a_week_lie_apart_wherever_it_begins)
{
    allow({});
    plan_from_today();
    auto wanted = wish();
    wanted.from = plus_days(today(), 5); // A Saturday.
    std::vector<int> days;
    for (auto const& visit : proposed(wanted).visits)
        days.push_back(days_between(today(), day_of(visit.details.start)));
    // Monday and Thursday, until the certification ends.
    BOOST_TEST((days == std::vector{7, 10, 14, 17, 21, 24, 28, 31, 35, 38}));
}

BOOST_AUTO_TEST_CASE(a_day_that_was_treated_today_counts_once)
{
    plan_from_today();
    allow(4);
    signed_visit(VisitId{1}, today());
    auto done = treatment_at(time(today(), 10, 30), maja_id);
    done.status = AppointmentStatus::Done;
    must(records().appointments().keep(appointment(1, done)));
    // The evaluation and today used two of four.
    BOOST_TEST(proposed(wish()).visits.size() == 2U);
}

BOOST_AUTO_TEST_CASE(a_later_authorization_on_file_extends_the_plan)
{
    plan_from_today();
    allow(12, plus_days(today(), 13));
    auto const two_weeks = proposed(wish());
    BOOST_TEST(two_weeks.visits.size() == 4U);
    BOOST_TEST(two_weeks.limits.front().english() == "The authorization ends on 6 Dec 2026.");
    also_allow({.visits = 3, .from = plus_days(today(), 14)});
    BOOST_TEST(proposed(wish()).visits.size() == 7U);
}

BOOST_AUTO_TEST_CASE(visits_of_another_episode_count_on_what_is_for_the_whole_patient)
{
    plan_from_today();
    allow(6);
    Episode::Details other = sciatica();
    other.title = "shoulder";
    must(records().episodes().keep(Episode::restore(EpisodeId{209}, maja_id, other, 0)));
    auto shoulder = in_days(1);
    shoulder.episode = EpisodeId{209};
    must(book(1, shoulder));
    // One by the evaluation, one by the shoulder.
    BOOST_TEST(proposed(wish()).visits.size() == 4U);
}

BOOST_AUTO_TEST_CASE(units_are_counted_ahead)
{
    plan_from_today();
    allow({}, {}, 10);
    // 45 minutes can have three timed units: three visits, and the tenth unit is not enough for another.
    auto const short_plan = proposed(wish());
    BOOST_TEST(short_plan.visits.size() == 3U);
    BOOST_TEST(short_plan.limits.front().english() == "The 10 authorized units allow no other visit.");
}

BOOST_AUTO_TEST_CASE(any_table_of_the_kind_will_do)
{
    allow({});
    plan_from_today(1);
    ResourceId const other{72};
    must(records().resources().keep(must(Resource::create(other, {ResourceKind::TractionTable, "Upper table", true}))));
    auto taken = treatment_at(time(today(), 11), tom_id, pat_id);
    taken.resources = {table};
    must(book(1, taken));
    auto wanted = wish();
    wanted.any_of_kind = {ResourceKind::TractionTable};
    wanted.between = DaySpan{std::chrono::hours{11}, std::chrono::hours{12}};
    auto const found = proposed(wanted);
    BOOST_TEST_REQUIRE(found.visits.size() == 2U);
    BOOST_TEST((found.visits[0].details.resources == std::vector{other}));
    BOOST_TEST((found.visits[1].details.resources == std::vector{table}));
}

BOOST_AUTO_TEST_CASE(one_of_a_proposal_goes_elsewhere_before_it_is_booked)
{
    allow({});
    plan_from_today(1);
    auto const first = proposed(wish());
    BOOST_TEST_REQUIRE(first.visits.size() == 2U);
    must(book(9, treatment_at(time(plus_days(today(), 2), 9), tom_id)));
    auto const moved = [&](ClinicTime start) {
        return must(by(Role::FrontDesk, app::with_visit_at, first, std::size_t{1}, start, app::Meant{}));
    };
    BOOST_TEST((moved(time(plus_days(today(), 2), 9)).visits[1].conflict->reason == Reason::Conflict));
    // Nor onto the other visit of the same proposal.
    BOOST_TEST(moved(first.visits[0].details.start).visits[1].conflict.has_value());
    auto const free = moved(time(plus_days(today(), 2), 10));
    BOOST_TEST(free.conflicts() == 0);
    auto const edit = must(by(Role::FrontDesk, app::book_proposal, free, app::Conflicts::Refuse, app::Meant{}));
    BOOST_TEST((edit.appointments[1].after->details().start == time(plus_days(today(), 2), 10)));
}

BOOST_AUTO_TEST_SUITE_END()
