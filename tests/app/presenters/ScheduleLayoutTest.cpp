// SPDX-License-Identifier: Apache-2.0
#include "app/presenters/ScheduleLayout.hpp"

#include "app/presenters/ScheduleGesture.hpp"

#include <boost/test/unit_test.hpp>

using namespace plumbline;
using namespace plumbline::app;

namespace {

constexpr Date monday{std::chrono::year{2026}, std::chrono::November, std::chrono::day{23}};

constexpr DaySpan span(int from, int to)
{
    return {Minutes{from}, Minutes{to}};
}

SheetBlock block(std::int64_t id, std::size_t column, int from, int to)
{
    SheetBlock one;
    one.id = id;
    one.column = column;
    one.time = span(from, to);
    return one;
}

/// Three columns, 100 pixels an hour, 100 pixels a column, 40 for the hours and 40 for the names.
struct ThreeColumns {
    ThreeColumns()
    {
        for (std::int64_t key = 1; key <= 3; ++key)
            sheet.columns.push_back({.key = key, .day = monday, .working = {span(480, 720), span(780, 1020)}});
        sheet.opening = span(480, 1020);
        sheet.blocks = {block(11, 0, 540, 600), block(12, 0, 570, 630), block(13, 0, 660, 690), block(21, 1, 540, 585)};
        layout.measure({.width = 340,
            .height = 440,
            .gutter = 40,
            .header = 40,
            .hour = 100,
            .least_column = 60,
            .grip = 6,
            .inset = 5});
        layout.show(sheet);
    }
    void press(int x, int y) { BOOST_REQUIRE(gesture.press(layout, layout.hit(x, y), x, y)); }
    DrawnSheet sheet;
    ScheduleLayout layout;
    ScheduleGesture gesture;
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(the_layout_of_a_schedule, ThreeColumns)

BOOST_AUTO_TEST_CASE(those_that_overlap_stand_side_by_side_and_the_rest_alone)
{
    auto const lanes = side_by_side(sheet.blocks);

    BOOST_TEST((lanes == std::vector<Lane>{{0, 2}, {1, 2}, {0, 1}, {0, 1}}));
    Box const first = layout.box_of(0), second = layout.box_of(1);
    BOOST_TEST(first.x + first.width <= second.x);
    BOOST_TEST(second.x + second.width <= layout.x_of(1));
}

BOOST_AUTO_TEST_CASE(a_lane_is_used_again_when_it_is_free)
{
    std::vector<SheetBlock> const blocks{
        block(1, 0, 0, 120), block(2, 0, 0, 30), block(3, 0, 30, 60), block(4, 0, 60, 180)};

    BOOST_TEST((side_by_side(blocks) == std::vector<Lane>{{0, 2}, {1, 2}, {1, 2}, {1, 2}}));
}

BOOST_AUTO_TEST_CASE(the_hours_grow_for_what_lies_outside_of_them)
{
    BOOST_TEST((hours_shown(sheet) == span(480, 1020)));

    sheet.blocks.push_back(block(31, 2, 405, 450));
    sheet.gaps.push_back({.id = 5, .column = 2, .time = span(1050, 1095)});
    BOOST_TEST((hours_shown(sheet) == span(360, 1140)));

    sheet.blocks.push_back(block(32, 2, 1400, 1440));
    BOOST_TEST((hours_shown(sheet) == span(360, 1440)));
}

BOOST_AUTO_TEST_CASE(every_place_leads_to_what_is_drawn_there)
{
    BOOST_TEST((layout.hit(45, 20).part == SheetPart::ColumnHead));
    BOOST_TEST((layout.hit(20, 200).part == SheetPart::Nothing));
    SheetHit const body = layout.hit(160, 150);
    BOOST_TEST((body.part == SheetPart::Block && body.index == 3 && body.column == 1));
    Box const box = layout.box_of(3);
    BOOST_TEST((layout.hit(160, box.y + box.height - 1).part == SheetPart::BlockEnd));
    SheetHit const empty = layout.hit(260, 140);
    BOOST_TEST((empty.part == SheetPart::Empty && empty.column == 2));
    BOOST_TEST(empty.minute.count() == 540);
}

BOOST_AUTO_TEST_CASE(a_place_without_an_appointment_is_said)
{
    sheet.columns[0].title = "Dana Reyes, PT";
    layout.show(sheet);
    BOOST_TEST(spoken_place(layout, {0, Minutes{480}, {}}) == "Dana Reyes, PT, 08:00, free until 09:00");
    BOOST_TEST(spoken_place(layout, {0, Minutes{690}, {}}) == "Dana Reyes, PT, 11:30, free until 12:00");
    BOOST_TEST(spoken_place(layout, {0, Minutes{750}, {}}) == "Dana Reyes, PT, 12:30, outside the hours");
    BOOST_TEST(spoken_place(layout, {0, Minutes{555}, {}}) == "Dana Reyes, PT, 09:15, taken until 10:00");
    BOOST_TEST(spoken_place(layout, {7, Minutes{555}, {}}).empty());
}

BOOST_AUTO_TEST_CASE(what_is_pulled_out_of_a_rooms_column_says_so)
{
    sheet.columns[0].always = true;
    layout.show(sheet);
    Box const box = layout.box_of(2);
    press(box.x + 2, box.y + 2);
    gesture.drag(layout, box.x + 102, box.y + 2, ScheduleGesture::Copying::No);
    auto const wish = gesture.release();
    BOOST_REQUIRE(wish);
    BOOST_TEST(wish->pulled_from == 1);
    BOOST_TEST(wish->column == 1U);
}

BOOST_AUTO_TEST_CASE(scrolling_ends_where_the_day_ends)
{
    layout.scroll_to(500, 5000);

    BOOST_TEST(layout.scroll_x() == 0);
    BOOST_TEST(layout.y_of(Minutes{1020}) == layout.measures().height);
    BOOST_TEST(layout.blocks_seen().empty());

    layout.scroll_to(0, -20);
    BOOST_TEST(layout.scroll_y() == 0);
    BOOST_TEST(layout.blocks_seen().size() == 4U);
}

BOOST_AUTO_TEST_CASE(columns_that_would_be_too_narrow_are_scrolled)
{
    SheetMeasures measures = layout.measures();
    measures.least_column = 150;
    layout.measure(measures);

    BOOST_TEST(layout.whole_width() == 490);
    BOOST_TEST((layout.columns_seen() == std::pair<std::size_t, std::size_t>{0, 2}));
    layout.scroll_to(1000, 0);
    BOOST_TEST((layout.columns_seen() == std::pair<std::size_t, std::size_t>{1, 3}));
    BOOST_TEST((layout.column_at(339) == std::optional<std::size_t>{2}));
}

BOOST_AUTO_TEST_CASE(the_keyboard_walks_over_free_time_and_appointments)
{
    SheetCursor at{0, Minutes{510}, std::nullopt};
    auto const walk = [&](SheetStep step) { at = stepped(layout, at, step).value_or(at); };

    walk(SheetStep::Down);
    walk(SheetStep::Down);
    BOOST_TEST((at.block == std::optional<std::int64_t>{11}));
    walk(SheetStep::Right);
    BOOST_TEST((at.block == std::optional<std::int64_t>{21}));
    walk(SheetStep::Down);
    BOOST_TEST((at == SheetCursor{1, Minutes{585}, std::nullopt}));
    walk(SheetStep::DayEnd);
    BOOST_TEST(at.minute.count() == 1005);
    BOOST_TEST(!stepped(layout, at, SheetStep::Down));
    walk(SheetStep::Right);
    BOOST_TEST(!stepped(layout, at, SheetStep::Right));
}

BOOST_AUTO_TEST_CASE(tab_goes_from_appointment_to_appointment_and_then_out)
{
    SheetCursor at{0, Minutes{480}, std::nullopt};
    std::vector<std::int64_t> met;
    while (auto const next = stepped(layout, at, SheetStep::NextBlock)) {
        at = *next;
        met.push_back(at.block.value());
    }

    BOOST_TEST(met == (std::vector<std::int64_t>{11, 12, 13, 21}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(what_takes_a_resource_too_is_met_once_in_each_column)
{
    sheet.blocks.push_back(block(21, 2, 540, 585));
    layout.show(sheet);
    SheetCursor at{1, Minutes{540}, 21};

    at = stepped(layout, at, SheetStep::NextBlock).value();
    BOOST_TEST(at.column == 2U);
    BOOST_TEST(!stepped(layout, at, SheetStep::NextBlock));
}

BOOST_AUTO_TEST_CASE(a_refresh_keeps_the_keyboard_on_its_appointment)
{
    SheetCursor const before{0, Minutes{660}, 13};
    sheet.blocks[2].column = 1;
    sheet.blocks[2].time = span(600, 630);
    std::swap(sheet.blocks[2], sheet.blocks[3]);
    layout.show(sheet);

    BOOST_TEST((kept(layout, before) == SheetCursor{1, Minutes{600}, 13}));
    BOOST_TEST((kept(layout, {0, Minutes{660}, 99}) == SheetCursor{0, Minutes{660}, std::nullopt}));
    layout.show({});
    BOOST_TEST((kept(layout, before) == SheetCursor{}));
}

BOOST_AUTO_TEST_CASE(dragging_over_empty_time_asks_for_an_appointment_as_long)
{
    press(260, 140 + 3);
    BOOST_TEST(!gesture.ghost());
    gesture.drag(layout, 260, 140 + 99, ScheduleGesture::Copying::No);

    auto const wish = gesture.release();
    BOOST_REQUIRE(wish);
    BOOST_TEST((*wish == SheetWish{SheetWish::Kind::Create, 0, 2, span(540, 600)}));
    BOOST_TEST(!gesture.active());
}

BOOST_AUTO_TEST_CASE(a_click_asks_for_nothing)
{
    press(160, 150);
    gesture.drag(layout, 162, 151, ScheduleGesture::Copying::No);
    BOOST_TEST(!gesture.release());
}

BOOST_AUTO_TEST_CASE(a_dragged_appointment_keeps_its_length_and_where_it_was_taken)
{
    press(160, 150);
    gesture.drag(layout, 260, 250, ScheduleGesture::Copying::No);
    BOOST_TEST((gesture.ghost() == SheetWish{SheetWish::Kind::Move, 21, 2, span(600, 645)}));
    gesture.drag(layout, 260, 250, ScheduleGesture::Copying::Yes);
    BOOST_TEST((gesture.release() == SheetWish{SheetWish::Kind::Copy, 21, 2, span(600, 645)}));
}

BOOST_AUTO_TEST_CASE(back_where_it_was_is_no_move_but_on_another_day_it_is_one)
{
    press(160, 150);
    gesture.drag(layout, 260, 250, ScheduleGesture::Copying::No);
    gesture.drag(layout, 160, 150, ScheduleGesture::Copying::No);
    BOOST_TEST(!gesture.release());

    press(160, 150);
    gesture.drag(layout, 260, 250, ScheduleGesture::Copying::No);
    gesture.turned();
    gesture.drag(layout, 160, 150, ScheduleGesture::Copying::No);
    BOOST_TEST((gesture.release() == SheetWish{SheetWish::Kind::Move, 21, 1, span(540, 585)}));
}

BOOST_AUTO_TEST_CASE(the_edge_changes_the_length_and_never_below_the_shortest)
{
    Box const box = layout.box_of(3);
    press(160, box.y + box.height - 2);
    gesture.drag(layout, 160, box.y + box.height + 50, ScheduleGesture::Copying::No);
    BOOST_TEST((gesture.ghost() == SheetWish{SheetWish::Kind::Resize, 21, 1, span(540, 615)}));
    gesture.drag(layout, 160, 60, ScheduleGesture::Copying::No);
    BOOST_TEST((gesture.release() == SheetWish{SheetWish::Kind::Resize, 21, 1, span(540, 545)}));
}

BOOST_AUTO_TEST_CASE(escape_and_what_may_not_be_moved_ask_for_nothing)
{
    press(160, 150);
    gesture.drag(layout, 260, 250, ScheduleGesture::Copying::No);
    gesture.cancel();
    BOOST_TEST(!gesture.release());

    sheet.blocks[3].movable = false;
    layout.show(sheet);
    BOOST_TEST(!gesture.press(layout, layout.hit(160, 150), 160, 150));
}

BOOST_AUTO_TEST_CASE(what_is_brought_from_beside_is_dropped_where_the_mouse_is)
{
    gesture.bring({.id = 77, .title = "Novak, Petr", .length = Minutes{30}});
    gesture.drag(layout, 10, 10, ScheduleGesture::Copying::No);
    BOOST_TEST(!gesture.ghost());
    gesture.drag(layout, 260, 250, ScheduleGesture::Copying::No);
    BOOST_TEST((gesture.release() == SheetWish{SheetWish::Kind::Bring, 77, 2, span(600, 630)}));
}

BOOST_AUTO_TEST_SUITE_END()
