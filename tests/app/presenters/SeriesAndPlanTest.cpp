// SPDX-License-Identifier: Apache-2.0
#include "app/presenters/PlanCalendarPresenter.hpp"
#include "app/presenters/VisitPresenter.hpp"
#include "tests/app/presenters/AtTheDesk.hpp"
#include "tests/app/services/AtTheFrontDesk.hpp"

#include <boost/test/unit_test.hpp>

using namespace plumbline;
using namespace plumbline::app;
using namespace plumbline::testing;

namespace {

struct TypingVisits : AtTheFrontDesk {
    std::unique_ptr<Desk> desk_ = std::make_unique<Desk>(desk(Role::FrontDesk));
    std::optional<ScheduleEdit> done;

    ScheduleBlock block(std::int64_t id) { return must(seen_by(Role::FrontDesk, schedule_block, AppointmentId{id})); }
    /// Changes what is booked as somebody who types, and keeps it.
    template <class Edit>
    std::unique_ptr<VisitPresenter> opened(std::int64_t id, Edit edit)
    {
        auto visit = std::make_unique<VisitPresenter>(*desk_, block(id));
        heard_ = visit->kept.connect([this](ScheduleEdit const& kept, std::string const&) { done = kept; });
        VisitFields fields = visit->state().fields;
        edit(fields);
        visit->edit(fields);
        return visit;
    }
    /// Tom's, each day at 14:00.
    std::vector<std::int64_t> booked_series(int count, std::string const& rule = "FREQ=WEEKLY;BYDAY=MO,WE;COUNT=")
    {
        auto const proposal = must(by(Role::FrontDesk, propose_series, treatment_at(time(today(), 14), tom_id),
            rule + std::to_string(count), std::vector<Date>{}, Meant{}));
        std::vector<std::int64_t> booked_ids;
        for (auto const& change :
            must(by(Role::FrontDesk, book_proposal, proposal, Conflicts::Refuse, Meant{})).appointments)
            booked_ids.push_back(change.after->id().value());
        return booked_ids;
    }
    std::string hours_of(std::vector<std::int64_t> const& booked_ids)
    {
        std::string text;
        for (std::int64_t const id : booked_ids)
            text.append(text.empty() ? "" : " ").append(to_clock(stored(id).details().start));
        return text;
    }

private:
    Connection heard_;
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(visits_that_are_typed, TypingVisits)

BOOST_AUTO_TEST_CASE(whose_a_booked_visit_is_stays)
{
    must(book(1, treatment_at(time(today(), 14), maja_id)));
    auto const visit = opened(1, [](VisitFields& fields) { fields.time = "15"; });
    BOOST_TEST(visit->state().patient == "Lindqvist, Maja");
    visit->keep();
    BOOST_TEST((stored(1).details().patient == maja_id));
    BOOST_TEST(hours_of({1}) == "15:00");
}

BOOST_AUTO_TEST_CASE(all_of_its_rooms_stay_even_one_that_is_out_of_use)
{
    ResourceId const room{72};
    must(records().resources().keep(must(Resource::create(room, {ResourceKind::Room, "Room", true}))));
    auto details = treatment_at(time(today(), 14), maja_id);
    details.resources = {table, room};
    must(book(1, details));
    must(records().resources().keep(Resource::restore(room, {ResourceKind::Room, "Room", false}, 1)));

    auto const visit = opened(1, [](VisitFields& fields) { fields.note = "brings the images"; });
    BOOST_TEST(visit->state().resources.size() == 2U);
    visit->keep();
    BOOST_REQUIRE(done);
    BOOST_TEST((stored(1).details().resources == std::vector{table, room}));
    BOOST_TEST(stored(1).details().note == "brings the images");

    opened(1, [&](VisitFields& fields) { fields.resources = {table}; })->keep();
    BOOST_TEST((stored(1).details().resources == std::vector{table}));
    // A new visit cannot have it.
    auto other = treatment_at(time(today(), 16), tom_id);
    other.resources = {room};
    BOOST_TEST(!book(2, other).has_value());
}

BOOST_AUTO_TEST_CASE(what_goes_beyond_is_said_beside_and_booked_with_its_reason)
{
    must(book(1, treatment_at(time(today(), 14), maja_id)));
    auto const visit = opened(1, [](VisitFields& fields) {
        fields.day = "2027-03-01";
        fields.time = "12:00";
    });
    visit->keep();
    BOOST_TEST(visit->state().may_override);
    BOOST_TEST(!complaint(visit->state().complaints, "hours").empty());
    BOOST_TEST(!complaint(visit->state().complaints, "limits").empty());
    VisitFields fields = visit->state().fields;
    fields.reason = "recertification is under way";
    visit->edit(fields);
    visit->keep_all_the_same();
    BOOST_REQUIRE(done);
    BOOST_TEST(stored(1).details().reason == "recertification is under way");
    BOOST_TEST(
        last_entry().detail == "outside working hours; beyond authorization, referral or certification; reason kept");
}

BOOST_AUTO_TEST_CASE(another_place_has_to_be_meant_anew)
{
    must(book(1, treatment_at(time(today(), 14), maja_id)));
    auto const visit = opened(1, [](VisitFields& fields) { fields.time = "12:00"; });
    visit->keep();
    VisitFields fields = visit->state().fields;
    fields.time = "12:15";
    visit->edit(fields);
    visit->keep();
    BOOST_TEST(!done);
    BOOST_TEST(hours_of({1}) == "14:00");
}

BOOST_AUTO_TEST_CASE(an_existing_visit_becomes_a_series_as_it_was_changed_in_the_same_breath)
{
    must(book(1, treatment_at(time(today(), 14), tom_id)));
    auto const visit = opened(1, [](VisitFields& fields) {
        fields.time = "15:00";
        fields.repeat = VisitRepeat::Weekly;
        fields.count = "4";
        fields.left_out = "2026-11-30";
    });
    visit->keep();
    BOOST_TEST(!done);
    BOOST_REQUIRE(visit->state().visits.size() == 3U);
    visit->keep();
    BOOST_REQUIRE(done);
    BOOST_TEST(done->appointments.size() == 3U);
    for (auto const& change : done->appointments)
        BOOST_TEST(to_clock(change.after->details().start) == "15:00");
    BOOST_TEST(hours_of({1}) == "15:00");
}

BOOST_AUTO_TEST_CASE(all_of_a_series_change_in_what_was_changed_and_nothing_else)
{
    auto const booked_ids = booked_series(3);
    must(by(Role::FrontDesk, app::change, AppointmentId{booked_ids[1]},
        AppointmentChange{.length = Minutes{30}, .note = "short one"}));
    auto const visit = opened(booked_ids[0], [](VisitFields& fields) {
        fields.time = "15:00";
        fields.scope = SeriesScope::All;
    });
    visit->keep();
    BOOST_TEST(!done);
    BOOST_TEST(visit->state().summary == "3 visits change.");
    visit->keep();
    BOOST_REQUIRE(done);
    BOOST_TEST(hours_of(booked_ids) == "15:00 15:00 15:00");
    BOOST_TEST(stored(booked_ids[1]).details().length.count() == 30);
    BOOST_TEST(stored(booked_ids[1]).details().note == "short one");
}

BOOST_AUTO_TEST_CASE(every_conflict_of_a_change_is_listed_before_it_is_kept)
{
    auto const booked_ids = booked_series(4);
    must(book(1, treatment_at(stored(booked_ids[1]).details().start + Minutes{60}, maja_id)));
    must(book(2, treatment_at(time(plus_days(today(), 9), 15), maja_id, dana_id), {Hours::Kept, Limits::Overridden}));
    auto const visit = opened(booked_ids[0], [](VisitFields& fields) {
        fields.time = "15:00";
        fields.scope = SeriesScope::All;
    });
    visit->keep();
    BOOST_TEST(visit->state().summary == "2 visits change. 2 cannot, and would stay as they are.");
    visit->keep();
    BOOST_REQUIRE(done);
    BOOST_TEST(hours_of(booked_ids) == "15:00 14:00 15:00 14:00");
}

BOOST_AUTO_TEST_CASE(the_pattern_and_the_length_of_a_series_are_shown_and_changed)
{
    auto const booked_ids = booked_series(4);
    auto const visit = opened(booked_ids[1], [](VisitFields& fields) { fields.scope = SeriesScope::ThisAndFollowing; });
    BOOST_TEST(visit->state().fields.count == "3");
    BOOST_TEST((visit->state().fields.weekdays == std::array{true, false, true, false, false, false, false}));
    VisitFields fields = visit->state().fields;
    fields.scope = SeriesScope::All;
    visit->edit(fields);
    BOOST_TEST(visit->state().fields.count == "4");

    fields = visit->state().fields;
    fields.scope = SeriesScope::ThisAndFollowing;
    fields.weekdays = {false, true, true, false, false, false, false};
    fields.count = "2";
    visit->edit(fields);
    visit->keep();
    BOOST_REQUIRE(visit->state().visits.size() == 3U);
    visit->keep();
    BOOST_REQUIRE(done);
    // Wednesday stays where it is, Monday becomes Tuesday, and one is too many.
    BOOST_TEST(to_iso(stored(booked_ids[1]).details().start) == "2026-11-25T14:00");
    BOOST_TEST(to_iso(stored(booked_ids[2]).details().start) == "2026-12-01T14:00");
    BOOST_TEST((stored(booked_ids[3]).details().status == AppointmentStatus::Cancelled));
    BOOST_TEST(hours_of({booked_ids[0]}) == "14:00");
}

BOOST_AUTO_TEST_CASE(days_are_left_out_of_a_series_later)
{
    auto const booked_ids = booked_series(4);
    auto const visit = opened(booked_ids[0], [](VisitFields& fields) {
        fields.scope = SeriesScope::All;
        fields.left_out = "2026-11-30";
    });
    visit->keep();
    BOOST_TEST(visit->state().visits.size() == 4U);
    visit->keep();
    BOOST_REQUIRE(done);
    BOOST_TEST((stored(booked_ids[2]).details().status == AppointmentStatus::Cancelled));
    BOOST_TEST((stored(booked_ids[1]).details().status == AppointmentStatus::Booked));
    BOOST_TEST((stored(booked_ids[3]).details().status == AppointmentStatus::Booked));
}

BOOST_AUTO_TEST_SUITE_END()

namespace {

/// A plan of Maja's from today, twice a week for six weeks, that no payer limits.
struct Planning : AtTheFrontDesk {
    Planning()
    {
        AuthorizationId const own{maja_id.value()};
        auto allowed = records().authorizations().find(own)->details();
        allowed.visits.reset();
        must(records().authorizations().keep(Authorization::restore(own, allowed, 1)));
        auto details = plan();
        details.established = today();
        details.certification.sent = details.certification.signed_on = today();
        details.goals.front().id = GoalId{501};
        must(records().plans().keep(
            must(PlanOfCare::create(PlanId{402}, maja_id, sciatica_id, dana_id, details, today()))));
        presenter.emplace(*desk_, sciatica_id, "Lindqvist, Maja", dana_id);
        heard_ = presenter->kept.connect([this](ScheduleEdit const& edit, std::string const&) { done = edit; });
    }
    template <class Edit>
    void type(Edit edit)
    {
        PlanCalendarFields fields = presenter->state().fields;
        edit(fields);
        presenter->edit(fields);
    }
    PlanCalendarState const& shown() { return presenter->state(); }
    std::unique_ptr<Desk> desk_ = std::make_unique<Desk>(desk(Role::FrontDesk));
    std::optional<PlanCalendarPresenter> presenter;
    std::optional<ScheduleEdit> done;

private:
    Connection heard_;
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(plan_to_calendar, Planning)

BOOST_AUTO_TEST_CASE(the_plan_is_shown_and_booked_together)
{
    BOOST_REQUIRE(shown().visits.size() == 12U);
    BOOST_TEST(shown().summary == "12 visits.");
    presenter->toggle(3);
    BOOST_TEST(!shown().visits[3].wanted);
    presenter->keep();
    BOOST_REQUIRE(done);
    BOOST_TEST(done->appointments.size() == 11U);
    BOOST_TEST(done->appointments.front().after->details().length.count() == 45);
}

BOOST_AUTO_TEST_CASE(the_patients_hours_days_length_and_type_are_kept_to)
{
    type([](PlanCalendarFields& fields) {
        fields.not_before = "16";
        fields.not_after = "17:30";
        fields.weekdays = {false, true, false, true, false, false, false};
        fields.length = "60";
    });
    BOOST_REQUIRE(shown().visits.size() == 12U);
    presenter->keep();
    BOOST_REQUIRE(done);
    for (auto const& change : done->appointments) {
        auto const& details = change.after->details();
        BOOST_TEST((details.start >= at(day_of(details.start), std::chrono::hours{16})));
        BOOST_TEST((change.after->end() <= at(day_of(details.start), Minutes{17 * 60 + 30})));
        BOOST_TEST(details.length.count() == 60);
    }
}

BOOST_AUTO_TEST_CASE(faults_stand_beside_their_fields)
{
    type([](PlanCalendarFields& fields) {
        fields.not_before = "9";
        fields.length = "long";
        fields.about = "noonish";
    });
    BOOST_TEST(complaint(shown().complaints, "not_after") == "Type both hours, or none.");
    BOOST_TEST(complaint(shown().complaints, "length") == "Type a whole number.");
    BOOST_TEST(!complaint(shown().complaints, "about").empty());
    BOOST_TEST(shown().visits.empty());
    type([](PlanCalendarFields& fields) { fields.not_before = fields.length = fields.about = ""; });
    BOOST_TEST(shown().complaints.empty());
    BOOST_TEST(shown().visits.size() == 12U);
}

BOOST_AUTO_TEST_CASE(any_table_of_a_kind_can_be_asked_for)
{
    BOOST_TEST((shown().resources == std::vector<std::string>{"none", "any: traction table", "Traction table"}));
    type([](PlanCalendarFields& fields) { fields.resource = 1; });
    presenter->keep();
    BOOST_REQUIRE(done);
    for (auto const& change : done->appointments)
        BOOST_TEST((change.after->details().resources == std::vector{table}));
}

BOOST_AUTO_TEST_CASE(a_visit_goes_elsewhere_before_it_is_booked)
{
    auto const [day, hour] = presenter->place_of(0);
    BOOST_TEST(day == "2026-11-23");
    presenter->move(0, day, "half past");
    BOOST_TEST(!complaint(shown().complaints, "move_time").empty());
    BOOST_TEST(shown().visits.size() == 12U);
    must(book(1, treatment_at(time(today(), 16), tom_id)));
    presenter->move(0, day, "16:00");
    BOOST_TEST(!shown().visits[0].says.empty());
    presenter->move(0, day, "17:00");
    BOOST_TEST(shown().visits[0].says.empty());
    presenter->keep();
    BOOST_REQUIRE(done);
    BOOST_TEST(to_iso(done->appointments.front().after->details().start) == "2026-11-23T17:00");
}

BOOST_AUTO_TEST_SUITE_END()
