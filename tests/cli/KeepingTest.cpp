// SPDX-License-Identifier: Apache-2.0
#include "tests/cli/Running.hpp"
#include "tests/support/Golden.hpp"

#include <boost/test/unit_test.hpp>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <thread>

using namespace plumbline::testing;

namespace {

constexpr int most_tries = 600;

template <class Condition>
bool comes_true(Condition const& condition)
{
    for (int tries = 0; tries < most_tries; ++tries) {
        if (condition())
            return true;
        std::this_thread::sleep_for(std::chrono::milliseconds{50});
    }
    return false;
}

/// Keeps a clinic open in another process: an import that waits for its list.
class SomeoneElse {
public:
    explicit SomeoneElse(OwnClinic const& clinic)
        : pipe_{clinic.path("list.csv")}
    {
        std::string const note = clinic.path("own.plumbline.holder");
        std::filesystem::resize_file(note, 0);
        ::mkfifo(pipe_.c_str(), 0600);
        std::string const command = std::string{"'"} + PLUMBLINE_CLI + "' " + clinic.as_owner() + "import csv '" + pipe_
            + "' </dev/null >/dev/null 2>&1 &";
        static_cast<void>(std::system(command.c_str())); // NOLINT(concurrency-mt-unsafe): one thread.
        // Whoever is in leaves a name beside the clinic.
        is_in_ = comes_true([&] { return std::filesystem::file_size(note) > 0; });
    }
    ~SomeoneElse()
    {
        int end = -1;
        comes_true([&] { return (end = ::open(pipe_.c_str(), O_WRONLY | O_NONBLOCK | O_CLOEXEC)) >= 0; });
        ::close(end);
    }
    SomeoneElse(SomeoneElse const&) = delete;
    SomeoneElse& operator=(SomeoneElse const&) = delete;
    [[nodiscard]] bool is_in() const noexcept { return is_in_; }

private:
    std::string pipe_;
    bool is_in_ = false;
};

} // namespace

BOOST_AUTO_TEST_SUITE(keeping_a_clinic_on_the_command_line)

BOOST_AUTO_TEST_CASE(a_new_clinic_gives_its_recovery_code_and_lets_the_owner_in)
{
    OwnClinic const clinic;
    BOOST_TEST_REQUIRE(clinic.made().code == 0, clinic.made().err);
    BOOST_TEST(keys(clinic.made().out) == "clinic recovery_code");
    BOOST_TEST(clinic.made().json()["recovery_code"].get<std::string>().size() > 20U);

    auto const list = clinic.ask("patient list");
    BOOST_TEST(list.code == 0, list.err);
    BOOST_TEST(list.json().empty());
}

BOOST_AUTO_TEST_CASE(a_clinic_is_never_made_over_another)
{
    OwnClinic const clinic;
    auto const again = plumbline_cli("--clinic '" + clinic.path("own.plumbline") + "' --password-file '"
        + clinic.path("password") + "' init --name Other --owner eve");
    BOOST_TEST(again.code == 5);
    BOOST_TEST(clinic.ask("patient list").code == 0);
}

BOOST_AUTO_TEST_CASE(a_weak_password_makes_no_clinic)
{
    TemporaryFolder const folder;
    auto const password = folder.write("password", "password\n");
    auto const run = plumbline_cli("--clinic '" + (folder / "x.plumbline").string() + "' --password-file '"
        + password.string() + "' init --name Harbor --owner olga");
    BOOST_TEST(run.code == 5);
    BOOST_TEST(!std::filesystem::exists(folder / "x.plumbline"));
}

BOOST_AUTO_TEST_CASE(a_wrong_password_or_name_is_refused_with_the_same_words)
{
    OwnClinic const clinic;
    auto const wrong = plumbline_cli(
        "--clinic '" + clinic.path("own.plumbline") + "' --user olga --password-file /dev/null patient list");
    auto const nobody = plumbline_cli(
        "--clinic '" + clinic.path("own.plumbline") + "' --user nobody --password-file /dev/null patient list");
    BOOST_TEST(wrong.code == 5);
    BOOST_TEST(nobody.code == 5);
    BOOST_TEST(wrong.err == nobody.err);
    BOOST_TEST(wrong.out.empty());
}

