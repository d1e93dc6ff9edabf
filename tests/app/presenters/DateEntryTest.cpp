// SPDX-License-Identifier: Apache-2.0
#include "app/presenters/DateEntry.hpp"
#include "app/services/PatientLists.hpp"
#include "tests/support/Samples.hpp"

#include <boost/test/unit_test.hpp>

using namespace plumbline;
using namespace plumbline::testing;
using app::DateLeaning;

namespace {

constexpr Date monday = day(2026, 11, 23);

std::string read(std::string_view typed, DateLeaning leaning)
{
    auto const found = app::parse_typed_date(typed, monday, leaning, "on");
    if (!found)
        return std::string{found.error().field} + " refused";
    return *found ? to_iso(**found) : "none";
}

} // namespace

BOOST_AUTO_TEST_SUITE(days_as_people_type_them)

BOOST_AUTO_TEST_CASE(short_forms_mean_the_day_that_was_meant)
{
    struct Typed {
        char const* text;
        DateLeaning leaning;
        char const* day;
    };
    for (auto const& [text, leaning, expected] : {
             Typed{"", DateLeaning::Past, "none"},
             {"   ", DateLeaning::Past, "none"},
             {"today", DateLeaning::Past, "2026-11-23"},
             {"T", DateLeaning::Future, "2026-11-23"},
             {"yesterday", DateLeaning::Past, "2026-11-22"},
             {"tomorrow", DateLeaning::Past, "2026-11-24"},
             {"+5", DateLeaning::Past, "2026-11-28"},
             {"-10", DateLeaning::Future, "2026-11-13"},
             {"3/14", DateLeaning::Past, "2026-03-14"},
             {"3/14", DateLeaning::Future, "2027-03-14"},
             {"12/24", DateLeaning::Past, "2025-12-24"},
             {"12/24", DateLeaning::Future, "2026-12-24"},
             {"1/5", DateLeaning::Nearest, "2027-01-05"},
             {"10/5", DateLeaning::Nearest, "2026-10-05"},
             {"3/14/79", DateLeaning::Past, "1979-03-14"},
             {"3/14/26", DateLeaning::Past, "2026-03-14"},
             {"3/14/27", DateLeaning::Past, "1927-03-14"},
             {"3/14/27", DateLeaning::Future, "2027-03-14"},
             {"3/14/1979", DateLeaning::Past, "1979-03-14"},
             {"1979-03-12", DateLeaning::Past, "1979-03-12"},
             {"12 Mar 1979", DateLeaning::Past, "1979-03-12"},
             {"mar 12, 1979", DateLeaning::Past, "1979-03-12"},
             {"12 mar", DateLeaning::Past, "2026-03-12"},
             {" 12 march 1979 ", DateLeaning::Past, "1979-03-12"},
             {"tue", DateLeaning::Future, "2026-11-24"},
             {"tue", DateLeaning::Past, "2026-11-17"},
             {"monday", DateLeaning::Past, "2026-11-16"},
             {"Monday", DateLeaning::Future, "2026-11-30"},
             {"fri", DateLeaning::Nearest, "2026-11-20"},
             {"wed", DateLeaning::Nearest, "2026-11-25"},
             {"11/24/26", DateLeaning::Past, "1926-11-24"},
             {"11/24/26", DateLeaning::Future, "2026-11-24"},
             {"3/14/79", DateLeaning::Future, "1979-03-14"},
             {"14 mar", DateLeaning::Future, "2027-03-14"},
             {"1979-3-2", DateLeaning::Past, "1979-03-02"},
             {"03141979", DateLeaning::Past, "1979-03-14"},
             {"2w", DateLeaning::Past, "2026-12-07"},
             {"-1w", DateLeaning::Past, "2026-11-16"},
             {"+3m", DateLeaning::Past, "2027-02-23"},
             {"2/29", DateLeaning::Future, "2028-02-29"},
             {"2/29", DateLeaning::Past, "2024-02-29"},
             {"2/29/2024", DateLeaning::Past, "2024-02-29"},
         })
        BOOST_TEST(read(text, leaning) == expected, '"' << text << "\" became " << read(text, leaning));
}

