// SPDX-License-Identifier: Apache-2.0
#include "domain/scheduling/Openings.hpp"

#include "tests/support/Samples.hpp"

#include <boost/test/unit_test.hpp>

using namespace plumbline;
using namespace plumbline::testing;
using namespace std::chrono_literals;

namespace {

constexpr Date monday{std::chrono::year{2026}, std::chrono::November, std::chrono::day{23}};

/// Dana and Pat work on weekdays from eight to ten.
struct TwoClinicians {
    std::vector<WorkingHours> hours{short_days(dana_id), short_days(pat_id)};
    std::vector<Appointment> booked;
    OpeningsWanted wanted;

    TwoClinicians()
    {
        wanted.from = monday;
        wanted.length = 60min;
        wanted.step = 30min;
        wanted.days = 1;
    }
    static WorkingHours short_days(UserId clinician)
    {
        WorkingHours::Details details;
        for (std::size_t day = 0; day < 5; ++day)
            details.week[day] = {{8h, 10h}};
        return must(WorkingHours::create(clinician, details));
    }
    void book(
        UserId clinician, Date day, Minutes from, Minutes length, AppointmentStatus status = AppointmentStatus::Booked)
    {
        auto details = treatment_at(at(day, from), maja_id);
        details.clinician = clinician;
        details.length = length;
        details.status = status;
        booked.push_back(
            must(Appointment::create(AppointmentId{static_cast<std::int64_t>(booked.size()) + 1}, details)));
    }
    [[nodiscard]] std::string found() const
    {
        std::string all;
        for (Opening const& opening : find_openings(hours, booked, wanted))
            all += (all.empty() ? "" : " ") + std::string{opening.clinician == dana_id ? "D" : "P"}
                + to_iso(opening.start).substr(8);
        return all;
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(openings, TwoClinicians)

BOOST_AUTO_TEST_CASE(are_the_steps_of_the_working_hours_that_are_free_earliest_first)
{
    BOOST_TEST(found() == "D23T08:00 P23T08:00 D23T08:30 P23T08:30 D23T09:00 P23T09:00");
}

BOOST_AUTO_TEST_CASE(leave_out_what_is_taken_and_keep_what_was_called_off)
{
    book(dana_id, monday, 8h + 30min, 45min);
    book(pat_id, monday, 8h, 2h, AppointmentStatus::Cancelled);
    book(pat_id, monday, 9h, 1h, AppointmentStatus::NoShow);
    BOOST_TEST(found() == "P23T08:00 P23T08:30 P23T09:00");
    wanted.length = 30min;
    BOOST_TEST(found() == "D23T08:00 P23T08:00 P23T08:30 P23T09:00 D23T09:30 P23T09:30");
}

BOOST_AUTO_TEST_CASE(take_one_of_the_tables_that_are_free_and_none_where_all_are_taken)
{
    hours.pop_back();
    wanted.one_of_each = {{ResourceId{7}, ResourceId{8}}};
    auto const hold = [&](ResourceId table, Minutes from) {
        auto details = treatment_at(at(monday, from), maja_id, pat_id);
        details.length = 30min;
        details.resources = {table};
        booked.push_back(
            must(Appointment::create(AppointmentId{static_cast<std::int64_t>(booked.size()) + 1}, details)));
    };
    hold(ResourceId{7}, 8h);
    BOOST_TEST((find_openings(hours, booked, wanted).front().resources == std::vector{ResourceId{8}}));
    hold(ResourceId{8}, 9h + 30min);
    BOOST_TEST(found() == "D23T08:00 D23T08:30 D23T09:00");
    hold(ResourceId{8}, 8h);
    BOOST_TEST(found() == "D23T08:30 D23T09:00");
    wanted.one_of_each = {{ResourceId{7}}, {ResourceId{7}}};
    BOOST_TEST(found().empty()); // One table is not two.
}

BOOST_AUTO_TEST_CASE(leave_out_the_hours_that_the_patient_is_elsewhere)
{
    book(pat_id, monday, 8h, 30min);
    hours.pop_back();
    wanted.patient = maja_id;
    BOOST_TEST(found() == "D23T08:30 D23T09:00");
    wanted.patient = tom_id;
    BOOST_TEST(found() == "D23T08:00 D23T08:30 D23T09:00");
}

BOOST_AUTO_TEST_CASE(end_before_the_next_appointment_and_begin_after_the_last)
{
    book(dana_id, monday, 9h, 30min);
    hours.pop_back();
    BOOST_TEST(found() == "D23T08:00");
    wanted.length = 30min;
    BOOST_TEST(found() == "D23T08:00 D23T08:30 D23T09:30");
}

BOOST_AUTO_TEST_CASE(appointments_that_overlap_count_once)
{
    book(dana_id, monday, 8h, 90min);
    book(dana_id, monday, 8h, 30min);
    hours.pop_back();
    wanted.length = 30min;
    BOOST_TEST(found() == "D23T09:30");
}

BOOST_AUTO_TEST_CASE(start_on_steps_counted_from_midnight_even_when_the_day_does_not)
{
    WorkingHours::Details details;
    details.week[0] = {{8h + 10min, 10h}};
    hours = {must(WorkingHours::create(dana_id, details))};
    BOOST_TEST(found() == "D23T08:30 D23T09:00");
}

BOOST_AUTO_TEST_CASE(go_on_over_days_and_skip_the_weekend)
{
    wanted.from = plus_days(monday, 4);
    wanted.days = 4;
    wanted.length = 2h;
    BOOST_TEST(found() == "D27T08:00 P27T08:00 D30T08:00 P30T08:00");
}

BOOST_AUTO_TEST_CASE(keep_to_the_patients_days_and_hours)
{
    wanted.days = 7;
    wanted.weekdays = {false, false, true, false, false, false, false};
    wanted.between = DaySpan{8h + 30min, 9h + 30min};
    BOOST_TEST(found() == "D25T08:30 P25T08:30");
    wanted.between = DaySpan{11h, 12h};
    BOOST_TEST(found().empty());
}

BOOST_AUTO_TEST_CASE(of_today_begin_from_now_on)
{
    wanted.not_before = at(monday, 8h + 40min);
    BOOST_TEST(found() == "D23T09:00 P23T09:00");
}

BOOST_AUTO_TEST_CASE(are_never_more_than_asked_for)
{
    wanted.at_most = 3;
    wanted.days = 300;
    BOOST_TEST(found() == "D23T08:00 P23T08:00 D23T08:30");
}

BOOST_AUTO_TEST_CASE(are_none_where_nobody_works)
{
    hours.clear();
    BOOST_TEST(found().empty());
}

BOOST_AUTO_TEST_CASE(the_free_spans_of_a_day_are_what_is_worked_and_not_taken)
{
    book(dana_id, monday, 8h + 30min, 30min);
    book(dana_id, plus_days(monday, 1), 8h, 2h);
    book(pat_id, monday, 8h, 2h);
    BOOST_TEST(to_text(free_spans(hours[0], booked, monday)) == "08:00-08:30 09:00-10:00");
    BOOST_TEST(to_text(free_spans(hours[1], booked, monday)).empty());
    BOOST_TEST(to_text(free_spans(hours[0], booked, plus_days(monday, 1))).empty());
}

BOOST_AUTO_TEST_SUITE_END()
