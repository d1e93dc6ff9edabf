// SPDX-License-Identifier: Apache-2.0
#include "app/presenters/InsightsPresenter.hpp"

#include "app/presenters/WorklistLinks.hpp"
#include "tests/app/presenters/AtTheDesk.hpp"
#include "tests/support/TemporaryFolder.hpp"

#include <boost/test/unit_test.hpp>

using namespace plumbline;
using namespace plumbline::app;
using namespace plumbline::testing;

BOOST_FIXTURE_TEST_SUITE(insights_on_the_screen, AtTheDesk)

BOOST_AUTO_TEST_CASE(begin_with_the_first_list_and_lead_to_the_patient)
{
    InsightsPresenter presenter{desk_of(Role::Manager)};
    presenter.refresh();

    BOOST_TEST(presenter.state().loaded);
    BOOST_TEST(presenter.state().worklists.size() == 6U);
    BOOST_TEST(presenter.state().figures.size() == 5U);
    BOOST_TEST(presenter.state().shown()->code == "unsigned-notes");
    presenter.choose(3);
    BOOST_TEST_REQUIRE(presenter.state().shown()->rows.size() == 1U);
    BOOST_TEST((presenter.state().shown()->rows[0].patient == maja_id));
    BOOST_TEST(presenter.state().worklists[3].figure == "1");
    BOOST_TEST(presenter.state().worklists[3].pressing);
}

BOOST_AUTO_TEST_CASE(are_chosen_by_name_before_and_after_they_are_there)
{
    InsightsPresenter presenter{desk_of(Role::Manager)};
    presenter.choose("no-shows");
    presenter.refresh();
    BOOST_TEST(presenter.state().shown()->code == "no-shows");
    presenter.choose("visits");
    BOOST_TEST(presenter.state().shown()->code == "visits");
    presenter.choose("nonsense");
    BOOST_TEST(presenter.state().shown()->code == "visits");
    for (WorklistLink const& link : people_to_call()) {
        presenter.choose(link.code);
        BOOST_TEST(presenter.state().shown()->title == link.words);
    }
}

BOOST_AUTO_TEST_CASE(stay_where_they_are_when_they_are_read_again)
{
    InsightsPresenter presenter{desk_of(Role::Owner)};
    presenter.refresh();
    presenter.choose(6);
    presenter.choose_weeks(52);

    BOOST_TEST(presenter.state().shown()->code == "visits");
    BOOST_TEST(presenter.state().shown()->rows.size() == 52U);
    presenter.choose_weeks(7); // Not offered.
    presenter.choose(99);
    BOOST_TEST(presenter.state().weeks == 52);
    BOOST_TEST(presenter.state().shown()->code == "visits");
}

BOOST_AUTO_TEST_CASE(of_a_period_that_was_left_again_are_not_shown)
{
    InsightsPresenter presenter{late_desk_of(Role::Owner)};
    presenter.choose_weeks(52);
    presenter.choose_weeks(4);
    late.finish_next();
    BOOST_TEST(!presenter.state().loaded);
    late.finish_next();
    presenter.choose(6);
    BOOST_TEST(presenter.state().shown()->rows.size() == 4U);
}

BOOST_AUTO_TEST_CASE(are_saved_as_table_or_page)
{
    TemporaryFolder const folder;
    InsightsPresenter presenter{desk_of(Role::Manager)};
    presenter.refresh();
    presenter.choose(6);
    auto const csv = (folder / "visits.csv").string();
    presenter.save_as(csv);
    BOOST_TEST(presenter.state().notice == "Saved to " + csv);
    BOOST_TEST(read_file(csv).starts_with("\xEF\xBB\xBF\"Week of\""));
    BOOST_TEST(was_noted(AuditEvent::Export, "insights"));

    presenter.save_as((folder / "visits.pdf").string());
    BOOST_TEST(read_file((folder / "visits.pdf").string()).starts_with("%PDF"));

    presenter.save_as((folder / "missing" / "visits.csv").string());
    BOOST_TEST(presenter.state().complaint.has_value());
    BOOST_TEST(presenter.state().notice.empty());
}

BOOST_AUTO_TEST_CASE(are_closed_to_every_other_role)
{
    InsightsPresenter presenter{desk_of(Role::Therapist)};
    presenter.refresh();
    BOOST_TEST(!presenter.state().allowed);
    BOOST_TEST(!presenter.state().loaded);
    BOOST_TEST(presenter.state().shown() == nullptr);
}

BOOST_AUTO_TEST_SUITE_END()
