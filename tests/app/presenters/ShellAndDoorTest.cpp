// SPDX-License-Identifier: Apache-2.0
#include "app/presenters/DoorPresenter.hpp"
#include "app/presenters/ShellPresenter.hpp"
#include "tests/app/presenters/AtTheDesk.hpp"
#include "tests/support/TemporaryFolder.hpp"

#include <boost/test/unit_test.hpp>

using namespace plumbline;
using namespace plumbline::testing;
using Step = app::DoorState::Step;
using namespace std::chrono_literals;

namespace {

constexpr char const* good_password = "quiet harbor lamp";

/// A door to one clinic in memory.
class FakeDoor final : public ClinicDoor {
public:
    explicit FakeDoor(bool built)
        : built_{built}
    {
    }
    Result<std::string> create(ClinicAddress const&, NewClinic const& clinic) override
    {
        built_ = true;
        made_ = clinic;
        password_ = clinic.password;
        return std::string{"AAAA-BBBB-CCCC"};
    }
    Result<std::string> create_furnished(
        ClinicAddress const& address, NewClinic const& clinic, Furnish const& furnish) override
    {
        MemoryClinic inside{acting(Role::Owner)};
        if (auto done = furnish(inside); !done)
            return refuse(done.error());
        return create(address, clinic);
    }
    Result<std::unique_ptr<OpenClinic>> open(
        ClinicAddress const&, std::string const&, std::string const& password) override
    {
        if (wait_ > 0)
            return refuse(Refusal::Reason::NotAllowed, "password", wait_before_next_try, {std::to_string(wait_)});
        if (password != password_)
            return refuse(Refusal::Reason::NotAllowed, "password", "Wrong name or password.");
        return std::make_unique<MemoryClinic>(acting(Role::Owner));
    }
    Result<std::unique_ptr<OpenClinic>> recover(ClinicAddress const& address, std::string const& code,
        std::string const& login, std::string const& fresh) override
    {
        if (code != "AAAA-BBBB-CCCC")
            return refuse(Refusal::Reason::NotAllowed, "password", "Wrong name or password."); // As the real one.
        password_ = fresh;
        return open(address, login, fresh);
    }
    bool exists(ClinicAddress const& address) const override
    {
        return built_ && (address.text == "/home/olga/harbor.plumbline" || address.text == restored_);
    }
    Result<BackupReceipt> restore(
        std::string const&, ClinicAddress const& to, std::string const&, std::string const& password) override
    {
        if (password != password_)
            return refuse(Refusal::Reason::NotAllowed, "password", "Wrong name or password.");
        restored_ = to.text;
        return BackupReceipt{"", "", true, 12, 340, 5};
    }
    std::optional<NewClinic> made_;
    std::string restored_; ///< Where to.
    int wait_ = 0;         ///< Too many tries: seconds to wait.

private:
    bool built_;
    std::string password_ = good_password;
};

struct AtTheDoor : AtTheDesk {
    FakeDoor empty_lot{false}, clinic_door{true};
    std::shared_ptr<OpenClinic> inside;
    std::unique_ptr<app::DoorPresenter> door;
    app::Connection listening;

