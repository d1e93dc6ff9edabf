// SPDX-License-Identifier: Apache-2.0
#include "domain/scheduling/OpeningSearch.hpp"
#include "tests/app/services/AtTheFrontDesk.hpp"

#include <boost/test/unit_test.hpp>

using namespace plumbline;
using namespace plumbline::testing;
using Reason = Refusal::Reason;

namespace {

struct Repeating : AtTheFrontDesk {
    app::VisitProposal propose(ClinicTime first, std::string const& rule)
    {
        return must(by(Role::FrontDesk, app::propose_series, treatment_at(first, tom_id), rule, std::vector<Date>{},
            app::Hours::Kept));
    }
    app::ScheduleEdit booked_series(ClinicTime first, std::string const& rule)
    {
        return must(
            by(Role::FrontDesk, app::book_proposal, propose(first, rule), app::Conflicts::Refuse, app::Hours::Kept));
    }
    std::vector<ClinicTime> starts(SeriesId series)
    {
        std::vector<ClinicTime> found;
        for (Appointment const& one : records().appointments().of_series(series))
            if (takes_time(one))
                found.push_back(one.details().start);
        return found;
    }
    std::string hours_of_all()
    {
        std::string hours;
        for (Appointment const& one : records().appointments().between(today(), plus_days(today(), 60), {}))
            if (takes_time(one))
                hours.append(hours.empty() ? "" : " ").append(to_clock(one.details().start));
        return hours;
    }
    static SeriesId series_of(app::ScheduleEdit const& edit) { return edit.series.front().after->id(); }
    static app::Seen nth(app::ScheduleEdit const& edit, std::size_t n) { return edit.appointments[n].after->id(); }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(schedule_series, Repeating)

BOOST_AUTO_TEST_CASE(a_series_is_shown_with_its_conflicts_and_booked_in_one_piece)
{
    must(book(
        1, treatment_at(time(plus_days(today(), 7), 14, 15), maja_id), {app::Hours::Kept, app::Limits::Overridden}));
    auto const proposal = propose(time(today(), 14), "FREQ=WEEKLY;COUNT=3");
    BOOST_TEST(proposal.visits.size() == 3U);
    BOOST_TEST(proposal.conflicts() == 1);
    BOOST_TEST(proposal.visits[1].conflict->message.english()
        == "The clinician already has an appointment from 14:15 to 15:00 on 30 Nov 2026.");
    BOOST_TEST(refused(by(Role::FrontDesk, app::book_proposal, proposal, app::Conflicts::Refuse, app::Hours::Kept),
        Reason::Conflict, "start"));
    BOOST_TEST(state().appointments.size() == 1U);

    auto const edit = must(by(Role::FrontDesk, app::book_proposal, proposal, app::Conflicts::Skip, app::Hours::Kept));
    BOOST_TEST(edit.appointments.size() == 2U);
    BOOST_TEST(starts(series_of(edit)).size() == 2U);
    must(undo(edit));
    BOOST_TEST(state().appointments.size() == 1U);
    BOOST_TEST(state().series.empty());
}

BOOST_AUTO_TEST_CASE(moving_this_following_or_all_moves_no_more_than_that)
{
    auto const edit = booked_series(time(today(), 14), "FREQ=WEEKLY;BYDAY=MO,WE;COUNT=4");
    auto const later = [&](std::size_t n, app::SeriesScope scope, Minutes by_how_much) {
        ClinicTime const start = records().appointments().find(nth(edit, n).id)->details().start + by_how_much;
        return must(by(Role::FrontDesk, app::change_series, nth(edit, n),
            app::SeriesChange{.scope = scope, .change = {.start = start}}, app::Conflicts::Refuse));
    };
    later(1, app::SeriesScope::This, Minutes{60});
    BOOST_TEST(hours_of_all() == "14:00 15:00 14:00 14:00");
    auto const following = later(2, app::SeriesScope::ThisAndFollowing, Minutes{120});
    BOOST_TEST(hours_of_all() == "14:00 15:00 16:00 16:00");
    BOOST_TEST(starts(series_of(edit)).size() == 2U); // The others are a series of their own.
    must(undo(following));
    BOOST_TEST(hours_of_all() == "14:00 15:00 14:00 14:00");
    BOOST_TEST(starts(series_of(edit)).size() == 4U);
    later(0, app::SeriesScope::All, Minutes{-60});
    BOOST_TEST(hours_of_all() == "13:00 14:00 13:00 13:00");
}

BOOST_AUTO_TEST_CASE(a_series_shifted_onto_its_own_days_does_not_clash_with_itself)
{
    auto const edit = booked_series(time(plus_days(today(), 1), 14), "FREQ=DAILY;COUNT=3");
    must(by(Role::FrontDesk, app::change_series, nth(edit, 0),
        app::SeriesChange{.scope = app::SeriesScope::All, .change = {.start = time(plus_days(today(), 2), 14)}},
        app::Conflicts::Refuse));
    std::vector<ClinicTime> const expected{
        time(plus_days(today(), 2), 14), time(plus_days(today(), 3), 14), time(plus_days(today(), 4), 14)};
    BOOST_TEST((starts(series_of(edit)) == expected));
}

BOOST_AUTO_TEST_CASE(a_status_belongs_to_the_occurrence_and_what_has_begun_stays)
{
    auto const edit = booked_series(time(today(), 14), "FREQ=DAILY;COUNT=3");
    must(by(Role::FrontDesk, app::set_status, nth(edit, 0), AppointmentStatus::Arrived));
    BOOST_TEST((records().appointments().find(nth(edit, 1).id)->details().status == AppointmentStatus::Booked));
    must(by(Role::FrontDesk, app::change_series, nth(edit, 1),
        app::SeriesChange{.scope = app::SeriesScope::All, .change = {.start = time(plus_days(today(), 1), 15)}},
        app::Conflicts::Refuse));
    BOOST_TEST(hours_of_all() == "14:00 15:00 15:00");
    auto const gone =
        must(by(Role::FrontDesk, app::cancel_series, nth(edit, 1), app::SeriesScope::All, std::string{"moved away"}));
    BOOST_TEST(gone.appointments.size() == 2U);
    BOOST_TEST(hours_of_all() == "14:00");
    must(undo(gone));
    BOOST_TEST(hours_of_all() == "14:00 15:00 15:00");
}

BOOST_AUTO_TEST_CASE(a_new_rule_lays_the_following_out_anew)
{
    auto const edit = booked_series(time(today(), 14), "FREQ=WEEKLY;BYDAY=MO;COUNT=4");
    auto const change = app::SeriesChange{
        .scope = app::SeriesScope::ThisAndFollowing, .change = {}, .rule = "FREQ=WEEKLY;BYDAY=TU,MO;COUNT=2"};
    auto const shown = must(by(Role::FrontDesk, app::propose_series_change, nth(edit, 1), change));
    BOOST_TEST(shown.conflicts() == 0);
    auto const done = must(by(Role::FrontDesk, app::change_series, nth(edit, 1), change, app::Conflicts::Refuse));
    std::vector<ClinicTime> const expected{time(plus_days(today(), 7), 14), time(plus_days(today(), 8), 14)};
    BOOST_TEST((starts(series_of(done)) == expected));
    must(undo(done));
    BOOST_TEST(starts(series_of(edit)).size() == 4U);
}

BOOST_AUTO_TEST_CASE(an_existing_visit_becomes_the_first_of_a_series)
{
    must(book(1, treatment_at(time(today(), 14), tom_id)));
    auto const proposal = must(by(Role::FrontDesk, app::propose_series_from, AppointmentId{1}, app::AppointmentChange{},
        std::string{"FREQ=WEEKLY;COUNT=3"}, std::vector<Date>{plus_days(today(), 7)}));
    auto const edit = must(by(Role::FrontDesk, app::book_proposal, proposal, app::Conflicts::Refuse, app::Hours::Kept));
    std::vector<ClinicTime> const expected{time(today(), 14), time(plus_days(today(), 14), 14)};
    BOOST_TEST((starts(series_of(edit)) == expected));
    must(undo(edit));
    BOOST_TEST(!stored(1).details().series.has_value());
}

BOOST_AUTO_TEST_CASE(ten_oclock_stays_ten_oclock_when_the_clocks_change)
{
    clock.set(time(day(2026, 10, 28), 8));
    auto const proposal = propose(time(day(2026, 10, 28), 10), "FREQ=WEEKLY;COUNT=2");
    BOOST_TEST((proposal.visits[1].details.start == time(day(2026, 11, 4), 10)));
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_FIXTURE_TEST_SUITE(schedule_plan, Repeating)

BOOST_AUTO_TEST_CASE(the_plan_is_booked_within_certification_and_authorization)
{
    // Twice a week for six weeks from 19 October: the certified time ends in the week of today.
    app::PlanWish wish{.episode = sciatica_id, .clinician = dana_id, .from = today()};
    auto const short_plan = must(by(Role::FrontDesk, app::propose_plan, wish));
    BOOST_TEST(short_plan.asked == 12);
    BOOST_TEST(short_plan.visits.size() == 2U);
    BOOST_TEST(!short_plan.limits.empty());

    auto details = plan();
    details.established = today();
    details.certification.sent = today();
    details.certification.signed_on = today();
    details.goals.front().id = GoalId{501};
    must(
        records().plans().keep(must(PlanOfCare::create(PlanId{402}, maja_id, sciatica_id, dana_id, details, today()))));
    wish.between = DaySpan{std::chrono::hours{13}, std::chrono::hours{18}};
    wish.about = std::chrono::hours{15};
    wish.resources = {table};
    auto const whole = must(by(Role::FrontDesk, app::propose_plan, wish));

    // The evaluation used one of the 12 authorized visits.
    BOOST_TEST(whole.visits.size() == 11U);
    std::map<int, int> a_week;
    for (auto const& visit : whole.visits) {
        ++a_week[days_between(today(), day_of(visit.details.start)) / 7];
        BOOST_TEST(to_clock(visit.details.start) == "15:00");
    }
    for (auto const& [week, visits] : a_week)
        BOOST_TEST(visits <= 2, "week " << week);

    auto const edit = must(by(Role::FrontDesk, app::book_proposal, whole, app::Conflicts::Refuse, app::Hours::Kept));
    BOOST_TEST(edit.appointments.size() == 11U);
    BOOST_TEST((edit.appointments.front().after->details().resources == std::vector{table}));
    BOOST_TEST(must(by(Role::FrontDesk, app::propose_plan, wish)).visits.empty());
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_FIXTURE_TEST_SUITE(schedule_openings, Repeating)

BOOST_AUTO_TEST_CASE(openings_know_hours_bookings_tables_and_the_patient)
{
    auto on_table = treatment_at(time(today(), 13), maja_id, pat_id);
    on_table.resources = {table};
    must(book(1, on_table));
    must(book(2, treatment_at(time(today(), 11), maja_id)));
    app::OpeningsWish wish{.clinicians = {dana_id}};
    wish.wanted.from = today();
    wish.wanted.days = 1;
    auto const first = [&] { return to_clock(must(seen_by(Role::FrontDesk, app::openings, wish)).front().start); };
    BOOST_TEST(first() == "13:00"); // 10:30 to 11:00 is too short, then lunch.
    wish.wanted.one_of_each = {{table}};
    BOOST_TEST(first() == "13:45");
    wish.wanted.one_of_each.clear();
    wish.patient = maja_id;
    BOOST_TEST(first() == "13:45");
}

BOOST_AUTO_TEST_CASE(openings_lie_on_as_many_dates_as_asked_for_however_far_away)
{
    app::OpeningsWish wish{.clinicians = {dana_id}};
    wish.wanted.from = today();
    wish.wanted.days = app::openings_horizon;
    wish.dates = 10;
    wish.wanted.weekdays = {true, false, false, false, false, false, false}; // Ten Mondays.
    auto const mondays = must(seen_by(Role::FrontDesk, app::openings, wish));
    BOOST_TEST(dates_of(mondays) == 10);
    BOOST_TEST((day_of(mondays.back().start) == plus_days(today(), 63)));

    wish.wanted.weekdays[1] = true;
    wish.kind = ResourceKind::TractionTable;
    auto on_table = treatment_at(time(today(), 14), maja_id, pat_id);
    on_table.resources = {table};
    must(book(1, on_table));
    auto const found = must(seen_by(Role::FrontDesk, app::openings, wish));
    BOOST_TEST(std::ranges::count(found, time(today(), 14), &Opening::start) == 0);
    BOOST_TEST((found.front().resources == std::vector{table}));
    wish.kind = ResourceKind::Equipment; // The clinic has none.
    BOOST_TEST(must(seen_by(Role::FrontDesk, app::openings, wish)).empty());
}

BOOST_AUTO_TEST_CASE(who_fits_is_asked_of_the_time_that_is_really_free)
{
    auto const wait = [&](std::int64_t id, AppointmentType type, int minutes) {
        WaitlistEntry::Details const wish{
            .patient = tom_id, .type = type, .length = Minutes{minutes}, .since = today()};
        must(by(Role::FrontDesk, app::put_on_waitlist, must(WaitlistEntry::create(WaitlistEntryId{id}, wish))));
    };
    wait(1, AppointmentType::Treatment, 90);
    wait(2, AppointmentType::Evaluation, 60);
    must(book(1, treatment_at(time(today(), 15), maja_id)));
    auto const those_at = [&](UserId clinician, ClinicTime start) {
        std::string all;
        for (auto const& row : must(seen_by(Role::FrontDesk, app::free_time_at, clinician, start, std::size_t{9})).fits)
            all += std::to_string(row.entry.id().value());
        return all;
    };
    BOOST_TEST(those_at(dana_id, time(today(), 13)) == "12"); // Two hours.
    BOOST_TEST(those_at(dana_id, time(today(), 14)) == "2");  // One.
    BOOST_TEST(those_at(dana_id, time(today(), 14, 15)).empty());
    BOOST_TEST(those_at(pat_id, time(today(), 13)) == "1"); // A PTA does not evaluate.
    BOOST_TEST(refused(seen_by(Role::FrontDesk, app::free_time_at, dana_id, time(today(), 15), std::size_t{9}),
        Refusal::Reason::Invalid, "start"));
    BOOST_TEST(refused(seen_by(Role::FrontDesk, app::free_time_at, dana_id, time(today(), 12), std::size_t{9}),
        Refusal::Reason::Invalid, "start"));
}

BOOST_AUTO_TEST_CASE(who_waits_for_a_group_gets_a_place_in_the_class_that_is_there)
{
    WaitlistEntry::Details const wish{.patient = tom_id, .type = AppointmentType::Group, .since = today()};
    must(by(Role::FrontDesk, app::put_on_waitlist, must(WaitlistEntry::create(WaitlistEntryId{1}, wish))));
    auto group = treatment_at(time(today(), 14), maja_id);
    group.type = AppointmentType::Group;
    must(book(1, group));
    auto const at = [&](ClinicTime start) {
        return must(seen_by(Role::FrontDesk, app::free_time_at, dana_id, start, std::size_t{9}));
    };
    BOOST_TEST(at(time(today(), 16)).fits.empty());
    BOOST_TEST(at(time(today(), 14, 15)).fits.size() == 1U);
    BOOST_TEST((at(time(today(), 14, 15)).opening.start == time(today(), 14)));
    must(by(Role::FrontDesk, app::fill_from_waitlist, WaitlistEntryId{1}, 1, AppointmentId{5},
        at(time(today(), 14, 15)).opening, app::Hours::Kept));
    BOOST_TEST(stored(5).details().seat.value_or(0) == 2);
}

BOOST_AUTO_TEST_CASE(a_free_hour_goes_to_who_waits_best_and_can_be_undone)
{
    auto const wait = [&](std::int64_t id, PatientId patient, WaitlistPriority priority) {
        must(by(Role::FrontDesk, app::put_on_waitlist,
            must(WaitlistEntry::create(
                WaitlistEntryId{id}, {.patient = patient, .priority = priority, .since = today()}))));
    };
    wait(1, tom_id, WaitlistPriority::Normal);
    wait(2, maja_id, WaitlistPriority::AsSoonAsPossible);
    Opening const opening{dana_id, time(today(), 14), Minutes{45}};
    auto const who = must(seen_by(Role::FrontDesk, app::waiting_for, opening, std::size_t{3}));
    BOOST_TEST_REQUIRE(who.size() == 2U);
    BOOST_TEST(who.front().name.family == "Lindqvist");

    auto const edit = must(by(
        Role::FrontDesk, app::fill_from_waitlist, WaitlistEntryId{2}, 1, AppointmentId{5}, opening, app::Hours::Kept));
    BOOST_TEST((stored(5).details().patient == maja_id));
    BOOST_TEST(must(seen_by(Role::FrontDesk, app::waitlist)).size() == 1U);
    must(undo(edit));
    BOOST_TEST(must(seen_by(Role::FrontDesk, app::waitlist)).size() == 2U);
    BOOST_TEST(!records().appointments().find(AppointmentId{5}).has_value());
}

BOOST_AUTO_TEST_SUITE_END()
