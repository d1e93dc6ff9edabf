// SPDX-License-Identifier: Apache-2.0
#include "app/presenters/NewPasswordPresenter.hpp"
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

BOOST_AUTO_TEST_CASE(who_may_not_see_the_clinic_is_shown_nothing_of_it_and_is_not_denied_for_looking)
{
    app::SettingsPresenter own{desk_of(Role::Therapist)};
    auto const before = state().audit.size();
    own.refresh();
    BOOST_TEST(own.state().loaded);
    BOOST_TEST(own.state().users.empty());
    BOOST_TEST(own.state().settings.empty());
    BOOST_TEST(state().audit.size() == before);
    own.check();
    BOOST_TEST(first_of(own.state().complaints) == "Your role may not check the clinic's records.");
    BOOST_TEST((last_entry().event == AuditEvent::Denied));

    app::SettingsPresenter managers{desk_of(Role::Manager)};
    managers.refresh();
    BOOST_TEST(!managers.state().users.empty());
    BOOST_TEST(managers.state().settings.contains("clinic.name"));
}

BOOST_AUTO_TEST_CASE(a_taken_login_name_is_said_beside_it)
{
    settings.admit({"OLGA", "Nia Comer", "", "", Role::FrontDesk, true}, "seven calm herons");
    BOOST_TEST(!complaint(settings.state().complaints, "login").empty());
    BOOST_TEST(settings.state().people_admitted == 0);
}

BOOST_AUTO_TEST_CASE(a_colleague_gets_a_new_password_when_both_are_the_same)
{
    app::Desk& desk = desk_of(Role::Owner);
    app::NewPasswordPresenter colleague{desk, *records().users().find(mona_id)};
    int given = 0;
    auto const heard = colleague.given.connect([&] { ++given; });
    colleague.give("eight calm herons", "eight calm heron");
    BOOST_TEST(!complaint(colleague.state().complaints, "password_again").empty());
    colleague.give("short", "short");
    BOOST_TEST(!complaint(colleague.state().complaints, "password").empty());
    BOOST_TEST(given == 0);
    colleague.give("eight calm herons", "eight calm herons");
    BOOST_TEST(colleague.state().complaints.empty());
    BOOST_TEST(given == 1);
    settings.password_given(colleague.user());
    BOOST_TEST(settings.state().notice.ends_with("logs in with the new password from now on."));
}

BOOST_AUTO_TEST_CASE(a_backup_by_hand_is_told_with_its_place)
{
    settings.back_up("/media/stick/harbor.plumbline-backup");
    BOOST_TEST(settings.state().backup == "Last verified backup: today 10:30, in /media/stick/harbor.plumbline-backup");
    BOOST_TEST(settings.state().notice.starts_with("Backup verified by restoring it"));
}

BOOST_AUTO_TEST_SUITE_END()
