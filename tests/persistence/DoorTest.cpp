// SPDX-License-Identifier: Apache-2.0
#include "domain/store/BrokenWorld.hpp"
#include "tests/persistence/Doorway.hpp"
#include "tests/persistence/Server.hpp"
#include "tests/persistence/records/Engines.hpp"

#include <boost/test/unit_test.hpp>

#include <sys/stat.h>

#include <algorithm>

using namespace plumbline;
using namespace plumbline::testing;

namespace {

using plumbline::persistence::testing::Engine;

/// A door, and an address behind which there is no clinic yet: a file, or an empty server.
struct AtTheDoor : Doorway {
    explicit AtTheDoor(Engine engine)
        : server{engine == Engine::Postgres ? std::make_unique<EmptyServer>() : nullptr}
        , at{server ? server->address() : address()}
    {
    }
    std::string make() { return Doorway::make(at); }
    std::unique_ptr<OpenClinic> open() { return Doorway::open(at); }

    std::unique_ptr<EmptyServer> server;
    ClinicAddress at;
};

std::vector<AuditLink> trail(OpenClinic& clinic)
{
    return clinic.store().read([](Records const& records) { return records.audit().latest(100); });
}

bool has(std::vector<AuditLink> const& links, AuditEvent event, std::string_view login)
{
    return std::ranges::any_of(
        links, [&](AuditLink const& link) { return link.entry.event == event && link.entry.login == login; });
}

unsigned permissions(std::filesystem::path const& path)
{
    struct stat status { };
    return ::stat(path.c_str(), &status) == 0 ? status.st_mode & 0777U : 0U;
}

User therapist(IdMaker& ids, std::string login)
{
    return *User::create(ids.make<UserId>(), {std::move(login), "Sam Okafor", "PT", "", Role::Therapist, true});
}

UserId user_called(OpenClinic& clinic, std::string_view login)
{
    return clinic.store().read([&](Records const& records) { return records.users().by_login(login)->id(); });
}

} // namespace

BOOST_AUTO_TEST_SUITE(door)

ON_BOTH_ENGINES_AT(AtTheDoor, a_new_clinic_opens_for_its_owner_and_knows_its_name)
{
    auto const code = make();
    auto const clinic = open();

    BOOST_TEST(code.size() == 47U);
    BOOST_TEST(clinic->actor().login == owner);
    BOOST_TEST((clinic->actor().role == Role::Owner));
    BOOST_TEST(clinic->actor().signature == "Dana Reyes, PT, DPT");
    auto const name =
        clinic->store().read([](Records const& records) { return records.settings().get("clinic.name"); });
    BOOST_TEST(name == "Plumb Line Physical Therapy");
}

ON_BOTH_ENGINES_AT(AtTheDoor, what_was_saved_is_there_at_the_next_opening)
{
    make();
    auto const id = keep_patient(*open(), ids, "Lindqvist");

    auto const found = open()->store().read([&](Records const& records) { return records.patients().find(id); });
    BOOST_REQUIRE(found.has_value());
    BOOST_TEST(found->name().family == "Lindqvist");
}

BOOST_FIXTURE_TEST_CASE(where_no_clinic_is_none_is_found, Doorway)
{
    auto const clinic = door.open(address("nowhere"), owner, password);
    BOOST_REQUIRE(!clinic);
    BOOST_TEST((clinic.error().reason == Refusal::Reason::NotFound));
    BOOST_TEST(!door.exists(address("nowhere")));
    make();
    BOOST_TEST(door.exists(address()));
}

ON_BOTH_ENGINES_AT(AtTheDoor, a_clinic_is_never_made_over_another)
{
    make();
    auto const again = door.create(at, new_clinic());
    BOOST_REQUIRE(!again);
    BOOST_TEST((again.error().reason == Refusal::Reason::Conflict));
    open();
}

ON_BOTH_ENGINES_AT(AtTheDoor, a_furnished_clinic_holds_what_was_put_into_it)
{
    std::optional<PatientId> id;
    auto const code = door.create_furnished(at, new_clinic(), [&](OpenClinic& clinic) -> Result<void> {
        id = keep_patient(clinic, ids, "Lindqvist");
        return {};
    });
    BOOST_REQUIRE_MESSAGE(code.has_value(), why(code));
    auto const clinic = open();
    auto const found = clinic->store().read([&](Records const& records) { return records.patients().find(*id); });
    BOOST_REQUIRE(found.has_value());
    BOOST_TEST(clinic->verify_audit().ok);
}

BOOST_FIXTURE_TEST_CASE(a_clinic_file_that_is_being_furnished_is_not_there_yet, Doorway)
{
    auto const code = door.create_furnished(address(), new_clinic(), [&](OpenClinic&) -> Result<void> {
        BOOST_TEST(!door.exists(address()));
        return {};
    });
    BOOST_REQUIRE_MESSAGE(code.has_value(), why(code));
    BOOST_TEST(door.exists(address()));
}