    void come_to(FakeDoor& fake)
    {
        door = std::make_unique<app::DoorPresenter>(
            fake, worker, clock, ids, ClinicAddress{"/home/olga/harbor.plumbline"});
        listening = door->entered.connect([this](std::shared_ptr<OpenClinic> entered) { inside = std::move(entered); });
    }
    std::string complained(std::string_view field) { return complaint(door->state().complaints, field); }
};

app::WizardFields wizard()
{
    app::WizardFields fields;
    fields.clinic_name = "Harbor Street";
    fields.owner_name = "Olga Harbor";
    fields.login = "olga";
    fields.password = fields.password_again = good_password;
    return fields;
}

struct AtTheFrame : AtTheDesk {
    std::chrono::steady_clock::time_point start{1000h};
    app::ShellPresenter shell{desk_of(Role::Owner), {"/home/olga/harbor.plumbline"}, start};
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(the_way_into_a_clinic, AtTheDoor)

BOOST_AUTO_TEST_CASE(a_backup_becomes_a_clinic_beside_the_one_that_is_there)
{
    come_to(clinic_door);
    door->show(Step::Restore);
    std::string const beside = "/home/olga/harbor-restored.plumbline";
    BOOST_TEST(door->state().restore_to == beside);

    door->restore({"", "", "", ""});
    for (auto const* const field : {"file", "clinic", "login"})
        BOOST_TEST(!complained(field).empty(), field);
    door->restore({"a.backup", "/home/olga/harbor.plumbline", "olga", good_password});
    BOOST_TEST(complained("clinic").starts_with("There is a clinic already"));
    door->restore({"a.backup", beside, "olga", "wrong"});
    BOOST_TEST(complained("password") == "Wrong name or password.");
    BOOST_TEST(door->state().progress.empty());
    BOOST_TEST(clinic_door.restored_.empty());

    door->restore({"a.backup", beside, "olga", good_password});
    BOOST_TEST(clinic_door.restored_ == beside);
    BOOST_TEST((door->state().step == Step::Login));
    BOOST_TEST(door->state().clinic == beside);
    BOOST_TEST(door->state().notice.starts_with("Restored and verified. Patients: 12, visits: 340."));
    door->show(Step::Restore);
    BOOST_TEST(door->state().restore_to == "/home/olga/harbor-restored-restored.plumbline");
}

BOOST_AUTO_TEST_CASE(where_there_is_a_clinic_one_logs_in)
{
    come_to(clinic_door);
    BOOST_TEST((door->state().step == Step::Login));
    BOOST_TEST(door->state().clinic_name == "harbor");
    door->log_in("olga", "wrong");
    BOOST_TEST(complained("password") == "Wrong name or password.");
    BOOST_TEST(!inside);
    BOOST_TEST(!door->state().busy);
    door->log_in("olga", good_password);
    BOOST_TEST(static_cast<bool>(inside));
    BOOST_TEST(door->state().complaints.empty());
}

BOOST_AUTO_TEST_CASE(after_too_many_tries_the_wait_counts_down)
{
    std::chrono::steady_clock::time_point const start{1000h};
    come_to(clinic_door);
    clinic_door.wait_ = 4;
    door->log_in("olga", "wrong");
    BOOST_TEST(door->state().wait_seconds == 4);
    door->tick(start);
    BOOST_TEST(complained("password") == "Too many wrong passwords. Wait 4 seconds and try again.");
    clinic_door.wait_ = 0;
    door->log_in("olga", good_password);
    BOOST_TEST(!inside); // Not before the wait is over.
    door->tick(start + 2500ms);
    BOOST_TEST(complained("password") == "Too many wrong passwords. Wait 2 seconds and try again.");
    door->tick(start + 4s);
    BOOST_TEST(door->state().complaints.empty());
    door->log_in("olga", good_password);
    BOOST_TEST(static_cast<bool>(inside));
}

BOOST_AUTO_TEST_CASE(the_recovery_code_can_be_kept_as_a_page_while_it_is_shown)
{
    TemporaryFolder const folder;
    come_to(empty_lot);
    door->create(wizard());
    door->save_code((folder / "code.pdf").string());
    BOOST_TEST(read_file(folder / "code.pdf").starts_with("%PDF-"));
    BOOST_TEST(!door->state().notice.empty());
    door->save_code((folder / "nowhere/code.pdf").string());
    BOOST_TEST(!complained("path").empty());
    BOOST_TEST(door->state().notice.empty());
    door->recovery_code_kept();
    door->save_code((folder / "late.pdf").string());
    BOOST_TEST(!std::filesystem::exists(folder / "late.pdf"));
}

BOOST_AUTO_TEST_CASE(the_wizard_says_every_fault_and_makes_nothing)
{
    come_to(empty_lot);
    BOOST_TEST((door->state().step == Step::Wizard));
    auto fields = wizard();
    fields.clinic_name = "";
    fields.login = "";
    fields.password = "short";
    door->create(fields);
    for (auto const* const field : {"clinic_name", "password", "password_again", "login"})
        BOOST_TEST(!complained(field).empty(), field);
    BOOST_TEST(!empty_lot.made_.has_value());
}

BOOST_AUTO_TEST_CASE(the_recovery_code_is_shown_once_before_one_enters)
{
    come_to(empty_lot);
    door->create(wizard());
    BOOST_TEST((door->state().step == Step::RecoveryCode));
    BOOST_TEST(door->state().recovery_code == "AAAA-BBBB-CCCC");
    BOOST_TEST(!inside);
    BOOST_TEST((empty_lot.made_->owner.role == Role::Owner));

    door->recovery_code_kept();
    BOOST_TEST(door->state().recovery_code.empty());
    BOOST_TEST_REQUIRE(static_cast<bool>(inside));
    inside.reset();
    door->recovery_code_kept();
    BOOST_TEST(!inside);
}

BOOST_AUTO_TEST_CASE(with_the_code_a_new_password_lets_one_in)
{
    come_to(clinic_door);
    door->show(Step::Recover);
    door->recover("AAAA-BBBB-CCCC", "olga", "another quiet lamp", "another quiet lomp");
    BOOST_TEST(!complained("password_again").empty());
    door->recover("WRONG", "olga", "another quiet lamp", "another quiet lamp");
    BOOST_TEST(!complained("recovery_code").empty());
    BOOST_TEST(complained("password").empty());
    BOOST_TEST(!inside);
    door->recover("AAAA-BBBB-CCCC", "olga", "another quiet lamp", "another quiet lamp");
    BOOST_TEST(static_cast<bool>(inside));
}

BOOST_AUTO_TEST_CASE(the_strength_of_a_password_is_shown_while_it_is_typed)
{
    come_to(empty_lot);
    door->rate_password(good_password, "olga");
    BOOST_TEST((door->state().strength == password_strength(good_password, "olga")));
    BOOST_TEST((door->state().strength != PasswordStrength::Refused));
    door->rate_password("olga", "olga");
    BOOST_TEST((door->state().strength == PasswordStrength::Refused));
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_FIXTURE_TEST_SUITE(the_frame_around_the_screens, AtTheFrame)

BOOST_AUTO_TEST_CASE(it_locks_after_ten_idle_minutes_whatever_ticks_and_refreshes)
{
    for (auto passed = 0s; passed < 600s; passed += 1s) {
        shell.tick(start + passed);
        if (passed % 60s == 0s)
            shell.refresh();
    }
    BOOST_TEST(!shell.state().locked);
    BOOST_TEST(shell.state().locks_in == "locks in 0:01");
    shell.tick(start + 600s);
    BOOST_TEST(shell.state().locked);
    BOOST_TEST(was_noted(AuditEvent::Lock, ""));
}

BOOST_AUTO_TEST_CASE(what_a_person_does_puts_the_lock_off)
{
    shell.person_acted(start + 599s);
    shell.tick(start + 601s);
    BOOST_TEST(!shell.state().locked);
    BOOST_TEST(shell.state().locks_in == "locks in 9:58");
}

BOOST_AUTO_TEST_CASE(keys_at_a_locked_screen_do_not_open_it)
{
    shell.lock();
    shell.person_acted(start + 1s);
    shell.tick(start + 2s);
    BOOST_TEST(shell.state().locked);
}

BOOST_AUTO_TEST_CASE(only_the_right_password_opens_a_locked_screen)
{
    shell.tick(start + 600s);
    BOOST_TEST_REQUIRE(shell.state().locked);
    shell.unlock("wrong");
    BOOST_TEST(shell.state().locked);
    BOOST_TEST(!shell.state().lock_complaint.empty());
    shell.tick(start + 700s);
    shell.unlock("quiet harbor lamp");
    BOOST_TEST(!shell.state().locked);
    BOOST_TEST(shell.state().lock_complaint.empty());
    shell.tick(start + 701s);
    BOOST_TEST(!shell.state().locked);
    BOOST_TEST(shell.state().locks_in == "locks in 9:59");
}

BOOST_AUTO_TEST_CASE(the_clinic_sets_its_own_idle_minutes_within_limits)
{
    records().settings().set("lock.minutes", "2");
    shell.refresh();
    shell.tick(start + 120s);
    BOOST_TEST(shell.state().locked);
}

BOOST_AUTO_TEST_CASE(an_idle_limit_of_nonsense_never_switches_the_lock_off)
{
    for (auto const* const nonsense : {"never", "0", "-5", "100000"}) {
        records().settings().set("lock.minutes", nonsense);
        app::ShellPresenter other{desk_of(Role::Owner), {"x"}, start};
        other.tick(start + 30min);
        BOOST_TEST(other.state().locked, nonsense);
    }
}

BOOST_AUTO_TEST_CASE(it_says_who_where_and_how_safe)
{
    records().settings().set("clinic.name", "Harbor Street");
    shell.refresh();
    BOOST_TEST(shell.state().user == "Olga Harbor, PT, DPT");
    BOOST_TEST(shell.state().storage == "Harbor Street · one file, encrypted");
    shell.toggle_names();
    BOOST_TEST((shell.state().names == app::Names::Hidden));
}

BOOST_AUTO_TEST_SUITE_END()
