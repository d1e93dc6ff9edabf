// SPDX-License-Identifier: Apache-2.0
#include "persistence/records/TypedDate.hpp"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <array>
#include <chrono>
#include <ostream>
#include <string_view>

using namespace std::chrono_literals;
using plumbline::persistence::day_first;
using plumbline::persistence::typed_dates;
using plumbline::persistence::TypedDate;

namespace {

struct Typed {
    std::string_view text;
    TypedDate::Form form;
    std::string_view prefix;
};
std::ostream& operator<<(std::ostream& out, Typed const& typed)
{
    return out << typed.text;
}

constexpr auto year_first = TypedDate::Form::YearFirst;
constexpr auto day_leads = TypedDate::Form::DayFirst;
constexpr std::array forms{
    Typed{"1979", year_first, "1979"},
    Typed{"1979-03", year_first, "1979-03"},
    Typed{"1979-03-12", year_first, "1979-03-12"},
    Typed{"3/12", day_leads, "03-12-"},
    Typed{"3/12/1979", day_leads, "03-12-1979"},
    Typed{"03/12/197", day_leads, "03-12-197"},
    Typed{"3/12/79", day_leads, "03-12-1979"},
    Typed{"3-12-1979", day_leads, "03-12-1979"},
    Typed{"14/3/1979", day_leads, "03-14-1979"},
    Typed{"12.3.1979", day_leads, "03-12-1979"},
    Typed{"12 mar 1979", day_leads, "03-12-1979"},
    Typed{"12 March 1979", day_leads, "03-12-1979"},
    Typed{"Mar 12, 1979", day_leads, "03-12-1979"},
    Typed{"12 mar", day_leads, "03-12-"},
    Typed{"mar 1", day_leads, "03-1"},
    Typed{"3/1", day_leads, "03-01-"},
};

} // namespace

BOOST_AUTO_TEST_SUITE(typed_birth_dates)

BOOST_DATA_TEST_CASE(a_birth_date_is_understood_as_people_say_it, boost::unit_test::data::make(forms))
{
    auto const read = typed_dates(sample.text);

    BOOST_TEST((std::ranges::find(read, TypedDate{sample.form, std::string{sample.prefix}}) != read.end()));
}

BOOST_AUTO_TEST_CASE(what_can_be_no_date_is_none)
{
    for (std::string_view const text : {"", "maja", "99/99/1979", "3/32/1979", "12 xyz 1979", "a/b/c", "///", "1/2/3/4",
             "2500-01-01", "3/12/3979", "12 ma 1979", "-", ".", "12..1979"})
        BOOST_TEST(typed_dates(text).empty(), text);
}

BOOST_AUTO_TEST_CASE(the_key_of_a_birth_date_begins_with_its_month)
{
    BOOST_TEST(day_first(1979y / 3 / 12) == "03-12-1979");
}

BOOST_AUTO_TEST_SUITE_END()
