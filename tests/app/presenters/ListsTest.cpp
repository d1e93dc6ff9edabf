// SPDX-License-Identifier: Apache-2.0
#include "app/presenters/PatientListPresenter.hpp"
#include "app/presenters/TodayPresenter.hpp"
#include "tests/app/presenters/AtTheDesk.hpp"

#include <boost/test/unit_test.hpp>

using namespace plumbline;
using namespace plumbline::testing;

BOOST_FIXTURE_TEST_SUITE(the_list_of_patients, AtTheDesk)

BOOST_AUTO_TEST_CASE(typing_narrows_the_list_and_selects_its_first)
{
    app::PatientListPresenter list{desk_of(), 50};
    BOOST_TEST(list.state().rows.size() == 2U);
    list.type_search("lind");
    BOOST_TEST_REQUIRE(list.state().rows.size() == 1U);
    BOOST_TEST_REQUIRE(list.chosen().has_value());
    BOOST_TEST((list.chosen()->id == maja_id));
    list.type_search("nobody of this name");
    BOOST_TEST(list.state().rows.empty());
    BOOST_TEST(!list.chosen().has_value());
}

BOOST_AUTO_TEST_CASE(an_answer_to_what_is_no_longer_typed_is_dropped)
{
    app::PatientListPresenter list{late_desk_of(), 50};
    late.finish_all();
    list.type_search("lind");
    list.type_search("bauer");
    BOOST_TEST_REQUIRE(late.waiting() == 2U);
    int redrawn = 0;
    auto const listening = list.changed.connect([&] { ++redrawn; });

    late.finish_next();
    BOOST_TEST(redrawn == 0);
    late.finish_next();
    BOOST_TEST(redrawn == 1);
    BOOST_TEST_REQUIRE(list.state().rows.size() == 1U);
    BOOST_TEST((list.state().rows.front().id == tom_id));
}

BOOST_AUTO_TEST_CASE(enter_before_the_answer_opens_who_fits_what_was_typed)
{
    app::PatientListPresenter list{late_desk_of(), 50};
    late.finish_all();
    std::vector<PatientId> opened;
    auto const listening = list.opened.connect([&](PatientRow const& row) { opened.push_back(row.id); });
    list.type_search("lind");
    list.select(0);
    list.open_selected();
    BOOST_TEST(opened.empty(), "the first of the list before was opened");
    late.finish_all();
    BOOST_TEST((opened == std::vector{maja_id}));

    list.type_search("bau");
    list.open_selected();
    list.type_search("baue");
    late.finish_all();
    BOOST_TEST(opened.size() == 1U, "typing on did not forget the Enter");

    list.type_search("nobody of this name");
    list.open_selected();
    late.finish_all();
    list.type_search("");
    late.finish_all();
    list.refresh();
    late.finish_all();
    BOOST_TEST(opened.size() == 1U, "an Enter that found nobody waited on");
    list.open_selected();
    BOOST_TEST(opened.size() == 2U);
}

BOOST_AUTO_TEST_CASE(an_answer_to_a_closed_list_reaches_nobody)
{
    {
        app::PatientListPresenter const list{late_desk_of(), 50};
    }
    BOOST_CHECK_NO_THROW(late.finish_all());
}

BOOST_AUTO_TEST_CASE(more_rows_come_page_by_page)
{
    app::PatientListPresenter list{desk_of(), 1};
    BOOST_TEST(list.state().rows.size() == 1U);
    BOOST_TEST(list.state().more);
    list.load_more();
    BOOST_TEST(list.state().rows.size() == 2U);
    BOOST_TEST(!list.state().more);
    BOOST_TEST((list.state().rows.front().id == tom_id), "Bauer stands before Lindqvist");
    list.select(1);
    BOOST_TEST((list.chosen()->id == maja_id));
    list.select(7);
    BOOST_TEST((list.chosen()->id == maja_id));
}

BOOST_AUTO_TEST_CASE(a_search_while_more_is_on_its_way_does_not_stop_later_pages)
{
    app::PatientListPresenter list{late_desk_of(), 1};
    late.finish_all();
    list.load_more();
    list.type_search("a");
    late.finish_all();
    std::size_t const before = list.state().rows.size();
    if (list.state().more) {
        list.load_more();
        late.finish_all();
        BOOST_TEST(list.state().rows.size() > before);
    }
    list.type_search("");
    late.finish_all();
    list.load_more();
    late.finish_all();
    BOOST_TEST(list.state().rows.size() == 2U);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_FIXTURE_TEST_SUITE(the_day_at_a_glance, AtTheDesk)

BOOST_AUTO_TEST_CASE(the_title_names_the_day_and_the_subtitle_who_is_next)
{
    booked(8001, time(today(), 11, 0));
    app::TodayPresenter const board{desk_of()};
    BOOST_TEST(board.state().title == "Monday 23 November");
    BOOST_TEST(board.state().subtitle == "1 visit · 0 done · next: Lindqvist, Maja at 11:00");
    BOOST_TEST_REQUIRE(board.state().next.has_value());
    BOOST_TEST((board.state().next->appointment == AppointmentId{8001}));
}

BOOST_AUTO_TEST_CASE(who_has_arrived_is_shown_with_the_minutes_of_waiting)
{
    auto const appointment = booked(8001, time(today(), 10, 30));
    app::TodayPresenter board{desk_of()};
    board.set_status(appointment, AppointmentStatus::Arrived);
    clock.advance(std::chrono::minutes{4});
    board.tick();
    BOOST_TEST(board.state().subtitle == "1 visit · 0 done · next: Lindqvist, Maja, arrived 4 min ago");
}

BOOST_AUTO_TEST_CASE(it_refreshes_once_a_minute_and_redraws_only_what_changed)
{
    app::TodayPresenter board{desk_of()};
    int redrawn = 0;
    auto const listening = board.changed.connect([&] { ++redrawn; });
    booked(8001, time(today(), 11, 0));
    clock.advance(std::chrono::seconds{59});
    board.tick();
    BOOST_TEST(redrawn == 0);
    clock.advance(std::chrono::seconds{1});
    board.tick();
    BOOST_TEST(redrawn == 1);
    clock.advance(std::chrono::minutes{1});
    board.tick();
    BOOST_TEST(redrawn == 1);
}

BOOST_AUTO_TEST_CASE(the_whole_clinic_shows_what_is_not_mine)
{
    must(records().appointments().keep(
        must(Appointment::create(AppointmentId{8002}, treatment_at(time(today(), 13, 0), tom_id, pat_id)))));
    app::TodayPresenter board{desk_of()};
    BOOST_TEST(board.state().board.rows.empty());
    board.choose_scope(app::Scope::Clinic);
    BOOST_TEST(board.state().board.rows.size() == 1U);
    BOOST_TEST((board.state().scope == app::Scope::Clinic));
}

BOOST_AUTO_TEST_CASE(a_status_that_is_refused_says_so)
{
    app::TodayPresenter board{desk_of()};
    std::optional<Refusal> said;
    auto const listening = board.changed.connect([&] {
        if (board.state().complaint)
            said = board.state().complaint;
    });
    board.set_status(AppointmentId{1}, AppointmentStatus::Arrived);
    BOOST_TEST(said.has_value());
}

BOOST_AUTO_TEST_SUITE_END()
