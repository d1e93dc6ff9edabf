// SPDX-License-Identifier: Apache-2.0
#include "domain/scheduling/Waitlist.hpp"

#include "tests/support/Samples.hpp"

#include <boost/test/unit_test.hpp>

using namespace plumbline;
using namespace plumbline::testing;
using namespace std::chrono_literals;

namespace {

constexpr Date monday{std::chrono::year{2026}, std::chrono::November, std::chrono::day{23}};
Opening const half_past_ten{dana_id, at(monday, 10h + 30min), 45min};

WaitlistEntry::Details waiting(PatientId patient = maja_id)
{
    WaitlistEntry::Details details;
    details.patient = patient;
    details.since = plus_days(monday, -3);
    return details;
}

WaitlistEntry entry(std::int64_t id, WaitlistEntry::Details details)
{
    return must(WaitlistEntry::create(WaitlistEntryId{id}, std::move(details)));
}

template <class Change>
bool fits_after(Change const& change)
{
    auto details = waiting();
    change(details);
    return fits(entry(1, details), half_past_ten);
}

std::string ids(std::vector<WaitlistEntry> const& entries)
{
    std::string all;
    for (auto const& one : entries)
        all += std::to_string(one.id().value());
    return all;
}

} // namespace

BOOST_AUTO_TEST_SUITE(the_waitlist)

BOOST_AUTO_TEST_CASE(a_wish_without_conditions_fits_anything_long_enough)
{
    BOOST_TEST(fits_after([](auto&) {}));
    BOOST_TEST(!fits_after([](auto& wish) { wish.length = 60min; }));
}

BOOST_AUTO_TEST_CASE(each_condition_keeps_an_opening_away)
{
    BOOST_TEST(!fits_after([](auto& wish) { wish.clinician = pat_id; }));
    BOOST_TEST(fits_after([](auto& wish) { wish.clinician = dana_id; }));
    BOOST_TEST(!fits_after([](auto& wish) { wish.weekdays[0] = false; }));
    BOOST_TEST(!fits_after([](auto& wish) { wish.between = DaySpan{8h, 10h + 30min}; }));
    BOOST_TEST(!fits_after([](auto& wish) { wish.between = DaySpan{10h + 31min, 13h}; }));
    BOOST_TEST(fits_after([](auto& wish) { wish.between = DaySpan{10h + 30min, 11h + 15min}; }));
    BOOST_TEST(!fits_after([](auto& wish) { wish.until = plus_days(monday, -1); }));
    BOOST_TEST(fits_after([](auto& wish) { wish.until = monday; }));
}

BOOST_AUTO_TEST_CASE(urgent_comes_first_then_loyal_then_patient)
{
    auto const first = waiting();
    auto later = waiting();
    later.since = plus_days(monday, -1);
    auto urgent = later;
    urgent.priority = WaitlistPriority::AsSoonAsPossible;
    auto loyal = later;
    loyal.clinician = dana_id;
    auto elsewhere = urgent;
    elsewhere.clinician = pat_id;
    std::vector const all{entry(1, later), entry(2, first), entry(3, loyal), entry(4, urgent), entry(5, elsewhere)};
    BOOST_TEST(ids(who_fits(all, half_past_ten)) == "432");
    BOOST_TEST(ids(who_fits(all, half_past_ten, 9)) == "4321");
    BOOST_TEST(who_fits({}, half_past_ten).empty());
}

BOOST_AUTO_TEST_CASE(an_entry_that_could_never_fit_is_refused_beside_its_field)
{
    auto const refused_on = [](auto const& change) {
        auto details = waiting();
        change(details);
        auto const made = WaitlistEntry::create(WaitlistEntryId{1}, details);
        return made ? std::string{} : std::string{made.error().field};
    };
    BOOST_TEST(refused_on([](auto& wish) { wish.patient = PatientId{0}; }) == "patient");
    BOOST_TEST(refused_on([](auto& wish) { wish.weekdays.fill(false); }) == "weekdays");
    BOOST_TEST(refused_on([](auto& wish) { wish.length = 4min; }) == "length");
    BOOST_TEST(refused_on([](auto& wish) { wish.between = DaySpan{9h, 9h + 30min}; }) == "between");
    BOOST_TEST(refused_on([](auto& wish) { wish.until = plus_days(wish.since, -1); }) == "until");
    BOOST_TEST(refused_on([](auto& wish) { wish.since = Date{}; }) == "since");
    BOOST_TEST(refused_on([](auto& wish) { wish.note = "a\x01"; }) == "note");
    BOOST_TEST(refused_on([](auto&) {}).empty());
}

BOOST_AUTO_TEST_CASE(priorities_have_codes_for_ever)
{
    for (auto const priority : {WaitlistPriority::AsSoonAsPossible, WaitlistPriority::Normal})
        BOOST_TEST((must(waitlist_priority_from_code(code(priority))) == priority));
    BOOST_TEST(!waitlist_priority_from_code("whenever").has_value());
}

BOOST_AUTO_TEST_SUITE_END()
