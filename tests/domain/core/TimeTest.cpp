// SPDX-License-Identifier: Apache-2.0
#include "domain/core/Time.hpp"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <string>

namespace plumbline::testing {
namespace {

namespace data = boost::unit_test::data;

Date day(std::string_view iso)
{
    return parse_date(iso).value();
}

} // namespace

BOOST_AUTO_TEST_SUITE(time)

BOOST_AUTO_TEST_CASE(leap_years_have_a_29_february_and_centuries_mostly_do_not)
{
    BOOST_TEST(parse_date("2024-02-29").has_value());
    BOOST_TEST(parse_date("2000-02-29").has_value());
    BOOST_TEST(!parse_date("2023-02-29").has_value());
    BOOST_TEST(!parse_date("1900-02-29").has_value());
    BOOST_TEST(!parse_date("2100-02-29").has_value());
}

BOOST_DATA_TEST_CASE(a_day_comes_back_as_it_was_written,
    data::make({"1800-01-01", "1899-12-31", "1979-03-12", "2024-02-29", "2026-11-23", "2200-12-31"}), iso)
{
    BOOST_TEST(to_iso(day(iso)) == iso);
}

BOOST_DATA_TEST_CASE(what_is_no_day_is_refused_beside_its_field,
    data::make({"", "2026", "2026-1-1", "2026-13-01", "2026-00-10", "2026-04-31", "2026-11-00", "1799-12-31",
        "2201-01-01", "12/03/1979", "2026-11-23 ", " 2026-11-23", "2026-11-23T10:30", "2026/11/23", "20261123",
        "-026-11-23", "+026-11-23", "2026-1a-23", "2026-11--3"}),
    iso)
{
    auto const refused = parse_date(iso, "birth_date");

    BOOST_REQUIRE(!refused);
    BOOST_TEST((refused.error().reason == Refusal::Reason::Invalid));
    BOOST_TEST(refused.error().field == "birth_date");
}

BOOST_AUTO_TEST_CASE(a_day_with_a_nul_byte_is_refused)
{
    BOOST_TEST(!parse_date(std::string_view{"2026-11-2\0", 10}));
    BOOST_TEST(!parse_date(std::string_view{"2026-11-23\0", 11}));
}

BOOST_AUTO_TEST_CASE(clinic_time_may_be_written_with_t_or_space)
{
    BOOST_TEST(to_iso(parse_clinic_time("2026-11-23T10:30").value()) == "2026-11-23T10:30");
    BOOST_TEST(to_iso(parse_clinic_time("2026-11-23 00:00").value()) == "2026-11-23T00:00");
    BOOST_TEST(to_iso(parse_clinic_time("2026-11-23T23:59").value()) == "2026-11-23T23:59");
}

BOOST_DATA_TEST_CASE(what_is_no_clinic_time_is_refused,
    data::make({"", "2026-11-23", "2026-11-23T24:00", "2026-11-23T10:60", "2026-11-23T1:30", "2026-11-23t10:30",
        "2026-11-23T10:30:00", "2026-11-23T10.30", "2026-02-30T10:30", "2026-11-23T-1:30"}),
    iso)
{
    BOOST_TEST(!parse_clinic_time(iso));
}

BOOST_DATA_TEST_CASE(an_instant_comes_back_to_the_millisecond,
    data::make({"1969-12-31T23:59:59.999Z", "1970-01-01T00:00:00.000Z", "2026-11-23T10:30:07.042Z"}), iso)
{
    BOOST_TEST(to_iso(parse_instant(iso).value()) == iso);
}

BOOST_DATA_TEST_CASE(what_is_no_instant_is_refused,
    data::make(
        {"", "2026-11-23T10:30:07Z", "2026-11-23T10:30:07.042", "2026-11-23T10:30:60.000Z", "2026-11-23 10:30:07.042Z",
            "2026-11-23T10:30:07,042Z", "2026-11-23T10:30:07.04xZ", "2026-11-23T10:30:07.042+"}),
    iso)
{
    BOOST_TEST(!parse_instant(iso));
}

BOOST_AUTO_TEST_CASE(days_are_counted_across_leap_days_and_backwards)
{
    BOOST_TEST(days_between(day("2024-02-28"), day("2024-03-01")) == 2);
    BOOST_TEST(days_between(day("2023-02-28"), day("2023-03-01")) == 1);
    BOOST_TEST(days_between(day("2026-03-01"), day("2026-02-28")) == -1);
    BOOST_TEST(to_iso(plus_days(day("2026-01-05"), 30)) == "2026-02-04");
    BOOST_TEST(to_iso(plus_days(day("2026-01-01"), -1)) == "2025-12-31");
}

BOOST_AUTO_TEST_CASE(age_is_in_completed_years)
{
    Date const birth = day("1979-03-12");

    BOOST_TEST(age_in_years(birth, day("2026-03-11")) == 46);
    BOOST_TEST(age_in_years(birth, day("2026-03-12")) == 47);
    BOOST_TEST(age_in_years(birth, birth) == 0);
}

BOOST_AUTO_TEST_CASE(one_born_on_29_february_grows_older_on_1_march_of_common_years)
{
    Date const birth = day("2004-02-29");

    BOOST_TEST(age_in_years(birth, day("2025-02-28")) == 20);
    BOOST_TEST(age_in_years(birth, day("2025-03-01")) == 21);
    BOOST_TEST(age_in_years(birth, day("2024-02-28")) == 19);
    BOOST_TEST(age_in_years(birth, day("2024-02-29")) == 20);
}

BOOST_AUTO_TEST_CASE(days_read_as_people_say_them)
{
    BOOST_TEST(to_words(day("1979-03-12")) == "12 Mar 1979");
    BOOST_TEST(to_short_words(day("2026-11-03")) == "3 Nov");
    BOOST_TEST(weekday_name(day("2026-11-23")) == "Monday");
    BOOST_TEST(weekday_name(day("2024-02-29")) == "Thursday");
}

BOOST_AUTO_TEST_CASE(a_clinic_time_is_its_day_and_its_minutes)
{
    ClinicTime const time = at(day("2026-11-23"), Minutes{10 * 60 + 5});

    BOOST_TEST(to_clock(time) == "10:05");
    BOOST_TEST(to_iso(day_of(time)) == "2026-11-23");
    BOOST_TEST(to_iso(at(day("1969-12-31"), Minutes{1439})) == "1969-12-31T23:59");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace plumbline::testing