BOOST_FIXTURE_TEST_CASE(furnishing_that_is_refused_or_breaks_leaves_no_clinic, Doorway)
{
    auto const refused = door.create_furnished(address(), new_clinic(),
        [](OpenClinic&) -> Result<void> { return refuse(Refusal::Reason::Invalid, "patients", "Too many."); });
    BOOST_REQUIRE(!refused);
    BOOST_TEST(refused.error().field == "patients");
    auto const broken = door.create_furnished(
        address(), new_clinic(), [](OpenClinic&) -> Result<void> { throw DiskFull{Message{"The disk is full."}}; });
    BOOST_TEST(!broken);
    BOOST_TEST(!door.exists(address()));
    for (auto const& left : std::filesystem::directory_iterator{folder.path()})
        BOOST_TEST(left.path().extension() == ".holder", left.path().string());
    make();
    open();
}

ON_BOTH_ENGINES_AT(AtTheDoor, a_clinic_without_a_name_or_with_a_weak_password_is_not_made)
{
    auto clinic = new_clinic();
    clinic.name = " ";
    clinic.password = "short";
    auto const made = door.create(at, clinic);
    BOOST_REQUIRE(!made);
    BOOST_TEST(made.error().field == "name");
    BOOST_TEST(made.error().others.size() == 1U);
    BOOST_TEST(!door.exists(at));
}

ON_BOTH_ENGINES_AT(AtTheDoor, only_a_demo_clinic_takes_the_demo_password)
{
    auto clinic = new_clinic();
    clinic.password = "demo";
    BOOST_TEST(!door.create(at, clinic).has_value());
    clinic.demo = true;
    BOOST_TEST(door.create(at, clinic).has_value());
}

ON_BOTH_ENGINES_AT(AtTheDoor, a_wrong_password_and_an_unknown_name_are_told_alike)
{
    make();
    auto const wrong = door.open(at, owner, "wrong horse battery");
    auto const unknown = door.open(at, "nobody", password);
    BOOST_REQUIRE(!wrong);
    BOOST_REQUIRE(!unknown);
    BOOST_TEST((wrong.error() == unknown.error()));
    BOOST_TEST((wrong.error().reason == Refusal::Reason::NotAllowed));
}

ON_BOTH_ENGINES_AT(AtTheDoor, the_login_is_taken_in_any_case)
{
    make();
    BOOST_TEST(door.open(at, " Dana ", password).has_value());
}

BOOST_FIXTURE_TEST_CASE(files_are_for_their_owner_alone, Doorway)
{
    auto const at = ClinicAddress{(folder / "new folder/clinic").string()};
    make(at);
    auto const clinic = open(at);
    BOOST_TEST(permissions(folder / "new folder") == 0700U);
    for (auto const* suffix : {"", ".keys", ".holder", "-wal"})
        BOOST_TEST(permissions(at.text + suffix) == 0600U, suffix);
}

ON_BOTH_ENGINES_AT(AtTheDoor, login_and_logout_are_in_the_trail)
{
    make();
    open();
    auto const links = trail(*open());
    BOOST_TEST(has(links, AuditEvent::ClinicCreated, owner));
    BOOST_TEST(has(links, AuditEvent::Logout, owner));
    BOOST_TEST((links.front().entry.event == AuditEvent::Login));
}

ON_BOTH_ENGINES_AT(AtTheDoor, failed_logins_reach_the_trail_at_the_next_login)
{
    make();
    for (int i = 0; i < 3; ++i)
        BOOST_TEST(!door.open(at, owner, "wrong").has_value());
    BOOST_TEST(!door.open(at, "nobody", "wrong").has_value());

    auto const clinic = open();
    auto const links = trail(*clinic);
    BOOST_TEST(has(links, AuditEvent::LoginFailed, owner));
    BOOST_TEST(has(links, AuditEvent::LoginFailed, "?nobody"));
    auto const failed = std::ranges::find_if(links,
        [](AuditLink const& link) { return link.entry.event == AuditEvent::LoginFailed && link.entry.login == owner; });
    BOOST_TEST(failed->entry.detail == "3 times");
}

ON_BOTH_ENGINES_AT(AtTheDoor, a_screen_is_unlocked_only_with_the_own_password)
{
    make();
    auto const clinic = open();
    BOOST_TEST(!clinic->unlock("wrong").has_value());
    BOOST_TEST(clinic->unlock(password).has_value());
    auto const links = trail(*clinic);
    BOOST_TEST(has(links, AuditEvent::LoginFailed, owner));
    BOOST_TEST((links.front().entry.event == AuditEvent::Unlock));
}

