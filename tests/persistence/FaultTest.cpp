// SPDX-License-Identifier: Apache-2.0
#include "domain/store/BrokenWorld.hpp"
#include "persistence/Files.hpp"
#include "tests/persistence/Disk.hpp"
#include "tests/persistence/Doorway.hpp"

#include <boost/test/unit_test.hpp>

#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <fstream>
#include <functional>

using namespace plumbline;
using namespace plumbline::testing;

namespace {

namespace fs = std::filesystem;

std::string everything_in(fs::path const& folder)
{
    std::string all;
    for (auto const& entry : fs::recursive_directory_iterator{folder})
        if (entry.is_regular_file())
            all += read_file(entry.path());
    return all;
}

void flip_bit(fs::path const& file, std::size_t at)
{
    std::fstream stream{file, std::ios::in | std::ios::out | std::ios::binary};
    stream.seekg(static_cast<std::streamoff>(at));
    char byte = 0;
    stream.get(byte);
    stream.seekp(static_cast<std::streamoff>(at));
    stream.put(static_cast<char>(byte ^ 4));
}

/// The clinic's files as they were, to be put back.
class Snapshot {
public:
    Snapshot(fs::path const& from, fs::path to)
        : copy_{std::move(to)}
        , folder_{from}
    {
        fs::copy(from, copy_, fs::copy_options::recursive);
    }
    void put_back() const
    {
        fs::remove_all(folder_);
        fs::copy(copy_, folder_, fs::copy_options::recursive);
    }

private:
    fs::path copy_, folder_;
};

/// A clinic in a folder of its own.
struct Practice : Doorway {
    Practice() { make(at); }
    ClinicAddress at = address("practice/clinic");
    fs::path home = folder / "practice";

