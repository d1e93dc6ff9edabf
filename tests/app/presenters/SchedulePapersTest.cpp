// SPDX-License-Identifier: Apache-2.0
#include "app/presenters/SchedulePapers.hpp"

#include "tests/app/presenters/AtTheDesk.hpp"
#include "tests/app/services/AtTheFrontDesk.hpp"

#include <boost/test/unit_test.hpp>

using namespace plumbline;
using namespace plumbline::app;
using namespace plumbline::testing;

namespace {

/// Monday 23 November, with Maja at 14:00 for Dana.
struct WithPapersAtHand : AtTheFrontDesk {
    WithPapersAtHand()
    {
        must(book(1, treatment_at(time(today(), 14), maja_id)));
        schedule.emplace(*desk_);
        schedule->refresh();
    }
    void stand_on_nothing_of(UserId clinician)
    {
        auto const& columns = schedule->state().sheet.columns;
        for (std::size_t index = 0; index < columns.size(); ++index)
            if (columns[index].key == clinician.value())
                schedule->select(SheetCursor{index, Minutes{480}, std::nullopt});
    }
    std::unique_ptr<Desk> desk_ = std::make_unique<Desk>(desk(Role::FrontDesk));
    std::optional<SchedulePresenter> schedule;
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(papers_of_the_schedule, WithPapersAtHand)

BOOST_AUTO_TEST_CASE(a_day_sheet_is_of_whom_the_schedule_shows)
{
    BOOST_TEST(day_sheet_shown(*schedule).wish.clinicians.empty());
    BOOST_TEST(day_sheet_shown(*schedule).file == "day-sheet-2026-11-23.pdf");

    schedule->choose_clinicians({dana_id});
    BOOST_TEST((day_sheet_shown(*schedule).wish.clinicians == std::vector{dana_id}));
    BOOST_TEST(day_sheet_of_all(*schedule).wish.clinicians.empty());
}

BOOST_AUTO_TEST_CASE(in_a_week_it_is_of_the_day_where_the_keyboard_stands)
{
    schedule->choose_clinicians({dana_id});
    schedule->choose_span(ScheduleSpan::Week);
    schedule->select(SheetCursor{3, Minutes{600}, std::nullopt});

    PaperOffer const offer = day_sheet_shown(*schedule);
    BOOST_TEST((offer.wish.from == plus_days(schedule->state().sheet.columns.front().day, 3)));
    BOOST_TEST((offer.wish.from == offer.wish.to));
    BOOST_TEST((offer.wish.clinicians == std::vector{dana_id}));
}

BOOST_AUTO_TEST_CASE(the_list_prints_what_it_shows)
{
    schedule->choose_clinicians({dana_id});
    schedule->choose_span(ScheduleSpan::List);

    PaperOffer const offer = day_sheet_shown(*schedule);
    BOOST_TEST((offer.wish.from == today()));
    BOOST_TEST((offer.wish.to == plus_days(today(), 6)));
    BOOST_TEST((offer.wish.clinicians == std::vector{dana_id}));
}

BOOST_AUTO_TEST_CASE(a_week_nobody_was_chosen_for_still_is_one_clinicians)
{
    schedule->choose_span(ScheduleSpan::Week);

    BOOST_TEST(day_sheet_shown(*schedule).wish.clinicians.size() == 1U);
}

BOOST_AUTO_TEST_CASE(slips_are_of_the_visit_that_is_selected)
{
    stand_on_nothing_of(dana_id);
    BOOST_TEST(!routing_slip_of(schedule->selected()).has_value());
    BOOST_TEST(!coming_visits_of(schedule->selected(), today()).has_value());
    BOOST_TEST(!calendar_of_patient(schedule->selected(), today()).has_value());

    schedule->select(AppointmentId{1});
    BOOST_TEST((routing_slip_of(schedule->selected())->wish.appointment == AppointmentId{1}));
    BOOST_TEST((coming_visits_of(schedule->selected(), today())->wish.patient == maja_id));
    auto const calendar = calendar_of_patient(schedule->selected(), today());
    BOOST_TEST((calendar->wish.patient == maja_id));
    BOOST_TEST(!calendar->wish.clinician.has_value());
    // A file on a stick must not say whose it is.
    BOOST_TEST(calendar->file == "appointments-2026-11-23.ics");
}

BOOST_AUTO_TEST_CASE(reminders_begin_today_and_end_with_what_is_shown)
{
    schedule->go_to(plus_days(today(), 2));
    schedule->choose_span(ScheduleSpan::Month);

    ReminderWish const wish = reminder_list_shown(*schedule).wish;
    BOOST_TEST((wish.from == today()));
    BOOST_TEST((wish.to == Date{today().year(), std::chrono::month{12}, std::chrono::day{6}}));
    BOOST_TEST((reminder_slips_shown(*schedule).wish.from == today()));
}

BOOST_AUTO_TEST_CASE(a_calendar_is_of_the_column_where_the_keyboard_stands)
{
    stand_on_nothing_of(pat_id);
    auto const calendar = calendar_of_clinician(*schedule);
    BOOST_TEST((calendar->wish.clinician == pat_id));
    BOOST_TEST((calendar->wish.names == CalendarNames::Initials));
    BOOST_TEST((calendar->wish.from == today()));

    schedule->select(AppointmentId{1});
    BOOST_TEST((calendar_of_clinician(*schedule)->wish.clinician == dana_id));
}

BOOST_AUTO_TEST_CASE(who_may_not_print_is_told_so_beforehand)
{
    Desk reader = desk(Role::ReadOnly);
    BOOST_TEST(!SchedulePresenter{reader}.state().may_print);
    BOOST_TEST(schedule->state().may_print);
}

BOOST_AUTO_TEST_SUITE_END()
