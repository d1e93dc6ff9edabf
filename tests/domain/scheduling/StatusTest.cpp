// SPDX-License-Identifier: Apache-2.0
#include "domain/scheduling/Appointment.hpp"
#include "domain/scheduling/AppointmentSeries.hpp"
#include "domain/scheduling/Resource.hpp"
#include "tests/support/Samples.hpp"

#include <boost/test/unit_test.hpp>

using namespace plumbline;
using namespace plumbline::testing;
using enum AppointmentStatus;

namespace {

constexpr Date monday = day(2026, 11, 23);

Appointment appointment(std::int64_t id, Appointment::Details details)
{
    return must(Appointment::create(AppointmentId{id}, std::move(details)));
}

} // namespace

BOOST_AUTO_TEST_SUITE(appointment_status)

BOOST_AUTO_TEST_CASE(only_what_follows_may_follow)
{
    constexpr std::array all{Booked, Confirmed, Arrived, InTreatment, Done, NoShow, Cancelled};
    // From each row, to each column in the order above.
    constexpr std::array<std::string_view, 7> matrix{
        "1111111", "1111111", "1111101", "1111100", "1111100", "1110011", "1110011"};
    for (std::size_t from = 0; from < all.size(); ++from)
        for (std::size_t to = 0; to < all.size(); ++to)
            BOOST_TEST(may_become(all[from], all[to]) == (matrix[from][to] == '1'),
                code(all[from]) << " to " << code(all[to]));
}

BOOST_AUTO_TEST_CASE(each_status_leaves_its_time_and_takes_back_those_behind_it)
{
    Appointment::Details details;
    set_status(details, Arrived, time(monday, 9, 50));
    set_status(details, InTreatment, time(monday, 10, 2));
    set_status(details, Done, time(monday, 10, 45));
    BOOST_TEST((details.arrived == time(monday, 9, 50)));
    BOOST_TEST((details.started == time(monday, 10, 2)));
    BOOST_TEST((details.finished == time(monday, 10, 45)));
    set_status(details, InTreatment, time(monday, 10, 50));
    BOOST_TEST(!details.finished.has_value());
    BOOST_TEST((details.started == time(monday, 10, 2)));
    set_status(details, Booked, time(monday, 10, 51));
    BOOST_TEST(!details.arrived.has_value());
    BOOST_TEST(!details.started.has_value());
    details.reason = "booked at noon on purpose";
    set_status(details, Arrived, time(monday, 10, 52));
    BOOST_TEST(details.reason == "booked at noon on purpose");
    set_status(details, Cancelled, time(monday, 10, 52));
    details.reason = "ill";
    details.late = true;
    set_status(details, Confirmed, time(monday, 10, 52));
    BOOST_TEST(details.reason.empty());
    BOOST_TEST(!details.late);
}

BOOST_AUTO_TEST_CASE(what_two_appointments_cannot_both_have_is_named)
{
    auto const at_ten = treatment_at(time(monday, 10), maja_id);
    auto other = treatment_at(time(monday, 10, 30), tom_id, pat_id);
    BOOST_TEST(!clash_between(appointment(1, at_ten), appointment(2, other)).has_value());

    auto on_table = at_ten;
    on_table.resources = {ResourceId{7}, ResourceId{3}, ResourceId{7}};
    BOOST_TEST(appointment(1, on_table).details().resources.size() == 2U);
    other.resources = {ResourceId{7}};
    auto const clash = clash_between(appointment(1, on_table), appointment(2, other));
    BOOST_TEST_REQUIRE(clash.has_value());
    BOOST_TEST((*clash == Clash{Clash::Over::Resource, ResourceId{7}}));
    BOOST_TEST(refusal_of(*clash, appointment(1, on_table)).field == "resources");

    other.clinician = dana_id;
    BOOST_TEST((clash_between(appointment(1, on_table), appointment(2, other))->over == Clash::Over::Clinician));
    other.may_overlap = true;
    BOOST_TEST((clash_between(appointment(1, on_table), appointment(2, other))->over == Clash::Over::Resource));
    other.patient = maja_id;
    BOOST_TEST((clash_between(appointment(1, on_table), appointment(2, other))->over == Clash::Over::Patient));
}

BOOST_AUTO_TEST_CASE(a_class_shares_its_room_but_not_its_places)
{
    auto one = treatment_at(time(monday, 10), maja_id);
    one.type = AppointmentType::Group;
    one.resources = {ResourceId{7}};
    one.seat = 1;
    auto two = one;
    two.patient = tom_id;
    BOOST_TEST((clash_between(appointment(1, one), appointment(2, two))->over == Clash::Over::Seat));
    two.seat = 2;
    BOOST_TEST(!clash_between(appointment(1, one), appointment(2, two)).has_value());
}

BOOST_AUTO_TEST_CASE(days_are_counted_by_what_became_of_them)
{
    DayCount count_of_day{.day = monday};
    count(count_of_day, Done, Minutes{45});
    count(count_of_day, Booked, Minutes{30});
    count(count_of_day, NoShow, Minutes{45});
    count(count_of_day, Cancelled, Minutes{45});
    BOOST_TEST((count_of_day == DayCount{monday, 2, 1, 1, Minutes{75}}));
}

BOOST_AUTO_TEST_CASE(resources_have_names_and_series_clean_rules)
{
    BOOST_TEST(Resource::create(ResourceId{1}, {ResourceKind::Room, " ", true}).error().field == "name");
    for (auto const kind : {ResourceKind::Room, ResourceKind::TractionTable, ResourceKind::Equipment})
        BOOST_TEST((must(resource_kind_from_code(code(kind))) == kind));
    BOOST_TEST(!resource_kind_from_code("boat").has_value());
    BOOST_TEST(AppointmentSeries::create(SeriesId{1}, {maja_id, "FREQ=DAILY\nCOUNT=2", {}}).error().field == "repeat");
    BOOST_TEST(AppointmentSeries::create(SeriesId{1}, {}).error().field == "patient");
}

BOOST_AUTO_TEST_SUITE_END()