BOOST_AUTO_TEST_CASE(a_clinic_that_is_not_there_is_not_found)
{
    TemporaryFolder const folder;
    auto const run = plumbline_cli("--clinic '" + (folder / "none.plumbline").string() + "' --user olga patient list");
    BOOST_TEST(run.code == 3);
    BOOST_TEST(!std::filesystem::exists(folder / "none.plumbline"));
}

BOOST_AUTO_TEST_CASE(what_was_not_understood_is_a_usage_error)
{
    for (auto const* const bad :
        {"", "dance", "patient", "patient show", "--patient 4", "report progress", "demo --patients many"})
        BOOST_TEST(plumbline_cli(bad).code == 2, bad);
    BOOST_TEST(plumbline_cli("--help").code == 0);
    BOOST_TEST(plumbline_cli("--version").code == 0);
}

BOOST_AUTO_TEST_CASE(a_second_process_is_told_that_the_clinic_is_in_use)
{
    OwnClinic const clinic;
    SomeoneElse const other{clinic};
    BOOST_TEST_REQUIRE(other.is_in());

    auto const run = clinic.ask("patient list");
    BOOST_TEST(run.code == 4, run.err);
    BOOST_TEST(run.out.empty());
    BOOST_TEST(run.err.find("olga") != std::string::npos, run.err);
}

BOOST_AUTO_TEST_CASE(a_password_never_shows)
{
    OwnClinic const clinic;
    static_cast<void>(clinic.ask("patient list"));
    auto const from_input = plumbline_cli("--clinic '" + clinic.path("own.plumbline")
        + "' --user olga --password-file - check <'" + clinic.path("password") + "'");
    BOOST_TEST(from_input.code == 0, from_input.err);
    for (Run const& run : {clinic.made(), from_input, clinic.ask("audit list"), clinic.ask("patient show 5")}) {
        BOOST_TEST(run.out.find(OwnClinic::password) == std::string::npos);
        BOOST_TEST(run.err.find(OwnClinic::password) == std::string::npos);
    }
}

BOOST_AUTO_TEST_CASE(check_and_audit_verify_find_a_sound_clinic)
{
    OwnClinic const clinic;
    auto const check = clinic.ask("check");
    BOOST_TEST(check.code == 0, check.err);
    BOOST_TEST(keys(check.out) == "ok problems");
    BOOST_TEST(check.json()["ok"].get<bool>(), check.out);

    auto const audit = clinic.ask("audit verify");
    BOOST_TEST(audit.code == 0, audit.err);
    BOOST_TEST(keys(audit.out) == "ok entries first_bad_seq");
    BOOST_TEST(audit.json()["ok"].get<bool>());
    BOOST_TEST(audit.json()["entries"].get<int>() > 0);
    BOOST_TEST(audit.json()["first_bad_seq"].is_null());

    auto const list = clinic.ask("audit list --limit 2");
    BOOST_TEST_REQUIRE(list.code == 0);
    BOOST_TEST_REQUIRE(list.json().size() > 0U);
    BOOST_TEST(list.json().front()["login"].get<std::string>() == "olga");
}

BOOST_AUTO_TEST_CASE(a_list_is_rehearsed_first_and_then_taken_over)
{
    OwnClinic const clinic;
    std::string const file = "'" + data_file("import/plain.csv").string() + "'";

    auto const rehearsed = clinic.ask("import csv " + file + " --dry-run");
    BOOST_TEST(rehearsed.code == 0, rehearsed.err);
    BOOST_TEST(keys(rehearsed.out) == "created updated skipped problems");
    BOOST_TEST(rehearsed.json()["created"].get<int>() == 2);
    BOOST_TEST(clinic.ask("patient list").json().empty());

    BOOST_TEST(clinic.ask("import csv " + file).json()["created"].get<int>() == 2);
    auto const found = clinic.ask("patient list --search mey");
    BOOST_TEST_REQUIRE(found.json().size() == 1U);
    BOOST_TEST(keys(nlohmann::ordered_json::parse(found.out).front().dump()) == "id record_number name birth_date");
    BOOST_TEST(found.json().front()["name"].get<std::string>() == "Meyer, Lena");
    BOOST_TEST(found.json().front()["birth_date"].get<std::string>() == "1969-07-07");
    BOOST_TEST(clinic.ask("patient list --limit 1").json().size() == 1U);
}