BOOST_AUTO_TEST_CASE(a_month_from_the_last_day_stays_in_the_next_month)
{
    BOOST_TEST((app::read_day("1m", day(2027, 1, 31), DateLeaning::Future) == day(2027, 2, 28)));
}

BOOST_AUTO_TEST_CASE(what_is_shown_can_be_typed_again)
{
    for (int away = 0; away < 400; away += 7) {
        Date const shown = plus_days(monday, away);
        BOOST_TEST((app::read_day(to_words(shown), monday, DateLeaning::Future) == shown), to_iso(shown));
        BOOST_TEST((app::read_day(to_iso(shown), monday, DateLeaning::Past) == shown), to_iso(shown));
    }
}

BOOST_AUTO_TEST_CASE(what_is_no_day_is_refused_on_its_field)
{
    for (auto const* const bad : {"2/29/2026", "13/13/2026", "0/1", "1/0", "1/2/3/4", "soon", "3", "1979-13-01",
             "1979-02-30", "+", "-", "--5", "++5", "+-5", "3/14/979", "3//", "12 xyz 1979", "1/1/99999", "mar",
             "99999999999999999999/1", "+99999", "\xff\xfe", "30 Feb", "2/30", "2/30/2026", "3/14/0026", "0026-03-14",
             "26", "14/3/1979", "31 Feb 1979", "1/2/3/4", "12 Mar 197", "mo", "-mon", "20260101", "3 5x", "٣/١٤/١٩٧٩",
             "３/１４", "3💥14", "3/14/1979 or so", "+9999999999"})
        BOOST_TEST(
            read(bad, DateLeaning::Past) == "on refused", '"' << bad << "\" became " << read(bad, DateLeaning::Past));
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(lists_as_people_write_them)

BOOST_AUTO_TEST_CASE(a_precaution_of_the_matrix_is_known_by_code_and_by_label)
{
    auto const by_code = app::precautions_from("cardiac-pacemaker; implanted 2021");
    BOOST_TEST_REQUIRE(by_code.size() == 1U);
    BOOST_TEST(by_code.front().condition == "cardiac-pacemaker");
    BOOST_TEST(by_code.front().note == "implanted 2021");
    BOOST_TEST((app::precautions_from(app::text_of(by_code)) == by_code));
}

BOOST_AUTO_TEST_CASE(other_lines_are_precautions_in_the_therapists_words)
{
    auto const own = app::precautions_from("\n  afraid of dogs \r\n\n");
    BOOST_TEST_REQUIRE(own.size() == 1U);
    BOOST_TEST(own.front().condition.empty());
    BOOST_TEST(own.front().note == "afraid of dogs");
}

BOOST_AUTO_TEST_CASE(medications_and_allergies_come_back_as_they_were_written)
{
    std::vector<Medication> const medications{
        {"Warfarin", "5 mg", "", MedicationFlag::Anticoagulant}, {"Ibuprofen", "", "pain", MedicationFlag::None}};
    Faults faults;
    BOOST_TEST((app::medications_from(app::text_of(medications), faults) == medications));
    std::vector<Allergy> const allergies{{"latex", "rash"}, {"nickel", ""}};
    BOOST_TEST((app::allergies_from(app::text_of(allergies)) == allergies));
    BOOST_TEST(app::medications_from("", faults).empty());
    BOOST_TEST(faults.none());
}

BOOST_AUTO_TEST_CASE(no_part_of_a_line_is_dropped)
{
    auto const precautions = app::precautions_from("afraid of dogs; big ones\ncardiac-pacemaker; 2021; left side");
    BOOST_TEST_REQUIRE(precautions.size() == 2U);
    BOOST_TEST(precautions[0].note == "afraid of dogs; big ones");
    BOOST_TEST(precautions[1].note == "2021; left side");
    BOOST_TEST((app::precautions_from(app::text_of(precautions)) == precautions));
    BOOST_TEST(app::allergies_from("latex; rash; swelling").front().reaction == "rash; swelling");
    Faults faults;
    static_cast<void>(app::medications_from("Warfarin; 5 mg; clots; blood thinner", faults));
    BOOST_TEST_REQUIRE(!faults.none());
    BOOST_TEST(faults.refusal().field == "medications");
    BOOST_TEST(faults.refusal().message.english().find("blood thinner") != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
