// SPDX-License-Identifier: Apache-2.0
#include "app/services/Administration.hpp"

#include "app/services/Backups.hpp"
#include "app/services/SystemClock.hpp"
#include "tests/app/services/AtTheClinic.hpp"
#include "tests/support/TemporaryFolder.hpp"

#include <boost/test/unit_test.hpp>

#include <cstdlib>

using namespace plumbline;
using namespace plumbline::testing;
using Reason = Refusal::Reason;

namespace {

struct OlgasOffice : AtTheClinic {
    Result<UserId> admit(User::Details const& details, std::string const& password)
    {
        return desk(Role::Owner).manage_now([&](OpenClinic& open, app::Context const& context) {
            return app::admit_user(open, context, details, password);
        });
    }
    Result<void> give(UserId user, std::string const& password)
    {
        return desk(Role::Owner).manage_now([&](OpenClinic& open, app::Context const& context) {
            return app::give_password(open, context, user, password);
        });
    }
    static User::Details newcomer()
    {
        User::Details details;
        details.login = "Nia";
        details.full_name = "Nia Comer";
        details.role = Role::FrontDesk;
        return details;
    }
};

/// Sets a variable of the environment for one test.
class Environment {
public:
    Environment(char const* name, std::string const& value)
        : name_{name}
    {
        if (char const* const before = std::getenv(name))
            before_ = before;
        ::setenv(name, value.c_str(), 1);
    }
    ~Environment() { before_ ? ::setenv(name_, before_->c_str(), 1) : ::unsetenv(name_); }
    Environment(Environment const&) = delete;
    Environment& operator=(Environment const&) = delete;

private:
    char const* name_;
    std::optional<std::string> before_;
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(administration, OlgasOffice)

BOOST_AUTO_TEST_CASE(a_new_colleague_is_admitted_and_noted)
{
    auto const admitted = admit(newcomer(), "seven calm herons");

    BOOST_TEST_REQUIRE(admitted.has_value());
    BOOST_TEST(records().users().by_login("nia").has_value());
    BOOST_TEST((last_entry().event == AuditEvent::UserAdded));
    BOOST_TEST(last_entry().detail == "front-desk");
}

BOOST_AUTO_TEST_CASE(a_weak_password_admits_nobody)
{
    BOOST_TEST(!admit(newcomer(), "nia").has_value());
    BOOST_TEST(!records().users().by_login("nia").has_value());
}

BOOST_AUTO_TEST_CASE(a_login_name_that_somebody_has_is_refused_and_changes_nobody)
{
    must(admit(newcomer(), "seven calm herons"));
    auto const before = *records().users().by_login("nia");
    auto const entries = state().audit.size();
    for (auto const* const login : {"nia", "NIA", " Nia "}) {
        auto another = newcomer();
        another.login = login;
        another.full_name = "Nils Comer";
        another.role = Role::Owner;
        BOOST_TEST(refused(admit(another, "eight calm herons"), Reason::Invalid, "login"), login);
    }
    BOOST_TEST((*records().users().by_login("nia") == before));
    BOOST_TEST(state().audit.size() == entries);
}

BOOST_AUTO_TEST_CASE(the_login_name_of_somebody_who_left_is_not_given_again)
{
    auto const nia = must(admit(newcomer(), "seven calm herons"));
    must(desk(Role::Owner).manage_now([nia](OpenClinic& open, app::Context const& context) {
        return app::dismiss_user(open, context, nia);
    }));
    BOOST_TEST(refused(admit(newcomer(), "eight calm herons"), Reason::Invalid, "login"));
    BOOST_TEST(!records().users().by_login("nia")->details().active);
}

BOOST_AUTO_TEST_CASE(a_forgotten_password_gives_way_to_a_new_one_and_nothing_else_changes)
{
    auto const nia = must(admit(newcomer(), "seven calm herons"));
    auto const before = records().users().find(nia)->details();
    must(give(nia, "eight calm herons"));
    BOOST_TEST((records().users().find(nia)->details() == before));
    BOOST_TEST((last_entry().event == AuditEvent::UserChanged));
    BOOST_TEST(last_entry().entity_id == nia.value());
    BOOST_TEST(last_entry().detail == "new password");
}

BOOST_AUTO_TEST_CASE(who_was_dismissed_can_log_in_again_with_a_new_password)
{
    auto const nia = must(admit(newcomer(), "seven calm herons"));
    must(desk(Role::Owner).manage_now([nia](OpenClinic& open, app::Context const& context) {
        return app::dismiss_user(open, context, nia);
    }));
    must(give(nia, "eight calm herons"));
    BOOST_TEST(records().users().find(nia)->details().active);
    BOOST_TEST(last_entry().detail == "new password, can log in again");
}

BOOST_AUTO_TEST_CASE(nobody_gets_a_weak_password_and_the_own_one_is_changed_by_the_old_one)
{
    auto const nia = must(admit(newcomer(), "seven calm herons"));
    auto const entries = state().audit.size();
    BOOST_TEST(refused(give(nia, "nia"), Reason::Invalid, "password"));
    BOOST_TEST(refused(give(olga_id, "eight calm herons"), Reason::NotAllowed, "user"));
    BOOST_TEST(refused(give(UserId{4711}, "eight calm herons"), Reason::NotFound, "user"));
    BOOST_TEST(state().audit.size() == entries);
}

BOOST_AUTO_TEST_CASE(the_last_owner_cannot_be_dismissed)
{
    auto const dismissed = desk(Role::Owner).manage_now([](OpenClinic& open, app::Context const& context) {
        return app::dismiss_user(open, context, olga_id);
    });

    BOOST_TEST(refused(dismissed, Reason::NotAllowed, "user"));
}

BOOST_AUTO_TEST_CASE(a_backup_is_noted_with_its_fingerprint)
{
    auto const receipt = desk(Role::Manager).manage_now([](OpenClinic& open, app::Context const& context) {
        return app::back_up(open, context, "backup.plumbline");
    });

    // The clinic of this test was opened by the owner; the desk decides who may ask.
    BOOST_TEST_REQUIRE(receipt.has_value());
    BOOST_TEST((last_entry().event == AuditEvent::Backup));
    BOOST_TEST(last_entry().detail.find(receipt->sha256) != std::string::npos);
}

BOOST_AUTO_TEST_CASE(settings_are_checked_before_they_are_kept)
{
    must(by(Role::Owner, app::change_setting, "lock.minutes", "5"));
    BOOST_TEST(records().settings().get("lock.minutes") == "5");
    BOOST_TEST(last_entry().detail == "lock.minutes");

    BOOST_TEST(!by(Role::Owner, app::change_setting, "lock.minutes", "never").has_value());
    BOOST_TEST(refused(by(Role::Owner, app::change_setting, "clinic.zone", "Mars/Olympus"), Reason::Invalid, "zone"));
    BOOST_TEST(by(Role::Owner, app::change_setting, "clinic.zone", "America/New_York").has_value());
    BOOST_TEST(refused(by(Role::Owner, app::change_setting, "clinic.demo", "1"), Reason::NotAllowed, "key"));
}

BOOST_AUTO_TEST_CASE(clinics_live_in_the_persons_data_folder_closed_to_others)
{
    TemporaryFolder const home;
    Environment const data{"XDG_DATA_HOME", (home / "data").string()};

    std::filesystem::path const clinic_file = app::default_clinic_path();

    BOOST_TEST(clinic_file.parent_path() == home / "data" / "plumbline");
    BOOST_TEST(std::filesystem::path{app::demo_clinic_path()}.parent_path() == clinic_file.parent_path());
    BOOST_TEST(app::demo_clinic_path() != app::default_clinic_path());
    auto const open_to = std::filesystem::status(clinic_file.parent_path()).permissions();
    BOOST_TEST((open_to == std::filesystem::perms::owner_all));
}

BOOST_AUTO_TEST_CASE(a_relative_data_folder_is_ignored)
{
    TemporaryFolder const home;
    Environment const data{"XDG_DATA_HOME", "somewhere"};
    Environment const whose{"HOME", home.path().string()};

    BOOST_TEST(app::default_clinic_path().starts_with((home / ".local/share/plumbline").string()));
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(system_clock)

BOOST_AUTO_TEST_CASE(local_time_is_that_of_the_clinics_zone)
{
    app::SystemClock utc, kathmandu;
    BOOST_TEST(utc.set_zone("UTC").has_value());
    BOOST_TEST(kathmandu.set_zone("Asia/Kathmandu").has_value()); // Always UTC+5:45.

    auto const ahead = kathmandu.local_now() - utc.local_now();

    BOOST_TEST((ahead >= Minutes{344} && ahead <= Minutes{346}));
}

BOOST_AUTO_TEST_CASE(an_unknown_zone_is_refused_and_the_old_one_stays)
{
    app::SystemClock clock;
    BOOST_TEST(refused(clock.set_zone("Mars/Olympus"), Reason::Invalid, "zone"));
    BOOST_TEST((clock.local_now() > ClinicTime{}));
}

BOOST_AUTO_TEST_SUITE_END()
