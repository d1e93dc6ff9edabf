// SPDX-License-Identifier: Apache-2.0
#include "app/presenters/BackupKeeper.hpp"

#include "tests/app/presenters/AtTheDesk.hpp"
#include "tests/app/services/WritingClinic.hpp"

#include <boost/test/unit_test.hpp>

using namespace plumbline;
using namespace plumbline::testing;
using namespace std::chrono_literals;
using Tone = app::BackupLine::Tone;

namespace {

struct AtTheStatusLine : AtTheDesk {
    TemporaryFolder folder;
    WritingClinic house{clinic};
    ClinicAddress address{(folder / "harbor.plumbline").string()};
    app::Desk own{house, context(Role::Owner), worker};
    app::Desk slow{house, context(Role::FrontDesk), late};
    app::BackupKeeper::Moment start{1000h};
    std::vector<std::string> said;
    app::Connection listening;

    void listen(app::BackupKeeper& keeper)
    {
        listening = keeper.happened.connect([this](std::string const& sentence) { said.push_back(sentence); });
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(keeping_backups, AtTheStatusLine)

BOOST_AUTO_TEST_CASE(the_status_line_says_how_old_the_last_one_is)
{
    app::BackupKeeper keeper{own, address};
    BOOST_TEST(keeper.state().line.words == "No backup yet");
    BOOST_TEST((keeper.state().line.tone == Tone::Due));
    keeper.back_up_now();
    BOOST_TEST(keeper.state().line.words == "Last verified backup: today 10:30");
    BOOST_TEST((keeper.state().line.tone == Tone::Quiet));

    clock.advance(24h);
    keeper.refresh();
    BOOST_TEST(keeper.state().line.words == "Last verified backup: yesterday 10:30");
    BOOST_TEST((keeper.state().line.tone == Tone::Quiet));
    clock.advance(24h);
    keeper.refresh();
    BOOST_TEST(keeper.state().line.words == "Last verified backup: 23 Nov 10:30");
    BOOST_TEST((keeper.state().line.tone == Tone::Due));
    records().settings().set("backup.stale_days", "5");
    keeper.refresh();
    BOOST_TEST((keeper.state().line.tone == Tone::Quiet));
}

BOOST_AUTO_TEST_CASE(the_days_backup_waits_until_nobody_types)
{
    app::BackupKeeper keeper{own, address};
    keeper.tick(start, start - 10s);
    keeper.tick(start + 30s, start + 29s);
    BOOST_TEST(house.made == 0);
    keeper.tick(start + 90s, start + 29s);
    BOOST_TEST(house.made == 1);
    keeper.tick(start + 200s, start + 29s);
    BOOST_TEST(house.made == 1);
}

BOOST_AUTO_TEST_CASE(whoever_never_pauses_gets_it_after_an_hour)
{
    app::BackupKeeper keeper{own, address};
    for (auto passed = 0s; passed < 3600s; passed += 30s)
        keeper.tick(start + passed, start + passed);
    BOOST_TEST(house.made == 0);
    keeper.tick(start + 3600s, start + 3600s);
    BOOST_TEST(house.made == 1);
}

BOOST_AUTO_TEST_CASE(it_survives_the_night_and_the_next_start)
{
    {
        app::BackupKeeper keeper{own, address};
        keeper.tick(start, start - 1h);
    }
    BOOST_TEST(house.made == 1);
    clock.advance(1h);
    app::BackupKeeper again{own, address};
    again.tick(start, start - 1h);
    BOOST_TEST(house.made == 1);
    clock.advance(72h); // The missed days are made up by one.
    app::BackupKeeper monday{own, address};
    monday.tick(start, start - 1h);
    BOOST_TEST(house.made == 2);
}

BOOST_AUTO_TEST_CASE(the_window_does_not_wait_for_it)
{
    app::BackupKeeper keeper{slow, address};
    late.finish_all();
    keeper.tick(start, start - 1h);
    BOOST_TEST(keeper.state().busy);
    BOOST_TEST(house.made == 0);
    keeper.tick(start + 1s, start - 1h);
    late.finish_all();
    BOOST_TEST(!keeper.state().busy);
    BOOST_TEST(house.made == 1);
    BOOST_TEST(keeper.state().line.words == "Last verified backup: today 10:30");
}

BOOST_AUTO_TEST_CASE(a_failure_is_said_and_stays_on_the_line)
{
    app::BackupKeeper keeper{own, address};
    listen(keeper);
    house.trouble = WritingClinic::Trouble::Throws;
    keeper.tick(start, start - 1h);
    BOOST_TEST_REQUIRE(said.size() == 1U);
    BOOST_TEST(said.front() == "No backup was made. The disk is full. Nothing was saved.");
    BOOST_TEST((keeper.state().line.tone == Tone::Failed));
    BOOST_TEST(
        keeper.state().line.words == "Backup failed today 10:30: The disk is full. Nothing was saved. No backup yet.");
    keeper.tick(start + 10min, start - 1h);
    BOOST_TEST(said.size() == 1U);
}

BOOST_AUTO_TEST_CASE(one_by_hand_says_what_it_holds)
{
    app::BackupKeeper keeper{own, address};
    listen(keeper);
    keeper.back_up_now();
    BOOST_TEST_REQUIRE(said.size() == 1U);
    BOOST_TEST(said.front().starts_with("Backup verified by restoring it: 2 patients, 7 visits, in "));
    BOOST_TEST(keeper.state().may_back_up);
    BOOST_TEST((!app::BackupKeeper{slow, address}.state().may_back_up));
}

BOOST_AUTO_TEST_SUITE_END()