    [[nodiscard]] Refusal refusal()
    {
        auto const clinic = door.open(at, owner, password);
        BOOST_REQUIRE(!clinic);
        return clinic.error();
    }
    [[nodiscard]] bool knows(PatientId id)
    {
        return open(at)->store().read([&](Records const& records) { return records.patients().find(id).has_value(); });
    }
    /// In a process of its own, which ends as it wants. Its exit code.
    static int in_child(std::function<void()> const& work)
    {
        pid_t const child = ::fork();
        if (child == 0) {
            try {
                work();
            } catch (...) {
                ::_exit(2);
            }
            ::_exit(0);
        }
        int status = 0;
        ::waitpid(child, &status, 0);
        return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(faults, Practice)

BOOST_AUTO_TEST_CASE(no_patient_can_be_read_in_any_file_of_the_clinic)
{
    auto const clinic = open(at);
    keep_patient(*clinic, ids, "Canarystone");
    auto const while_open = everything_in(home);
    BOOST_TEST(while_open.size() > 100'000U);
    BOOST_TEST(while_open.find("anarystone") == std::string::npos);
    clinic->rest();
    BOOST_TEST(everything_in(home).find("anarystone") == std::string::npos);
    BOOST_TEST(everything_in(home).find("SQLite format 3") == std::string::npos);
    BOOST_TEST(everything_in(home).find(password) == std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_second_program_is_told_who_has_the_clinic)
{
    auto const clinic = open(at);
    auto const told = refusal();
    BOOST_TEST((told.reason == Refusal::Reason::Busy));
    BOOST_TEST(told.message.arguments.at(0) == owner);
    BOOST_TEST(told.message.arguments.at(3) == std::to_string(::getpid()));
}

BOOST_AUTO_TEST_CASE(another_process_is_kept_out_and_then_let_in)
{
    auto clinic = open(at);
    auto const knock = [&] { ::_exit(door.open(at, owner, password).has_value() ? 10 : 11); };
    BOOST_TEST(in_child(knock) == 11);
    clinic.reset();
    BOOST_TEST(in_child(knock) == 10);
}

BOOST_AUTO_TEST_CASE(a_killed_program_leaves_no_lock_behind)
{
    BOOST_TEST(in_child([&] {
        auto const clinic = open(at);
        ::kill(::getpid(), SIGKILL);
    }) == 128 + SIGKILL);
    open(at);
}

BOOST_AUTO_TEST_CASE(a_killed_program_loses_nothing_it_acknowledged)
{
    auto const id = ids.make<PatientId>();
    in_child([&] {
        auto const clinic = open(at);
        auto const kept = clinic->store().write(
            [&](Records& records) { return records.patients().keep(patient_called(id, "Lindqvist")); });
        ::kill(::getpid(), kept ? SIGKILL : SIGTERM);
    });
    BOOST_TEST(knows(id));
    BOOST_TEST(open(at)->check().ok);
}

BOOST_AUTO_TEST_CASE(killed_at_any_write_the_clinic_has_the_whole_save_or_nothing_of_it)
{
    Snapshot const before{home, folder / "before"};
    auto const id = ids.make<PatientId>();
    int nth = 0, kept_whole = 0, kept_nothing = 0;
    for (int code = 137; code == 137; kept_whole += knows(id), kept_nothing += !knows(id)) {
        before.put_back();
        ++nth;
        code = in_child([&] {
            auto clinic = open(at);
            Disk const deadly{Disk::Trouble::Kills, nth};
            auto const saved = clinic->store().write(
                [&](Records& records) { return records.patients().keep(patient_called(id, "Lindqvist")); });
            clinic->rest();
            clinic.reset();
            ::_exit(saved ? 0 : 3);
        });
        auto const clinic = open(at);
        BOOST_TEST(clinic->check().ok, "killed at call " << nth);
        BOOST_TEST(clinic->verify_audit().ok, "killed at call " << nth);
    }
    BOOST_TEST(nth > 8);
    BOOST_TEST(kept_whole > 0);
    BOOST_TEST(kept_nothing > 0);
}

BOOST_AUTO_TEST_CASE(killed_while_a_clinic_is_made_there_is_a_whole_one_or_none)
{
    auto const place = address("fresh/clinic");
    int made = 0;
    // Making a clinic takes some hundred calls: the first ones each, then ever fewer.
    for (int nth = 1, code = 137; code == 137; nth += 1 + nth / 10) {
        fs::remove_all(folder / "fresh");
        code = in_child([&] {
            Disk const deadly{Disk::Trouble::Kills, nth};
            ::_exit(door.create(place, new_clinic()).has_value() ? 0 : 3);
        });
        if (door.exists(place)) {
            ++made;
            BOOST_TEST(open(place)->check().ok);
        } else {
            BOOST_TEST(door.create(place, new_clinic()).has_value(), "killed at call " << nth);
        }
    }
    BOOST_TEST(made > 0);
}

BOOST_AUTO_TEST_CASE(killed_while_a_password_changes_the_old_or_the_new_one_opens)
{
    Snapshot const before{home, folder / "before"};
    int opened_with_old = 0, opened_with_new = 0;
    for (int nth = 1, code = 137; code == 137; ++nth) {
        before.put_back();
        code = in_child([&] {
            auto const clinic = open(at);
            Disk const deadly{Disk::Trouble::Kills, nth};
            ::_exit(clinic->change_password(password, "purple monkey dishwasher").has_value() ? 0 : 3);
        });
        bool const old_one = door.open(at, owner, password).has_value();
        bool const new_one = door.open(at, owner, "purple monkey dishwasher").has_value();
        BOOST_TEST(old_one != new_one, "killed at call " << nth);
        opened_with_old += old_one;
        opened_with_new += new_one;
    }
    BOOST_TEST(opened_with_old > 0);
    BOOST_TEST(opened_with_new > 0);
}

BOOST_AUTO_TEST_CASE(a_full_disk_at_the_door_is_a_refusal_and_harms_nothing)
{
    for (int nth = 1; nth < 60; ++nth) {
        Disk const full{Disk::Trouble::Fails_from_then_on, nth, ENOSPC};
        auto const clinic = door.open(at, owner, password);
        if (!full.struck())
            break;
        if (!clinic)
            BOOST_TEST((clinic.error().reason == Refusal::Reason::Invalid));
    }
    BOOST_TEST(open(at)->check().ok);
}

BOOST_AUTO_TEST_CASE(a_flipped_bit_in_the_file_is_never_taken_for_data)
{
    {
        auto const clinic = open(at);
        for (int i = 0; i < 40; ++i)
            keep_patient(*clinic, ids, "Lindqvist");
    }
    Snapshot const before{home, folder / "before"};
    auto const size = fs::file_size(at.text);
    for (std::size_t position = 10; position < size; position += 4096 * 3 + 611) {
        before.put_back();
        flip_bit(at.text, position);
        auto const clinic = door.open(at, owner, password);
        if (!clinic) {
            BOOST_TEST((clinic.error().reason == Refusal::Reason::Invalid));
            continue;
        }
        try {
            BOOST_TEST(!(*clinic)->check().ok, "flipped at " << position << " of " << size);
        } catch (DataDamaged const&) {
        }
    }
}

BOOST_AUTO_TEST_CASE(a_file_cut_short_is_refused)
{
    auto const size = fs::file_size(at.text);
    for (auto const rest : {std::uintmax_t{0}, std::uintmax_t{100}, std::uintmax_t{4096}, size / 2}) {
        fs::resize_file(at.text, rest);
        auto const clinic = door.open(at, owner, password);
        if (clinic) {
            BOOST_CHECK_THROW(BOOST_TEST(!(*clinic)->check().ok), DataDamaged);
        } else {
            BOOST_TEST((clinic.error().reason == Refusal::Reason::Invalid));
        }
        BOOST_TEST(fs::file_size(at.text) <= size);
    }
}

BOOST_AUTO_TEST_CASE(an_older_state_of_the_clinic_is_noticed)
{
    fs::copy(at.text, folder / "yesterday");
    keep_patient(*open(at), ids, "Lindqvist");
    BOOST_TEST(open(at)->verify_audit().ok);

    fs::copy(folder / "yesterday", at.text, fs::copy_options::overwrite_existing);
    {
        auto const clinic = open(at);
        BOOST_TEST(!clinic->verify_audit().ok);
        BOOST_TEST(!clinic->check().ok);
    }
    // Nor is it forgotten once work has gone on.
    auto const clinic = open(at);
    for (int i = 0; i < 10; ++i)
        keep_patient(*clinic, ids, "Okafor");
    BOOST_TEST(!clinic->verify_audit().ok);
}

BOOST_AUTO_TEST_CASE(a_removed_or_forged_anchor_is_noticed)
{
    open(at);
    auto const keys = home / "clinic.keys";
    std::string const whole = read_file(keys);
    auto const anchor = whole.find("\"anchor\"");
    auto without = whole;
    without.replace(anchor, 8, "\"nothing\"");
    std::ofstream{keys, std::ios::trunc} << without;
    BOOST_TEST(!open(at)->verify_audit().ok);

    auto forged = whole;
    auto const seal = forged.find("\"seal\": \"") + 9;
    forged[seal] = forged[seal] == '0' ? '1' : '0';
    std::ofstream{keys, std::ios::trunc} << forged;
    BOOST_TEST(!open(at)->verify_audit().ok);
}

BOOST_AUTO_TEST_CASE(without_its_key_file_a_clinic_says_what_is_missing)
{
    fs::remove(home / "clinic.keys");
    auto const told = refusal();
    BOOST_TEST((told.reason == Refusal::Reason::Invalid));
    BOOST_TEST(told.message.english().find("clinic.keys") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(keys_of_another_clinic_open_nothing)
{
    auto const other = address("other/clinic");
    make(other);
    fs::copy(other.text + ".keys", at.text + ".keys", fs::copy_options::overwrite_existing);
    BOOST_TEST((refusal().reason == Refusal::Reason::Invalid));
}

BOOST_AUTO_TEST_CASE(a_folder_that_cannot_be_written_is_refused_with_what_to_do)
{
    BOOST_TEST(in_child([&] {
        fs::permissions(folder.path(), fs::perms::all);
        fs::permissions(
            home, fs::perms::owner_read | fs::perms::owner_exec | fs::perms::others_read | fs::perms::others_exec);
        // Root may write anywhere, so the child becomes nobody.
        if (::geteuid() == 0 && (::setegid(65534) != 0 || ::seteuid(65534) != 0))
            ::_exit(5);
        auto const clinic = door.open(at, owner, password);
        bool const told = !clinic && clinic.error().reason == Refusal::Reason::Invalid
            && clinic.error().message.english().find("right") != std::string::npos;
        ::_exit(told ? 0 : 1);
    }) == 0);
    fs::permissions(home, fs::perms::owner_all); // Whoever is not root could not take it away.
}

BOOST_AUTO_TEST_CASE(a_file_with_two_names_is_refused)
{
    fs::create_hard_link(at.text, folder / "second name");
    BOOST_TEST((refusal().reason == Refusal::Reason::Invalid));
    fs::remove(folder / "second name");
    open(at);
}

BOOST_AUTO_TEST_CASE(a_symbolic_link_leads_to_the_same_lock)
{
    fs::create_symlink(at.text, folder / "link");
    auto const clinic = open(at);
    auto const through_link = door.open({(folder / "link").string()}, owner, password);
    BOOST_REQUIRE(!through_link);
    BOOST_TEST((through_link.error().reason == Refusal::Reason::Busy));
}

BOOST_AUTO_TEST_CASE(network_disks_are_known_by_their_numbers)
{
    using persistence::is_network_disk;
    for (long const type : {0x6969L, 0x517bL, 0xff534d42L, 0xfe534d42L, 0x65735546L, 0x01021997L})
        BOOST_TEST(is_network_disk(type));
    // ext, xfs, btrfs, tmpfs, overlay
    for (long const type : {0xef53L, 0x58465342L, 0x9123683eL, 0x01021994L, 0x794c7630L})
        BOOST_TEST(!is_network_disk(type));
}

BOOST_AUTO_TEST_SUITE_END()
