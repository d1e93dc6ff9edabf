// SPDX-License-Identifier: Apache-2.0
#include "app/services/Backups.hpp"

#include "app/services/Administration.hpp"
#include "tests/app/services/WritingClinic.hpp"

#include <boost/test/unit_test.hpp>

#include <filesystem>

using namespace plumbline;
using namespace plumbline::testing;

namespace {

struct Keeping : AtTheClinic {
    TemporaryFolder folder;
    WritingClinic house{clinic};
    ClinicAddress address{(folder / "harbor.plumbline").string()};

    app::Context context_of(Role role = Role::FrontDesk) { return context(role); }
    Result<BackupReceipt> daily() { return app::keep_daily_backup(house, context_of(), address); }
    app::BackupStatus status() { return app::backup_status(records(), context_of(), address); }
    std::filesystem::path file(std::string const& day)
    {
        return folder / "backups" / ("harbor-" + day + ".plumbline-backup");
    }
    std::string said(AuditEvent event)
    {
        std::string found;
        for (AuditLink const& link : state().audit)
            if (link.entry.event == event)
                found = link.entry.detail;
        return found;
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(backups_that_someone_believes_in, Keeping)

BOOST_AUTO_TEST_CASE(the_days_backup_is_made_beside_the_clinic_and_written_down)
{
    BOOST_TEST(status().due);
    auto const receipt = must(daily());

    BOOST_TEST(std::filesystem::exists(file("2026-11-23")));
    BOOST_TEST((status().verified == clock.local_now()));
    BOOST_TEST(status().file == receipt.file);
    BOOST_TEST(!status().due);
    BOOST_TEST(records().settings().get("backup.verified") == to_iso(clock.now()));
    BOOST_TEST(said(AuditEvent::Backup).starts_with("automatic; verified; sha256=" + receipt.sha256));
}

BOOST_AUTO_TEST_CASE(by_hand_it_needs_the_permission_and_by_itself_it_needs_none)
{
    auto const denied = app::back_up_today(house, context_of(Role::Therapist), address);
    BOOST_TEST(refused(denied, Refusal::Reason::NotAllowed, ""));
    BOOST_TEST(house.made == 0);
    must(app::back_up_today(house, context_of(Role::Manager), address));
    BOOST_TEST(said(AuditEvent::Backup).starts_with("verified; "));
    BOOST_TEST(status().verified.has_value());
}

BOOST_AUTO_TEST_CASE(a_full_disk_is_told_and_tried_again_after_an_hour)
{
    must(daily());
    clock.advance(std::chrono::hours{24});
    auto const before = status().verified;
    house.trouble = WritingClinic::Trouble::Throws;
    BOOST_TEST(!daily().has_value());

    auto const now = status();
    BOOST_TEST((now.failed == clock.local_now()));
    BOOST_TEST(now.failure == "The disk is full. Nothing was saved.");
    BOOST_TEST((now.verified == before));
    BOOST_TEST(said(AuditEvent::Backup).find("failed: ") != std::string::npos);
    BOOST_TEST(!now.due);
    clock.advance(std::chrono::hours{2});
    BOOST_TEST(status().due);

    house.trouble = WritingClinic::Trouble::None;
    must(daily());
    BOOST_TEST(!status().failed.has_value());
    BOOST_TEST(status().failure.empty());
}

BOOST_AUTO_TEST_CASE(one_that_could_not_be_restored_is_none)
{
    house.trouble = WritingClinic::Trouble::Unproven;
    BOOST_TEST(!daily().has_value());
    BOOST_TEST(!status().verified.has_value());
    BOOST_TEST(status().failed.has_value());
}

BOOST_AUTO_TEST_CASE(older_ones_go_only_after_a_proven_one_and_only_our_own)
{
    records().settings().set("backup.keep_days", "2");
    records().settings().set("backup.keep_weeks", "0");
    for (int i = 0; i < 4; ++i) {
        must(daily());
        clock.advance(std::chrono::hours{24});
    }
    folder.write("backups/harbor-notes.plumbline-backup", "mine");
    folder.write("backups/harbor-2020-01-01.txt", "mine");
    BOOST_TEST(!std::filesystem::exists(file("2026-11-24")));
    BOOST_TEST(std::filesystem::exists(file("2026-11-25")));
    BOOST_TEST(std::filesystem::exists(file("2026-11-26")));
    BOOST_TEST(said(AuditEvent::Delete) == "surplus: 2026-11-24");

    house.trouble = WritingClinic::Trouble::Refuses;
    BOOST_TEST(!daily().has_value());
    BOOST_TEST(std::filesystem::exists(file("2026-11-25")));
    house.trouble = WritingClinic::Trouble::None;
    must(daily());
    BOOST_TEST(!std::filesystem::exists(file("2026-11-25")));
    BOOST_TEST(std::filesystem::exists(folder / "backups/harbor-notes.plumbline-backup"));
    BOOST_TEST(std::filesystem::exists(folder / "backups/harbor-2020-01-01.txt"));
}

BOOST_AUTO_TEST_CASE(the_clinic_chooses_the_folder)
{
    records().settings().set("backup.folder", (folder / "elsewhere").string());
    must(daily());
    BOOST_TEST(std::filesystem::exists(folder / "elsewhere/harbor-2026-11-23.plumbline-backup"));
}

BOOST_AUTO_TEST_CASE(a_folder_that_cannot_be_made_is_told)
{
    folder.write("file", "in the way");
    records().settings().set("backup.folder", (folder / "file/backups").string());
    BOOST_TEST(refused(daily(), Refusal::Reason::Invalid, "backup.folder"));
    BOOST_TEST(status().failure.find("cannot be made") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_servers_clinic_waits_for_a_folder_of_its_own)
{
    ClinicAddress const server{"postgresql://clinic.example/harbor"};
    BOOST_TEST(!app::backup_status(records(), context_of(), server).due);
    records().settings().set("backup.folder", (folder / "b").string());
    BOOST_TEST(app::backup_status(records(), context_of(), server).due);
    must(app::keep_daily_backup(house, context_of(), server));
    BOOST_TEST(std::filesystem::exists(folder / "b/clinic-2026-11-23.plumbline-backup"));
}

BOOST_AUTO_TEST_CASE(what_is_believed_of_backups_cannot_be_typed)
{
    for (auto const* const key : {"backup.verified", "backup.verified_local", "backup.file", "backup.failure"})
        BOOST_TEST(
            refused(by(Role::Owner, app::change_setting, std::string_view{key}, std::string_view{"2026-11-23T12:30"}),
                Refusal::Reason::NotAllowed, "key"));
    BOOST_TEST(
        refused(by(Role::Owner, app::change_setting, std::string_view{"backup.folder"}, std::string_view{"here"}),
            Refusal::Reason::Invalid, "value"));
}

BOOST_AUTO_TEST_SUITE_END()
