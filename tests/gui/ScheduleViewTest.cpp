// SPDX-License-Identifier: Apache-2.0
#include "app/gui/kit/ScheduleView.hpp"

#include "tests/gui/Desktop.hpp"

#include <boost/test/unit_test.hpp>

#include <wx/frame.h>
#include <wx/sizer.h>

using namespace plumbline;
using namespace plumbline::app;

namespace {
constexpr Date today{std::chrono::year{2026}, std::chrono::November, std::chrono::day{23}};
constexpr std::int64_t maja = 7;

/// Two clinicians on one day, and a visit at ten with the first.
struct OneVisit : testing::Desktop {
    OneVisit()
    {
        auto* const all = new wxBoxSizer{wxVERTICAL};
        all->Add(view, wxSizerFlags{1}.Expand());
        window()->SetSizer(all);
        window()->Layout();
        kit::ScheduleView::Heard heard;
        heard.wish = [this](SheetWish const& one) { wish = one; };
        view->on(std::move(heard));
        DrawnSheet sheet;
        sheet.today = today;
        for (std::int64_t const clinician : {1, 2})
            sheet.columns.push_back({.key = clinician, .day = today, .title = "Reyes", .working = {sheet.opening}});
        sheet.blocks.push_back({.id = maja, .time = {Minutes{600}, Minutes{645}}, .title = "Lindqvist, Maja"});
        view->show(std::move(sheet), "Schedule");
        settle();
    }

    /// The button, wherever the pointer of the screen is: no motion tells of the way there.
    void button(wxEventType type, std::size_t column, Minutes time, bool with_control = false)
    {
        ScheduleLayout const& layout = view->layout();
        wxMouseEvent event{type};
        event.SetEventObject(view);
        event.SetX(layout.x_of(column) + 40);
        event.SetY(layout.y_of(time) + 4);
        event.SetLeftDown(type == wxEVT_LEFT_DOWN);
        event.SetControlDown(with_control);
        view->HandleWindowEvent(event);
    }

    kit::ScheduleView* view = new kit::ScheduleView{window()};
    std::optional<SheetWish> wish;
};
} // namespace

BOOST_FIXTURE_TEST_SUITE(the_schedule_under_the_mouse, OneVisit)

BOOST_AUTO_TEST_CASE(it_goes_where_the_button_was_let_go_although_no_motion_was_seen)
{
    button(wxEVT_LEFT_DOWN, 0, Minutes{600});
    button(wxEVT_LEFT_UP, 1, Minutes{660});
    BOOST_REQUIRE(wish);
    BOOST_TEST((wish->kind == SheetWish::Kind::Move && wish->id == maja && wish->column == 1U));
    BOOST_TEST((wish->time == DaySpan{Minutes{660}, Minutes{705}}));
}

BOOST_AUTO_TEST_CASE(it_is_copied_when_ctrl_was_held_as_the_button_was_let_go)
{
    button(wxEVT_LEFT_DOWN, 0, Minutes{600});
    button(wxEVT_LEFT_UP, 0, Minutes{720}, true);
    BOOST_REQUIRE(wish);
    BOOST_TEST((wish->kind == SheetWish::Kind::Copy && wish->time == DaySpan{Minutes{720}, Minutes{765}}));
}

BOOST_AUTO_TEST_CASE(a_click_moves_nothing)
{
    button(wxEVT_LEFT_DOWN, 0, Minutes{600});
    button(wxEVT_LEFT_UP, 0, Minutes{600});
    BOOST_TEST(!wish);
    BOOST_TEST((view->cursor().block == maja));
}

BOOST_AUTO_TEST_SUITE_END()