ON_BOTH_ENGINES_AT(AtTheDoor, a_changed_password_replaces_the_old_one)
{
    make();
    {
        auto const clinic = open();
        BOOST_TEST(!clinic->change_password("wrong", "purple monkey dishwasher").has_value());
        BOOST_TEST(!clinic->change_password(password, "dana").has_value());
        BOOST_TEST(clinic->change_password(password, "purple monkey dishwasher").has_value());
    }
    BOOST_TEST(!door.open(at, owner, password).has_value());
    BOOST_TEST(door.open(at, owner, "purple monkey dishwasher").has_value());
}

ON_BOTH_ENGINES_AT(AtTheDoor, an_admitted_therapist_has_a_password_of_their_own)
{
    make();
    BOOST_TEST(open()->admit(therapist(ids, "sam"), "seven green bottles").has_value());

    auto const clinic = door.open(at, "sam", "seven green bottles");
    BOOST_REQUIRE(clinic.has_value());
    BOOST_TEST(((*clinic)->actor().role == Role::Therapist));
    BOOST_TEST(!(*clinic)->admit(therapist(ids, "kim"), "seven green bottles").has_value());
    BOOST_TEST(!(*clinic)->dismiss(user_called(**clinic, owner)).has_value());
}

ON_BOTH_ENGINES_AT(AtTheDoor, who_was_dismissed_stays_outside)
{
    make();
    {
        auto const clinic = open();
        BOOST_REQUIRE(clinic->admit(therapist(ids, "sam"), "seven green bottles").has_value());
        BOOST_TEST(clinic->dismiss(user_called(*clinic, "sam")).has_value());
    }
    BOOST_TEST(!door.open(at, "sam", "seven green bottles").has_value());
    auto const clinic = open();
    BOOST_TEST(!clinic->store().read(
        [](Records const& records) { return records.users().by_login("sam")->details().active; }));
}

ON_BOTH_ENGINES_AT(AtTheDoor, the_last_owner_cannot_leave_or_be_made_less)
{
    make();
    auto const clinic = open();
    auto const id = clinic->actor().user;
    BOOST_TEST(!clinic->dismiss(id).has_value());
    auto const less = User::create(id, {owner, "Dana Reyes", "PT", "", Role::Therapist, true}, 1);
    BOOST_TEST(!clinic->admit(*less, password).has_value());

    auto const partner = User::create(ids.make<UserId>(), {"alex", "Alex Moreau", "PT", "", Role::Owner, true});
    BOOST_REQUIRE(clinic->admit(*partner, "seven green bottles").has_value());
    BOOST_TEST(clinic->dismiss(id).has_value());
}

ON_BOTH_ENGINES_AT(AtTheDoor, the_printed_code_opens_the_clinic_and_sets_a_new_password)
{
    auto const code = make();
    auto typed = code;
    std::ranges::replace(typed, '-', ' ');
    std::ranges::transform(typed, typed.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; });

    BOOST_TEST(!door.recover(at, "00000-00000-00000-00000-00000-00000-00000-00000", owner, "purple monkey dishwasher")
                    .has_value());
    BOOST_TEST(!door.recover(at, code, "nobody", "purple monkey dishwasher").has_value());
    BOOST_TEST(!door.recover(at, code, owner, "short").has_value());
    {
        auto const clinic = door.recover(at, typed, owner, "purple monkey dishwasher");
        BOOST_REQUIRE_MESSAGE(clinic.has_value(), why(clinic));
        BOOST_TEST(has(trail(**clinic), AuditEvent::PasswordChanged, owner));
        BOOST_TEST(has(trail(**clinic), AuditEvent::LoginFailed, "(recovery)"));
    }
    BOOST_TEST(!door.open(at, owner, password).has_value());
    BOOST_TEST(door.open(at, owner, "purple monkey dishwasher").has_value());
}

BOOST_FIXTURE_TEST_CASE(a_slot_made_when_guessing_was_cheaper_is_locked_anew_at_login, Doorway)
{
    make();
    auto stronger = environment();
    stronger.cost = {2, 16384};
    persistence::SociDoor newer{stronger};
    BOOST_REQUIRE(newer.open(address(), owner, password).has_value());
    auto const ring = persistence::KeyFile{address().text + ".keys"}.load();
    BOOST_TEST((ring->slots.at(owner).cost == stronger.cost));
    BOOST_TEST(newer.open(address(), owner, password).has_value());
}

ON_BOTH_ENGINES_AT(AtTheDoor, a_healthy_clinic_has_no_problems)
{
    make();
    auto const clinic = open();
    keep_patient(*clinic, ids, "Lindqvist");
    auto const report = clinic->check();
    for (auto const& problem : report.problems)
        BOOST_ERROR(problem);
    BOOST_TEST(report.ok);
    BOOST_TEST(clinic->verify_audit().ok);
}

BOOST_AUTO_TEST_SUITE_END()
