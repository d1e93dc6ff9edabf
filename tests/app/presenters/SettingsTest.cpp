// SPDX-License-Identifier: Apache-2.0
#include "app/presenters/SettingsPresenter.hpp"

#include "tests/app/presenters/AtTheDesk.hpp"

#include <boost/test/unit_test.hpp>

using namespace plumbline;
using namespace plumbline::testing;

namespace {

struct InTheSettings : AtTheDesk {
    app::SettingsPresenter settings{desk_of(Role::Owner)};
    std::string value(std::string const& key) { return settings.state().settings.at(key); }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(settings_on_the_screen, InTheSettings)

BOOST_AUTO_TEST_CASE(how_backups_are_kept_can_be_changed)
{
    settings.refresh();
    BOOST_TEST(value("backup.daily") == "1");
    BOOST_TEST(settings.state().backup == "No backup yet");
    settings.change({{"backup.daily", "0"}, {"backup.at", "18:15"}, {"backup.keep_days", "14"}});
    BOOST_TEST(settings.state().complaints.empty());
    BOOST_TEST(value("backup.at") == "18:15");
    BOOST_TEST(value("backup.keep_days") == "14");
}

BOOST_AUTO_TEST_CASE(what_cannot_be_kept_is_said_beside_its_field)
{
    for (auto const& [key, text] : std::map<std::string, std::string>{
             {"backup.at", "25:00"}, {"backup.keep_days", "0"}, {"backup.folder", "here"}, {"lock.minutes", "never"}}) {
        settings.change({{key, text}});
        BOOST_TEST(!complaint(settings.state().complaints, key).empty(), key);
    }
    settings.refresh();
    BOOST_TEST(value("backup.at") == "12:30");
}

BOOST_AUTO_TEST_CASE(a_wrong_old_password_is_said_beside_the_old_password)
{
    settings.change_password("not the one I had", "another quiet lamp", "another quiet lamp");
    BOOST_TEST(!complaint(settings.state().complaints, "old_password").empty());
    BOOST_TEST(complaint(settings.state().complaints, "password").empty());
    BOOST_TEST(settings.state().passwords_changed == 0);
}

BOOST_AUTO_TEST_CASE(only_what_is_different_is_a_change)
{
    settings.refresh();
    auto const before = records().audit().latest(1000).size();
    settings.change({{"backup.at", value("backup.at")}, {"lock.minutes", "15"}});
    BOOST_TEST(records().audit().latest(1000).size() == before + 1);
    BOOST_TEST(value("lock.minutes") == "15");
}

BOOST_AUTO_TEST_CASE(a_backup_by_hand_is_told_with_its_place)
{
    settings.back_up("/media/stick/harbor.plumbline-backup");
    BOOST_TEST(settings.state().backup == "Last verified backup: today 10:30, in /media/stick/harbor.plumbline-backup");
    BOOST_TEST(settings.state().notice.starts_with("Backup verified by restoring it"));
}

BOOST_AUTO_TEST_SUITE_END()
