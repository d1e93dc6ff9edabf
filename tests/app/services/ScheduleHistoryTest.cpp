// SPDX-License-Identifier: Apache-2.0
#include "app/services/ScheduleHistory.hpp"
#include "tests/app/services/AtTheFrontDesk.hpp"

#include <boost/test/unit_test.hpp>

using namespace plumbline;
using namespace plumbline::testing;
using app::ScheduleHistory;
using enum app::ScheduleHistory::Way;
using Reason = Refusal::Reason;

namespace {

struct WithHistory : AtTheFrontDesk {
    ScheduleHistory history;

    void done(app::ScheduleEdit edit) { history.remember({std::move(edit)}); }
    Result<void> back(ScheduleHistory::Way way)
    {
        auto answer = undo(history.next(way)->edit);
        if (!answer)
            return refuse(answer.error());
        history.took_back(way, *std::move(answer));
        return {};
    }
    void move_to(int hour)
    {
        done(must(
            by(Role::FrontDesk, app::change, AppointmentId{1}, app::AppointmentChange{.start = time(today(), hour)})));
    }
    std::string hour()
    {
        auto const one = records().appointments().find(AppointmentId{1});
        return one ? to_clock(one->details().start) : "none";
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(schedule_history, WithHistory)

BOOST_AUTO_TEST_CASE(many_steps_on_one_appointment_are_undone_and_done_again_in_a_row)
{
    done(must(book(1, treatment_at(time(today(), 14), maja_id))));
    move_to(15);
    move_to(16);
    for (int round = 0; round < 3; ++round) {
        for (char const* const expected : {"15:00", "14:00", "none"}) {
            must(back(Undo));
            BOOST_TEST(hour() == expected);
        }
        BOOST_TEST(history.next(Undo) == nullptr);
        for (char const* const expected : {"14:00", "15:00", "16:00"}) {
            must(back(Redo));
            BOOST_TEST(hour() == expected);
        }
        BOOST_TEST(history.next(Redo) == nullptr);
    }
}

BOOST_AUTO_TEST_CASE(what_a_colleague_changed_in_between_is_a_conflict_and_the_step_stays)
{
    done(must(book(1, treatment_at(time(today(), 14), maja_id))));
    move_to(15);
    must(back(Undo));
    must(by(Role::Manager, app::set_status, AppointmentId{1}, AppointmentStatus::Confirmed));

    BOOST_TEST(refused(back(Undo), Reason::Conflict, ""));
    BOOST_TEST(refused(back(Redo), Reason::Conflict, ""));
    BOOST_TEST(history.next(Undo) != nullptr);
    BOOST_TEST(history.next(Redo) != nullptr);
    BOOST_TEST(hour() == "14:00");
    BOOST_TEST((stored(1).details().status == AppointmentStatus::Confirmed));
}

BOOST_AUTO_TEST_CASE(a_series_and_what_was_done_to_it_are_taken_back_step_by_step)
{
    auto const proposal = must(by(Role::FrontDesk, app::propose_series, treatment_at(time(today(), 14), tom_id),
        std::string{"FREQ=DAILY;COUNT=3"}, std::vector<Date>{}, app::Meant{}));
    auto const booked = must(by(Role::FrontDesk, app::book_proposal, proposal, app::Conflicts::Refuse, app::Meant{}));
    done(booked);
    AppointmentId const second = booked.appointments[1].after->id();
    auto const later = [&](app::SeriesScope scope) {
        auto const start = records().appointments().find(second)->details().start + Minutes{60};
        done(must(by(Role::FrontDesk, app::change_series, second,
            app::SeriesChange{.scope = scope, .change = {.start = start}}, app::Conflicts::Refuse)));
    };
    later(app::SeriesScope::ThisAndFollowing);
    later(app::SeriesScope::All);
    auto const all = state().appointments;
    for (int step = 0; step < 3; ++step)
        must(back(Undo));
    BOOST_TEST(state().appointments.empty());
    BOOST_TEST(state().series.empty());
    for (int step = 0; step < 3; ++step)
        must(back(Redo));
    BOOST_TEST_REQUIRE(state().appointments.size() == all.size());
    for (auto const& [id, one] : all)
        BOOST_TEST((state().appointments.at(id).details() == one.details()));
}

BOOST_AUTO_TEST_CASE(something_new_ends_what_could_be_done_again)
{
    done(must(book(1, treatment_at(time(today(), 14), maja_id))));
    move_to(15);
    must(back(Undo));
    move_to(16);
    BOOST_TEST(history.next(Redo) == nullptr);
    must(back(Undo));
    BOOST_TEST(hour() == "14:00");
    must(back(Undo));
    BOOST_TEST(hour() == "none");
}

BOOST_AUTO_TEST_SUITE_END()