BOOST_AUTO_TEST_CASE(two_spellings_of_one_name_in_a_list_are_one_person)
{
    OwnClinic const clinic;
    auto const run = clinic.ask("import csv '" + data_file("import/duplicate-with-accents.csv").string() + "'");
    BOOST_TEST_REQUIRE(run.code == 0, run.err);
    BOOST_TEST(run.json()["created"].get<int>() == 2, run.out);
    BOOST_TEST(run.json()["skipped"].get<int>() == 2, run.out);
}

BOOST_AUTO_TEST_CASE(the_clinics_codes_come_in_whole_or_not_at_all)
{
    OwnClinic const clinic;
    std::string const file = "'" + data_file("import/codes.csv").string() + "'";
    auto const rehearsed = clinic.ask("import codes " + file + " --dry-run");
    BOOST_TEST_REQUIRE(rehearsed.code == 0, rehearsed.err);
    BOOST_TEST(keys(rehearsed.out) == "created updated skipped problems");
    BOOST_TEST(clinic.ask("codes list").json().empty());

    BOOST_TEST(clinic.ask("import codes " + file).json()["created"].get<int>() == 3);
    auto const list = clinic.ask("codes list");
    BOOST_TEST_REQUIRE(list.json().size() == 3U, list.out);
    BOOST_TEST(keys(nlohmann::ordered_json::parse(list.out).front().dump()) == "code label timed modality");
    BOOST_TEST(list.json().front()["code"].get<std::string>() == "X100");
    BOOST_TEST(list.json().front()["timed"].get<bool>());
    BOOST_TEST(list.json().front()["modality"].get<std::string>() == "exercise");

    auto const faulty = clinic.ask("import codes '" + data_file("import/codes-with-faults.csv").string() + "'");
    BOOST_TEST(faulty.code == 5);
    BOOST_TEST(faulty.json()["problems"].size() == 4U, faulty.out);
    BOOST_TEST(clinic.ask("codes list").json() == list.json());
}

BOOST_AUTO_TEST_CASE(a_list_with_faults_names_them_and_ends_as_refused)
{
    OwnClinic const clinic;
    auto const run = clinic.ask("import csv '" + data_file("import/birth-date-missing.csv").string() + "'");
    BOOST_TEST(run.code == 5);
    BOOST_TEST(run.json()["problems"].size() == 3U, run.out);
    BOOST_TEST(clinic.ask("import csv '" + clinic.path("none.csv") + "'").code != 0);
}

BOOST_AUTO_TEST_CASE(a_backup_comes_back_as_the_same_clinic)
{
    OwnClinic const clinic;
    static_cast<void>(clinic.ask("import csv '" + data_file("import/plain.csv").string() + "'"));
    std::string const before = clinic.ask("patient list").out;

    auto const backup = clinic.ask("backup '" + clinic.path("copy.backup") + "'");
    BOOST_TEST_REQUIRE(backup.code == 0, backup.err);
    BOOST_TEST(keys(backup.out) == "file sha256 verified");
    BOOST_TEST(backup.json()["verified"].get<bool>());
    BOOST_TEST(backup.json()["sha256"].get<std::string>().size() == 64U);

    std::string const restore = "--json --user olga --password-file '" + clinic.path("password") + "' restore '"
        + clinic.path("copy.backup") + "' --to '" + clinic.path("second.plumbline") + "'";
    auto const restored = plumbline_cli(restore);
    BOOST_TEST_REQUIRE(restored.code == 0, restored.err);
    BOOST_TEST(keys(restored.out) == "file sha256 verified");
    auto const second = "--json --clinic '" + clinic.path("second.plumbline") + "' --user olga --password-file '"
        + clinic.path("password") + "' ";
    BOOST_TEST(plumbline_cli(second + "patient list").out == before);
    BOOST_TEST(plumbline_cli(second + "check").code == 0);
    BOOST_TEST(plumbline_cli(restore).code == 5, "a restore went over a clinic");
}

BOOST_AUTO_TEST_SUITE_END()
