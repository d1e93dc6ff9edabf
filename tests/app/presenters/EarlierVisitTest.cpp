// SPDX-License-Identifier: Apache-2.0
#include "app/presenters/EarlierVisitPresenter.hpp"
#include "app/presenters/TimeEntry.hpp"
#include "app/presenters/VisitNotePresenter.hpp"
#include "tests/app/presenters/AtTheDesk.hpp"

#include <boost/test/unit_test.hpp>

using namespace plumbline;
using namespace plumbline::testing;

namespace {

struct DanaIsAsked : AtTheDesk {
    app::EarlierVisitPresenter form{desk_of(), sciatica_id};
    std::optional<app::EarlierVisit> found;
    app::Connection listening = form.found.connect([this](app::EarlierVisit const& visit) { found = visit; });

    void answer(std::string day, std::string time)
    {
        form.type_day(std::move(day));
        form.type_time(std::move(time));
        form.find();
    }
    std::string complained(std::string_view field) { return complaint(form.state().complaints, field); }
};

std::optional<int> minutes(std::string_view text)
{
    auto const time = app::parse_typed_time(text, "time");
    return time && *time ? std::optional{static_cast<int>((**time).count())} : std::nullopt;
}

} // namespace

BOOST_AUTO_TEST_SUITE(a_typed_time)

BOOST_AUTO_TEST_CASE(is_understood_as_people_type_it)
{
    std::pair<char const*, int> const times[]{{"10:30", 630}, {"1030", 630}, {"9", 540}, {" 9:05 ", 545},
        {"2:30 pm", 870}, {"230p", 870}, {"12am", 0}, {"12 PM", 720}, {"0:00", 0}, {"23.59", 1439}, {"905", 545}};
    for (auto const& [text, expected] : times)
        BOOST_TEST((minutes(text) == expected), text);
}

BOOST_AUTO_TEST_CASE(that_is_none_is_refused_beside_its_field)
{
    for (auto const* const text :
        {"24:00", "9:5", "10:60", "13pm", "0am", "soon", "-9", "10:30:00", "１０", "99999", "p", ":", "1 0 3 0 0"})
        BOOST_TEST(!app::parse_typed_time(text, "time").has_value(), text);
    BOOST_TEST(!app::parse_typed_time("", "time")->has_value());
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_FIXTURE_TEST_SUITE(the_question_for_an_earlier_visit, DanaIsAsked)

BOOST_AUTO_TEST_CASE(names_every_fault_at_once_and_keeps_what_was_typed)
{
    answer("31/31", "soon");
    BOOST_TEST(!complained("day").empty());
    BOOST_TEST(!complained("time").empty());
    BOOST_TEST(form.state().day == "31/31");
    BOOST_TEST(!found.has_value());
    answer("", "9");
    BOOST_TEST(!complained("day").empty());
}

BOOST_AUTO_TEST_CASE(answers_with_the_start_and_forgets_its_complaints)
{
    answer("-3", "");
    BOOST_TEST(!complained("time").empty());
    answer("-3", "9:15");
    BOOST_TEST_REQUIRE(found.has_value());
    BOOST_TEST((found->start == time(day(2026, 11, 20), 9, 15)));
    BOOST_TEST(form.state().complaints.empty());
}

BOOST_AUTO_TEST_CASE(the_note_of_an_earlier_day_calls_itself_late)
{
    app::VisitNotePresenter note{desk_of()};
    note.open(sciatica_id, time(day(2026, 11, 20), 9, 15), {}, 1);
    BOOST_TEST(note.state().heading.find("late entry") != std::string::npos, note.state().heading);
    app::VisitNotePresenter today{desk_of()};
    today.open(sciatica_id, clock.local_now(), {}, 2);
    BOOST_TEST(today.state().heading.find("late entry") == std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
