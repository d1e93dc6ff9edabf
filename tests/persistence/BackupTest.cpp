// SPDX-License-Identifier: Apache-2.0
#include "persistence/backup/Backup.hpp"

#include "persistence/Digest.hpp"
#include "tests/persistence/Disk.hpp"
#include "tests/persistence/Doorway.hpp"

#include <boost/test/unit_test.hpp>

#include <cerrno>
#include <fstream>
#include <random>

using namespace plumbline;
using namespace plumbline::testing;
using plumbline::persistence::sha256_of_file;

namespace {

struct Practice : Doorway {
    Practice() { make(); }

    std::string backup_file = (folder / "practice.backup").string();
    ClinicAddress elsewhere = address("restored.plumbline");

    BackupReceipt back_up()
    {
        auto const clinic = open();
        patient = keep_patient(*clinic, ids, "Lindqvist");
        auto const receipt = clinic->backup(backup_file);
        BOOST_REQUIRE_MESSAGE(receipt.has_value(), why(receipt));
        return *receipt;
    }
    [[nodiscard]] bool is_refused()
    {
        auto const restored = door.restore(backup_file, elsewhere, owner, password);
        return !restored && !door.exists(elsewhere);
    }
    [[nodiscard]] int leftovers() const
    {
        int count = 0;
        for (auto const& entry : std::filesystem::directory_iterator{folder.path()}) {
            auto const name = entry.path().filename().string();
            if (name.find(".new-") != std::string::npos || name.find(".copy-") != std::string::npos
                || name.find(".proof-") != std::string::npos)
                ++count;
        }
        return count;
    }
    PatientId patient{0};
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(backup, Practice)

BOOST_AUTO_TEST_CASE(a_backup_counts_what_it_holds_and_is_proven)
{
    auto const receipt = back_up();
    BOOST_TEST(receipt.verified);
    BOOST_TEST(receipt.patients == 1);
    BOOST_TEST(receipt.visits == 0);
    BOOST_TEST(receipt.audit_entries >= 2);
    BOOST_TEST(receipt.file == backup_file);
    BOOST_TEST(receipt.sha256 == sha256_of_file(backup_file));
    BOOST_TEST(leftovers() == 0);
}

BOOST_AUTO_TEST_CASE(a_restored_clinic_is_the_one_that_was_backed_up)
{
    back_up();
    auto const receipt = door.restore(backup_file, elsewhere, owner, password);
    BOOST_REQUIRE_MESSAGE(receipt.has_value(), why(receipt));
    BOOST_TEST(receipt->verified);
    BOOST_TEST(receipt->patients == 1);

    auto const clinic = open(elsewhere);
    BOOST_TEST(clinic->store().read([&](Records const& records) {
        return records.patients().find(patient)->name().family;
    }) == "Lindqvist");
    BOOST_TEST(clinic->check().ok);
    auto const links = clinic->store().read([](Records const& records) { return records.audit().latest(3); });
    BOOST_TEST((links.at(1).entry.event == AuditEvent::Restore));
    BOOST_TEST(leftovers() == 0);
}

BOOST_AUTO_TEST_CASE(the_recovery_code_still_works_after_a_restore)
{
    auto const code = make(address("other"));
    {
        BOOST_REQUIRE(open(address("other"))->backup(backup_file).has_value());
    }
    BOOST_REQUIRE(door.restore(backup_file, elsewhere, owner, password).has_value());
    BOOST_TEST(door.recover(elsewhere, code, owner, "purple monkey dishwasher").has_value());
}

BOOST_AUTO_TEST_CASE(work_goes_on_after_a_backup)
{
    auto const clinic = open();
    keep_patient(*clinic, ids, "Before");
    BOOST_REQUIRE(clinic->backup(backup_file).has_value());
    keep_patient(*clinic, ids, "After");
    BOOST_REQUIRE(clinic->backup(backup_file).has_value());
    BOOST_TEST(clinic->check().ok);
    // The lock on the live file is still there.
    BOOST_TEST((door.open(address(), owner, password).error().reason == Refusal::Reason::Busy));
}

BOOST_AUTO_TEST_CASE(a_restore_never_goes_over_a_clinic)
{
    back_up();
    auto const over = door.restore(backup_file, address(), owner, password);
    BOOST_REQUIRE(!over);
    BOOST_TEST((over.error().reason == Refusal::Reason::Conflict));
    BOOST_TEST(open()->check().ok);
}

BOOST_AUTO_TEST_CASE(a_backup_never_goes_over_another_file)
{
    auto const clinic = open();
    auto const letter = folder.write("letter.txt", "Dear colleague,");
    BOOST_TEST(!clinic->backup(letter.string()).has_value());
    BOOST_TEST(read_file(letter) == "Dear colleague,");
    for (auto const* own : {"", ".keys", ".holder"})
        BOOST_TEST(!clinic->backup(address().text + own).has_value());
    BOOST_TEST(!clinic->backup((folder / "no/such/folder/x").string()).has_value());
    BOOST_TEST(clinic->check().ok);
}

BOOST_AUTO_TEST_CASE(a_wrong_password_restores_nothing)
{
    back_up();
    auto const wrong = door.restore(backup_file, elsewhere, owner, "wrong horse battery");
    BOOST_REQUIRE(!wrong);
    BOOST_TEST((wrong.error().reason == Refusal::Reason::NotAllowed));
    BOOST_TEST(!door.restore(backup_file, elsewhere, "nobody", password).has_value());
    BOOST_TEST(!door.exists(elsewhere));
}

BOOST_AUTO_TEST_CASE(the_password_of_the_day_of_the_backup_counts)
{
    back_up();
    BOOST_REQUIRE(open()->change_password(password, "purple monkey dishwasher").has_value());
    BOOST_TEST(!door.restore(backup_file, elsewhere, owner, "purple monkey dishwasher").has_value());
    BOOST_TEST(door.restore(backup_file, elsewhere, owner, password).has_value());
}

BOOST_AUTO_TEST_CASE(who_may_not_restore_cannot)
{
    {
        auto const clinic = open();
        auto const sam = User::create(ids.make<UserId>(), {"sam", "Sam Okafor", "PT", "", Role::Therapist, true});
        BOOST_REQUIRE(clinic->admit(*sam, "seven green bottles").has_value());
        BOOST_REQUIRE(clinic->backup(backup_file).has_value());
    }
    auto const restored = door.restore(backup_file, elsewhere, "sam", "seven green bottles");
    BOOST_REQUIRE(!restored);
    BOOST_TEST((restored.error().reason == Refusal::Reason::NotAllowed));
    BOOST_TEST(!door.exists(elsewhere));
}

BOOST_AUTO_TEST_CASE(a_backup_that_is_cut_off_anywhere_is_refused)
{
    back_up();
    std::string const whole = read_file(backup_file);
    for (std::size_t const size : {std::size_t{0}, std::size_t{5}, std::size_t{19}, std::size_t{100}, whole.size() / 3,
             whole.size() / 2, whole.size() - 100, whole.size() - 21, whole.size() - 1}) {
        folder.write("practice.backup", whole.substr(0, size));
        BOOST_TEST(is_refused(), "cut at " << size << " of " << whole.size());
    }
}

BOOST_AUTO_TEST_CASE(a_backup_with_one_flipped_bit_is_refused)
{
    back_up();
    std::string const whole = read_file(backup_file);
    std::mt19937 random{7};
    std::uniform_int_distribution<std::size_t> position{0, whole.size() - 1};
    for (int i = 0; i < 60; ++i) {
        // The first ones fall into the open part, with the key slots.
        std::size_t const at = i < 30 ? static_cast<std::size_t>(i) * 40 : position(random);
        std::string flipped = whole;
        flipped[at] = static_cast<char>(flipped[at] ^ (1 << (i % 8)));
        folder.write("practice.backup", flipped);
        BOOST_TEST(is_refused(), "flipped at " << at);
    }
}

BOOST_AUTO_TEST_CASE(a_backup_with_something_added_is_refused)
{
    back_up();
    folder.write("practice.backup", read_file(backup_file) + "x");
    BOOST_TEST(is_refused());
}

BOOST_AUTO_TEST_CASE(two_backups_cannot_be_mixed)
{
    back_up();
    std::string const one = read_file(backup_file);
    back_up();
    std::string const two = read_file(backup_file);
    auto const half = std::min(one.size(), two.size()) / 2;
    folder.write("practice.backup", one.substr(0, half) + two.substr(half));
    BOOST_TEST(is_refused());
}

BOOST_AUTO_TEST_CASE(what_is_no_backup_is_refused)
{
    folder.write("practice.backup", "PLUMBLINE BACKUP 1\n\xff\xff\xff\xff");
    BOOST_TEST(is_refused());
    folder.write("practice.backup", "SQLite format 3");
    BOOST_TEST(is_refused());
    backup_file = (folder / "missing").string();
    BOOST_TEST(is_refused());
}

BOOST_AUTO_TEST_CASE(no_patient_can_be_read_in_a_backup)
{
    {
        auto const clinic = open();
        keep_patient(*clinic, ids, "Canarystone");
        BOOST_REQUIRE(clinic->backup(backup_file).has_value());
    }
    BOOST_TEST(read_file(backup_file).find("anarystone") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_disk_that_fills_up_spoils_neither_the_clinic_nor_the_older_backup)
{
    auto const first = back_up();
    auto const clinic = open();
    for (int nth = 1; nth < 40; nth += 3) {
        {
            Disk const full{Disk::Trouble::Fails_from_then_on, nth, ENOSPC};
            try {
                BOOST_TEST(!clinic->backup(backup_file).has_value());
            } catch (std::exception const&) {
            }
        }
        BOOST_TEST(sha256_of_file(backup_file) == first.sha256);
        for (auto const& entry : std::filesystem::directory_iterator{folder.path()})
            if (entry.path().string().find(".new-") != std::string::npos)
                std::filesystem::remove(entry.path());
    }
    BOOST_TEST(clinic->check().ok);
    BOOST_TEST(clinic->backup(backup_file).has_value());
}

BOOST_AUTO_TEST_SUITE_END()
