// SPDX-License-Identifier: Apache-2.0
#include "app/presenters/DecisionPresenter.hpp"

#include "app/presenters/ChartPresenter.hpp"
#include "app/presenters/TodayPresenter.hpp"
#include "tests/app/presenters/AtTheDesk.hpp"

#include <boost/test/unit_test.hpp>

using namespace plumbline;
using namespace plumbline::testing;

namespace {

/// Maja's Oswestry got worse: the board asks at any day.
struct Worse : AtTheDesk {
    Worse()
    {
        booked(1, time(clock.today(), 10, 30));
        score(ScoreId{1}, day(2026, 10, 19), 2);
        score(ScoreId{2}, day(2026, 11, 16), 3);
    }
    void score(ScoreId id, Date on, int each)
    {
        must(records().scores().keep(must(OutcomeScore::create(
            id, maja_id, sciatica_id, on, Measure::Odi, std::vector<std::optional<int>>(10, each), dana_id))));
    }
    app::Desk& here = desk_of();
    app::TodayPresenter today_screen{here};
    bool kept = false;
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(a_decision_on_the_screen, Worse)

BOOST_AUTO_TEST_CASE(it_says_what_it_rests_on)
{
    app::DecisionPresenter decision{here, maja_id, sciatica_id};
    BOOST_TEST_REQUIRE(decision.state().loaded);
    BOOST_TEST(decision.state().title == "Lindqvist, Maja · worse at week 5");
    app::DecisionPresenter const hidden{here, maja_id, sciatica_id, app::Names::Hidden};
    BOOST_TEST(hidden.state().title == "••••• · worse at week 5");
    BOOST_TEST(!decision.state().facts.lines.empty());
    BOOST_TEST(decision.state().reasons.size() > 3U);
}

BOOST_AUTO_TEST_CASE(a_reason_of_the_list_is_enough_and_can_be_added_to)
{
    app::DecisionPresenter decision{here, maja_id, sciatica_id};
    auto const listening = decision.put_off_now.connect([this] { kept = true; });
    decision.put_off(std::nullopt, "by telephone", 1);
    BOOST_TEST(complaint(decision.state().complaints, "why") == "Choose why it waits.");
    BOOST_TEST(!kept);
    decision.put_off(0, "by telephone", 1);
    BOOST_TEST(kept);
    BOOST_TEST_REQUIRE(state().deferrals.size() == 1U);
    Deferral const& deferral = state().deferrals.begin()->second;
    BOOST_TEST(deferral.reason == "The physician knows already: by telephone");
    BOOST_TEST((deferral.until == day(2026, 12, 7)));

    today_screen.refresh();
    BOOST_TEST(today_screen.state().board.decisions.empty());
    app::ChartPresenter chart_screen{here, maja_id};
    BOOST_TEST(chart_screen.state().decision.put_off.has_value());

    clock.advance(std::chrono::minutes{1});
    today_screen.take_up(maja_id, sciatica_id);
    BOOST_TEST(today_screen.state().board.decisions.size() == 1U);
    chart_screen.refresh();
    BOOST_TEST(!chart_screen.state().decision.put_off.has_value());
    BOOST_TEST(chart_screen.state().decision.row.has_value());
}

BOOST_AUTO_TEST_CASE(another_reason_needs_its_words)
{
    app::DecisionPresenter decision{here, maja_id, sciatica_id};
    auto const listening = decision.put_off_now.connect([this] { kept = true; });
    std::size_t const own = decision.state().reasons.size() - 1;
    decision.put_off(own, "", 0);
    BOOST_TEST(!complaint(decision.state().complaints, "reason").empty());
    BOOST_TEST(!kept);
    BOOST_TEST(!decision.state().busy);
    decision.put_off(own, "She moves next week", 0);
    BOOST_TEST(kept);
    BOOST_TEST(decision.state().complaints.empty());
}

BOOST_AUTO_TEST_CASE(who_may_not_is_told_in_place)
{
    app::DecisionPresenter decision{desk_of(Role::ReadOnly), maja_id, sciatica_id};
    decision.put_off(0, "", 0);
    BOOST_TEST(!decision.state().complaints.empty());
    BOOST_TEST(state().deferrals.empty());
}

BOOST_AUTO_TEST_SUITE_END()
