// SPDX-License-Identifier: Apache-2.0
#include "app/gui/kit/Actions.hpp"

#include <boost/test/unit_test.hpp>

#include <string>

using namespace plumbline::app::kit;

namespace {
Action action(std::string id, std::string label, std::string key)
{
    Action made;
    made.id = std::move(id);
    made.label = std::move(label);
    made.key = std::move(key);
    made.run = [] {};
    return made;
}
} // namespace

BOOST_AUTO_TEST_SUITE(the_table_of_actions)

BOOST_AUTO_TEST_CASE(a_key_has_one_spelling)
{
    BOOST_TEST(normal_key("shift+CTRL+p") == "Ctrl+Shift+P");
    BOOST_TEST(normal_key("Ctrl++") == "Ctrl++");
    BOOST_TEST(normal_key("ctrl+enter") == "Ctrl+Enter");
    BOOST_TEST(normal_key("f11") == "F11");
    BOOST_TEST(normal_key("Alt+1") == "Alt+1");
}

BOOST_AUTO_TEST_CASE(what_is_no_key_has_none)
{
    for (char const* const nonsense : {"", "Ctrl+", "Hyper+K", "F25", "Ctrl+Enterr", "Nowhere"})
        BOOST_TEST(normal_key(nonsense).empty(), nonsense);
}

BOOST_AUTO_TEST_CASE(a_key_is_shown_as_on_the_keyboard)
{
    BOOST_TEST(shown_key("Ctrl+Shift+P") == "Ctrl Shift P");
    BOOST_TEST(shown_key("Ctrl+Enter") == "Ctrl \u21b5");
    BOOST_TEST(plain_label("Sign && &next") == "Sign & next");
}

BOOST_AUTO_TEST_CASE(two_actions_cannot_have_one_key)
{
    Actions actions;
    actions.add(action("visit.sign", "Sign", "Ctrl+Enter"));
    actions.add(action("patient.switch", "Switch", "Ctrl+K"));
    BOOST_TEST(actions.conflicts().empty());

    Action other = action("edit.link", "Link", "");
    other.also_key = "ctrl+k";
    actions.add(other);

    BOOST_REQUIRE(actions.conflicts().size() == 1U);
    BOOST_TEST((actions.conflicts().front() == KeyConflict{"Ctrl+K", "patient.switch", "edit.link"}));
}

BOOST_AUTO_TEST_CASE(a_bare_letter_belongs_to_whoever_is_typing)
{
    Actions actions;
    actions.add(action("visit.confirm", "Confirm", "C"));
    actions.add(action("help.page", "Help", "F1"));

    BOOST_REQUIRE(actions.conflicts().size() == 1U);
    BOOST_TEST(actions.conflicts().front().first == "visit.confirm");
    BOOST_TEST(actions.conflicts().front().second.empty());
}

BOOST_AUTO_TEST_CASE(a_key_of_one_screen_means_another_thing_on_another)
{
    Actions actions;
    std::string ran;
    auto const here = [&](std::string id, Menu menu, bool front) {
        Action made = action(id, "Something", "");
        made.menu = menu;
        made.here_key = "M";
        made.run = [&ran, id] { ran = id; };
        made.may_run = [front] { return front; };
        actions.add(made);
    };
    here("schedule.month", Menu::Schedule, false);
    here("visit.minutes", Menu::Visit, true);
    BOOST_TEST(actions.conflicts().empty());
    BOOST_TEST(actions.run_here("M"));
    BOOST_TEST(ran == "visit.minutes");
    here("visit.more", Menu::Visit, true);
    BOOST_TEST(actions.conflicts().size() == 1U);
}

BOOST_AUTO_TEST_CASE(what_may_not_run_does_not_run)
{
    Actions actions;
    int runs = 0;
    bool allowed = false;
    Action sign = action("visit.sign", "Sign", "Ctrl+Enter");
    sign.run = [&runs] { ++runs; };
    sign.may_run = [&allowed] { return allowed; };
    actions.add(sign);

    actions.run("visit.sign");
    BOOST_TEST(runs == 0);

    allowed = true;
    actions.run("visit.sign");
    BOOST_TEST(runs == 1);

    actions.set_gate([] { return false; });
    actions.run("visit.sign");
    BOOST_TEST(runs == 1);
    actions.run("no.such.action");
}

BOOST_AUTO_TEST_CASE(the_palette_finds_an_action_by_the_beginnings_of_its_words)
{
    Actions actions;
    actions.add(action("reports.progress", "&Progress report", ""));
    actions.add(action("reports.plan", "Plan of care", ""));
    actions.add(action("visit.open", "Open next note", ""));
    actions.add(action("visit.reopen", "Reopen a draft", ""));

    BOOST_REQUIRE(actions.matching("rep prog").size() == 1U);
    BOOST_TEST(actions.matching("rep prog").front()->id == "reports.progress");
    BOOST_REQUIRE(actions.matching("open").size() == 2U);
    BOOST_TEST(actions.matching("open").front()->id == "visit.open");
    BOOST_TEST(actions.matching("").size() == 4U);
    BOOST_TEST(actions.matching("open report").empty());
}

BOOST_AUTO_TEST_CASE(an_action_may_replace_the_table_while_it_runs)
{
    Actions actions;
    Action grow = action("file.grow", "Grow", "");
    grow.run = [&actions] {
        for (int number = 0; number < 100; ++number)
            actions.add(action("more." + std::to_string(number), "More", ""));
    };
    actions.add(grow);

    actions.run("file.grow");

    BOOST_TEST(actions.all().size() == 101U);
}

BOOST_AUTO_TEST_SUITE_END()
